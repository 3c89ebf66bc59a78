"""10,000 epochs by each contestant that is written in Python, from the same start; run in CPython and in Pyodide."""

import time
from array import array
from collections.abc import Callable

from perceptron.datasets import ARTICLE
from perceptron.experiment import Run
from perceptron.learning import train_epochs
from perceptron.neuron import Perceptron
from perceptron.settings import Settings
from tests.bench.article.article import LoopingNetwork, NeuralNetwork  # the bench puts its source here

EPOCHS = 10_000
START = Run(Settings()).start


def contest(name: str) -> list[float]:
    """The milliseconds that training took, the weights and the bias."""
    return (CONTESTANTS | COMPILED)[name]()


def _article(kind: type[NeuralNetwork]) -> list[float]:
    inputs = [list(row.inputs) for row in ARTICLE.training]
    outputs = [row.target for row in ARTICLE.training]
    network = kind(list(START[0]), START[1])
    spent = _timed(lambda: network.train(inputs, outputs, EPOCHS))
    return [spent, *network.weights, network.bias]


def _alone() -> list[float]:
    neuron = Perceptron(*START)
    spent = _timed(lambda: train_epochs(neuron, ARTICLE.training, 0.1, EPOCHS))
    return [spent, *neuron.weights, neuron.bias]


def _remembered() -> list[float]:
    run = Run(Settings())
    spent = _timed(lambda: run.advance(EPOCHS))
    return [spent, *run.neuron.weights, run.neuron.bias]


def _program_alone() -> list[float]:
    from perceptron.compiling import Work, compiled_like
    from web.worker.machine import pyodide_machine  # which only Pyodide can import

    neuron = Perceptron(*START)
    train = pyodide_machine(compiled_like(neuron))
    parameters, ends = array("d", [*neuron.weights, neuron.bias]), array("d", [0.0] * (4 * EPOCHS))
    rows = array("d", [number for inputs, target in ARTICLE.training for number in (*inputs, target)])
    spent = _timed(lambda: train(Work(parameters, rows, ends, EPOCHS, 0.1)))
    return [spent, *parameters]


def _program_checked() -> list[float]:
    from web.worker.machine import compiled

    run = Run(Settings(), compiled())
    spent = _timed(lambda: run.advance(EPOCHS))
    assert run.ran.engine == "compiled", run.ran
    return [spent, *run.neuron.weights, run.neuron.bias]


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - began)


CONTESTANTS = {
    "summing": lambda: _article(NeuralNetwork),
    "looping": lambda: _article(LoopingNetwork),
    "alone": _alone,
    "remembered": _remembered,
}
# In Pyodide alone.
COMPILED = {"compiled": _program_alone, "compiled and checked": _program_checked}
