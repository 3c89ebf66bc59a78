"""Weights and bias set by hand: their fields and sliders, how many rows they get right, and the way on from there."""

from perceptron.numerals import with_minus
from web.page.reply import ceiling_of
from web.page.state import State
from web.page.update.form import PARAMETER_FIELDS, WEIGHT_FIELDS, parameter_fields
from web.page.update.hand import in_short, parameters_in_full, start_is_unheard
from web.page.views.controls import number_writes
from web.page.views.network import UNKNOWN

BORROWED = "This does not count as yours: some of the numbers are from training or from the address."


def view(state: State) -> list:
    """The writes for the fields, and for the line under them."""
    return _fields(state) + [
        ("hand-text", "text", _text(state)),
        ("hand-learn", "hidden", not state.by_hand or state.wants.training or state.epoch > 0),
        ("seed-start", "hidden", not state.by_hand),
    ]


def _most(state: State) -> str:
    """The target in sight; nothing where it is not known."""
    most = ceiling_of(state).get("most")
    return "" if most is None else f", the most there is: {most:,}"


def _fields(state: State) -> list:
    """As many as the neuron has weights, and one for its bias."""
    names = parameter_fields(state)
    writes: list = [(f"{name}-place", "hidden", name not in names) for name in PARAMETER_FIELDS]
    # What was set and Python has not heard of is shown already, so that nothing jumps back under the hand.
    shorts = state.by_hand if start_is_unheard(state) else in_short(state)
    fulls = parameters_in_full(state) if state.said.report else ()
    for position, name in enumerate(names):
        short = shorts[position] if position < len(shorts) else ""
        writes += number_writes(state, name, short)
        writes += [
            (f"{name}-slider", "value", short or "0"),
            (f"{name}-full", "text", with_minus(fulls[position]) if position < len(fulls) else UNKNOWN),
        ]
    return writes + [(f"{name}-column", "text", column) for name, column in zip(WEIGHT_FIELDS, state.input_names)]


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
