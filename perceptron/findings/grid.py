"""What a neuron says along one input, or all over two of them, as values for a picture. Other inputs are held."""

import math
from array import array
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from perceptron.activations import SIGMOID
from perceptron.aspects import CLASS, QUANTITIES
from perceptron.criteria import Criterion, Nearer, Rounding
from perceptron.neuron import Perceptron
from perceptron.rules import RULES
from perceptron.task import Task

# Below this e^-x overflows a float.
LEAST_SUM_FOR_EXP = -700.0
HALF_WAY = 0.5


class Axis(NamedTuple):
    """An input, by its position from 0, and from where to where it goes."""

    position: int
    least: float
    most: float

    def along(self, points: int) -> list[float]:
        """So many values, evenly from the least to the most."""
        return [self.at(step, points - 1) for step in range(points)]

    def at(self, step: int, steps: int) -> float:
        """The value at one of so many even steps from the least to the most."""
        share, width = step / steps, self.most - self.least
        # A width that is more than a float holds is never worked out.
        return self.least + width * share if width < math.inf else self.least * (1.0 - share) + self.most * share

    def share(self, value: float) -> float:
        """How far along a value lies: 0 at the least, 1 at the most."""
        width = self.most - self.least
        # Halves where the whole width is more than a float holds; half of the smallest float would be 0.
        return (value - self.least) / width if width < math.inf else (value / 2.0 - self.least / 2.0) / self._half

    def part(self, distance: float) -> float:
        """A distance as a share of the whole."""
        width = self.most - self.least
        return distance / width if width < math.inf else distance / 2.0 / self._half

    @property
    def _half(self) -> float:
        return self.most / 2.0 - self.least / 2.0


ACROSS, UP = Axis(0, 0.0, 1.0), Axis(1, 0.0, 1.0)


class Area(NamedTuple):
    """The points that are asked for: across, and up if there are two axes; `held` has a value for each input."""

    across: Axis
    up: Axis | None
    held: tuple[float, ...]
    points: int

    def rows(self) -> Iterator[list[tuple[float, ...]]]:
        """The inputs of all points, row after row."""
        inputs = list(self.held)
        for y in reversed(self.up.along(self.points)) if self.up else (None,):
            if self.up and y is not None:
                inputs[self.up.position] = y
            row = []
            for x in self.across.along(self.points):
                inputs[self.across.position] = x
                row.append(tuple(inputs))
            yield row


def quantities_of(task: Task) -> tuple[str, ...]:
    """What can be asked for: what needs the true answer only where that is known; for two targets, the class."""
    if isinstance(task.criterion, Nearer):
        return (*(QUANTITIES[:-1] if task.data.rule else QUANTITIES[:1]), CLASS)
    return QUANTITIES if task.data.rule else QUANTITIES[:1]


def grid(
    neuron: Perceptron,
    task: Task,
    quantity: str,
    points: int,
    across: Axis = ACROSS,
    up: Axis = UP,
    held: Sequence[float] = (),
) -> "array[float]":
    """points x points values, row after row: `across` grows along a row, and `up` falls from row to row.

    `held` has a value for each input; those of the axes do not count, and with two inputs it may be left out.
    `quantity` is one of `quantities_of`: the prediction, the true value, the error (true value - prediction), or right,
    which is 1.0 where the prediction is right, and 0.0 elsewhere. The class is 1.0 where the prediction is nearer to
    the larger target, 0.0 where it is nearer to the smaller one, and 0.5 half-way.
    Raises ValueError for another quantity, fewer than 2 points, or axes and held values that do not fit the data.
    """
    inputs = task.data.inputs
    if across.position == up.position or not 0 <= up.position < inputs:
        raise ValueError(f"A grid needs two of the {inputs} inputs; {across.position} and {up.position} are not.")
    return _values(neuron, task, quantity, Area(across, up, tuple(held) or (0.0,) * 2, points))


def line(
    neuron: Perceptron, task: Task, quantity: str, points: int, along: Axis, held: Sequence[float] = ()
) -> "array[float]":
    """So many values along one input, as `grid` has them; with one input, `held` may be left out.

    Raises ValueError as `grid` does.
    """
    return _values(neuron, task, quantity, Area(along, None, tuple(held) or (0.0,), points))


def _values(neuron: Perceptron, task: Task, quantity: str, area: Area) -> "array[float]":
    known = quantities_of(task)
    if quantity not in known:
        raise ValueError(f"“{quantity}” is none of {', '.join(known)}.")
    if area.points < 2:
        raise ValueError(f"A grid needs at least 2 points a side; {area.points} is too few.")
    inputs = task.data.inputs
    if not len(area.held) == len(neuron.weights) == inputs or not 0 <= area.across.position < inputs:
        raise ValueError(f"The data has {inputs} inputs, and neuron, axes and held values must go with them.")
    values = array("d")
    for row in ROWS[quantity](neuron, task, area):
        values.extend(row)
    return values


def _predictions(neuron: Perceptron, task: Task, area: Area) -> Iterator[list[float]]:
    """The answers of `Task.answer`, bit for bit; of two inputs without scaling, a column's share is computed once."""
    across, up = area.across, area.up
    is_plain = neuron.answers_by_activation and not task.scaling.changes
    if up and len(neuron.weights) == 2 and across.position == 0 and is_plain:
        yield from _predictions_of_two(neuron, across, up, area.points)
        return
    for row in area.rows():
        yield [task.answer(neuron, inputs) for inputs in row]


def _predictions_of_two(neuron: Perceptron, across: Axis, up: Axis, points: int) -> Iterator[list[float]]:
    exp, function = math.exp, neuron.activation.function
    weight_1, weight_2 = neuron.weights
    columns = [neuron.bias + x * weight_1 for x in across.along(points)]
    # A weighted sum is nowhere less than at one of the corners.
    least = min(columns[0], columns[-1]) + min(up.least * weight_2, up.most * weight_2)
    if function is SIGMOID.function and least > LEAST_SUM_FOR_EXP:
        for y in reversed(up.along(points)):
            part = y * weight_2
            yield [1.0 / (1.0 + exp(-(column + part))) for column in columns]
    else:
        for y in reversed(up.along(points)):
            part = y * weight_2
            yield [function(column + part) for column in columns]


def _true_values(neuron: Perceptron, task: Task, area: Area) -> Iterator[list[float]]:
    yield from _truths(task.data.rule, area)


def _errors(neuron: Perceptron, task: Task, area: Area) -> Iterator[list[float]]:
    rows = zip(_truths(task.data.rule, area), _predictions(neuron, task, area), strict=True)
    for truths, predictions in rows:
        yield [truth - prediction for truth, prediction in zip(truths, predictions, strict=True)]


def _rights(neuron: Perceptron, task: Task, area: Area) -> Iterator[list[float]]:
    limits = _bounds_of_truths(task.data.rule, task.criterion, task.data.decimals, area)
    for row, predictions in zip(limits, _predictions(neuron, task, area), strict=True):
        yield [
            1.0 if least <= prediction <= most else 0.0
            for (least, most), prediction in zip(row, predictions, strict=True)
        ]


def _classes(neuron: Perceptron, task: Task, area: Area) -> Iterator[list[float]]:
    assert isinstance(task.criterion, Nearer)
    low, high = task.criterion
    numbers = {low: 0.0, high: 1.0, None: HALF_WAY}
    for predictions in _predictions(neuron, task, area):
        yield [numbers[task.nearer_target(prediction)] for prediction in predictions]


@lru_cache(maxsize=4)
def _truths(rule: str, area: Area) -> list[list[float]]:
    """The true answer at each point; the same for every neuron."""
    return [[RULES[rule](inputs) for inputs in row] for row in area.rows()]


@lru_cache(maxsize=4)
def _bounds_of_truths(rule: str, criterion: Criterion, decimals: int, area: Area) -> list[list[tuple[float, float]]]:
    """Between which predictions each point is right; the same for every neuron.

    Where answers are rounded, the true answer is first taken at the data's own decimals, as a target would be.
    """
    rounds = isinstance(criterion, Rounding)
    return [
        [criterion.bounds(round(truth, decimals) if rounds else truth) for truth in row] for row in _truths(rule, area)
    ]


# The rows of values of each quantity.
ROWS: dict[str, Callable[[Perceptron, Task, Area], Iterator[list[float]]]] = {
    "prediction": _predictions,
    "true value": _true_values,
    "error": _errors,
    "right": _rights,
    CLASS: _classes,
}
