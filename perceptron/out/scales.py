"""The axes of a picture: where a value stands, and the round values beside it."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from perceptron.fields import grouped
from perceptron.findings.answer import Span
from perceptron.findings.spans import rounded_span, ticks
from perceptron.out.svg import LINE, Page, line, number, text
from perceptron.words.numbers import evenly, with_minuses, with_thousands

MOST_TICKS = 12
LONG = 100.0
MANY_DIGITS = 7
LETTER = 7.5  # the width of a digit, in the picture's units
# Beyond these a logarithmic axis has no powers of ten.
SMALLEST, LARGEST = 1e-300, 1e300


class Scale(NamedTuple):
    """An axis: its name, its ends, and whether equal steps are equal factors."""

    name: str
    span: Span
    logarithmic: bool = False

    def share(self, value: float) -> float:
        """How far along the axis a value lies, from 0 to 1; it is no number where the axis does not have it."""
        if not math.isfinite(value) or (self.logarithmic and value <= 0.0):
            return math.nan
        least, most, at = self.span.least, self.span.most, value
        if self.logarithmic:
            least, most, at = math.log10(least), math.log10(most), math.log10(value)
        # Halves, because the whole width may be more than a float holds.
        return (at / 2.0 - least / 2.0) / (most / 2.0 - least / 2.0)

    def ticks(self) -> list[tuple[float, str]]:
        """Round values on the axis and their texts; of powers of ten as many as there is room for."""
        values = list(ticks(self.span))
        if not self.logarithmic:
            return list(zip(values, map(with_thousands, evenly(values)), strict=True))
        first, last = math.ceil(math.log10(self.span.least) - 1e-9), math.floor(math.log10(self.span.most) + 1e-9)
        step = -(-(last - first + 1) // MOST_TICKS)
        return [(10.0**power, _power_in_words(power)) for power in range(first, last + 1, step)]


def scale_around(name: str, values: Sequence[float], logarithmic: bool = False) -> Scale:
    """An axis around values; those that it cannot have do not count.

    Its ends are round, unless it is logarithmic and long.
    """
    if not logarithmic:
        return Scale(name, rounded_span(list(filter(math.isfinite, values)) or [0.0, 1.0]))
    known = [value for value in values if SMALLEST <= value <= LARGEST]
    least, most = min(known or [1.0]), max(known or [1.0])
    if most / least < LONG:
        least, most = 10.0 ** math.floor(math.log10(least)), 10.0 ** math.floor(math.log10(most) + 1.0)
    return Scale(name, Span(least, most), True)


def axes(page: Page, across: Scale, up: Scale) -> list[str]:
    """The frame, with the values and the name of each axis."""
    box = f'x="{page.left}" y="{page.top}" width="{page.right - page.left}" height="{page.bottom - page.top}"'
    found = [f'<rect {box} fill="none" stroke="#444444"/>']
    ticks_across = across.ticks()
    step = _step(ticks_across, page.right - page.left)
    for place, (value, written) in enumerate(ticks_across):
        x = page.x(across.share(value))
        found.append(line(x, page.bottom, x, page.bottom + 5, 'stroke="#444444"'))
        if not place % step:
            found.append(text(x, page.bottom + LINE, written, 'text-anchor="middle"'))
    for value, written in up.ticks():
        y = page.y(up.share(value))
        found.append(line(page.left - 5, y, page.left, y, 'stroke="#444444"'))
        found.append(text(page.left - 9, y + 4, written, 'text-anchor="end"'))
    found.append(text((page.left + page.right) / 2, page.bottom + 2 * LINE, across.name, 'text-anchor="middle"'))
    middle = (page.top + page.bottom) / 2
    turned = f'text-anchor="middle" transform="rotate(-90 20 {number(middle)})"'
    return [*found, text(20, middle, up.name, turned)]


def _step(ticks_across: Sequence[tuple[float, str]], width: float) -> int:
    """At which ticks there is a number, every one or every so manieth, so that they do not touch."""
    widest = LETTER * (2 + max([len(written) for _, written in ticks_across] or [0]))
    return max(1, math.ceil(len(ticks_across) * widest / width))


def _power_in_words(power: int) -> str:
    """As in 0.01 and 10,000; very large and very small ones with an exponent."""
    return grouped(10.0**power) if abs(power) < MANY_DIGITS else with_minuses(f"1e{power}")
