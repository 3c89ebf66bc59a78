"""Checks of the targets: those that the activation cannot give, or gives only where it is all but flat."""

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from perceptron.activations import ACTIVATIONS
from perceptron.datasets import DataSet, Row
from perceptron.findings.explanation import FLAT
from perceptron.findings.remedies import Remedy, remedies_that_help
from perceptron.findings.right_sums import LARGEST, right_sums
from perceptron.losses import LOSSES
from perceptron.settings import Settings

# In the order in which they are offered.
TRIED: tuple[Remedy, ...] = (("activation", "linear"), ("scaling", "0-1"), ("activation", "tanh"))
# Scaling back moves a number by less than this share of the column's width.
ROUNDING = 1e-12
# These come ever nearer to their ends.
WITH_ENDS_TO_NEAR = ("sigmoid", "tanh")


class OutOfReach(NamedTuple):
    """So many of all targets are above or below all that the neuron can answer, or between the two answers of a step.

    No answer counts as right for them. `least` and `most` are the ends of the answers, in the data's own units;
    `scaled` is whether it is scaling that makes them these.
    """

    above: int
    below: int
    between: int
    targets: int
    activation: str
    least: float
    most: float
    remedies: tuple[Remedy, ...]
    scaled: bool = False


class NearAnEnd(NamedTuple):
    """So many of all targets are the ends of what the neuron can answer, and it only comes near them.

    What counts as right for them is so near to the end that the neuron hardly learns there.
    """

    at_ends: int
    targets: int
    activation: str
    ends: tuple[float, ...]
    remedies: tuple[Remedy, ...]


class OneTarget(NamedTuple):
    """All training rows have this target."""

    target: float
    target_name: str


def out_of_reach(settings: Settings) -> Iterator[OutOfReach]:
    """Targets that no weighted sum gives."""
    reach, targets = _Reach(settings), _targets(settings.data)
    missed = [target for target in targets if not reach.has(target)]
    if missed:
        above, below = sum(target > reach.most for target in missed), sum(target < reach.least for target in missed)
        between, help = len(missed) - above - below, remedies_that_help(settings, TRIED, _reaches_all)
        ends, scaled = (reach.least, reach.most), settings.fitted_scaling().changes
        yield OutOfReach(above, below, between, len(targets), settings.activation, *ends, help, scaled)


def near_an_end(settings: Settings) -> Iterator[NearAnEnd]:
    """Targets at an end, where the activation is flat and the loss does not make up for it."""
    ends, targets = _flat_ends(settings), _targets(settings.data)
    if ends:
        at_ends = sum(target in ends for target in targets)
        help = remedies_that_help(settings, TRIED, lambda changed: _reaches_all(changed) and not _flat_ends(changed))
        yield NearAnEnd(at_ends, len(targets), settings.activation, ends, help)


def one_target(settings: Settings) -> Iterator[OneTarget]:
    """Training rows that all ask for the same."""
    targets = {row.target for row in settings.data.training}
    if len(targets) == 1:
        yield OneTarget(targets.pop(), settings.data.target_name)


class _Reach:
    """What a neuron can answer, in the data's own units."""

    def __init__(self, settings: Settings) -> None:
        self._function = ACTIVATIONS[settings.activation].function
        self._scaling, self._criterion = settings.fitted_scaling(), settings.criterion()
        self._only_ends = settings.activation == "step"
        self.least, self.most = self.answer(-LARGEST), self.answer(LARGEST)

    def answer(self, weighted_sum: float) -> float:
        """What a person is told for this weighted sum."""
        return self._scaling.answer(self._function(weighted_sum))

    def has(self, target: float) -> bool:
        """Whether some answer is right for this target."""
        least, most = self._criterion.bounds(target)
        if self._only_ends:
            return least <= self.least <= most or least <= self.most <= most
        return least <= self.most and self.least <= most

    def only_nears(self, target: float) -> bool:
        """Whether the target is an end of the answers, but for the rounding of floats in scaling."""
        close = ROUNDING * (self.most - self.least)
        return abs(target - self.least) <= close or abs(target - self.most) <= close


def _reaches_all(settings: Settings) -> bool:
    return all(map(_Reach(settings).has, _targets(settings.data)))


def _flat_ends(settings: Settings) -> tuple[float, ...]:
    """The targets at an end for which the nearest right answer is where the neuron hardly learns."""
    if settings.activation not in WITH_ENDS_TO_NEAR:
        return ()
    activation = LOSSES[settings.loss].learned_with(ACTIVATIONS[settings.activation])
    reach, criterion = _Reach(settings), settings.criterion()
    ends = {target for target in _targets(settings.data) if reach.only_nears(target)}
    flat = []
    for end in sorted(ends):
        sums = right_sums(reach.answer, *criterion.bounds(end))
        if sums:
            output = activation.function(sums.least if math.isinf(sums.most) else sums.most)
            if activation.derivative(output) < FLAT * activation.steepest:
                flat.append(end)
    return tuple(flat)


def _targets(data: DataSet) -> list[float]:
    """Those of the training rows, and those of the test rows if these are others."""
    return [row.target for row in all_rows(data)]


def all_rows(data: DataSet) -> Sequence[Row]:
    """The training rows, and the test rows if these are not the same."""
    return data.training if sorted(data.training) == sorted(data.test) else (*data.training, *data.test)
