"""A question to the neuron: any two numbers in, its prediction out, with the true sum beside it."""

import math
from typing import NamedTuple

from perceptron.datasets import DataSet
from perceptron.findings.reach import OutOfReach, out_of_reach
from perceptron.neuron import Perceptron


class Span(NamedTuple):
    """From the least to the most value that training had."""

    least: float
    most: float


class Answer(NamedTuple):
    """The prediction, the true sum, and how far the question is from the training rows.

    `numbers` holds the training span of each input that lies outside of it, by its position from 0; `sums` that of the
    sums, or None when the true sum lies within it. `out_of_reach` is that of the true sum.
    """

    prediction: float
    true_sum: float
    decimals: int
    inputs: int
    numbers: dict[int, Span]
    sums: Span | None
    out_of_reach: OutOfReach


def ask(neuron: Perceptron, data: DataSet, inputs: tuple[float, ...]) -> Answer:
    """Ask a neuron that adds. Raises ValueError when an input is not finite or their number is wrong."""
    if not all(map(math.isfinite, inputs)):
        raise ValueError("A question must be made of ordinary numbers.")
    true_sum = sum(inputs)
    columns = (_span([row.inputs[position] for row in data.training]) for position in range(len(inputs)))
    sums = _span([row.target for row in data.training])
    return Answer(
        prediction=neuron.predict(inputs),
        true_sum=true_sum,
        decimals=data.decimals,
        inputs=len(inputs),
        numbers={i: span for i, span in enumerate(columns) if not span.least <= inputs[i] <= span.most},
        sums=None if sums.least <= round(true_sum, data.decimals) <= sums.most else sums,
        out_of_reach=out_of_reach(neuron.activation, true_sum, data.decimals),
    )


def _span(values: list[float]) -> Span:
    return Span(min(values), max(values))
