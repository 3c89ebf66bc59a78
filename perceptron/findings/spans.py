"""From where to where a picture of the data goes, and which values the other inputs have meanwhile."""

import math
from collections.abc import Sequence

from perceptron.datasets import DataSet
from perceptron.findings.answer import Span

FEWEST_STEPS = 4
NICE = (5, 2, 1)
# Beyond these widths a span stays as it is, because a float does not hold the numbers on the way.
NARROWEST, WIDEST = 1e-290, 1e290


def span_of(data: DataSet, position: int) -> Span:
    """A rounded span around all values of an input, by its position from 0; the article's is from 0 to 1."""
    return rounded_span([row.inputs[position] for row in (*data.training, *data.test)])


def rounded_span(values: Sequence[float]) -> Span:
    """The span of the values, moved out to the next round numbers. It is never empty."""
    least, most = min(values), max(values)
    if least == most:
        margin = abs(least) / 2.0 or 1.0
        least, most = least - margin, most + margin
    width = most - least
    if not NARROWEST < width < WIDEST:
        return Span(least, most)
    multiple, exponent = _nice_step(width / FEWEST_STEPS)
    # No float is exactly a negative power of ten, so the numbers are divided by the positive one instead.
    up, down = 10 ** max(0, exponent), 10 ** max(0, -exponent)
    first, last = _floor(least / (multiple * up) * down), -_floor(-most / (multiple * up) * down)
    return Span(first * multiple * up / down, last * multiple * up / down)


def held_values(data: DataSet) -> tuple[float, ...]:
    """A value of each input to hold it at: the middle one of those in the training rows."""
    columns = zip(*(row.inputs for row in data.training), strict=True)
    return tuple(sorted(column)[(len(data.training) - 1) // 2] for column in columns)


def _nice_step(width: float) -> tuple[int, int]:
    """The largest of 1, 2 and 5 times a power of ten that is no more than the width, as multiple and exponent."""
    exponent = math.floor(math.log10(width))
    share = width / 10.0**exponent
    return next(multiple for multiple in NICE if multiple <= share * (1.0 + 1e-9) or multiple == 1), exponent


def _floor(steps: float) -> int:
    """The whole steps below, where a share that is only a float's noise does not count as one more."""
    nearest = round(steps)
    return nearest if math.isclose(steps, nearest, rel_tol=1e-9, abs_tol=1e-9) else math.floor(steps)
