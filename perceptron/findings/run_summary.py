"""A run in a few numbers, and how far they are from those of a baseline: another run that it is compared with."""

import math
from typing import NamedTuple

from perceptron.experiment import Run
from perceptron.findings.milestones import ScoreBook, first_best
from perceptron.scoring import yardsticks
from perceptron.settings import Settings


class RunSummary(NamedTuple):
    """Where a run stands: its score, its yardsticks, how soon it was at its best, and its weights.

    `right` of `total` test rows are right after `epoch` epochs; `best` were, for the first time, after `best_epoch`.
    `mean_error` is the mean absolute error, in the data's own units; it is infinite or NaN where answers are.
    Weights and bias belong to the numbers that the neuron meets, after scaling. `stopped` says whether training cannot
    go on, because numbers grew too large. A run that ended within an epoch has also met `row` rows of the next one.
    """

    epoch: int
    right: int
    total: int
    r_squared: float | None
    mean_error: float
    best: int
    best_epoch: int
    weights: tuple[float, ...]
    bias: float
    has_bias: bool
    stopped: bool
    row: int = 0


class Alike(NamedTuple):
    """What two runs have in common, so that their numbers can be compared.

    `rows` says whether they have the same test rows, so that errors are errors of the same answers; `judged` whether
    the same answers are right, too; `numbers` whether their neurons meet the same numbers, so that their weights
    mean the same. Mean absolute errors that differ by less than `finest` differ by the noise of floats.
    """

    rows: bool
    judged: bool
    numbers: bool
    finest: float


class Measured(NamedTuple):
    """One number of a run beside the baseline's; `measure` is one of MEASURES, or a weight's place, from 0, or BIAS.

    `difference` is the run's number minus the baseline's, None where one of them is missing or they cannot be
    compared. `better` says whether the run's number is better; None where they are equal or neither can be better.
    """

    measure: str
    value: float | None
    difference: float | None
    better: bool | None


RIGHT, R_SQUARED, MEAN_ERROR, BEST_EPOCH = "right", "r_squared", "mean_error", "best_epoch"
MEASURES = (RIGHT, R_SQUARED, MEAN_ERROR, BEST_EPOCH)
BIAS = "bias"
# Numbers that differ by less than this share are about the same, so that neither is better: 0.1 %.
WORTH = 0.001
# What floats can be wrong about, as a share of the targets.
NOISE = 1e-12


def summary_of(run: Run, book: ScoreBook | None = None) -> RunSummary:
    """The summary of a run as it stands; `book` holds scores of it that were counted before.

    Raises ProgramError where a changed program fails when it is asked.
    """
    with run.watched():
        verdicts = run.verdicts()
        measured = yardsticks(list(verdicts))
        best_epoch, best = first_best(book or ScoreBook(run))
        right, total = verdicts.score
    return RunSummary(
        epoch=run.epoch,
        right=right,
        total=total,
        r_squared=measured.r_squared,
        mean_error=measured.mean_absolute_error,
        best=max(best, right),
        best_epoch=best_epoch,
        weights=tuple(run.neuron.weights),
        bias=run.neuron.bias,
        has_bias=run.settings.has_bias,
        stopped=run.stopped is not None,
        row=run.row,
    )


def alike(settings: Settings, baseline: Settings) -> Alike:
    """What the runs of these settings have in common."""
    rows = settings.data.test == baseline.data.test
    return Alike(
        rows=rows,
        judged=rows and settings.criterion() == baseline.criterion(),
        numbers=settings.data.training == baseline.data.training and settings.scaling == baseline.scaling,
        finest=NOISE * max(abs(row.target) for row in settings.data.test),
    )


def compared(summary: RunSummary, baseline: RunSummary, common: Alike) -> tuple[Measured, ...]:
    """The numbers of MEASURES, then each weight, then the bias if there is one, beside the baseline's."""
    is_as_good = common.judged and summary.best == baseline.best
    least_error = max(common.finest, WORTH * max(summary.mean_error, baseline.mean_error))
    measured = [
        _measured(RIGHT, summary.right, baseline.right, common.judged, 1, 0.0),
        _measured(R_SQUARED, summary.r_squared, baseline.r_squared, common.rows, 1, WORTH),
        _measured(MEAN_ERROR, summary.mean_error, baseline.mean_error, common.rows, -1, least_error),
        _measured(BEST_EPOCH, summary.best_epoch, baseline.best_epoch, common.judged, -1 if is_as_good else 0, 0.0),
    ]
    has_same = common.numbers and len(summary.weights) == len(baseline.weights)
    others = baseline.weights if has_same else (None,) * len(summary.weights)
    for place, (weight, other) in enumerate(zip(summary.weights, others, strict=True)):
        measured.append(_measured(str(place), weight, other, has_same, 0, 0.0))
    if summary.has_bias:
        measured.append(_measured(BIAS, summary.bias, baseline.bias if baseline.has_bias else None, has_same, 0, 0.0))
    return tuple(measured)


def _measured(
    measure: str, value: float | None, other: float | None, can_be_compared: bool, direction: int, worth: float
) -> Measured:
    """`direction` is 1 where more is better, -1 where less is, and 0 where neither is.

    A difference of at most `worth` makes neither better.
    """
    if value is None or other is None or not can_be_compared:
        return Measured(measure, value, None, None)
    difference = value - other
    if not math.isfinite(difference):
        return Measured(measure, value, None, _better_where_infinite(value, other, direction))
    is_judged = direction and abs(difference) > worth
    return Measured(measure, value, difference, difference * direction > 0 if is_judged else None)


def _better_where_infinite(value: float, other: float, direction: int) -> bool | None:
    """An error that is a number is better than one that is none, or infinite."""
    if not direction or math.isfinite(value) == math.isfinite(other):
        return None
    return math.isfinite(value)
