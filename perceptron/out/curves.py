"""Curves in a picture: runs are told apart by colour, dash and mark."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from perceptron.fields import shortened
from perceptron.out.scales import Scale
from perceptron.out.svg import LETTERS, LINE, Page, escaped, line, number, text

Points = Sequence[tuple[float, float]]


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


# Where the labels of ends stand, one after another, for several runs may end in one place.
AROUND = ((12.0, -6.0), (-12.0, -6.0), (12.0, 15.0), (-12.0, 15.0), (0.0, -10.0), (0.0, 20.0))


class Curve(NamedTuple):
    """A curve or a path: what it is called, how it looks, and its points; those that are no numbers part it."""

    name: str
    style: Style
    points: Points
    label: str = ""  # what stands at its end where there is no legend


def drawn(page: Page, curves: Sequence[Curve], across: Scale, up: Scale) -> list[str]:
    """Each curve as lines, with its mark at its last point; white below all, so that they show on every shade."""
    below, above = [], []
    for number_of, (name, style, points, label) in enumerate(curves):
        stretches = _stretches([(page.x(across.share(one)), page.y(up.share(other))) for one, other in points])
        if not stretches:
            continue
        path = " ".join([f"M{' L'.join([f'{number(a)} {number(b)}' for a, b in part])}" for part in stretches])
        below.append(f'<path d="{path}" fill="none" stroke="#ffffff" stroke-width="5" stroke-opacity="0.8"/>')
        look = f'fill="none" stroke="{escaped(style.colour)}" stroke-width="2" stroke-linejoin="round"'
        dash = f' stroke-dasharray="{escaped(style.dash)}"' if style.dash else ""
        above.append(f'<path d="{path}" {look}{dash}><title>{escaped(name)}</title></path>')
        above.append(_mark(style, *stretches[-1][-1]))
        if page.is_bare and label:
            above.append(_label(label, style, stretches[-1][-1], AROUND[number_of % len(AROUND)]))
    return below + above


def _label(words: str, style: Style, end: tuple[float, float], beside: tuple[float, float]) -> str:
    look = f'font-weight="bold" text-anchor="middle" fill="{escaped(style.colour)}"'
    look += ' paint-order="stroke" stroke="#ffffff" stroke-width="3"'
    return text(end[0] + beside[0], end[1] + beside[1], words, look)


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
    colour = escaped(style.colour)
    shape = shapes.get(style.mark, shapes["circle"])
    place = f'transform="translate({number(x)} {number(y)})"'
    return f'<path d="{shape}" {place} fill="{colour}" stroke="{colour}" stroke-width="2"/>'


def legend(page: Page, curves: Sequence[Curve]) -> list[str]:
    """A line below the picture for each curve."""
    found = []
    for place, (name, style, *_) in enumerate(curves):
        y = page.bottom + 3 * LINE + LINE * place
        dash = f' stroke-dasharray="{escaped(style.dash)}"' if style.dash else ""
        look = f'stroke="{escaped(style.colour)}" stroke-width="2"{dash}'
        found += [
            line(page.left, y, page.left + 40, y, look),
            _mark(style, page.left + 20, y),
            text(page.left + 52, y + 4, shortened(name, LETTERS - 8)),
        ]
    return found
