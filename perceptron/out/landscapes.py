"""Landscapes as pictures: their shades and level lines with paths on them, and the paths of a race as one of these."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from perceptron.fields import counted
from perceptron.findings.answer import Span
from perceptron.findings.grid import Axis
from perceptron.findings.landscape import Surface, axis_around, can_be_best, parameters
from perceptron.findings.level_lines import level_lines, round_levels
from perceptron.findings.race import at, end_of_seed, known_numbers
from perceptron.out.curves import STYLES, Curve, Style
from perceptron.out.pictures import map_svg
from perceptron.out.scales import Scale
from perceptron.out.svg import Page
from perceptron.seeds import SeedPath
from perceptron.setting_texts import texts_of
from perceptron.settings import Settings
from perceptron.words.landscape import parameter_called, surface_in_words
from perceptron.words.run_names import own_name

RUNS, RACE = "The landscape of the error", "Many starts on the landscape"
# How many times further each drawn moment of a path is from the one before it: it goes furthest at its start.
APART = 1.2


class LandscapePicture(NamedTuple):
    """A picture as SVG, and where in it the axes are, as shares of its size: left, top, right and bottom."""

    svg: str
    box: tuple[float, float, float, float]


def landscape_picture(
    title: str, surface: Surface, rows: Sequence[Sequence[float]], curves: Sequence[Curve], width: int = 0
) -> LandscapePicture:
    """A surface, whose heights are known, with curves on it; title and settings stand above, unless it is bare."""
    settings = surface.settings
    said = f"{own_name(texts_of(settings))}. {surface_in_words(surface)}"
    lines = level_lines(rows, round_levels(rows))
    across, up = _scale(settings, surface.across), _scale(settings, surface.up)
    page = Page(title, said, len(curves), width)
    box = (page.left / page.width, page.top / page.height, page.right / page.width, page.bottom / page.height)
    return LandscapePicture(map_svg(page, across, up, rows, lines, curves), box)


def race_surface(settings: Settings, done: Sequence[SeedPath]) -> Surface:
    """The landscape that all these starts of one experiment go down, as large as their paths need it."""
    across, up = (axis_around(parameter, list(known_numbers(done, parameter))) for parameter in (0, 1))
    held = end_of_seed(done[0].end)[: parameters(settings)]
    return Surface(settings, across, up, held, "best" if can_be_best(settings) else "held")


def race_curve(done: Sequence[SeedPath], until: int | None = None) -> Curve:
    """The ways of many starts, up to an epoch or to their ends."""
    ways: list[tuple[float, float]] = []
    # All are one curve, parted by points that are no numbers, and so one line of the legend.
    for path in done:
        last = len(path.bias) - 1
        if until is not None:
            last = max([place for place, epoch in enumerate(path.epochs) if epoch <= until])
        ways += [(x, y) for x, y, *_ in [at(path, place) for place in _drawn_places(last)]]
        ways.append((math.nan, math.nan))
    called = counted(len(done), "start")
    words = called if until is None else f"{called}, at epoch {until:,}"
    return Curve(words, Style(STYLES[1].colour), ways)


def _drawn_places(last: int) -> list[int]:
    """Which of a path's moments, from the start to this one, are joined: ever fewer, as hundreds make a large file."""
    places, step = [0], 1.0
    while places[-1] + int(step) < last:
        places.append(places[-1] + int(step))
        step *= APART
    return [*places, last] if last else places


def _scale(settings: Settings, axis: Axis) -> Scale:
    return Scale(parameter_called(settings.data, axis.position), Span(axis.least, axis.most))
