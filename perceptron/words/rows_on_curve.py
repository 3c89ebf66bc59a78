"""What is said of the test rows on the activation's curve."""

import math
from typing import TYPE_CHECKING

from perceptron.criteria import LARGEST, Nearer, Rounding, Within
from perceptron.fields import grouped
from perceptron.findings.reach import Reach
from perceptron.findings.rows_on_curve import RowsOnCurve, Spot
from perceptron.task import Task
from perceptron.words.numbers import finely, in_words, with_minuses
from perceptron.words.plane import verdict
from perceptron.words.questions import question_in_words
from perceptron.words.slope import slope_in_words
from perceptron.words.targets import goal_in_words, target_in_words

if TYPE_CHECKING:
    from perceptron.findings.asked_curve import AskedCurve

SUM_DECIMALS = 4


def output_called(task: Task) -> str:
    """What goes up: the output, or with scaling the answer that is made of it."""
    return f"answer ({task.data.target_name})" if task.scaling.changes else "output"


def zones_called(task: Task) -> str:
    """What a zone's target is to the answers in it."""
    match task.criterion:
        case Rounding():
            return "rounds to"
        case Nearer():
            return "nearer to"
        case Within():
            return ""


def chosen_in_words(picture: RowsOnCurve) -> str:
    """The chosen row: its sum and answer, which answers would be right, and the slope there."""
    task, told = picture.task, picture.chosen.verdict
    gives = "answer" if task.scaling.changes else "output"
    which = [which_in_words(task, picture.chosen)] if math.isfinite(told.output) else []
    return (
        f"Row {grouped(picture.chosen.number + 1)}, {with_minuses(question_in_words(task.data, told.inputs))}: "
        f"the weighted sum {in_words(picture.chosen.weighted_sum, SUM_DECIMALS)} gives the {gives} "
        f"{', '.join([finely(task, told.output), *which])}. {_right_answers(picture, gives)} "
        f"{slope_in_words(picture.explanation)}"
    )


def spot_in_words(task: Task, spot: Spot) -> str:
    """As in “0.9 + 0.1: sum 2.4375, output 0.9197, rounds to 0.9, wrong”."""
    told, gives = spot.verdict, "answer" if task.scaling.changes else "output"
    parts = [f"sum {in_words(spot.weighted_sum, SUM_DECIMALS)}", f"{gives} {finely(task, told.output)}"]
    if not isinstance(task.criterion, Within) and math.isfinite(told.output):
        parts.append(which_in_words(task, spot).removeprefix("which ").removeprefix("is "))
    return f"{with_minuses(question_in_words(task.data, told.inputs))}: {', '.join([*parts, verdict(told.right)])}"


def drawn_in_words(picture: "RowsOnCurve | AskedCurve") -> str:
    """How many rows are not drawn, if any are not."""
    drawn = len(picture.spots)
    return f"{grouped(drawn)} of {grouped(picture.rows)} test rows are drawn." if drawn < picture.rows else ""


def which_in_words(task: Task, spot: Spot) -> str:
    """What the answer counts as, as in “which rounds to 0.9”."""
    told = spot.verdict
    match task.criterion:
        case Rounding():
            return f"which rounds to {in_words(told.output, task.answer_decimals)}"
        case Nearer():
            nearer = task.nearer_target(told.output)
            return f"which is nearer to {'neither' if nearer is None else target_in_words(task, nearer)}"
        case Within():
            return f"which is {'' if told.right else 'not '}within {task.criterion.tolerance:g} of the target"


def _right_answers(picture: RowsOnCurve, gives: str) -> str:
    return right_answers_in_words(picture.task, picture.chosen.verdict.target, picture.explanation.reach, gives)


def right_answers_in_words(task: Task, target: float, reach: Reach, gives: str) -> str:
    """Which answers are right for a target, as far as the neuron reaches; `gives` is what an answer is called."""
    least, most = task.criterion.bounds(target)
    # Of two targets the nearer one counts, and what is just half-way is near to neither: so no end is told as reached.
    if not isinstance(task.criterion, Nearer) and least <= reach.most and most >= reach.least:
        least, most = max(least, reach.least), min(most, reach.most)
    goal = with_minuses(goal_in_words(task, target)).removeprefix("be ")
    verb = "" if goal.startswith("round") else "are "
    if most == LARGEST:
        return f"{gives.capitalize()}s above {finely(task, least)} {verb}{goal}."
    if least == -LARGEST:
        return f"{gives.capitalize()}s below {finely(task, most)} {verb}{goal}."
    return f"{gives.capitalize()}s from {finely(task, least)} to {finely(task, most)} {verb}{goal}."
