"""The same answers measured by several yardsticks."""

from perceptron.experiment import Run
from perceptron.scoring import right_within, score, yardsticks
from perceptron.words.verdicts import score_in_words
from web.worker.reports.digits import short
from web.worker.reports.look import Look, Shown

THOUSANDTHS = 1000


def report(run: Run, look: Look, seen: Shown) -> dict[str, object]:
    """Score, R², mean and largest error, and how many rows are right within the chosen tolerance."""
    measured = yardsticks(seen.verdicts)
    tolerance = look.tolerance / THOUSANDTHS
    errors = [abs(verdict.output - verdict.target) for verdict in seen.verdicts]
    return {
        "score": score_in_words(score(seen.verdicts)),
        "r_squared": "not defined" if measured.r_squared is None else f"{measured.r_squared:.3f}",
        "mean_error": short(measured.mean_absolute_error),
        "largest_error": short(measured.largest_error),
        "within": f"{right_within(seen.verdicts, tolerance)} of {len(seen.verdicts)}",
        "tolerance": f"{tolerance:.3f}",
        "errors": errors,
        "points": [
            f"{' + '.join(map(str, verdict.inputs))}: off by {short(error)}"
            for verdict, error in zip(seen.verdicts, errors, strict=True)
        ],
    }
