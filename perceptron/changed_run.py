"""A run of a person's program: everything that its neuron remembers is kept, epoch by epoch."""

from collections.abc import Sequence
from contextlib import AbstractContextManager

from perceptron.changed_neuron import UNKNOWN, ChangedNeuron, Rates
from perceptron.changed_program import Printed
from perceptron.datasets import Row
from perceptron.experiment import Moment, Run
from perceptron.faults import Fault, ProgramError
from perceptron.judging import AskedVerdicts, Scorer, Verdicts
from perceptron.learning import EpochEnd, Update
from perceptron.memory_elsewhere import Elsewhere, memory_elsewhere
from perceptron.neuron import Perceptron
from perceptron.neuron_state import State
from perceptron.settings import Settings


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
        self._states: dict[int, State] = {0: self.neuron.state}
        self._stride = self.history.stride

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
        """What the program has printed, when it was trained and when it was asked."""
        return self.neuron.program.printed

    def rates_in(self, epoch: int) -> Rates:
        """The learning rates that begin within an epoch, by the place of the first row that has them."""
        return {place: rate for (begun, place), rate in self._schedule.new_rates.items() if begun == epoch}

    def watched(self) -> AbstractContextManager[None]:
        """As Run has it."""
        return self.neuron.program.watched()

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
        neuron.train_rows(self._order.rows_of(epoch - 1)[: place - 1], self.rates_in(epoch - 1), epoch - 1)
        return neuron

    def elsewhere(self) -> Elsewhere:
        """What the program remembers outside of its neuron's numbers, so that it does not come back with them."""
        rows = [self._order.rows_of(epoch) for epoch in (0, 1)]
        return memory_elsewhere(self.neuron, rows, [self.rates_in(epoch) for epoch in (0, 1)])

    def follow(self, settings: Settings) -> None:
        """As Run has it. Another learning rate at the very start makes the program's neuron anew, which holds it."""
        first = self._schedule.rate_at(0, 0)
        super().follow(settings)
        if self._schedule.rate_at(0, 0) != first:
            self.reset()

    def rewind(self, epoch: int, row: int = 0) -> None:
        """Go back, and forget the rest."""
        self.fault = None
        super().rewind(epoch, row)
        self._states = {kept: state for kept, state in self._states.items() if kept <= epoch}
        self._stride = self.history.stride

    def _train(self, epochs: int) -> None:
        self._refuse_after_fault()
        with self.neuron.program.guarded():
            for _ in range(epochs):
                before = self.neuron.state
                try:
                    squared_errors = self._train_epoch(self.neuron, self.epoch)
                except ProgramError as wrong:
                    self._stop_before(before, wrong)
                    raise
                self._end_epochs([(*self.neuron.weights, self.neuron.bias, squared_errors)])

    def _learn(self, neuron: Perceptron, row: Row, epoch: int, place: int) -> Update:
        assert isinstance(neuron, ChangedNeuron)
        return neuron.learn(row, self.rates_in(epoch), epoch, place)

    def _train_epoch(self, neuron: ChangedNeuron, epoch: int) -> float:
        return neuron.train_rows(self._order.rows_of(epoch), self.rates_in(epoch), epoch)

    def _end_epochs(self, ends: Sequence[EpochEnd]) -> None:
        super()._end_epochs(ends)
        stride = self.history.stride
        if self.epoch % stride == 0:
            self._states[self.epoch] = self.neuron.state
        if stride > self._stride:
            self._states = {epoch: state for epoch, state in self._states.items() if epoch % stride == 0}
        self._stride = stride

    def _at(self, epoch: int) -> tuple[ChangedNeuron, float]:
        """A neuron as it was at the end of an epoch, and the epoch's mean squared error."""
        kept, _, _, error = self.history.nearest(epoch)
        neuron = self.neuron.with_state(self._states[kept])
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
