"""The neuron: it multiplies each input by a weight, adds a bias, and applies its activation.

The article calls it a single-layer perceptron. Everything that it knows after training is in
its weights and its bias.
"""

import random
from collections.abc import Sequence

from perceptron.activations import SIGMOID, Activation

Vector = list[float]


class Perceptron:
    """One neuron with any number of inputs.

    `weights` holds one number for each input, `bias` one number; both are plain floats without a
    unit. Source: the article's sections "Weights", "Bias" and "Activation Function".
    """

    def __init__(self, weights: Sequence[float], bias: float, activation: Activation = SIGMOID) -> None:
        """Copy the weights. Raises ValueError when there is none."""
        if not weights:
            raise ValueError("A neuron needs at least one weight.")
        self.weights: Vector = [float(weight) for weight in weights]
        self.bias = float(bias)
        self.activation = activation

    @classmethod
    def random(cls, inputs: int, seed: int, activation: Activation = SIGMOID) -> "Perceptron":
        """A neuron whose weights, in order, and then bias are drawn evenly from 0 to 1.

        The same seed gives the same neuron on every machine.
        """
        draw = random.Random(seed).random
        weights = [draw() for _ in range(inputs)]
        return cls(weights, draw(), activation)

    def weighted_sum(self, inputs: Sequence[float]) -> float:
        """bias + x1*w1 + x2*w2 + ..., added in this order. Raises ValueError on a wrong number of inputs."""
        total = self.bias
        for x, weight in zip(inputs, self.weights, strict=True):
            total += x * weight
        return total

    def predict(self, inputs: Sequence[float]) -> float:
        """activation(weighted sum): the neuron's answer to one row of inputs."""
        return self.activation.function(self.weighted_sum(inputs))
