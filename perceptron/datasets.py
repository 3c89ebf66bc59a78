"""The numbers that the neuron learns from and is tested on.

The article's own data set stands here as a value; `read_data_set` reads another one of the same
form from a JSON file.
"""

import json
import math
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

MOST_DECIMALS = 15


class Row(NamedTuple):
    """The inputs of one example and the target, the output that they should give."""

    inputs: tuple[float, ...]
    target: float


@dataclass(frozen=True)
class DataSet:
    """Rows to learn from, rows to be tested on, and the decimals to which answers are compared.

    Every row has the same number of inputs. Raises ValueError when rows are missing or uneven.
    """

    name: str
    training: tuple[Row, ...]
    test: tuple[Row, ...]
    decimals: int

    def __post_init__(self) -> None:
        for kind, rows in (("training", self.training), ("test", self.test)):
            if not rows:
                raise ValueError(f"The data set has no {kind} rows.")
            for number, row in enumerate(rows, start=1):
                if len(row.inputs) != self.inputs or not row.inputs:
                    raise ValueError(
                        f"{kind} row {number} has {len(row.inputs)} inputs; "
                        f"the first training row has {self.inputs}, and all must have as many, at least 1."
                    )

    @property
    def inputs(self) -> int:
        """How many inputs each row has."""
        return len(self.training[0].inputs)


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


def read_data_set(path: str) -> DataSet:
    """Read a JSON file with `training_inputs`, `training_outputs`, `test_inputs` and, optionally, `test_outputs`.

    Inputs are lists of number lists, outputs lists of numbers. Without `test_outputs` the target of
    a test row is the sum of its inputs. Raises ValueError with one clear sentence for anything else.
    """
    name = " ".join(path.split()) or "“”"  # in one line, whatever the file is called
    try:
        with open(path, encoding="utf-8") as file:
            content = json.load(file)
    except OSError as error:
        raise ValueError(f"{name}: cannot be read ({error.strerror or error}).") from None
    except (ValueError, RecursionError) as error:
        raise ValueError(f"{name}: is not JSON ({error}).") from None
    try:
        return _data_set(path, content)
    except ValueError as error:
        raise ValueError(f"{name}: {error}") from None


def _data_set(name: str, content: object) -> DataSet:
    if not isinstance(content, dict):
        raise ValueError("the file must hold one JSON object.")
    training_inputs = _vectors(content, "training_inputs")
    training_outputs = _vector(content.get("training_outputs"), "training_outputs")
    test_inputs = _vectors(content, "test_inputs")
    decimals = _decimals([*training_inputs, *test_inputs, training_outputs])
    if "test_outputs" in content:
        test_outputs = _vector(content["test_outputs"], "test_outputs")
    else:
        test_outputs = tuple(true_sum(inputs, decimals) for inputs in test_inputs)
    return DataSet(
        name,
        _rows("training", training_inputs, training_outputs),
        _rows("test", test_inputs, test_outputs),
        decimals,
    )


def _rows(kind: str, inputs: list[tuple[float, ...]], outputs: tuple[float, ...]) -> tuple[Row, ...]:
    if len(inputs) != len(outputs):
        raise ValueError(f"{len(inputs)} {kind} inputs, but {len(outputs)} {kind} outputs; there must be as many.")
    return tuple(Row(*pair) for pair in zip(inputs, outputs, strict=True))


def _vectors(content: dict[str, object], key: str) -> list[tuple[float, ...]]:
    rows = content.get(key)
    if not isinstance(rows, list):
        raise ValueError(f"“{key}” must be a list of lists of numbers.")
    return [_vector(row, f"{key}, row {number}") for number, row in enumerate(rows, start=1)]


def _vector(values: object, where: str) -> tuple[float, ...]:
    if not isinstance(values, list):
        raise ValueError(f"“{where}” must be a list of numbers.")
    return tuple(_number(value, where) for value in values)


def _number(value: object, where: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError(f"“{where}” holds {json.dumps(value)[:40]}, which is not a number.")
    try:
        number = float(value)
    except OverflowError:
        number = math.inf
    if math.isnan(number):
        raise ValueError(f"“{where}” holds NaN, which is not a number.")
    if not math.isfinite(number):
        raise ValueError(f"“{where}” holds a number that a 64-bit float cannot hold.")
    return number


def _decimals(vectors: list[tuple[float, ...]]) -> int:
    """The most decimals that any number is written with, from 1 to 15."""
    exponents = [Decimal(repr(value)).as_tuple().exponent for vector in vectors for value in vector]
    return max(1, min(MOST_DECIMALS, max((-int(exponent) for exponent in exponents), default=1)))
