"""An exercise: which way some training rows would move one weight."""

import random
from decimal import Decimal
from typing import NamedTuple

from perceptron.findings.worksheet.paper import NotForPaperError, as_written, on_paper
from perceptron.findings.worksheet.subject import LIVELY, Met, Subject

ROWS = 3
FEWEST = 2
UP, DOWN, STAYS = 1, -1, 0


class Directed(NamedTuple):
    """A row, its target and prediction as the neuron meets them, the weight's input, and the way the weight goes."""

    met: Met
    target: Decimal
    prediction: Decimal
    x: Decimal
    way: int


class Directions(NamedTuple):
    """The weight, from 1, and some rows that move it, in different ways where there are such."""

    subject: Subject
    number: int
    rows: tuple[Directed, ...]


def directions(subject: Subject, draw: random.Random) -> Directions | None:
    """Three drawn training rows, or two, clearly off if they can be; None where fewer can be written down."""
    place = draw.randrange(len(subject.neuron.weights))
    first = None
    for moment in subject.moments():
        found = _of(moment, place, draw)
        if found and all(map(_is_lively, found.rows)):
            return found
        first = first or found
    return first


def _of(subject: Subject, place: int, draw: random.Random) -> Directions | None:
    found = [directed for met in subject.training_rows(draw) if (directed := _directed(subject, met, place))]
    found.sort(key=lambda directed: not _is_lively(directed))  # those that are, in the drawn order, first
    chosen = []
    for way in draw.sample((UP, DOWN, STAYS), 3):
        alike = [directed for directed in found if directed.way == way]
        chosen += alike[:1]
    chosen += [directed for directed in found if directed not in chosen]
    return Directions(subject, place + 1, tuple(chosen[:ROWS])) if len(chosen) >= FEWEST else None


def _is_lively(directed: Directed) -> bool:
    return abs(directed.target - directed.prediction) >= LIVELY


def _directed(subject: Subject, met: Met, place: int) -> Directed | None:
    """The row; None where the paper does not tell which way the weight goes, or it hardly goes any way."""
    neuron = subject.neuron
    output = neuron.predict(met.inputs)
    try:
        target, prediction, x = as_written(met.target), on_paper(output), as_written(met.inputs[place])
    except NotForPaperError:
        return None
    if prediction == target or on_paper(neuron.activation.derivative(output)).is_zero():
        return None
    product = (target - prediction) * x
    return Directed(met, target, prediction, x, STAYS if product.is_zero() else UP if product > 0 else DOWN)
