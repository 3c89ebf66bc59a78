"""The same neuron on the desk: what CPython says, with Pyodide's e^x, that the page must show, digit for digit."""

from functools import lru_cache

from perceptron.datasets import ARTICLE
from perceptron.experiment import Run
from perceptron.judging import judge
from perceptron.neuron import Perceptron
from perceptron.settings import Settings


@lru_cache(maxsize=8)
def run(epochs: int, start: tuple[float, ...] | None = None) -> Run:
    """A run of the default settings that has come so far; look at it, but do not train it on."""
    trained = Run(Settings(start=start))
    trained.advance(epochs)
    return trained


def parameters(neuron: Perceptron) -> list[str]:
    """Weights and bias in full."""
    return [repr(number) for number in (*neuron.weights, neuron.bias)]


def predictions(neuron: Perceptron) -> list[str]:
    """What the neuron prints for the test rows."""
    return [verdict.printed for verdict in judge(neuron, ARTICLE)]
