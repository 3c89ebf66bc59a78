"""Says which column of a table is what: row names, an input, the target, or what chooses the test rows."""

from collections.abc import Sequence
from dataclasses import dataclass

from perceptron.cells import MARKS, Cells, MisfitError, are_row_names, can_be_number
from perceptron.columns import Column, classes_in, numbers_in, targets_in, tests_in
from perceptron.datasets import Row
from perceptron.fields import shortened
from perceptron.limits import check_inputs, check_row_count


@dataclass(frozen=True)
class Roles:
    """What a person says of a table's columns; empty or None leaves it to the table itself.

    `target` and `test` are a column's name or its number, counted from 1.
    """

    header: bool | None = None
    target: str = ""
    test: str = ""


@dataclass(frozen=True)
class Table:
    """What a text says when it is read as a table of numbers in one way.

    `decimal` is empty where no number has a decimal mark or a mark between thousands.
    `classes` are the two names that the target has instead of 0 and 1. `test` is what the column for it says: which
    rows are test rows; it is empty where there is no such column. `columns` are all that can be given another role:
    the number and the name of each, which may be empty.
    """

    separator: str
    decimal: str
    header: bool
    row_names: bool
    inputs: tuple[str, ...]
    target: str
    classes: tuple[str, ...]
    lines: tuple[int, ...]
    rows: tuple[Row, ...]
    test: tuple[bool, ...]
    columns: tuple[tuple[int, str], ...]


def arranged(cells: Cells, decimal: str, roles: Roles) -> Table:
    """Find the columns' roles and read their numbers. Raises MisfitError when that does not go."""
    header = not any(map(can_be_number, cells.lines[0].cells)) if roles.header is None else roles.header
    columns = _columns(cells, header)
    row_names = header and not columns[0].name
    if row_names and not are_row_names(columns[0].cells):
        raise MisfitError(
            f"{columns[0].where(0)} is in a column that has no name and does not count the rows; "
            "give it a name, or delete it."
        )
    named = columns[1:] if row_names else columns
    chooser = _found(named, roles.test) if roles.test else None
    left = [column for column in named if column is not chooser]
    target = _found(left, roles.target) if roles.target else left[-1] if left else None
    inputs = [column for column in left if column is not target]
    if target is None or not inputs:
        raise MisfitError("has only one column that can be used; a table needs at least one input and a target.")
    if _has_second_header(cells, header):
        raise MisfitError(f"{columns[0].holds(0)}, which is not a number; is this line a second header?")
    vectors = list(zip(*[numbers_in(column, decimal) for column in inputs], strict=True))
    classes = classes_in(target, decimal)
    targets = [float(classes.index(cell)) for cell in target.cells] if classes else targets_in(target, decimal)
    marked = [*inputs, target] if not classes else inputs
    # Only a table that fits is too large or too small; before, another way of reading may fit.
    check_inputs(len(inputs))
    check_row_count(len(targets))
    if len(targets) < 2:
        raise ValueError("has only one row; the neuron needs at least two to learn from.")
    return Table(
        cells.separator,
        decimal if any(map(_has_mark, marked)) else "",
        header,
        row_names,
        tuple([column.title for column in inputs]),
        target.title,
        classes,
        target.lines,
        tuple([Row(*pair) for pair in zip(vectors, targets, strict=True)]),
        tests_in(chooser) if chooser else (),
        tuple([(column.place, column.name) for column in named]),
    )


def _has_second_header(cells: Cells, header: bool) -> bool:
    """Whether a line without any number, such as one of units, follows the header, and then one with numbers."""
    if not header or len(cells.lines) < 3:
        return False
    return not any(map(can_be_number, cells.lines[1].cells)) and any(map(can_be_number, cells.lines[2].cells))


def _columns(cells: Cells, header: bool) -> list[Column]:
    lines = cells.lines[1:] if header else cells.lines
    if not lines:
        raise MisfitError("has a header, but no rows.")
    names = cells.lines[0].cells if header else ("",) * len(cells.places)
    numbers = tuple([line.number for line in lines])
    columns = zip(*[line.cells for line in lines], strict=True)
    return [Column(*column) for column in zip(cells.places, names, [numbers] * len(names), columns, strict=True)]


def _found(columns: Sequence[Column], wanted: str) -> Column:
    """The column of a name, or else of a number."""
    named = [column for column in columns if column.name and column.name == wanted]
    numbered = [column for column in columns if str(column.place) == wanted]
    if len(named) > 1:
        places = " and ".join([str(column.place) for column in named])
        raise MisfitError(f"has several columns of the name “{shortened(wanted)}”; choose one by its number: {places}.")
    if named or numbered:
        return (named or numbered)[0]
    titles = ", ".join([f"{column.place} ({shortened(column.name)})" for column in columns if column.name])
    places = titles or ", ".join([str(column.place) for column in columns])
    raise MisfitError(f"has no column “{shortened(wanted)}” that can be chosen; the columns are {places}.")


def _has_mark(column: Column) -> bool:
    return any(mark in cell for cell in column.cells for mark in MARKS.values())
