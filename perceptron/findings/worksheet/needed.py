"""An exercise: the weighted sum that the largest target needs where the activation is a curve with an end."""

import math
import random
from decimal import Decimal
from typing import NamedTuple

from perceptron.criteria import Nearer, Rounding, Within
from perceptron.findings.worksheet.forward import LOOKED_UP
from perceptron.findings.worksheet.paper import NotForPaperError, as_written, to_places
from perceptron.findings.worksheet.subject import Subject

BEFORE, AFTER = 3, 2  # lines of the table around the first one that is enough
MOST_PLACES = 6


class Needed(NamedTuple):
    """A target, the least output that is right for it, and a table of sums with their outputs.

    `enough` is the first sum of the table whose output is right, and `needed_sum` the sum that just reaches it.
    With just two targets an output must be more than the least one, and otherwise at least as much.
    """

    subject: Subject
    target: Decimal
    least: Decimal
    table: tuple[tuple[Decimal, Decimal], ...]
    enough: Decimal
    needed_sum: Decimal

    @property
    def more_than(self) -> bool:
        """Whether the least output itself is not yet right."""
        return isinstance(self.subject.run.task.criterion, Nearer)


def needed(subject: Subject, draw: random.Random) -> Needed | None:
    """The largest target of the test rows that an output can reach. None for other activations, and with scaling."""
    activation = subject.neuron.activation
    if activation.name not in LOOKED_UP or subject.scaled:
        return None
    for target in sorted({row.target for row in subject.run.settings.data.test}, reverse=True):
        least = _least(subject, target)
        if activation.least < least < activation.most:
            break
    else:
        return None
    needed_sum = activation.inverse(float(least))
    start = Decimal(math.floor(needed_sum * 10.0) - draw.randrange(1, BEFORE)) / 10
    sums = [start + Decimal(step) / 10 for step in range(BEFORE + AFTER + 1)]
    exact = [Decimal(repr(activation.function(float(total)))) for total in sums]
    more_than = isinstance(subject.run.task.criterion, Nearer)
    for places in range(3, MOST_PLACES):
        outputs = [to_places(output, places) for output in exact]
        if [_is_enough(o, least, more_than) for o in outputs] == [_is_enough(o, least, more_than) for o in exact]:
            table = tuple(zip(sums, outputs, strict=True))
            enough = next(total for total, output in table if _is_enough(output, least, more_than))
            return Needed(subject, as_written(target), least, table, enough, to_places(Decimal(repr(needed_sum)), 2))
    return None


def _is_enough(output: Decimal, least: Decimal, more_than: bool) -> bool:
    return output > least if more_than else output >= least


def _least(subject: Subject, target: float) -> Decimal:
    """The least output that is right, as a person finds it."""
    exact = Decimal(repr(target))
    match subject.run.task.criterion:
        case Rounding(decimals):
            return exact - Decimal(5).scaleb(-decimals - 1)
        case Nearer(low, high):
            if target == low:
                raise NotForPaperError("Every low output is right for the lower of two targets.")
            return (Decimal(repr(low)) + Decimal(repr(high))) / 2
        case Within(tolerance):
            return exact - Decimal(repr(tolerance))
