"""How numbers stand in pictures and beside them: with as many decimals as tell, and with a real minus sign."""

import math
import re
from collections.abc import Sequence

from perceptron.findings.spans import target_span
from perceptron.floats import most_decimals
from perceptron.numerals import MINUS, with_minus
from perceptron.scoring import NO_NUMBER, readable
from perceptron.task import Task

NEGATIVE = re.compile(r"(?<![^\s(])-(?=[\d∞])|(?<=\de)-(?=\d)")
THOUSANDS = re.compile(r"(?<=\d)(?=(\d{3})+$)")
# A ten-thousandth of the targets' span is as fine as anybody wants to see an error.
FINE = 4
SIGNIFICANT = 6
NOISE = 12  # significant digits that are surely not noise of floats


def with_minuses(words: str) -> str:
    """The same words with a real minus sign before every negative number, and in every exponent."""
    return NEGATIVE.sub(MINUS, words)


def past_floats(value: float) -> str:
    """What an infinite number or NaN is called in a sentence."""
    return NO_NUMBER if math.isnan(value) else "too large for a 64-bit float"


def in_words(value: float, decimals: int) -> str:
    """A number at so many decimals."""
    return with_minus(readable(value, decimals))


def finely(task: Task, value: float) -> str:
    """An answer or an error with four digits more than the targets' span has, as in “0.0298” where targets go to 1."""
    if not math.isfinite(value):
        return past_floats(value)
    return in_words(value, _fine_decimals(task))


def _fine_decimals(task: Task) -> int:
    least, most = target_span(task.data)
    width = most / 2.0 - least / 2.0
    digits = math.ceil(math.log10(2.0 * width)) if 0.0 < width < 1e300 else 0
    return min(max(task.data.decimals, FINE - digits, 0), 15)


def with_thousands(text: str) -> str:
    """The text of a number with commas between its thousands, as `grouped` writes whole ones."""
    whole, point, decimals = text.partition(".")
    return THOUSANDS.sub(",", whole) + point + decimals


def decimals_of(values: Sequence[float]) -> int:
    """How many decimals the values need, without a float's noise."""
    return most_decimals([float(f"{value:.{NOISE}g}") for value in values])


def evenly(values: Sequence[float]) -> list[str]:
    """The numbers at the ticks of an axis, all with the same decimals, or with an exponent where those are many."""
    decimals = decimals_of(values)
    if decimals > SIGNIFICANT or max(map(abs, values)) >= 10**SIGNIFICANT:
        return [with_minus(f"{value:.{SIGNIFICANT}g}") for value in values]
    return [in_words(value, decimals) for value in values]
