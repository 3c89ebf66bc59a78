"""Makes a data set of a person's own text: a table, or JSON in the article's form."""

from collections.abc import Callable
from typing import NamedTuple

from perceptron import data_form, tables
from perceptron.datasets import DataSet
from perceptron.json_text import parsed
from perceptron.roles import Table
from perceptron.tables import UNDECIDED, Choices


class OwnData(NamedTuple):
    """The data set, and the table that it was read from; None where it was JSON."""

    data: DataSet
    table: Table | None


def own_data(name: str, text: str, choices: Choices, tell: Callable[[str], None]) -> DataSet:
    """The data set that a text is, as `read_own_data` reads it."""
    return read_own_data(name, text, choices, tell).data


def read_own_data(name: str, text: str, choices: Choices, tell: Callable[[str], None]) -> OwnData:
    """Read a text; `tell` gets a sentence for each thing that a person should know about how it was read.

    Raises ValueError with one clear sentence when it cannot be read.
    """
    text = text.removeprefix("\ufeff")  # a byte-order mark
    beginning = text.lstrip()[:1]
    if not beginning:
        raise ValueError("is empty.")
    if beginning == "<":
        raise ValueError("is a web page or XML; only tables and JSON can be read.")
    if beginning in ("{", "["):
        if choices != UNDECIDED:
            raise ValueError(
                "is JSON, which says itself what is input, target and test row; what is said of tables does not apply."
            )
        return OwnData(data_form.data_set(name, parsed(text, data_form.MUST_HOLD), tell), None)
    table = tables.read_table(text, choices)
    data = tables.data_set(name, table, choices.test)
    tell(tables.summary(table, data))
    return OwnData(data, table)
