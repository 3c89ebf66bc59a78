"""Runs side by side: the numbers of one in words, and how far they are from those of a baseline."""

from perceptron.findings.run_summary import MEASURES, Measured, RunSummary
from perceptron.task import Task
from perceptron.words.runs import difference_in_words, judged_in_words, value_in_words


def report() -> dict[str, object]:
    """Nothing of the run that the page shows: the runs are told one at a time, see web.worker.runs."""
    return {}


def beside(task: Task, summary: RunSummary, measured: tuple[Measured, ...]) -> dict[str, list[str]]:
    """Of each measure its value, its difference from the baseline, and whether that is better or worse, in words."""
    return {
        one.measure: [
            value_in_words(task, summary, one),
            difference_in_words(task, one),
            judged_in_words(task, one),
        ]
        for one in measured
        if one.measure in MEASURES
    }
