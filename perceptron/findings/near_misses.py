"""Whether the answers are good, and only few of them right because an answer must round to its target exactly."""

import math
from collections.abc import Sequence
from decimal import ROUND_UP, Context, Decimal
from typing import NamedTuple

from perceptron.criteria import Rounding
from perceptron.scoring import Verdict, right_within, yardsticks
from perceptron.task import Task

GOOD_FIT = 0.9  # R², the share of the targets’ variance that the answers explain
MOST_RIGHT = 0.5  # of the rows
SHARE = 0.8  # of the rows should be within the tolerance
ONE_DIGIT = Context(prec=1, rounding=ROUND_UP)


class NearMisses(NamedTuple):
    """How well the answers fit, and a tolerance in the data’s units within which so many of all rows are right."""

    r_squared: float
    tolerance: float
    right: int
    total: int


def near_misses(task: Task, verdicts: Sequence[Verdict]) -> NearMisses | None:
    """A tolerance of one digit that most answers keep; None where they fit badly, or most are right anyway."""
    total = len(verdicts)
    if not isinstance(task.criterion, Rounding) or sum(one.right for one in verdicts) >= MOST_RIGHT * total:
        return None
    if not all(math.isfinite(one.output) for one in verdicts):
        return None
    r_squared = yardsticks(verdicts).r_squared
    if r_squared is None or r_squared < GOOD_FIT:
        return None
    distances = sorted(abs(one.output - one.target) for one in verdicts)
    reach = distances[math.ceil(SHARE * total) - 1]
    tolerance = float(ONE_DIGIT.create_decimal(Decimal(repr(reach))))
    return NearMisses(r_squared, tolerance, right_within(verdicts, tolerance), total)
