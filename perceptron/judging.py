"""Asks a neuron every test row and says which answers are right: `judge` in full, `Scorer` the count alone, quickly.

Both speak in the data's own units, whatever scaling the neuron was trained with.
"""

import math
from collections.abc import Sequence

from perceptron.activations import SIGMOID, Activation, sigmoid
from perceptron.criteria import Criterion, criterion_of
from perceptron.datasets import DataSet, Row
from perceptron.neuron import Perceptron
from perceptron.scaling import Scaling
from perceptron.scoring import Verdict
from perceptron.task import Task


def judge(
    neuron: Perceptron, data: DataSet, criterion: Criterion | None = None, scaling: Scaling | None = None
) -> list[Verdict]:
    """One verdict for each test row, in order. Without a criterion, what is right follows from the data."""
    task = Task(data, criterion or criterion_of(data), scaling or Scaling())
    return [_verdict(task, row, task.answer(neuron, row.inputs)) for row in data.test]


def _verdict(task: Task, row: Row, output: float) -> Verdict:
    return Verdict(
        inputs=row.inputs,
        target=row.target,
        output=output,
        expected=task.shown_target(row.target),
        printed=task.shown(output),
        right=task.criterion.accepts(output, row.target),
        answered=task.class_of(task.nearer_target(output)),
        meant=task.class_of(row.target),
    )


class Scorer:
    """Counts the right test rows of many neurons quickly: the same count as `score(judge(...)).right`."""

    def __init__(
        self,
        data: DataSet,
        activation: Activation = SIGMOID,
        criterion: Criterion | None = None,
        scaling: Scaling | None = None,
    ) -> None:
        criterion = criterion or criterion_of(data)
        self._activation = activation
        self._scaling = scaling or Scaling()
        self._rows = [(self._scaling.inputs(inputs), *criterion.bounds(target)) for inputs, target in data.test]
        self._quick = activation.function is sigmoid and data.inputs == 2 and not self._scaling.changes
        self._flat_rows = [(*inputs, least, most) for inputs, least, most in self._rows] if self._quick else []

    def right(self, weights: Sequence[float], bias: float) -> int:
        """How many test rows a neuron gets right. Raises ValueError on a wrong number of weights."""
        if self._quick:
            return self._right_of_two_inputs(weights, bias)
        predict, answer = Perceptron(weights, bias, self._activation).predict, self._scaling.answer
        return sum(least <= answer(predict(inputs)) <= most for inputs, least, most in self._rows)

    def _right_of_two_inputs(self, weights: Sequence[float], bias: float) -> int:
        """Two inputs and a sigmoid, the article's case: nothing but local names in the loop."""
        exp = math.exp
        weight_1, weight_2 = weights
        right = 0
        for x1, x2, least, most in self._flat_rows:
            try:
                output = 1.0 / (1.0 + exp(-(bias + x1 * weight_1 + x2 * weight_2)))
            except OverflowError:
                output = 0.0
            if least <= output <= most:
                right += 1
        return right
