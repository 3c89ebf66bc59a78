"""Asks a neuron every test row and says which answers are right.

`judge` says it in full, `Verdicts` only of rows that somebody looks at, `Scorer` the count alone and quickly. All
speak in the data's own units, whatever scaling the neuron was trained with.
"""

import math
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import overload

from perceptron.activations import SIGMOID, Activation, sigmoid
from perceptron.criteria import Criterion, criterion_of
from perceptron.datasets import DataSet, Row
from perceptron.neuron import Perceptron
from perceptron.scaling import Scaling
from perceptron.scoring import Score, Verdict
from perceptron.task import Task

# As many epochs as a picture of a run has new points at a time.
MOST_COUNTS_KEPT = 16


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


class Verdicts(Sequence[Verdict]):
    """The verdicts of a neuron as it is now, in order, each made only when somebody looks at it.

    There may be ten thousand test rows, of which a page shows a few. All of them are made at once, and kept, when
    somebody goes through them.
    """

    def __init__(self, neuron: Perceptron, task: Task, scorer: "Scorer") -> None:
        """The scorer must be the task's."""
        self._neuron = neuron.with_numbers(neuron.weights, neuron.bias)  # a copy, for training may go on
        self._task = task
        self._scorer = scorer

    def __len__(self) -> int:
        return len(self._task.data.test)

    @overload
    def __getitem__(self, place: int) -> Verdict: ...

    @overload
    def __getitem__(self, place: slice) -> list[Verdict]: ...

    def __getitem__(self, place: int | slice) -> Verdict | list[Verdict]:
        if "_all" in self.__dict__:  # they are kept there
            return self._all[place]
        rows = self._task.data.test[place]
        return self._of(rows) if isinstance(rows, Row) else [self._of(row) for row in rows]

    def __iter__(self) -> Iterator[Verdict]:
        return iter(self._all)

    @cached_property
    def score(self) -> Score:
        """How many are right, out of how many."""
        return Score(self._scorer.right(self._neuron.weights, self._neuron.bias), len(self))

    @cached_property
    def _all(self) -> list[Verdict]:
        return [self._of(row) for row in self._task.data.test]

    def _of(self, row: Row) -> Verdict:
        return _verdict(self._task, row, self._task.answer(self._neuron, row.inputs))


class AskedVerdicts(Verdicts):
    """The same where only the neuron itself knows what it answers: it is asked for the score, and no scorer."""

    @cached_property
    def score(self) -> Score:
        """How many are right, out of how many."""
        task = self._task
        answers = [(task.answer(self._neuron, row.inputs), row.target) for row in task.data.test]
        return Score(sum(task.criterion.accepts(answer, target) for answer, target in answers), len(self))


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
        # Of ten thousand rows the same count is asked for by the score and by the picture of the run.
        self._counts: dict[tuple[float, ...], int] = {}

    def right(self, weights: Sequence[float], bias: float) -> int:
        """How many test rows a neuron gets right. Raises ValueError on a wrong number of weights."""
        key = (*weights, bias)
        if key not in self._counts:
            count = self._right_of_two_inputs if self._quick else self._right_of_any
            if len(self._counts) >= MOST_COUNTS_KEPT:
                self._counts.clear()
            self._counts[key] = count(weights, bias)
        return self._counts[key]

    def _right_of_any(self, weights: Sequence[float], bias: float) -> int:
        function, answer = self._activation.function, self._scaling.answer
        right = 0
        for inputs, least, most in self._rows:
            total = bias
            for x, weight in zip(inputs, weights, strict=True):
                total += x * weight
            if least <= answer(function(total)) <= most:
                right += 1
        return right

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
