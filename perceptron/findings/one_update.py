"""One update and where it stands: in which epoch, and with which training row of the data."""

from typing import NamedTuple

from perceptron.datasets import Row
from perceptron.experiment import Run
from perceptron.learning import Update
from perceptron.scaling import Span, ZeroToOne
from perceptron.settings import Settings
from perceptron.task import Task


class OneUpdate(NamedTuple):
    """The update with every term of it, and the row that it is made with, in the data's own units.

    The update's own numbers are those that the neuron meets. `spans` holds the span of each input and last that of the
    target, by which they were scaled; it is empty without scaling. The neuron meets the row as number `place` of the
    epoch, and it is row `number` of the data; both count from 1.
    """

    settings: Settings
    task: Task
    update: Update
    row: Row
    spans: tuple[Span, ...]
    epoch: int
    place: int
    number: int

    @property
    def rows(self) -> int:
        """How many training rows there are."""
        return len(self.settings.data.training)

    @property
    def is_shuffled(self) -> bool:
        """Whether the order of the rows is another one in each epoch."""
        return self.settings.order == "shuffled"

    @property
    def products(self) -> tuple[float, ...]:
        """Each input times its weight."""
        return tuple(x * weight for x, weight in zip(self.update.inputs, self.update.weights, strict=True))

    @property
    def old_and_new(self) -> tuple[tuple[float, float], ...]:
        """Each weight, and last the bias where there is one, before and after the update."""
        update = self.update
        bias = ((update.bias, update.new_bias),) if update.has_bias else ()
        return (*zip(update.weights, update.new_weights, strict=True), *bias)

    @property
    def answer(self) -> float:
        """The output in the data's own units."""
        return self.task.scaling.answer(self.update.output)

    @property
    def loss_cancels_the_slope(self) -> bool:
        """Whether the slope counts as 1 because of the loss, and not because of the activation."""
        return self.settings.loss == "cross-entropy"


def one_update(run: Run, epoch: int, place: int, update: Update | None = None) -> OneUpdate:
    """The update at this place of an epoch, both from 1; `update` itself if it is known. Raises as `Run.update_at`."""
    update = run.update_at(epoch, place) if update is None else update
    number = run.row_met(epoch, place)
    scaling = run.task.scaling
    spans = (*scaling.input_spans, scaling.target_span) if isinstance(scaling, ZeroToOne) else ()
    return OneUpdate(
        run.settings, run.task, update, run.settings.data.training[number - 1], spans, epoch, place, number
    )
