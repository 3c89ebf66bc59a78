"""The engine that trains with compiled programs, and checks them against plain Python all the time."""

from array import array
from collections.abc import Callable, Sequence
from typing import NamedTuple

from perceptron.compiling import DONE, Program, Work, compiled_like
from perceptron.ends import Ends
from perceptron.engine import PLAIN_PYTHON, DistrustError, Ran, Stretch
from perceptron.learning import EpochEnd, is_finite, train_epochs
from perceptron.neuron import Perceptron
from perceptron.order import Order
from perceptron.tracing import Unsupported

# Does a work with a program, and gives DONE or GAVE_UP.
Runner = Callable[[Work], int]
# Gets a program ready to run where this Python runs. Raises Unsupported.
Machine = Callable[[Program], Runner]

UPDATES_BETWEEN_LOOKS = 25_000
FIRST_EPOCHS = 3  # of a run, which are all checked
ONE_IN = 200  # of the later updates so many are checked, in whole epochs
MOST_AT_ONCE = 5_000  # updates that a check makes at the end of a run or at a pause, or it is left out


class Trained(NamedTuple):
    """A stretch that a program trained: the neuron before it, and what came of it."""

    before: Perceptron
    stretch: Stretch
    ends: Ends

    def check(self, place: int) -> None:
        """Train the epoch at this place again, in plain Python. Raises DistrustError where that gives other bits."""
        *weights, bias = self.ends[place - 1][:-1] if place else (*self.before.weights, self.before.bias)
        neuron = self.before.with_numbers(weights, bias)
        [end] = train_epochs(neuron, self.stretch.rows_of(place), self.stretch.learning_rate, 1)
        if array("d", end).tobytes() != array("d", self.ends[place]).tobytes():
            raise DistrustError(self.stretch.epoch + place + 1)


class Compiled:
    """Compiles at the first stretch of each kind of neuron. Whatever it cannot do, plain Python does, see `ran`.

    The first epochs of a run are checked, some of all others, and the last one by `confirm`. After one difference,
    plain Python does everything.
    """

    def __init__(self, machine: Machine) -> None:
        self.ran = Ran()
        self._machine = machine
        self._runners: dict[tuple[object, ...], Runner | Ran] = {}  # or what runs instead, and why
        self._distrusted: Ran | None = None
        self._unchecked = 0  # updates, of which one in so many is to be checked
        self._last: Trained | None = None
        self._rows: tuple[Order | None, array[float]] = (None, array("d"))

    @property
    def updates_between_looks(self) -> int:
        """As Engine has it."""
        return UPDATES_BETWEEN_LOOKS if self.ran.engine == "compiled" else PLAIN_PYTHON.updates_between_looks

    def train(self, neuron: Perceptron, stretch: Stretch) -> Sequence[EpochEnd]:
        """As Engine has it."""
        self._last = None
        runner = self._distrusted or self._runner(neuron)
        if isinstance(runner, Ran):
            self.ran = runner
            return PLAIN_PYTHON.train(neuron, stretch)
        ends = self._run(runner, neuron, stretch)
        if ends is None:
            self.ran = Ran("python", "numbers")
            return PLAIN_PYTHON.train(neuron, stretch)
        self._last = Trained(neuron.with_numbers(neuron.weights, neuron.bias), stretch, ends)
        self._check_some(self._last)
        *neuron.weights, neuron.bias, _ = ends[-1]
        self.ran = Ran("compiled")
        return ends

    def confirm(self) -> None:
        """As Engine has it. Epochs of very many rows are left to the checks in between."""
        last, self._last = self._last, None
        if last and len(last.stretch.order.rows) <= MOST_AT_ONCE:
            self._check(last, len(last.ends) - 1)

    def _check_some(self, trained: Trained) -> None:
        """The first epochs of a run, and some between, of which the last one is the last of the stretch."""
        rows, epochs = len(trained.stretch.order.rows), len(trained.ends)
        at_first = min(epochs, FIRST_EPOCHS, max(1, MOST_AT_ONCE // rows)) if trained.stretch.epoch == 0 else 0
        self._unchecked += rows * epochs
        spots = min(epochs, self._unchecked // (ONE_IN * rows))
        self._unchecked -= spots * ONE_IN * rows
        between = [epochs * (spot + 1) // spots - 1 for spot in range(spots)]
        for place in sorted({*range(at_first), *between}):
            self._check(trained, place)

    def _check(self, trained: Trained, place: int) -> None:
        try:
            trained.check(place)
        except DistrustError as error:
            self.ran = self._distrusted = Ran("python", "bits", str(error))
            self._last = None
            raise
        if place == len(trained.ends) - 1:
            self._last = None

    def _runner(self, neuron: Perceptron) -> Runner | Ran:
        """What trains such a neuron; or that Python does, and why."""
        kind = (neuron.activation, len(neuron.weights), neuron.has_bias)
        if kind not in self._runners:
            try:
                self._runners[kind] = self._machine(compiled_like(neuron))
            except Unsupported as error:
                self._runners[kind] = Ran("python", "unsupported", str(error))
        return self._runners[kind]

    def _run(self, runner: Runner, neuron: Perceptron, stretch: Stretch) -> Ends | None:
        """What came of the stretch; None if a number is infinite or NaN, or Python would have raised an error."""
        parameters = array("d", [*neuron.weights, neuron.bias])
        width = len(parameters) + 1
        ends = array("d", [0.0]) * (stretch.epochs * width)
        rows = self._numbers(stretch)
        work = Work(parameters, rows, ends, stretch.epochs, stretch.learning_rate, stretch.order.is_shuffled)
        # What is once infinite or NaN stays so, so the last epoch tells of them all.
        return Ends(ends, width) if runner(work) == DONE and is_finite(ends[-width:]) else None

    def _numbers(self, stretch: Stretch) -> "array[float]":
        """The rows of one epoch, as the program reads them, or of all where every epoch has another order."""
        order = stretch.order
        if self._rows[0] is not order:
            self._rows = (order, array("d", [number for inputs, target in order.rows for number in (*inputs, target)]))
        numbers = self._rows[1]
        if not order.is_shuffled:
            return numbers
        width = len(numbers) // len(order.rows)
        rows = [numbers[first : first + width].tobytes() for first in range(0, len(numbers), width)]
        epochs = range(stretch.epoch, stretch.epoch + stretch.epochs)
        return array("d", b"".join([rows[position] for epoch in epochs for position in order.positions_of(epoch)]))
