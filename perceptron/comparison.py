"""Whether a run prints what the article prints: two tables of 25 lines, one before and one after training."""

from collections.abc import Sequence
from typing import NamedTuple

from perceptron.datasets import ARTICLE_AFTER, ARTICLE_BEFORE
from perceptron.scoring import Verdict, lines_alike

MOST_DIFFERENCES_TOLD = 3


class Comparison(NamedTuple):
    """How many of the article's lines a run prints: in a sentence, and what differs in another, or nothing."""

    alike: int
    total: int
    sentence: str
    differences: str


def compare_with_article(
    before: Sequence[Verdict], after: Sequence[Verdict] | None, learning_rate_changed: bool = False
) -> Comparison:
    """Compare a run on the article's data with its printed tables; `after` is None while untrained.

    A run whose learning rate changed on the way is not the article's, even if it prints the same lines.
    Raises ValueError when the verdicts are not for the article's 25 test rows.
    """
    lines = len(ARTICLE_BEFORE)
    alike_before = lines_alike(before, ARTICLE_BEFORE)
    if after is None:
        same = "Same as the article so far" if alike_before == lines else "As in the article so far"
        sentence = f"{same}: {alike_before} of {lines} lines before training."
        return Comparison(alike_before, lines, sentence, _differences(before, ARTICLE_BEFORE))
    alike_after = lines_alike(after, ARTICLE_AFTER)
    alike, total = alike_before + alike_after, 2 * lines
    if alike == total and learning_rate_changed:
        sentence = f"All {total} lines are as in the article, but here the learning rate changed on the way."
        return Comparison(alike, total, sentence, "")
    if alike == total:
        return Comparison(alike, total, f"Same as the article: {total} of {total} lines.", "")
    parts = f"{alike_before} of {lines} before training, {alike_after} of {lines} after"
    told = (before, ARTICLE_BEFORE) if alike_after == lines else (after, ARTICLE_AFTER)
    return Comparison(alike, total, f"As in the article: {alike} of {total} lines ({parts}).", _differences(*told))


def _differences(verdicts: Sequence[Verdict], predictions: Sequence[str]) -> str:
    """The first few rows that differ, in words; empty when none does."""
    differing = [
        f"for {' + '.join(map(str, verdict.inputs))} the article prints {prediction}, this run {verdict.printed}"
        for verdict, prediction in zip(verdicts, predictions, strict=True)
        if verdict.printed != prediction
    ]
    if not differing:
        return ""
    told = "; ".join(differing[:MOST_DIFFERENCES_TOLD])
    more = len(differing) - MOST_DIFFERENCES_TOLD
    rest = f"; and {more} more" if more > 0 else ""
    return f"{told[0].upper()}{told[1:]}{rest}."
