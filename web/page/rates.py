"""The places of a slider for the learning rate: as far apart in size everywhere, so that small rates have room too."""

from math import log10

from perceptron.fields import LEARNING_RATE

PLACES_A_DECADE = 40
SMALLEST = -4  # the exponent of the smallest rate, at place 0
DECADES = 6
MOST_PLACES = DECADES * PLACES_A_DECADE


def rate_at(place: int) -> str:
    """The learning rate at a place from 0 to MOST_PLACES, as a text of at most three digits that count."""
    return LEARNING_RATE.canonical(f"{10 ** (SMALLEST + place / PLACES_A_DECADE):.3g}")


def place_of(rate: str) -> int:
    """The place nearest to a learning rate."""
    return round((log10(LEARNING_RATE.parse(rate)) - SMALLEST) * PLACES_A_DECADE)
