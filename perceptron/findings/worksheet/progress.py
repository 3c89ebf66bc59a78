"""An exercise: reading how the error and the score went on through the epochs."""

import random
from decimal import Decimal
from typing import NamedTuple

from perceptron.findings.worksheet.paper import on_paper, to_places
from perceptron.findings.worksheet.subject import Subject

SHARES = (100, 20, 4, 1)  # of the epochs so far
FEWEST_POINTS = 3


class Point(NamedTuple):
    """An epoch, its mean squared error, and how many test rows were right after it."""

    epoch: int
    error: Decimal
    right: int


class Progress(NamedTuple):
    """Some points of a run, from its start to now.

    `per_cent` is the share of the test rows that is right at the last point, and `settled` the first epoch from
    which on no point has another score.
    """

    subject: Subject
    points: tuple[Point, ...]
    total: int
    per_cent: int
    settled: int

    @property
    def settled_error(self) -> Decimal:
        """The mean squared error at that epoch."""
        return next(point.error for point in self.points if point.epoch == self.settled)


def progress(subject: Subject, draw: random.Random) -> Progress | None:
    """The points of a run with at least some epochs; None for a shorter one. Raises NotForPaperError."""
    run, scorer = subject.run, subject.run.scorer()
    # One point of the middle is moved a little, so that not all worksheets of a run ask the same.
    moved = subject.epoch * draw.randrange(30, 61) // 100
    epochs = sorted({0, moved, *(subject.epoch // share for share in SHARES)})
    if len(epochs) < FEWEST_POINTS:
        return None
    points = []
    for epoch in epochs:
        moment = run.at(epoch)
        points.append(Point(epoch, on_paper(moment.error), scorer.right(moment.neuron.weights, moment.neuron.bias)))
    total, right = len(run.settings.data.test), points[-1].right
    settled = next(
        point.epoch for place, point in enumerate(points) if all(later.right == right for later in points[place:])
    )
    return Progress(subject, tuple(points), total, share(right, total), settled)


def share(part: int, whole: int) -> int:
    """A part of a whole in per cent, rounded as people round."""
    return int(to_places(Decimal(100 * part) / Decimal(whole), 0))
