"""Changes single training rows of a data set, as a person types them.

Each change makes another data set. Where all rows are training and test rows, the change is for both.
"""

from collections.abc import Sequence
from dataclasses import replace

from perceptron.datasets import DataSet, Row
from perceptron.fields import QUESTION, shortened
from perceptron.floats import MOST_DECIMALS, check_target, held, most_decimals
from perceptron.limits import check_row_count
from perceptron.rules import is_followed

# As many as a table must have.
FEWEST_ROWS = 2


class CellError(ValueError):
    """What was typed for a cell cannot stand there; `column` counts the inputs from 0, and then the target."""

    def __init__(self, column: int, sentence: str) -> None:
        super().__init__(sentence)
        self.column = column


def with_cell(data: DataSet, row: int, column: int, text: str) -> DataSet:
    """The data set with another number, or name of a class, in one cell. Raises CellError with a sentence to show."""
    inputs, target = data.training[row]
    value = _value(data, column, text)
    if column == data.inputs:
        changed = Row(inputs, value)
    else:
        changed = Row((*inputs[:column], value, *inputs[column + 1 :]), target)
    return _with_training(data, (*data.training[:row], changed, *data.training[row + 1 :]))


def with_row(data: DataSet, texts: Sequence[str]) -> DataSet:
    """The data set with one more training row, at the end: the inputs and then the target.

    Raises ValueError with a sentence to show, for a cell CellError.
    """
    if len(texts) != data.inputs + 1:
        raise ValueError(f"A row has {data.inputs + 1} cells here; this one has {len(texts)}.")
    check = [_value(data, column, text) for column, text in enumerate(texts)]
    try:
        check_row_count(len(data.training) + 1, "training row")
    except ValueError as error:
        raise ValueError(f"The data {error}") from None
    return _with_training(data, (*data.training, Row(tuple(check[:-1]), check[-1])))


def without_row(data: DataSet, row: int) -> DataSet:
    """The data set without this training row. Raises ValueError when too few would be left."""
    if len(data.training) <= FEWEST_ROWS:
        raise ValueError("This row stays, because the neuron needs at least two rows to learn from.")
    return _with_training(data, (*data.training[:row], *data.training[row + 1 :]))


def cell_text(data: DataSet, row: Row, column: int) -> str:
    """A cell as a person reads and types it: every digit of a number, or the name of a class."""
    if column < data.inputs:
        return _plain(row.inputs[column])
    return data.classes[int(row.target)] if data.classes else _plain(row.target)


def _with_training(data: DataSet, training: tuple[Row, ...]) -> DataSet:
    """The data set with other training rows; its rule goes if a target does not follow it any longer."""
    test = training if data.test == data.training else data.test
    decimals = max(data.decimals, most_decimals(row.target for row in training))
    changed = replace(data, training=training, test=test, decimals=min(decimals, MOST_DECIMALS))
    return changed if not data.rule or is_followed(data.rule, changed) else replace(changed, rule="")


def _value(data: DataSet, column: int, text: str) -> float:
    """What a text means in this column."""
    is_target = column == data.inputs
    name = data.target_name if is_target else data.input_names[column]
    if is_target and data.classes:
        if text.strip() not in data.classes:
            raise CellError(column, f"{name} is {' or '.join(data.classes)}; “{shortened(text)}” is neither.")
        return float(data.classes.index(text.strip()))
    try:
        plain = QUESTION.named(name).canonical(text)
    except ValueError as error:
        raise CellError(column, str(error)) from None
    try:
        value = held(plain)
        if is_target:
            check_target(value)
    except ValueError as error:
        raise CellError(column, f"{name}: the cell holds {error}.") from None
    return value


def _plain(value: float) -> str:
    return repr(value).removesuffix(".0")
