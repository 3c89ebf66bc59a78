"""Says how a neuron did on the test rows."""

from perceptron.scoring import Score, Verdict


def line_of(verdict: Verdict) -> str:
    """The row as the article's program prints it, and after it the class that the prediction is nearer to, if any."""
    line = f"Input: {list(verdict.inputs)}, Prediction: {verdict.printed}"
    return f"{line} ({verdict.answered})" if verdict.answered else line


def score_in_words(score: Score) -> str:
    """As in “21 of 25 right”."""
    return f"{score.right} of {score.total} right"
