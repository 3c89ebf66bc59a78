"""The activation decides how strongly a neuron answers to its weighted sum.

Backpropagation only ever needs the slope at an output that is already known,
so each derivative is written in terms of the output. To explain an answer, an activation also knows
its inverse, the range of its outputs, and its steepest slope.
"""

import math
from collections.abc import Callable
from typing import NamedTuple


class Activation(NamedTuple):
    """A function from weighted sum to output, with its derivative in terms of that output.

    Every output lies between `least` and `most`. `inverse` goes back from an output strictly between them to its sum; a
    step has no such output, and gives the sum at which it jumps. `derivative` is the slope that counts in learning, and
    `steepest` is its largest value. `counts_as_one` says that it is 1 everywhere although the function's own is not.
    """

    name: str
    function: Callable[[float], float]
    derivative: Callable[[float], float]
    inverse: Callable[[float], float]
    least: float
    most: float
    steepest: float
    counts_as_one: bool = False


def sigmoid(x: float) -> float:
    """1 / (1 + e^-x): any number in, a number from 0 to 1 out.

    e^x is the C library's, so its last bit may differ between native Python and a browser's.
    Source: the article's section "Activation Function".
    """
    try:
        return 1.0 / (1.0 + math.exp(-x))
    except OverflowError:
        # e^-x is past the largest float; IEEE arithmetic calls it infinite, and 1 / infinity is 0.
        return 0.0


def sigmoid_derivative(output: float) -> float:
    """output * (1 - output), at most 0.25. Source: the article's section "Backpropagation"."""
    return output * (1.0 - output)


def logit(output: float) -> float:
    """log(output / (1 - output)): the sum for which a sigmoid gives this output."""
    return math.log(output / (1.0 - output))


def tanh_derivative(output: float) -> float:
    """1 - output^2, at most 1."""
    return 1.0 - output * output


def identity(x: float) -> float:
    """The weighted sum itself: no activation at all."""
    return x


def identity_derivative(output: float) -> float:
    """1 everywhere."""
    return 1.0


def relu(x: float) -> float:
    """The sum if it is positive, and 0 if not. It is short for rectified linear unit."""
    return 0.0 if x <= 0.0 else x  # what is no number stays none


def relu_derivative(output: float) -> float:
    """1 where the output is positive, and 0 elsewhere."""
    return 1.0 if output > 0.0 else 0.0


def step(x: float) -> float:
    """1 from a sum of 0 on, and 0 below. Source: Rosenblatt's perceptron (1958)."""
    return 1.0 if x >= 0.0 else 0.0


def step_derivative(output: float) -> float:
    """Counts as 1. A step has no slope to learn by, and with 1 the update is Rosenblatt's rule."""
    return 1.0


def jump(output: float) -> float:
    """The sum at which a step goes from 0 to 1."""
    return 0.0


SIGMOID = Activation("sigmoid", sigmoid, sigmoid_derivative, logit, least=0.0, most=1.0, steepest=0.25)
TANH = Activation("tanh", math.tanh, tanh_derivative, math.atanh, least=-1.0, most=1.0, steepest=1.0)
LINEAR = Activation("linear", identity, identity_derivative, identity, least=-math.inf, most=math.inf, steepest=1.0)
RELU = Activation("relu", relu, relu_derivative, identity, least=0.0, most=math.inf, steepest=1.0)
STEP = Activation("step", step, step_derivative, jump, least=0.0, most=1.0, steepest=1.0, counts_as_one=True)
ACTIVATIONS = {activation.name: activation for activation in (SIGMOID, TANH, LINEAR, RELU, STEP)}
