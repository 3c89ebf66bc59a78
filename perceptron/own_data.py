"""Makes a data set of a person's own text: a table, or JSON in the article's form."""

from collections.abc import Callable

from perceptron import data_form, tables
from perceptron.datasets import DataSet
from perceptron.json_text import parsed
from perceptron.tables import UNDECIDED, Choices


def own_data(name: str, text: str, choices: Choices, tell: Callable[[str], None]) -> DataSet:
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
        return data_form.data_set(name, parsed(text, data_form.MUST_HOLD), tell)
    table = tables.read_table(text, choices)
    data = tables.data_set(name, table, choices.test)
    tell(tables.summary(table, data))
    return data
