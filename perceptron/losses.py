"""The loss is what training makes small: one number that says how far an output is from its target.

An update needs only how strongly an error counts at an output. With the squared error that is the activation's slope.
Cross-entropy is made so that it cancels the sigmoid's slope. There the slope counts as 1, and the update is the same.
"""

import math
from collections.abc import Callable
from typing import NamedTuple

from perceptron.activations import SIGMOID, Activation


class Loss(NamedTuple):
    """A loss of target and output, and the activation that a neuron learns with to make it small.

    `learned_with` gives an activation the derivative with which (output - target) * derivative(output) is the slope of
    the loss over the weighted sum. It raises ValueError for an activation that this loss cannot be used with.
    """

    name: str
    function: Callable[[float, float], float]
    learned_with: Callable[[Activation], Activation]


def half_squared_error(target: float, output: float) -> float:
    """(target - output)^2 / 2."""
    return 0.5 * (target - output) * (target - output)


def with_its_slope(activation: Activation) -> Activation:
    """The activation as it is: where it is flat, an error counts little."""
    return activation


def cross_entropy(target: float, output: float) -> float:
    """-(target * log(output) + (1 - target) * log(1 - output)), for targets from 0 to 1."""
    return _surprise(target, output) + _surprise(1.0 - target, 1.0 - output)


def without_its_slope(activation: Activation) -> Activation:
    """A sigmoid whose slope counts as 1. Raises ValueError for anything else, because only its slope is cancelled."""
    if activation is not SIGMOID:
        raise ValueError(f"The loss cross-entropy needs the activation sigmoid; {activation.name} does not go with it.")
    return EVEN_SIGMOID


def even_derivative(output: float) -> float:
    """Counts as 1 everywhere."""
    return 1.0


def _surprise(share: float, output: float) -> float:
    if share == 0.0:
        return 0.0
    return -share * math.log(output) if output > 0.0 else math.inf


EVEN_SIGMOID = SIGMOID._replace(derivative=even_derivative, steepest=1.0, counts_as_one=True)
SQUARED = Loss("squared", half_squared_error, with_its_slope)
CROSS_ENTROPY = Loss("cross-entropy", cross_entropy, without_its_slope)
LOSSES = {loss.name: loss for loss in (SQUARED, CROSS_ENTROPY)}
