"""Checks of the inputs, column by column: those that never change, differ much in size, or leave the trained range."""

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from perceptron.datasets import DataSet
from perceptron.findings.remedies import Remedy, remedies_that_help
from perceptron.settings import Settings

# So many times wider is much wider.
MUCH_WIDER = 100.0


class ConstantInput(NamedTuple):
    """This input has the same value in all training rows."""

    name: str
    value: float


class DifferentSizes(NamedTuple):
    """The values of one input are spread so many times wider than those of another, in training."""

    wide: str
    narrow: str
    times: float
    remedies: tuple[Remedy, ...]


class Outside(NamedTuple):
    """An input leaves the range that it has in training, in so many of the test rows."""

    name: str
    outside: int
    least: float
    most: float


class OutsideOfTraining(NamedTuple):
    """So many test rows have an input outside of the range that it has in training; which inputs these are."""

    outside: int
    test: int
    inputs: tuple[Outside, ...]


def constant_inputs(settings: Settings) -> Iterator[ConstantInput]:
    """Inputs that tell the neuron nothing. A single row says nothing of that."""
    data = settings.data
    if len(set(data.training)) > 1:
        for name, column in zip(data.input_names, _columns(data), strict=True):
            if min(column) == max(column):
                yield ConstantInput(name, column[0])


def different_sizes(settings: Settings) -> Iterator[DifferentSizes]:
    """Inputs with one learning rate that does not suit both. Scaling makes all equally wide."""
    if settings.scaling != "none":
        return
    named = zip(settings.data.input_names, _columns(settings.data), strict=True)
    widths = {name: max(column) - min(column) for name, column in named if min(column) < max(column)}
    wide, narrow = max(widths, key=widths.__getitem__, default=""), min(widths, key=widths.__getitem__, default="")
    if widths and math.inf > widths[wide] >= MUCH_WIDER * widths[narrow]:
        help = remedies_that_help(settings, (("scaling", "0-1"),), lambda changed: True)
        yield DifferentSizes(wide, narrow, widths[wide] / widths[narrow], help)


def outside_of_training(settings: Settings) -> Iterator[OutsideOfTraining]:
    """Test rows unlike all that the neuron is trained with."""
    data = settings.data
    ranges = [(min(column), max(column)) for column in _columns(data)]
    outside = [
        [not least <= x <= most for x, (least, most) in zip(row.inputs, ranges, strict=True)] for row in data.test
    ]
    if any(map(any, outside)):
        counts = [sum(column) for column in zip(*outside, strict=True)]
        inputs = [
            Outside(name, count, least, most)
            for name, count, (least, most) in zip(data.input_names, counts, ranges, strict=True)
            if count
        ]
        yield OutsideOfTraining(sum(map(any, outside)), len(data.test), tuple(inputs))


def _columns(data: DataSet) -> Sequence[tuple[float, ...]]:
    return list(zip(*(row.inputs for row in data.training), strict=True))
