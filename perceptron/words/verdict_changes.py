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
    both = f"Both get {counted(found.both, 'test row')} right" + (
        f" and {grouped(found.neither)} wrong." if found.neither else "."
    )
    if not found.changed:
        return f"{both} No row has another verdict."
    gained = [change for change in found.changed if change.gained]
    lost = [change for change in found.changed if not change.gained]
    parts = [_only(data, "this run", gained), _only(data, "the other run", lost)]
    return " ".join([both, *filter(None, parts)])


def _only(data: DataSet, whose: str, changes: Sequence[VerdictChange]) -> str:
    if not changes:
        return ""
    rows = [
        f"{question_in_words(data, change.inputs)} ({change.here} here, {change.there} there)"
        for change in changes[:MOST_LISTED]
    ]
    more = [f"{grouped(len(changes) - MOST_LISTED)} more"] if len(changes) > MOST_LISTED else []
    return with_minuses(f"Only {whose} gets {grouped(len(changes))} right: {'; '.join(rows + more)}.")
