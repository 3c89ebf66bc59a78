"""Pictures as SVG, each a file of its own that needs nothing else: curves over an axis, and a map with paths on it.

Title and settings stand in the picture, so that it says by itself what it shows.
"""

import math
from collections.abc import Callable, Sequence

from perceptron.findings.level_lines import LevelLine
from perceptron.out.curves import Curve, drawn, legend
from perceptron.out.labels import SHARES, label_places
from perceptron.out.scales import Scale, axes
from perceptron.out.svg import Page, number, text
from perceptron.words.numbers import with_minuses, with_thousands

Place = tuple[float, float]

SHADES = 24
LARGE = 1e6
FINER = tuple([step / 40 for step in range(41)])  # where a level line has its height if the usual places are taken
LETTER, HALF_A_LINE = 8.0, 8.0  # of a level line's height, with some room around it
LIGHT, DEEP = (250, 246, 232), (38, 66, 160)


def curves_svg(title: str, settings: str, across: Scale, up: Scale, curves: Sequence[Curve]) -> str:
    """Curves over each other, with a legend; `settings` says in words what they were made with."""
    page = Page(title, settings, len(curves))
    body = [*axes(page, across, up), *drawn(page, curves, across, up)]
    return page.svg([*body, *legend(page, curves)])


def map_svg(
    page: Page,
    across: Scale,
    up: Scale,
    rows: Sequence[Sequence[float]],
    lines: Sequence[LevelLine],
    paths: Sequence[Curve],
) -> str:
    """A map as shades, deeper where it is higher, its level lines with their heights, and paths on it.

    The first row is the uppermost; shades follow the logarithm where all heights are positive. The page may be a bare
    one, without title and legend.
    """
    body = [*_shaded(page, rows), *_level_lines(page, lines), *axes(page, across, up), *drawn(page, paths, across, up)]
    return page.svg(body if page.is_bare else [*body, *legend(page, paths)])


def _shaded(page: Page, rows: Sequence[Sequence[float]]) -> list[str]:
    """A rectangle for each stretch of points of one shade; their middles are the points of the grid."""
    known = [value for row in rows for value in row if math.isfinite(value)]
    if not known:
        return []
    height: Callable[[float], float] = math.log if min(known) > 0.0 else float
    low, high = height(min(known)), height(max(known))
    across, up = (page.right - page.left) / (len(rows[0]) - 1), (page.bottom - page.top) / (len(rows) - 1)
    found = [f'<g shape-rendering="crispEdges"><clipPath id="map">{_box(page)}</clipPath><g clip-path="url(#map)">']
    for place_up, row in enumerate(rows):
        shades = [
            round((height(value) - low) / (high - low or 1.0) * (SHADES - 1)) if math.isfinite(value) else SHADES - 1
            for value in row
        ]
        start = 0
        for place in range(1, len(row) + 1):
            if place == len(row) or shades[place] != shades[start]:
                x, y = page.left + (start - 0.5) * across, page.top + (place_up - 0.5) * up
                size = f'width="{number((place - start) * across)}" height="{number(up)}"'
                found.append(f'<rect x="{number(x)}" y="{number(y)}" {size} fill="{_shade(shades[start])}"/>')
                start = place
    return [*found, "</g></g>"]


def _box(page: Page) -> str:
    return f'<rect x="{page.left}" y="{page.top}" width="{page.right - page.left}" height="{page.bottom - page.top}"/>'


def _shade(step: int) -> str:
    share = step / (SHADES - 1)
    parts = [round(light + (deep - light) * share) for light, deep in zip(LIGHT, DEEP, strict=True)]
    return f"#{parts[0]:02x}{parts[1]:02x}{parts[2]:02x}"


def _level_lines(page: Page, lines: Sequence[LevelLine]) -> list[str]:
    """White below black, so that they show on every shade; each with its height once, where that has room."""
    found = []
    drawn = [(_level_in_words(level), pieces) for level, pieces in lines if pieces]
    tries = [(LETTER * len(words) / 2, _label_tries(page, words, pieces)) for words, pieces in drawn]
    for _, pieces in drawn:
        path = " ".join([f"M{_at(page, start)} L{_at(page, end)}" for start, end in pieces])
        found.append(f'<path d="{path}" fill="none" stroke="#ffffff" stroke-width="2.5"/>')
        found.append(f'<path d="{path}" fill="none" stroke="#333333" stroke-width="1"/>')
    look = 'font-size="12" text-anchor="middle" paint-order="stroke" stroke="#ffffff" stroke-width="3"'
    for (words, _), place in zip(drawn, label_places(tries, HALF_A_LINE), strict=True):
        if place:
            found.append(text(place[0], place[1], words, look))
    return found


def _label_tries(page: Page, words: str, pieces: Sequence[tuple[Place, Place]]) -> list[Place]:
    """Where the height of a level line may stand: on it, and within the axes."""
    half = LETTER * len(words) / 2
    places = [pieces[int(share * (len(pieces) - 1))][0] for share in (*SHARES, *FINER)]
    found = [(page.x(x), page.y(y)) for x, y in places]
    return [
        (x, y)
        for x, y in found
        if page.left + half <= x <= page.right - half and page.top + 2 * HALF_A_LINE <= y <= page.bottom - HALF_A_LINE
    ]


def _level_in_words(level: float) -> str:
    """A height with four digits that count, as in “2,374” or “0.0125”; with an exponent only where it is very large."""
    written = f"{level:.4g}"
    if "e+" in written and abs(level) < LARGE:
        written = f"{float(written):.0f}"
    return with_minuses(with_thousands(written))


def _at(page: Page, place: tuple[float, float]) -> str:
    return f"{number(page.x(place[0]))} {number(page.y(place[1]))}"
