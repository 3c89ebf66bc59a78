"""A question to the neuron: any numbers in, its prediction out, with the true answer beside it where that is known."""

import math
from typing import NamedTuple

from perceptron.criteria import Nearer
from perceptron.findings.reach import OutOfReach, Reach, out_of_reach, reach_of
from perceptron.neuron import Perceptron
from perceptron.rules import truth
from perceptron.task import Task


class Span(NamedTuple):
    """From the least to the most value that training had."""

    least: float
    most: float


class Answer(NamedTuple):
    """The prediction, the true answer or None, and how far the question is from the training rows.

    `outside` holds the training span of each input that lies outside of it, by its position from 0; `targets` that of
    the targets, or None when the true answer lies within it or is not known. `reach` is the neuron's, and
    `out_of_reach` is that of the true answer. With just two targets, `nearer` is the one that is nearer to the
    prediction; else None. All numbers are in the data's own units.
    """

    task: Task
    prediction: float
    truth: float | None
    outside: dict[int, Span]
    targets: Span | None
    reach: Reach
    out_of_reach: OutOfReach
    nearer: float | None

    @property
    def half_way(self) -> bool:
        """Whether there are just two targets and the prediction is nearer to neither."""
        return self.nearer is None and isinstance(self.task.criterion, Nearer) and not math.isnan(self.prediction)


def ask(neuron: Perceptron, task: Task, inputs: tuple[float, ...]) -> Answer:
    """Ask a neuron. Raises ValueError when an input is not finite or their number is wrong."""
    if not all(map(math.isfinite, inputs)):
        raise ValueError("A question must be made of ordinary numbers.")
    data, prediction = task.data, task.answer(neuron, inputs)
    known = truth(data, inputs)
    columns = (_span([row.inputs[position] for row in data.training]) for position in range(len(inputs)))
    targets = _span([row.target for row in data.training])
    is_like_trained = known is None or targets.least <= round(known, data.decimals) <= targets.most
    return Answer(
        task=task,
        prediction=prediction,
        truth=known,
        outside={i: span for i, span in enumerate(columns) if not span.least <= inputs[i] <= span.most},
        targets=None if is_like_trained else targets,
        reach=reach_of(neuron.activation, task.scaling),
        out_of_reach=_out_of_reach(neuron, task, known),
        nearer=task.nearer_target(prediction),
    )


def _out_of_reach(neuron: Perceptron, task: Task, known: float | None) -> OutOfReach:
    """Of an answer that a person's program computes, nothing is known."""
    if known is None or not neuron.answers_by_activation:
        return ""
    return out_of_reach(neuron.activation, task.scaling, known, task.data.decimals)


def _span(values: list[float]) -> Span:
    return Span(min(values), max(values))
