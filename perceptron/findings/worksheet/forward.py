"""An exercise: the weighted sum of one row, and the output for it, read from a table."""

import random
from decimal import Decimal
from typing import NamedTuple

from perceptron.findings.worksheet.paper import (
    NotForPaperError,
    as_written,
    is_half_way,
    last_place,
    on_paper,
    to_places,
    with_digits,
)
from perceptron.findings.worksheet.subject import LIVELY, Met, Subject
from perceptron.neuron import Perceptron

MOST_INPUTS = 3  # more products are too much work by hand
FEWEST_PLACES = 2
LINES = 3  # of the table, above and below the right one
LOOKED_UP = ("sigmoid", "tanh")


class Forward(NamedTuple):
    """The numbers of one row's prediction, as they stand on the paper.

    `weighted_sum` is bias + input × weight + … rounded. The table of a curved activation has pairs of a sum with one
    decimal and its output; `looked_up` is the one with which the sum is looked up. For other activations, and where a
    curve is flat, there is no table, and the output is that of the rounded sum. Without a bias, `bias` is None.
    """

    subject: Subject
    met: Met
    inputs: tuple[Decimal, ...]
    weights: tuple[Decimal, ...]
    bias: Decimal | None
    weighted_sum: Decimal
    looked_up: Decimal | None
    table: tuple[tuple[Decimal, Decimal], ...]
    output: Decimal


def forward(subject: Subject, draw: random.Random) -> Forward | None:
    """A test row that is worth calculating and whose sum rounds clearly, if there is one. Raises NotForPaperError."""
    if len(subject.neuron.weights) > MOST_INPUTS:
        return None
    first = None
    for moment in subject.moments():
        try:
            found = _best(moment, draw)
        except NotForPaperError:
            continue
        if _is_lively(found):
            return found
        first = first or found
    if first is None:
        raise NotForPaperError("No moment of this run has numbers for paper.")
    return first


def _is_lively(found: Forward) -> bool:
    """Whether the output is not at the flat end of a curve."""
    end = 1 - LIVELY
    low = LIVELY if found.subject.neuron.activation.name == "sigmoid" else -end
    return (found.looked_up is None and not _is_curved(found)) or low <= found.output <= end


def _is_curved(found: Forward) -> bool:
    return found.subject.neuron.activation.name in LOOKED_UP


def _best(subject: Subject, draw: random.Random) -> Forward:
    neuron = subject.neuron
    weights = tuple(on_paper(weight) for weight in neuron.weights)
    bias = on_paper(neuron.bias) if neuron.has_bias else None
    return max((_of(subject, met, weights, bias) for met in subject.test_rows(draw)), key=_worth)


def _worth(found: Forward) -> tuple[bool, bool, bool]:
    """Among rows that are as good the first one drawn is taken."""
    rounds = found.looked_up is not None and _rounds_clearly(found.weighted_sum)
    return rounds and _is_lively(found), rounds, all(found.inputs)


def _of(subject: Subject, met: Met, weights: tuple[Decimal, ...], bias: Decimal | None) -> Forward:
    inputs = tuple(as_written(x) for x in met.inputs)
    exact = (bias or Decimal(0)) + sum((x * weight for x, weight in zip(inputs, weights, strict=True)), Decimal(0))
    total = with_digits(exact, FEWEST_PLACES)
    if subject.neuron.activation.name not in LOOKED_UP:
        output = Decimal(repr(subject.neuron.activation.function(float(total))))
        return Forward(subject, met, inputs, weights, bias, total, None, (), _as(total, output))
    looked_up = to_places(total, 1)
    table = tuple(_line(subject.neuron, looked_up + Decimal(step) / 10) for step in range(-LINES, LINES + 1))
    if table[0][1] == table[-1][1]:  # on the flat end of the curve there is nothing to look up
        return Forward(subject, met, inputs, weights, bias, total, None, (), table[0][1])
    return Forward(subject, met, inputs, weights, bias, total, looked_up, table, table[LINES][1])


def _as(total: Decimal, output: Decimal) -> Decimal:
    """What an activation without a curve makes of a sum: the sum itself with all its digits, or 0 or 1."""
    return total if output == total else to_places(output, 0)


def _line(neuron: Perceptron, total: Decimal) -> tuple[Decimal, Decimal]:
    return total, to_places(Decimal(repr(neuron.activation.function(float(total)))), 3)


def _rounds_clearly(total: Decimal) -> bool:
    """Whether the sum rounds to the same tenth if its last decimal differs by one."""
    one = last_place(total)
    near = (total - one, total, total + one)
    return len({to_places(number, 1) for number in near}) == 1 and not any(is_half_way(number, 1) for number in near)
