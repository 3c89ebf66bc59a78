"""Says how a neuron did on the test rows."""

from perceptron.scoring import Score, Verdict


def line_of(verdict: Verdict) -> str:
    """The row as the article's program prints it."""
    return f"Input: {list(verdict.inputs)}, Prediction: {verdict.printed}"


def score_in_words(score: Score) -> str:
    """As in “21 of 25 right”."""
    return f"{score.right} of {score.total} right"
