"""What happens if the bias is moved just far enough that the wrong rows, which all have one target, are right."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from perceptron.findings.common_cause import CommonCause, OneTarget
from perceptron.findings.explanation import Explanation, explain
from perceptron.neuron import Perceptron
from perceptron.task import Task

# The moved bias is to be short, so it has as few decimals as will do.
DECIMALS = range(2, 16)


class Lift(NamedTuple):
    """Another bias for the same weights: it gets right the rows that were wrong, and perhaps breaks others.

    `target` is written as it is compared, and `way` is how the rows were wrong before, as in Explanation. `broken` are
    the rows, with their new answers, that were right before. `right` counts all that are right now.
    """

    task: Task
    target: str
    value: float
    way: str
    rows: int
    old_bias: float
    bias: float
    broken: tuple[Explanation, ...]
    right: int
    total: int


def lift(neuron: Perceptron, task: Task, cause: CommonCause, explanations: Sequence[Explanation]) -> Lift | None:
    """The cause and the explanations are those of all test rows. None where no bias would do what is asked."""
    shared = cause.shared
    if not cause.asks_for_other_weights or not isinstance(shared, OneTarget) or not neuron.has_bias:
        return None
    wrong = [explanation for explanation in explanations if not explanation.right]
    needed = [one.needed_sum - one.weighted_sum for one in wrong if one.needed_sum is not None]
    up = shared.way == "low"
    shift = max(needed) if up else min(needed)
    for decimals in DECIMALS:
        bias = _outward(neuron.bias + shift, decimals, up)
        after = [explain(neuron.with_numbers(neuron.weights, bias), row, task) for row in task.data.test]
        pairs = list(zip(explanations, after, strict=True))
        if all(new.right for old, new in pairs if not old.right):
            return Lift(
                task=task,
                target=shared.target,
                value=shared.value,
                way=shared.way,
                rows=len(wrong),
                old_bias=neuron.bias,
                bias=bias,
                broken=tuple([new for old, new in pairs if old.right and not new.right]),
                right=sum(new.right for new in after),
                total=len(after),
            )
    return None


def _outward(value: float, decimals: int, up: bool) -> float:
    """The next number of so many decimals in the direction of the move."""
    scale = 10.0**decimals
    scaled = value * scale
    if not math.isfinite(scaled):
        return value
    return (math.ceil(scaled) if up else math.floor(scaled)) / scale
