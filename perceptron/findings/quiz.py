"""Whether a person's answer in the quiz is right: any correct rounding of the value counts."""

import math
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal, InvalidOperation
from typing import Literal, NamedTuple

from perceptron.numerals import readings

# Enough digits for the longest float there is, and room for exponents that none has.
WIDE = Context(prec=1_500, Emin=-999_999, Emax=999_999)

Found = Literal["right", "wrong", "sign", "zero", "none", "overflow"]


class Marked(NamedTuple):
    """A typed answer, the value that was asked for, and what is true of the answer.

    It is “right” or “wrong”; or only its “sign” is wrong, or it is “zero” where the value is not, or it has “none” of
    the numbers; or the value is “overflow”, infinite or NaN, and no answer can be marked.
    """

    text: str
    value: float
    found: Found

    @property
    def right(self) -> bool:
        """Whether it is right."""
        return self.found == "right"


def mark(text: str, value: float) -> Marked:
    """Mark a typed answer to the question what `value` is.

    An answer is right if it is the value rounded to the digits given, halves up or to even. It may have a
    decimal point or comma, a sign and an exponent.
    """
    return Marked(text, value, _found(_numbers(text), value) if math.isfinite(value) else "overflow")


def _found(numbers: list[Decimal], value: float) -> Found:
    if not numbers:
        return "none"
    right = [given for given in numbers if _rounds(given, value)]
    if right:
        return "right" if any(right) or not value else "zero"
    return "sign" if any(given and _rounds(-given, value) for given in numbers) else "wrong"


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
