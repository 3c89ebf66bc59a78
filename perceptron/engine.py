"""An engine trains a neuron for whole epochs: plain Python, or something faster that must give the same bits."""

from collections.abc import Hashable, Iterable, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

from perceptron.datasets import Row
from perceptron.ends import Ends
from perceptron.learning import EpochEnd, train_epochs
from perceptron.neuron import Perceptron
from perceptron.order import Order

if TYPE_CHECKING:
    from perceptron.compiling import Program


class Ran(NamedTuple):
    """Which engine trained last, and if it was plain Python instead of the compiled one, why.

    `cause` is “unsupported”, where `detail` is a sentence; “numbers” that are infinite or NaN; or other “bits” than
    plain Python’s, where `detail` is the epoch, from 1.
    """

    engine: Literal["python", "compiled"] = "python"
    cause: Literal["", "unsupported", "numbers", "bits"] = ""
    detail: str = ""


class Stretch(NamedTuple):
    """So many epochs after so many others, with the rows in this order and one learning rate."""

    order: Order
    epoch: int
    epochs: int
    learning_rate: float

    def rows_of(self, place: int) -> Sequence[Row]:
        """The rows as the epoch at this place of the stretch, from 0, meets them."""
        return self.order.rows_of(self.epoch + place)


class DistrustError(Exception):
    """An engine gave other bits in this epoch, so all that it did in a run must be done again in plain Python."""


class Learner(Protocol):
    """Something that learns, as numbers alone: `numbers` are all that it remembers now.

    Those of one `kind` learn by one program. `first_epoch` is the one from which on programs train it.
    """

    first_epoch: int

    @property
    def kind(self) -> Hashable: ...

    @property
    def numbers(self) -> Sequence[float]: ...

    def program(self, lanes: int) -> "Program":
        """The program that trains so many of them side by side. Raises Unsupported."""

    def trained_again(self, numbers: Sequence[float], stretch: Stretch) -> Iterable[EpochEnd]:
        """All that it remembers, and the squared errors, after each epoch in plain Python, from these numbers on."""

    def accepts(self, ends: Ends) -> bool:
        """Whether plain Python would have come to these ends without a fault, if the program is right."""


class Engine(Protocol):
    """`ran` is what trained last. `updates_between_looks` is about how many updates take a few milliseconds.

    `lanes` is how many neurons of a kind are trained together with the most profit.
    """

    ran: Ran
    lanes: int

    @property
    def updates_between_looks(self) -> int: ...

    def train(self, neurons: Sequence[Perceptron], stretch: Stretch) -> list[Sequence[EpochEnd]]:
        """Train at most `lanes` neurons that differ only in their numbers, each by itself.

        Returns of each what `train_epochs` does. Raises DistrustError.
        """

    def train_learner(self, learner: Learner, stretch: Stretch) -> Ends | None:
        """What a learner, which stays as it is, remembers at the end of each epoch, and the squared errors.

        None where plain Python has to train it, see `ran`. Raises DistrustError.
        """

    def confirm(self) -> None:
        """Check what was trained last, if it was not; for the end of a run or a pause. Raises DistrustError."""


class PlainPython:
    """Trains with `train_epochs`."""

    ran = Ran()
    lanes = 1
    updates_between_looks = 5_000

    def train(self, neurons: Sequence[Perceptron], stretch: Stretch) -> list[Sequence[EpochEnd]]:
        """As Engine has it."""
        return [self._train(neuron, stretch) for neuron in neurons]

    def train_learner(self, learner: Learner, stretch: Stretch) -> Ends | None:
        """As Engine has it."""
        return None

    def confirm(self) -> None:
        """Nothing is to be checked: this is the reference."""

    def _train(self, neuron: Perceptron, stretch: Stretch) -> Sequence[EpochEnd]:
        if not stretch.order.is_shuffled:
            return train_epochs(neuron, stretch.order.rows, stretch.learning_rate, stretch.epochs)
        ends: list[EpochEnd] = []
        for place in range(stretch.epochs):
            ends += train_epochs(neuron, stretch.rows_of(place), stretch.learning_rate, 1)
        return ends


PLAIN_PYTHON = PlainPython()
