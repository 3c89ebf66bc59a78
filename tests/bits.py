"""Compares compiled programs with plain Python, bit for bit, on whatever machine runs them.

Native tests do it with Wasmtime; in Node it is done under Pyodide, so this needs nothing but the neuron.
"""

import math
import random
import struct
from array import array
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from perceptron.activations import ACTIVATIONS, SIGMOID, Activation
from perceptron.compiled import Machine, Runner
from perceptron.compiling import DONE, Program, Rule, Work, compiled_like
from perceptron.datasets import ARTICLE, Row
from perceptron.learning import train_epochs
from perceptron.losses import CROSS_ENTROPY
from perceptron.neuron import Perceptron

KINDS = [*ACTIVATIONS.values(), CROSS_ENTROPY.learned_with(SIGMOID)]
RATES = (0.1, 0.0, 1e-300, 1.0, 100.0)
HOSTILE_RATES = (0.0, 1e-300, 0.1, 1.0, 100.0, 1e300)
SPECIAL = [
    *(0.0, 5e-324, 2.2250738585072014e-308, 1e-160, 0.1, 1.0, 37.0, 1e160, 1.7976931348623157e308, math.inf, math.nan),
    *(709.782712893384, 710.0, 745.1332191019412, 745.2, 800.0),
]

Numbers = Sequence[float]


class Bits:
    """Counts in `found` how many runs and numbers were compared, and what was different. NaNs are all alike."""

    def __init__(self, machine: Machine) -> None:
        self.found: Counter[str] = Counter()
        self._machine = machine
        self._runners: dict[object, Runner] = {}

    def compare(self, neuron: Perceptron, rows: Sequence[Row], rate: float, epochs: int) -> None:
        """A run of the neuron, which stays as it is."""
        kind = (neuron.activation, len(neuron.weights), neuron.has_bias)
        if kind not in self._runners:
            self._runners[kind] = self._machine(compiled_like(neuron))
        start = [*neuron.weights, neuron.bias]
        plain = neuron.with_numbers(neuron.weights, neuron.bias)
        wanted = [number for end in train_epochs(plain, rows, rate, epochs) for number in end]
        found = trained(self._runners[kind], start, rows, rate, epochs)
        self._count(found, wanted, (neuron.activation.name, neuron.has_bias, start, rows, rate))

    def compare_rule(self, rule: Rule, start: Numbers, rows: Sequence[Row], rate: float, epochs: int) -> None:
        """A run of a rule that may raise errors: then the program must give up."""
        if rule not in self._runners:
            self._runners[rule] = self._machine(Program(rule, len(start), len(rows[0].inputs) + 1))
        found = trained(self._runners[rule], start, rows, rate, epochs)
        try:
            wanted = trained_by(rule, start, rows, rate, epochs)
        except (ArithmeticError, ValueError):
            self.found["errors"] += 1
            self.found["errors missed"] += found is not None
            return
        self._count(found, wanted, (rule.__name__, start, rows, rate))

    def _count(self, found: Numbers | None, wanted: Numbers, case: object) -> None:
        self.found["runs"] += 1
        if found is None:
            self.found["given up"] += 1
            return
        self.found["numbers"] += len(wanted)
        self.found["infinite or NaN"] += sum(not math.isfinite(number) for number in wanted)
        different = sum(not is_same(*both) for both in zip(found, wanted, strict=True))
        if different:
            print("Different:", case)
        self.found["different"] += different


def is_same(one: float, other: float) -> bool:
    """Whether two numbers have the same bits, or are both NaN."""
    return struct.pack("<d", one) == struct.pack("<d", other) or (one != one and other != other)


def trained(runner: Runner, start: Numbers, rows: Sequence[Row], rate: float, epochs: int) -> Numbers | None:
    """The ends of the epochs one after another, as a program has them; None if it gave up."""
    ends = array("d", bytes(8 * epochs * (len(start) + 1)))
    table = array("d", [number for inputs, target in rows for number in (*inputs, target)])
    return ends if runner(Work(array("d", start), table, ends, epochs, rate)) == DONE else None


def trained_by(rule: Rule, start: Numbers, rows: Sequence[Row], rate: float, epochs: int) -> Numbers:
    """The same in plain Python."""
    parameters, ends = list(start), []
    for _ in range(epochs):
        squared_errors = 0.0
        for inputs, target in rows:
            after, error = rule(list(parameters), (*inputs, target), rate)
            parameters = list(after)
            squared_errors += error * error
        ends += [*parameters, squared_errors]
    return ends


def compare_usual(bits: Bits, seeds: int, epochs: int) -> None:
    """The article's neuron from so many starts, each at all RATES."""
    for seed in range(seeds):
        for rate in RATES:
            bits.compare(Perceptron.random(2, seed), ARTICLE.training, rate, epochs)


def compare_hostile(bits: Bits, runs: int) -> None:
    """Neurons of every kind with 1 to 10 inputs, whose numbers nobody would choose."""
    draw = random.Random(7)
    for _ in range(runs):
        inputs, share = draw.randint(1, 10), draw.choice([0.0, 0.05, 0.3, 0.9])
        rows = [
            Row(tuple(number(draw, share) for _ in range(inputs)), number(draw, share))
            for _ in range(draw.randint(1, 12))
        ]
        has_bias = draw.random() < 0.7
        start = share * draw.random()
        neuron = Perceptron([1.0] * inputs, 0.0, draw.choice(KINDS), has_bias)
        neuron.weights = [number(draw, start) for _ in range(inputs)]
        neuron.bias = number(draw, start) if has_bias else 0.0
        bits.compare(neuron, rows, draw.choice(HOSTILE_RATES), draw.choice([1, 3, 40]))


def compare_raising(bits: Bits, runs: int) -> None:
    """Rules that raise errors, catch them, or decide by the numbers, each so many times."""
    draw = random.Random(11)
    for rule in RULES:
        for _ in range(runs):
            start = [number(draw, 0.3), number(draw, 0.3)]
            rows = [Row((number(draw, 0.3),), number(draw, 0.3)) for _ in range(3)]
            bits.compare_rule(rule, start, rows, draw.choice([0.1, 1.0]), 3)


def number(draw: random.Random, special: float) -> float:
    """A number, with this probability a special one."""
    if draw.random() < special:
        return draw.choice([-1.0, 1.0]) * draw.choice(SPECIAL)
    kinds = (draw.uniform(-1, 1), draw.uniform(-40, 40), draw.gauss(0, 1) * 10.0 ** draw.randint(-320, 300))
    return draw.choice(kinds)


def raising(parameters: list[Any], row: tuple[Any, ...], rate: Any) -> tuple[list[Any], Any]:
    """Raises an error for many numbers."""
    weight, bias = parameters
    total = bias + row[0] * weight
    error = row[1] - math.sqrt(total) - math.exp(total)
    return [weight + rate * math.log(total), bias + rate / weight], error


def catching(parameters: list[Any], row: tuple[Any, ...], rate: Any) -> tuple[list[Any], Any]:
    """Catches every error that it raises."""
    weight, bias = parameters
    total = bias + row[0] * weight
    try:
        change = math.log(total) / weight
    except ZeroDivisionError:
        change = 7.0
    except ValueError:
        change = -7.0
    try:
        other = math.exp(total) + math.sin(total)
    except (OverflowError, ValueError):
        other = 3.0
    return [weight + rate * change, bias + rate * other], row[1] - change


def powering(parameters: list[Any], row: tuple[Any, ...], rate: Any) -> tuple[list[Any], Any]:
    """Has powers, which C and Python see differently where a number is infinite or NaN."""
    weight, bias = parameters
    total = bias + row[0] * weight
    return [weight + rate * total**2, bias + rate * (total * total) ** 0.5], row[1] - 2**-total


def clipping(parameters: list[Any], row: tuple[Any, ...], rate: Any) -> tuple[list[Any], Any]:
    """Decides by the numbers, with tanh, abs, min and max."""
    weight, bias = parameters
    output = math.tanh(bias + row[0] * weight)
    error = row[1] - output
    if abs(error) < 0.01 and output > 0:
        return [weight, bias], error
    step = max(-0.1, min(0.1, rate * error * (1 - output * output)))
    step = step * 2 if -0.05 < step < 0.05 else step / 1.5
    decay = 1e-6 if bias > 0 else 0.0
    return [weight * (1 - decay) + step * row[0], bias + step], error


def choosing(parameters: list[Any], row: tuple[Any, ...], rate: Any) -> tuple[list[Any], Any]:
    """Chooses the least and the greatest, takes signs over, rounds, and asks what kind of number it has."""
    weight, bias = parameters
    total = bias + row[0] * weight
    error = row[1] - max(-1.0, min(total, 1.0, weight))
    step = math.copysign(min([rate, abs(error)]), error)
    if not math.isfinite(total) or math.isnan(weight):
        return [math.fabs(rate), -bias], step
    turns = math.floor(total) if abs(total) < 1e9 else 7
    return [weight + step * row[0] / (turns % 3 + 1), max(bias + step, turns // 2 * 0.1)], error


def summing(parameters: list[Any], row: tuple[Any, ...], rate: Any) -> tuple[list[Any], Any]:
    """Sums, which newer Pythons do more exactly than + does."""
    weight, bias = parameters
    error = row[1] - sum([bias, row[0] * weight, 1e16, 1.0, -1e16, weight])
    return [weight + rate * sum([error, bias, row[1]], 0.5), bias + sum(x * rate for x in (error, row[0]))], error


RULES: tuple[Callable[..., Any], ...] = (raising, catching, powering, clipping, choosing, summing)


def neurons(kind: Activation, inputs: int, has_bias: bool) -> Perceptron:
    """A neuron of this kind with a random start."""
    drawn = Perceptron.random(inputs, 5, kind)
    return Perceptron(drawn.weights, drawn.bias if has_bias else 0.0, kind, has_bias)
