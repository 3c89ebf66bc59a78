"""Weights and bias set by hand: how many rows that gets right, and the way on from there."""

from web.page.reply import ceiling_of
from web.page.state import State

BORROWED = "This does not count as yours: some of the numbers are from training or from the address."


def view(state: State) -> list:
    """The writes for the line under the sliders."""
    return [
        ("hand-text", "text", _text(state)),
        ("hand-learn", "hidden", not state.by_hand or state.wants.training or state.epoch > 0),
        ("seed-start", "hidden", not state.by_hand),
    ]


def _most(state: State) -> str:
    """The target in sight; nothing where it is not known."""
    most = ceiling_of(state).get("most")
    return "" if most is None else f", the most there is: {most:,}"


def _text(state: State) -> str:
    total = state.said.start["rows"] if state.said.start else 0
    best = (
        f" Your best by hand is {state.hand.best_by_hand} of {total}." if state.hand.best_by_hand >= 0 and total else ""
    )
    if state.by_hand and state.said.report and not (state.epoch or state.row):
        borrowed = f" {BORROWED}" if state.hand.borrowed else ""
        return f"Set by hand: {state.said.report['score']}{_most(state)}.{borrowed}{best}"
    if state.by_hand:
        return f"Trained from your weights.{best}"
    return f"Can you do it by hand? Move the sliders and get as many test rows right as you can.{best}"
