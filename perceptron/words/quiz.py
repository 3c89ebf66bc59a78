"""What a person is told about an answer in the quiz."""

from perceptron.fields import counted, shortened
from perceptron.findings.quiz import Marked
from perceptron.words.numbers import past_floats

RULE = "Two significant digits are enough, as in 0.71, 0.20 or 0.0029. If you give more, they must be right too."
NO_MISS = "This does not count as a miss."


def rule_in_words(decimals: int | None) -> str:
    """How precise an answer must be."""
    if decimals is None:
        return RULE
    return f"Give {_decimals(decimals)}: with fewer digits, the old and the new number look the same."


def mark_in_words(marked: Marked, hint: str) -> str:
    """Whether the answer is right, and after a miss the hint. The sentence for a wrong one never shows the value."""
    said = _said(marked)
    return f"{said} {hint}" if marked.is_miss else said


def _said(marked: Marked) -> str:
    text = marked.text.strip()
    match marked.found:
        case "right":
            return f"Right. In full it is {marked.value!r}."
        case "wrong":
            return f"Not {shortened(text)}."
        case "sign":
            return "Almost: only the sign is wrong."
        case "zero":
            return f"It rounds to 0, but it is not 0. {_enough(marked)} {NO_MISS}"
        case "short":
            return f"{shortened(text)} is right so far, but not precise enough. {_enough(marked)} {NO_MISS}"
        case "overflow":
            return f"There is nothing to work out here: the number is {past_floats(marked.value)}."
        case "none":
            said = f"“{shortened(marked.text)}” is not a number" if text else "There is no number here"
            return f"{said}. Write digits, with a decimal point or comma if needed."


def _enough(marked: Marked) -> str:
    """How many digits to give. Where one is missing, it may be a 0, which people leave out."""
    digits = "two significant digits" if marked.decimals is None else _decimals(marked.decimals)
    return f"Give {digits}, also if the last is a 0."


def _decimals(decimals: int) -> str:
    return counted(decimals, "decimal") if decimals else "a whole number"
