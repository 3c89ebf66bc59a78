"""A second neuron, written without the first: a loop with every setting as a branch, in the documented arithmetic.

What a run does must be the same, bit for bit.
"""

import math
import random

from perceptron.datasets import DataSet
from perceptron.settings import Settings

Numbers = tuple[float, ...]


def plain_run(settings: Settings, epochs: int) -> tuple[list[Numbers], list[Numbers], list[float]]:
    """After each update, and at the start, the weights and the bias; the row of each update; each update's error."""
    rows = plain_rows(settings.data, settings.scaling)
    inputs = len(rows[0]) - 1
    numbers = plain_start(settings, inputs)
    moments, met, errors = [tuple(numbers)], [], []
    for epoch in range(epochs):
        for place, row in enumerate(plain_order(settings, rows, epoch)):
            rate = settings.learning_rate
            for leg in reversed(settings.legs):
                if (epoch, place) < (leg.epoch, leg.row):
                    rate = leg.learning_rate
            total = numbers[-1]
            for i in range(inputs):
                total += row[i] * numbers[i]
            output = plain_output(settings.activation, total)
            error = row[-1] - output
            delta = 1.0 if settings.loss == "cross-entropy" else plain_slope(settings.activation, output)
            for i in range(inputs):
                numbers[i] += rate * error * row[i] * delta
            if settings.bias == "on":
                numbers[-1] += rate * error * delta
            moments.append(tuple(numbers))
            met.append(row)
            errors.append(error)
    return moments, met, errors


def plain_rows(data: DataSet, scaling: str) -> list[Numbers]:
    """The training rows, each with its target at the end."""
    columns = list(zip(*[(*row.inputs, row.target) for row in data.training], strict=True))
    if scaling == "0-1":
        columns = [tuple((v - min(c)) / ((max(c) - min(c)) or 1.0) for v in c) for c in columns]
    return list(zip(*columns, strict=True))


def plain_start(settings: Settings, inputs: int) -> list[float]:
    if settings.start == "zeros":
        numbers = [0.0] * (inputs + 1)
    elif settings.start is not None:
        numbers = [float(number) for number in settings.start] + [0.0]
    else:
        generator = random.Random(settings.seed)
        numbers = [generator.random() for _ in range(inputs + 1)]
    numbers = numbers[: inputs + 1]
    if settings.bias == "off":
        numbers[-1] = 0.0
    return numbers


def plain_order(settings: Settings, rows: list[Numbers], epoch: int) -> list[Numbers]:
    """Shuffled: sorted by random numbers from a generator whose seed is 10^9 times the epoch, from 1, plus the seed."""
    if settings.order == "given":
        return rows
    generator = random.Random((epoch + 1) * 10**9 + settings.seed)
    keyed = [(generator.random(), number) for number in range(len(rows))]
    return [rows[number] for _, number in sorted(keyed)]


def plain_output(activation: str, total: float) -> float:
    if activation == "sigmoid":
        return 1 / (1 + (math.exp(-total) if total > -709.0 else math.inf))
    if activation == "tanh":
        return math.tanh(total)
    if activation == "relu":
        return total if total > 0 else 0.0
    if activation == "step":
        return 1.0 if total >= 0 else 0.0
    return total


def plain_slope(activation: str, output: float) -> float:
    if activation == "sigmoid":
        return output * (1.0 - output)
    if activation == "tanh":
        return 1.0 - output * output
    if activation == "relu":
        return 1.0 if output > 0 else 0.0
    return 1.0
