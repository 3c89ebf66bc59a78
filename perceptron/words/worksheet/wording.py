"""How an exercise stands on paper."""

from decimal import Decimal
from typing import NamedTuple

from perceptron.fields import counted, shortened
from perceptron.findings.worksheet.subject import Met, Subject
from perceptron.numerals import with_minus
from perceptron.words.questions import question_in_words

MOST_OF_A_ROW = 48
BLANK = ""  # a cell that students fill in


class Wording(NamedTuple):
    """On the sheet: a title, what is given, a table and what is asked. In the key: the answers, and notes for teachers.

    The table’s first row are its heads; it is empty where there is none. Each thing that is asked has one answer, and
    may have a note about it; a table with blank cells has one answer for each row. A note may also be about the whole
    exercise. The things numbered in `to_explain`, from 0, are answered in sentences.
    """

    title: str
    given: str
    table: tuple[tuple[str, ...], ...]
    asks: tuple[str, ...]
    answers: tuple[str, ...]
    note: str = ""  # about the whole exercise
    answer_notes: tuple[str, ...] = ()  # one for each answer, or none at all
    to_explain: tuple[int, ...] = ()


def number(value: Decimal) -> str:
    """A number on paper, with a real minus sign."""
    return with_minus(format(value, "f"))


def factor(value: Decimal) -> str:
    """The same within a product or a sum: a negative number is in brackets."""
    return f"({number(value)})" if value < 0 else number(value)


def row_named(subject: Subject, met: Met) -> str:
    """A row by its inputs, in the data's own units, as in “0.3 + 0.4”."""
    return shortened(with_minus(question_in_words(subject.run.settings.data, met.row.inputs)), MOST_OF_A_ROW)


def when(subject: Subject) -> str:
    """A sentence about an earlier moment of the run than that of the sheet, where it is one."""
    if not subject.is_earlier:
        return ""
    moment = f"after {counted(subject.epoch, 'epoch')}" if subject.epoch else "before training"
    return f" (These are its numbers {moment}.)"
