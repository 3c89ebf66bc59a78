"""An exercise: the error of one training row, and the slope at its prediction."""

import random
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple, Protocol, TypeVar

from perceptron.findings.worksheet.paper import NotForPaperError, as_written, on_paper, with_digits
from perceptron.findings.worksheet.subject import LIVELY, Met, Subject


class OfAnError(Protocol):
    """An exercise about an error, and the slope that it counts with, if any."""

    @property
    def error(self) -> Decimal: ...

    @property
    def slope(self) -> Decimal | None: ...


Exercise = TypeVar("Exercise", bound=OfAnError)


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
    return liveliest(found for moment in subject.moments() for found in _all(moment, draw))


def liveliest(exercises: Iterable[Exercise]) -> Exercise | None:
    """The first with something to calculate: where the neuron is right or the curve flat, all numbers are near 0.

    The first of all where there is none; None where there are no exercises.
    """
    first = None
    for found in exercises:
        if is_lively(found.error, found.slope):
            return found
        first = first or found
    return first


def is_lively(error: Decimal, slope: Decimal | None) -> bool:
    """Whether error and slope are far enough from 0."""
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
