"""How fast training may go: a person who sees the first epochs one by one sees how a neuron learns."""

from math import exp

EASED, FULL = "eased", "full"
SPEEDS = (EASED, "10", "100", "1000", FULL)  # the numbers are epochs a second
# Eased, the number of epochs doubles about every half second: 100 epochs take two seconds, and 10,000 take five.
GROWTH_A_SECOND = 1.52
HEAD_START = 5.03  # the epochs that it grows from, so that the first one takes an eighth of a second


def gained(speed: str, epoch: float, seconds: float) -> float:
    """How many more epochs a run at this epoch may train in this time. Not for full speed, which has no limit."""
    if speed == EASED:
        return (epoch + HEAD_START) * (exp(GROWTH_A_SECOND * seconds) - 1)
    return int(speed) * seconds


def in_words(speed: str) -> str:
    """What the list of speeds says; the build writes it."""
    return {EASED: "Slow, then faster", FULL: "Full speed"}.get(speed) or f"{int(speed):,} epochs/s"
