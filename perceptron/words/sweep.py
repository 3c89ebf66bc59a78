"""Says how score and error depend on one number of an experiment."""

import math
from collections.abc import Sequence

from perceptron.fields import grouped
from perceptron.findings.sweep import SweepPoint, best_of, least_error
from perceptron.numerals import with_minus
from perceptron.settings_table import SETTINGS
from perceptron.task import Task
from perceptron.words.numbers import finely

MOST_LISTED = 4


def point_in_words(point: SweepPoint, task: Task) -> str:
    """As in “0.1: 21 of 25 right, mean absolute error 0.0298”."""
    said = f"{with_minus(point.value)}: {grouped(point.right)} of {grouped(point.total)} right"
    if point.stopped:
        return f"{said}; numbers grew too large in epoch {grouped(point.epoch + 1)}"
    return f"{said}, mean absolute error {finely(task, point.mean_error)}"


def sweep_in_words(name: str, points: Sequence[SweepPoint], task: Task) -> str:
    """What the sweep shows, in one sentence; it may have been stopped, but not before its first value."""
    best, nearest = best_of(points), least_error(points)
    score = f"{grouped(best[0].right)} of {grouped(best[0].total)}"
    if len(best) == len(points):
        said = f"With every value, {score} test rows are right"
    else:
        said = f"The best score, {score}, comes with {SETTINGS[name].label.lower()} {_listed(best, points)}"
    if nearest is None or len({point.mean_error for point in points}) == 1:
        return f"{said}."
    error = f"the smallest mean absolute error is {finely(task, nearest.mean_error)}, with {with_minus(nearest.value)}"
    stopped = sum(point.stopped or not math.isfinite(point.mean_error) for point in points)
    grew = f"; with {grouped(stopped)} of the values numbers grew too large" if stopped else ""
    return f"{said}; {error}{grew}."


def _listed(best: Sequence[SweepPoint], points: Sequence[SweepPoint]) -> str:
    """The values, as a range where they follow each other."""
    values = [with_minus(point.value) for point in best]
    if len(best) == 1:
        return values[0]
    first = points.index(best[0])
    if list(points[first : first + len(best)]) == list(best):
        return f"{values[0]} to {values[-1]}"
    if len(best) > MOST_LISTED:
        return f"at {grouped(len(best))} of {grouped(len(points))} values"
    return f"{', '.join(values[:-1])} and {values[-1]}"
