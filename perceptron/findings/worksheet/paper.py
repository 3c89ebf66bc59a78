"""Numbers as they stand on paper: decimal and short, so that a person can calculate with them."""

import math
from decimal import ROUND_HALF_UP, Decimal

# A number below the first counts as 0, and with one above the second nobody wants to calculate by hand.
LEAST, MOST = 1e-6, 1e6
PLACES = 3
MOST_WRITTEN = 5  # characters of a number of the data that stands on the paper as it is
ZERO = Decimal(0)


class NotForPaperError(ValueError):
    """A number is too large or no number at all, so its exercise is left out."""


def on_paper(value: float, fewest: int = 0) -> Decimal:
    """A number with three decimals: a small one with three digits, a large one with four. At least `fewest` decimals.

    A tiny number is 0. Raises NotForPaperError.
    """
    if abs(value) < LEAST:
        return ZERO
    if not abs(value) < MOST:  # nor is NaN
        raise NotForPaperError(f"{value} is not for paper.")
    exponent = math.floor(math.log10(abs(value)))
    places = PLACES - exponent if exponent >= 0 else PLACES - 1 - exponent
    return to_places(Decimal(repr(value)), max(places, fewest, 0))


def as_written(value: float) -> Decimal:
    """A number of the data as it is, if it is short; else as `on_paper`."""
    text = repr(value).removesuffix(".0")
    if len(text.lstrip("-")) <= MOST_WRITTEN and "e" not in text:
        return Decimal(text) if value else ZERO
    return on_paper(value)


def to_places(number: Decimal, places: int) -> Decimal:
    """Rounded to so many decimals as people round: a five goes up, away from 0."""
    rounded = number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return abs(rounded) if rounded.is_zero() else rounded


def with_digits(number: Decimal, fewest: int) -> Decimal:
    """Rounded to three digits, but to at least so many decimals."""
    if number.is_zero():
        return to_places(number, fewest)
    return to_places(number, max(fewest, PLACES - 1 - number.adjusted()))


def places_of(number: Decimal) -> int:
    """How many decimals it is written with."""
    exponent = number.as_tuple().exponent
    assert isinstance(exponent, int)
    return max(0, -exponent)


def last_place(number: Decimal) -> Decimal:
    """One in its last decimal: how far from an answer still counts, after rounding on the way."""
    return Decimal(1).scaleb(-places_of(number))


def is_half_way(number: Decimal, places: int) -> bool:
    """Whether it lies just between two numbers with so many decimals, so that people round it differently."""
    return (number.scaleb(places) * 2) % 2 in (1, -1)
