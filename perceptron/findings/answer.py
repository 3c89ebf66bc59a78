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
    ranges = {}
    for position, value in enumerate(inputs):
        seen = [row.inputs[position] for row in data.training]
        if not min(seen) <= value <= max(seen):
            ranges[position] = (min(seen), max(seen))
    targets = [row.target for row in data.training]
    remarks = _about_numbers(ranges)
    if not min(targets) <= round(true_sum, data.decimals) <= max(targets):
        remarks.append(f"the sums were from {min(targets)} to {max(targets)}")
    if not remarks:
        return ""
    remark = f"It was not trained on numbers like these. In training {' and '.join(remarks)}."
    if neuron.activation.name == "sigmoid" and not 0.0 < true_sum < 1.0:
        asked_for = printed(true_sum, data.decimals) if abs(true_sum) < LARGE else f"{true_sum:.12g}"
        at_the_edge = float(asked_for) in (0.0, 1.0)
        how = f"can come near {asked_for} but never reach it" if at_the_edge else f"can never be {asked_for}"
        remark += f" A sigmoid’s answer is always between 0 and 1, so it {how}."
    return remark


def _about_numbers(ranges: dict[int, tuple[float, float]]) -> list[str]:
    """The training ranges of the numbers that lie outside them, by position."""
    if len(ranges) == len(ORDINALS) and len(set(ranges.values())) == 1:
        least, most = ranges[0]
        return [f"both numbers were from {least} to {most}"]
    return [f"the {_ordinal(position)} number was from {least} to {most}" for position, (least, most) in ranges.items()]


def _ordinal(position: int) -> str:
    return ORDINALS[position] if position < len(ORDINALS) else f"{position + 1}th"
