"""Whether a run prints what the article prints: two tables of 25 lines, one before and one after training."""

from collections.abc import Sequence
from dataclasses import dataclass

from perceptron.datasets import ARTICLE_AFTER, ARTICLE_BEFORE
from perceptron.scoring import Verdict, lines_alike

MOST_DIFFERENCES_TOLD = 3


@dataclass(frozen=True)
class Comparison:
    """How many of the article's lines a run prints, and one sentence about it."""

    alike: int
    total: int
    sentence: str


def compare_with_article(before: Sequence[Verdict], after: Sequence[Verdict] | None) -> Comparison:
    """Compare a run on the article's data with its printed tables; `after` is None while untrained.

    Raises ValueError when the verdicts are not for the article's 25 test rows.
    """
    lines = len(ARTICLE_BEFORE)
    alike_before = lines_alike(before, ARTICLE_BEFORE)
    if after is None:
        if alike_before == lines:
            return Comparison(lines, lines, f"Same as the article so far: {lines} of {lines} lines before training.")
        sentence = f"Before training, {alike_before} of {lines} lines are as in the article."
        return Comparison(alike_before, lines, f"{sentence} {_differences(before, ARTICLE_BEFORE)}")
    alike_after = lines_alike(after, ARTICLE_AFTER)
    alike, total = alike_before + alike_after, 2 * lines
    if alike == total:
        return Comparison(alike, total, f"Same as the article: {total} of {total} lines.")
    sentence = (
        f"{alike} of {total} lines are as in the article: "
        f"{alike_before} of {lines} before training, {alike_after} of {lines} after."
    )
    told = after, ARTICLE_AFTER
    if alike_after == lines:
        told = before, ARTICLE_BEFORE
    return Comparison(alike, total, f"{sentence} {_differences(*told)}")


def _differences(verdicts: Sequence[Verdict], predictions: Sequence[str]) -> str:
    """The first few rows that differ, in words."""
    differing = [
        f"for {' + '.join(map(str, verdict.inputs))} the article prints {prediction}, this run {verdict.printed}"
        for verdict, prediction in zip(verdicts, predictions, strict=True)
        if verdict.printed != prediction
    ]
    told = "; ".join(differing[:MOST_DIFFERENCES_TOLD])
    more = len(differing) - MOST_DIFFERENCES_TOLD
    rest = f"; and {more} more" if more > 0 else ""
    return f"{told[0].upper()}{told[1:]}{rest}."
