"""How the neuron learns: one small correction after every training row.

The rule itself is the program in perceptron.pieces. `learn` runs it for one row and keeps every term. `train_epochs`
does the same arithmetic in the same order, and so gives the same bits, but keeps no terms and is several times faster.
Source: the article's section "Backpropagation"; in the literature, the delta rule
(Widrow and Hoff, 1960) by stochastic gradient descent on half the squared error, or on another loss.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any, NamedTuple

from perceptron.activations import SIGMOID
from perceptron.datasets import Row
from perceptron.neuron import Perceptron
from perceptron.pieces import CLASS, rule_text

# The weights, then the bias, then the sum of the squared errors, at the end of one epoch.
EpochEnd = tuple[float, ...]
Terms = dict[str, list[float]]


class Update(NamedTuple):
    """One update with every term of it. Lists hold one number for each input; nothing has a unit.

    Without a bias, the bias and its change are 0. `slope_counts_as_one` says that the derivative is 1 because the rule
    of learning has it so, and is not the activation's own.
    """

    inputs: tuple[float, ...]
    target: float
    learning_rate: float
    weights: tuple[float, ...]
    bias: float
    weighted_sum: float
    output: float
    error: float
    derivative: float
    weight_changes: tuple[float, ...]
    bias_change: float
    new_weights: tuple[float, ...]
    new_bias: float
    has_bias: bool = True
    slope_counts_as_one: bool = False

    @property
    def can_be_made(self) -> bool:
        """Whether a float holds all new numbers; training stops before an update that has others."""
        return is_finite((*self.new_weights, self.new_bias))


def learn(neuron: Perceptron, row: Row, learning_rate: float) -> Update:
    """Correct the neuron by one row, in place, and return every term.

    weight += learning_rate * (target - output) * input * derivative(output), and the bias, if there is one, likewise
    with an input of 1. Raises ValueError when the row has another number of inputs than the neuron.
    """
    if len(row.inputs) != len(neuron.weights):
        raise ValueError(f"The row has {len(row.inputs)} inputs, but the neuron {len(neuron.weights)} weights.")
    weights, bias = tuple(neuron.weights), neuron.bias
    make, terms = _noted_rule(neuron.activation.name, neuron.activation.counts_as_one, neuron.has_bias)
    terms.clear()
    start = {"weights": list(weights), "learning_rate": learning_rate, **({"bias": bias} if neuron.has_bias else {})}
    rule = make(**start)
    rule.train(row.inputs, row.target)
    neuron.weights = rule.weights
    neuron.bias = rule.bias if neuron.has_bias else 0.0
    return Update(
        inputs=row.inputs,
        target=row.target,
        learning_rate=learning_rate,
        weights=weights,
        bias=bias,
        weighted_sum=terms["total"][-1],
        output=terms["output"][-1],
        error=terms["error"][-1],
        derivative=terms["delta"][-1],
        weight_changes=tuple(terms["self.weights[j] +="]),
        bias_change=terms["self.bias +="][-1] if neuron.has_bias else 0.0,
        new_weights=tuple(neuron.weights),
        new_bias=neuron.bias,
        has_bias=neuron.has_bias,
        slope_counts_as_one=neuron.activation.counts_as_one,
    )


def train_epochs(neuron: Perceptron, rows: Sequence[Row], learning_rate: float, epochs: int) -> list[EpochEnd]:
    """Go through the rows so many times, in order, updating the neuron after each row.

    Returns for each epoch the weights and the bias at its end and the sum of the squared errors met in it.
    """
    if _is_articles(neuron) and not _has_minus_zero(neuron):
        return _train_two_inputs(neuron, rows, learning_rate, epochs)
    return _train_any(neuron, rows, learning_rate, epochs)


def is_finite(numbers: Iterable[float]) -> bool:
    """Whether all are ordinary numbers, neither infinite nor NaN."""
    return all(map(math.isfinite, numbers))


@cache
def _noted_rule(activation: str, counts_as_one: bool, has_bias: bool) -> tuple[Callable[..., Any], Terms]:
    """The class of the program of such neurons, and what its last update noted, by the names in its text."""
    from perceptron.noting import noted  # only updates that are shown need what it imports

    terms: Terms = defaultdict(list)

    def note(name: str, value: float) -> float:
        terms[name].append(value)
        return value

    # With cross-entropy the slope of a sigmoid counts as 1.
    loss = "cross-entropy" if activation == SIGMOID.name and counts_as_one else "squared"
    return noted(rule_text(activation, loss, has_bias), "the program", note)[CLASS], terms


def _is_articles(neuron: Perceptron) -> bool:
    """Whether it is a neuron as in the article: two inputs, a bias, and a sigmoid whose slope counts."""
    return neuron.activation is SIGMOID and len(neuron.weights) == 2 and neuron.has_bias


def _has_minus_zero(neuron: Perceptron) -> bool:
    """Whether a number of the neuron is -0.0, which only a start can be: sums that cancel are 0.0."""
    return any(number == 0.0 and math.copysign(1.0, number) < 0.0 for number in (*neuron.weights, neuron.bias))


def _train_two_inputs(neuron: Perceptron, rows: Sequence[Row], learning_rate: float, epochs: int) -> list[EpochEnd]:
    """The article's neuron: nothing but local names in the loop.

    The loop keeps weights and bias with their signs turned, which rounds alike and spares the minus of e^-x.
    They are turned back by a subtraction from 0.0, because the minus of 0.0 would be -0.0.
    """
    exp = math.exp
    triples = [(x1, x2, target) for (x1, x2), target in rows]
    turned_1, turned_2 = (-weight for weight in neuron.weights)
    turned_bias = -neuron.bias
    ends: list[EpochEnd] = []
    for _ in range(epochs):
        squared_errors = 0.0
        for x1, x2, target in triples:
            try:
                output = 1.0 / (1.0 + exp(turned_bias + x1 * turned_1 + x2 * turned_2))
            except OverflowError:
                output = 0.0
            error = target - output
            derivative = output * (1.0 - output)
            step = learning_rate * error
            turned_1 -= step * x1 * derivative
            turned_2 -= step * x2 * derivative
            turned_bias -= step * derivative
            squared_errors += error * error
        ends.append((0.0 - turned_1, 0.0 - turned_2, 0.0 - turned_bias, squared_errors))
    neuron.weights = [0.0 - turned_1, 0.0 - turned_2]
    neuron.bias = 0.0 - turned_bias
    return ends


def _train_any(neuron: Perceptron, rows: Sequence[Row], learning_rate: float, epochs: int) -> list[EpochEnd]:
    function, slope = neuron.activation.function, neuron.activation.derivative
    weights, bias, has_bias = neuron.weights, neuron.bias, neuron.has_bias
    ends: list[EpochEnd] = []
    for _ in range(epochs):
        squared_errors = 0.0
        for inputs, target in rows:
            total = bias
            for x, weight in zip(inputs, weights, strict=True):
                total += x * weight
            output = function(total)
            error = target - output
            derivative = slope(output)
            step = learning_rate * error
            weights = [weight + step * x * derivative for x, weight in zip(inputs, weights, strict=True)]
            if has_bias:
                bias += step * derivative
            squared_errors += error * error
        ends.append((*weights, bias, squared_errors))
    neuron.weights, neuron.bias = weights, bias
    return ends
