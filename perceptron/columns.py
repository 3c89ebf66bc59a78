"""A column of a table, and what its cells can be: numbers, two classes, row names, or what chooses the test rows."""

import re
from typing import NamedTuple

from perceptron.cells import MisfitError, can_be_number, is_number, plain_number
from perceptron.fields import counted, shortened
from perceptron.floats import check_target, held

SAYS_TEST = {"test": True, "1": True, "train": False, "training": False, "0": False}
# What programs and people write for a value that is missing or went wrong; no class has such a name.
MISSING = ("", "na", "n/a", "n.a.", "<na>", "nat", "n.d.", "k.a.", "null", "none", "?", "--", ".", "..", "...", "…")
NOT_A_NUMBER = ("nan", "-nan", "nan(ind)", "-nan(ind)", "1.#qnan", "1.#ind", "-1.#ind")
INFINITE = tuple([sign + word for sign in ("", "+", "-", "−") for word in ("inf", "infinity", "∞", "1.#inf")])
NO_NAMES = (*MISSING, *NOT_A_NUMBER, *INFINITE)
# These are a name only beside a plus; else they stand for a missing value.
DASHES = "-–—−"
# Hexadecimal numbers, and exponents as Fortran writes them.
NUMBERS_ELSEWHERE = re.compile(r"[-+]?(0x[0-9a-f]+|[0-9.,]+d[-+]?[0-9]+)")
MOST_LISTED = 3


class Column(NamedTuple):
    """A column from top to bottom; `lines` are the numbers of the lines that its cells are in."""

    place: int
    name: str
    lines: tuple[int, ...]
    cells: tuple[str, ...]

    @property
    def title(self) -> str:
        """The name to show."""
        return shortened(self.name) if self.name else f"column {self.place}"

    def where(self, row: int) -> str:
        """Which cell it is, as in "line 3, cell 2 (sleep)"."""
        named = f" ({shortened(self.name)})" if self.name else ""
        return f"line {self.lines[row]}, cell {self.place}{named}"

    def holds(self, row: int) -> str:
        """Which cell it is and what it holds, to begin a complaint."""
        cell = self.cells[row]
        return f"{self.where(row)} holds “{shortened(cell)}”" if cell else f"{self.where(row)} is empty"


def numbers_in(column: Column, decimal: str) -> list[float]:
    """The numbers of a column. Raises MisfitError at the first cell that is none."""
    numbers = []
    for row, cell in enumerate(column.cells):
        plain = plain_number(cell, decimal)
        if not plain:
            raise MisfitError(_no_number(column, row, decimal))
        try:
            numbers.append(held(plain))
        except ValueError as error:
            raise MisfitError(f"{column.where(row)} holds {error}.") from None
    return numbers


def targets_in(column: Column, decimal: str) -> list[float]:
    """The numbers of a target. Raises MisfitError at the first cell that answers cannot be compared with."""
    targets = numbers_in(column, decimal)
    for row, target in enumerate(targets):
        try:
            check_target(target)
        except ValueError as error:
            raise MisfitError(f"{column.where(row)} holds {error}.") from None
    return targets


def classes_in(column: Column, decimal: str) -> tuple[str, ...]:
    """The two names in a target, the first in the alphabet first; none where it has numbers.

    Raises MisfitError when it has other than two names.
    """
    if any(is_number(cell, decimal) for cell in column.cells):
        return ()
    for row, cell in enumerate(column.cells):
        is_dash = cell in DASHES and "+" not in column.cells
        if is_dash or _is_no_name(cell) or _is_several_cells(cell):
            raise MisfitError(_no_number(column, row, decimal))
        if not _can_be_name(cell):
            why = "is this line a header?" if row == 0 and not column.name else "the name of a class needs a letter."
            raise MisfitError(f"{column.holds(row)}, which is not a number; {why}")
    names = sorted(set(column.cells), key=lambda name: (name.casefold(), name))
    if len(names) != 2:
        listed = ", ".join([f"“{shortened(name)}”" for name in names[:MOST_LISTED]])
        more = ", …" if len(names) > MOST_LISTED else ""
        raise MisfitError(
            f"{column.holds(0)}, which is not a number, and its column holds {counted(len(names), 'name')} "
            f"({listed}{more}); a target has numbers or exactly two names."
        )
    return tuple(names)


def tests_in(column: Column) -> tuple[bool, ...]:
    """Which rows are test rows, as a column says it. Raises MisfitError at the first cell that does not say so."""
    for row, cell in enumerate(column.cells):
        if cell.lower() not in SAYS_TEST:
            raise MisfitError(
                f"{column.holds(row)}; a column that chooses the test rows says test or training, or 1 or 0."
            )
    return tuple([SAYS_TEST[cell.lower()] for cell in column.cells])


def _no_number(column: Column, row: int, decimal: str) -> str:
    """The complaint of a cell that must be a number and is none."""
    if not column.cells[row]:
        return f"{column.holds(row)}."
    if can_be_number(column.cells[row]):
        return f"{column.holds(row)}, which is not a number with a decimal {decimal}."
    # Other cells of a first row are numbers, or its line would be taken for a header.
    end = "; is this line a header?" if row == 0 and not column.name else "."
    unseen = "; � stands for a character that cannot be seen" if "�" in column.holds(row) else ""
    return f"{column.holds(row)}, which is not a number{unseen}{end}"


def _is_no_name(cell: str) -> bool:
    """Whether it stands for a missing value or a formula, or is a number that only other programs write."""
    return (
        cell.lower() in NO_NAMES or cell.startswith(("#", "=")) or NUMBERS_ELSEWHERE.fullmatch(cell.lower()) is not None
    )


def _can_be_name(cell: str) -> bool:
    """Whether it is no amount, date or time, such as “5 %”, “$5”, “1/2” and “12:30”: it has letters, or no digits."""
    return any(map(str.isalpha, cell)) or not any(map(str.isdigit, cell))


def _is_several_cells(name: str) -> bool:
    """Whether it is no name, but what another separator makes several cells of, as in “5;yes” and “5 1”."""
    return any(map(can_be_number, re.split("[;,\t]", name))) or all(map(can_be_number, name.split()))
