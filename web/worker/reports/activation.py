"""Where the test rows are on the activation's curve, with the tangent at the selected one."""

from typing import TYPE_CHECKING

from perceptron.aspects import MOST_POINTS, MOST_WORDS
from perceptron.criteria import Nearer
from perceptron.experiment import Run
from perceptron.findings.rows_on_curve import RowsOnCurve, rows_on_curve
from perceptron.findings.spans import ticks
from perceptron.words.numbers import evenly
from perceptron.words.plane import listed_in_words
from perceptron.words.rows_on_curve import chosen_in_words, drawn_in_words, output_called, spot_in_words, zones_called
from perceptron.words.targets import target_in_words
from web.worker.reports.look import Look, Shown

if TYPE_CHECKING:
    from perceptron.findings.asked_curve import AskedCurve


def report(run: Run, look: Look, seen: Shown) -> dict[str, object]:
    """The sum and the answer of the test rows; of the selected one also the slope and the band that it should hit."""
    if run.has_changed_program:
        return _asked(run, look, seen)
    picture = rows_on_curve(seen.neuron, run.task, seen.verdicts, look.test_row, MOST_POINTS)
    return {
        **_drawn(picture, look, "weighted sum", output_called(run.task)),
        "slope": picture.slope,
        "note": drawn_in_words(picture),
        "sentence": chosen_in_words(picture),
    }


def _asked(run: Run, look: Look, seen: Shown) -> dict[str, object]:
    """The same of a changed program, as far as asking it tells."""
    from perceptron.changed_neuron import ChangedNeuron  # few ever change the program
    from perceptron.findings.asked_curve import asked_curve
    from perceptron.words import asked_curve as words

    assert isinstance(seen.neuron, ChangedNeuron)
    picture = asked_curve(seen.neuron, run.task, seen.verdicts, look.test_row, MOST_POINTS)
    if not picture:
        return {"unsaid": words.NO_SUM}
    return {
        **_drawn(picture, look, "total", "answer"),
        "slope": None,
        "note": words.note_in_words(picture),
        "sentence": words.chosen_in_words(picture),
    }


def _drawn(picture: "RowsOnCurve | AskedCurve", look: Look, across: str, up: str) -> dict[str, object]:
    """What is drawn, with these names of the axes, and the points in words."""
    task = picture.task
    numbers = [spot.number for spot in picture.spots]
    listed = picture.spots[:MOST_WORDS]
    return {
        "across": {"span": picture.across, "ticks": _marks(ticks(picture.across)), "name": across},
        "up": {"span": picture.up, "ticks": _marks(ticks(picture.up)), "name": up},
        "curve": picture.curve,
        "zones": [[target_in_words(task, zone.target), zone.least, zone.most] for zone in picture.zones],
        "zones_are_sides": isinstance(task.criterion, Nearer),
        "zones_name": zones_called(task) if picture.zones else "",
        "sums": [spot.weighted_sum for spot in picture.spots],
        "outputs": [spot.verdict.output for spot in picture.spots],
        "right": [spot.verdict.right for spot in picture.spots],
        "chosen": numbers.index(look.test_row),
        "band": picture.band,
        "points": [spot_in_words(task, spot) for spot in listed],
        "points_note": listed_in_words(len(listed), len(picture.spots)),
    }


def _marks(marks: tuple[float, ...]) -> list[list[object]]:
    return [[mark, text] for mark, text in zip(marks, evenly(marks), strict=True)]
