"""Pictures as SVG, each a file of its own that needs nothing else: curves over an axis, and a map with paths on it.

Title and settings stand in the picture, so that it says by itself what it shows. Curves are apart by colour, dash and
mark. Texts are the person's or the program's own, and are escaped.
"""

import math
from collections.abc import Callable, Sequence
from html import escape
from typing import NamedTuple

from perceptron.fields import grouped
from perceptron.findings.answer import Span
from perceptron.findings.level_lines import LevelLine
from perceptron.findings.spans import rounded_span, ticks
from perceptron.words.numbers import evenly, with_minuses

WIDTH, HEIGHT = 800, 520
LEFT, RIGHT, TOP, LINE = 80, 24, 24, 20
LETTERS = 104  # that fit into a line of the settings
MOST_LINES = 4
MOST_TICKS = 12
LONG = 100.0
MANY_DIGITS = 7
# Beyond these a logarithmic axis has no powers of ten.
SMALLEST, LARGEST = 1e-300, 1e300
SHADES = 24
LIGHT, DEEP = (250, 246, 232), (38, 66, 160)
# What XML cannot hold, not even escaped.
NO_XML = dict.fromkeys((*range(9), 11, 12, *range(14, 32), *range(55296, 57344), 65534, 65535), "�")

Points = Sequence[tuple[float, float]]
Place = Callable[[float], float]


class Style(NamedTuple):
    """How a run is told from the others: a colour as CSS writes it, the lengths of its dashes, and a mark."""

    colour: str
    dash: str = ""
    mark: str = "circle"


# Apart in print and for the colour-blind, too (after Okabe and Ito, 2008).
STYLES = (
    Style("#0b3d91"),
    Style("#b35900", "8 4", "square"),
    Style("#00705a", "2 4", "triangle"),
    Style("#a0307a", "12 4 2 4", "diamond"),
    Style("#5c5c00", "4 2", "cross"),
    Style("#8f1d1d", "16 4", "plus"),
)


class Curve(NamedTuple):
    """A curve or a path: what it is called, how it looks, and its points; those that are no numbers part it."""

    name: str
    style: Style
    points: Points


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
            return list(zip(values, evenly(values), strict=True))
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


def curves_svg(title: str, settings: str, across: Scale, up: Scale, curves: Sequence[Curve]) -> str:
    """Curves over each other, with a legend; `settings` says in words what they were made with."""
    page = _Page(title, settings, len(curves))
    x, y = page.places(across, up)
    body = [*_axes(page, across, up, x, y), *_drawn(curves, x, y)]
    return page.svg([*body, *_legend(page, curves)])


def map_svg(
    title: str,
    settings: str,
    across: Scale,
    up: Scale,
    rows: Sequence[Sequence[float]],
    lines: Sequence[LevelLine],
    paths: Sequence[Curve],
) -> str:
    """A map as shades, deeper where it is higher, its level lines with their heights, and paths on it.

    The first row is the uppermost; shades follow the logarithm where all heights are positive.
    """
    page = _Page(title, settings, len(paths))
    x, y = page.places(across, up)
    body = [*_shaded(page, rows), *_level_lines(page, lines), *_axes(page, across, up, x, y), *_drawn(paths, x, y)]
    return page.svg([*body, *_legend(page, paths)])


class _Page:
    """Where things stand: a heading, then the picture, then the legend."""

    def __init__(self, title: str, settings: str, curves: int) -> None:
        self.title, self.settings = title, settings
        self.lines = _wrapped(settings)
        self.top = TOP + LINE * (2 + len(self.lines))
        self.bottom = self.top + HEIGHT - 160
        self.right = WIDTH - RIGHT
        self.height = self.bottom + 3 * LINE + LINE * curves + TOP

    def places(self, across: Scale, up: Scale) -> tuple[Place, Place]:
        """From a value to its place in the drawing."""
        return (
            lambda value: LEFT + across.share(value) * (self.right - LEFT),
            lambda value: self.bottom - up.share(value) * (self.bottom - self.top),
        )

    def svg(self, body: Sequence[str]) -> str:
        heading = [_text(LEFT, TOP + LINE, self.title, 'font-size="18" font-weight="bold"')]
        heading += [_text(LEFT, TOP + LINE * (2 + place), line) for place, line in enumerate(self.lines)]
        return "\n".join(
            [
                f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{self.height}" '
                f'viewBox="0 0 {WIDTH} {self.height}" font-family="sans-serif" font-size="13" role="img">',
                f"<title>{_escaped(self.title)}</title>",
                f"<desc>{_escaped(self.settings)}</desc>",
                f'<rect width="{WIDTH}" height="{self.height}" fill="#ffffff"/>',
                *heading,
                *body,
                "</svg>",
                "",
            ]
        )


def _axes(page: _Page, across: Scale, up: Scale, x: Place, y: Place) -> list[str]:
    box = f'x="{LEFT}" y="{page.top}" width="{page.right - LEFT}" height="{page.bottom - page.top}"'
    found = [f'<rect {box} fill="none" stroke="#444444"/>']
    for value, text in across.ticks():
        found.append(_line(x(value), page.bottom, x(value), page.bottom + 5, 'stroke="#444444"'))
        found.append(_text(x(value), page.bottom + LINE, text, 'text-anchor="middle"'))
    for value, text in up.ticks():
        found.append(_line(LEFT - 5, y(value), LEFT, y(value), 'stroke="#444444"'))
        found.append(_text(LEFT - 9, y(value) + 4, text, 'text-anchor="end"'))
    found.append(_text((LEFT + page.right) / 2, page.bottom + 2 * LINE, across.name, 'text-anchor="middle"'))
    middle = (page.top + page.bottom) / 2
    turned = f'text-anchor="middle" transform="rotate(-90 20 {_number(middle)})"'
    return [*found, _text(20, middle, up.name, turned)]


def _drawn(curves: Sequence[Curve], x: Place, y: Place) -> list[str]:
    """Each curve as lines, with its mark at its last point; white below all, so that they show on every shade."""
    below, above = [], []
    for name, style, points in curves:
        stretches = _stretches([(x(across), y(up)) for across, up in points])
        if not stretches:
            continue
        path = " ".join([f"M{' L'.join([f'{_number(a)} {_number(b)}' for a, b in part])}" for part in stretches])
        below.append(f'<path d="{path}" fill="none" stroke="#ffffff" stroke-width="5" stroke-opacity="0.8"/>')
        look = f'fill="none" stroke="{_escaped(style.colour)}" stroke-width="2" stroke-linejoin="round"'
        dash = f' stroke-dasharray="{_escaped(style.dash)}"' if style.dash else ""
        above.append(f'<path d="{path}" {look}{dash}><title>{_escaped(name)}</title></path>')
        above.append(_mark(style, *stretches[-1][-1]))
    return below + above


def _stretches(places: Points) -> list[list[tuple[float, float]]]:
    """The parts of a curve between points that cannot be drawn."""
    found: list[list[tuple[float, float]]] = [[]]
    for place in places:
        if all(map(math.isfinite, place)):
            found[-1].append(place)
        elif found[-1]:
            found.append([])
    return [part for part in found if part]


def _mark(style: Style, x: float, y: float) -> str:
    shapes = {
        "circle": "M-5 0 a5 5 0 1 0 10 0 a5 5 0 1 0 -10 0 Z",
        "square": "M-4.5 -4.5 H4.5 V4.5 H-4.5 Z",
        "triangle": "M0 -6 L5.5 4.5 H-5.5 Z",
        "diamond": "M0 -6 L6 0 L0 6 L-6 0 Z",
        "cross": "M-4.5 -4.5 L4.5 4.5 M-4.5 4.5 L4.5 -4.5",
        "plus": "M0 -6 V6 M-6 0 H6",
    }
    colour = _escaped(style.colour)
    shape = shapes.get(style.mark, shapes["circle"])
    place = f'transform="translate({_number(x)} {_number(y)})"'
    return f'<path d="{shape}" {place} fill="{colour}" stroke="{colour}" stroke-width="2"/>'


def _legend(page: _Page, curves: Sequence[Curve]) -> list[str]:
    found = []
    for place, (name, style, _) in enumerate(curves):
        y = page.bottom + 3 * LINE + LINE * place
        dash = f' stroke-dasharray="{_escaped(style.dash)}"' if style.dash else ""
        look = f'stroke="{_escaped(style.colour)}" stroke-width="2"{dash}'
        found += [_line(LEFT, y, LEFT + 40, y, look), _mark(style, LEFT + 20, y), _text(LEFT + 52, y + 4, name)]
    return found


def _shaded(page: _Page, rows: Sequence[Sequence[float]]) -> list[str]:
    """A rectangle for each stretch of points of one shade; their middles are the points of the grid."""
    known = [value for row in rows for value in row if math.isfinite(value)]
    if not known:
        return []
    height: Callable[[float], float] = math.log if min(known) > 0.0 else float
    low, high = height(min(known)), height(max(known))
    across, up = (page.right - LEFT) / (len(rows[0]) - 1), (page.bottom - page.top) / (len(rows) - 1)
    found = [f'<g shape-rendering="crispEdges"><clipPath id="map">{_box(page)}</clipPath><g clip-path="url(#map)">']
    for number, row in enumerate(rows):
        shades = [
            round((height(value) - low) / (high - low or 1.0) * (SHADES - 1)) if math.isfinite(value) else SHADES - 1
            for value in row
        ]
        start = 0
        for place in range(1, len(row) + 1):
            if place == len(row) or shades[place] != shades[start]:
                x, y = LEFT + (start - 0.5) * across, page.top + (number - 0.5) * up
                size = f'width="{_number((place - start) * across)}" height="{_number(up)}"'
                found.append(f'<rect x="{_number(x)}" y="{_number(y)}" {size} fill="{_shade(shades[start])}"/>')
                start = place
    return [*found, "</g></g>"]


def _box(page: _Page) -> str:
    return f'<rect x="{LEFT}" y="{page.top}" width="{page.right - LEFT}" height="{page.bottom - page.top}"/>'


def _shade(number: int) -> str:
    share = number / (SHADES - 1)
    parts = [round(light + (deep - light) * share) for light, deep in zip(LIGHT, DEEP, strict=True)]
    return f"#{parts[0]:02x}{parts[1]:02x}{parts[2]:02x}"


def _level_lines(page: _Page, lines: Sequence[LevelLine]) -> list[str]:
    """White below black, so that they show on every shade; each with its height once."""
    found = []
    for level, pieces in lines:
        if not pieces:
            continue
        path = " ".join([f"M{_at(page, start)} L{_at(page, end)}" for start, end in pieces])
        found.append(f'<path d="{path}" fill="none" stroke="#ffffff" stroke-width="2.5"/>')
        found.append(f'<path d="{path}" fill="none" stroke="#333333" stroke-width="1"/>')
        x, y = _at(page, pieces[len(pieces) // 2][0]).split()
        look = 'font-size="11" text-anchor="middle" paint-order="stroke" stroke="#ffffff" stroke-width="3"'
        found.append(_text(float(x), float(y), f"{level:.4g}", look))
    return found


def _at(page: _Page, place: tuple[float, float]) -> str:
    x = LEFT + place[0] * (page.right - LEFT)
    y = page.bottom - place[1] * (page.bottom - page.top)
    return f"{_number(x)} {_number(y)}"


def _line(x1: float, y1: float, x2: float, y2: float, look: str) -> str:
    ends = f'x1="{_number(x1)}" y1="{_number(y1)}" x2="{_number(x2)}" y2="{_number(y2)}"'
    return f"<line {ends} {look}/>"


def _text(x: float, y: float, text: str, look: str = "") -> str:
    return f'<text x="{_number(x)}" y="{_number(y)}"{look and " " + look}>{_escaped(text)}</text>'


def _power_in_words(power: int) -> str:
    """As in 0.01 and 10,000; very large and very small ones with an exponent."""
    return grouped(10.0**power) if abs(power) < MANY_DIGITS else with_minuses(f"1e{power}")


def _wrapped(text: str) -> list[str]:
    """A few lines of words; what has no room is left out, and said to be."""
    lines: list[str] = []
    for word in text.split():
        if lines and len(lines[-1]) + 1 + len(word) <= LETTERS:
            lines[-1] += f" {word}"
        else:
            lines.append(word[:LETTERS])
    return lines if len(lines) <= MOST_LINES else [*lines[: MOST_LINES - 1], f"{lines[MOST_LINES - 1][:-1]}…"]


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _escaped(text: str) -> str:
    return escape(text.translate(NO_XML))
