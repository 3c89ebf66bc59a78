"""The numbers that the neuron learns from and is tested on. The article's own data set stands here as a value."""

import math
from dataclasses import dataclass
from typing import NamedTuple

from perceptron.fields import counted
from perceptron.limits import check_inputs


class Row(NamedTuple):
    """The inputs of one example and the target, the output that they should give."""

    inputs: tuple[float, ...]
    target: float


@dataclass(frozen=True)
class DataSet:
    """Rows to learn from, rows to be tested on, and the decimals to which answers are compared.

    `input_names` and `target_name` are what people call the columns. `classes` are the two names that stand for the
    targets 0 and 1, if there are any. `rule` is the one that all targets follow, if it is known; see perceptron.rules.
    Every row has the same number of inputs. Raises ValueError when rows are missing or uneven, when
    inputs are too many for the neuron, or when names are too few.
    """

    name: str
    training: tuple[Row, ...]
    test: tuple[Row, ...]
    decimals: int
    input_names: tuple[str, ...] = ()
    target_name: str = "Target"
    classes: tuple[str, ...] = ()
    rule: str = ""

    def __post_init__(self) -> None:
        check_rows("training", self.training, self.training)
        check_rows("test", self.test, self.training)
        check_inputs(self.inputs)
        if not self.input_names:
            object.__setattr__(self, "input_names", tuple([f"Input {i}" for i in range(1, self.inputs + 1)]))
        if len(self.input_names) != self.inputs:
            inputs, names = counted(self.inputs, "input"), counted(len(self.input_names), "name")
            raise ValueError(f"The data set has {inputs}, but {names} for them.")

    @property
    def inputs(self) -> int:
        """How many inputs each row has."""
        return len(self.training[0].inputs)


def check_rows(kind: str, rows: tuple[Row, ...], training: tuple[Row, ...]) -> None:
    """Raise ValueError when there are no such rows, or one has not as many inputs as the first training row."""
    if not rows:
        raise ValueError(f"The data set has no {kind} rows.")
    inputs = len(training[0].inputs)
    for number, row in enumerate(rows, start=1):
        if len(row.inputs) != inputs or not row.inputs:
            raise ValueError(
                f"{kind} row {number} has {counted(len(row.inputs), 'input')}; "
                f"the first training row has {inputs}, and all must have as many, at least 1."
            )


def true_sum(inputs: tuple[float, ...], decimals: int) -> float:
    """The sum of the inputs at the data's own decimals, so that 0.1 + 0.2 counts as 0.3.

    Raises ValueError when a 64-bit float cannot hold it.
    """
    try:
        return round(math.fsum(inputs), decimals)
    except OverflowError:
        raise ValueError("a row has a sum that a 64-bit float cannot hold.") from None


def _sums(pairs: str, decimals: int) -> tuple[Row, ...]:
    rows = []
    for pair in pairs.split():
        first, second = pair.split("+")
        inputs = (float(first), float(second))
        rows.append(Row(inputs, true_sum(inputs, decimals)))
    return tuple(rows)


ARTICLE = DataSet(
    name="article",
    training=_sums(
        "0.5+0.5 0.2+0.8 0.1+0.9 0.9+0.0 0.2+0.3 0.4+0.4 0.6+0.3 0.3+0.7 0.5+0.2 0.3+0.4 "
        "0.2+0.3 0.1+0.1 0.0+0.8 0.1+0.6 0.5+0.4 0.6+0.0 0.4+0.4 0.7+0.1 0.2+0.1 0.3+0.4 "
        "0.2+0.2 0.3+0.7 0.1+0.5 0.0+0.9 0.2+0.3 0.1+0.1 0.6+0.1 0.3+0.3",
        decimals=1,
    ),
    test=_sums(
        "0.9+0.1 0.5+0.5 0.2+0.3 0.3+0.6 0.1+0.7 0.3+0.1 0.1+0.5 0.9+0.0 0.3+0.3 0.0+0.1 "
        "0.1+0.2 0.2+0.0 0.6+0.1 0.5+0.3 0.9+0.1 0.1+0.4 0.2+0.4 0.7+0.0 0.6+0.3 0.2+0.2 "
        "0.1+0.0 0.2+0.6 0.5+0.0 0.6+0.4 0.4+0.5",
        decimals=1,
    ),
    decimals=1,
    input_names=("First number", "Second number"),
    target_name="Sum",
    rule="sum",
)


def _column(text: str) -> tuple[str, ...]:
    return tuple(text.split())


# What the article prints for the 25 test rows, before and after its 10,000 epochs.
ARTICLE_BEFORE = _column(
    "0.7 0.7 0.7 0.7 0.7 0.7 0.7 0.7 0.7 0.6 0.7 0.6 0.7 0.7 0.7 0.7 0.7 0.7 0.7 0.7 0.6 0.7 0.7 0.7 0.7"
)
ARTICLE_AFTER = _column(
    "0.9 0.9 0.5 0.9 0.8 0.4 0.6 0.9 0.6 0.1 0.3 0.2 0.7 0.8 0.9 0.5 0.6 0.7 0.9 0.4 0.1 0.8 0.5 0.9 0.9"
)
