"""An exercise: how one training row changes one weight."""

import random
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from perceptron.findings.worksheet.correction import liveliest
from perceptron.findings.worksheet.paper import (
    NotForPaperError,
    as_written,
    on_paper,
    places_of,
    to_places,
    with_digits,
)
from perceptron.findings.worksheet.subject import Met, Subject


class Change(NamedTuple):
    """The factors of one weight's change, all as they stand on the paper, and the weight before and after it.

    The weight counts from 1. `slope` is None where it is 1 everywhere. The change is rate × error × input × slope.
    """

    subject: Subject
    met: Met
    number: int
    weight: Decimal
    rate: Decimal
    error: Decimal
    x: Decimal
    slope: Decimal | None
    change: Decimal
    new_weight: Decimal


def change(subject: Subject, draw: random.Random) -> Change | None:
    """A drawn weight and training row that changes it, if there is one, and changes it clearly if it can be."""
    return liveliest(found for moment in subject.moments() for found in _all(moment, draw))


def _all(subject: Subject, draw: random.Random) -> Iterator[Change]:
    for met in subject.training_rows(draw):
        try:
            found = _of(subject, met, draw.randrange(len(met.inputs)))
        except NotForPaperError:
            continue
        if not found.change.is_zero():
            yield found


def _of(subject: Subject, met: Met, place: int) -> Change:
    neuron = subject.neuron
    output = neuron.predict(met.inputs)
    weight, rate = on_paper(neuron.weights[place]), as_written(subject.run.settings.learning_rate)
    error, x = on_paper(met.target - output), as_written(met.inputs[place])
    slope = on_paper(neuron.activation.derivative(output)) if subject.slope_counts else None
    exact = rate * error * x * (1 if slope is None else slope)
    if exact and abs(exact) < Decimal("1e-7"):
        raise NotForPaperError(f"{exact} is not for paper.")
    moved = with_digits(exact, 3)
    new_weight = to_places(weight + exact, max(places_of(weight), places_of(moved)))
    return Change(subject, met, place + 1, weight, rate, error, x, slope, moved, new_weight)
