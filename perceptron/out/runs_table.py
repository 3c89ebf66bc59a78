"""Runs beside a baseline as one table: for a terminal, as Markdown, and as CSV. The first run is the baseline."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from perceptron.data_written import short_number
from perceptron.findings.run_summary import (
    BEST_EPOCH,
    MEAN_ERROR,
    MEASURES,
    R_SQUARED,
    Measured,
    RunSummary,
    alike,
    compared,
)
from perceptron.out.spreadsheets import Cell, as_csv
from perceptron.settings import Settings
from perceptron.settings_table import FIELDS, SETTINGS
from perceptron.words.run_names import differing, own_name, run_name, setting_in_words, with_row
from perceptron.words.runs import difference_in_words, title_of, value_in_words, weight_in_words

MOST_WEIGHTS = 3  # that a line has room for
GAP = "  "
# What Markdown would take for marks of its own.
MARKS = "\\`*_{}[]<>#|~&$"


class TableRun(NamedTuple):
    """A run of the table: the name that a person gave it, or none; its settings, also all as texts; its summary."""

    name: str
    texts: Mapping[str, str]
    settings: Settings
    summary: RunSummary


def runs_text(runs: Sequence[TableRun]) -> str:
    """The table with columns of spaces."""
    return in_columns([_head(), *_rows(runs)])


def in_columns(lines: Sequence[Sequence[str]]) -> str:
    """Lines of as many cells, below each other."""
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join(
        [GAP.join([cell.ljust(width) for cell, width in zip(line, widths, strict=True)]).rstrip() for line in lines]
    )


def runs_markdown(runs: Sequence[TableRun]) -> str:
    """The table in Markdown, as GitHub and many editors read it."""
    head = _head()
    lines = [head, ["---"] + ["---:"] * (len(head) - 1), *[list(map(_without_marks, row)) for row in _rows(runs)]]
    return "\n".join([f"| {' | '.join(line)} |" for line in lines])


def runs_csv(runs: Sequence[TableRun]) -> str:
    """The table for spreadsheets: each setting that is not the same in all runs, every digit, and the differences."""
    settings = _settings_that_differ(runs)
    weights = max(len(run.summary.weights) for run in runs)
    head = ["Run", *[SETTINGS[name].label for name in settings], "Epochs done", "Rows of the next epoch", "Right"]
    head += ["Test rows", title_of(R_SQUARED), title_of(MEAN_ERROR), title_of(BEST_EPOCH), "Best"]
    head += [*[f"Final weight {i}" for i in range(1, weights + 1)], "Final bias", "Stopped"]
    head += [f"{title_of(measure)}: difference" for measure in MEASURES]
    return as_csv(head, [_numbers(run, runs[0], settings, weights) for run in runs])


def name_of(run: TableRun, baseline: TableRun) -> str:
    """What a run is called: by the person, or by what differs from the baseline; the baseline by its own settings."""
    if run.name:
        return run.name
    texts = dict(run.texts)
    name = f"baseline: {own_name(texts)}" if run is baseline else run_name(texts, dict(baseline.texts))
    return with_row(name, run.summary.epoch, run.summary.row)


def measured(run: TableRun, baseline: TableRun) -> tuple[Measured, ...]:
    """The numbers of a run beside those of the baseline."""
    return compared(run.summary, baseline.summary, alike(run.settings, baseline.settings))


def _head() -> list[str]:
    return ["Run", *map(title_of, MEASURES), "Weights, bias"]


def _rows(runs: Sequence[TableRun]) -> list[list[str]]:
    return [
        [
            name_of(run, runs[0]),
            *[_cell(run, found, run is runs[0]) for found in measured(run, runs[0])[: len(MEASURES)]],
            _weights(run.summary),
        ]
        for run in runs
    ]


def _cell(run: TableRun, found: Measured, is_baseline: bool) -> str:
    """As in “18 of 25 (−3)”."""
    task = run.settings.task()
    value, difference = value_in_words(task, run.summary, found), difference_in_words(task, found)
    return value if is_baseline or not difference else f"{value} ({difference})"


def _weights(summary: RunSummary) -> str:
    if summary.stopped:
        return "grew too large"
    weights = [weight_in_words(weight) for weight in summary.weights[:MOST_WEIGHTS]]
    more = ["…"] if len(summary.weights) > MOST_WEIGHTS else []
    return ", ".join(weights + more + ([weight_in_words(summary.bias)] if summary.has_bias else []))


def _without_marks(cell: str) -> str:
    """The text with all that Markdown would read as its own escaped, in one line."""
    return "".join([f"\\{one}" if one in MARKS else one for one in " ".join(cell.split())])


def _settings_that_differ(runs: Sequence[TableRun]) -> list[str]:
    found = {name for run in runs for name in differing(dict(run.texts), dict(runs[0].texts))}
    return [name for name in SETTINGS if name in found]


def _numbers(run: TableRun, baseline: TableRun, settings: Sequence[str], weights: int) -> list[Cell]:
    summary = run.summary
    row: list[Cell] = [name_of(run, baseline), *[_setting(name, run.texts[name]) for name in settings]]
    row += [summary.epoch, summary.row, summary.right, summary.total, summary.r_squared, summary.mean_error]
    row += [summary.best_epoch, summary.best, *summary.weights, *[None] * (weights - len(summary.weights))]
    row += [summary.bias if summary.has_bias else None, "yes" if summary.stopped else "no"]
    return row + [found.difference for found in measured(run, baseline)[: len(MEASURES)]]


def _setting(name: str, text: str) -> Cell:
    is_number = name in FIELDS or (name == "tolerance" and text)
    return short_number(float(text)) if is_number else setting_in_words(name, text)
