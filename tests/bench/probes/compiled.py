"""Times what compiled programs train besides the article's neuron, in Pyodide, and prints the figures."""

import json
import random
import time
from collections.abc import Callable
from dataclasses import replace

from perceptron.changed_run import ChangedRun
from perceptron.changes import CHANGES, changed
from perceptron.datasets import DataSet, Row
from perceptron.experiment import Run
from perceptron.program import own_program_of
from perceptron.seeds import final
from perceptron.settings import Settings
from web.worker import machine

SEEDS, EPOCHS, ROWS, INPUTS, EPOCHS_OF_MANY_ROWS = 300, 10_000, 100_000, 10, 200


def seeds() -> float:
    """Seconds for many starts of the article's experiment, from nothing compiled."""
    return timed(lambda: list(final(Settings(epochs=EPOCHS), range(SEEDS), machine.compiled())))


def own() -> float:
    """Seconds for one."""
    run = Run(Settings(), machine.compiled())
    return timed(lambda: run.advance(EPOCHS))


def momentum() -> float:
    """The same with momentum."""
    settings = replace(Settings(), rule=changed(own_program_of(Settings()), CHANGES["momentum"]))
    run = ChangedRun(settings, machine.compiled())
    spent = timed(lambda: run.advance(EPOCHS))
    assert run.ran.engine == "compiled", run.ran
    return spent


def many_rows() -> float:
    """Seconds for one epoch of very many rows, after the first, which is checked as a whole."""
    run = Run(Settings(MANY, learning_rate=0.01), machine.compiled())
    run.advance(1)
    return timed(lambda: run.advance(EPOCHS_OF_MANY_ROWS)) / EPOCHS_OF_MANY_ROWS


def made_up() -> DataSet:
    """Rows whose inputs are drawn evenly, small enough that their sum stays below 1."""
    draw = random.Random(1).random
    drawn = [tuple([draw() / INPUTS for _ in range(INPUTS)]) for _ in range(ROWS)]
    rows = tuple([Row(inputs, sum(inputs)) for inputs in drawn])
    return DataSet("made up", rows, rows[:25], decimals=1)


def timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


MANY = made_up()
own()  # what is loaded at the first time is not the work's
print(json.dumps({work.__name__: work() for work in (seeds, own, momentum, many_rows)}))
