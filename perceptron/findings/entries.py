"""Where a line enters and leaves bands, and where on it most of them overlap."""

import math
from collections.abc import Sequence
from operator import le

from perceptron.findings.bands import Band, Line

# The numbers of a point, then low and high.
BandRow = tuple[float, float, float, float, float]
# What only the rounding of floats keeps from 0, for numbers of about 1.
NOTHING = 1e-12


def flat(bands: Sequence[Band]) -> list[BandRow]:
    """One entry for each row: its point, low and high."""
    return [(*band.point, band.low, band.high) for band in bands for _ in range(band.rows)]


def entries_and_exits(rows: Sequence[BandRow], line: Line) -> tuple[list[float], list[float]]:
    """Where the line enters and leaves the bands of rows, as values of t in order."""
    (base_1, base_2, base_3), (way_1, way_2, way_3) = line
    nothing = NOTHING * max(abs(way_1), abs(way_2), abs(way_3))
    entries: list[float] = []
    exits: list[float] = []
    enter, leave = entries.append, exits.append  # short names for the innermost loop
    for x1, x2, x3, low, high in rows:
        rise = way_1 * x1 + way_2 * x2 + way_3 * x3
        total = base_1 * x1 + base_2 * x2 + base_3 * x3
        if rise > nothing:
            enter((low - total) / rise)
            leave((high - total) / rise)
        elif rise < -nothing:
            enter((high - total) / rise)
            leave((low - total) / rise)
        elif low <= total <= high:
            enter(-math.inf)
            leave(math.inf)
    entries.sort()
    exits.sort()
    return entries, exits


def most_at_once(least: int, entries: Sequence[float], exits: Sequence[float]) -> int:
    """How many bands overlap somewhere, if these are more than `least`; else `least`."""
    while more_than(least, entries, exits):
        least += 1
    return least


def more_than(best: int, entries: Sequence[float], exits: Sequence[float]) -> bool:
    """Whether more than `best` bands overlap. They do where an entry comes before the exit that many places earlier."""
    return any(map(le, entries[best:], exits))


def deepest_t(entries: Sequence[float], exits: Sequence[float], rows: int) -> float:
    """A t at which so many rows are right."""
    return next(
        middle(entry, leave) for entry, leave in zip(entries[rows - 1 :], exits, strict=False) if entry <= leave
    )


def middle(start: float, end: float) -> float:
    """Half-way; where one of them is infinitely far, 1 away from the other; where both are, 0."""
    if math.isinf(start):
        return 0.0 if math.isinf(end) else end - 1.0
    return start + 1.0 if math.isinf(end) else start + (end - start) / 2.0
