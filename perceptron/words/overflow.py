"""Says why a run has stopped."""

from perceptron.experiment import Overflow


def overflow_in_words(overflow: Overflow) -> str:
    """What grew too large, and what to do about it."""
    *others, last = [f"weight {number}" for number in overflow.weights] + (["the bias"] if overflow.bias else [])
    broken = f"{', '.join(others)} and {last}" if others else last
    return (
        f"Training stopped in epoch {overflow.epoch:,}: {broken} grew too large for a 64-bit float. "
        "Try a smaller learning rate, or the scaling 0 to 1 if the data has large numbers."
    )
