"""Where the page looks: at which moment of the run, at which row, and into which panel."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from perceptron.experiment import Run
from perceptron.judging import Verdicts
from perceptron.learning import Update
from perceptron.neuron import Perceptron


class Look(NamedTuple):
    """Plain values, as the page sends them; their names are those of web.page.topics.Look, which says where it begins.

    The moment is so many whole epochs and then so many training rows from the start; an empty one is now. The flow is
    one of perceptron.aspects.FLOWS. The test row counts from 0, and so do the pages of the results and of the training
    rows, the stage of the update, the inputs that go across and up on the map, and the steps of its cursor. `held` has
    a text for each input: the value that it has where it does neither; an empty one stands for the usual value.
    `grip` is the training row that a hand holds, if any, and perhaps four texts: the ends that the axes keep meanwhile.
    The tolerance is the place of its slider, see perceptron.aspects. `by_line` is whether the update is shown line by
    line. `sheet` is the seed of the worksheet that is shown.
    """

    moment: Sequence[int]
    flow: str
    test_row: int
    page: int
    training_page: int
    tab: str
    quantity: str
    stage: int
    by_line: bool
    cursor: Sequence[int]
    across: int
    up: int
    held: Sequence[str]
    grip: Sequence[Any]
    tolerance: int
    sheet: str


class Shown(NamedTuple):
    """The moment that is looked at: the neuron at that time, its predictions for the test rows, and its next update.

    `number` says which training row of the data, from 1, that update is made with; a shuffled epoch meets it elsewhere.
    """

    epoch: int
    row: int
    is_now: bool
    neuron: Perceptron
    error: float
    verdicts: Verdicts
    update: Update
    number: int


def shown(run: Run, look: Look) -> Shown:
    """The moment that is looked at. One that the run has not reached yet is taken to be now."""
    is_now = not look.moment or tuple(look.moment) >= (run.epoch, run.row)
    epoch, row = (run.epoch, run.row) if is_now else look.moment
    update = run.update_at(epoch + 1, row + 1)
    neuron = run.neuron if is_now else run.neuron_before(epoch + 1, row + 1)
    error = run.error if is_now else run.at(epoch).error
    return Shown(epoch, row, is_now, neuron, error, run.verdicts_of(neuron), update, run.row_met(epoch + 1, row + 1))
