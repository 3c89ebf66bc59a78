"""Two runs side by side at one moment: what each neuron is there, what it answers, and which verdicts are different.

Everything here depends on its arguments alone. The last two runs are kept, because a person looks at one moment of them
after another.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from perceptron.aspects import FLOWS, OWN_TOLERANCE, PAIR_STEPS
from perceptron.engine import Engine
from perceptron.experiment import Run
from perceptron.findings.verdict_changes import verdict_changes
from perceptron.scoring import yardsticks
from perceptron.words.numbers import finely, with_minuses
from perceptron.words.questions import question_in_words
from perceptron.words.runs import weight_in_words
from perceptron.words.verdict_changes import other_rows_in_words, verdict_changes_of_two
from web.worker.reports.for_people import for_people
from web.worker.reports.look import Look, Shown, shown
from web.worker.reports.map import ground

Told = dict[str, object]
Texts = dict[str, str]
MOST_ROWS = 300  # told one by one; of more, only those with different verdicts
MOST_CHANGED = 100


class Asked(NamedTuple):
    """A run that is asked for: its letter, its data, its other settings as texts, and the moment where it ended."""

    letter: str
    data: str
    texts: Texts
    at: Sequence[int]

    @property
    def all_texts(self) -> Texts:
        """All settings."""
        return {**self.texts, "data": self.data}


class Pairs:
    """It keeps the last two runs. `new_run` makes a run of the texts of its settings."""

    def __init__(self, new_run: Callable[[Texts], Run]) -> None:
        self._new_run = new_run
        self._kept: list[tuple[Asked, Run]] = []

    def at(self, left: Asked, right: Asked, step: int, seconds: float, engine: Callable[[str], Engine]) -> Told:
        """Both runs so many of all PAIR_STEPS on their way; or how far it is with training one of them."""
        self._kept = [(asked, run) for asked, run in self._kept if asked in (left, right)]
        runs = []
        for asked in (left, right):
            run = self._run_of(asked)
            run.engine = engine(run.settings.rule)
            _train(run, asked.at, seconds)
            if (run.epoch, run.row) < tuple(asked.at) and not run.stopped:
                return {"done": False, "letter": asked.letter, "epoch": run.epoch, "end": asked.at[0]}
            runs.append(run)
        here, there = runs
        with here.watched(), there.watched():
            seen = [_seen(run, step) for run in runs]
            sides = [_side(run, *one) for run, one in zip(runs, seen, strict=True)]
            verdicts = _verdicts((left.letter, right.letter), (here, there), (seen[0][1], seen[1][1]))
            return {"done": True, "sides": sides, **verdicts}

    def _run_of(self, asked: Asked) -> Run:
        found = [run for one, run in self._kept if one == asked]
        run = found[0] if found else self._new_run(asked.all_texts)
        if not found:
            self._kept.append((asked, run))
        return run


def _train(run: Run, at: Sequence[int], seconds: float) -> None:
    """Train a run up to this epoch and row, if it is not there yet, for at most so many seconds."""
    epoch, row = at
    if run.epoch < epoch and not run.stopped:
        run.advance(epoch - run.epoch, seconds)
    while run.epoch == epoch and run.row < row and run.step():
        pass


def _seen(run: Run, step: int) -> tuple[Look, Shown]:
    """The neuron so many of all PAIR_STEPS from the start to the run's own end."""
    moment = () if step >= PAIR_STEPS else (round(run.epoch * step / PAIR_STEPS), 0)
    look = Look(
        moment=moment, flow=FLOWS[0], test_row=0, page=0, training_page=0, tab="map", quantity="prediction", stage=0,
        by_line=False, cursor=(0, 0), across=0, up=1, held=(), grip=(), tolerance=OWN_TOLERANCE, sheet="",
    )  # fmt: skip
    return look, shown(run, look)


def _side(run: Run, look: Look, seen: Shown) -> Told:
    """One of both: where it is, its numbers as they are drawn and written, its score, and its map."""
    right, total = seen.verdicts.score
    error = yardsticks(list(seen.verdicts)).mean_absolute_error
    has_bias = run.settings.has_bias
    return {
        "epoch": seen.epoch,
        "row": seen.row,
        "end": run.epoch,
        "weights": list(seen.neuron.weights),
        "bias": seen.neuron.bias if has_bias else None,
        "weights_written": list(map(weight_in_words, seen.neuron.weights)),
        "bias_written": weight_in_words(seen.neuron.bias) if has_bias else "",
        "right": right,
        "total": total,
        "error": with_minuses(finely(run.task, error)),
        "ground": for_people(ground(run, look, seen), "ground"),
    }


def _verdicts(letters: tuple[str, str], runs: tuple[Run, Run], seen: tuple[Shown, Shown]) -> Told:
    """The test rows with both answers, and which only one of the two gets right; nothing if they are not the same."""
    here, there = list(seen[0].verdicts), list(seen[1].verdicts)
    data = runs[0].settings.data
    if data.test != runs[1].settings.data.test:
        return {"sentence": other_rows_in_words(*letters), "rows": [], "are_all": True}
    found = verdict_changes(here, there)
    changed = {change.row for change in found.changed}
    are_all = len(here) <= MOST_ROWS
    told = range(len(here)) if are_all else sorted(changed)[:MOST_CHANGED]
    rows = [
        [
            with_minuses(question_in_words(data, here[row].inputs)),
            with_minuses(runs[0].task.shown_target(here[row].target)),
            *(with_minuses(here[row].printed), here[row].right),
            *(with_minuses(there[row].printed), there[row].right),
        ]
        for row in told
    ]
    return {"sentence": verdict_changes_of_two(data, found, *letters), "rows": rows, "are_all": are_all}
