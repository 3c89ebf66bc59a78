"""What the wrong ones of several rows have in common."""

import math
from collections import Counter
from collections.abc import Sequence
from typing import Literal, NamedTuple

from perceptron.criteria import Nearer
from perceptron.findings.asked_row import AskedRow
from perceptron.findings.explanation import Explanation
from perceptron.findings.reach import OutOfReach, Reach, out_of_reach
from perceptron.task import Task

Judged = Explanation | AskedRow
ANYTHING = Reach("", -math.inf, math.inf, scaled=False)  # of a neuron about which nothing is known


class OneTarget(NamedTuple):
    """All wrong rows have this target.

    `way` is how the first of them is wrong, and `needed_sum` what it would need, as in Explanation. With just two
    targets, `out_of_reach` is empty where the neuron can be nearer to this one than to the other.
    """

    target: str
    value: float
    out_of_reach: OutOfReach
    reach: Reach
    way: str
    needed_sum: float | None


class OneEnd(NamedTuple):
    """The wrong rows are all that have this target or a larger one; or else a smaller one."""

    target: str
    or_more: bool


class OneWay(NamedTuple):
    """All wrong answers are too low, or all too high, or all no numbers, see Explanation.way."""

    way: str


class Side(NamedTuple):
    """How many answers are wrong in this way, their target next to the other side's, and whether they have others."""

    way: str
    answers: int
    target: str
    has_others: bool


class TwoSides(NamedTuple):
    """Answers wrong in one way have lower targets than those wrong in the other."""

    lower: Side
    upper: Side


class CommonCause(NamedTuple):
    """How many rows there are and how many are wrong, in which ways, and what these have in common.

    Where the activation is flat at all wrong rows, `learning` says whether the neuron “hardly” learns from them or “no”
    more; else it is empty.
    """

    rows: int
    wrong: int
    ways: dict[str, int]
    shared: OneTarget | OneEnd | OneWay | TwoSides | None
    task: Task
    activation: str
    learning: Literal["", "hardly", "no"]

    @property
    def asks_for_other_weights(self) -> bool:
        """Whether all wrong rows have one target that the neuron comes near enough with some weighted sum."""
        shared = self.shared
        return isinstance(shared, OneTarget) and shared.out_of_reach == "near" and shared.needed_sum is not None


def common_cause(explanations: Sequence[Explanation]) -> CommonCause:
    """Look for it in the explanations of all rows, at least one."""
    wrong = [explanation for explanation in explanations if not explanation.right]
    right = [explanation for explanation in explanations if explanation.right]
    return CommonCause(
        rows=len(explanations),
        wrong=len(wrong),
        ways=Counter(explanation.way for explanation in wrong),
        shared=_one_target(wrong) or _one_end(wrong, right) or _one_way(wrong) or _two_sides(wrong) if wrong else None,
        task=explanations[0].task,
        activation=explanations[0].activation.name,
        learning=_learning(wrong),
    )


def common_cause_of_answers(asked: Sequence[AskedRow]) -> CommonCause:
    """The same of a changed program’s answers, of which it is not known what the neuron can reach."""
    wrong, right = [one for one in asked if not one.right], [one for one in asked if one.right]
    first, shared = (wrong or asked)[0], None
    if wrong and len({_expected(one) for one in wrong}) == 1:
        shared = OneTarget(first.expected, first.target, "", ANYTHING, first.way, None)
    return CommonCause(
        rows=len(asked),
        wrong=len(wrong),
        ways=Counter(one.way for one in wrong),
        shared=shared or _one_end(wrong, right) or _one_way(wrong) or _two_sides(wrong) if wrong else None,
        task=first.task,
        activation="",
        learning="",
    )


def _one_target(wrong: Sequence[Explanation]) -> OneTarget | None:
    first = wrong[0]
    if len({_expected(explanation) for explanation in wrong}) > 1:
        return None
    return OneTarget(first.expected, first.target, _beyond(first), first.reach, first.way, first.needed_sum)


def _beyond(explanation: Explanation) -> OutOfReach:
    task = explanation.task
    if isinstance(task.criterion, Nearer) and explanation.needed_sum is not None:
        return ""
    return out_of_reach(explanation.activation, task.scaling, _expected(explanation), task.data.decimals)


def _one_end(wrong: Sequence[Judged], right: Sequence[Judged]) -> OneEnd | None:
    lowest, highest = min(wrong, key=_expected), max(wrong, key=_expected)
    rights = [_expected(explanation) for explanation in right]
    if rights and _expected(lowest) > max(rights):
        return OneEnd(lowest.expected, or_more=True)
    if rights and _expected(highest) < min(rights):
        return OneEnd(highest.expected, or_more=False)
    return None


def _one_way(wrong: Sequence[Judged]) -> OneWay | None:
    ways = {explanation.way for explanation in wrong}
    return OneWay(wrong[0].way) if len(ways) == 1 else None


def _two_sides(wrong: Sequence[Judged]) -> TwoSides | None:
    high = [explanation for explanation in wrong if explanation.way == "high"]
    low = [explanation for explanation in wrong if explanation.way == "low"]
    if not high or not low or len(high) + len(low) < len(wrong):
        return None
    for lower, upper in ((high, low), (low, high)):
        end, start = max(lower, key=_expected), min(upper, key=_expected)
        if _expected(end) < _expected(start):
            return TwoSides(_side(end, lower), _side(start, upper))
    return None


def _side(nearest: Judged, answers: Sequence[Judged]) -> Side:
    several = len({_expected(explanation) for explanation in answers}) > 1
    return Side(nearest.way, len(answers), nearest.expected, several)


def _learning(wrong: Sequence[Explanation]) -> Literal["", "hardly", "no"]:
    if not wrong or not all(explanation.flat for explanation in wrong):
        return ""
    return "no" if all(explanation.slope == 0.0 for explanation in wrong) else "hardly"


def _expected(explanation: Judged) -> float:
    return float(explanation.expected)
