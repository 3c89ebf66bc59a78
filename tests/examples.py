"""How many examples a randomised test tries, where it is not as many as most do."""

from hypothesis import settings

USUAL = 100  # Hypothesis's own number


def examples(number: int) -> settings:
    """So many examples; of them “make quick” tries the same share as of all others."""
    return settings(max_examples=max(1, number * settings().max_examples // USUAL))
