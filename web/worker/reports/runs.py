"""Runs side by side: the numbers of one in words, and how far they are from those of a baseline."""

from perceptron.findings.run_summary import BEST_EPOCH, MEAN_ERROR, MEASURES, R_SQUARED, RIGHT, Measured, RunSummary
from perceptron.settings import Settings
from perceptron.words.numbers import finely, with_minuses


def report() -> dict[str, object]:
    """Nothing of the run that the page shows: the runs are told one at a time, see web.worker.runs."""
    return {}


def cells(summary: RunSummary, settings: Settings) -> dict[str, str]:
    return {
        RIGHT: f"{summary.right:,} of {summary.total:,}",
        R_SQUARED: "–" if summary.r_squared is None else with_minuses(f"{summary.r_squared:.3f}"),
        MEAN_ERROR: finely(settings.task(), summary.mean_error),
        BEST_EPOCH: f"{summary.best_epoch:,}",
    }


def differences(measured: tuple[Measured, ...], settings: Settings) -> dict[str, list[object]]:
    task = settings.task()
    found: dict[str, list[object]] = {}
    for one in measured:
        if one.measure in MEASURES and one.difference:
            size = abs(one.difference)
            text = {R_SQUARED: f"{size:.3f}", MEAN_ERROR: finely(task, size)}.get(one.measure, f"{size:,.0f}")
            found[one.measure] = [("+" if one.difference > 0 else "−") + text, one.better]
    return found
