"""The same answers measured by several yardsticks."""

import math

from perceptron.aspects import MOST_POINTS, MOST_TOLERANCE, MOST_WORDS
from perceptron.experiment import Run
from perceptron.findings.sampling import sample
from perceptron.findings.spans import rounded_span, ticks
from perceptron.findings.tolerances import half_way, scores_by_target, tolerance_at
from perceptron.scoring import is_within, right_within, yardsticks
from perceptron.words.numbers import evenly, finely
from perceptron.words.plane import listed_in_words
from perceptron.words.verdicts import score_in_words
from perceptron.words.yardsticks import (
    accuracy_in_words,
    drawn_in_words,
    error_called,
    error_in_words,
    right_called,
    right_within_in_words,
    tolerance_in_words,
    within_in_words,
    wrong_half_way_in_words,
)
from web.worker.reports.look import Look, Shown


def report(run: Run, look: Look, seen: Shown) -> dict[str, object]:
    """Score, R², mean and largest error, and how many rows are right within the chosen tolerance."""
    task, place = run.task, look.tolerance
    measured = yardsticks(seen.verdicts)
    tolerance = tolerance_at(task, place)
    right, total = right_within(seen.verdicts, tolerance), len(seen.verdicts)
    drawn = [seen.verdicts[number] for number in sample(total, MOST_POINTS)]
    errors = [abs(verdict.output - verdict.target) for verdict in drawn]
    span = rounded_span([0.0, tolerance_at(task, MOST_TOLERANCE), *filter(math.isfinite, errors)])
    marks = ticks(span)
    return {
        "right_called": right_called(task),
        "score": score_in_words(seen.verdicts.score),
        "accuracy": accuracy_in_words(task, scores_by_target(seen.verdicts)),
        "r_squared": "not defined" if measured.r_squared is None else f"{measured.r_squared:.3f}",
        "mean_error": finely(task, measured.mean_absolute_error),
        "largest_error": finely(task, measured.largest_error),
        "within": f"{right} of {total}",
        "sentence": right_within_in_words(task, place, right, total),
        "half_way": wrong_half_way_in_words(task, place, half_way(task, seen.verdicts)),
        "tolerance": tolerance_in_words(task, place),
        "tolerance_in_words": within_in_words(task, place),
        "tolerance_share": tolerance / span.most,
        "axis": {
            "name": error_called(task),
            "ticks": [[mark / span.most, text] for mark, text in zip(marks, evenly(marks), strict=True)],
        },
        "errors": [error / span.most for error in errors],
        "near": [is_within(verdict.output, verdict.target, tolerance) for verdict in drawn],
        "note": drawn_in_words(len(drawn), total),
        "points": [
            error_in_words(task, verdict, error)
            for verdict, error in zip(drawn[:MOST_WORDS], errors[:MOST_WORDS], strict=True)
        ],
        "points_note": listed_in_words(min(MOST_WORDS, len(drawn)), len(drawn)),
    }
