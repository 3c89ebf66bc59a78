"""How time and memory grow with rows and with inputs: the slope of a line through their logarithms, 1 when linear."""

import random
import time
import tracemalloc
from collections.abc import Iterator, Sequence
from functools import partial
from math import log

from perceptron.datasets import DataSet, Row
from perceptron.experiment import Run
from perceptron.settings import Settings
from tests.bench.measuring import Figures, alternate
from tests.bench.measuring import Row as Line

ROWS = (100, 1_000, 10_000, 100_000)
# Two inputs have a loop of their own, all others share one.
INPUTS, MORE_INPUTS = (2, 5, 10), (3, 5, 10)
ROWS_FOR_INPUTS = 1_000
UPDATES = 1_000_000
MOST = 1.1


def rows() -> Iterator[Line]:
    """Slopes for rows at two inputs, and for inputs at a thousand rows, from two on and from three on."""
    by_rows = {str(rows): partial(measured, rows, INPUTS[0]) for rows in ROWS}
    by_inputs, by_more = (
        {str(inputs): partial(measured, ROWS_FOR_INPUTS, inputs) for inputs in sizes} for sizes in (INPUTS, MORE_INPUTS)
    )
    for what, sizes, contestants in (
        ("rows", ROWS, by_rows),
        ("inputs", INPUTS, by_inputs),
        ("inputs", MORE_INPUTS, by_more),
    ):
        figures = list(alternate(contestants).values())
        for key in ("seconds an epoch", "bytes"):
            growth = slope(sizes, [one[key] for one in figures])
            title = f"{key}, slope over {sizes[0]:,} to {sizes[-1]:,} {what} / 1, linear"
            yield Line("growth", title, growth, 1.0, "", MOST)


def measured(rows: int, inputs: int) -> Figures:
    """An epoch's time, and the most memory that the data, its run and the training took at any one time.

    Tracing memory slows the work, so it is done apart.
    """
    data = made_up(rows, inputs)
    epochs = max(1, UPDATES // (rows * inputs))
    run = Run(Settings(data, learning_rate=0.01))
    began = time.perf_counter()
    run.advance(epochs)
    spent = time.perf_counter() - began
    del data, run
    tracemalloc.start()
    Run(Settings(made_up(rows, inputs), learning_rate=0.01)).advance(1)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return {"seconds an epoch": spent / epochs, "bytes": most}


def made_up(rows: int, inputs: int) -> DataSet:
    """Rows whose inputs are drawn evenly, small enough that their sum stays below 1."""
    draw = random.Random(rows + inputs).random
    drawn = [tuple(draw() / inputs for _ in range(inputs)) for _ in range(rows)]
    training = tuple(Row(values, sum(values)) for values in drawn)
    return DataSet("made up", training, training[:25], decimals=1)


def slope(sizes: Sequence[float], values: Sequence[float]) -> float:
    """The slope of the straight line that fits the logarithms best, by least squares."""
    xs, ys = [log(size) for size in sizes], [log(value) for value in values]
    middle_x, middle_y = sum(xs) / len(xs), sum(ys) / len(ys)
    covariance = sum((x - middle_x) * (y - middle_y) for x, y in zip(xs, ys, strict=True))
    return covariance / sum((x - middle_x) ** 2 for x in xs)
