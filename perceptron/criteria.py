"""When an answer counts as right: a criterion that belongs to the data, or a tolerance that the person chose."""

import math
import sys
from decimal import Context, Decimal
from typing import NamedTuple

from perceptron.datasets import DataSet
from perceptron.scoring import bounds, printed

LARGEST = sys.float_info.max
# Enough digits for the exact sum of any two floats as they are written.
EXACT = Context(prec=1_500, Emin=-999_999, Emax=999_999)


class Rounding(NamedTuple):
    """Right is what rounds to the target at so many decimals."""

    decimals: int

    def accepts(self, output: float, target: float) -> bool:
        """Whether this output is right for this target."""
        return printed(output, self.decimals) == printed(target, self.decimals)

    def bounds(self, target: float) -> tuple[float, float]:
        """The smallest and the largest output that is right for this target."""
        return bounds(printed(target, self.decimals), self.decimals)


class Nearer(NamedTuple):
    """Right is what is nearer to its own target than to the other, where there are just two; half-way is wrong."""

    low: float
    high: float

    def accepts(self, output: float, target: float) -> bool:
        """Whether this output is right for this target."""
        return _is_within(output, self.bounds(target))

    def bounds(self, target: float) -> tuple[float, float]:
        """The smallest and the largest output that is right for this target."""
        middle = self.low / 2.0 + self.high / 2.0
        if target == self.low:
            return -LARGEST, math.nextafter(middle, -math.inf)
        return math.nextafter(middle, math.inf), LARGEST


class Within(NamedTuple):
    """Right is what is at most this far from the target, both taken exactly as they are written."""

    tolerance: float

    def accepts(self, output: float, target: float) -> bool:
        """Whether this output is right for this target."""
        return _is_within(output, self.bounds(target))

    def bounds(self, target: float) -> tuple[float, float]:
        """The smallest and the largest output that is right for this target."""
        centre, reach = Decimal(repr(target)), Decimal(repr(self.tolerance))
        least, most = EXACT.subtract(centre, reach), EXACT.add(centre, reach)
        lowest, highest = float(least), float(most)
        # The nearest float to an edge may lie just outside it.
        return (
            math.nextafter(lowest, math.inf) if Decimal(lowest) < least else lowest,
            math.nextafter(highest, -math.inf) if Decimal(highest) > most else highest,
        )


Criterion = Rounding | Nearer | Within


def criterion_of(data: DataSet, tolerance: float | None = None) -> Criterion:
    """Within the tolerance if there is one; else by the data's own kind.

    With just two targets, in training and test together, the nearer one counts. Otherwise an answer must round to its
    target at the targets' own decimals.
    """
    if tolerance is not None:
        return Within(tolerance)
    targets = {row.target for row in (*data.training, *data.test)}
    if len(targets) == 2:
        return Nearer(min(targets), max(targets))
    return Rounding(_decimals(targets, data.decimals))


def _decimals(numbers: set[float], most: int) -> int:
    """How many decimals the numbers are written with, but at most so many; none where all are whole."""
    return next((few for few in range(most) if all(round(number, few) == number for number in numbers)), most)


def _is_within(output: float, limits: tuple[float, float]) -> bool:
    return limits[0] <= output <= limits[1]
