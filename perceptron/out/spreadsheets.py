"""Tables as CSV for spreadsheets and other programs: one row a line, decimal points, every digit of a float.

Spreadsheets compute a text that begins like a formula. Such a text gets an apostrophe in front, so that it stays a
text; a number never does.
"""

import csv
import io
import math
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby

from perceptron.data_written import short_number
from perceptron.experiment import Run
from perceptron.fields import counted, grouped
from perceptron.scoring import Verdict
from perceptron.task import Task
from perceptron.words.numbers import past_floats

# What begins a formula in one spreadsheet or another, also behind spaces.
BEGINNINGS = ("=", "+", "-", "@", "\t", "|", "%", "＝", "＋", "－", "＠")
NUMBER = re.compile(r"[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?")
MOST_ROWS = 100_000  # of a history, in one file

Cell = str | float | None


def as_csv(head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """The table as text, a line for each row and one for the names of its columns. None is an empty cell."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    for row in chain([head], rows):
        writer.writerow([_written(cell) for cell in row])
    return text.getvalue()


def results_csv(task: Task, before: Sequence[Verdict], after: Sequence[Verdict]) -> str:
    """The test rows: inputs, target, what the neuron said before and says after training, and the verdict."""
    data = task.data
    head = [*data.input_names, data.target_name, "Before training", "After training", "As shown", "Error"]
    if data.classes:
        head += ["Class", "Answered class"]
    return as_csv([*head, "Verdict"], [_result(*pair, bool(data.classes)) for pair in zip(before, after, strict=True)])


def _result(earlier: Verdict, now: Verdict, has_classes: bool) -> list[Cell]:
    row: list[Cell] = [*map(short_number, now.inputs), short_number(now.target), earlier.output, now.output]
    row += [now.printed, now.target - now.output]
    if has_classes:
        row += [now.meant, now.answered]
    return [*row, "right" if now.right else "wrong"]


def history_csv(run: Run, stride: int = 1) -> str:
    """Epoch, mean squared error, weights and bias at the start, after every so many epochs, and at the end.

    Raises ValueError with a sentence to show when there are too many rows, or the stride is less than 1.
    """
    if stride < 1:
        raise ValueError(f"The history can be written every 1 or more epochs, not every {grouped(stride)}.")
    rows = run.epoch // stride + 1
    if rows > MOST_ROWS:
        least = -(-run.epoch // (MOST_ROWS - 1))
        raise ValueError(
            f"The history would have {counted(rows, 'row')}; {grouped(MOST_ROWS)} are the most in one file. "
            f"Take every {grouped(least)} epochs or more."
        )
    head = ["Epoch", "Mean squared error", *[f"Weight {i}" for i in range(1, len(run.neuron.weights) + 1)]]
    return as_csv([*head, "Bias"] if run.settings.has_bias else head, _history(run, stride))


def _history(run: Run, stride: int) -> Iterator[Sequence[Cell]]:
    """The rows of the history. Epochs that the run has not kept are computed again, each once."""
    wanted = [*range(0, run.epoch, stride), run.epoch]
    width, rows = 2 + len(run.neuron.weights) + run.settings.has_bias, len(run.settings.data.training)
    for kept, epochs in groupby(wanted, lambda epoch: run.history.nearest(epoch)[0]):
        between = list(epochs)
        if between[0] == kept:
            _, weights, bias, error = run.history.nearest(kept)
            yield (kept, error, *weights, bias)[:width]
            between = between[1:]
        ends = run.ends_between(kept, between[-1]) if between else ()
        for epoch in between:
            *numbers, squared_errors = ends[epoch - kept - 1]
            yield (epoch, squared_errors / rows, *numbers)[:width]


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        line = " ".join(cell.splitlines())  # not every program reads a cell of several lines
        return f"'{line}" if _could_be_formula(line) else line
    return repr(cell) if math.isfinite(cell) else past_floats(cell)


def _could_be_formula(text: str) -> bool:
    """A text that begins like one, unless it is only a number."""
    return text.lstrip(" \u00a0").startswith(BEGINNINGS) and not NUMBER.fullmatch(text)
