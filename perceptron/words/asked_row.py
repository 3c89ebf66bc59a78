"""Says why one answer of a changed program is right or wrong, without a word about how it may compute it."""

import math

from perceptron.findings.asked_row import AskedRow
from perceptron.words.explanation import (
    answer_in_words,
    counted_in_words,
    limit_in_words,
    needed_in_words,
    number_in_words,
)
from perceptron.words.targets import goal_in_words, target_in_words

SUM_PLACES = 4
FIGURES = 3  # of a step of the bias


def asked_row_in_words(asked: AskedRow) -> tuple[str, ...]:
    """Its weighted sum if it has one, its answer, what a right one would need, and what is not known."""
    if not math.isfinite(asked.answer):
        return ("Your program gives no number that can be compared.",)
    parts = [_about_the_sum(asked), _about_the_answer(asked), _about_the_room(asked), _about_the_bias(asked)]
    return (*filter(None, parts), "“Line by line” in the tab One update shows how your program gets there.")


def asked_reason_in_words(asked: AskedRow) -> str:
    """The same in short."""
    if not math.isfinite(asked.answer):
        return "Your program gives no number that can be compared."
    return f"{_about_the_answer(asked)} {_about_the_room(asked)}".strip()


def _about_the_sum(asked: AskedRow) -> str:
    if asked.weighted_sum is None:
        return ""
    is_what = "the weighted sum" if asked.adds_up else "no plain weighted sum"
    return f"Your program’s total is {number_in_words(asked.weighted_sum, SUM_PLACES)}, {is_what} of the inputs."


def _about_the_answer(asked: AskedRow) -> str:
    told = f"Your program answers {answer_in_words(asked)}{counted_in_words(asked)}."
    if asked.right:
        return f"{told} That is right."
    return f"{told} That is too {asked.way}: the target is {target_in_words(asked.task, asked.target, asked.expected)}."


def _about_the_room(asked: AskedRow) -> str:
    """Which answers would be right, or how far this one can move and still be right."""
    goal = goal_in_words(asked.task, asked.target, asked.expected)
    if asked.needed_answer is not None:
        needed = needed_in_words(asked, asked.needed_answer)
        return f"To {goal}, the answer must be {limit_in_words(asked)} {needed}."
    ways = [("fall", asked.can_fall), ("rise", asked.can_rise)]
    moves = [f"{verb} by about {room:.2g}" for verb, room in ways if room is not None]
    return f"It can {' or '.join(moves)} and still {goal}." if moves else ""


def _about_the_bias(asked: AskedRow) -> str:
    """A bias with which the program answers right, if one was found."""
    if asked.bias_step is None:
        return ""
    way = "larger" if asked.bias_step > 0 else "smaller"
    step = f"{abs(asked.bias_step):.{FIGURES}g}"
    return f"With a bias that is about {step} {way}, and all else the same, your program would answer this row right."
