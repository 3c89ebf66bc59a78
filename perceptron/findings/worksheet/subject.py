"""What a worksheet is about: a run's neuron at one moment, and the rows that its exercises draw from."""

import random
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from perceptron.datasets import Row
from perceptron.experiment import Run
from perceptron.neuron import Perceptron

MOST_DRAWN = 200  # rows that are tried until one fits
# An error or a slope that is smaller leaves little to calculate.
LIVELY = Decimal("0.02")
# Of the epochs so far; at the last one nothing is trained yet.
EARLIER = (10, 100, 1000)


class Met(NamedTuple):
    """A row in the data's own units, and the inputs and the target that the neuron meets instead of them."""

    row: Row
    inputs: tuple[float, ...]
    target: float


class Subject(NamedTuple):
    """A run, the neuron of the moment that is looked at, and that moment: whole epochs, and rows after them."""

    run: Run
    neuron: Perceptron
    epoch: int
    row: int
    is_earlier: bool = False  # than the moment that the rest of the sheet is about

    def moments(self) -> "Iterator[Subject]":
        """This moment, and then earlier ones of the same run, where errors and slopes are larger."""
        yield self
        for epoch in sorted({self.epoch // share for share in EARLIER} | {0}, reverse=True):
            if epoch < self.epoch:
                yield Subject(self.run, self.run.at(epoch).neuron, epoch, 0, is_earlier=True)

    @property
    def scaled(self) -> bool:
        """Whether the neuron meets other numbers than people see."""
        return self.run.task.scaling.changes

    @property
    def slope_counts(self) -> bool:
        """Whether a slope that is not 1 everywhere counts in learning."""
        return not self.neuron.activation.counts_as_one and self.neuron.activation.name != "linear"

    def test_rows(self, draw: random.Random) -> Iterator[Met]:
        """Test rows in a drawn order, each different one once."""
        return self._drawn(self.run.settings.data.test, draw)

    def training_rows(self, draw: random.Random) -> Iterator[Met]:
        """Training rows in a drawn order, each different one once."""
        return self._drawn(self.run.settings.data.training, draw)

    def _drawn(self, rows: tuple[Row, ...], draw: random.Random) -> Iterator[Met]:
        different = list(dict.fromkeys(rows))
        scaling = self.run.task.scaling
        for row in draw.sample(different, min(len(different), MOST_DRAWN)):
            yield Met(row, scaling.inputs(row.inputs), scaling.output(row.target))
