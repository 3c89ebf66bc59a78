"""Says which test rows two runs judge differently."""

from collections.abc import Sequence

from perceptron.datasets import DataSet
from perceptron.fields import counted, grouped
from perceptron.findings.verdict_changes import VerdictChange, VerdictChanges
from perceptron.words.numbers import with_minuses
from perceptron.words.questions import question_in_words

MOST_LISTED = 6


def verdict_changes_in_words(data: DataSet, found: VerdictChanges) -> str:
    """How many rows both get right, and which only one does."""
    return _said(data, found, ("this run", "the other run"), "({} here, {} there)")


def verdict_changes_of_two(data: DataSet, found: VerdictChanges, here: str, there: str) -> str:
    """The same of two runs that have letters."""
    return _said(data, found, (f"run {here}", f"run {there}"), f"({here} says {{}}, {there} says {{}})")


def other_rows_in_words(here: str, there: str) -> str:
    """Why two runs with letters have no rows in common."""
    return f"Runs {here} and {there} have different test rows, so no row can change its verdict."


def _said(data: DataSet, found: VerdictChanges, whose: tuple[str, str], answers: str) -> str:
    both = f"Both get {counted(found.both, 'test row')} right" + (
        f" and {grouped(found.neither)} wrong." if found.neither else "."
    )
    if not found.changed:
        return f"{both} No row has another verdict."
    gained = [change for change in found.changed if change.gained]
    lost = [change for change in found.changed if not change.gained]
    parts = [_only(data, whose[0], gained, answers), _only(data, whose[1], lost, answers)]
    return " ".join([both, *filter(None, parts)])


def _only(data: DataSet, whose: str, changes: Sequence[VerdictChange], answers: str) -> str:
    if not changes:
        return ""
    rows = [
        f"{question_in_words(data, change.inputs)} {answers.format(change.here, change.there)}"
        for change in changes[:MOST_LISTED]
    ]
    more = [f"{grouped(len(changes) - MOST_LISTED)} more"] if len(changes) > MOST_LISTED else []
    return with_minuses(f"Only {whose} gets {grouped(len(changes))} right: {'; '.join(rows + more)}.")
