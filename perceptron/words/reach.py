"""Which answers an activation can give."""

from perceptron.findings.reach import Reach
from perceptron.words.activation import activation_in_words


def always_in_words(reach: Reach) -> str:
    """As in “A sigmoid’s answer is always between 0 and 1”; for an activation whose answers have a bound."""
    whose = f"{activation_in_words(reach.activation)}’s answer"
    start = f"With this scaling, a {whose}" if reach.scaled else f"A {whose}"
    match reach.activation:
        case "relu":
            return f"{start} is never less than {_shown(reach.least)}"
        case "step":
            return f"{start} is always {_shown(reach.least)} or {_shown(reach.most)}"
        case _:
            return f"{start} is always between {_shown(reach.least)} and {_shown(reach.most)}"


def stays_in_words(reach: Reach) -> str:
    """As in “a sigmoid stays between 0 and 1”; for an activation whose answers have a bound."""
    start = f"{'with this scaling, ' if reach.scaled else ''}a {activation_in_words(reach.activation)}"
    match reach.activation:
        case "relu":
            return f"{start} never answers less than {_shown(reach.least)}"
        case "step":
            return f"{start} answers only {_shown(reach.least)} or {_shown(reach.most)}"
        case _:
            return f"{start} stays between {_shown(reach.least)} and {_shown(reach.most)}"


def _shown(value: float) -> str:
    return f"{value:.12g}"
