"""Reads a text as a table of numbers: tries each separator with each decimal mark and takes the only way that fits.

Where two ways fit and give other numbers, it takes neither: a person must choose.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from perceptron.cells import MARKS, SEPARATORS, Line, MisfitError, count_numbers, rectangle, split_lines
from perceptron.datasets import DataSet
from perceptron.fields import counted, shortened
from perceptron.floats import most_decimals
from perceptron.roles import Roles, Table, arranged
from perceptron.splits import EVERY_ROW, Split, divide

LOOKED_AT = 100  # lines that tell which way of reading comes nearest
MOST_COMPARED = 4  # numbers of a line that is shown in two readings


@dataclass(frozen=True)
class Choices:
    """What a person says of a table; empty or None leaves it to the table itself.

    `separator` is a name in SEPARATORS, `decimal` one in MARKS, `target` the name or the number of a column.
    """

    separator: str = ""
    decimal: str = ""
    header: bool | None = None
    target: str = ""
    test: Split = EVERY_ROW

    @property
    def roles(self) -> Roles:
        """What is said of the columns."""
        return Roles(self.header, self.target, self.test.column)


UNDECIDED = Choices()


class Way(NamedTuple):
    """One of several ways to read a table: the choices that make it, and what a line holds when it is read so."""

    separator: str
    decimal: str
    numbers: str


class SeveralReadingsError(ValueError):
    """A text is a table in several ways; `undecided` names the choices that decide, as in `Choices`.

    `ways` are these ways, and `line` is what the first line that they read otherwise says, in short.
    """

    def __init__(self, text: str, tables: Sequence[Table]) -> None:
        number, self.line, self.ways = _contrast(text, tables)
        super().__init__(_question(number, self.line, self.ways))
        self.undecided = [name for name in ("separator", "decimal") if len({getattr(t, name) for t in tables}) > 1]


def read_table(text: str, choices: Choices) -> Table:
    """Read a table in the only way that fits.

    Raises SeveralReadingsError when several fit, and else ValueError with the complaint of the way that comes nearest.
    """
    text, hint = _without_hint(text)
    chosen = choices.separator or hint
    separators = [chosen] if chosen else list(SEPARATORS)
    tables: dict[object, Table] = {}
    misfits: list[tuple[int, bool, MisfitError]] = []
    for separator in separators:
        try:
            lines = _lines(text, separator, separators)
        except MisfitError as misfit:
            misfits.append((-1, False, misfit))
            continue
        for decimal in (choices.decimal,) if choices.decimal else _marks(lines):
            is_rectangle = False
            try:
                cells = rectangle(lines, separator)
                is_rectangle = True
                table = arranged(cells, decimal, choices.roles)
                tables.setdefault((table.rows, table.classes, table.test), table)
            except MisfitError as misfit:
                misfits.append((count_numbers(lines[:LOOKED_AT], decimal), is_rectangle, misfit))
    if len(tables) > 1:
        raise SeveralReadingsError(text, list(tables.values()))
    if not tables:
        raise ValueError(str(max(misfits, key=lambda found: found[:2])[2]))
    return next(iter(tables.values()))


def data_set(name: str, table: Table, split: Split) -> DataSet:
    """The rows of a table, divided for training and test. Answers are compared at the targets' own decimals."""
    training, test = divide(table.rows, split, table.test)
    decimals = most_decimals(row.target for row in table.rows)
    return DataSet(name, training, test, decimals, table.inputs, table.target, table.classes)


def summary(table: Table, data: DataSet) -> str:
    """How a table was read, in one line."""
    inputs = ", ".join(table.inputs)
    rows, columns = counted(len(table.rows), "row"), counted(len(table.inputs), "input")
    marks = [f"{table.separator}s", *([f"decimal {table.decimal}"] if table.decimal else [])]
    parts = [
        f"Read as: {rows}, {columns} ({inputs}) → {table.target}",
        ", ".join([*marks, "header" if table.header else "no header"]),
    ]
    if table.row_names:
        parts.append("the first column holds row names and is left out")
    if table.classes:
        parts.append(" and ".join([f"“{shortened(name)}” is {number}" for number, name in enumerate(table.classes)]))
    if len(data.training) < len(table.rows):
        parts.append(f"{counted(len(data.training), 'training row')}, {counted(len(data.test), 'test row')}")
    return "; ".join(parts) + "."


def _without_hint(text: str) -> tuple[str, str]:
    """The text without the line “sep=;” that is meant for Excel, and the separator that it names."""
    found = re.match(r'"?sep=([,;\t ])"?(\1| )*(?=\r|\n)', text, re.IGNORECASE)
    if not found:
        return text, ""
    return text[found.end() :], next(name for name, mark in SEPARATORS.items() if mark == found[1])


def _lines(text: str, separator: str, tried: Sequence[str]) -> list[Line]:
    if SEPARATORS[separator] not in text:
        names = " or ".join(", ".join([f"{name}s" for name in tried]).rsplit(", ", 1))
        raise MisfitError(f"has only one column, because its cells are not separated by {names}.")
    return split_lines(text, separator)


def _marks(lines: Sequence[Line]) -> Sequence[str]:
    """The decimal marks to try."""
    marked = any(mark in cell for line in lines for cell in line.cells for mark in MARKS.values())
    return tuple(MARKS) if marked else ("point",)


def _contrast(text: str, tables: Sequence[Table]) -> tuple[int, str, tuple[Way, ...]]:
    """The first line that the first two readings read otherwise, its number and text, and what it is in each."""
    rows = [dict(zip(table.lines, table.rows, strict=True)) for table in tables]
    line = next((line for line in rows[0] if rows[0][line] != rows[1].get(line)), tables[0].lines[0])
    source = re.split(r"\r\n|\r|\n", text)[line - 1].replace("\t", " ")
    ways = []
    for table, found in zip(tables, rows, strict=True):
        numbers: list[str] = []
        if line in found:
            inputs, target = found[line]
            numbers = [f"{number:.15g}" for number in (*inputs, target)]
        more = [] if len(numbers) <= MOST_COMPARED else ["…"]
        ways.append(Way(table.separator, table.decimal, " | ".join(numbers[:MOST_COMPARED] + more)))
    return line, shortened(source), tuple(ways)


def _question(number: int, line: str, ways: Sequence[Way]) -> str:
    """What a line is in each of the ways in which it holds a row."""
    told = [f"{way.numbers} with {way_in_words(way)}" for way in ways if way.numbers]
    return f"can be read in {len(ways)} ways: line {number}, “{line}”, is {', or '.join(told)}."


def way_in_words(way: Way) -> str:
    """As in “semicolons and a decimal comma”."""
    return f"{way.separator}s{f' and a decimal {way.decimal}' if way.decimal else ''}"
