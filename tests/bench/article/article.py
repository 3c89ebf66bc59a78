"""The article's program, transcribed straightforwardly: what a person writes who follows it in Python."""

import math


class NeuralNetwork:
    """Two weights and a bias, as in the article's section "Using the network"."""

    def __init__(self, weights: list[float], bias: float) -> None:
        self.weights = weights
        self.bias = bias
        self.learning_rate = 0.1

    def predict(self, inputs: list[float]) -> float:
        """The answer to one row."""
        return sigmoid(sum((inputs[i] * weight for i, weight in enumerate(self.weights)), self.bias))

    def train(self, inputs: list[list[float]], outputs: list[float], epochs: int) -> None:
        """Go through the rows, one update after each."""
        for _ in range(epochs):
            for i, row in enumerate(inputs):
                output = self.predict(row)
                error = outputs[i] - output
                delta = derivative(output)
                for j in range(len(self.weights)):
                    self.weights[j] += self.learning_rate * error * row[j] * delta
                self.bias += self.learning_rate * error * delta


class LoopingNetwork(NeuralNetwork):
    """The same with the article’s own loop in `predict`; since Python 3.12 `sum` compensates for rounding."""

    def predict(self, inputs: list[float]) -> float:
        """The answer to one row."""
        total = self.bias
        for i, weight in enumerate(self.weights):
            total += inputs[i] * weight
        return sigmoid(total)


def sigmoid(x: float) -> float:
    """1 / (1 + e^-x)."""
    return 1.0 / (1.0 + math.exp(-x))


def derivative(output: float) -> float:
    """The slope of the sigmoid at this output."""
    return output * (1.0 - output)
