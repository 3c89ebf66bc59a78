"""The smallest training error that some parameters can give, where the others are fixed.

What is fixed comes as the weighted sums, which lack only the part of the free parameters.
"""

import math
from collections.abc import Callable, Sequence

from perceptron.findings.least_squares import least_squares
from perceptron.findings.training_error import TrainingError

# How the best value is searched for: first at so many values, then between the neighbours of the best of them.
SCANNED, NARROWED = 17, 18
GOLDEN = (math.sqrt(5.0) - 1.0) / 2.0
# Weighted sums beyond these hardly change an answer of a sigmoid or of tanh.
FAR = 6.0
# What a weight may be when it is set by hand.
LARGEST = 1000.0


def exact(rows: TrainingError, others: Sequence[int], sums: Sequence[float]) -> float:
    """The smallest error over the other parameters, whose part the sums lack."""
    if rows.is_cross_entropy:
        column = rows.columns[others[0]]
        best = _least_cross_entropy(rows, column, sums)
        return rows.error_of_sums([total + best * x for total, x in zip(sums, column, strict=True)])
    lines = [*zip(*[rows.columns[place] for place in others], strict=True)]
    missing = [target - total for target, total in zip(rows.targets, sums, strict=True)]
    best_of_all = least_squares(lines, missing)
    found = [
        total + sum(number * x for number, x in zip(best_of_all, line, strict=True))
        for total, line in zip(sums, lines, strict=True)
    ]
    return rows.error_of_sums(found)


def _least_cross_entropy(rows: TrainingError, column: Sequence[float], sums: Sequence[float]) -> float:
    """Where the slope of the cross-entropy, sum of (output - target) * x, changes its sign; it only grows."""

    def slope(value: float) -> float:
        return sum(
            (rows.function(total + value * x) - target) * x
            for total, x, target in zip(sums, column, rows.targets, strict=True)
        )

    low, high = -LARGEST, LARGEST
    while True:
        middle = (low + high) / 2.0
        if middle in (low, high) or high - low < 1e-12 * max(1.0, abs(middle)):
            return middle
        low, high = (middle, high) if slope(middle) < 0.0 else (low, middle)


def searched(rows: TrainingError, place: int, held: float, sums: Sequence[float]) -> float:
    """The smallest error found over the one other parameter; at most that of its held value."""
    column = rows.columns[place]

    def error(value: float) -> float:
        return rows.error_of_sums([total + value * x for total, x in zip(sums, column, strict=True)])

    low, high = _reach(rows, column, sums)
    step = (high - low) / (SCANNED - 1)
    best = min(range(SCANNED), key=lambda number: error(low + number * step))
    found = _narrowed(error, low + (best - 1) * step, low + (best + 1) * step)
    return min(found, error(held))


def _reach(rows: TrainingError, column: Sequence[float], sums: Sequence[float]) -> tuple[float, float]:
    """Between which values the parameter matters: where it brings each row from far below 0 to far above."""
    far = FAR + max(map(abs, rows.targets))
    ends = [(side * far - total) / x for total, x in zip(sums, column, strict=True) if x for side in (-1.0, 1.0)]
    if not ends:
        return -1.0, 1.0
    return max(min(ends), -LARGEST), min(max(ends), LARGEST)


def _narrowed(error: Callable[[float], float], low: float, high: float) -> float:
    """The smallest value between two places, by the golden section (Kiefer, 1953), if there is only one valley."""
    left, right = high - GOLDEN * (high - low), low + GOLDEN * (high - low)
    at_left, at_right = error(left), error(right)
    for _ in range(NARROWED):
        if at_left <= at_right:
            high, right, at_right = right, left, at_left
            left = high - GOLDEN * (high - low)
            at_left = error(left)
        else:
            low, left, at_left = left, right, at_right
            right = low + GOLDEN * (high - low)
            at_right = error(right)
    return min(at_left, at_right)
