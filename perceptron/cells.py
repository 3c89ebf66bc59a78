"""Splits a text into the cells of a table, at one kind of separator, and knows which cells are numbers."""

import csv
import io
import re
from collections.abc import Sequence
from typing import NamedTuple

from perceptron.fields import WITHOUT_ROOM, counted
from perceptron.limits import MOST_ROWS, check_row_count
from perceptron.numerals import reading

SEPARATORS = {"comma": ",", "semicolon": ";", "tab": "\t", "space": " "}
MARKS = {"point": ".", "comma": ","}
# Numbers as they mostly are; `reading` reads them alike, but takes ten times as long.
USUAL = {name: re.compile(rf"-?[0-9]+([{mark}][0-9]+)?") for name, mark in MARKS.items()}
MOST_DIGITS = 9  # of a number that counts a row
# What cannot be seen at the ends of a cell. Sheets and web pages leave marks for the direction of writing and the like
# there, and “yes” with one of them would be another name than “yes”.
SPACES = "".join(filter(str.isspace, map(chr, range(0x3001))))
UNSEEN_AT_ENDS = SPACES + "".join([chr(code) for first, last in WITHOUT_ROOM for code in range(first, last + 1)])


class MisfitError(ValueError):
    """Why a text is no table of numbers when it is read in one of several ways."""


class Line(NamedTuple):
    """The cells of one row, and the number of the line that it begins in."""

    number: int
    cells: tuple[str, ...]


class Cells(NamedTuple):
    """A rectangle of cells with at least two columns. `places` are the columns' numbers in the text, from 1."""

    separator: str
    lines: tuple[Line, ...]
    places: tuple[int, ...]


def split_lines(text: str, separator: str) -> list[Line]:
    """The lines that are not blank, split into cells. Raises MisfitError when a quotation mark is wrong."""
    mark = SEPARATORS[separator]
    spaces = mark == " "
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark, skipinitialspace=not spaces, strict=True)
    lines = []
    number = 1
    try:
        for record in reader:
            # Several spaces are one separator.
            cells = tuple([cell.strip(UNSEEN_AT_ENDS) for cell in record if cell or not spaces])
            if any(cells):
                lines.append(Line(number, cells))
            number = reader.line_num + 1
    except csv.Error as error:
        raise MisfitError(
            f"line {number} cannot be split at {separator}s ({error}); is a quotation mark not closed?"
        ) from None
    return lines


def rectangle(lines: Sequence[Line], separator: str) -> Cells:
    """The lines as a rectangle, without empty columns. Raises MisfitError when not all have as many cells.

    Separators at the ends of lines make no cells, so they need not be as many in each. The header that R writes above
    row names has no cell for them; it gets an empty one.
    """
    if not lines:
        raise MisfitError("has no cell that holds anything.")
    if len(lines) > MOST_ROWS + 1:  # one may be a header
        check_row_count(len(lines))
    filled = max(_filled(line) for line in lines)
    first, *others = [Line(line.number, line.cells[:filled]) for line in lines]
    if _is_header_of_r(first, others):
        first = Line(first.number, ("", *first.cells))
    width = len(first.cells)
    for line, written in zip(others, lines[1:], strict=True):
        if len(line.cells) != width:
            cells = counted(len(written.cells), "cell")
            raise MisfitError(
                f"line {line.number} has {cells} between {separator}s, "
                f"but line {first.number} has {len(lines[0].cells)}; all must have as many."
            )
    places = [place for place in range(width) if any(line.cells[place] for line in (first, *others))]
    if len(places) < 2:
        raise MisfitError("has only one column; a table needs at least one input and a target.")
    kept = [Line(line.number, tuple([line.cells[place] for place in places])) for line in (first, *others)]
    return Cells(separator, tuple(kept), tuple([place + 1 for place in places]))


def are_row_names(cells: Sequence[str]) -> bool:
    """Whether the cells of a column count the rows, or name each of them, as R and pandas write it."""
    first = cells[0]
    if first.isdecimal() and len(first) <= MOST_DIGITS:
        return all(cell == str(int(first) + row) for row, cell in enumerate(cells))
    return len(set(cells)) == len(cells) and not any(map(can_be_number, cells))


def count_numbers(lines: Sequence[Line], decimal: str) -> int:
    """How many cells are numbers, in lines of several cells."""
    return sum(is_number(cell, decimal) for line in lines if len(line.cells) > 1 for cell in line.cells)


def can_be_number(cell: str) -> bool:
    """Whether it is a number with one of the decimal marks."""
    return any(is_number(cell, decimal) for decimal in MARKS)


def is_number(cell: str, decimal: str) -> bool:
    """Whether it is a number with this decimal mark."""
    return plain_number(cell, decimal) != ""


def plain_number(cell: str, decimal: str) -> str:
    """The number in a cell as a plain decimal. A comma at its end is no decimal mark: it separates."""
    if USUAL[decimal].fullmatch(cell):
        return cell.replace(",", ".")
    return "" if cell.endswith(",") else reading(cell, MARKS[decimal])


def _filled(line: Line) -> int:
    """How many cells it has up to the last one that holds anything."""
    return max(place for place, cell in enumerate(line.cells, start=1) if cell)


def _is_header_of_r(first: Line, others: Sequence[Line]) -> bool:
    """Whether it has one cell fewer than the others, which begin with row names."""
    return (
        len(first.cells) > 1
        and len(others) > 0
        and len(others[0].cells) == len(first.cells) + 1
        and not any(map(can_be_number, first.cells))
        and are_row_names([line.cells[0] for line in others])
    )
