"""Numbers as people write them: which numbers a text can mean, and exact steps from one decimal to the next.

All of it works on text, so that no digit is lost. It uses nothing that MicroPython lacks.
"""

MOST_TYPED = 100
MOST_PLACES = 20
DIGITS = "0123456789"
MINUS = "−"
# What is typed or pasted for a minus: the minus sign itself, hyphens and dashes.
MINUSES = "\u2212\u2010\u2011\u2012\u2013\u2014\ufe63"
# What stands between thousands: spaces that may be thin, as wide as a digit, full-width, or not to be broken at.
SPACES = " \u00a0\u2007\u2009\u202f\u3000"
# And, as in Switzerland: an apostrophe, which word processors curl.
APOSTROPHES = "'\u2019"
GAPS = " '"  # what only ever stands between thousands
MARKS = "., '"
# Arabic and Persian digits, which their keyboards write; full-width ones are mended with all full-width signs.
ZEROS = (0x0660, 0x06F0)
ARABIC_POINT = "\u066b"


def readings(text: str, whole: bool = False) -> tuple[str, ...]:
    """The numbers that a text can mean, as plain decimals such as "-1000" and "2.5e-7"; none, one or two.

    The point is this page's decimal mark. A comma may be one too, or stand between thousands, so "1,000" has two
    readings; where only whole numbers are wanted, so has "1.000".
    """
    parts = _parts(text)
    if parts is None:
        return ()
    sign, mantissa, power = parts
    return tuple([sign + found + power for found in _mantissas(mantissa, whole)])


def reading(text: str, decimal: str) -> str:
    """The number that a text means where the decimal mark is known, "." or ","; empty if it is no number."""
    parts = _parts(text)
    if parts is None:
        return ""
    sign, mantissa, power = parts
    found = mantissa if _is_digits(mantissa) else _mantissa(mantissa, decimal)
    return sign + found + power if found else ""


def as_number(text: str) -> float:
    """A float from typed text. Raises ValueError for what is no number or can mean two, NaN and infinity included."""
    found = readings(text)
    if len(found) != 1:
        raise ValueError("not a number")
    return float(found[0])


def is_whole(plain: str) -> bool:
    """Whether a plain decimal is a whole number, to its last digit."""
    digits, exponent = _scaled(plain)
    written = str(abs(digits))
    return exponent + len(written) - len(written.rstrip("0")) >= 0 or digits == 0


def is_less(plain: str, other: str) -> bool:
    """Whether a plain decimal is smaller than another, to its last digit."""
    (digits, exponent), (others, place) = _scaled(plain), _scaled(other)
    if digits == 0 or others == 0 or (digits < 0) != (others < 0):
        return digits < others
    first, other_first = _first_place(digits, exponent, False), _first_place(others, place, False)
    if first != other_first:
        return (first < other_first) == (digits > 0)
    finest = min(exponent, place)
    return bool(digits * 10 ** (exponent - finest) < others * 10 ** (place - finest))


def step_on(plain: str, step: str, count: int) -> str:
    """A plain decimal after so many steps up, or down when the count is negative; digit for digit as on paper.

    Without a step, each is one in the first digit, 0.09 to 0.1 to 0.2, so the way down never comes to zero.
    """
    for _ in range(abs(count)):
        digits, exponent = _scaled(plain)
        more, place = _scaled(step) if step else (1, _first_place(digits, exponent, count < 0))
        finest = min(exponent, place)
        if max(exponent, place) - finest > MOST_PLACES or abs(finest) > MOST_PLACES:
            return plain  # so far apart that a step makes no difference, or no number that anybody would step to
        change = more * 10 ** (place - finest)
        plain = _written(digits * 10 ** (exponent - finest) + (change if count > 0 else -change), finest)
    return plain


def with_minus(number: str) -> str:
    """A written number with the minus sign that people read, instead of a hyphen."""
    return number.replace("-", MINUS)


def plain_character(character: str) -> str:
    """The same character as a keyboard for English writes it."""
    code = ord(character)
    for zero in ZEROS:
        if zero <= code <= zero + 9:
            return DIGITS[code - zero]
    if 0xFF01 <= code <= 0xFF5E:  # the full-width signs, in the order of ASCII
        return chr(code - 0xFEE0)
    if character in MINUSES:
        return "-"
    if character in SPACES:
        return " "
    if character in APOSTROPHES:
        return "'"
    return "." if character == ARABIC_POINT else character


def _parts(text: str) -> tuple[str, str, str] | None:
    """The sign, the part before an exponent, and the exponent with its mark; None if it cannot be a number."""
    if len(text) > MOST_TYPED:
        return None
    # MicroPython strips bytes, not characters, so the spaces must be plain before that.
    text = "".join([plain_character(character) for character in text]).strip(" \t\r\n").lower()
    sign, body = _sign(text)
    mantissa, mark, exponent = body.partition("e")
    if mark and not _is_digits(_sign(exponent)[1]):
        return None
    return sign, mantissa, mark + exponent


def _sign(text: str) -> tuple[str, str]:
    """The sign, of which a plus is left out, and the rest."""
    return ("-" if text[:1] == "-" else "", text[1:]) if text[:1] in ("+", "-") else ("", text)


def _is_digits(text: str) -> bool:
    return text != "" and all(character in DIGITS for character in text)


def _mantissas(text: str, whole: bool) -> list[str]:
    """What the part before an exponent can mean: without a decimal mark, and with its last mark as that."""
    if _is_digits(text):
        return [text]
    marks = [character for character in text if character not in DIGITS]
    found = []
    if marks and all(mark in MARKS for mark in marks):
        decimal = _with_decimal_mark(text, marks)
        thousands = _without_groups(text, marks[0]) if len(set(marks)) == 1 else ""
        if thousands and not (decimal and marks[0] == "." and not whole):
            found.append(thousands)
        if decimal:
            found.append(decimal)
    return found


def _mantissa(text: str, decimal: str) -> str:
    """What the part before an exponent means where the decimal mark is known; empty if it means nothing."""
    marks = [character for character in text if character not in DIGITS]
    if not marks or not all(mark in MARKS for mark in marks):
        return ""
    if marks[-1] == decimal:
        return _with_decimal_mark(text, marks)
    return _without_groups(text, marks[0]) if len(set(marks)) == 1 else ""


def _with_decimal_mark(text: str, marks: list[str]) -> str:
    """The text read with its last mark as the decimal mark, and another between thousands; empty if it cannot be."""
    mark = marks[-1]
    if mark in GAPS or marks.count(mark) > 1 or len(set(marks)) > 2:
        return ""
    before, after = text.split(mark)
    if len(marks) > 1:
        before = _without_groups(before, marks[0])
        if not before:
            return ""
    if not _is_digits(before + after):
        return ""
    return f"{before}.{after}" if after else before


def _without_groups(text: str, mark: str) -> str:
    """The digits of a whole number that is written in groups of three; empty if it is not."""
    first, *others = text.split(mark)
    grouped = 1 <= len(first) <= 3 and first[0] != "0" and all(len(group) == 3 for group in others)
    digits = first + "".join(others)
    return digits if grouped and _is_digits(digits) else ""


def _scaled(plain: str) -> tuple[int, int]:
    """A plain decimal as a whole number and the power of ten that it is multiplied by."""
    mantissa, _, exponent = plain.partition("e")
    before, _, after = mantissa.partition(".")
    return int(before + after), int(exponent or "0") - len(after)


def _first_place(digits: int, exponent: int, down: bool) -> int:
    """The power of ten of the first digit; down from a one and zeros, that of the digit behind it."""
    written = str(abs(digits))
    return exponent + len(written) - 1 - (1 if down and written.rstrip("0") == "1" else 0)


def _written(digits: int, exponent: int) -> str:
    """The same number without a power of ten, and without zeros at its end."""
    if exponent >= 0:
        return str(digits * 10**exponent)
    written = str(abs(digits))
    written = "0" * (1 - exponent - len(written)) + written
    number = f"{written[:exponent]}.{written[exponent:]}".rstrip("0").rstrip(".")
    return f"-{number}" if digits < 0 else number
