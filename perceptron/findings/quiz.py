"""Whether a person's answer in the quiz is right: to two significant digits, and no digit more that is wrong.

Where the value is an old one that changed a little, two digits may be the same as before. Then it takes so many
decimals that a digit changes.
"""

import math
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal, InvalidOperation
from typing import Literal, NamedTuple

from perceptron.numerals import readings

# Enough digits for the longest float there is, and room for exponents that none has.
WIDE = Context(prec=1_500, Emin=-999_999, Emax=999_999)
ENOUGH = 2  # significant digits
UNSEEN = 8  # so many digits further, a digit that is not 0 is the noise of floats: 0.1 + 0.2 is 0.3
MOST_DECIMALS = 6  # that anybody should have to write

Found = Literal["right", "wrong", "sign", "zero", "short", "none", "overflow"]
# What counts as a miss. An answer that is not precise enough, or no number, is only asked for again.
MISSES = ("wrong", "sign")


class Marked(NamedTuple):
    """A typed answer, the value that was asked for, and what is true of the answer.

    It is “right” or “wrong”; or only its “sign” is wrong, or it is “zero” where the value is not, or it is right but
    too “short”, or it has “none” of the numbers; or the value is “overflow”, infinite or NaN, and no answer can be
    marked.
    """

    text: str
    value: float
    found: Found
    decimals: int | None = None  # that it takes, where that is more than two significant digits

    @property
    def right(self) -> bool:
        """Whether it is right."""
        return self.found == "right"

    @property
    def is_miss(self) -> bool:
        """Whether it counts as a miss."""
        return self.found in MISSES


def decimals_that_tell(old: float, new: float) -> int | None:
    """With how many decimals, and at least two significant digits, the new number looks other than the old one.

    None where even 6 decimals look the same, and two digits too where they are smaller than that; less than 0 where
    the last of these digits is one of tens, hundreds, ….
    """
    if not (math.isfinite(old) and math.isfinite(new)):
        return None
    fewest = _decimals_of_two_digits(new)
    for decimals in range(fewest, max(fewest, MOST_DECIMALS) + 1):
        if not set(_roundings(old, _unit(decimals))) & set(_roundings(new, _unit(decimals))):
            return decimals
    return None


def decimals_to_ask_for(old: float, new: float) -> int | None:
    """How many decimals to write so that one sees the change; None where two significant digits are enough."""
    decimals = decimals_that_tell(old, new)
    return max(0, decimals) if decimals is not None and decimals > _decimals_of_two_digits(new) else None


def _decimals_of_two_digits(value: float) -> int:
    return ENOUGH - 1 - Decimal(value).adjusted() if value else 0


def mark(text: str, value: float, decimals: int | None = None) -> Marked:
    """Mark a typed answer to the question what `value` is.

    An answer is right if it is the value rounded to the digits given, halves up or to even, and these are at least two
    significant ones, or the value has no more. Or it takes these `decimals`. A zero at the end counts: 0.20 has two
    digits and 0.2 has one. It may have a decimal point or comma, a sign and an exponent.
    """
    found = _found(_numbers(text), value, decimals) if math.isfinite(value) else "overflow"
    return Marked(text, value, found, decimals)


def _found(numbers: list[Decimal], value: float, decimals: int | None) -> Found:
    if not numbers:
        return "none"
    right = [given for given in numbers if _rounds(given, value)]
    if right and value and not any(right):
        return "zero"
    if right:
        return "right" if any(_is_long_enough(given, value, decimals) for given in right) else "short"
    return "sign" if any(given and _rounds(-given, value) for given in numbers) else "wrong"


def _numbers(text: str) -> list[Decimal]:
    """The numbers that the text can mean, with the digits as typed: none, one or two."""
    try:
        return [_with_its_digits(Decimal(plain)) for plain in readings(text)]
    except InvalidOperation:  # its exponent has too many digits
        return []


def _with_its_digits(given: Decimal) -> Decimal:
    """The zeros at the end of a whole number may only keep the place: 310 can be 312 in two digits."""
    _, digits, exponent = given.as_tuple()
    written = "".join(map(str, digits))
    zeros = len(written) - len(written.rstrip("0"))
    return given.normalize(WIDE) if exponent == 0 and 0 < zeros < len(written) else given


def _rounds(given: Decimal, value: float) -> bool:
    """Whether the value rounds to this at the last digit given."""
    return any(given == rounded for rounded in _roundings(value, given))


def _is_long_enough(given: Decimal, value: float, decimals: int | None) -> bool:
    """Whether a correct rounding has the digits that it takes, or nothing but zeros would follow.

    Of a whole number nobody can see whether the zeros at its end are such digits: they may be.
    """
    if not value:
        return True
    places = -_decimals_of_two_digits(value) if decimals is None else -decimals
    exponent = given.as_tuple().exponent
    assert isinstance(exponent, int)  # it is no NaN
    if exponent <= places:
        return True
    has_enough = decimals is None and given.adjusted() - exponent >= ENOUGH - 1  # as 0.10 for 0.0996
    finest = places if exponent > 0 or has_enough else places - UNSEEN
    return any(given == rounded for rounded in _roundings(value, _unit(-finest)))


def _unit(decimals: int) -> Decimal:
    return Decimal(1).scaleb(-decimals, WIDE)


def _roundings(value: float, digits: Decimal) -> list[Decimal]:
    """The value at the last digit of another number: the exact float, or the float as it is written, both ways."""
    try:
        return [
            exact.quantize(digits, rounding, WIDE)
            for exact in (Decimal(value), Decimal(repr(value)))
            for rounding in (ROUND_HALF_UP, ROUND_HALF_EVEN)
        ]
    except InvalidOperation:
        return []
