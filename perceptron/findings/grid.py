"""What a neuron predicts for all pairs of numbers from 0 to 1, as values for a picture."""

import math
from array import array
from collections.abc import Callable, Iterator
from functools import lru_cache

from perceptron.activations import SIGMOID
from perceptron.aspects import QUANTITIES
from perceptron.neuron import Perceptron
from perceptron.scoring import bounds, printed

# Below this e^-x overflows a float.
LEAST_SUM_FOR_EXP = -700.0


def grid(neuron: Perceptron, quantity: str, points: int, decimals: int) -> "array[float]":
    """points x points values, row after row: the first number grows along a row from 0 to 1, and the
    second falls from row to row, from 1 to 0.

    `quantity` is one of QUANTITIES: the prediction, the true sum, the error (true sum - prediction), or
    right, which is 1.0 where the prediction rounds to the true sum at so many decimals, and 0.0 elsewhere.
    Raises ValueError for another quantity, fewer than 2 points, or a neuron without 2 inputs.
    """
    if quantity not in QUANTITIES:
        raise ValueError(f"“{quantity}” is none of {', '.join(QUANTITIES)}.")
    if points < 2:
        raise ValueError(f"A grid needs at least 2 points a side; {points} is too few.")
    if len(neuron.weights) != 2:
        raise ValueError(f"A grid needs a neuron with 2 inputs; this one has {len(neuron.weights)}.")
    values = array("d")
    for row in ROWS[quantity](neuron, points, decimals):
        values.extend(row)
    return values


def _predictions(neuron: Perceptron, points: int, decimals: int) -> Iterator[list[float]]:
    """The predictions of `Perceptron.predict`, bit for bit; what a column shares is computed once."""
    exp, function = math.exp, neuron.activation.function
    weight_1, weight_2 = neuron.weights
    along = _along(points)
    columns = [neuron.bias + x * weight_1 for x in along]
    # A weighted sum is nowhere less than at one of the corners.
    least = min(columns[0], columns[-1]) + min(0.0, weight_2)
    if neuron.activation is SIGMOID and least > LEAST_SUM_FOR_EXP:
        for y in reversed(along):
            part = y * weight_2
            yield [1.0 / (1.0 + exp(-(column + part))) for column in columns]
    else:
        for y in reversed(along):
            part = y * weight_2
            yield [function(column + part) for column in columns]


def _true_sums(neuron: Perceptron, points: int, decimals: int) -> Iterator[list[float]]:
    along = _along(points)
    for y in reversed(along):
        yield [x + y for x in along]


def _errors(neuron: Perceptron, points: int, decimals: int) -> Iterator[list[float]]:
    rows = zip(_true_sums(neuron, points, decimals), _predictions(neuron, points, decimals), strict=True)
    for sums, predictions in rows:
        yield [true_sum - prediction for true_sum, prediction in zip(sums, predictions, strict=True)]


def _rights(neuron: Perceptron, points: int, decimals: int) -> Iterator[list[float]]:
    rows = zip(_bounds_of_true_sums(points, decimals), _predictions(neuron, points, decimals), strict=True)
    for limits, predictions in rows:
        yield [
            1.0 if least <= prediction <= most else 0.0
            for (least, most), prediction in zip(limits, predictions, strict=True)
        ]


@lru_cache(maxsize=4)
def _bounds_of_true_sums(points: int, decimals: int) -> list[list[tuple[float, float]]]:
    """Between which predictions each point is right; the same for every neuron."""
    along = _along(points)
    return [[bounds(printed(round(x + y, decimals), decimals), decimals) for x in along] for y in reversed(along)]


def _along(points: int) -> list[float]:
    return [position / (points - 1) for position in range(points)]


# The rows of values of each quantity.
ROWS: dict[str, Callable[[Perceptron, int, int], Iterator[list[float]]]] = {
    "prediction": _predictions,
    "true sum": _true_sums,
    "error": _errors,
    "right": _rights,
}
