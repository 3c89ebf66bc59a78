"""Weights and bias set by hand: how many rows that gets right, and the way on from there."""

from web.page.state import State


def view(state: State) -> list:
    """The writes for the line under the sliders."""
    return [
        ("hand-text", "text", _text(state)),
        ("hand-learn", "hidden", not state.by_hand or state.training or state.epoch > 0),
        ("seed-start", "hidden", not state.by_hand),
    ]


def _text(state: State) -> str:
    total = len(state.start["table"]) if state.start else 0
    best = f" Your best by hand is {state.best_by_hand} of {total}." if state.best_by_hand >= 0 and total else ""
    if state.by_hand and state.report and not state.epoch:
        helped = " It began with learned numbers, so it does not count as yours." if state.helped else ""
        return f"Set by hand: {state.report['score']}.{helped}{best}"
    if state.by_hand:
        return f"It began where you set it.{best}"
    return f"Can you do it by hand? Move the sliders and get as many of the rows right as you can.{best}"
