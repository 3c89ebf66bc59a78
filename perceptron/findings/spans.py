"""From where to where a picture of the data goes, its round numbers, and where the other inputs are held meanwhile."""

import math
from collections.abc import Sequence

from perceptron.criteria import LARGEST
from perceptron.datasets import DataSet
from perceptron.findings.answer import Span
from perceptron.findings.once import once

FEWEST_STEPS = 4
NICE = (5, 2, 1)
# Beyond these widths a span stays as it is, because a float does not hold the numbers on the way.
NARROWEST, WIDEST = 1e-290, 1e290
# A value this close to the end of a span, as a share of a step, counts as the end.
NOISE = 1e-9


@once
def span_of(data: DataSet, position: int) -> Span:
    """A rounded span around all values of an input, by its position from 0; the article's is from 0 to 1."""
    return rounded_span([row.inputs[position] for row in (*data.training, *data.test)])


@once
def target_span(data: DataSet) -> Span:
    """A rounded span around all targets; the article's is from 0 to 1."""
    return rounded_span([row.target for row in (*data.training, *data.test)])


@once
def trained_span(data: DataSet, position: int) -> Span:
    """From the least to the most value that an input has in the training rows, not rounded."""
    values = [row.inputs[position] for row in data.training]
    return Span(min(values), max(values))


def rounded_span(values: Sequence[float]) -> Span:
    """The span of the values, moved out to the next round numbers. It is never empty."""
    least, most = min(values), max(values)
    if least == most:
        margin = abs(least) / 2.0 or 1.0
        least, most = max(least - margin, -LARGEST), min(most + margin, LARGEST)
    width = most - least
    if not NARROWEST < width < WIDEST:
        return Span(least, most)
    step = _nice_step(width / FEWEST_STEPS)
    return Span(_multiple(_floor(least, step), step), _multiple(-_floor(-most, step), step))


def ticks(span: Span) -> tuple[float, ...]:
    """The round numbers within a span, evenly apart: five to eleven of them, or the ends of one that has none."""
    width = span.most - span.least
    if not NARROWEST < width < WIDEST:
        return tuple(span)
    step = _nice_step(width / FEWEST_STEPS)
    first, last = -_floor(-span.least, step), _floor(span.most, step)
    if last - first > 4 * FEWEST_STEPS:  # so far from 0 that a float's noise is wider than a step
        return tuple(span)
    return tuple([_multiple(number, step) for number in range(first, last + 1)])


@once
def held_values(data: DataSet) -> tuple[float, ...]:
    """A value of each input to hold it at: the middle one of those in the training rows."""
    columns = zip(*(row.inputs for row in data.training), strict=True)
    return tuple(sorted(column)[(len(data.training) - 1) // 2] for column in columns)


def _nice_step(width: float) -> tuple[int, int]:
    """The largest of 1, 2 and 5 times a power of ten that is no more than the width, as multiple and exponent."""
    exponent = math.floor(math.log10(width))
    share = width / 10.0**exponent
    return next(multiple for multiple in NICE if multiple <= share * (1.0 + NOISE) or multiple == 1), exponent


def _multiple(number: int, step: tuple[int, int]) -> float:
    # No float is exactly a negative power of ten, so the numbers are divided by the positive one instead.
    multiple, exponent = step
    up, down = _powers(exponent)
    return number * multiple * up / down


def _floor(value: float, step: tuple[int, int]) -> int:
    """The whole steps up to a value, where a share that is only a float's noise does not count as one more."""
    multiple, exponent = step
    up, down = _powers(exponent)
    steps = value / (multiple * up) * down
    nearest = round(steps)
    return nearest if math.isclose(steps, nearest, rel_tol=NOISE, abs_tol=NOISE) else math.floor(steps)


def _powers(exponent: int) -> tuple[int, int]:
    """A power of ten as a fraction of whole numbers."""
    return int(10 ** max(0, exponent)), int(10 ** max(0, -exponent))
