"""Where the test rows are on the activation's curve, with the tangent at the selected one."""

from perceptron.aspects import MOST_POINTS, MOST_WORDS
from perceptron.criteria import Nearer
from perceptron.experiment import Run
from perceptron.findings.rows_on_curve import rows_on_curve
from perceptron.findings.spans import ticks
from perceptron.words.changed_rule import UNSAID
from perceptron.words.numbers import evenly
from perceptron.words.plane import listed_in_words
from perceptron.words.rows_on_curve import chosen_in_words, drawn_in_words, output_called, spot_in_words, zones_called
from perceptron.words.targets import target_in_words
from web.worker.reports.look import Look, Shown


def report(run: Run, look: Look, seen: Shown) -> dict[str, object]:
    """The sum and the answer of the test rows; of the selected one also the slope and the band that it should hit."""
    if run.has_changed_program:
        return {"unsaid": UNSAID["activation"]}
    task = run.task
    picture = rows_on_curve(seen.neuron, task, seen.verdicts, look.test_row, MOST_POINTS)
    numbers = [spot.number for spot in picture.spots]
    listed = picture.spots[:MOST_WORDS]
    return {
        "activation": picture.activation.name,
        "across": {"span": picture.across, "ticks": _marks(ticks(picture.across)), "name": "weighted sum"},
        "up": {"span": picture.up, "ticks": _marks(ticks(picture.up)), "name": output_called(task)},
        "curve": picture.curve,
        "zones": [[target_in_words(task, zone.target), zone.least, zone.most] for zone in picture.zones],
        "zones_are_sides": isinstance(task.criterion, Nearer),
        "zones_name": zones_called(task) if picture.zones else "",
        "sums": [spot.weighted_sum for spot in picture.spots],
        "outputs": [spot.verdict.output for spot in picture.spots],
        "right": [spot.verdict.right for spot in picture.spots],
        "chosen": numbers.index(look.test_row),
        "slope": picture.slope,
        "band": picture.band,
        "note": drawn_in_words(picture),
        "points": [spot_in_words(task, spot) for spot in listed],
        "points_note": listed_in_words(len(listed), len(picture.spots)),
        "sentence": chosen_in_words(picture),
    }


def _marks(marks: tuple[float, ...]) -> list[list[object]]:
    return [[mark, text] for mark, text in zip(marks, evenly(marks), strict=True)]
