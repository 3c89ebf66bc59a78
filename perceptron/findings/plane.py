"""Which inputs a picture of the data has as its axes, and at which values the others are held."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from perceptron.criteria import Nearer
from perceptron.findings.answer import Answer, Span, ask
from perceptron.findings.grid import Axis
from perceptron.findings.spans import held_values, rounded_span, span_of, target_span
from perceptron.neuron import Perceptron
from perceptron.task import Task


class Plane(NamedTuple):
    """The axes, and a value for each input. With one input there is no axis up: there the answer goes up."""

    across: Axis
    up: Axis | None
    held: tuple[float, ...]

    @property
    def positions(self) -> tuple[int, ...]:
        """The inputs that are axes, by their positions from 0."""
        return (self.across.position, self.up.position) if self.up else (self.across.position,)


class Reading(NamedTuple):
    """The answer at one place of a plane.

    `target` is what a row there would have as its target, and `right` whether the answer is right for it; both are None
    where the rule of the data is not known.
    """

    plane: Plane
    inputs: tuple[float, ...]
    answer: Answer
    target: float | None
    right: bool | None


def plane_of(
    task: Task, across: int = 0, up: int = 1, held: Sequence[float | None] = (), ends: Sequence[Span] = ()
) -> Plane:
    """The plane of these inputs, by their positions from 0; the first inputs where they do not fit the data.

    `held` has a value for each input, or None for the usual one; it counts only if it has as many as there are inputs.
    `ends` are those of the axis across and of the one up, if they are not to be the usual ones.
    """
    data = task.data
    usual = held_values(data)
    given = held if len(held) == data.inputs else usual
    values = tuple(one if value is None else value for value, one in zip(given, usual, strict=True))
    if data.inputs == 1:
        return Plane(Axis(0, *(ends[0] if ends else span_of(data, 0))), None, values)
    if across == up or not (0 <= across < data.inputs and 0 <= up < data.inputs):
        across, up = 0, 1
    spans = ends or (span_of(data, across), span_of(data, up))
    return Plane(Axis(across, *spans[0]), Axis(up, *spans[1]), values)


def reading_at(neuron: Perceptron, task: Task, plane: Plane, across: int, up: int, steps: int) -> Reading:
    """What the neuron says so many of all steps along the axes."""
    inputs = list(plane.held)
    for axis, step in ((plane.across, across), (plane.up, up)):
        if axis:
            inputs[axis.position] = axis.at(step, steps)
    answer = ask(neuron, task, tuple(inputs))
    if answer.truth is None or not math.isfinite(answer.truth):
        return Reading(plane, tuple(inputs), answer, None, None)
    target = round(answer.truth, task.data.decimals)
    # With two targets, nothing else can be right or wrong.
    is_judged = not isinstance(task.criterion, Nearer) or target in task.criterion
    right = task.criterion.accepts(answer.prediction, target) if is_judged else None
    return Reading(plane, tuple(inputs), answer, target, right)


def height_of(task: Task, answers: Sequence[float]) -> Axis:
    """From where to where answers go up, where they do: around all targets, and around answers not far from them."""
    least, most = target_span(task.data)
    reach = most / 2.0 - least / 2.0
    near = [answer for answer in answers if math.isfinite(answer) and least - reach <= answer <= most + reach]
    return Axis(-1, *rounded_span([least, most, *near]))
