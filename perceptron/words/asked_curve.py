"""What is said of the test rows of a changed program on the curve of its answers."""

import math

from perceptron.findings.asked_curve import AskedCurve
from perceptron.findings.common_cause import ANYTHING
from perceptron.words.numbers import finely, in_words, with_minuses
from perceptron.words.questions import question_in_words
from perceptron.words.rows_on_curve import SUM_DECIMALS, drawn_in_words, right_answers_in_words, which_in_words

NO_SUM = "Your program has no sum that it calls total, so its rows have no place on a curve."


def chosen_in_words(picture: AskedCurve) -> str:
    """The chosen row: its total and answer, and which answers would be right."""
    task, told = picture.task, picture.chosen.verdict
    which = [which_in_words(task, picture.chosen)] if math.isfinite(told.output) else []
    answer = ", ".join([finely(task, told.output), *which])
    row = f"Row {picture.chosen.number + 1}, {with_minuses(question_in_words(task.data, told.inputs))}"
    total = in_words(picture.chosen.weighted_sum, SUM_DECIMALS)
    rights = right_answers_in_words(task, told.target, ANYTHING, "answer")
    return f"{row}: with the total {total} your program answers {answer}. {rights}"


def note_in_words(picture: AskedCurve) -> str:
    """What the curve is, or why there is none, and how many rows are not drawn."""
    if picture.curve:
        curve = "The curve is what your program answers to this row with other biases."
    else:
        curve = "There is no curve: your program’s answers do not follow from its total alone, or bend too often."
    return f"{curve} {drawn_in_words(picture)}".rstrip()
