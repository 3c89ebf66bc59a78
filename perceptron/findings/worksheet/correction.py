"""An exercise: the error of one training row, and the slope at its prediction."""

import random
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from perceptron.findings.worksheet.paper import NotForPaperError, as_written, on_paper, with_digits
from perceptron.findings.worksheet.subject import LIVELY, Met, Subject


class Correction(NamedTuple):
    """Target, prediction and error = target − prediction, as the neuron meets them; the slope as it counts.

    `slope` is None where it is 1 everywhere.
    """

    subject: Subject
    met: Met
    target: Decimal
    prediction: Decimal
    error: Decimal
    slope: Decimal | None


def correction(subject: Subject, draw: random.Random) -> Correction | None:
    """A drawn training row whose prediction is off, if there is one, and clearly off if it can be."""
    first = None
    for moment in subject.moments():
        for found in _all(moment, draw):
            if is_lively(found.error, found.slope):
                return found
            first = first or found
    return first


def is_lively(error: Decimal, slope: Decimal | None) -> bool:
    """Whether there is something to calculate: where the neuron is right or the curve flat, all numbers are near 0."""
    return abs(error) >= LIVELY and (slope is None or slope >= LIVELY)


def _all(subject: Subject, draw: random.Random) -> Iterator[Correction]:
    for met in subject.training_rows(draw):
        try:
            target = as_written(met.target)
            prediction = on_paper(subject.neuron.predict(met.inputs))
        except NotForPaperError:
            continue
        if prediction != target:
            slope = slope_at(subject, prediction) if subject.slope_counts else None
            yield Correction(subject, met, target, prediction, target - prediction, slope)


def slope_at(subject: Subject, output: Decimal) -> Decimal:
    """The slope that belongs to an output as it stands on the paper, with three digits."""
    exact = {"sigmoid": output * (1 - output), "tanh": 1 - output * output}
    name = subject.neuron.activation.name
    return with_digits(exact[name], 3) if name in exact else Decimal(1 if output > 0 else 0)
