"""Whether a person's answer in the quiz is right: any correct rounding of the value counts."""

from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal, InvalidOperation
from typing import NamedTuple

from perceptron.fields import shortened
from perceptron.numerals import readings

# Enough digits for the longest float there is, and room for exponents that none has.
WIDE = Context(prec=1_500, Emin=-999_999, Emax=999_999)


class Marked(NamedTuple):
    """Whether an answer is right, and a sentence to the person who gave it."""

    right: bool
    sentence: str


def mark(text: str, value: float) -> Marked:
    """Mark a typed answer to the question what `value` is; it must be finite.

    An answer is right if it is the value rounded to the digits given, halves up or to even. It may have a
    decimal point or comma, a sign and an exponent. The sentence for a wrong answer never shows the value.
    """
    numbers = _numbers(text)
    if not numbers:
        said = f"“{shortened(text)}” is not a number" if text.strip() else "There is no number here"
        return Marked(False, f"{said}. Write digits, with a decimal point or comma if needed.")
    right = [given for given in numbers if _rounds(given, value)]
    if not right:
        if any(given and _rounds(-given, value) for given in numbers):
            return Marked(False, "Almost: only the sign is wrong.")
        return Marked(False, f"Not {shortened(text.strip())}.")
    if value and not any(right):
        return Marked(False, "It rounds to 0, but it is not 0. Give at least one digit that is not 0.")
    return Marked(True, f"Right. In full it is {value!r}.")


def _numbers(text: str) -> list[Decimal]:
    """The numbers that the text can mean, with the digits as typed: none, one or two."""
    try:
        return [Decimal(plain) for plain in readings(text)]
    except InvalidOperation:  # its exponent has too many digits
        return []


def _rounds(given: Decimal, value: float) -> bool:
    """Whether the value rounds to this at the last digit given: the exact float, or the float as it is written."""
    try:
        return any(
            exact.quantize(given, rounding, WIDE) == given
            for exact in (Decimal(value), Decimal(repr(value)))
            for rounding in (ROUND_HALF_UP, ROUND_HALF_EVEN)
        )
    except InvalidOperation:
        return False
