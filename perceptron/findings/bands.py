"""A test row as a band among all weights and biases, and the lines in which the sides of bands meet.

A row is right where its weighted sum lies between two numbers. In the space of weight 1, weight 2 and bias, that is a
band between two parallel planes.
"""

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

Point = tuple[float, float, float]


class Band(NamedTuple):
    """So many rows that are right where low <= point · (weight 1, weight 2, bias) <= high.

    The numbers of a point are from -1 to 1; one that is 0 in every band does not matter. `low` or `high` is infinite
    where the band has no such side, but not both.
    """

    point: Point
    low: float
    high: float
    rows: int = 1


class Plane(NamedTuple):
    """Where point · (weight 1, weight 2, bias) = total.

    The band that it is a side of has larger totals where `inward` is 1, and smaller ones where it is -1; 0 without one.
    """

    point: Point
    total: float
    inward: int = 0

    def moved(self, distance: float) -> "Plane":
        """The plane that is further into the band, by this much of the total."""
        return Plane(self.point, self.total + self.inward * distance, self.inward)


class Line(NamedTuple):
    """All places base + t * way."""

    base: Point
    way: Point

    def place(self, t: float) -> Point:
        """The place at this t."""
        (a, b, c), (d, e, f) = self
        return a + t * d, b + t * e, c + t * f


AXES = (Plane((1, 0, 0), 0), Plane((0, 1, 0), 0), Plane((0, 0, 1), 0))


def meeting(first: Plane, second: Plane) -> Line:
    """The line in which two planes meet that are not parallel."""
    way = cross(first.point, second.point)
    square = dot(way, way)
    (a, b, c), (d, e, f) = first.point, second.point
    one, other = first.total / square, second.total / square
    return Line(cross((one * d - other * a, one * e - other * b, one * f - other * c), way), way)


def pairs(bands: Sequence[Band]) -> Iterator[tuple[Plane, Sequence[Plane]]]:
    """Every two lower sides, and every two upper ones, also together with the planes in which a number is 0.

    They come as a plane and all that are to meet it. With these, each overlap of bands has a corner where three planes
    meet. Of any three sides two are of one kind, so one of these pairs meets there.
    """
    unused = _unused(bands)
    held = [AXES[position] for position in unused]
    axes = [axis for position, axis in enumerate(AXES) if position not in unused]
    lower = dict.fromkeys(Plane(band.point, band.low, 1) for band in bands if math.isfinite(band.low))
    upper = dict.fromkeys(Plane(band.point, band.high, -1) for band in bands if math.isfinite(band.high))
    for planes in ([*axes, *lower], [*axes, *upper]):
        if held:
            yield held[0], held[1:] or planes
        else:
            yield from ((plane, planes[after:]) for after, plane in enumerate(planes, start=1))


def crossings(bands: Sequence[Band]) -> int:
    """About how often the lines of all pairs meet a row."""
    different, used = len(set(bands)), 3 - len(_unused(bands))
    return 2 * math.comb(different + used, used - 1) * sum(band.rows for band in bands)


def _unused(bands: Sequence[Band]) -> list[int]:
    """The positions of the numbers that do not matter, but at most two of them."""
    return [position for position in range(3) if not any(band.point[position] for band in bands)][:2]


def dot(first: Point, second: Point) -> float:
    """The sum of the products."""
    return first[0] * second[0] + first[1] * second[1] + first[2] * second[2]


def cross(first: Point, second: Point) -> Point:
    """The direction at a right angle to both, as long as the sine between them times both lengths."""
    (a, b, c), (d, e, f) = first, second
    return b * f - c * e, c * d - a * f, a * e - b * d
