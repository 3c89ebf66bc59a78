"""Whether the error of a run still falls, so that one knows whether more epochs can help."""

import math
from typing import NamedTuple

from perceptron.experiment import Run

FEWEST_EPOCHS = 100  # before that it is too early to tell
PART = 10  # looks back over a tenth of the run
LEAST_FALL = 0.01  # of the error, in that part


class Standstill(NamedTuple):
    """The mean squared error at an earlier epoch, and now, when it is hardly smaller, or larger."""

    since: int
    then: float
    now: float


def standstill(run: Run) -> Standstill | None:
    """The last tenth of the run if its error fell by less than a hundredth in it; None while it still falls.

    None too while that cannot be told: in the first 100 epochs, and where an error is no finite number.
    """
    if run.epoch < FEWEST_EPOCHS:
        return None
    since, _, _, then = run.history.nearest(run.epoch - run.epoch // PART)
    if not (math.isfinite(then) and math.isfinite(run.error)) or run.error < then * (1.0 - LEAST_FALL):
        return None
    return Standstill(since, then, run.error)
