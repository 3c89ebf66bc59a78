"""Trains one experiment from many starts, and prints where each ends and how far apart they were on the way."""

import math
from collections.abc import Callable, Sequence

from perceptron import terminal
from perceptron.fields import counted, grouped
from perceptron.findings.answer import Span
from perceptron.findings.goals import goals
from perceptron.findings.grid import Axis
from perceptron.findings.landscape import Surface, axis_around, can_be_best, is_known, landscape, parameters, points_for
from perceptron.findings.level_lines import level_lines, round_levels
from perceptron.findings.race import at, end_of_seed, known_numbers, moments, outcome_of, stride_of
from perceptron.findings.what_ifs import Refusal
from perceptron.out.curves import STYLES, Curve
from perceptron.out.pictures import map_svg
from perceptron.out.runs_table import in_columns
from perceptron.out.scales import Scale
from perceptron.out.spreadsheets import Cell, as_csv
from perceptron.progress import Progress
from perceptron.seeds import SeedPath, paths
from perceptron.setting_texts import texts_of
from perceptron.settings import Settings
from perceptron.settings_table import FIELDS
from perceptron.words.landscape import no_landscape_in_words, parameter_called, surface_in_words
from perceptron.words.race import moment_in_words, race_in_words
from perceptron.words.run_names import own_name
from perceptron.words.what_ifs import refusal_in_words

HEAD = ("Epoch", "Furthest two apart", "Mean squared error")

Form = Callable[[Settings, Sequence[SeedPath]], str]


def check_race(settings: Settings, is_drawn: bool) -> None:
    """Raise ValueError with a sentence to show where all starts would be the same one, or there is nothing to draw."""
    if settings.start is not None and settings.order != "shuffled":
        raise ValueError(refusal_in_words(Refusal("start")))
    if is_drawn and not is_known(settings):
        raise ValueError(no_landscape_in_words(settings))


def race(settings: Settings, racers: int, form: Form, complain: Callable[[str], None]) -> int:
    """Train from so many starts and print them in a form. Returns the exit status: 1 for lost output.

    Raises ProgramError where a changed program is wrong, and KeyboardInterrupt after Ctrl+C, when what is done is
    printed.
    """
    done: list[SeedPath] = []
    progress = Progress()
    interrupted = False
    try:
        for path in paths(settings, _seeds(settings, racers), settings.epochs, stride_of(settings.epochs)):
            done.append(path)
            progress.tell(f"{grouped(len(done))} of {counted(racers, 'start')}")
    except KeyboardInterrupt:
        interrupted = True
    progress.close()
    if interrupted:
        complain(f"Stopped; {grouped(len(done))} of {counted(racers, 'start')} are done.")
    if done and not terminal.written(form(settings, done).rstrip("\n"), complain):
        return 1
    if interrupted:
        raise KeyboardInterrupt
    return 0


def as_text(settings: Settings, done: Sequence[SeedPath]) -> str:
    """Who ended where, and a table of the way there."""
    outcome = outcome_of([path.end for path in done])
    sentence = race_in_words(outcome, len(settings.data.test), settings.has_bias)
    return f"{sentence}\n\n{in_columns([HEAD, *map(moment_in_words, moments(done))])}"


def as_csv_table(settings: Settings, done: Sequence[SeedPath]) -> str:
    """A line for each start, with every digit; places count from 1, that of most starts first."""
    names = [f"weight {i}" for i in range(1, settings.data.inputs + 1)] + ["bias"] * settings.has_bias
    head = ["Seed", *[f"Start {name}" for name in names], *[f"Final {name}" for name in names]]
    head += ["Right", "Mean squared error", "Epochs done", "Stopped", "Place"]
    arrived = [path for path in done if not path.end.stopped]
    found = goals([end_of_seed(path.end) for path in arrived])
    places = {arrived[run].end.seed: number for number, goal in enumerate(found, start=1) for run in goal.runs}
    return as_csv(head, [_line(path, len(names), places) for path in done])


def as_picture(settings: Settings, done: Sequence[SeedPath]) -> str:
    """The landscape with all paths, as SVG, where `check_race` knows of one."""
    across, up = (axis_around(parameter, list(known_numbers(done, parameter))) for parameter in (0, 1))
    held = end_of_seed(done[0].end)[: parameters(settings)]
    surface = Surface(settings, across, up, held, "best" if can_be_best(settings) else "held")
    rows = list(landscape(surface, points_for(surface)))
    # All paths are one curve, parted by points that are no numbers, and so one line of the legend.
    points = [
        place[:2]
        for path in done
        for place in [*[at(path, number) for number in range(len(path.bias))], (math.nan, math.nan)]
    ]
    ways = Curve(counted(len(done), "start"), STYLES[1]._replace(dash=""), [(x, y) for x, y in points])
    said = f"{own_name(texts_of(settings))}. {surface_in_words(surface)}"
    lines = level_lines(rows, round_levels(rows))
    return map_svg(
        "Many starts on the landscape", said, _scale(settings, across), _scale(settings, up), rows, lines, [ways]
    )


def _scale(settings: Settings, axis: Axis) -> Scale:
    return Scale(parameter_called(settings.data, axis.position), Span(axis.least, axis.most))


def _seeds(settings: Settings, racers: int) -> list[int]:
    """The experiment's own seed and those after it; after the largest comes 0."""
    seeds = int(FIELDS["seed"].most or 0) + 1
    return [(settings.seed + more) % seeds for more in range(racers)]


def _line(path: SeedPath, numbers: int, places: dict[int, int]) -> list[Cell]:
    end = path.end
    row: list[Cell] = [end.seed, *end.start[:numbers], *end_of_seed(end)[:numbers], end.right, end.error, end.epoch]
    return [*row, "yes" if end.stopped else "no", places.get(end.seed)]
