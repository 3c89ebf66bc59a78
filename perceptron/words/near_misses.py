"""Says that answers are near, and what a tolerance would change."""

from perceptron.fields import grouped
from perceptron.findings.near_misses import NearMisses


def near_misses_in_words(found: NearMisses) -> str:
    """Why so few are right."""
    return f"The answers fit well (R² is {_share(found.r_squared)}), but few round to their targets exactly."


def allowance_in_words(found: NearMisses) -> str:
    """What the tolerance gives, as in “Allow 2 off: 27 of 30 right”."""
    return f"Allow {found.tolerance:g} off: {grouped(found.right)} of {grouped(found.total)} right"


def _share(r_squared: float) -> str:
    """It is not called 1 while it is less."""
    return "1" if r_squared == 1.0 else f"{min(r_squared, 0.999):.3f}"
