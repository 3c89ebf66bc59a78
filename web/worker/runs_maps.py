"""The landscape below runs, with their paths on it, and the race of many starts; both as pictures and in words.

Everything here depends on its arguments alone. With many rows both take long, so they are made in slices of some
seconds, and what is known already is kept: the next slice goes on from there, and so does whoever asks for more starts
of the same race.
"""

import time
from collections.abc import Generator, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import Any, Generic, NamedTuple, TypeVar

from perceptron.engine import Engine
from perceptron.findings.landscape import (
    PathPoint,
    Surface,
    axis_around,
    can_be_best,
    heights,
    path,
    points_for,
)
from perceptron.findings.race import at, moments, outcome_of, stride_of
from perceptron.out.curves import STYLES, Curve
from perceptron.out.landscapes import RACE, RUNS, LandscapePicture, landscape_picture, race_curve, race_surface
from perceptron.seeds import SeedPath, paths, seeds_of
from perceptron.setting_texts import texts_of
from perceptron.settings import Settings
from perceptron.words.file_names import file_name
from perceptron.words.landscape import (
    no_landscape_in_words,
    no_race_in_words,
    path_in_words,
    path_point_in_words,
    surface_in_words,
)
from perceptron.words.numbers import with_minuses
from perceptron.words.race import moment_in_words, race_in_words

Told = dict[str, object]
Reached = dict[str, object]
# How far it is, again and again, and at the end what came of it.
Steps = Generator[Reached, None, Told]
Found = TypeVar("Found")
FIRST, MOST = 0x100, 4095  # the letter for the smallest share of an axis, and how many letters on the largest is
STARTS, PLACES = "starts", "places"  # what it counts while it is not done: starts of a race, or places of the map


class Known(Generic[Found]):
    """What an iterator gives, as far as it was taken; `about` says what it is of."""

    def __init__(self, about: object, rest: Iterator[Found]) -> None:
        self.about = about
        self.found: list[Found] = []
        self._rest = rest

    def up_to(self, count: int) -> Iterator[int]:
        """Take more until there are so many; yields how many there are each time."""
        while len(self.found) < count:
            self.found.append(next(self._rest))
            yield len(self.found)


class RunOnMap(NamedTuple):
    """A run as the page tells it: its name, how its line looks, its epochs, and each parameter's values there."""

    letter: str
    called: str
    colour: int
    dash: Sequence[float]
    epochs: Sequence[int]
    columns: Sequence[Sequence[float]]

    def moments(self) -> list[tuple[int, tuple[float, ...]]]:
        """The start, the powers of ten and the end, each with the parameters there."""
        told = {0, self.epochs[-1], *(10**digits for digits in range(len(str(self.epochs[-1]))))}
        steps = zip(self.epochs, zip(*self.columns, strict=True), strict=True)
        return [(epoch, numbers) for epoch, numbers in steps if epoch in told]


class Maps:
    """It keeps the last race, its landscape, the last heights of one, and the last paths on it."""

    def __init__(self) -> None:
        self._race: Known[SeedPath] | None = None
        self._raced: tuple[tuple[Settings, int], Surface] | None = None
        self._heights: Known[float] | None = None
        self._points: Known[PathPoint] | None = None

    def of_runs(self, settings: Settings, runs: Sequence[Sequence[Any]], width: int, seconds: float) -> Told:
        """The landscape of the first run's settings, with the paths of all of them; or how far it is after so long.

        It is there as a file, and bare, so wide.

        Each run has its letter, its name, the number of its colour, the lengths of its dashes, epochs, and for each
        parameter its values there.
        """
        if complaint := no_landscape_in_words(settings):
            return _complaint(complaint)
        return _within(seconds, self._of_runs(settings, [RunOnMap(*run) for run in runs], width))

    def of_race(
        self,
        settings: Settings,
        engine: Engine,
        epochs: int,
        racers: int,
        width: int,
        seconds: float,
        shown: int | None = None,
    ) -> Told:
        """The race of so many starts; or how far it is after so many seconds.

        At the end there are its ground, bare and so wide, and all its ways, for the page to draw. With `shown` it is a
        picture for a file instead, up to that epoch; -1 is the end.
        """
        if complaint := no_race_in_words(settings, is_drawn=True):
            return _complaint(complaint)
        return _within(seconds, self._of_race(replace(settings, epochs=epochs), engine, racers, width, shown))

    def _of_runs(self, settings: Settings, runs: Sequence[RunOnMap], width: int) -> Steps:
        across, up = (axis_around(place, [x for run in runs for x in run.columns[place]]) for place in (0, 1))
        held = tuple([column[-1] for column in runs[0].columns])
        surface = Surface(settings, across, up, held, "best" if can_be_best(settings) else "held")
        count = points_for(surface) ** 2
        all_moments = [run.moments() for run in runs]
        places = count + sum(map(len, all_moments))
        for known in self._taken_heights(surface):
            yield _reached(PLACES, known, places)
        points = self._points_of(surface, all_moments)
        for known in points.up_to(places - count):
            yield _reached(PLACES, count + known, places)
        told, rest = [], iter(points.found)
        for run, told_moments in zip(runs, all_moments, strict=True):
            its = [next(rest) for _ in told_moments]
            told.append([run.letter, run.called, with_minuses(path_in_words(its)), [*map(_point_in_words, its)]])
        curves = [_curve(run) for run in runs]
        name = file_name("landscape", texts_of(settings), "svg")
        content, _ = self._picture(RUNS, surface, curves)
        return {**self._ground(RUNS, surface, curves, width), "content": content, "paths": told, "name": name}

    def _of_race(self, settings: Settings, engine: Engine, racers: int, width: int, shown: int | None) -> Steps:
        epochs = settings.epochs
        if not self._race or self._race.about != settings:
            self._race = Known(settings, paths(settings, seeds_of(settings), epochs, stride_of(epochs), engine))
        for known in self._race.up_to(racers):
            yield _reached(STARTS, known, racers)
        done = self._race.found[:racers]
        if not self._raced or self._raced[0] != (settings, racers):
            self._raced = (settings, racers), race_surface(settings, done)
        surface = self._raced[1]
        for known in self._taken_heights(surface):
            yield _reached(PLACES, known, points_for(surface) ** 2)
        name = file_name("race", texts_of(settings), "svg")
        if shown is not None:
            curve = race_curve(done, shown if 0 <= shown < epochs else None)
            return {"done": True, "content": self._picture(RACE, surface, [curve]).svg, "name": name}
        outcome = outcome_of([one.end for one in done])
        return {
            **self._ground(RACE, surface, [], width),
            "ways": _ways(surface, done),
            "ends": chr(FIRST) + chr(FIRST + MOST),
            "starts": len(done),
            "raced": with_minuses(race_in_words(outcome, len(settings.data.test), settings.has_bias)),
            "moments": [list(map(with_minuses, moment_in_words(moment))) for moment in moments(done)],
            "stride": stride_of(epochs),
            "name": name,
        }

    def _taken_heights(self, surface: Surface) -> Iterator[int]:
        """Take the heights of a surface, and say each time how many are known."""
        points = points_for(surface)
        if not self._heights or self._heights.about != surface:
            self._heights = Known(surface, heights(surface, points))
        return self._heights.up_to(points * points)

    def _points_of(self, surface: Surface, all_moments: Sequence[Sequence[Any]]) -> Known[PathPoint]:
        about = surface, all_moments
        if not self._points or self._points.about != about:
            self._points = Known(about, chain.from_iterable(path(surface, its) for its in all_moments))
        return self._points

    def _ground(self, title: str, surface: Surface, curves: Sequence[Curve], width: int) -> Told:
        """What the page shows: a bare picture, where its axes are, and what it says."""
        picture, box = self._picture(title, surface, curves, width)
        return {
            "done": True,
            "picture": picture,
            "box": list(box),
            "sentence": with_minuses(surface_in_words(surface)),
        }

    def _picture(self, title: str, surface: Surface, curves: Sequence[Curve], width: int = 0) -> LandscapePicture:
        assert self._heights
        points, found = points_for(surface), self._heights.found
        rows = [found[first : first + points] for first in range(0, len(found), points)]
        return landscape_picture(title, surface, rows, curves, width)


def _within(seconds: float, steps: Steps) -> Told:
    """What comes of the steps, if they take no longer; else how far they are."""
    deadline = time.perf_counter() + seconds
    while True:
        try:
            reached = next(steps)
        except StopIteration as end:
            told: Told = end.value
            return told
        if time.perf_counter() >= deadline:
            return reached


def _reached(what: str, known: int, count: int) -> Reached:
    return {"done": False, "what": what, "known": known, "of": count}


def _complaint(sentence: str) -> Told:
    return {"done": True, "complaint": sentence}


def _curve(run: RunOnMap) -> Curve:
    style = STYLES[run.colour]._replace(dash=" ".join(map(str, run.dash)))
    points = list(zip(run.columns[0], run.columns[1], strict=True))
    return Curve(f"{run.letter}: {run.called}", style, points, run.letter)


def _point_in_words(point: PathPoint) -> str:
    return with_minuses(path_point_in_words(point))


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
