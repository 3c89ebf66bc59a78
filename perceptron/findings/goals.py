"""Where runs end: all in one place, or in several, and how far apart. An end is the weights and then the bias."""

import math
from collections.abc import Sequence
from typing import Literal, NamedTuple

from perceptron.findings.run_summary import RunSummary

# Ends that are no further apart than this share of their distance from zero are in the same place.
SAME_PLACE = 0.01

End = tuple[float, ...]
Where = Literal["one", "several", "apart"]


class Goal(NamedTuple):
    """A place where some runs end: the middle of their ends, and which runs they are, from 0, in order."""

    middle: End
    runs: tuple[int, ...]


def end_of(summary: RunSummary) -> End:
    """The weights, and the bias, with which a run stands."""
    return (*summary.weights, summary.bias)


def goals(ends: Sequence[End]) -> tuple[Goal, ...]:
    """The places where runs end, that of most runs first. Ends that are near each other, or near a third, share one."""
    reach = SAME_PLACE * max((math.hypot(*end) for end in ends), default=0.0)
    found: list[list[int]] = []
    for run, end in enumerate(ends):
        near = [place for place in found if any(math.dist(end, ends[other]) <= reach for other in place)]
        found = [place for place in found if place not in near] + [
            sorted([run, *[one for place in near for one in place]])
        ]
    return tuple([Goal(_middle([ends[run] for run in place]), tuple(place)) for place in sorted(found, key=_by_size)])


def where(ends: Sequence[End]) -> Where:
    """Whether all ends are in one place, each apart from all others, or neither."""
    count = len(goals(ends))
    return "one" if count == 1 else "apart" if count == len(ends) else "several"


def spread(ends: Sequence[End]) -> float:
    """The largest distance between two of the ends."""
    return max((math.dist(one, other) for place, one in enumerate(ends) for other in ends[:place]), default=0.0)


def _by_size(place: Sequence[int]) -> tuple[int, int]:
    return -len(place), place[0]


def _middle(ends: Sequence[End]) -> End:
    return tuple([math.fsum(numbers) / len(ends) for numbers in zip(*ends, strict=True)])
