"""The engine that trains with compiled programs, and checks them against plain Python all the time."""

from array import array
from collections.abc import Callable, Iterable, Sequence
from itertools import chain, islice, repeat
from typing import NamedTuple

from perceptron.compiling import DONE, Program, Work, compiled_like
from perceptron.ends import Ends
from perceptron.engine import PLAIN_PYTHON, DistrustError, Learner, Ran, Stretch
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


class NeuronLearner:
    """A neuron that learns by the page's own program, as it is now; see perceptron.engine.Learner."""

    first_epoch = 0

    def __init__(self, neuron: Perceptron) -> None:
        self._neuron = neuron.with_numbers(neuron.weights, neuron.bias)
        self.kind = (neuron.activation, len(neuron.weights), neuron.has_bias)
        self.numbers: Sequence[float] = [*neuron.weights, neuron.bias]

    def program(self, lanes: int) -> Program:
        """As Learner has it."""
        return compiled_like(self._neuron, lanes)

    def trained_again(self, numbers: Sequence[float], stretch: Stretch) -> Iterable[EpochEnd]:
        """As Learner has it."""
        *weights, bias = numbers
        return PLAIN_PYTHON.train([self._neuron.with_numbers(weights, bias)], stretch)[0]

    def accepts(self, ends: Ends) -> bool:
        """As Learner has it. What is once infinite or NaN stays so, so the last epoch tells of them all."""
        return is_finite(ends[-1])


class Trained(NamedTuple):
    """A stretch that a program trained: the learner before it, and what came of it."""

    before: Learner
    stretch: Stretch
    ends: Ends

    def check(self, places: range) -> None:
        """Train the epochs at these places again, in plain Python. Raises DistrustError where that gives other bits."""
        numbers = self.ends[places[0] - 1][:-1] if places[0] else self.before.numbers
        part = self.stretch._replace(epoch=self.stretch.epoch + places[0], epochs=len(places))
        for place, end in zip(places, self.before.trained_again(numbers, part), strict=False):
            if array("d", end).tobytes() != array("d", self.ends[place]).tobytes():
                raise DistrustError(self.stretch.epoch + place + 1)


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
        found = self._train([NeuronLearner(neuron) for neuron in neurons], stretch)
        if found is None and len(neurons) > 1:  # one of them may have kept the others from being trained
            return [self.train([neuron], stretch)[0] for neuron in neurons]
        if found is None:
            return PLAIN_PYTHON.train(neurons, stretch)
        for neuron, ends in zip(neurons, found, strict=True):
            *neuron.weights, neuron.bias, _ = ends[-1]
        return list(found)

    def train_learner(self, learner: Learner, stretch: Stretch) -> Ends | None:
        """As Engine has it."""
        found = self._train([learner], stretch)
        return found[0] if found else None

    def confirm(self) -> None:
        """As Engine has it. Epochs of very many rows are left to the checks in between."""
        for lane, last in enumerate(self._last):
            if lane not in self._ended and len(last.stretch.order.rows) <= MOST_AT_ONCE:
                self._check(lane, range(len(last.ends) - 1, len(last.ends)))
        self._last = []

    def _train(self, learners: Sequence[Learner], stretch: Stretch) -> list[Ends] | None:
        """What came of the stretch for each learner, some of it checked; None where plain Python has to do the work."""
        self._last, self._ended = [], set()
        lanes = LANES if len(learners) > 1 else 1
        runner = self._distrusted or self._runner(learners[0], lanes)
        if isinstance(runner, Ran):
            self.ran = runner
            return None
        found = self._run(runner, learners, lanes, stretch)
        if found is None:
            self.ran = Ran("python", "numbers")
            return None
        self._last = [Trained(learner, stretch, ends) for learner, ends in zip(learners, found, strict=True)]
        self._check_some(stretch)
        self.ran = Ran("compiled")
        return found

    def _check_some(self, stretch: Stretch) -> None:
        """The first epochs of each run, and some between, of which the last ones end the stretch of the last lane."""
        rows, epochs = len(stretch.order.rows), stretch.epochs
        is_first = stretch.epoch == self._last[0].before.first_epoch
        at_first = min(epochs, FIRST_EPOCHS, max(1, MOST_AT_ONCE // rows)) if is_first else 0
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

    def _runner(self, learner: Learner, lanes: int) -> Runner | Ran:
        """What trains such learners; or that Python does, and why."""
        kind = (learner.kind, lanes)
        if kind not in self._runners:
            try:
                self._runners[kind] = self._machine(learner.program(lanes))
            except Unsupported as error:
                self._runners[kind] = Ran("python", "unsupported", str(error))
        return self._runners[kind]

    def _run(self, runner: Runner, learners: Sequence[Learner], lanes: int, stretch: Stretch) -> list[Ends] | None:
        """What came of the stretch; None if Python would have raised an error, or has to say what such numbers mean."""
        # A lane without a learner trains the last one again.
        starts = islice(chain(learners, repeat(learners[-1])), lanes)
        parameters = array("d", [number for learner in starts for number in learner.numbers])
        width = len(parameters) // lanes + 1
        ends = array("d", [0.0]) * (stretch.epochs * lanes * width)
        rows = self._numbers(stretch)
        work = Work(parameters, rows, ends, stretch.epochs, stretch.learning_rate, stretch.order.is_shuffled)
        if runner(work) != DONE:
            return None
        places = [range(lane * width, (lane + 1) * width) for lane in range(len(learners))]
        of_lanes = [Ends(ends, lanes * width, its) for its in places]
        is_fine = all(learner.accepts(its) for learner, its in zip(learners, of_lanes, strict=True))
        return of_lanes if is_fine else None

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
