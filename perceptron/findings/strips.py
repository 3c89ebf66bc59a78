"""Bands where a plane cuts them: strips between two parallel lines, and where another line enters and leaves them.

It says the same as `perceptron.findings.entries`, for the many lines of one plane, in less than half of the time.
"""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from perceptron.findings.bands import Plane, Point
from perceptron.findings.entries import NOTHING, BandRow

# A line that is upright gets a slope so steep that floats do not tell it from upright.
UPRIGHT = 1e-20


class Strips(NamedTuple):
    """Strips in a plane with two numbers along and up, sorted by their slope: up = slope * along + height.

    `bottoms` and `tops` are slopes and heights of their two lines. So many more rows are right all over the plane.
    """

    everywhere: int
    slopes: Sequence[float]
    bottoms: Sequence[tuple[float, float]]
    tops: Sequence[tuple[float, float]]

    def entries_and_exits(self, slope: float, height: float) -> tuple[list[float], list[float]]:
        """Where a line enters and leaves the strips, as how far along, in order."""
        left = bisect_left(self.slopes, slope - NOTHING)
        right = bisect_right(self.slopes, slope + NOTHING, left)
        flatter, steeper = slice(left), slice(right, None)
        entries = [(other - height) / (slope - own) for own, other in self.bottoms[flatter]]
        entries += [(other - height) / (slope - own) for own, other in self.tops[steeper]]
        exits = [(other - height) / (slope - own) for own, other in self.tops[flatter]]
        exits += [(other - height) / (slope - own) for own, other in self.bottoms[steeper]]
        parallel = zip(self.bottoms[left:right], self.tops[left:right], strict=True)
        all_along = self.everywhere + sum(bottom[1] <= height <= top[1] for bottom, top in parallel)
        entries += [-math.inf] * all_along
        exits += [math.inf] * all_along
        entries.sort()
        exits.sort()
        return entries, exits


class Cut:
    """A plane among bands. Its two numbers are those of a place but for the one that the plane tells best."""

    def __init__(self, plane: Plane, rows: Sequence[BandRow]) -> None:
        point = plane.point
        self._left_out = max(range(3), key=lambda position: abs(point[position]))
        self._one, self._other = (position for position in range(3) if position != self._left_out)
        self._share = point[self._one] / point[self._left_out], point[self._other] / point[self._left_out]
        self._fixed = plane.total / point[self._left_out]
        cut = [(*self._cut(row[:3]), *row[3:]) for row in rows]
        self._level = _strips(cut)
        self._turned = _strips([(b, a, shift, low, high) for a, b, shift, low, high in cut])

    def entries_and_exits(self, plane: Plane) -> tuple[list[float], list[float]]:
        """Where the line in which both planes meet enters and leaves the bands of rows, in order.

        In units of their own, so only their order counts. The planes must not be parallel.
        """
        a, b, shift = self._cut(plane.point)
        total = plane.total - shift
        if abs(a) <= abs(b):
            return self._level.entries_and_exits(-a / b, total / b)
        return self._turned.entries_and_exits(-b / a, total / a)

    def _cut(self, point: Point) -> Point:
        """The factors of both numbers, and what the plane adds."""
        out = point[self._left_out]
        return point[self._one] - self._share[0] * out, point[self._other] - self._share[1] * out, self._fixed * out


def _strips(cut: Sequence[BandRow]) -> Strips:
    everywhere, strips = 0, []
    for along, up, shift, low, high in cut:
        if max(abs(along), abs(up)) <= NOTHING:
            everywhere += low <= shift <= high
            continue
        up = up if abs(up) > UPRIGHT * abs(along) else UPRIGHT * along
        ends = (low - shift) / up, (high - shift) / up
        strips.append((-along / up, min(ends), max(ends)))
    strips.sort()
    slopes = [slope for slope, _, _ in strips]
    return Strips(
        everywhere, slopes, [(slope, low) for slope, low, _ in strips], [(slope, high) for slope, _, high in strips]
    )
