"""What happened when in a run: the score at its start, at 10, 100, 1,000 … epochs, and where it settled."""

import math
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Literal, NamedTuple

from perceptron.experiment import Run

# Of the test rows, in all epochs that are looked at: in Pyodide they take about a second.
MOST_ANSWERS = 1_000_000
# A changed program takes many times as long to answer.
MOST_ANSWERS_OF_A_PROGRAM = 20_000
# But at least about half as many epochs are looked at, which are those that the picture of the run has too.
MANY_EPOCHS = 256
ANSWERS_AT_ONCE = 50_000  # then it is seen whether there is time for more


class Milestone(NamedTuple):
    """An epoch worth knowing of: how many test rows were right at its end, of how many, and why it is worth it.

    The score was “reached” by then or has been “kept” since; or it was lost again, though it was the “best” of the run
    or, for the “first” time, the last one.
    """

    epoch: int
    right: int
    total: int
    kind: Literal["reached", "best", "first", "kept"]


class OutOfTimeError(Exception):
    """Not all scores could be counted in time. Those that were are remembered, so the next time ends further on."""


class ScoreBook:
    """The scores of a run's epochs, each counted once however often it is asked for.

    A run is deterministic, so what the book knows stays true when the run is reset or goes back. It
    remembers no more epochs than the run's history, and those between two of them that were asked for last.
    """

    def __init__(self, run: Run) -> None:
        self.run = run
        self._scorer = run.scorer()
        self._stride = 1
        self._known: dict[int, int] = {}
        self._between: dict[tuple[int, int], list[int]] = {}
        self._end = math.inf  # when there is no time any longer

    @contextmanager
    def limited(self, seconds: float) -> Iterator[None]:
        """A context in which OutOfTimeError is raised after so many seconds, but not before a score was counted."""
        self._end = time.perf_counter() + seconds
        try:
            yield
        finally:
            self._end = math.inf

    def scores(self, epochs: Sequence[int]) -> list[int]:
        """How many test rows were right at the end of each of these epochs, 0 to the run's last."""
        known, stride = self._known, self.run.history.stride
        if stride != self._stride:
            self._known = known = {epoch: right for epoch, right in known.items() if epoch % stride == 0}
            self._stride = stride
        for epoch in epochs:
            if epoch not in known:
                known[epoch] = self.run.right_at(epoch, self._scorer)
                self._go_on_if_there_is_time()
        return [known[epoch] for epoch in epochs]

    def scores_between(self, first: int, last: int) -> list[int]:
        """The scores of all epochs after the first up to the last."""
        found = self._between.pop((first, last), [])
        self._between = {**dict(list(self._between.items())[-1:]), (first, last): found}
        at_once = max(1, ANSWERS_AT_ONCE // len(self.run.settings.data.test))
        while len(found) < last - first:
            counted = first + len(found)
            found += self.run.rights_between(counted, min(last, counted + at_once), self._scorer)
            self._go_on_if_there_is_time()
        return found

    def _go_on_if_there_is_time(self) -> None:
        if time.perf_counter() >= self._end:
            raise OutOfTimeError

    def forget_after(self, epoch: int) -> None:
        """The run goes on differently from here."""
        self._between = {}
        self._known = {known: right for known, right in self._known.items() if known <= epoch}


def milestones(book: ScoreBook) -> list[Milestone]:
    """The milestones of the book's run up to its last finished epoch, in order, each epoch at most once.

    They are the start, every power of ten that was reached, the first epoch with the best score if that
    was lost again, and the epoch from which the last score holds. In a run so long that its history is
    thinned out, or where all scores would take too long, not every epoch is looked at, and those between two of them
    only where these two differ.
    """
    run = book.run
    total = len(run.settings.data.test)
    powers = [10**digits for digits in range(1, len(str(run.epoch))) if run.epoch]
    found = {
        epoch: Milestone(epoch, right, total, "reached")
        for epoch, right in zip([0, *powers], book.scores([0, *powers]), strict=True)
    }
    epochs = _looked_at(run)
    rights = book.scores(epochs)
    held_from, last = _held_from(book, epochs, rights), rights[-1]
    first, best = _first_best(book, epochs, rights)
    if first < held_from:
        found[first] = Milestone(first, best, total, "best" if best > last else "first")
    found[held_from] = Milestone(held_from, last, total, "kept" if held_from < run.epoch else "reached")
    return [found[epoch] for epoch in sorted(found)]


def first_best(book: ScoreBook) -> tuple[int, int]:
    """The first epoch with the best score of the book's run so far, and that score; as exactly as `milestones`."""
    epochs = _looked_at(book.run)
    return _first_best(book, epochs, book.scores(epochs))


def _looked_at(run: Run) -> list[int]:
    """The epochs whose scores are counted, from the start to the last one."""
    epochs = list(range(0, run.epoch + 1, _spacing(run)))
    return epochs if epochs[-1] == run.epoch else [*epochs, run.epoch]


def _spacing(run: Run) -> int:
    """How far apart the epochs are that are looked at."""
    spacing = run.history.stride
    most = MOST_ANSWERS_OF_A_PROGRAM if run.has_changed_program else MOST_ANSWERS
    while run.epoch // spacing > MANY_EPOCHS and run.epoch // spacing * len(run.settings.data.test) > most:
        spacing *= 2
    return spacing


def _held_from(book: ScoreBook, epochs: list[int], rights: list[int]) -> int:
    """The first epoch of those at the end that all have the last score."""
    others = [position for position, right in enumerate(rights) if right != rights[-1]]
    if not others:
        return epochs[0]
    before, after = epochs[others[-1]], epochs[others[-1] + 1]
    between = [rights[others[-1]], *book.scores_between(before, after)]
    return before + max(offset for offset, right in enumerate(between) if right != rights[-1]) + 1


def _first_best(book: ScoreBook, epochs: list[int], rights: list[int]) -> tuple[int, int]:
    """The first epoch with the best score, and that score."""
    position = rights.index(max(rights))
    if position == 0:
        return epochs[0], rights[0]
    before, after = epochs[position - 1], epochs[position]
    between = book.scores_between(before, after)
    return before + between.index(max(between)) + 1, max(between)
