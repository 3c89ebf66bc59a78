"""Whether a run gives the same lines as the article: two tables of 25 lines, before and after training."""

from collections.abc import Sequence
from typing import NamedTuple

from perceptron.datasets import ARTICLE_AFTER, ARTICLE_BEFORE
from perceptron.scoring import Verdict, lines_alike

MOST_DIFFERENCES_TOLD = 3


class Comparison(NamedTuple):
    """How many of the article's lines a run matches, a sentence about that, and one about the differences."""

    alike: int
    total: int
    sentence: str
    differences: str


def compare_with_article(
    before: Sequence[Verdict], after: Sequence[Verdict] | None, learning_rate_changed: bool = False
) -> Comparison:
    """Compare a run on the article's data with its printed tables; `after` is None while untrained.

    A run whose learning rate changed is not the article's, even if all lines are the same.
    Raises ValueError when the verdicts are not for the article's 25 test rows.
    """
    lines = len(ARTICLE_BEFORE)
    alike_before = lines_alike(before, ARTICLE_BEFORE)
    if after is None:
        sentence = f"{alike_before} of {lines} lines before training match the article."
        if alike_before == lines:
            sentence = f"Same as the article so far: {lines} of {lines} lines before training."
        return Comparison(alike_before, lines, sentence, _differences(before, ARTICLE_BEFORE))
    alike_after = lines_alike(after, ARTICLE_AFTER)
    alike, total = alike_before + alike_after, 2 * lines
    if alike == total and learning_rate_changed:
        sentence = f"All {total} lines match the article, but the learning rate changed during this run."
        return Comparison(alike, total, sentence, "")
    if alike == total:
        return Comparison(alike, total, f"Same as the article: {total} of {total} lines.", "")
    parts = f"{alike_before} of {lines} before training, {alike_after} of {lines} after"
    told = (before, ARTICLE_BEFORE) if alike_after == lines else (after, ARTICLE_AFTER)
    return Comparison(alike, total, f"{alike} of {total} lines match the article ({parts}).", _differences(*told))


def _differences(verdicts: Sequence[Verdict], predictions: Sequence[str]) -> str:
    """The first few rows that differ, in words; empty when all are the same."""
    differing = [
        f"for {' + '.join(map(str, verdict.inputs))} the article has {prediction}, this run has {verdict.printed}"
        for verdict, prediction in zip(verdicts, predictions, strict=True)
        if verdict.printed != prediction
    ]
    if not differing:
        return ""
    told = "; ".join(differing[:MOST_DIFFERENCES_TOLD])
    more = len(differing) - MOST_DIFFERENCES_TOLD
    rest = f"; and {more} more" if more > 0 else ""
    return f"{told[0].upper()}{told[1:]}{rest}."
