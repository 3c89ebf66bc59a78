"""Says how a neuron did on the test rows."""

import math

from perceptron.scoring import Score, Verdict
from perceptron.words.numbers import past_floats


def line_of(verdict: Verdict) -> str:
    """The row as the article's program prints it, and after it the class that the prediction is nearer to, if any."""
    # Not every terminal can write the sign for an infinite number.
    prediction = verdict.printed if math.isfinite(verdict.output) else past_floats(verdict.output)
    line = f"Input: {list(verdict.inputs)}, Prediction: {prediction}"
    return f"{line} ({verdict.answered})" if verdict.answered else line


def score_in_words(score: Score) -> str:
    """As in “21 of 25 right”."""
    return f"{score.right} of {score.total} right"
