"""What is said of the yardsticks: what counts as right, errors in the data's own units, and a tolerance."""

import math
from collections.abc import Sequence

from perceptron.aspects import OWN_TOLERANCE, TOLERANCE_STEP
from perceptron.criteria import Nearer, Rounding, Within
from perceptron.fields import counted, grouped
from perceptron.findings.tolerances import ClassScore, own_tolerance, tolerance_at
from perceptron.scoring import Verdict
from perceptron.task import Task
from perceptron.words.numbers import decimals_of, finely, in_words, with_minuses
from perceptron.words.questions import question_in_words
from perceptron.words.targets import target_called, target_in_words


def right_called(task: Task) -> str:
    """What the score counts."""
    match task.criterion:
        case Rounding():
            return "Right after rounding"
        case Nearer():
            return "Right: nearer to its own target"
        case Within(tolerance):
            return f"Right: within {tolerance:g}"


def error_called(task: Task) -> str:
    """What goes along the strip, as an axis is named."""
    whose = f"the {target_called(task.data.rule)}" if task.data.rule else task.data.target_name
    return f"error: how far from {whose}"


def accuracy_in_words(task: Task, scores: Sequence[ClassScore]) -> str:
    """With two targets, the share of right rows, and how many of each kind; empty with others."""
    if not isinstance(task.criterion, Nearer):
        return ""
    right, total = sum(score.right for score in scores), sum(score.total for score in scores)
    kinds = [f"{grouped(one.right)} of {grouped(one.total)} with {target_in_words(task, one.target)}" for one in scores]
    return f"{100.0 * right / total:.1f} %: {', '.join(kinds)}"


def tolerance_in_words(task: Task, place: int) -> str:
    """The tolerance at a place of its slider, with the decimals that its steps need."""
    return in_words(tolerance_at(task, place), decimals_of([tolerance_at(task, TOLERANCE_STEP)]))


def within_in_words(task: Task, place: int) -> str:
    """The tolerance, and which one is about the same as the task's own criterion."""
    own = _about_the_same(task)
    said = f"Within {tolerance_in_words(task, place)}"
    if not own:
        return said
    if place == OWN_TOLERANCE:
        return f"{said} (about the same as {own})"
    return f"{said} ({tolerance_in_words(task, OWN_TOLERANCE)} is about the same as {own})"


def right_within_in_words(task: Task, place: int, right: int, total: int) -> str:
    """How many predictions are close enough."""
    within = tolerance_in_words(task, place)
    return f"{grouped(right)} of {counted(total, 'prediction')} are within {within} of their target."


def wrong_half_way_in_words(task: Task, place: int, answers: int) -> str:
    """Why answers within the tolerance are wrong all the same; empty where there are none."""
    if not answers or place < OWN_TOLERANCE:
        return ""
    are = "1 of them is" if answers == 1 else f"{grouped(answers)} of them are"
    return f"{are} exactly half-way, so within {tolerance_in_words(task, OWN_TOLERANCE)}, but wrong: nearer to neither."


def error_in_words(task: Task, verdict: Verdict, error: float) -> str:
    """As in “0.9 + 0.1: off by 0.0803”."""
    far = f"off by {finely(task, error)}" if math.isfinite(error) else f"the error is {finely(task, error)}"
    return f"{with_minuses(question_in_words(task.data, verdict.inputs))}: {far}"


def drawn_in_words(drawn: int, rows: int) -> str:
    """How many rows are not drawn, if any are not."""
    return f"{grouped(drawn)} of {grouped(rows)} test rows are drawn." if drawn < rows else ""


def _about_the_same(task: Task) -> str:
    """The criterion of which the task's own tolerance is about the same; empty where it is only a share of the span."""
    match task.criterion:
        case Rounding(decimals) if own_tolerance(task) == 0.5 / 10**decimals:
            return f"rounding to {_decimals(decimals)}"
        case Nearer():
            return "nearer to its own target than to the other"
        case _:
            return ""


def _decimals(decimals: int) -> str:
    words = {0: "whole numbers", 1: "one decimal", 2: "two decimals", 3: "three decimals"}
    return words.get(decimals, counted(decimals, "decimal"))
