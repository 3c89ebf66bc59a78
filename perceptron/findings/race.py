"""A race of many starts to the lowest error: how far apart they are on the way, and where each ends."""

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from perceptron.findings.goals import End, Goal, goals, spread
from perceptron.seeds import SeedEnd, SeedPath

MOST_RACERS, USUAL_RACERS = 300, 30
# As many moments of each path as a picture needs to move evenly.
MOST_MOMENTS = 200


class RaceMoment(NamedTuple):
    """All racers at the end of an epoch: the largest distance between two, and their errors.

    Where numbers grew too large for one, it stays where it last was.
    """

    epoch: int
    spread: float
    least_error: float
    most_error: float


class Outcome(NamedTuple):
    """Where a race ended: the places, that of most racers first; how far apart the ends are; and the scores.

    `stopped` counts those whose numbers grew too large; they have no place. `epoch` is the last one.
    """

    places: tuple[Goal, ...]
    spread: float
    least_right: int
    most_right: int
    racers: int
    stopped: int
    epoch: int


def stride_of(epochs: int) -> int:
    """How many epochs apart the moments of a path are, so that there are not more than MOST_MOMENTS of them."""
    return max(1, -(-epochs // MOST_MOMENTS))


def end_of_seed(end: SeedEnd) -> End:
    """Where a start ended, as `goals` has it."""
    return (*end.weights, end.bias)


def outcome_of(ends: Sequence[SeedEnd]) -> Outcome:
    """Where a race ended; it may have been stopped, but not before its first racer was through."""
    arrived = [end_of_seed(end) for end in ends if not end.stopped]
    rights = [end.right for end in ends]
    return Outcome(
        places=goals(arrived),
        spread=spread(arrived),
        least_right=min(rights),
        most_right=max(rights),
        racers=len(ends),
        stopped=len(ends) - len(arrived),
        epoch=max(end.epoch for end in ends),
    )


def moments(paths: Sequence[SeedPath]) -> tuple[RaceMoment, ...]:
    """The start, the kept epochs nearest to 10, 100, 1,000 and so on, and the end."""
    longest = max(paths, key=lambda path: path.epochs[-1]).epochs
    return tuple([_moment(paths, place, longest[place]) for place in _places(longest)])


def _places(epochs: Sequence[int]) -> list[int]:
    """The places of the epochs to tell of."""
    last = len(epochs) - 1
    powers = [10**power for power in range(1, len(str(epochs[-1])))]
    nearest = [min(range(last + 1), key=lambda place: (abs(epochs[place] - power), place)) for power in powers]
    return sorted({0, *nearest, last})


def _moment(paths: Sequence[SeedPath], place: int, epoch: int) -> RaceMoment:
    errors = [path.errors[min(place, len(path.errors) - 1)] for path in paths]
    return RaceMoment(epoch, spread([at(path, place) for path in paths]), min(errors), max(errors))


def at(path: SeedPath, place: int) -> End:
    """The weights and the bias at one of a path's moments, counted from 0; after the last one, those of the last."""
    kept = min(place, len(path.bias) - 1)
    return (*[weights[kept] for weights in path.weights], path.bias[kept])


def known_numbers(paths: Sequence[SeedPath], parameter: int) -> Iterator[float]:
    """All values that a parameter has on the paths, as far as they are numbers; for the ends of an axis."""
    for path in paths:
        column = path.bias if parameter == len(path.weights) else path.weights[parameter]
        yield from filter(math.isfinite, column)
