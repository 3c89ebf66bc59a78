"""How the rows of a table become rows to learn from and rows to be tested on."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

from perceptron.datasets import Row
from perceptron.fields import Field, counted, shortened
from perceptron.limits import MOST_ROWS
from perceptron.settings_table import FIELDS

NTH = Field("N of every:N", True, 2, MOST_ROWS, 4, "1")
PERCENT = Field("The share of test rows", True, 1, 99, 20, "1")
FORMS = "all, every:4, share:20%, share:20%:7 (drawn with seed 7, else 0) or column:NAME"


@dataclass(frozen=True)
class Split:
    """A choice of test rows: every n-th row, a share drawn with a seed, or what a column says. None of them: all.

    If all rows are test rows, all are training rows too. Else each row is one of the two.
    """

    every: int = 0
    percent: int = 0
    seed: int = 0
    column: str = ""


EVERY_ROW = Split()


def read_split(text: str) -> Split:
    """Read one of the `FORMS`. Raises ValueError with a sentence to show."""
    kind, _, rest = text.partition(":")
    if text == "all":
        return EVERY_ROW
    if kind == "every":
        return Split(every=int(NTH.parse(rest)))
    if kind == "share":
        percent, _, seed = rest.partition(":")
        chosen = int(FIELDS["seed"].parse(seed)) if seed else 0
        return Split(percent=int(PERCENT.parse(percent.removesuffix("%"))), seed=chosen)
    if kind == "column" and rest:
        return Split(column=rest)
    raise ValueError(f"“{shortened(text)}” does not say which rows are test rows; write {FORMS}.")


def divide(rows: Sequence[Row], split: Split, said: Sequence[bool]) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """The training rows and the test rows. `said` is what the split's column says: whether a row is a test row.

    Raises ValueError when there would be none of one kind.
    """
    chosen = _test_rows(len(rows), split, said)
    training = tuple([row for place, row in enumerate(rows) if place not in chosen])
    test = tuple([row for place, row in enumerate(rows) if place in chosen])
    if split == EVERY_ROW:
        return test, test
    for kind, found in (("training", training), ("test", test)):
        if not found:
            raise ValueError(f"has {counted(len(rows), 'row')}, and so divided none of them is a {kind} row.")
    return training, test


def _test_rows(count: int, split: Split, said: Sequence[bool]) -> set[int]:
    if split.every:
        return set(range(split.every - 1, count, split.every))
    if split.percent:
        # Python promises the same draws in every version, but not the same sample.
        draw = random.Random(split.seed).random
        drawn = sorted([(draw(), place) for place in range(count)])
        return {place for _, place in drawn[: (count * split.percent + 50) // 100]}
    if split.column:
        return {place for place, is_test in enumerate(said) if is_test}
    return set(range(count))
