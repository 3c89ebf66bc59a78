"""Runs side by side: which ones there are, which of them is the baseline, and how each is told apart from the others.

A run is its settings and the moment where it ended, so a kept run is just these: it can be computed again at any time.
Each has a letter, and by its letter a colour and a dash, which are the same wherever the run is shown.
"""

from perceptron.settings_table import OF_THE_DIGITS
from web.page.state import State
from web.page.topics import Topic

MOST_KEPT = 20
MOST_DRAWN = 6
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWX"  # more than there can be runs, so that one is always free
COLOURS = 6  # of the style sheet, --run-0 and so on
# Of a line, as lengths drawn and left out; a whole line has none.
DASHES = ((), (9, 5), (2, 4), (12, 4, 2, 4))
# What a run is computed for: the table, an experiment, a value of a sweep, two runs side by side, or a file.
TABLE, TRIAL, POINT, PAIR, FILE = "table", "trial", "point", "pair", "file"
MEASURES = ("right", "r_squared", "mean_error", "best_epoch")


class KeptRun(Topic):
    """A run that can be compared with others."""

    letter = ""
    settings: dict = {}  # all of them, as texts
    at: tuple = (0, 0)  # the epoch and the row where it ended
    called = ""  # the name that the person gave it
    pinned = False
    waits = False  # its changed program came with an address or a file, and nobody has let it run yet
    # What Python said of it, see web.worker.runs: of the run itself; and beside a baseline, whose run this was.
    told: dict = {}
    beside: dict = {}
    beside_of: tuple = ()


def is_run(run: KeptRun, settings: dict, at: tuple) -> bool:
    """Whether this is the run with these settings at this moment."""
    same = settings is run.settings or all(settings[name] == run.settings[name] for name in OF_THE_DIGITS)
    return same and tuple(at) == run.at


def is_asked_for(do: list, run: KeptRun) -> bool:
    """Whether a deed, see web.page.runs_request, is about this run."""
    same = do[3] == run.settings["data"] and all(run.settings[name] == text for name, text in do[4].items())
    return same and tuple(do[5]) == run.at


def rows(state: State) -> tuple:
    """All runs, in the order in which they were trained; the last one may be the one that the page shows."""
    runs = state.runs
    return tuple(runs.kept + runs.present)


def run_called(state: State, letter: str) -> "KeptRun | None":
    """The run with this letter, if there is one."""
    found = [run for run in rows(state) if run.letter == letter]
    return found[0] if found else None


def baseline_of(state: State) -> "KeptRun | None":
    """The run that the others are compared with: the one that was made it, or else the oldest."""
    found = run_called(state, state.runs.baseline)
    all_runs = rows(state)
    return found or (all_runs[0] if all_runs else None)


def known_as(run: KeptRun) -> tuple:
    """What tells a run from all others that may have its letter before or after it."""
    return run.letter, run.settings, run.at


def chosen_of(state: State) -> "KeptRun | None":
    """The run that is bold."""
    return run_called(state, state.runs.chosen_run) or baseline_of(state)


def drawn_runs(state: State) -> list:
    """The runs in the pictures of which Python has told something, the oldest first."""
    return [run for run in rows(state) if run.letter in state.runs.drawn and run.told.get("curve")]


def shown_letter(state: State) -> str:
    """The letter of the run that the page shows now; empty while it is none of these."""
    runs = state.runs
    if runs.present:
        return str(runs.present[0].letter)
    found = [run.letter for run in runs.kept if is_run(run, state.form.settings, state.here)]
    return found[0] if found and not state.wants.training else ""


def free_letter(taken: list) -> str:
    """The first letter that none of these runs has."""
    return next(iter([letter for letter in LETTERS if letter not in taken]))


def colour_number(letter: str) -> int:
    """Which of the colours a run has."""
    return LETTERS.index(letter) % COLOURS


def dash_of(letter: str) -> tuple:
    """How its line is dashed: no two runs have both the same colour and the same dash."""
    place = LETTERS.index(letter)
    return DASHES[(place + place // COLOURS) % len(DASHES)]
