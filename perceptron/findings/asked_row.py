"""Why one answer of a changed program is right or wrong, as far as asking it tells: it may compute in any way.

Where its weighted sum is the bias and each input times its weight, it is also asked with other biases.
"""

import math
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from perceptron.criteria import LARGEST, Nearer, Rounding
from perceptron.datasets import Row
from perceptron.faults import ProgramError
from perceptron.scoring import readable
from perceptron.task import Task

if TYPE_CHECKING:
    from perceptron.changed_neuron import ChangedNeuron

FIRST_STEP, MOST_STEP = 1e-3, 1e3  # of a bias, to each side
HALVINGS = 40


class AskedRow(NamedTuple):
    """One row and the answer, with the names of perceptron.findings.explanation.Explanation.

    `needed_answer` is the nearest answer that would be right; None where the row is right, or the answer is no number.
    `can_fall` and `can_rise` are how far a right answer can move; None where it is not right, and where nothing bounds
    it. `weighted_sum` is what the program calls `total`, and None where there is no such number; `adds_up` is whether
    it is the bias and each input times its weight. Then `bias_step` is about the least step of the bias, all else being
    the same, after which the program answers right; None where none was found, and for a row that is right.
    """

    task: Task
    inputs: tuple[float, ...]
    target: float
    expected: str
    printed: str
    answer: float
    right: bool
    needed_answer: float | None
    can_fall: float | None
    can_rise: float | None
    weighted_sum: float | None
    adds_up: bool
    bias_step: float | None

    @property
    def way(self) -> str:
        """As Explanation has it."""
        if self.needed_answer is None:
            return ""
        return "low" if self.answer < self.needed_answer else "high"

    @property
    def nearer(self) -> float | None:
        """As Explanation has it."""
        return self.task.nearer_target(self.answer)

    @property
    def half_way(self) -> bool:
        """As Explanation has it."""
        return self.nearer is None and bool(self.way) and isinstance(self.task.criterion, Nearer)


def ask_row(neuron: "ChangedNeuron", row: Row, task: Task) -> AskedRow:
    """Ask the program about one row. Raises ProgramError where it fails there."""
    told = answer_judged(task.answer(neuron, row.inputs), row, task)
    met = task.scaling.inputs(row.inputs)
    total = neuron.weighted_sum(met)
    if math.isnan(total):
        return told
    adds_up = total == _added(neuron, met)
    told = told._replace(weighted_sum=total, adds_up=adds_up)
    if told.right or not (adds_up and neuron.has_bias):
        return told

    def is_right(step: float) -> bool:
        try:
            moved = neuron.with_numbers(neuron.weights, neuron.bias + step)
            return task.criterion.accepts(task.answer(moved, row.inputs), row.target)
        except ProgramError:  # with such a bias it cannot answer
            return False

    return told._replace(bias_step=_least_step(is_right))


def answer_judged(answer: float, row: Row, task: Task) -> AskedRow:
    """What an answer to a row is worth, without anything about how it came."""
    least, most = task.criterion.bounds(row.target)
    right = task.criterion.accepts(answer, row.target)
    is_off = answer < least or answer > most  # which NaN is not
    return AskedRow(
        task=task,
        inputs=row.inputs,
        target=row.target,
        expected=_as_compared(task, row.target) or task.shown_target(row.target),
        printed=_as_compared(task, answer) or task.shown(answer),
        answer=answer,
        right=right,
        needed_answer=(least if answer < least else most) if is_off else None,
        can_fall=answer - least if right and least > -LARGEST else None,
        can_rise=most - answer if right and most < LARGEST else None,
        weighted_sum=None,
        adds_up=False,
        bias_step=None,
    )


def _as_compared(task: Task, value: float) -> str:
    return readable(value, task.criterion.decimals) if isinstance(task.criterion, Rounding) else ""


def _added(neuron: "ChangedNeuron", met: tuple[float, ...]) -> float:
    """The weighted sum as the page's own program works it out."""
    total = neuron.bias
    for x, weight in zip(met, neuron.weights, strict=True):
        total += x * weight
    return total


def _least_step(is_right: Callable[[float], bool]) -> float | None:
    """The smallest step found, to either side: first twice as far again and again, then halved."""
    size, before = FIRST_STEP, 0.0
    while size <= MOST_STEP:
        for step in (size, -size):
            if is_right(step):
                return _halved(is_right, math.copysign(before, step), step)
        before, size = size, 2.0 * size
    return None


def _halved(is_right: Callable[[float], bool], wrong: float, right: float) -> float:
    for _ in range(HALVINGS):
        middle = (wrong + right) / 2.0
        if is_right(middle):
            right = middle
        else:
            wrong = middle
    return right
