"""How numbers are written on the page where `repr`, which gives every digit, would be too long."""

import math

from perceptron.numerals import with_minus
from perceptron.scoring import printed, readable
from perceptron.words.numbers import past_floats

SHORT = 4
SIGNIFICANT = 6
ROOM = 9  # characters, in a part of the neuron's drawing


def in_full(value: float) -> str:
    """All digits, or what a number past all floats is called."""
    return repr(value) if math.isfinite(value) else past_floats(value)


def short(value: float) -> str:
    """Four decimals, or as a number of very many digits is written."""
    return readable(value, SHORT) if math.isfinite(value) else past_floats(value)


def fitting(value: float) -> str:
    """Four decimals, or as many as there is room for in the drawing; 1.2e+05 where there is room for none.

    An infinite number is the sign for it.
    """
    if not math.isfinite(value):
        return readable(value, SHORT)
    texts = [printed(value, decimals) for decimals in range(SHORT, -1, -1)]
    return next((text for text in texts if len(text) <= ROOM), f"{value:.1e}")


def significant(value: float) -> str:
    """Six significant digits, for terms that may be very small: 0.00291422; the sign for an infinite number."""
    if not math.isfinite(value):
        return readable(value, SHORT)
    text = f"{value:.{SIGNIFICANT}g}"
    return text if "e" not in text else f"{value:.{SIGNIFICANT - 1}e}"


def mean_error(value: float) -> str:
    """Six decimals, or six significant digits of an error that is too large or too small for them."""
    if not math.isfinite(value):
        return past_floats(value)
    return f"{value:.6f}" if 1e-6 <= value < 1e9 or value == 0.0 else with_minus(f"{value:.6g}")
