"""Whether the learning rate is too large for the numbers of the data: then each step goes past its goal, and grows.

For a linear neuron with the squared error, an update multiplies the error of its own row by
1 - learning rate * (sum of the squared inputs + 1 for the bias). Where that is below -1, the row's error has grown, and
in most data the weights soon grow past all bounds. Source: Widrow and Hoff's rule (1960).
"""

from collections.abc import Iterator
from typing import NamedTuple

from perceptron.findings.remedies import Remedy, remedies_that_help
from perceptron.settings import Settings

# These do not hold an output back, so an error can grow without end.
UNBOUNDED = ("linear", "relu")
TRIED: tuple[Remedy, ...] = (("scaling", "0-1"),)


class Overshoot(NamedTuple):
    """So many of the training rows have such large numbers that a step at this learning rate goes past its goal."""

    rows: int
    training: int
    learning_rate: float
    activation: str
    remedies: tuple[Remedy, ...]


def overshoot(settings: Settings) -> Iterator[Overshoot]:
    """Training rows that make their own error larger."""
    rows = overshooting(settings)
    if rows:
        help = remedies_that_help(settings, TRIED, lambda changed: not overshooting(changed))
        yield Overshoot(rows, len(settings.data.training), settings.learning_rate, settings.activation, help)


def overshooting(settings: Settings) -> int:
    """How many training rows make their own error larger with each update."""
    if settings.activation not in UNBOUNDED:
        return 0
    scaling, rate, bias = settings.fitted_scaling(), settings.learning_rate, float(settings.has_bias)
    return sum(rate * (sum(x * x for x in scaling.inputs(row.inputs)) + bias) > 2.0 for row in settings.data.training)
