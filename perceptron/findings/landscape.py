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
from typing import Literal, NamedTuple

from perceptron.activations import ACTIVATIONS
from perceptron.findings.grid import Axis
from perceptron.findings.least_squares import least_squares
from perceptron.findings.spans import rounded_span
from perceptron.losses import cross_entropy
from perceptron.settings import Settings

# Points a side, and in how many of them, times the training rows, a neuron may be asked.
MOST_POINTS, FEWEST_POINTS = 41, 9
MOST_ANSWERS = 1_000_000
# How the best value is searched for: first at so many values, then between the neighbours of the best of them.
SCANNED, NARROWED = 17, 18
# What a search asks for each answer of a map that holds the others.
SEARCH = SCANNED + NARROWED
GOLDEN = (math.sqrt(5.0) - 1.0) / 2.0
# Weighted sums beyond these hardly change an answer of a sigmoid or of tanh.
FAR = 6.0
# What a weight may be when it is set by hand.
LARGEST = 1000.0
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
    error_at = _error_at(surface)
    across = surface.across.along(points)
    for y in reversed(surface.up.along(points)):
        yield [error_at(x, y) for x in across]


def error_of(settings: Settings, numbers: Sequence[float]) -> float:
    """The mean loss of the training rows with these weights and this bias."""
    return _Rows(settings).error(tuple(numbers))


def path(surface: Surface, moments: Sequence[tuple[int, Numbers]]) -> list[PathPoint]:
    """Where a run is on the map at some moments: epochs, each with the parameters at its end."""
    rows, error_at = _Rows(surface.settings), _error_at(surface)
    found = []
    for epoch, numbers in moments:
        x, y = numbers[surface.across.position], numbers[surface.up.position]
        own, below = rows.error(numbers), error_at(x, y)
        differs = not (own == below or abs(own - below) <= WORTH * max(own, below))
        found.append(PathPoint(epoch, x, y, own, below, differs))
    return found


def _is_cross_entropy(settings: Settings) -> bool:
    return settings.loss == "cross-entropy"


class _Rows:
    """The training rows as the neuron meets them, a column for each parameter; that of the bias is all ones."""

    def __init__(self, settings: Settings) -> None:
        rows = settings.fitted_scaling().rows(settings.data.training)
        self.columns = [*zip(*[row.inputs for row in rows], strict=True)]
        if settings.has_bias:
            self.columns.append((1.0,) * len(rows))
        self.targets = [row.target for row in rows]
        self.function = ACTIVATIONS[settings.activation].function
        self.is_cross_entropy = _is_cross_entropy(settings)

    def sums(self, numbers: Sequence[float], but: Sequence[int] = ()) -> list[float]:
        """The weighted sums, without the parts of some parameters."""
        totals = [0.0] * len(self.targets)
        for place, (number, column) in enumerate(zip(numbers, self.columns, strict=True)):
            if place not in but:
                totals = [total + number * x for total, x in zip(totals, column, strict=True)]
        return totals

    def error(self, numbers: Sequence[float]) -> float:
        return self.error_of_sums(self.sums(numbers))

    def error_of_sums(self, sums: Sequence[float]) -> float:
        function = self.function
        outputs = [function(total) for total in sums]
        if self.is_cross_entropy:
            losses = [cross_entropy(target, output) for target, output in zip(self.targets, outputs, strict=True)]
        else:
            losses = [
                (target - output) * (target - output) for target, output in zip(self.targets, outputs, strict=True)
            ]
        total = sum(losses)
        return total / len(losses) if not math.isnan(total) else math.inf


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
    rows = _Rows(settings)
    across, up = rows.columns[axes[0]], rows.columns[axes[1]]
    method = method_of(surface)
    held = rows.sums(surface.held, axes if method == "held" else range(count))
    least: Callable[[Sequence[float]], float] = rows.error_of_sums
    others = [place for place in range(count) if place not in axes]
    if method == "exact":
        least = partial(_exact, rows, others)
    elif method == "search":
        least = partial(_searched, rows, others[0], surface.held[others[0]])

    def error_at(x: float, y: float) -> float:
        return least([base + x * a + y * b for base, a, b in zip(held, across, up, strict=True)])

    return error_at


def _exact(rows: _Rows, others: Sequence[int], sums: Sequence[float]) -> float:
    """The smallest error over the other parameters, whose part the sums lack."""
    if rows.is_cross_entropy:
        column = rows.columns[others[0]]
        best = _least_cross_entropy(rows, column, sums)
        return rows.error_of_sums([total + best * x for total, x in zip(sums, column, strict=True)])
    lines = [*zip(*[rows.columns[place] for place in others], strict=True)]
    missing = [target - total for target, total in zip(rows.targets, sums, strict=True)]
    best_of_all = least_squares(lines, missing)
    found = [
        total + sum(number * x for number, x in zip(best_of_all, line, strict=True))
        for total, line in zip(sums, lines, strict=True)
    ]
    return rows.error_of_sums(found)


def _least_cross_entropy(rows: _Rows, column: Sequence[float], sums: Sequence[float]) -> float:
    """Where the slope of the cross-entropy, sum of (output - target) * x, changes its sign; it only grows."""

    def slope(value: float) -> float:
        return sum(
            (rows.function(total + value * x) - target) * x
            for total, x, target in zip(sums, column, rows.targets, strict=True)
        )

    low, high = -LARGEST, LARGEST
    while True:
        middle = (low + high) / 2.0
        if middle in (low, high) or high - low < 1e-12 * max(1.0, abs(middle)):
            return middle
        low, high = (middle, high) if slope(middle) < 0.0 else (low, middle)


def _searched(rows: _Rows, place: int, held: float, sums: Sequence[float]) -> float:
    """The smallest error found over the one other parameter; at most that of its held value."""
    column = rows.columns[place]

    def error(value: float) -> float:
        return rows.error_of_sums([total + value * x for total, x in zip(sums, column, strict=True)])

    low, high = _reach(rows, column, sums)
    step = (high - low) / (SCANNED - 1)
    best = min(range(SCANNED), key=lambda number: error(low + number * step))
    found = _narrowed(error, low + (best - 1) * step, low + (best + 1) * step)
    return min(found, error(held))


def _reach(rows: _Rows, column: Sequence[float], sums: Sequence[float]) -> tuple[float, float]:
    """Between which values the parameter matters: where it brings each row from far below 0 to far above."""
    far = FAR + max(map(abs, rows.targets))
    ends = [(side * far - total) / x for total, x in zip(sums, column, strict=True) if x for side in (-1.0, 1.0)]
    if not ends:
        return -1.0, 1.0
    return max(min(ends), -LARGEST), min(max(ends), LARGEST)


def _narrowed(error: Callable[[float], float], low: float, high: float) -> float:
    """The smallest value between two places, by the golden section (Kiefer, 1953), if there is only one valley."""
    left, right = high - GOLDEN * (high - low), low + GOLDEN * (high - low)
    at_left, at_right = error(left), error(right)
    for _ in range(NARROWED):
        if at_left <= at_right:
            high, right, at_right = right, left, at_left
            left = high - GOLDEN * (high - low)
            at_left = error(left)
        else:
            low, left, at_left = left, right, at_right
            right = low + GOLDEN * (high - low)
            at_right = error(right)
    return min(at_left, at_right)
