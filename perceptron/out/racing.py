"""Trains one experiment from many starts, and prints where each ends and how far apart they were on the way."""

from collections.abc import Callable, Sequence
from itertools import islice

from perceptron import terminal
from perceptron.fields import counted, grouped
from perceptron.findings.goals import goals
from perceptron.findings.landscape import landscape, points_for
from perceptron.findings.race import end_of_seed, moments, outcome_of, stride_of
from perceptron.out.landscapes import RACE, landscape_picture, race_curve, race_surface
from perceptron.out.runs_table import in_columns
from perceptron.out.spreadsheets import Cell, as_csv
from perceptron.progress import Progress
from perceptron.seeds import SeedPath, paths, seeds_of
from perceptron.settings import Settings
from perceptron.words.landscape import no_race_in_words
from perceptron.words.race import moment_in_words, race_in_words

HEAD = ("Epoch", "Furthest two apart", "Mean squared error")

Form = Callable[[Settings, Sequence[SeedPath]], str]


def check_race(settings: Settings, is_drawn: bool) -> None:
    """Raise ValueError with a sentence to show where all starts would be the same one, or there is nothing to draw."""
    if refusal := no_race_in_words(settings, is_drawn):
        raise ValueError(refusal)


def race(settings: Settings, racers: int, form: Form, complain: Callable[[str], None]) -> int:
    """Train from so many starts and print them in a form. Returns the exit status: 1 for lost output.

    Raises ProgramError where a changed program is wrong, and KeyboardInterrupt after Ctrl+C, when what is done is
    printed.
    """
    done: list[SeedPath] = []
    progress = Progress()
    interrupted = False
    try:
        for path in paths(settings, islice(seeds_of(settings), racers), settings.epochs, stride_of(settings.epochs)):
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
    surface = race_surface(settings, done)
    return landscape_picture(RACE, surface, list(landscape(surface, points_for(surface))), [race_curve(done)]).svg


def _line(path: SeedPath, numbers: int, places: dict[int, int]) -> list[Cell]:
    end = path.end
    row: list[Cell] = [end.seed, *end.start[:numbers], *end_of_seed(end)[:numbers], end.right, end.error, end.epoch]
    return [*row, "yes" if end.stopped else "no", places.get(end.seed)]
