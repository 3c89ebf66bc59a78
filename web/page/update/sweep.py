"""What follows in a sweep: one number of the baseline gets one value after another, and each is told at once."""

from perceptron.settings_table import FIELDS
from web.page import messages
from web.page.runs import POINT, baseline_of, known_as
from web.page.state import State

SWEPT = tuple(FIELDS) + ("tolerance",)
# What stands in the fields at first, and whether factors are equal.
USUAL = {
    "learning_rate": ({"from": "0.001", "to": "10", "count": "13"}, True),
    "epochs": ({"from": "10", "to": "10000", "count": "13"}, True),
    "seed": ({"from": "1", "to": "20", "count": "20"}, False),
    "tolerance": ({"from": "0.01", "to": "0.1", "count": "10"}, False),
}
NOTHING_SWEPT: dict = {"sweeping": False, "sweep_values": (), "points": (), "sweep_told": "", "sweep_complaint": ""}


def _swept_chosen(state: State, message: messages.SweptChosen) -> State:
    if message.name not in SWEPT:
        return state
    span, factors = USUAL[message.name]
    return state.but(swept=message.name, span=span, factors=factors, **NOTHING_SWEPT)


def _span_typed(state: State, message: messages.SpanTyped) -> State:
    if message.part not in state.sweep.span:
        return state
    span = dict(state.sweep.span)
    span[message.part] = message.text
    return state.but(span=span, sweep_complaint="", sweeping=False)


def _factors_chosen(state: State, message: messages.FactorsChosen) -> State:
    return state.but(factors=message.on, sweep_complaint="", sweeping=False)


def _sweep_pressed(state: State, _: messages.SweepPressed) -> State:
    """Begin; or stop, and keep what is done."""
    baseline = baseline_of(state)
    if state.sweep.sweeping or not baseline:
        return state.but(sweeping=False, reached=())
    nothing = dict(NOTHING_SWEPT)
    nothing["sweeping"] = True
    return state.but(sweep_of=known_as(baseline), halted=False, **nothing)


def _is_of(state: State, do: list) -> bool:
    baseline = baseline_of(state)
    return baseline is not None and state.sweep.sweep_of == known_as(baseline) and bool(do[2] == baseline.letter)


def with_values(state: State, do: list, own: dict) -> State:
    """Python says which values there are, or what is wrong with what was typed."""
    sweep = state.sweep
    typed = [sweep.swept, sweep.span["from"], sweep.span["to"], sweep.span["count"], sweep.factors]
    if not sweep.sweeping or do[3:] != typed:
        return state
    complaint = own["complaint"]
    return state.but(sweep_values=tuple(own["values"]), sweep_complaint=complaint, sweeping=not complaint)


def with_point(state: State, do: list, own: dict) -> State:
    """Python is so far with a value, or knows what comes of it."""
    sweep = state.sweep
    here = len(sweep.points)
    if (
        not sweep.sweeping
        or here >= len(sweep.sweep_values)
        or do[7] != sweep.sweep_values[here]
        or not _is_of(state, do)
    ):
        return state.but(reached=())
    if not own["done"]:
        return state.but(reached=(POINT, do[2], own["epoch"], do[5][0]))
    if own.get("complaint"):
        return state.but(sweeping=False, sweep_complaint=own["complaint"], reached=())
    points = sweep.points + ((own["point"], own["words"]),)
    return state.but(points=points, sweeping=len(points) < len(sweep.sweep_values), reached=())


def told(state: State, do: list, own: dict) -> State:
    """What the sweep shows."""
    points = [point for point, _ in state.sweep.points]
    if not _is_of(state, do) or do[6] != points:
        return state
    sentence = own.get("sentence") or own.get("complaint", "")
    return state.but(sweep_told=sentence, spoken=sentence)


UPDATES: dict = {
    messages.SweptChosen: _swept_chosen,
    messages.SpanTyped: _span_typed,
    messages.FactorsChosen: _factors_chosen,
    messages.SweepPressed: _sweep_pressed,
}
