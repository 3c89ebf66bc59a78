"""Two runs side by side: which two, how far along each is, and what is asked of Python about them."""

from web.page.runs import baseline_of, known_as, rows, run_called
from web.page.state import State

SIDES = (0, 1)


def choosable(state: State) -> list:
    """The runs of which Python has told what came of them, the oldest first."""
    return [run for run in rows(state) if run.told.get("summary")]


def pair_of(state: State) -> tuple:
    """Both runs: those that were chosen, or else the baseline and the last of the others; empty if there are no two."""
    found = choosable(state)
    if len(found) < 2:
        return ()
    chosen = [run_called(state, letter) for letter in state.pair.pair]
    left, right = [run if run in found else None for run in chosen]
    baseline = baseline_of(state)
    left = left or ([run for run in found if run is baseline and run is not right] or _others(found, right))[0]
    return left, right or _others(found, left)[-1]


def _others(found: list, run: object) -> list:
    return [other for other in found if other is not run]


def asked_of(state: State) -> tuple:
    """What the two pictures are about: what Python told of something else is outdated."""
    runs = pair_of(state)
    return (known_as(runs[0]), known_as(runs[1]), state.pair.pair_step) if runs else ()
