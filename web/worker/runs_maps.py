"""The landscape below runs, with their paths on it, and the race of many starts; both as pictures and in words.

Everything here depends on its arguments alone. The last race and the last landscape are kept, because a person looks at
a race at one moment after another.
"""

import math
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from perceptron.engine import Engine
from perceptron.fields import counted
from perceptron.findings.answer import Span
from perceptron.findings.grid import Axis
from perceptron.findings.landscape import (
    Surface,
    axis_around,
    can_be_best,
    is_known,
    landscape,
    parameters,
    path,
    points_for,
)
from perceptron.findings.level_lines import level_lines, round_levels
from perceptron.findings.race import at, end_of_seed, known_numbers, moments, outcome_of, stride_of
from perceptron.findings.what_ifs import Refusal
from perceptron.out.curves import STYLES, Curve, Style
from perceptron.out.pictures import map_svg
from perceptron.out.scales import Scale
from perceptron.out.svg import WIDTH, Page
from perceptron.seeds import SeedPath, paths
from perceptron.setting_texts import texts_of
from perceptron.settings import Settings
from perceptron.settings_table import FIELDS
from perceptron.words.file_names import file_name
from perceptron.words.landscape import (
    no_landscape_in_words,
    parameter_called,
    path_in_words,
    path_point_in_words,
    surface_in_words,
)
from perceptron.words.numbers import with_minuses
from perceptron.words.race import moment_in_words, race_in_words
from perceptron.words.run_names import own_name
from perceptron.words.what_ifs import refusal_in_words

Told = dict[str, object]
RACE = "Many starts on the landscape"
FIRST, MOST = 0x100, 4095  # the letter for the smallest share of an axis, and how many letters on the largest is
APART = 1.2  # how many times further each moment of a path is from the one before it


class Race(NamedTuple):
    """A race under way: what it is, the starts still to be trained, and the paths of those that are through."""

    settings: Settings
    racers: int
    rest: Iterator[SeedPath]
    done: list[SeedPath]


class Maps:
    """It keeps the last race and the last landscape."""

    def __init__(self) -> None:
        self._race: Race | None = None
        self._ground: tuple[Surface, list[list[float]]] | None = None

    def of_runs(self, settings: Settings, runs: Sequence[Sequence[Any]]) -> Told:
        """The landscape of the first run's settings, with the paths of all of them.

        Each run has its letter, its name, the number of its colour, the lengths of its dashes, epochs, and for each
        parameter its values there.
        """
        if not is_known(settings):
            return {"complaint": no_landscape_in_words(settings)}
        columns = [run[5] for run in runs]
        across, up = (axis_around(place, [x for column in columns for x in column[place]]) for place in (0, 1))
        held = tuple([column[-1] for column in columns[0]])
        surface = Surface(settings, across, up, held, "best" if can_be_best(settings) else "held")
        curves = [
            Curve(
                f"{letter}: {called}",
                STYLES[colour]._replace(dash=" ".join(map(str, dash))),
                list(zip(numbers[0], numbers[1], strict=True)),
            )
            for letter, called, colour, dash, _, numbers in runs
        ]
        told = [
            [f"{letter}: {called}", *_words(surface, epochs, numbers)] for letter, called, _, _, epochs, numbers in runs
        ]
        picture = self._picture("The landscape of the error", surface, curves)
        return {**picture, "paths": told, "name": file_name("landscape", texts_of(settings), "svg")}

    def of_race(
        self, settings: Settings, engine: Engine, epochs: int, racers: int, seconds: float, shown: int | None = None
    ) -> Told:
        """The race of so many starts, for so many seconds; then its ground and all its ways, for the page to draw.

        With `shown` it is a picture for a file instead, up to that epoch; -1 is the end.
        """
        if not is_known(settings):
            return {"complaint": no_landscape_in_words(settings)}
        if settings.start is not None and settings.order != "shuffled":
            return {"complaint": refusal_in_words(Refusal("start"))}
        race = self._begun(replace(settings, epochs=epochs), engine, epochs, racers)
        deadline = time.perf_counter() + seconds
        for one in race.rest:
            race.done.append(one)
            if time.perf_counter() >= deadline:
                break
        if len(race.done) < racers:
            return {"done": False, "epoch": len(race.done)}
        return self._raced(race, epochs) if shown is None else self._race_drawn(race, epochs, shown)

    def _begun(self, settings: Settings, engine: Engine, epochs: int, racers: int) -> Race:
        race = self._race
        if not race or race.racers != racers or race.settings != settings:
            seeds = [(settings.seed + more) % (int(FIELDS["seed"].most or 0) + 1) for more in range(racers)]
            race = Race(settings, racers, paths(settings, seeds, epochs, stride_of(epochs), engine), [])
            self._race = race
        return race

    def _raced(self, race: Race, epochs: int) -> Told:
        settings, done = race.settings, race.done
        surface = _surface(race)
        return {
            **self._picture(RACE, surface, []),
            "ways": _ways(surface, done),
            "ends": chr(FIRST) + chr(FIRST + MOST),
            "starts": len(done),
            "raced": with_minuses(
                race_in_words(outcome_of([one.end for one in done]), len(settings.data.test), settings.has_bias)
            ),
            "moments": [list(map(with_minuses, moment_in_words(moment))) for moment in moments(done)],
            "stride": stride_of(epochs),
            "name": file_name("race", texts_of(settings), "svg"),
        }

    def _race_drawn(self, race: Race, epochs: int, shown: int) -> Told:
        done, stride = race.done, stride_of(epochs)
        last = -(-(epochs if shown < 0 else min(shown, epochs)) // stride)
        # All paths are one curve, parted by points that are no numbers, and so one line of the legend.
        ways: list[tuple[float, float]] = []
        for one in done:
            steps = [at(one, place) for place in _thinned(min(len(one.bias) - 1, last))]
            ways += [(x, y) for x, y, *_ in steps]
            ways.append((math.nan, math.nan))
        called = counted(len(done), "start")
        words = called if shown < 0 else f"{called}, at epoch {shown:,}"
        curve = Curve(words, Style(STYLES[1].colour), ways)
        return {
            **self._picture(RACE, _surface(race), [curve]),
            "name": file_name("race", texts_of(race.settings), "svg"),
            "kind": "image/svg+xml",
        }

    def _picture(self, title: str, surface: Surface, curves: Sequence[Curve]) -> Told:
        if not self._ground or self._ground[0] != surface:
            self._ground = surface, list(landscape(surface, points_for(surface)))
        rows, settings = self._ground[1], surface.settings
        sentence = surface_in_words(surface)
        said = f"{own_name(texts_of(settings))}. {sentence}"
        lines = level_lines(rows, round_levels(rows))
        across, up = _scale(settings, surface.across), _scale(settings, surface.up)
        svg = map_svg(title, said, across, up, rows, lines, curves)
        page = Page(title, said, len(curves))
        box = [page.left / WIDTH, page.top / page.height, page.right / WIDTH, page.bottom / page.height]
        return {"done": True, "content": svg, "sentence": with_minuses(sentence), "box": box}


def _surface(race: Race) -> Surface:
    """The landscape on which a race takes place."""
    settings, done = race.settings, race.done
    across, up = (axis_around(place, list(known_numbers(done, place))) for place in (0, 1))
    held = end_of_seed(done[0].end)[: parameters(settings)]
    return Surface(settings, across, up, held, "best" if can_be_best(settings) else "held")


def _ways(surface: Surface, done: Sequence[SeedPath]) -> str:
    """Where every start is at every moment: two letters each, for the shares of the axes. JSON would be far longer."""
    letters = []
    for place in range(max([len(one.bias) for one in done])):
        for one in done:
            x, y, *_ = at(one, place)
            letters += [_letter(surface.across.share(x)), _letter(surface.up.share(y))]
    return "".join(letters)


def _letter(share: float) -> str:
    return chr(FIRST + round(MOST * min(max(share, 0.0), 1.0)))


def _thinned(last: int) -> list[int]:
    """Places from 0 to the last, ever further apart: a path is longest at its start, and hundreds make a large file."""
    places, step = [0], 1.0
    while places[-1] + int(step) < last:
        places.append(places[-1] + int(step))
        step *= APART
    return [*places, last] if last else places


def _scale(settings: Settings, axis: Axis) -> Scale:
    return Scale(parameter_called(settings.data, axis.position), Span(axis.least, axis.most))


def _words(surface: Surface, epochs: Sequence[int], numbers: Sequence[Sequence[float]]) -> list[object]:
    """What is said of a path: where its own error is not that of the map, and where it is at some epochs."""
    told = {0, epochs[-1], *(10**digits for digits in range(len(str(epochs[-1]))))}
    steps = zip(epochs, zip(*numbers, strict=True), strict=True)
    points = path(surface, [(epoch, place) for epoch, place in steps if epoch in told])
    return [with_minuses(path_in_words(points)), [with_minuses(path_point_in_words(point)) for point in points]]
