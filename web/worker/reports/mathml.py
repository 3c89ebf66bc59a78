"""Formulas as native MathML: small functions that put marks around what they are given."""

ON_THE_NEXT_LINE = '<mspace width="2em"/>'


def formula(*parts: str) -> str:
    """A whole formula; parts are what the other functions give.

    MathML breaks no lines, so what is too long for a small screen has ON_THE_NEXT_LINE among its parts.
    """
    lines: list[list[str]] = [[]]
    for part in parts:
        if part == ON_THE_NEXT_LINE:
            lines.append([])
        lines[-1].append(part)
    return "".join(f"<math>{row(*line)}</math>" for line in lines)


def row(*parts: str) -> str:
    """Parts side by side, as one."""
    return f"<mrow>{''.join(parts)}</mrow>"


def number(text: str) -> str:
    """A number. A negative number gets parentheses, as in 0.5 × (-2)."""
    minus, digits = text.startswith("-"), text.lstrip("-")
    mantissa, _, exponent = digits.partition("e")
    written = f"<mn>{mantissa}</mn>"
    if exponent:
        raised = str(int(exponent)).replace("-", "−")
        written = f"{written}<mo>×</mo><msup><mn>10</mn><mn>{raised}</mn></msup>"
    return bracketed(sign("−"), written) if minus else row(written)


def bracketed(*parts: str) -> str:
    """Parts side by side within brackets that are no higher than a letter."""
    return row('<mo stretchy="false">(</mo>', *parts, '<mo stretchy="false">)</mo>')


def name(letter: str, index: str = "") -> str:
    """A letter, with an index below it if there is one."""
    return f"<msub><mi>{letter}</mi><mn>{index}</mn></msub>" if index else f"<mi>{letter}</mi>"


def word(text: str) -> str:
    """A quantity or a function that is called by a word."""
    return f"<mtext>{text}</mtext>"


def sign(symbol: str) -> str:
    """An operator or a relation."""
    return f"<mo>{symbol}</mo>"


def fraction(above: str, below: str) -> str:
    """One part over another."""
    return f"<mfrac>{above}{below}</mfrac>"


def power(base: str, exponent: str) -> str:
    """A part raised to another."""
    return f"<msup>{base}{exponent}</msup>"


def joined(parts: list[str], symbol: str) -> str:
    """Parts with a sign between each two."""
    return sign(symbol).join(parts)
