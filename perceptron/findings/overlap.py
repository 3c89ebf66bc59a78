"""Finds a place where most bands overlap: weights and a bias with which most test rows are right.

The overlap of most bands has flat sides and a corner on one of the lines in which two sides meet. So it goes along each
of these lines and counts, in order, where the line enters and leaves bands: once with bands that are a little narrower,
so that the place is one for sure, and once with bands that are a little wider, so that surely no place has more.
"""

import math
from collections.abc import Sequence
from itertools import chain
from operator import le
from typing import NamedTuple

from perceptron.findings.bands import Band, Line, Plane, Point, cross, dot, meeting, pairs

# How much narrower, or wider, a band is made so that the last bits of floats do not matter: a share of the narrowest.
MARGIN = 1e-5
# What only the rounding of floats keeps from 0, for numbers of about 1.
NOTHING = 1e-12
# The rounding of floats moves a line by so much of the largest side, divided by the sine between the two planes.
ROUNDING = 1e-14
ROUNDS = 30
WAYS: tuple[Point, ...] = ((1, 0, 0), (0, 1, 0), (0, 0, 1), (1, 1, 0), (1, -1, 0), (1, 1, -1), (1, 1, -2))


class Overlap(NamedTuple):
    """How many rows are right at a place."""

    rows: int
    place: Point


def most_overlap(bands: Sequence[Band]) -> Overlap | None:
    """The most rows that are right at any place, and a place well inside of their bands.

    None where bands that are a little wider would have more: then it hangs on the last bits of floats.
    It takes about `crossings(bands)` steps, twice.
    """
    bands = _apart(bands)
    margin = _margin(bands)
    found = _deepest(_widened(bands, -margin), _widened(bands, -2.0 * margin))
    if found.rows < sum(band.rows for band in bands) and _has_more(bands, margin, found.rows):
        return None
    return Overlap(found.rows, _inside([band for band in bands if _holds(band, found.place)], found.place))


def _deepest(bands: Sequence[Band], sides: Sequence[Band]) -> Overlap:
    """The most rows of these bands on any line in which the sides of others meet."""
    best, place = 0, (0.0, 0.0, 0.0)
    for pair in pairs(sides):
        if _sine(*pair) > NOTHING:
            line = meeting(*pair)
            entries, exits = _entries_and_exits(bands, line)
            while _more_than(best, entries, exits):
                best += 1
                place = line.place(_deepest_t(entries, exits, best))
    return Overlap(best, place)


def _has_more(bands: Sequence[Band], margin: float, best: int) -> bool:
    """Whether more than `best` rows would be right on a line in which sides meet, if bands were a little wider.

    The closer two sides are to parallel, the less floats say of their line. The closest may have any number.
    """
    wide, closest = _widened(bands, margin), ROUNDING * _size(bands) / margin
    for pair in pairs(bands):
        sine = _sine(*pair)
        if sine > closest:
            if _more_than(best, *_entries_and_exits(wide, meeting(*pair))):
                return True
        elif sine > NOTHING:
            return True
    return False


def _entries_and_exits(bands: Sequence[Band], line: Line) -> tuple[list[float], list[float]]:
    """Where the line enters and leaves the bands, as values of t in order."""
    (base_1, base_2, base_3), (way_1, way_2, way_3) = line
    nothing = NOTHING * max(abs(way_1), abs(way_2), abs(way_3))
    entries, exits = [], []
    for (x1, x2, x3), low, high, rows in bands:
        rise = way_1 * x1 + way_2 * x2 + way_3 * x3
        total = base_1 * x1 + base_2 * x2 + base_3 * x3
        if rise > nothing:
            entry, leave = (low - total) / rise, (high - total) / rise
        elif rise < -nothing:
            entry, leave = (high - total) / rise, (low - total) / rise
        elif low <= total <= high:
            entry, leave = -math.inf, math.inf
        else:
            continue
        for _ in range(rows):
            entries.append(entry)
            exits.append(leave)
    entries.sort()
    exits.sort()
    return entries, exits


def _more_than(best: int, entries: Sequence[float], exits: Sequence[float]) -> bool:
    """Whether more than `best` bands overlap. They do where an entry comes before the exit that many places earlier."""
    return any(map(le, entries[best:], exits))


def _deepest_t(entries: Sequence[float], exits: Sequence[float], rows: int) -> float:
    """A t at which so many rows are right."""
    return next(
        _middle(entry, leave) for entry, leave in zip(entries[rows - 1 :], exits, strict=False) if entry <= leave
    )


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
    for _ in range(ROUNDS if bands else 0):
        for way in WAYS:
            line = Line(place, way)
            entries, exits = _entries_and_exits(bands, line)
            if _more_than(len(entries) - 1, entries, exits):
                place = line.place(_further_in(entries[-1], exits[0]))
    return place


def _further_in(start: float, end: float) -> float:
    """The number nearest to 0 that is 1 away from both, or half-way where that is not possible."""
    room = min(1.0, (end - start) / 2.0)
    return min(max(0.0, start + room), end - room)


def _holds(band: Band, place: Point) -> bool:
    return band.low <= dot(band.point, place) <= band.high


def _middle(start: float, end: float) -> float:
    """Half-way; where one of them is infinitely far, 1 away from the other; where both are, 0."""
    if math.isinf(start):
        return 0.0 if math.isinf(end) else end - 1.0
    return start + 1.0 if math.isinf(end) else start + (end - start) / 2.0
