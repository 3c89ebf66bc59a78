"""Every test row as a point on the activation's own curve: its weighted sum across, its answer up."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from perceptron.activations import ACTIVATIONS, RELU, STEP, Activation
from perceptron.criteria import Nearer, Rounding
from perceptron.datasets import Row
from perceptron.findings.answer import Span
from perceptron.findings.explanation import Explanation, explain
from perceptron.findings.grid import Axis
from perceptron.findings.sampling import sample
from perceptron.findings.spans import rounded_span
from perceptron.neuron import Perceptron
from perceptron.scoring import Verdict
from perceptron.task import Task

POINTS_OF_THE_CURVE = 60
MOST_ZONES = 11
# The sums around 0 at which an activation does what it is known for.
BENDS = {"sigmoid": 6.0, "tanh": 3.0, "linear": 0.0, "relu": 1.0, "step": 1.0}


class Spot(NamedTuple):
    """A test row, by its number from 0, where it is on the curve."""

    number: int
    weighted_sum: float
    verdict: Verdict


class Zone(NamedTuple):
    """From where to where answers count for this target."""

    target: float
    least: float
    most: float


class RowsOnCurve(NamedTuple):
    """The picture: both spans, the curve as pairs of sum and answer, and the rows that are drawn, of how many.

    `zones` are those of all targets where they are few. `band` holds the answers that are right for the chosen row, as
    far as they are in the picture, and is None where none is. `slope` is how much the answer grows with the sum there;
    None for a step, which has none. Sums are the neuron's own numbers, answers are in the data's units.
    """

    task: Task
    activation: Activation
    across: Span
    up: Span
    curve: tuple[tuple[float, float], ...]
    zones: tuple[Zone, ...]
    spots: tuple[Spot, ...]
    rows: int
    chosen: Spot
    explanation: Explanation
    band: Span | None
    slope: float | None


def rows_on_curve(neuron: Perceptron, task: Task, verdicts: Sequence[Verdict], chosen: int, most: int) -> RowsOnCurve:
    """Where at most so many of the test rows are on the curve, and what would be right for the chosen one."""
    activation = ACTIVATIONS[neuron.activation.name]  # which with cross-entropy learns with another slope
    drawn = [(number, verdicts[number]) for number in sample(len(verdicts), most, chosen)]
    spots = {
        number: Spot(number, neuron.weighted_sum(task.scaling.inputs(verdict.inputs)), verdict)
        for number, verdict in drawn
    }
    bend = BENDS[activation.name]
    sums = [spot.weighted_sum for spot in spots.values() if math.isfinite(spot.weighted_sum)]
    across = rounded_span([-bend, bend, *sums])
    ends = [task.scaling.answer(end) for end in (activation.least, activation.most) if math.isfinite(end)]
    known = [number for spot in spots.values() for number in (spot.verdict.output, spot.verdict.target)]
    up = rounded_span([*ends, *(number for number in known if math.isfinite(number))])
    the_one = spots[chosen]
    has_slope = activation.name != STEP.name
    steepness = task.scaling.answer(1.0) - task.scaling.answer(0.0)
    output = activation.function(the_one.weighted_sum)
    return RowsOnCurve(
        task=task,
        activation=activation,
        across=across,
        up=up,
        curve=_curve(activation, task, across, up),
        zones=zones_of(task, up),
        spots=tuple(spots.values()),
        rows=len(verdicts),
        chosen=the_one,
        explanation=explain(neuron, Row(the_one.verdict.inputs, the_one.verdict.target), task),
        band=band_of(task, the_one.verdict.target, up),
        slope=activation.derivative(output) * steepness if has_slope else None,
    )


def _curve(activation: Activation, task: Task, across: Span, up: Span) -> tuple[tuple[float, float], ...]:
    """Enough points to draw it, more of them where it bends; a straight line ends where it leaves the picture."""
    least, most = across
    if activation.name == STEP.name:
        corners = [(least, 0.0), (0.0, 0.0), (0.0, 1.0), (most, 1.0)]
        return tuple((total, task.scaling.answer(output)) for total, output in corners)
    sums = {least, most}
    if math.isfinite(activation.most):
        bend = BENDS[activation.name]
        steps = [step / POINTS_OF_THE_CURVE for step in range(POINTS_OF_THE_CURVE + 1)]
        sums |= set(Axis(0, least, most).along(POINTS_OF_THE_CURVE + 1)) | {
            bend * (2.0 * share - 1.0) for share in steps
        }
    else:
        lowest, highest = (task.scaling.output(answer) for answer in up)
        end = min(most, highest)
        sums = {least, 0.0, end} if activation.name == RELU.name else {max(least, lowest), end}
    return tuple((total, task.scaling.answer(activation.function(total))) for total in sorted(sums))


def zones_of(task: Task, up: Span) -> tuple[Zone, ...]:
    """Which answers count for which target, in the picture; none where they are too many, or overlap."""
    match task.criterion:
        case Nearer():
            targets = list(task.criterion)
        case Rounding(decimals):
            unit = 10**decimals
            if (up.most - up.least) * unit + 1 > MOST_ZONES:
                return ()
            targets = [step / unit for step in range(math.ceil(up.least * unit), math.floor(up.most * unit) + 1)]
        case _:
            return ()
    found = []
    for target in targets:
        band = band_of(task, target, up)
        if band:
            found.append(Zone(target, *band))
    return tuple(found)


def band_of(task: Task, target: float, up: Span) -> Span | None:
    """The answers that are right for a target, as far as they are in the picture."""
    least, most = task.criterion.bounds(target)
    least, most = max(least, up.least), min(most, up.most)
    return Span(least, most) if least <= most else None
