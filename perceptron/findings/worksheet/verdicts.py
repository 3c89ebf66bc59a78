"""An exercise: which of three answers are right."""

import random
from decimal import Decimal
from typing import NamedTuple

from perceptron.criteria import Nearer, Rounding, Within
from perceptron.findings.worksheet.paper import NotForPaperError, as_written, is_half_way, on_paper
from perceptron.findings.worksheet.subject import Met, Subject
from perceptron.scoring import printed

ROWS = 3
MORE_PLACES = 2  # than the answers are written with otherwise
MOST_MORE = 5


class Judged(NamedTuple):
    """A test row's answer as it stands on the paper, what it rounds to or the target it is nearer to, and the verdict.

    `counts_as` is a written number; it is empty where neither rounding nor the nearer target decides.
    """

    met: Met
    answer: Decimal
    target: Decimal
    counts_as: str
    right: bool

    @property
    def distance(self) -> Decimal:
        """How far the answer is from its target."""
        return abs(self.answer - self.target)


class Verdicts(NamedTuple):
    """Some test rows, in the data's own units: right ones and wrong ones, where there are both."""

    subject: Subject
    rows: tuple[Judged, ...]


def verdicts(subject: Subject, draw: random.Random) -> Verdicts | None:
    """Three drawn test rows. None where fewer can be written down."""
    found = [judged for met in subject.test_rows(draw) if (judged := _judged(subject, met))]
    for right in (True, False):
        alike = [judged for judged in found if judged.right is right]
        if alike and all(judged.right is not right for judged in found[:ROWS]):
            found.remove(alike[0])
            found.insert(draw.randrange(ROWS), alike[0])
    return Verdicts(subject, tuple(found[:ROWS])) if len(found) >= ROWS else None


def _judged(subject: Subject, met: Met) -> Judged | None:
    """The row, with as many decimals as say the same as all digits; None where nobody would want so many."""
    task = subject.run.task
    answer = task.answer(subject.neuron, met.row.inputs)
    right = task.criterion.accepts(answer, met.row.target)
    try:
        target = as_written(met.row.target)
        for more in range(MORE_PLACES, MOST_MORE):
            shown = on_paper(answer, task.answer_decimals + more)
            counts_as = _counts_as(subject, shown)
            clear = counts_as is not None and counts_as == _counts_as(subject, Decimal(repr(answer)))
            if clear and task.criterion.accepts(float(shown), met.row.target) is right:
                return Judged(met, shown, target, counts_as or "", right)
    except NotForPaperError:
        pass
    return None


def _counts_as(subject: Subject, answer: Decimal) -> str | None:
    """What decides the verdict; None where people could differ."""
    task = subject.run.task
    match task.criterion:
        case Rounding(decimals):
            return None if is_half_way(answer, decimals) else printed(float(answer), decimals)
        case Nearer():
            nearer = task.nearer_target(float(answer))
            return None if nearer is None else task.shown_target(nearer)
        case Within():
            return ""
