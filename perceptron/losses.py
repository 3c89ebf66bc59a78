"""The loss is what training makes small: one number that says how far an output is from its target.

Training needs only how strongly an error counts at an output. With the squared error that is the activation's slope.
Cross-entropy is made so that it cancels the sigmoid's slope, so there an error always counts in full.
"""

import math
from collections.abc import Callable
from typing import NamedTuple

from perceptron.activations import SIGMOID, Activation


class Loss(NamedTuple):
    """A loss of target and output, and its `factor`.

    The derivative of the loss by the weighted sum is (output - target) * factor(activation)(output). `factor` raises
    ValueError for an activation that this loss cannot be used with.
    """

    name: str
    function: Callable[[float, float], float]
    factor: Callable[[Activation], Callable[[float], float]]


def half_squared_error(target: float, output: float) -> float:
    """(target - output)^2 / 2."""
    return 0.5 * (target - output) * (target - output)


def slope(activation: Activation) -> Callable[[float], float]:
    """The activation's derivative: where it is flat, an error counts little."""
    return activation.derivative


def cross_entropy(target: float, output: float) -> float:
    """-(target * log(output) + (1 - target) * log(1 - output)), for targets from 0 to 1."""
    return _surprise(target, output) + _surprise(1.0 - target, 1.0 - output)


def cancelled_slope(activation: Activation) -> Callable[[float], float]:
    """1 everywhere. Raises ValueError for anything but a sigmoid, whose slope is the one that cross-entropy cancels."""
    if activation is not SIGMOID:
        raise ValueError(f"The loss cross-entropy needs the activation sigmoid; {activation.name} does not go with it.")
    return always_one


def always_one(output: float) -> float:
    """1 everywhere."""
    return 1.0


def _surprise(share: float, output: float) -> float:
    if share == 0.0:
        return 0.0
    return -share * math.log(output) if output > 0.0 else math.inf


SQUARED = Loss("squared", half_squared_error, slope)
CROSS_ENTROPY = Loss("cross-entropy", cross_entropy, cancelled_slope)
LOSSES = {loss.name: loss for loss in (SQUARED, CROSS_ENTROPY)}
