"""Scaling brings every column of the data to the range from 0 to 1 before the neuron meets it.

It is fitted to the training rows, and it is undone for people: they see questions and answers in the data's own units.
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

from perceptron.datasets import DataSet, Row


class Scaling:
    """No scaling: the neuron meets the numbers as they are. Other kinds replace these methods.

    `changes` says whether the neuron meets other numbers than people see.
    """

    changes = False

    def inputs(self, inputs: tuple[float, ...]) -> tuple[float, ...]:
        """What the neuron meets instead of these inputs."""
        return inputs

    def answer(self, output: float) -> float:
        """The neuron's output in the units of the data's targets."""
        return output

    def output(self, answer: float) -> float:
        """The output that `answer` brings here."""
        return answer

    def rows(self, rows: tuple[Row, ...]) -> tuple[Row, ...]:
        """What the neuron is trained with instead of these rows."""
        return rows


class Span(NamedTuple):
    """The smallest value of a column and how far above it the largest is."""

    least: float
    width: float

    def scaled(self, value: float) -> float:
        """0 for the smallest value, 1 for the largest."""
        return (value - self.least) / self.width

    def unscaled(self, share: float) -> float:
        """The value that `scaled` brings here."""
        return self.least + share * self.width


class ZeroToOne(Scaling):
    """Every column from 0 to 1, by its smallest and its largest training value.

    `input_spans` has a span for each input, `target_span` is that of the target.
    Raises ValueError when two values of a column are so far apart that no 64-bit float holds their distance.
    """

    changes = True

    def __init__(self, data: DataSet) -> None:
        columns = zip(*(row.inputs for row in data.training), strict=True)
        self.input_spans = [_span(column, f"input {number}") for number, column in enumerate(columns, start=1)]
        self.target_span = _span([row.target for row in data.training], "the target")

    def inputs(self, inputs: tuple[float, ...]) -> tuple[float, ...]:
        return tuple(span.scaled(value) for span, value in zip(self.input_spans, inputs, strict=True))

    def answer(self, output: float) -> float:
        return self.target_span.unscaled(output)

    def output(self, answer: float) -> float:
        return self.target_span.scaled(answer)

    def rows(self, rows: tuple[Row, ...]) -> tuple[Row, ...]:
        return tuple(Row(self.inputs(row.inputs), self.target_span.scaled(row.target)) for row in rows)


def scaling_of(name: str, data: DataSet) -> Scaling:
    """The scaling of this name, “none” or “0-1”, fitted to the data."""
    return ZeroToOne(data) if name == "0-1" else Scaling()


def _span(values: Sequence[float], column: str) -> Span:
    least = min(values)
    width = max(values) - least
    if math.isinf(width):
        raise ValueError(f"Scaling cannot be 0-1: the values of {column} are too far apart for a 64-bit float.")
    # A column with one value only has no width to divide by, so it is moved to 0 and not stretched.
    return Span(least, width or 1.0)
