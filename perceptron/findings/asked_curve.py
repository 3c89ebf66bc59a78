"""The test rows of a changed program as points: what it calls its total across, its answer up.

Where the answers follow from that sum alone, the curve on which they lie is asked for with other biases.
"""

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from perceptron.datasets import Row
from perceptron.faults import ProgramError
from perceptron.findings.answer import Span
from perceptron.findings.asked_row import ask_row
from perceptron.findings.grid import Axis
from perceptron.findings.rows_on_curve import POINTS_OF_THE_CURVE, Spot, Zone, band_of, zones_of
from perceptron.findings.sampling import sample
from perceptron.findings.spans import rounded_span
from perceptron.scoring import Verdict
from perceptron.task import Task

if TYPE_CHECKING:
    from perceptron.changed_neuron import ChangedNeuron

MOST_COMPARED = 20  # rows whose answers are compared with the curve
CLOSE = 1e-9
MOST_OFF = 0.1  # of all the height
MOST_JUMPS = 4


class AskedCurve(NamedTuple):
    """The picture, with the names of perceptron.findings.rows_on_curve.RowsOnCurve; `curve` may be empty."""

    task: Task
    across: Span
    up: Span
    curve: tuple[tuple[float, float], ...]
    zones: tuple[Zone, ...]
    spots: tuple[Spot, ...]
    rows: int
    chosen: Spot
    band: Span | None


def asked_curve(
    neuron: "ChangedNeuron", task: Task, verdicts: Sequence[Verdict], chosen: int, most: int
) -> AskedCurve | None:
    """At most so many of the rows; None where the program has no such sum, or one that is no number.

    Raises ProgramError where it fails.
    """
    spots = {}
    for number in sample(len(verdicts), most, chosen):
        verdict = verdicts[number]
        spots[number] = Spot(number, neuron.weighted_sum(task.scaling.inputs(verdict.inputs)), verdict)
    if not all(math.isfinite(spot.weighted_sum) for spot in spots.values()):
        return None
    drawn = tuple(spots.values())
    across = rounded_span([spot.weighted_sum for spot in drawn])
    known = [number for spot in drawn for number in (spot.verdict.output, spot.verdict.target)]
    up = rounded_span([number for number in known if math.isfinite(number)])
    return AskedCurve(
        task=task,
        across=across,
        up=up,
        curve=_curve(neuron, task, across, drawn, spots[chosen]),
        zones=zones_of(task, up),
        spots=drawn,
        rows=len(verdicts),
        chosen=spots[chosen],
        band=band_of(task, spots[chosen].verdict.target, up),
    )


def _curve(
    neuron: "ChangedNeuron", task: Task, across: Span, spots: Sequence[Spot], chosen: Spot
) -> tuple[tuple[float, float], ...]:
    """What the program answers to the chosen row with other biases, if the other rows’ answers lie there, too."""
    row = Row(chosen.verdict.inputs, chosen.verdict.target)

    def answer(total: float) -> float:
        moved = neuron.with_numbers(neuron.weights, neuron.bias + (total - chosen.weighted_sum))
        return task.answer(moved, row.inputs)

    try:
        if not (neuron.has_bias and ask_row(neuron, row, task).adds_up):
            return ()
        compared = [spots[place] for place in sample(len(spots), MOST_COMPARED)]
        pairs = [(answer(spot.weighted_sum), spot.verdict.output) for spot in compared]
        if not all(math.isclose(ours, theirs, rel_tol=CLOSE, abs_tol=CLOSE) for ours, theirs in pairs):
            return ()
        sums = Axis(0, *across).along(2 * POINTS_OF_THE_CURVE + 1)
        curve = tuple((total, answer(total)) for total in sums)
    except ProgramError:  # with such a bias it cannot answer
        return ()
    return curve if _can_be_drawn([output for _, output in curve]) else ()


def _can_be_drawn(answers: Sequence[float]) -> bool:
    """Whether half of the points tell about where the others are, but for a few jumps."""
    if not all(math.isfinite(answer) for answer in answers):
        return False
    far = MOST_OFF * (max(answers) - min(answers))
    pairs = zip(answers[::2], answers[2::2], strict=False)
    off = [abs((left + right) / 2.0 - answer) > far for (left, right), answer in zip(pairs, answers[1::2], strict=True)]
    return sum(off) <= MOST_JUMPS
