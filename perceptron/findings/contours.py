"""Lines of equal answers over two inputs. A neuron's answer depends on a sum of its inputs, so they are straight."""

import math
from typing import NamedTuple

from perceptron.activations import RELU, STEP
from perceptron.criteria import Nearer
from perceptron.findings.answer import Span
from perceptron.findings.plane import Plane
from perceptron.findings.reach import can_give
from perceptron.findings.spans import ticks
from perceptron.neuron import Perceptron
from perceptron.task import Task

Place = tuple[float, float]


class Contour(NamedTuple):
    """Where the answer is at this level; the ends are shares of the axes, across and up.

    It `decides` when answers on its two sides are nearer to different targets, or when a step jumps there; a jump has
    no level.
    """

    level: float | None
    decides: bool
    start: Place
    end: Place


def contours(neuron: Perceptron, task: Task, plane: Plane) -> tuple[Contour, ...]:
    """The lines through a plane with two axes, at round levels; none where numbers are too large for them."""
    corner, across, up = _sums(neuron, task, plane)
    if not all(map(math.isfinite, (corner, across, up))):
        return ()
    found = []
    for level, total in _levels(neuron, task, corner + min(across, 0.0) + min(up, 0.0), _most(corner, across, up)):
        ends = _ends(across, up, total - corner)
        if ends:
            found.append(Contour(level, _decides(neuron, task, level), *ends))
    return tuple(found)


def _most(corner: float, across: float, up: float) -> float:
    return corner + max(across, 0.0) + max(up, 0.0)


def _sums(neuron: Perceptron, task: Task, plane: Plane) -> tuple[float, float, float]:
    """The weighted sum in the lower left corner, and how much it grows across and up."""
    assert plane.up
    places = []
    for right, above in ((False, False), (True, False), (False, True)):
        inputs = list(plane.held)
        inputs[plane.across.position] = plane.across.most if right else plane.across.least
        inputs[plane.up.position] = plane.up.most if above else plane.up.least
        places.append(neuron.weighted_sum(task.scaling.inputs(tuple(inputs))))
    return places[0], places[1] - places[0], places[2] - places[0]


def _levels(neuron: Perceptron, task: Task, least: float, most: float) -> list[tuple[float | None, float]]:
    """Round levels between the answers to these sums, each with its sum; a step has only the sum at which it jumps."""
    activation, scaling = neuron.activation, task.scaling
    if activation.name == STEP.name:
        return [(None, activation.inverse(0.0))]
    lowest, highest = (scaling.answer(activation.function(total)) for total in (least, most))
    if not -math.inf < lowest < highest < math.inf:
        return []
    levels = {level for level in ticks(Span(lowest, highest)) if lowest < level < highest}
    if isinstance(task.criterion, Nearer):
        levels.add(_half_way(task.criterion))
    outputs = [(level, scaling.output(level)) for level in sorted(levels)]
    bottom = 0.0 if activation.name == RELU.name else -math.inf  # where a whole side answers 0
    return [
        (level, activation.inverse(output))
        for level, output in outputs
        if output > bottom and can_give(activation, output)
    ]


def _decides(neuron: Perceptron, task: Task, level: float | None) -> bool:
    return level is None or (isinstance(task.criterion, Nearer) and level == _half_way(task.criterion))


def _half_way(criterion: Nearer) -> float:
    return criterion.low / 2.0 + criterion.high / 2.0


def _ends(across: float, up: float, total: float) -> tuple[Place, Place] | None:
    """Where the line across * x + up * y = total leaves the square from 0 to 1; None if it does not cross it."""
    places = set()
    if up:
        places |= {(x, (total - across * x) / up) for x in (0.0, 1.0)}
    if across:
        places |= {((total - up * y) / across, y) for y in (0.0, 1.0)}
    inside = sorted(place for place in places if all(0.0 <= share <= 1.0 for share in place))
    return (inside[0], inside[-1]) if len(inside) > 1 else None
