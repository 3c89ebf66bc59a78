"""The digits that CPython computes with Pyodide's e^x, which every browser must show bit for bit."""

from perceptron.experiment import Run
from perceptron.settings import Settings


def digits(epochs: int, seed: int = 109, learning_rate: float = 0.1) -> list[str]:
    """Weight 1, weight 2 and bias, in full."""
    run = Run(Settings(seed=seed, learning_rate=learning_rate))
    run.advance(epochs)
    return [repr(number) for number in (*run.neuron.weights, run.neuron.bias)]
