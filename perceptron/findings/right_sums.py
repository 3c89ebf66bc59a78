"""Which weighted sums give a right answer.

An activation never falls, so they lie between two sums. These are found among all floats and not by the inverse, so
they hold for every activation, with every scaling, and also where a float is at an end that the true output only nears.
"""

import math
import struct
import sys
from collections.abc import Callable
from typing import NamedTuple

# A float and a whole number of 64 bits: floats that are not negative are in the same order as those numbers.
FLOAT, WHOLE = struct.Struct(">d"), struct.Struct(">Q")
LARGEST = sys.float_info.max


class RightSums(NamedTuple):
    """The least and the most weighted sum that are right; infinite where all sums on that side are."""

    least: float
    most: float


def right_sums(answer: Callable[[float], float], least: float, most: float) -> RightSums | None:
    """The sums for which least <= answer(sum) <= most; None where there are none.

    `answer` goes from a weighted sum to what a person is told; it must not fall anywhere.
    """
    lowest = _first(lambda total: answer(total) >= least)
    first_too_high = _first(lambda total: answer(total) > most)
    if lowest is None or first_too_high == -LARGEST:
        return None
    highest = math.inf if first_too_high is None else math.nextafter(first_too_high, -math.inf)
    return None if highest < lowest else RightSums(-math.inf if lowest == -LARGEST else lowest, highest)


def _first(holds: Callable[[float], bool]) -> float | None:
    """The smallest finite float for which it holds; None if for none. Where it holds, it must for all larger ones."""
    before, last = _place(-LARGEST) - 1, _place(LARGEST)
    if not holds(LARGEST):
        return None
    while last - before > 1:
        middle = (before + last) // 2
        if holds(_at(middle)):
            last = middle
        else:
            before = middle
    return _at(last)


def _place(number: float) -> int:
    """Where a float stands among all floats in their order, with 0 at place 0."""
    place: int = WHOLE.unpack(FLOAT.pack(abs(number)))[0]
    return -place if number < 0.0 else place


def _at(place: int) -> float:
    """The float at this place."""
    number: float = FLOAT.unpack(WHOLE.pack(abs(place)))[0]
    return -number if place < 0 else number
