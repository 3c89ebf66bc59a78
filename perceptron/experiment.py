"""One experiment: settings go in, and a run comes out that is the same, digit for digit, every time.

The command line and the page both drive this and nothing below it.
"""

import math
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from itertools import islice
from typing import NamedTuple

from perceptron.datasets import Row
from perceptron.engine import PLAIN_PYTHON, DistrustError, Engine, Ran
from perceptron.fields import grouped
from perceptron.history import History
from perceptron.judging import Scorer, Verdicts
from perceptron.learning import EpochEnd, Update, is_finite, learn
from perceptron.neuron import Perceptron
from perceptron.settings import Settings
from perceptron.settings_table import KEPT_BY_A_RUN


class Moment(NamedTuple):
    """The neuron, a copy, at the end of an epoch, with that epoch's mean squared error."""

    epoch: int
    neuron: Perceptron
    error: float


class Overflow(NamedTuple):
    """Why training cannot go on: in this epoch, from 1, these weights, from 1, or the bias became infinite or NaN."""

    epoch: int
    weights: tuple[int, ...]
    bias: bool


class Run:
    """A neuron on its way through the epochs.

    `task` is what the neuron is to do. `epoch` counts finished epochs, `row` the training rows already used in the
    epoch under way. `stopped` is None, or why training cannot go on. Verdicts are in the data's own units; updates and
    errors are in the numbers that the neuron meets, which scaling may have changed. `engine` trains whole epochs, and
    may be replaced at any time; `ran` says which one did so last.
    """

    has_changed_program = False

    def __init__(self, settings: Settings, engine: Engine = PLAIN_PYTHON) -> None:
        """Stand at the start. Raises ValueError for a changed program, which perceptron.changed_run runs."""
        if bool(settings.rule) != self.has_changed_program:
            raise ValueError("Whether the program is changed decides which kind of run it is.")
        self.settings = settings
        self.engine = engine
        self.task = settings.task()
        self._scorer = self._new_scorer()
        self._order = settings.row_order(self.task.scaling)
        self._schedule = settings.schedule
        self.reset()

    def reset(self) -> None:
        """Return to the start: the same weights, no epoch done, nothing remembered."""
        self.neuron = self.settings.first_neuron()
        self.start = (tuple(self.neuron.weights), self.neuron.bias)
        self.before = self.verdicts()
        self.epoch = 0
        self.row = 0
        self.ran = Ran()
        self.stopped: Overflow | None = None
        self.history = History(self.settings.data.inputs)
        # The mean squared error of the last finished epoch's own predictions; at epoch 0, of the start.
        self.error = mean_squared_error(self.neuron, self._order.rows)
        self.history.extend(0, [(*self.neuron.weights, self.neuron.bias, self.error)], 1)
        self._squared_errors = 0.0

    def advance(
        self, epochs: int, seconds: float | None = None, clock: Callable[[], float] = time.perf_counter
    ) -> None:
        """Train on, by at most so many epochs and for about so many seconds (at least one epoch).

        An epoch that `step` left half done is finished first, and counts as one. The digits do not
        depend on how a run is cut into calls. When the engine is not to be trusted, all of the run is done again
        without it, from the start, so that it may end before the epoch where it was.
        """
        goal = self.epoch + epochs
        deadline = None if seconds is None else clock() + seconds
        if self.row and epochs > 0:
            self._finish_epoch_under_way()
        try:
            self._train_to(goal, deadline, clock)
        except DistrustError:
            reason = self.engine.ran
            self.engine = PLAIN_PYTHON
            self.reset()
            self._train_to(goal, deadline, clock)
            self.ran = reason

    def step(self) -> Update | None:
        """Make one update, with the next training row, and return its terms; None when the run has stopped."""
        if self.stopped:
            return None
        row = self._order.rows_of(self.epoch)[self.row]
        update = self._learn(self.neuron, row, self.epoch, self.row)
        if not update.can_be_made:
            self._stop(self.epoch, update.weights, update.bias)
            return None
        self._squared_errors += update.error * update.error
        self.row += 1
        if self.row == len(self._order.rows):
            self.row = 0
            self._end_epochs([(*self.neuron.weights, self.neuron.bias, self._squared_errors)])
        return update

    def follow(self, settings: Settings) -> None:
        """Go on with other learning rates, legs or epochs, and forget what came after the first rate that differs.

        Another tolerance changes only which answers count as right. Raises ValueError when another setting differs.
        """
        old = self.settings
        if any(getattr(settings, name) != getattr(old, name) for name in KEPT_BY_A_RUN):
            raise ValueError("Only the learning rate, the epochs and the tolerance can change while a run goes on.")
        parting = self._schedule.parting(settings.schedule)
        self.settings, self._schedule = settings, settings.schedule
        if settings.tolerance != old.tolerance:
            self.task = self.task._replace(criterion=settings.criterion())
            self._scorer = self._new_scorer()
            self.before = self.verdicts_of(self.at(0).neuron)
        if parting and parting <= (self.epoch, self.row):
            self.rewind(*parting)

    def verdicts(self) -> Verdicts:
        """What the neuron, as it now is, says to every test row."""
        return self.verdicts_of(self.neuron)

    def verdicts_of(self, neuron: Perceptron) -> Verdicts:
        """What the neuron of another moment says to every test row."""
        return Verdicts(neuron, self.task, self._scorer)

    def scorer(self) -> Scorer:
        """Counts the right rows of many of this run's moments, until the tolerance changes."""
        return self._scorer

    def at(self, epoch: int) -> Moment:
        """The end of an epoch, from 0, the start, to the last one finished, bit for bit as it was.

        What the history has thinned out is computed again. Raises ValueError for any other epoch.
        """
        _check_within("The epoch to look at", epoch, 0, self.epoch)
        kept, weights, bias, error = self.history.nearest(epoch)
        neuron = self.neuron.with_numbers(weights, bias)
        if kept < epoch:
            ends = self._schedule.train(neuron, self._order, kept, epoch - kept)
            error = ends[-1][-1] / len(self._order.rows)
        return Moment(epoch, neuron, error)

    def ends_between(self, first: int, last: int) -> Sequence[EpochEnd]:
        """What training left at the end of each epoch after the first up to the last, computed again.

        Raises ValueError as `at` does.
        """
        _check_within("The epoch to look at", last, first, self.epoch)
        return self._schedule.train(self.at(first).neuron, self._order, first, last - first)

    def right_at(self, epoch: int, scorer: Scorer) -> int:
        """How many test rows were right at the end of an epoch. Raises ValueError as `at` does."""
        kept, weights, bias, _ = self.history.nearest(max(0, epoch))
        if kept != epoch:
            neuron = self.at(epoch).neuron
            weights, bias = neuron.weights, neuron.bias
        return scorer.right(weights, bias)

    def rights_between(self, first: int, last: int, scorer: Scorer) -> list[int]:
        """The same for all epochs after the first up to the last, computed again where they are not kept."""
        if self.history.stride == 1:
            kept = [self.history.nearest(epoch) for epoch in range(first + 1, last + 1)]
            return [scorer.right(weights, bias) for _, weights, bias, _ in kept]
        return [scorer.right(weights, bias) for *weights, bias, _ in self.ends_between(first, last)]

    def rewind(self, epoch: int, row: int = 0) -> None:
        """Go back to the end of an epoch, or to some rows after it, and forget the rest. Raises ValueError as `at`."""
        moment = self.at(epoch)
        _check_within("The rows to keep", row, 0, self.row if epoch == self.epoch else len(self._order.rows) - 1)
        self.neuron, self.epoch, self.row, self.error = moment.neuron, epoch, 0, moment.error
        self.history.truncate(epoch)
        self.stopped = None
        self.ran = self.ran if epoch else Ran()
        self._squared_errors = 0.0
        for _ in range(row):
            self.step()

    def watched(self) -> AbstractContextManager[None]:
        """A context for many questions; a changed program answers them faster in it."""
        return nullcontext()

    def update_at(self, epoch: int, row: int) -> Update:
        """The update that training row `row` made in an epoch, or would make in the one that comes next.

        Both count from 1. The new numbers of an update that cannot be made are infinite or NaN. Raises ValueError when
        epoch or row is outside, or when an earlier row's update cannot be made.
        """
        _check_within("The training row", row, 1, len(self._order.rows))
        update = next(islice(self._updates(epoch), row - 1, None), None)
        if update is None:
            raise ValueError(f"In epoch {epoch:,} the numbers grow past what a 64-bit float can hold.")
        return update

    def neuron_before(self, epoch: int, row: int) -> Perceptron:
        """A neuron as it stood before that update; both count from 1, and raise as `update_at` does."""
        update = self.update_at(epoch, row)
        return self.neuron.with_numbers(update.weights, update.bias)

    def row_met(self, epoch: int, row: int) -> int:
        """Which training row of the data, from 1, an epoch meets as its row number `row`; both count from 1.

        Raises ValueError for a row that there is not.
        """
        _check_within("The training row", row, 1, len(self._order.rows))
        return self._order.position_of(epoch - 1, row - 1) + 1

    def largest_update(self, epoch: int) -> int:
        """The training row, from 1, that moved weights and bias most in an epoch, in Euclidean length.

        The first of several that moved them as far; one that cannot be made counts as the largest. Raises ValueError
        when there is no such epoch.
        """
        moves = [
            math.hypot(*update.weight_changes, update.bias_change) if update.can_be_made else math.inf
            for update in self._updates(epoch)
        ]
        return moves.index(max(moves)) + 1

    def _updates(self, epoch: int) -> Iterator[Update]:
        """The updates of an epoch from 1 to the one after the last, made on a copy, up to one that cannot be made."""
        _check_within("The epoch of an update", epoch, 1, self.epoch + 1)
        neuron = self.at(epoch - 1).neuron
        for number, row in enumerate(self._order.rows_of(epoch - 1)):
            update = self._learn(neuron, row, epoch - 1, number)
            yield update
            if not update.can_be_made:
                return

    def _learn(self, neuron: Perceptron, row: Row, epoch: int, place: int) -> Update:
        """Train a neuron with the row that stands at this place of an epoch, both from 0."""
        return learn(neuron, row, self._schedule.rate_at(epoch, place))

    def _new_scorer(self) -> Scorer:
        task = self.task
        return Scorer(task.data, self.settings.first_neuron().activation, task.criterion, task.scaling)

    def _train_to(self, goal: int, deadline: float | None, clock: Callable[[], float]) -> None:
        """Train whole epochs up to the goal or the deadline, but at least one. Raises DistrustError."""
        while self.epoch < goal and not self.stopped:
            epochs_between_looks = max(1, self.engine.updates_between_looks // len(self._order.rows))
            self._train(min(epochs_between_looks, goal - self.epoch))
            if deadline is not None and clock() >= deadline:
                break
        self.engine.confirm()

    def _train(self, epochs: int) -> None:
        """Train for whole epochs, up to the first whose numbers are not finite."""
        before = (*self.neuron.weights, self.neuron.bias)
        ends = self._schedule.train(self.neuron, self._order, self.epoch, epochs, self.engine)
        self.ran = self.engine.ran
        # What is once infinite or NaN stays so, so the last epoch tells of them all.
        if is_finite(ends[-1][:-1]):
            self._end_epochs(ends)
            return
        good = [end for end in ends if is_finite(end[:-1])]
        if good:
            self._end_epochs(good)
        *weights, bias = good[-1][:-1] if good else before
        self._stop(self.epoch, weights, bias)

    def _finish_epoch_under_way(self) -> None:
        while self.row and self.step():
            pass

    def _end_epochs(self, ends: Sequence[EpochEnd]) -> None:
        rows = len(self._order.rows)
        self.history.extend(self.epoch + 1, ends, rows)
        self.epoch += len(ends)
        self.error = ends[-1][-1] / rows
        self._squared_errors = 0.0

    def _stop(self, epochs: int, weights: Sequence[float], bias: float) -> None:
        """Go back to the last numbers that were finite, and keep what happened to the next ones."""
        self.stopped = overflow_of(self.neuron, epochs)
        self.neuron.weights, self.neuron.bias = list(weights), bias


def mean_squared_error(neuron: Perceptron, rows: Sequence[Row]) -> float:
    """That of the predictions for these rows of a neuron that learns nothing from them."""
    errors = [row.target - neuron.predict(row.inputs) for row in rows]
    return sum(error * error for error in errors) / len(errors)


def overflow_of(neuron: Perceptron, epochs: int) -> Overflow:
    """What became infinite or NaN in the epoch after so many others; the neuron still has these numbers."""
    too_large = tuple(i for i, weight in enumerate(neuron.weights, start=1) if not math.isfinite(weight))
    return Overflow(epochs + 1, too_large, not math.isfinite(neuron.bias))


def _check_within(name: str, number: int, least: int, most: int) -> None:
    if not least <= number <= most:
        raise ValueError(f"{name} must be from {grouped(least)} to {grouped(most)}; {grouped(number)} is not.")
