"""The same experiment with many values of one number: how score and error depend on it."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any, NamedTuple

from perceptron.changed_run import run_of
from perceptron.engine import PLAIN_PYTHON, Engine
from perceptron.experiment import Run
from perceptron.fields import TOLERANCE, Field
from perceptron.scoring import yardsticks
from perceptron.setting_texts import number_as_text
from perceptron.settings import Settings
from perceptron.settings_table import FIELDS

# The settings that are numbers.
SWEPT = (*FIELDS, "tolerance")
MOST_VALUES, USUAL_VALUES = 50, 13
DIGITS = 4  # of a value between the ends
# One run is enough for these: it only goes on, or is only judged otherwise.
ONE_RUN = ("epochs", "tolerance")


class SweepPoint(NamedTuple):
    """What comes of one value, which is a text: the score, the yardsticks, and the epoch where the run is.

    The mean absolute error is infinite or NaN where answers are; `stopped` says whether numbers grew too large.
    """

    value: str
    right: int
    total: int
    r_squared: float | None
    mean_error: float
    epoch: int
    stopped: bool


def field_of(name: str) -> Field:
    """The field of a setting that can be swept. Raises KeyError for another."""
    return TOLERANCE if name == "tolerance" else FIELDS[name]


def sweep_values(name: str, least: str, most: str, count: str, logarithmic: bool) -> tuple[str, ...]:
    """So many values as texts, from the least to the most: evenly apart, or each the same multiple of the one before.

    Whole numbers are rounded, so that there may be fewer. The ends are as they are typed. Raises ValueError with a
    sentence to show for what is not allowed.
    """
    field = field_of(name)
    first, last = field.named("From").canonical(least), field.named("To").canonical(most)
    low, high = float(first), float(last)
    values = int(Field("Values", True, 2, MOST_VALUES, USUAL_VALUES, "1").parse(count))
    if low >= high:
        raise ValueError(f"“From” must be less than “To”; {first} is not less than {last}.")
    if logarithmic and low <= 0.0:
        raise ValueError(f"With equal factors, “From” must be more than 0; {first} is not.")
    between = [_between(low, high, step / (values - 1), logarithmic) for step in range(1, values - 1)]
    texts = [first, *[_short(number, field.whole, high - low) for number in between], last]
    return tuple(sorted(dict.fromkeys(texts), key=float))


def sweep(
    settings: Settings,
    name: str,
    values: Sequence[str],
    engine: Engine = PLAIN_PYTHON,
) -> Iterator[SweepPoint]:
    """What comes of each value, in order, each as soon as it is known; values must grow.

    Everything else stays as in `settings`. Raises ValueError when a value does not go with them, and ProgramError where
    a changed program is wrong.
    """
    field = field_of(name)
    run: Run | None = None
    for value in values:
        number: Any = field.parse(value)
        changed = replace(settings, **{name: number})
        if run is None or name not in ONE_RUN:
            run = run_of(changed)
            run.engine = engine
        else:
            run.follow(changed)
        run.advance(changed.epochs - run.epoch)
        yield _point(value, run)


def _point(value: str, run: Run) -> SweepPoint:
    with run.watched():
        verdicts = run.verdicts()
        measured = yardsticks(list(verdicts))
        right, total = verdicts.score
    return SweepPoint(
        value, right, total, measured.r_squared, measured.mean_absolute_error, run.epoch, run.stopped is not None
    )


def best_of(points: Sequence[SweepPoint]) -> tuple[SweepPoint, ...]:
    """The points with the best score, in order."""
    most = max(point.right for point in points)
    return tuple([point for point in points if point.right == most])


def least_error(points: Sequence[SweepPoint]) -> SweepPoint | None:
    """The point with the smallest mean absolute error; None where none is a number."""
    known = [point for point in points if math.isfinite(point.mean_error)]
    return min(known, key=lambda point: point.mean_error, default=None)


def _between(low: float, high: float, share: float, logarithmic: bool) -> float:
    return low * (high / low) ** share if logarithmic else low + (high - low) * share


def _short(number: float, whole: bool, width: float) -> str:
    """The number with few digits, but with as many as tell it from its neighbours."""
    if whole:
        return str(round(number))
    digits = DIGITS + max(0, math.ceil(math.log10(abs(number) / width))) if number and width else DIGITS
    return number_as_text(float(f"{Decimal(number):.{min(digits, 17)}g}"))
