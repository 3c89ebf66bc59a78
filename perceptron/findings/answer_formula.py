"""The neuron's answer as one formula in the data's own units, without the scaling that it learned with."""

import math
from typing import NamedTuple

from perceptron.activations import LINEAR
from perceptron.neuron import Perceptron
from perceptron.scaling import ZeroToOne
from perceptron.task import Task

MOST_INPUTS_IN_A_CURVE = 3


class AnswerFormula(NamedTuple):
    """Answer = activation(factor 1 × input 1 + factor 2 × input 2 + … + constant), all in the data's own units."""

    task: Task
    activation: str
    factors: tuple[float, ...]
    constant: float

    @property
    def is_linear(self) -> bool:
        """Whether the activation changes nothing, so that the answer is the sum itself."""
        return self.activation == LINEAR.name


def answer_formula(neuron: Perceptron, task: Task) -> AnswerFormula | None:
    """The formula of what the neuron answers.

    None where there is no short one: with scaling and a curve, with a curve over many inputs, and where numbers are too
    large for floats.
    """
    is_linear = neuron.activation.name == LINEAR.name
    if not is_linear and (task.scaling.changes or task.data.inputs > MOST_INPUTS_IN_A_CURVE):
        return None
    factors, constant = tuple(neuron.weights), neuron.bias
    if isinstance(task.scaling, ZeroToOne):
        factors, constant = _unscaled(factors, constant, task.scaling)
    if not all(map(math.isfinite, (*factors, constant))):
        return None
    return AnswerFormula(task, neuron.activation.name, factors, constant)


def _unscaled(weights: tuple[float, ...], bias: float, scaling: ZeroToOne) -> tuple[tuple[float, ...], float]:
    """Weights and bias for the numbers before scaling: a weight per unit of its column, in units of the target."""
    target = scaling.target_span
    factors = tuple(
        weight * target.width / span.width for weight, span in zip(weights, scaling.input_spans, strict=True)
    )
    moved = sum(factor * span.least for factor, span in zip(factors, scaling.input_spans, strict=True))
    return factors, target.least + target.width * bias - moved
