"""The landscape that training goes down: the error of all training rows over two of the neuron's parameters.

The error is what training makes small, the mean of the loss: of (target - output)^2 with the squared error, else of the
cross-entropy. It is exact at every point; nothing is sampled. What a run goes through is not quite this: it takes its
steps row by row, and its own error in an epoch is taken while the neuron changes.

Parameters are numbered: 0 is the first weight, and after the last weight comes the bias, if there is one. Those that
are not axes are held at the run's own values, or each point has the values that are best for it.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice
from typing import Literal, NamedTuple

from perceptron.findings.grid import Axis
from perceptron.findings.lowest import NARROWED, SCANNED, exact, searched
from perceptron.findings.spans import rounded_span
from perceptron.findings.training_error import TrainingError
from perceptron.settings import Settings

# Points a side, and in how many of them, times the training rows, a neuron may be asked.
MOST_POINTS, FEWEST_POINTS = 41, 9
MOST_ANSWERS = 1_000_000
# What a search asks for each answer of a map that holds the others.
SEARCH = SCANNED + NARROWED
# A path whose own error is further from the map's than this share of it has its own error shown.
WORTH = 0.01

Others = Literal["held", "best"]
Method = Literal["held", "exact", "search"]
Numbers = tuple[float, ...]


class Surface(NamedTuple):
    """Which landscape is looked at: that of these settings, along these axes, whose positions are parameters.

    `held` has a value for each parameter; those of the axes do not count. With `others` “best” these are not held, but
    are where the error is smallest.
    """

    settings: Settings
    across: Axis
    up: Axis
    held: Numbers
    others: Others = "held"


class PathPoint(NamedTuple):
    """A run at the end of an epoch: where it is on the map, its own error, and the error of the map there.

    They are two because the run has other values for the parameters that are no axes. `differs` says whether it shows.
    """

    epoch: int
    across: float
    up: float
    own_error: float
    map_error: float
    differs: bool


def parameters(settings: Settings) -> int:
    """How many numbers the neuron learns: its weights, and its bias if it has one."""
    return settings.data.inputs + settings.has_bias


def is_known(settings: Settings) -> bool:
    """Whether these settings have a landscape: at least two parameters, and a program that is not changed."""
    return parameters(settings) > 1 and not settings.rule


def method_of(surface: Surface) -> Method:
    """How the parameters that are no axes are found.

    “exact” solves for the best: by least squares for a linear neuron, and by bisection for cross-entropy, which has one
    lowest point along a line. “search” looks at many values and then between some of them, so that there could be a
    better one elsewhere.
    """
    if surface.others == "held" or parameters(surface.settings) == 2:
        return "held"
    return "exact" if surface.settings.activation == "linear" or _is_cross_entropy(surface.settings) else "search"


def can_be_best(settings: Settings) -> bool:
    """Whether the best of the other parameters can be found: where there is only one, or the neuron is linear."""
    return parameters(settings) == 3 or (parameters(settings) > 3 and settings.activation == "linear")


def is_on(settings: Settings, other: Settings) -> bool:
    """Whether a run of the other settings goes down the same landscape, so that its path can be drawn on it."""
    return (
        not other.rule
        and settings.data.training == other.data.training
        and all(getattr(settings, name) == getattr(other, name) for name in ("activation", "loss", "bias", "scaling"))
    )


def axis_around(parameter: int, values: Sequence[float]) -> Axis:
    """An axis with round ends around the values that some runs have on their way, and some room beside them."""
    known = [value for value in values if math.isfinite(value)] or [0.0]
    room = (max(known) - min(known)) / 10.0
    return Axis(parameter, *rounded_span([min(known) - room, max(known) + room]))


def points_for(surface: Surface) -> int:
    """How many points a side take about a second in Pyodide, between FEWEST_POINTS and MOST_POINTS; always odd."""
    rows = len(surface.settings.data.training) * (SEARCH if method_of(surface) != "held" else 1)
    side = int(math.sqrt(MOST_ANSWERS / rows))
    return max(FEWEST_POINTS, min(MOST_POINTS, side - 1 + side % 2))


def landscape(surface: Surface, points: int) -> Iterator[list[float]]:
    """Rows of errors: `across` grows along a row, and `up` falls from row to row. Each comes as soon as it is known.

    Errors may be infinite. Raises ValueError for what has no such landscape.
    """
    found = heights(surface, points)
    while row := list(islice(found, points)):
        yield row


def heights(surface: Surface, points: int) -> Iterator[float]:
    """The same errors, row by row, one at a time: a single one may take long."""
    error_at = _error_at(surface)
    across = surface.across.along(points)
    for y in reversed(surface.up.along(points)):
        yield from (error_at(x, y) for x in across)


def path(surface: Surface, moments: Sequence[tuple[int, Numbers]]) -> Iterator[PathPoint]:
    """Where a run is on the map at some moments: epochs, each with the parameters at its end."""
    rows, error_at = TrainingError(surface.settings), _error_at(surface)
    for epoch, numbers in moments:
        x, y = numbers[surface.across.position], numbers[surface.up.position]
        own, below = rows.error(numbers), error_at(x, y)
        differs = not (own == below or abs(own - below) <= WORTH * max(own, below))
        yield PathPoint(epoch, x, y, own, below, differs)


def _is_cross_entropy(settings: Settings) -> bool:
    return settings.loss == "cross-entropy"


def _error_at(surface: Surface) -> Callable[[float, float], float]:
    """The error at a place of the map."""
    settings, axes = surface.settings, (surface.across.position, surface.up.position)
    count = parameters(settings)
    if not is_known(settings) or axes[0] == axes[1] or not all(0 <= place < count for place in axes):
        raise ValueError(f"A landscape needs two of the {count} parameters; {axes[0]} and {axes[1]} are not.")
    if len(surface.held) != count:
        raise ValueError(f"There are {count} parameters, and {len(surface.held)} values for them.")
    if surface.others == "best" and not (can_be_best(settings) or count == 2):
        raise ValueError("The best of several other parameters is only known for a linear neuron.")
    rows = TrainingError(settings)
    across, up = rows.columns[axes[0]], rows.columns[axes[1]]
    method = method_of(surface)
    held = rows.sums(surface.held, axes if method == "held" else range(count))
    least: Callable[[Sequence[float]], float] = rows.error_of_sums
    others = [place for place in range(count) if place not in axes]
    if method == "exact":
        least = partial(exact, rows, others)
    elif method == "search":
        least = partial(searched, rows, others[0], surface.held[others[0]])

    def error_at(x: float, y: float) -> float:
        return least([base + x * a + y * b for base, a, b in zip(held, across, up, strict=True)])

    return error_at
