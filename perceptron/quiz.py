"""Whether what a person worked out is right: any correct rounding of the value will do."""

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

    Right is what rounds the value, halves up or to even, to the digits that were given, with a decimal
    point or comma, a sign, an exponent. What is wrong never gives the value away.
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
    """What was typed, with just the digits that were typed: no number, one, or the two that it can mean."""
    try:
        return [Decimal(plain) for plain in readings(text)]
    except InvalidOperation:  # its exponent has too many digits
        return []


def _rounds(given: Decimal, value: float) -> bool:
    """Whether this is what the value rounds to at the last digit given, as the float it is or as it is written."""
    try:
        return any(
            exact.quantize(given, rounding, WIDE) == given
            for exact in (Decimal(value), Decimal(repr(value)))
            for rounding in (ROUND_HALF_UP, ROUND_HALF_EVEN)
        )
    except InvalidOperation:
        return False
