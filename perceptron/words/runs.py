"""How the numbers of a run are written in a table of runs, and how far they are from a baseline's."""

import math

from perceptron.fields import grouped
from perceptron.findings.run_summary import BEST_EPOCH, BIAS, MEAN_ERROR, R_SQUARED, RIGHT, Measured, RunSummary
from perceptron.numerals import MINUS
from perceptron.scoring import printed
from perceptron.task import Task
from perceptron.words.numbers import finely, in_words, past_floats, with_minuses

TITLES = {
    RIGHT: "Right",
    R_SQUARED: "R²",
    MEAN_ERROR: "Mean absolute error",
    BEST_EPOCH: "Epochs to its best",
    BIAS: "Bias",
}
# What “better” is, for who cannot see a colour.
BETTER, WORSE = "better", "worse"
ABOUT_THE_SAME = "about the same"
NOT_DEFINED = "not defined"
DECIMALS = {R_SQUARED: 4}
WEIGHT_DECIMALS = 4
TINY, HUGE = 1e-9, 1e6


def title_of(measure: str) -> str:
    """The head of a measure's column."""
    return TITLES.get(measure) or f"Weight {int(measure) + 1}"


def value_in_words(task: Task, summary: RunSummary, found: Measured) -> str:
    """A number of a run, as in “21 of 25” or “0.0298”; `task` is the run's own."""
    if found.measure == RIGHT:
        return f"{grouped(summary.right)} of {grouped(summary.total)}"
    if found.value is None:
        return NOT_DEFINED
    if found.measure == BEST_EPOCH:
        # The best of a run that lost it again is more than its score.
        lost = f" with {grouped(summary.best)} right" if summary.best > summary.right else ""
        return grouped(summary.best_epoch) + lost
    return _written(task, found.measure, found.value)


def difference_in_words(task: Task, found: Measured) -> str:
    """As in “+4”, “−0.0012” or “same”; empty where there is none."""
    if found.difference is None:
        return ""
    size = _written(task, found.measure, abs(found.difference))
    if found.difference == 0.0:
        return "same"
    if not size.strip("0."):
        return ABOUT_THE_SAME
    return f"{'+' if found.difference > 0 else MINUS}{size}"


def judged_in_words(task: Task, found: Measured) -> str:
    """The word for better or worse; empty where neither is, or no written digit tells it."""
    if found.better is None or difference_in_words(task, found) == ABOUT_THE_SAME:
        return ""
    return BETTER if found.better else WORSE


def _written(task: Task, measure: str, value: float) -> str:
    if measure in (RIGHT, BEST_EPOCH):
        return grouped(value)
    if measure == MEAN_ERROR:
        return finely(task, value)
    return weight_in_words(value) if measure not in DECIMALS else in_words(value, DECIMALS[measure])


def weight_in_words(value: float) -> str:
    """A weight, or the bias, at four decimals."""
    return in_words(value, WEIGHT_DECIMALS) if math.isfinite(value) else past_floats(value)


def distance_in_words(distance: float) -> str:
    """How far apart weights are: with two digits that count, and without an exponent where it is not tiny."""
    if not math.isfinite(distance):
        return "very far"
    if distance < TINY:
        return "less than 0.000000001" if distance else "0"
    decimals = max(0, 1 - math.floor(math.log10(distance)))
    return printed(distance, decimals) if distance < HUGE else with_minuses(f"{distance:.2g}")
