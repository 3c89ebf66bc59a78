"""Finds a place where most bands overlap: weights and a bias with which most test rows are right.

The overlap of most bands has flat sides and a corner on one of the lines in which two sides meet. So it goes along each
of these lines and counts, in order, where the line enters and leaves bands. It takes bands that are a little wider, so
that surely no place has more. Where many overlap it takes narrower ones, so that the place is surely one.
"""

import math
from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from perceptron.findings.bands import Band, Line, Plane, Point, cross, dot, meeting, pairs
from perceptron.findings.entries import (
    NOTHING,
    BandRow,
    deepest_t,
    entries_and_exits,
    flat,
    more_than,
    most_at_once,
)
from perceptron.findings.strips import Cut

# How much narrower, or wider, a band is made so that the last bits of floats do not matter: a share of the narrowest.
MARGIN = 1e-5
# The rounding of floats moves a line by so much of the largest side, divided by the sine between the two planes.
ROUNDING = 1e-14
# How a place is moved further in: how often, and along which lines in turn.
ROUNDS = 30
WAYS: tuple[Point, ...] = ((1, 0, 0), (0, 1, 0), (0, 0, 1), (1, 1, 0), (1, -1, 0), (1, 1, -1), (1, 1, -2))


class Overlap(NamedTuple):
    """How many rows are right at a place."""

    rows: int
    place: Point


def most_overlap(bands: Sequence[Band]) -> Overlap | None:
    """The most rows that are right at any place, and a place well inside of their bands.

    None where bands that are a little wider would have more: then it hangs on the last bits of floats.
    It takes about `crossings(bands)` steps.
    """
    bands = _apart(bands)
    found, most = _searched(bands, _margin(bands))
    if found.rows < most:
        return None
    return Overlap(found.rows, _inside([band for band in bands if _holds(band, found.place)], found.place))


def _searched(bands: Sequence[Band], margin: float) -> tuple[Overlap, int]:
    """A place with many rows in narrower bands, and the most rows that any place can have, in wider ones.

    It looks for a place only near lines where wider bands have more rows than were found before. The closer two sides
    are to parallel, the less floats say of their line, and all rows may be right near those that are closest.
    """
    wide, narrow = flat(_widened(bands, margin)), flat(_widened(bands, -margin))
    closest = ROUNDING * _size(bands) / margin
    found, most = Overlap(0, (0.0, 0.0, 0.0)), 0
    for first, others in pairs(bands):
        inner = first.moved(2.0 * margin)
        cut, inner_cut = Cut(first, wide), Cut(inner, narrow)
        for second in others:
            sine = _sine(first, second)
            if sine > closest:
                entries, exits = cut.entries_and_exits(second)
                if more_than(found.rows, entries, exits):
                    found = _deeper(found, narrow, inner_cut, inner, second.moved(2.0 * margin))
                    most = max(most, most_at_once(found.rows, entries, exits))
            elif sine > NOTHING:
                most = len(wide)
            if found.rows == len(wide):
                return found, most  # no place has more
    return found, most


def _deeper(found: Overlap, rows: Sequence[BandRow], cut: Cut, first: Plane, second: Plane) -> Overlap:
    """The place with most rows where both planes meet, if they are more than were found before.

    `cut` is that of the first plane among the rows; it tells quickly that there are not.
    """
    if not more_than(found.rows, *cut.entries_and_exits(second)):
        return found
    line = meeting(first, second)
    entries, exits = entries_and_exits(rows, line)
    best = most_at_once(found.rows, entries, exits)
    return Overlap(best, line.place(deepest_t(entries, exits, best))) if best > found.rows else found


def _apart(bands: Sequence[Band]) -> Sequence[Band]:
    """The same bands; but where each has one side only and all sides meet at one place, a gap is made between them.

    All bands would touch at that place, which floats do not tell from an overlap. What overlaps near it also overlaps
    further away, at any distance, so nothing is lost.
    """
    sides = [band.low if math.isfinite(band.low) else band.high for band in bands]
    if (
        not bands
        or max(sides) - min(sides) > NOTHING * _size(bands)
        or any(math.isfinite(band.high - band.low) for band in bands)
    ):
        return bands
    centre = sides[0]
    if abs(centre) > NOTHING and not all(band.point[2] for band in bands):
        return bands
    lower, upper = centre - 1.0, centre + 1.0
    return [band._replace(high=lower) if math.isfinite(band.high) else band._replace(low=upper) for band in bands]


def _widened(bands: Sequence[Band], margin: float) -> list[Band]:
    """Each side so much further out, without bands of which nothing is left."""
    wider = [band._replace(low=band.low - margin, high=band.high + margin) for band in bands]
    return [band for band in wider if band.low <= band.high]


def _margin(bands: Sequence[Band]) -> float:
    """A part of the narrowest band, if that is not a single plane; half-open ones count as 1 wide."""
    return MARGIN * min([1.0, *(band.high - band.low for band in bands if band.high > band.low)])


def _size(bands: Sequence[Band]) -> float:
    sides = chain.from_iterable((band.low, band.high) for band in bands)
    return max([1.0, *(abs(side) for side in sides if math.isfinite(side))])


def _sine(first: Plane, second: Plane) -> float:
    way = cross(first.point, second.point)
    return math.sqrt(dot(way, way) / (dot(first.point, first.point) * dot(second.point, second.point)))


def _inside(bands: Sequence[Band], place: Point) -> Point:
    """A place further away from the sides of bands that all overlap: again and again further from two of them."""
    rows = flat(bands)
    for _ in range(ROUNDS if rows else 0):
        for way in WAYS:
            line = Line(place, way)
            entries, exits = entries_and_exits(rows, line)
            if more_than(len(entries) - 1, entries, exits):
                place = line.place(_further_in(entries[-1], exits[0]))
    return place


def _further_in(start: float, end: float) -> float:
    """The number nearest to 0 that is 1 away from both, or half-way where that is not possible."""
    room = min(1.0, (end - start) / 2.0)
    return min(max(0.0, start + room), end - room)


def _holds(band: Band, place: Point) -> bool:
    return band.low <= dot(band.point, place) <= band.high
