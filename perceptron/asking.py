"""A question to the neuron: any two numbers in, its prediction out, with the true sum beside it."""

import math
from typing import NamedTuple

from perceptron.datasets import DataSet
from perceptron.neuron import Perceptron
from perceptron.scoring import printed

LARGE = 1e12  # from here on, decimals are noise
ORDINALS = ("first", "second")


class Answer(NamedTuple):
    """The prediction, the true sum, and a remark, which is empty when the question is like the training rows."""

    prediction: float
    true_sum: float
    remark: str


def ask(neuron: Perceptron, data: DataSet, inputs: tuple[float, ...]) -> Answer:
    """Ask a neuron that adds. Raises ValueError when an input is not finite or their number is wrong."""
    if not all(map(math.isfinite, inputs)):
        raise ValueError("A question must be made of ordinary numbers.")
    prediction = neuron.predict(inputs)
    true_sum = sum(inputs)
    return Answer(prediction, true_sum, _remark(neuron, data, inputs, true_sum))


def _remark(neuron: Perceptron, data: DataSet, inputs: tuple[float, ...], true_sum: float) -> str:
    remarks = []
    for position, value in enumerate(inputs):
        seen = [row.inputs[position] for row in data.training]
        if not min(seen) <= value <= max(seen):
            remarks.append(f"in training the {_ordinal(position)} number went from {min(seen)} to {max(seen)}")
    targets = [row.target for row in data.training]
    if not min(targets) <= round(true_sum, data.decimals) <= max(targets):
        remarks.append(f"the sums went from {min(targets)} to {max(targets)}")
    if not remarks:
        return ""
    remark = f"Outside what it was trained on: {' and '.join(remarks)}."
    if neuron.activation.name == "sigmoid" and not 0.0 < true_sum < 1.0:
        asked_for = printed(true_sum, data.decimals) if abs(true_sum) < LARGE else f"{true_sum:.12g}"
        at_the_edge = float(asked_for) in (0.0, 1.0)
        how = f"can come near {asked_for}, but not reach it" if at_the_edge else f"can never say {asked_for}"
        remark += f" And a sigmoid only answers between 0 and 1, so it {how}."
    return remark


def _ordinal(position: int) -> str:
    return ORDINALS[position] if position < len(ORDINALS) else f"{position + 1}th"
