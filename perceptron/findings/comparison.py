"""Whether a run gives the same lines as the article: two tables of 25 lines, before and after training."""

from collections.abc import Sequence
from typing import NamedTuple

from perceptron.datasets import ARTICLE, ARTICLE_AFTER, ARTICLE_BEFORE
from perceptron.scoring import Verdict
from perceptron.settings import Settings
from perceptron.settings_table import SETTINGS

# What may differ from the article in a run that is still compared with it: where it starts, how fast and how long it
# learns.
FREE = ("seed", "start", "epochs", "learning_rate", "legs")


class Difference(NamedTuple):
    """A line that differs: its inputs, and the prediction in the article and in this run."""

    inputs: tuple[float, ...]
    in_article: str
    in_run: str


class Comparison(NamedTuple):
    """How many lines of each table a run matches; None for the second while it is untrained.

    `differences` are those after training, or before it when there are none after it.
    """

    lines: int
    alike_before: int
    alike_after: int | None
    learning_rate_changed: bool
    differences: tuple[Difference, ...]

    @property
    def total(self) -> int:
        """How many lines are compared."""
        return self.lines if self.alike_after is None else 2 * self.lines

    @property
    def alike(self) -> int:
        """How many of them are the article's."""
        return self.alike_before + (self.alike_after or 0)

    @property
    def same(self) -> bool:
        """Whether the run is the article's, as far as it has come."""
        return self.alike == self.total and not self.learning_rate_changed


def is_the_articles(settings: Settings) -> bool:
    """Whether these are the article's data and neuron, trained and judged in its way, so that its lines can be met."""
    fixed = [(name, setting) for name, setting in SETTINGS.items() if name not in ("data", *FREE)]
    return settings.data == ARTICLE and all(
        getattr(settings, name) == setting.read(setting.default) for name, setting in fixed
    )


def compare_with_article(
    before: Sequence[Verdict], after: Sequence[Verdict] | None, learning_rate_changed: bool = False
) -> Comparison:
    """Compare a run on the article's data with its printed tables; `after` is None while untrained.

    A run whose learning rate changed is not the article's, even if all lines are the same.
    Raises ValueError when the verdicts are not for the article's 25 test rows.
    """
    lines = len(ARTICLE_BEFORE)
    differing_before = _differences(before, ARTICLE_BEFORE)
    differing_after = () if after is None else _differences(after, ARTICLE_AFTER)
    return Comparison(
        lines=lines,
        alike_before=lines - len(differing_before),
        alike_after=None if after is None else lines - len(differing_after),
        learning_rate_changed=learning_rate_changed,
        differences=differing_after or differing_before,
    )


def _differences(verdicts: Sequence[Verdict], predictions: Sequence[str]) -> tuple[Difference, ...]:
    return tuple(
        Difference(verdict.inputs, prediction, verdict.printed)
        for verdict, prediction in zip(verdicts, predictions, strict=True)
        if verdict.printed != prediction
    )
