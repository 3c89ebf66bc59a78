"""Many starts of one experiment, each drawn with another seed: where they end, and the way there.

A compiled engine trains several of them side by side. All numbers are those of the run with this seed, bit for bit.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import count, islice
from typing import NamedTuple

from perceptron.ends import columns
from perceptron.engine import PLAIN_PYTHON, DistrustError, Engine, Ran
from perceptron.experiment import Overflow, Run, mean_squared_error, overflow_of
from perceptron.learning import EpochEnd, is_finite
from perceptron.neuron import Perceptron
from perceptron.order import Order
from perceptron.settings import Settings
from perceptron.settings_table import FIELDS


class SeedEnd(NamedTuple):
    """Where training from one start ended. It stopped early where numbers grew past what a float holds.

    `start` holds the weights and then the bias, which is 0 where there is none. `error` is the mean squared error of
    the last epoch's own predictions, `right` counts test rows, and `ran` is the engine that trained last.
    """

    seed: int
    start: tuple[float, ...]
    weights: tuple[float, ...]
    bias: float
    epoch: int
    error: float
    right: int
    stopped: Overflow | None
    ran: Ran


class SeedPath(NamedTuple):
    """The way of one start: the neuron and the error, as in SeedEnd, at the end of each of the `epochs`.

    These are 0, the start, then as many apart as was asked for, and the last one. `weights` has an array for each
    input. The error at the start is that of its own predictions.
    """

    end: SeedEnd
    epochs: list[int]
    weights: "list[array[float]]"
    bias: "array[float]"
    errors: "array[float]"


def seeds_of(settings: Settings) -> Iterator[int]:
    """The experiment's own seed and those after it, without end; after the largest comes 0."""
    seeds = int(FIELDS["seed"].most or 0) + 1
    return (seed % seeds for seed in count(settings.seed))


def final(settings: Settings, seeds: Iterable[int], engine: Engine = PLAIN_PYTHON) -> Iterator[SeedEnd]:
    """Train the experiment from each seed's start, and yield each end in this order, a few at a time.

    Raises ValueError for a number that is no seed, and ProgramError where a changed program is wrong.
    """
    for path in paths(settings, seeds, settings.epochs, settings.epochs, engine):
        yield path.end


def paths(
    settings: Settings, seeds: Iterable[int], epochs: int, stride: int, engine: Engine = PLAIN_PYTHON
) -> Iterator[SeedPath]:
    """The same for so many epochs, with the way there at every so manieth. Raises ValueError as `final` does."""
    if epochs < 0 or stride < 1:
        raise ValueError(f"A path has no {epochs} epochs, {stride} apart.")
    waiting = (replace(settings, seed=seed) for seed in seeds)
    if settings.rule:
        for one in waiting:
            yield _by_program(one, epochs, stride, engine)
        return
    run = Run(settings)
    scorer, scaling = run.scorer(), run.task.scaling
    order = settings.row_order(scaling)
    # A shuffled order is another one for each seed.
    while group := list(islice(waiting, 1 if order.is_shuffled else engine.lanes)):
        order = group[0].row_order(scaling) if order.is_shuffled else order
        for way in _trained(group, order, epochs, stride, engine):
            yield way.path(scorer.right(way.neuron.weights, way.neuron.bias))


def _trained(group: Sequence[Settings], order: Order, epochs: int, stride: int, engine: Engine) -> "list[_Way]":
    """The ways of a few starts, which the engine trains together; all by plain Python if it is not to be trusted."""
    try:
        return _trained_by(engine, group, order, epochs, stride)
    except DistrustError:
        ways = _trained_by(PLAIN_PYTHON, group, order, epochs, stride)
        for way in ways:
            way.ran = engine.ran
        return ways


def _trained_by(engine: Engine, group: Sequence[Settings], order: Order, epochs: int, stride: int) -> "list[_Way]":
    neurons = [settings.first_neuron() for settings in group]
    ways = [
        _Way(settings, neuron, mean_squared_error(neuron, order.rows), stride)
        for settings, neuron in zip(group, neurons, strict=True)
    ]
    rows, epoch = len(order.rows), 0
    while epoch < epochs and (going := [way for way in ways if not way.stopped]):
        more = min(epochs - epoch, max(1, engine.updates_between_looks // rows))
        ends = group[0].schedule.train_together([way.neuron for way in going], order, epoch, more, engine)
        for way, its in zip(going, ends, strict=True):
            way.go_on(its, rows)
            way.ran = engine.ran
        epoch += more
    engine.confirm()
    return ways


def _by_program(settings: Settings, epochs: int, stride: int, engine: Engine) -> SeedPath:
    """The way of one start by a changed program, whose run knows all that its neuron remembers."""
    from perceptron.changed_run import ChangedRun  # few ever change the program

    run = ChangedRun(settings, engine)
    way = _Way(settings, run.neuron, run.error, stride)
    while run.epoch < epochs:
        run.advance(min(stride, epochs - run.epoch))
        way.keep(run.epoch, run.neuron, run.error)
    way.ran = run.ran
    return way.path(run.verdicts().score.right)


class _Way:
    """One start on its way: the neuron, the epochs that it has done and the error of the last of them."""

    def __init__(self, settings: Settings, neuron: Perceptron, error: float, stride: int) -> None:
        self.seed, self.stride = settings.seed, stride
        self.neuron, self.epoch, self.error = neuron, 0, error
        self.ran = Ran()
        self.stopped: Overflow | None = None
        self._finite = self._start = (*neuron.weights, neuron.bias)
        self._epochs = [0]
        self._kept = [array("d", [number]) for number in (*self._start, error)]

    def go_on(self, ends: Sequence[EpochEnd], rows: int) -> None:
        """Take over what training left in so many epochs, each of so many rows, up to the last that is finite."""
        good = ends if is_finite(ends[-1][:-1]) else [end for end in ends if is_finite(end[:-1])]
        first = -(self.epoch + 1) % self.stride
        kept = columns(good, first, self.stride)
        if kept:
            *parameters, squared_errors = kept
            for numbers, more in zip(self._kept, parameters, strict=False):
                numbers.extend(more)
            self._kept[-1].extend([total / rows for total in squared_errors])
            self._epochs += range(self.epoch + 1 + first, self.epoch + len(good) + 1, self.stride)
        self.epoch += len(good)
        if good:
            self._finite, self.error = good[-1][:-1], good[-1][-1] / rows
        if len(good) < len(ends):
            self.stopped = overflow_of(self.neuron, self.epoch)
            *self.neuron.weights, self.neuron.bias = self._finite

    def keep(self, epoch: int, neuron: Perceptron, error: float) -> None:
        """Take over where the neuron is at the end of an epoch."""
        self.neuron, self.epoch, self.error = neuron, epoch, error
        self._epochs.append(epoch)
        for numbers, number in zip(self._kept, (*neuron.weights, neuron.bias, error), strict=True):
            numbers.append(number)

    def path(self, right: int) -> SeedPath:
        """All of it, when it has come to its end."""
        if self._epochs[-1] < self.epoch:
            self.keep(self.epoch, self.neuron, self.error)
        end = SeedEnd(
            seed=self.seed,
            start=self._start,
            weights=tuple(self.neuron.weights),
            bias=self.neuron.bias,
            epoch=self.epoch,
            error=self.error,
            right=right,
            stopped=self.stopped,
            ran=self.ran,
        )
        *weights, bias, errors = self._kept
        return SeedPath(end, self._epochs, weights, bias, errors)
