"""What every bench needs: alternating runs, medians, and rows of a table with their targets."""

import statistics
from collections.abc import Callable, Mapping
from dataclasses import dataclass

RUNS = 5

Figures = dict[str, float]


@dataclass(frozen=True)
class Row:
    """One line of the table: what was measured, two medians and their ratio, and the target that it is held to.

    `ratio` is ours divided by theirs. `target` is the most that it may be, or, where `at_least` is set,
    the least; None where the ratio is only there to be known.
    """

    topic: str
    what: str
    ours: float
    theirs: float
    unit: str
    target: float | None = None
    at_least: bool = False

    @property
    def ratio(self) -> float:
        """Ours divided by theirs."""
        return self.ours / self.theirs

    @property
    def reached(self) -> bool | None:
        """Whether the target is reached; None without one."""
        if self.target is None:
            return None
        return self.ratio >= self.target if self.at_least else self.ratio <= self.target


def alternate(contestants: Mapping[str, Callable[[], Figures]], runs: int = RUNS) -> dict[str, Figures]:
    """The medians of each contestant's figures, of so many runs.

    All run once, then all again, and so on: what slows the machine slows them all.
    """
    results: dict[str, list[Figures]] = {name: [] for name in contestants}
    for _ in range(runs):
        for name, run in contestants.items():
            results[name].append(run())
    return {name: medians(figures) for name, figures in results.items()}


def medians(figures: list[Figures]) -> Figures:
    """The median of each figure."""
    return {name: statistics.median(one[name] for one in figures) for name in figures[0]}
