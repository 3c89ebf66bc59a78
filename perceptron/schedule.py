"""Which learning rate holds when, and training through its changes and through the orders of the rows.

Moments are tuples of the epochs done and the rows done of the next one.
"""

from collections.abc import Sequence
from typing import NamedTuple

from perceptron.ends import joined
from perceptron.engine import PLAIN_PYTHON, Engine, Stretch
from perceptron.learning import EpochEnd, learn
from perceptron.legs import Leg
from perceptron.neuron import Perceptron
from perceptron.order import Order


class Schedule(NamedTuple):
    """The legs of a run, in order, and the learning rate that holds after the last of them."""

    legs: tuple[Leg, ...]
    learning_rate: float

    @property
    def changes(self) -> list[tuple[int, int]]:
        """The moments from which another leg's rate holds."""
        return [(leg.epoch, leg.row) for leg in self.legs]

    @property
    def new_rates(self) -> dict[tuple[int, int], float]:
        """The moments from which another learning rate holds than before, and that rate."""
        found, held = {}, self.rate_at(0, 0)
        for moment in self.changes:
            if self.rate_at(*moment) != held:
                found[moment] = held = self.rate_at(*moment)
        return found

    def rate_at(self, epoch: int, row: int) -> float:
        """The learning rate of the update that comes next at this moment."""
        for leg in self.legs:
            if (epoch, row) < (leg.epoch, leg.row):
                return float(leg.learning_rate)
        return self.learning_rate

    def parting(self, other: "Schedule") -> tuple[int, int] | None:
        """The first moment at which two schedules have different rates; None when they never have."""
        for moment in sorted({(0, 0), *self.changes, *other.changes}):
            if self.rate_at(*moment) != other.rate_at(*moment):
                return moment
        return None

    def train(
        self, neuron: Perceptron, order: Order, epoch: int, epochs: int, engine: Engine = PLAIN_PYTHON
    ) -> Sequence[EpochEnd]:
        """Train a neuron that has done so many epochs on by some more, and return what `train_epochs` would.

        Raises DistrustError when the engine is not to be trusted.
        """
        [ends] = self.train_together([neuron], order, epoch, epochs, engine)
        return ends

    def train_together(
        self, neurons: Sequence[Perceptron], order: Order, epoch: int, epochs: int, engine: Engine = PLAIN_PYTHON
    ) -> list[Sequence[EpochEnd]]:
        """The same with several neurons that differ only in their numbers; at most as many as the engine has lanes."""
        pieces: list[list[Sequence[EpochEnd]]] = []
        goal = epoch + epochs
        while epoch < goal:
            changes = [change for change in self.changes if change > (epoch, 0)]
            # How many whole epochs have one rate.
            alike = min(goal, changes[0][0] if changes else goal) - epoch
            if alike:
                pieces.append(engine.train(neurons, Stretch(order, epoch, alike, self.rate_at(epoch, 0))))
            else:
                pieces.append([[self._train_mixed_epoch(neuron, order, epoch)] for neuron in neurons])
            epoch += alike or 1
        return [joined([piece[lane] for piece in pieces]) for lane in range(len(neurons))]

    def _train_mixed_epoch(self, neuron: Perceptron, order: Order, epoch: int) -> EpochEnd:
        """One epoch in which the rate changes."""
        squared_errors = 0.0
        for number, row in enumerate(order.rows_of(epoch)):
            error = learn(neuron, row, self.rate_at(epoch, number)).error
            squared_errors += error * error
        return (*neuron.weights, neuron.bias, squared_errors)
