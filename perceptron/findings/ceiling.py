"""The ceiling: how many test rows any weights and bias of a neuron get right, and weights that do.

It is found for one and for two inputs. A neuron's activation, scaling and criterion only decide which weighted sums are
right for each row; what is left is where bands overlap, see `perceptron.findings.bands`. For more inputs it is found
where all rows can be right, if the weights of least squares get them so: that they do is the proof.
"""

import math
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from perceptron.activations import ACTIVATIONS, LINEAR, Activation
from perceptron.criteria import Nearer
from perceptron.datasets import DataSet
from perceptron.findings.bands import Band, Point, crossings
from perceptron.findings.entries import middle
from perceptron.findings.least_squares import least_squares
from perceptron.findings.once import once
from perceptron.findings.overlap import most_overlap
from perceptron.findings.right_sums import RightSums, right_sums
from perceptron.judging import Scorer
from perceptron.settings import Settings

MOST_INPUTS = 2
# A hundred different test rows with two inputs and one target each need about a million.
MOST_CROSSINGS = 1_500_000
FULL_PRECISION = 17
MOST_TARGETS = 1_000
LARGEST_WEIGHT = 1e300  # which can still be rounded


class Ceiling(NamedTuple):
    """The most test rows that any weights and bias get right, out of how many, and weights and bias that do.

    Weights and bias belong to the numbers that the neuron meets, after scaling. A neuron without a bias has 0.
    """

    most: int
    total: int
    weights: tuple[float, ...]
    bias: float


def ceiling(settings: Settings) -> Ceiling | None:
    """The ceiling of the neuron that these settings make; start and training do not matter.

    None when it is not known: with more than two inputs or too many different test rows, unless least squares get all
    right, or when it hangs on the last bits of floats, for example with a tolerance of 0 or with inputs as small as
    floats can be.
    """
    return _ceiling(settings.data, settings.activation, settings.bias, settings.scaling, settings.tolerance)


# What was found out is kept: it is asked for again after each training.
@once
def _ceiling(
    data: DataSet, activation_name: str, bias: str, scaling_name: str, tolerance: float | None
) -> Ceiling | None:
    settings = Settings(data, activation=activation_name, bias=bias, scaling=scaling_name, tolerance=tolerance)
    return _by_least_squares(settings) or (_by_overlap(settings) if data.inputs <= MOST_INPUTS else None)


def _by_overlap(settings: Settings) -> Ceiling | None:
    activation, scaling = ACTIVATIONS[settings.activation], settings.fitted_scaling()
    sizes = _sizes([scaling.inputs(row.inputs) for row in settings.data.test])
    always, bands = _bands(settings, activation, sizes)
    if crossings(bands) > MOST_CROSSINGS:
        return None
    overlap = most_overlap(bands)
    if overlap is None:
        return None
    first, second, third = overlap.place
    place = first, second, third if settings.has_bias else 0.0
    return _written_shortest(settings, place, sizes, always + overlap.rows)


def _by_least_squares(settings: Settings) -> Ceiling | None:
    """All rows are right where the weighted sums that come nearest to the middle of the right ones are right."""
    data, scaling = settings.data, settings.fitted_scaling()
    middles = _middles(settings)
    if not middles:
        return None
    met = [(*scaling.inputs(row.inputs), float(settings.has_bias)) for row in data.test]
    sizes = [max(map(abs, column)) or 1.0 for column in zip(*met, strict=True)]
    largest = max(map(abs, middles.values())) or 1.0
    rows = [[number / size for number, size in zip(row, sizes, strict=True)] for row in met]
    found = least_squares(rows, [middles[row.target] / largest for row in data.test])
    place = [weight * largest for weight in found]
    if not max(map(abs, place)) / min(sizes) < LARGEST_WEIGHT:  # also if it is no number
        return None
    return _written_shortest(settings, place, sizes, len(data.test))


def _middles(settings: Settings) -> dict[float, float]:
    """For each target of the test rows a weighted sum that is right; empty if there is none for some of them.

    Empty too where there are so many targets that it would take too long to find the right sums.
    """
    activation, scaling, criterion = ACTIVATIONS[settings.activation], settings.fitted_scaling(), settings.criterion()
    targets = {row.target for row in settings.data.test}
    if activation is LINEAR and not isinstance(criterion, Nearer):
        return {target: scaling.output(target) for target in targets}
    if len(targets) > MOST_TARGETS:
        return {}

    def answer(weighted_sum: float) -> float:
        return scaling.answer(activation.function(weighted_sum))

    right = {target: right_sums(answer, *criterion.bounds(target)) for target in targets}
    return {} if None in right.values() else {target: middle(*_open(sums)) for target, sums in right.items() if sums}


def _open(sums: RightSums) -> RightSums:
    """With ends that only scaling keeps from being infinite, as such: a sum near them is no sum to aim at."""
    return RightSums(
        -math.inf if sums.least < -LARGEST_WEIGHT else sums.least, math.inf if sums.most > LARGEST_WEIGHT else sums.most
    )


def _written_shortest(settings: Settings, place: Sequence[float], sizes: Sequence[float], most: int) -> Ceiling | None:
    """The ceiling with as few digits as still get so many rows right; None if none do."""
    data = settings.data
    scorer = Scorer(data, ACTIVATIONS[settings.activation], settings.criterion(), settings.fitted_scaling())
    for digits in range(1, FULL_PRECISION + 1):
        rounded = _rounded(place, sizes, digits)
        if rounded is None:
            return None
        weights, bias = rounded[: data.inputs], rounded[-1]
        if scorer.right(weights, bias) == most:
            return Ceiling(most, len(data.test), tuple(weights), bias)
    return None


def _bands(settings: Settings, activation: Activation, sizes: Point) -> tuple[int, list[Band]]:
    """How many test rows are right with all weights, and the others as bands, without those that never are."""
    scaling, criterion = settings.fitted_scaling(), settings.criterion()

    def answer(weighted_sum: float) -> float:
        return scaling.answer(activation.function(weighted_sum))

    right = {
        target: right_sums(answer, *criterion.bounds(target)) for target in {row.target for row in settings.data.test}
    }
    always, counts = 0, Counter[tuple[Point, RightSums]]()
    for inputs, target in settings.data.test:
        sums = right[target]
        point = _point(scaling.inputs(inputs), sizes, settings.has_bias)
        if sums is None:
            continue
        if sums == (-math.inf, math.inf) or not any(point):
            always += sums.least <= 0.0 <= sums.most
        else:
            counts[point, sums] += 1
    return always, [Band(point, *sums, rows) for (point, sums), rows in counts.items()]


def _point(inputs: Sequence[float], sizes: Point, has_bias: bool) -> Point:
    first, second = inputs[0], inputs[1] if len(inputs) > 1 else 0.0
    return first / sizes[0], second / sizes[1], 1.0 if has_bias else 0.0


def _sizes(rows: Sequence[Sequence[float]]) -> Point:
    """The largest number of each column, without its sign; 1 where all are 0, and for the bias."""
    first, *second = (max(map(abs, column)) or 1.0 for column in zip(*rows, strict=True))
    return first, second[0] if second else 1.0, 1.0


def _rounded(place: Sequence[float], sizes: Sequence[float], digits: int) -> list[float] | None:
    """Weights and bias, each with as many digits as matter as much as so many digits of what counts most.

    None where inputs are so small or so large that no float holds the weights for them.
    """
    largest = max(map(abs, place)) or 1.0
    if not all(0.0 < largest / size < math.inf for size in sizes):
        return None
    return [
        round(number / size, digits - 1 - math.floor(math.log10(largest / size))) + 0.0  # -0.0 becomes 0.0
        for number, size in zip(place, sizes, strict=True)
    ]
