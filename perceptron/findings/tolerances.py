"""A tolerance that suits the data, and how many test rows are right within it."""

import math
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from perceptron.aspects import OWN_TOLERANCE
from perceptron.criteria import Nearer, Rounding, Within
from perceptron.findings.spans import target_span
from perceptron.scoring import Verdict
from perceptron.task import Task

# Rounding that is finer than this share of all targets is no tolerance for people to choose from.
FINEST = 1_000
SHARE_OF_THE_TARGETS = 50


class ClassScore(NamedTuple):
    """How many of the test rows with this target are right, out of how many."""

    target: float
    right: int
    total: int


def own_tolerance(task: Task) -> float:
    """What comes nearest to the task's criterion: half a unit of the last decimal; half-way between two targets.

    Where the decimals are very fine it is a fiftieth of all targets' span. In the data's own units.
    """
    match task.criterion:
        case Within(tolerance) if tolerance > 0.0:
            return tolerance
        case Nearer(low, high):
            return high / 2.0 - low / 2.0
        case Rounding(decimals):
            unit = decimals
        case _:
            unit = task.data.decimals
    half = float(Decimal(5).scaleb(-unit - 1))
    span = target_span(task.data)
    width = span.most / 2.0 - span.least / 2.0
    return half if half * FINEST >= 2.0 * width else float(f"{width / SHARE_OF_THE_TARGETS * 2.0:.1g}")


def tolerance_at(task: Task, place: int) -> float:
    """The tolerance at this place of a slider on which the task's own is at OWN_TOLERANCE, exactly as it is written."""
    return float(Decimal(repr(own_tolerance(task))) * place / OWN_TOLERANCE)


def half_way(task: Task, verdicts: Sequence[Verdict]) -> int:
    """How many answers are exactly half-way between two targets: as near to the wrong one as to their own."""
    if not isinstance(task.criterion, Nearer):
        return 0
    return sum(math.isfinite(verdict.output) and task.nearer_target(verdict.output) is None for verdict in verdicts)


def scores_by_target(verdicts: Sequence[Verdict]) -> tuple[ClassScore, ...]:
    """How many rows of each target are right, from the smallest target."""
    totals = Counter(verdict.target for verdict in verdicts)
    rights = Counter(verdict.target for verdict in verdicts if verdict.right)
    return tuple(ClassScore(target, rights[target], totals[target]) for target in sorted(totals))
