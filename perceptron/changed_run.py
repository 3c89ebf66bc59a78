"""A run of a person's program: everything that its neuron remembers is kept, epoch by epoch."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial

from perceptron.changed_learner import ChangedLearner
from perceptron.changed_neuron import UNKNOWN, ChangedNeuron, Rates
from perceptron.changed_program import Printed
from perceptron.datasets import Row
from perceptron.ends import Ends
from perceptron.engine import PLAIN_PYTHON, Ran, Stretch
from perceptron.experiment import Moment, Run
from perceptron.faults import Fault, ProgramError
from perceptron.judging import AskedVerdicts, Scorer, Verdicts
from perceptron.learning import EpochEnd, Update
from perceptron.memory_elsewhere import Elsewhere, memory_elsewhere
from perceptron.neuron import Perceptron
from perceptron.neuron_state import State
from perceptron.settings import Settings
from perceptron.state_history import StateHistory

# How many rows of an epoch tell whether a program may be compiled.
ROWS_TO_TRY = 200


def run_of(settings: Settings) -> Run:
    """The run of these settings, whether the program is changed or the page's own."""
    return ChangedRun(settings) if settings.rule else Run(settings)


class ChangedRun(Run):
    """As `Run`, by a changed program. Whatever runs the program raises ProgramError where it is wrong.

    The run then stands at the end of the last epoch, or after the last row, that went well, and `fault` says what is
    wrong; it cannot go on. A learning rate that changes on the way is given to the program when it changes.
    """

    has_changed_program = True
    neuron: ChangedNeuron

    def reset(self) -> None:
        """Return to the start, in a program that is run anew."""
        self.fault: Fault | None = None
        super().reset()
        self._states = StateHistory(self.neuron.slots, self.neuron.state)
        self._printed_at_first = self.printed.text

    def step(self) -> Update | None:
        """Make one update and return what is known of its terms."""
        self._refuse_after_fault()
        before = self.neuron.state
        try:
            return super().step()
        except ProgramError as wrong:
            self._stop_before(before, wrong)
            raise

    def at(self, epoch: int) -> Moment:
        """The end of an epoch with all that the neuron remembered then."""
        if not 0 <= epoch <= self.epoch:
            return super().at(epoch)  # which refuses it
        return Moment(epoch, *self._at(epoch))

    def ends_between(self, first: int, last: int) -> Sequence[EpochEnd]:
        """What training left at the end of each epoch after the first up to the last, computed again."""
        if not 0 <= first <= last <= self.epoch:
            return super().ends_between(first, last)  # which refuses it
        neuron, ends = self._at(first)[0], []
        with self.neuron.program.quiet():
            for epoch in range(first, last):
                squared_errors = self._train_epoch(neuron, epoch)
                ends.append((*neuron.weights, neuron.bias, squared_errors))
        return ends

    def verdicts_of(self, neuron: Perceptron) -> Verdicts:
        """What the neuron of another moment says to every test row."""
        return AskedVerdicts(neuron, self.task, self._scorer)

    def right_at(self, epoch: int, scorer: Scorer) -> int:
        """How many test rows were right. The program is asked, with all that it remembered, and not the scorer."""
        with self.watched():
            return self.verdicts_of(self.at(epoch).neuron).score.right

    def rights_between(self, first: int, last: int, scorer: Scorer) -> list[int]:
        """The same for all epochs after the first up to the last."""
        return [self.right_at(epoch, scorer) for epoch in range(first + 1, last + 1)]

    @property
    def printed(self) -> Printed:
        """What the program has printed when it was made and trained; what is only shown or tried prints nothing."""
        return self.neuron.program.printed

    def rates_in(self, epoch: int) -> Rates:
        """The learning rates that begin within an epoch, by the place of the first row that has them."""
        return {place: rate for (begun, place), rate in self._schedule.new_rates.items() if begun == epoch}

    @contextmanager
    def watched(self) -> Iterator[None]:
        """As Run has it."""
        program = self.neuron.program
        with program.quiet(), program.watched():
            yield

    def update_at(self, epoch: int, row: int) -> Update:
        """As Run has it. Where the program fails in that very row, no term of the update is known."""
        try:
            return super().update_at(epoch, row)
        except ProgramError as wrong:
            if wrong.fault.row != row:
                raise
            return self._unknown_update(epoch, row)

    def largest_update(self, epoch: int) -> int:
        """As Run has it. An update in which the program fails counts as the largest."""
        try:
            return super().largest_update(epoch)
        except ProgramError as wrong:
            return wrong.fault.row or 1

    def neuron_before(self, epoch: int, place: int) -> ChangedNeuron:
        """A neuron as it stood before the row at this place of an epoch; both count from 1, as in `update_at`."""
        neuron, _ = self._at(epoch - 1)
        with self.neuron.program.quiet():
            neuron.train_rows(self._order.rows_of(epoch - 1)[: place - 1], self.rates_in(epoch - 1), epoch - 1)
        return neuron

    def elsewhere(self) -> Elsewhere:
        """What the program remembers outside of its neuron's numbers, so that it does not come back with them."""
        return self._elsewhere_among(len(self._order.rows))

    def follow(self, settings: Settings) -> None:
        """As Run has it. Another learning rate at the very start makes the program's neuron anew, which holds it."""
        first = self._schedule.rate_at(0, 0)
        super().follow(settings)
        if self._schedule.rate_at(0, 0) != first:
            self.reset()

    def rewind(self, epoch: int, row: int = 0) -> None:
        """Go back, and forget the rest; back at the start, also what was printed since."""
        self.fault = None
        with self.neuron.program.quiet():
            super().rewind(epoch, row)
        if (epoch, row) == (0, 0):
            self.printed.begin_with(self._printed_at_first)
        self._states.truncate(epoch)

    def _train(self, epochs: int) -> None:
        self._refuse_after_fault()
        if not self._train_by_engine(epochs):
            self._train_in_python(epochs)

    def _train_by_engine(self, epochs: int) -> bool:
        """Train for as many epochs as go with one learning rate, if the engine can."""
        alike = self._epochs_with_one_rate(epochs)
        if self.epoch < ChangedLearner.first_epoch or not alike:
            return False
        learner = ChangedLearner(self.neuron, self.rates_in(self.epoch), partial(self._elsewhere_among, ROWS_TO_TRY))
        if not learner.is_exact:
            self.ran = Ran("python", "numbers")
            return False
        stretch = Stretch(self._order, self.epoch, alike, self._schedule.rate_at(self.epoch, 0))
        ends = self.engine.train_learner(learner, stretch)
        self.ran = self.engine.ran
        if ends is None:
            return False
        self.neuron = self.neuron.with_state(learner.state_of(ends[-1][:-1]))
        self._states.extend(self.epoch + 1, ends, learner.whole)
        super()._end_epochs(Ends(ends.numbers, ends.width, learner.places))
        return True

    def _epochs_with_one_rate(self, epochs: int) -> int:
        """How many of the next epochs begin before another learning rate does, save one that begins right now."""
        changes = [change for change in self._schedule.new_rates if change > (self.epoch, 0)]
        return min([epochs, *(epoch - self.epoch for epoch, _ in changes)])

    def _train_in_python(self, epochs: int) -> None:
        """Train for some of these epochs, at least one, for about as long as plain Python should."""
        at_once = max(1, PLAIN_PYTHON.updates_between_looks // len(self._order.rows)) if self.epoch else 1
        with self.neuron.program.guarded():
            for _ in range(min(epochs, at_once)):
                before = self.neuron.state
                try:
                    squared_errors = self._train_epoch(self.neuron, self.epoch)
                except ProgramError as wrong:
                    self._stop_before(before, wrong)
                    raise
                self._end_epochs([(*self.neuron.weights, self.neuron.bias, squared_errors)])

    def _elsewhere_among(self, rows: int) -> Elsewhere:
        """The same as far as so many rows of two epochs tell it."""
        epochs = (0, 1)
        with self.neuron.program.quiet():
            return memory_elsewhere(
                self.neuron,
                [self._order.rows_of(epoch)[:rows] for epoch in epochs],
                [self.rates_in(epoch) for epoch in epochs],
            )

    def _learn(self, neuron: Perceptron, row: Row, epoch: int, place: int) -> Update:
        assert isinstance(neuron, ChangedNeuron)
        return neuron.learn(row, self.rates_in(epoch), epoch, place)

    def _train_epoch(self, neuron: ChangedNeuron, epoch: int) -> float:
        return neuron.train_rows(self._order.rows_of(epoch), self.rates_in(epoch), epoch)

    def _end_epochs(self, ends: Sequence[EpochEnd]) -> None:
        super()._end_epochs(ends)
        self._states.put(self.epoch, self.neuron.state, ends[-1][-1])

    def _at(self, epoch: int) -> tuple[ChangedNeuron, float]:
        """A neuron as it was at the end of an epoch, and the epoch's mean squared error."""
        kept, state, squared_errors = self._states.nearest(epoch)
        neuron = self.neuron.with_state(state)
        error = squared_errors / len(self._order.rows) if kept else self.history.nearest(0)[-1]
        with self.neuron.program.quiet():
            for again in range(kept, epoch):
                error = self._train_epoch(neuron, again) / len(self._order.rows)
        return neuron, error

    def _unknown_update(self, epoch: int, row: int) -> Update:
        neuron = self.neuron_before(epoch, row)
        inputs, target = self._order.rows_of(epoch - 1)[row - 1]
        unknown = (UNKNOWN,) * len(inputs)
        return Update(
            inputs=inputs,
            target=target,
            learning_rate=self._schedule.rate_at(epoch - 1, row - 1),
            weights=tuple(neuron.weights),
            bias=neuron.bias,
            weighted_sum=UNKNOWN,
            output=UNKNOWN,
            error=UNKNOWN,
            derivative=UNKNOWN,
            weight_changes=unknown,
            bias_change=UNKNOWN,
            new_weights=unknown,
            new_bias=UNKNOWN,
            has_bias=neuron.has_bias,
        )

    def _stop_before(self, state: State, wrong: ProgramError) -> None:
        """Bring back what the neuron was before the program failed."""
        self.fault = wrong.fault
        self.neuron = self.neuron.with_state(state)

    def _refuse_after_fault(self) -> None:
        if self.fault:
            raise ProgramError(self.fault)
