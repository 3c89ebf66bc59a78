"""Runs side by side: the numbers of one in words, and how far they are from those of a baseline."""

from collections.abc import Sequence
from typing import Any

from perceptron.datasets import DataSet
from perceptron.findings.run_summary import MEASURES, Measured, RunSummary
from perceptron.findings.verdict_changes import VerdictChange, VerdictChanges
from perceptron.task import Task
from perceptron.words.runs import difference_in_words, judged_in_words, value_in_words
from perceptron.words.verdict_changes import verdict_changes_in_words


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


def rows_in_words(data: DataSet, here: Sequence[Sequence[Any]], there: Sequence[Sequence[Any]]) -> str:
    """Which test rows only one of two runs gets right; of each row it is told whether it is right, and the answer."""
    pairs = list(zip(here, there, strict=True))
    changed = [
        VerdictChange(row, data.test[row].inputs, one[0], one[1], other[1])
        for row, (one, other) in enumerate(pairs)
        if one[0] != other[0]
    ]
    both = sum(one[0] and other[0] for one, other in pairs)
    return verdict_changes_in_words(data, VerdictChanges(both, len(pairs) - both - len(changed), tuple(changed)))


def summary_written(summary: RunSummary) -> dict[str, object]:
    """The same in plain values. JSON has no infinite numbers, so floats are texts."""
    plain = summary._asdict()
    for name in ("r_squared", "mean_error", "bias"):
        plain[name] = None if plain[name] is None else repr(plain[name])
    return {**plain, "weights": list(map(repr, summary.weights))}


def summary_read(plain: dict[str, Any]) -> RunSummary:
    """What `summary_written` wrote."""
    floats = {name: plain[name] for name in ("r_squared", "mean_error", "bias")}
    floats = {name: None if text is None else float(text) for name, text in floats.items()}
    return RunSummary(**{**plain, **floats, "weights": tuple(map(float, plain["weights"]))})
