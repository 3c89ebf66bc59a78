"""Numbers as 64-bit floats hold them: never another number than the one that is written."""

import math
from collections.abc import Iterable
from decimal import Context, Decimal, InvalidOperation

from perceptron.fields import shortened

MOST_DECIMALS = 15  # at which answers are compared


def is_held(written: Decimal, number: float) -> bool:
    """Whether a float is the number that is written, to the last digit written.

    So 0.1 is held, though no float is exactly a tenth: to one digit, the float is 0.1. A whole number, written
    without a point or an exponent, is held only when the float is exactly that.
    """
    _, digits, exponent = written.as_tuple()
    if exponent == 0:
        return written == Decimal(number)
    return written == Decimal(repr(number)) or written == Context(prec=len(digits)).create_decimal_from_float(number)


def held(written: str | Decimal) -> float:
    """The float that holds a number as it is written. Raises ValueError with words that can follow “holds”."""
    try:
        exact = Decimal(written)
    except InvalidOperation:  # its exponent has some twenty digits
        raise ValueError("a number that a 64-bit float cannot hold") from None
    number = float(exact)
    if str(exact) == repr(number):  # as most numbers are written; the rest takes longer
        return number
    if math.isinf(number):
        raise ValueError("a number that a 64-bit float cannot hold")
    if not is_held(exact, number):
        nearest = repr(number).removesuffix(".0")
        raise ValueError(f"{shortened(str(exact))}, but the nearest that a 64-bit float can hold is {nearest}")
    return number


def check_target(number: float) -> None:
    """Raise ValueError, with words that can follow “holds”, for a target that is another number at 15 decimals.

    What a computer has worked out, such as 0.30000000000000004, stays as near as it matters.
    """
    if not math.isclose(number, round(number, MOST_DECIMALS)):
        raise ValueError(f"{number}, but answers are compared at {MOST_DECIMALS} decimals at most")


def most_decimals(numbers: Iterable[float]) -> int:
    """The most decimals that any of the numbers is written with, from 0 to 15."""
    written = [repr(number) for number in numbers if not number.is_integer()]
    return min(MOST_DECIMALS, max(map(_decimals, written), default=0))


def _decimals(written: str) -> int:
    """The decimals of a float that is not whole, as Python writes it: 0.25 or 2.5e-07."""
    digits, _, exponent = written.partition("e")
    return len(digits.partition(".")[2]) - int(exponent or 0)
