"""Lines of equal height on a map that is known at the points of a grid, and round heights for them.

Between four points a line is straight, found by marching squares (Lorensen and Cline's idea of 1987, in the plane).
"""

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from perceptron.findings.contours import Place

MANTISSAS = (1.0, 2.0, 5.0)
MOST_LEVELS = 12
FEWEST_LEVELS = 4
# Which two sides of a cell a line joins, by which corners are above it: 1 lower left, 2 lower right, 4 upper right,
# 8 upper left. Sides: 0 below, 1 right, 2 above, 3 left. The two cases with two lines are apart.
CASES = {1: (3, 0), 2: (0, 1), 3: (3, 1), 4: (1, 2), 6: (0, 2), 7: (3, 2)}
CORNERS = ((0, 0), (1, 0), (1, 1), (0, 1))


class LevelLine(NamedTuple):
    """The line at this height, as pieces; each has two ends, which are shares of the axes, across and up."""

    level: float
    pieces: tuple[tuple[Place, Place], ...]


def round_levels(rows: Sequence[Sequence[float]]) -> tuple[float, ...]:
    """Round heights between the lowest and the highest point: 0.01, 0.02, 0.05, 0.1 and so on, as errors spread.

    Where these are too few, for example on a nearly flat map, they are evenly apart.
    """
    known = [value for row in rows for value in row if math.isfinite(value)]
    if not known or min(known) == max(known):
        return ()
    least, most = min(known), max(known)
    found = [level for level in _one_two_five(least, most) if least < level < most] if most > 0.0 else []
    if len(found) > MOST_LEVELS:
        found = [level for level in found if f"{level:e}".startswith("1.0")]  # powers of ten
    while len(found) > MOST_LEVELS:
        found = found[::2]
    if len(found) < FEWEST_LEVELS:
        found = [least + (most - least) * step / (FEWEST_LEVELS + 1) for step in range(1, FEWEST_LEVELS + 1)]
    return tuple(found)


def level_lines(rows: Sequence[Sequence[float]], levels: Sequence[float]) -> tuple[LevelLine, ...]:
    """The lines of these heights on a grid as `landscape` yields it: the first row is the uppermost.

    No line goes next to a point that is infinite or no number. Raises ValueError for a grid of less than 2 x 2 points,
    or with uneven rows.
    """
    width = len(rows[0]) if rows else 0
    if len(rows) < 2 or width < 2 or any(len(row) != width for row in rows):
        raise ValueError("A map needs at least 2 x 2 points, and as many in each row.")
    upwards = list(reversed(rows))
    return tuple([LevelLine(level, tuple(_pieces(upwards, level))) for level in levels])


def _one_two_five(least: float, most: float) -> Iterator[float]:
    lowest = max(least, most * 1e-9, 1e-300)
    for power in range(math.floor(math.log10(lowest)), math.floor(math.log10(most)) + 1):
        for mantissa in MANTISSAS:
            yield float(f"{mantissa:g}e{power}")


def _pieces(rows: Sequence[Sequence[float]], level: float) -> Iterator[tuple[Place, Place]]:
    """The pieces of one line; row 0 is the lowest."""
    across, up = len(rows[0]) - 1, len(rows) - 1
    for y in range(up):
        for x in range(across):
            corners = [rows[y + above][x + right] for right, above in CORNERS]
            if all(map(math.isfinite, corners)):
                for first, second in _sides(corners, level):
                    yield (
                        _place(x, y, corners, first, level, across, up),
                        _place(x, y, corners, second, level, across, up),
                    )


def _sides(corners: Sequence[float], level: float) -> tuple[tuple[int, int], ...]:
    """The pairs of a cell's sides that a line joins."""
    case = sum(1 << place for place, value in enumerate(corners) if value > level)
    if case in (5, 10):  # two opposite corners are above: the middle says whether they belong together
        joined = sum(corners) / 4.0 > level
        return ((3, 2), (0, 1)) if joined == (case == 5) else ((3, 0), (1, 2))
    sides = CASES.get(case) or CASES.get(15 - case)
    return (sides,) if sides else ()


def _place(x: int, y: int, corners: Sequence[float], side: int, level: float, across: int, up: int) -> Place:
    """Where the line meets a side of the cell at x and y, as shares of the whole map."""
    start, end = side, (side + 1) % 4
    share = (level - corners[start]) / (corners[end] - corners[start])
    right = CORNERS[start][0] + share * (CORNERS[end][0] - CORNERS[start][0])
    above = CORNERS[start][1] + share * (CORNERS[end][1] - CORNERS[start][1])
    return (x + right) / across, (y + above) / up
