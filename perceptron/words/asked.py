"""Says what a neuron answers to the question of the command line."""

import math

from perceptron.fields import shortened
from perceptron.findings.asked import Asked


def asked_in_words(asked: Asked) -> str:
    """The answer as the test rows have theirs, and in full."""
    line = f"Ask: {list(asked.inputs)}, Prediction: {asked.printed}"
    if math.isfinite(asked.output):
        line += f" (in full {asked.output!r})"
    return f"{line}, nearer to {shortened(asked.kind)}" if asked.kind else line
