"""The engine that trains with compiled programs, and checks them against plain Python all the time."""

from array import array
from collections.abc import Callable, Sequence
from itertools import chain, islice, repeat
from typing import NamedTuple

from perceptron.compiling import DONE, Program, Work, compiled_like
from perceptron.ends import Ends
from perceptron.engine import PLAIN_PYTHON, DistrustError, Ran, Stretch
from perceptron.learning import EpochEnd, is_finite
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
IN_A_ROW = 4  # of which so many follow each other, because each beginning takes time
MOST_AT_ONCE = 5_000  # updates that a check makes at the end of a run or at a pause, or it is left out
LANES = 6  # neurons side by side: with more, the variables are too many for a processor


class Trained(NamedTuple):
    """A stretch that a program trained: the neuron before it, and what came of it."""

    before: Perceptron
    stretch: Stretch
    ends: Ends

    def check(self, places: range) -> None:
        """Train the epochs at these places again, in plain Python. Raises DistrustError where that gives other bits."""
        first = places[0]
        *weights, bias = self.ends[first - 1][:-1] if first else (*self.before.weights, self.before.bias)
        neuron, stretch = self.before.with_numbers(weights, bias), self.stretch
        [wanted] = PLAIN_PYTHON.train([neuron], stretch._replace(epoch=stretch.epoch + first, epochs=len(places)))
        for place, end in zip(places, wanted, strict=True):
            if array("d", end).tobytes() != array("d", self.ends[place]).tobytes():
                raise DistrustError(stretch.epoch + place + 1)


class Compiled:
    """Compiles at the first stretch of each kind of neuron. Whatever it cannot do, plain Python does, see `ran`.

    The first epochs of a run are checked, some of all others, and the last one by `confirm`. After one difference,
    plain Python does everything.
    """

    lanes = LANES

    def __init__(self, machine: Machine) -> None:
        self.ran = Ran()
        self._machine = machine
        self._runners: dict[tuple[object, ...], Runner | Ran] = {}  # or what runs instead, and why
        self._distrusted: Ran | None = None
        self._unchecked = 0  # updates, of which one in so many is to be checked
        self._last: list[Trained] = []  # by lane
        self._ended: set[int] = set()  # the lanes whose last epoch is checked
        self._rows: tuple[Order | None, array[float]] = (None, array("d"))

    @property
    def updates_between_looks(self) -> int:
        """As Engine has it."""
        return UPDATES_BETWEEN_LOOKS if self.ran.engine == "compiled" else PLAIN_PYTHON.updates_between_looks

    def train(self, neurons: Sequence[Perceptron], stretch: Stretch) -> list[Sequence[EpochEnd]]:
        """As Engine has it."""
        self._last, self._ended = [], set()
        lanes = LANES if len(neurons) > 1 else 1
        runner = self._distrusted or self._runner(neurons[0], lanes)
        if isinstance(runner, Ran):
            self.ran = runner
            return PLAIN_PYTHON.train(neurons, stretch)
        found = self._run(runner, neurons, lanes, stretch)
        if lanes > 1 and None in found:  # one of them may have kept the others from being trained
            return [self.train([neuron], stretch)[0] for neuron in neurons]
        all_ends = [ends for ends in found if ends]
        if not all_ends:
            self.ran = Ran("python", "numbers")
            return PLAIN_PYTHON.train(neurons, stretch)
        for neuron, ends in zip(neurons, all_ends, strict=True):
            self._last.append(Trained(neuron.with_numbers(neuron.weights, neuron.bias), stretch, ends))
            *neuron.weights, neuron.bias, _ = ends[-1]
        self._check_some(stretch)
        self.ran = Ran("compiled")
        return list(all_ends)

    def confirm(self) -> None:
        """As Engine has it. Epochs of very many rows are left to the checks in between."""
        for lane, last in enumerate(self._last):
            if lane not in self._ended and len(last.stretch.order.rows) <= MOST_AT_ONCE:
                self._check(lane, range(len(last.ends) - 1, len(last.ends)))
        self._last = []

    def _check_some(self, stretch: Stretch) -> None:
        """The first epochs of each run, and some between, of which the last ones end the stretch of the last lane."""
        rows, epochs = len(stretch.order.rows), stretch.epochs
        at_first = min(epochs, FIRST_EPOCHS, max(1, MOST_AT_ONCE // rows)) if stretch.epoch == 0 else 0
        for lane in range(len(self._last) if at_first else 0):
            self._check(lane, range(at_first))
        every = epochs * len(self._last)
        self._unchecked += rows * every
        in_a_row = min(IN_A_ROW, epochs)
        spots = min(every, self._unchecked // (ONE_IN * rows * in_a_row))
        self._unchecked -= spots * ONE_IN * rows * in_a_row
        for spot in range(spots):
            lane, last = divmod(every * (spot + 1) // spots - 1, epochs)
            self._check(lane, range(max(0, last + 1 - in_a_row), last + 1))

    def _check(self, lane: int, places: range) -> None:
        try:
            self._last[lane].check(places)
        except DistrustError as error:
            self.ran = self._distrusted = Ran("python", "bits", str(error))
            self._last = []
            raise
        if places.stop == len(self._last[lane].ends):
            self._ended.add(lane)

    def _runner(self, neuron: Perceptron, lanes: int) -> Runner | Ran:
        """What trains such neurons; or that Python does, and why."""
        kind = (neuron.activation, len(neuron.weights), neuron.has_bias, lanes)
        if kind not in self._runners:
            try:
                self._runners[kind] = self._machine(compiled_like(neuron, lanes))
            except Unsupported as error:
                self._runners[kind] = Ran("python", "unsupported", str(error))
        return self._runners[kind]

    def _run(self, runner: Runner, neurons: Sequence[Perceptron], lanes: int, stretch: Stretch) -> list[Ends | None]:
        """What came of the stretch; None if a number is infinite or NaN, or Python would have raised an error."""
        # A lane without a neuron trains the last one again.
        starts = islice(chain(neurons, repeat(neurons[-1])), lanes)
        parameters = array("d", [number for neuron in starts for number in (*neuron.weights, neuron.bias)])
        width = len(parameters) // lanes + 1
        ends = array("d", [0.0]) * (stretch.epochs * lanes * width)
        rows = self._numbers(stretch)
        work = Work(parameters, rows, ends, stretch.epochs, stretch.learning_rate, stretch.order.is_shuffled)
        if runner(work) != DONE:
            return [None] * len(neurons)
        of_lanes = [Ends(ends, lanes * width, range(lane * width, (lane + 1) * width)) for lane in range(len(neurons))]
        # What is once infinite or NaN stays so, so the last epoch tells of them all.
        return [each if is_finite(each[-1]) else None for each in of_lanes]

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
