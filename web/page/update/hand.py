"""What follows when weights and bias are set by hand, and when the seed's own start is wanted again."""

from perceptron.fields import PARAMETER
from perceptron.numerals import as_number, with_minus
from web.page import messages
from web.page.attempts import best_start, with_attempt_counted
from web.page.state import State
from web.page.update import live
from web.page.update.form import (
    NUMBER_FIELDS,
    PARAMETER_FIELDS,
    at_its_start,
    from_start,
    parameter_fields,
    with_complaint,
    without_complaint,
    without_complaints,
)

# How far the sliders go to both sides, and their step; the fields allow more.
SLIDER_MOST = 10
SLIDER_STEP = 0.01
FINE_REACH = 1  # of a fine slider, from where it was let go


def _parameter_typed(state: State, message: messages.ParameterTyped) -> State:
    """What was typed is let go at once."""
    after = _with_parameter(state, message)
    is_set = after.form.settings["start"] != state.form.settings["start"]
    return after.but(let_go=not state.live.live) if is_set else after


def _parameter_moved(state: State, message: messages.ParameterMoved) -> State:
    """On its way it is no attempt."""
    return _with_parameter(state, message).but(let_go=False)


def _parameter_let_go(state: State, _: messages.ParameterLetGo) -> State:
    return with_attempt_counted(_centred(live.let_go(state)).but(let_go=bool(state.by_hand) and not state.live.live))


def _fine_switched(state: State, message: messages.FineSwitched) -> State:
    return _centred(state.but(fine=message.on))


def _centred(state: State) -> State:
    """Fine sliders reach to both sides of where they are now."""
    return state.but(centres=shown_in_short(state))


def slider_range(state: State, position: int, short: str) -> tuple:
    """The ends of a slider, as texts. A number that a fine one does not reach is in its middle."""
    centres, whole = state.hand.centres, (str(-SLIDER_MOST), str(SLIDER_MOST))
    if not state.hand.fine:
        return whole
    try:
        number = as_number(short)
        centre = as_number(centres[position]) if position < len(centres) else number
    except ValueError:  # it is not known, or past all floats
        return whole
    # Its ends are rounded, so they may lie a step further.
    middle = centre if abs(number - centre) <= FINE_REACH + SLIDER_STEP else number
    return f"{middle - FINE_REACH:.2f}", f"{middle + FINE_REACH:.2f}"


def _with_parameter(state: State, message: "messages.ParameterTyped | messages.ParameterMoved") -> State:
    """The others stay as they are shown, and all together are a new start."""
    name, names = message.name, parameter_fields(state)
    if name not in names:
        return state  # the neuron is another by now
    try:
        typed = NUMBER_FIELDS[name].canonical(message.text)
    except ValueError as error:
        return with_complaint(state, name, f"{error} It stays as it was.", message.text)
    state = without_complaint(state, name)
    shown = parameters_in_full(state)
    if not shown:
        waiting = dict(state.form.waiting)
        waiting[name] = message.text
        return state.but(waiting=waiting)
    if not start_is_unheard(state) and message.text == shown_in_short(state)[names.index(name)]:
        return state  # it was typed over and back, or undone
    # Those that were set are within the bounds already, and a hand that moves has no time to lose.
    numbers = list(shown) if _is_as_set(state) else [PARAMETER.clamp(number) for number in shown]
    numbers[names.index(name)] = typed
    notices = [
        _clamped(NUMBER_FIELDS[other].label, number, kept)
        for other, number, kept in zip(names, shown, numbers)
        if other != name and float(number) != float(kept)
    ]
    learned = names if (state.epoch or state.row) and not state.live.live else state.hand.borrowed
    borrowed = tuple([other for other in learned if other != name and other in names])
    after = from_start(state, state.form.settings["seed"], ",".join(numbers))
    return after.but(borrowed=borrowed, notices=tuple(notices))


def _clamped(label: str, number: str, kept: str) -> str:
    was = f"It was {with_minus(number)} and is {with_minus(kept)} now."
    return f"By hand you can set {label[0].lower()}{label[1:]}{PARAMETER.bounds}. {was}"


def parameters_in_full(state: State) -> list:
    """What stands in the neuron's parameter_fields, to the last digit; empty while it is not known."""
    return list(state.by_hand) if _is_as_set(state) else _told(state, _source(state), "in_full")


def start_is_unheard(state: State) -> bool:
    """Whether weights and bias were set by hand and Python has not heard of it yet."""
    return bool(state.by_hand) and state.trainer.opened != state.wanted and not state.goes_on


def shown_in_short(state: State) -> tuple:
    """What stands in the fields: what was set and Python has not heard of, too, so that nothing jumps back."""
    if not _is_as_set(state):
        return tuple(in_short(state))
    # What was not set but learned, or drawn, has all its digits; of these Python has said the short form.
    short = dict(zip(_told(state, _source(state), "in_full"), in_short(state)))
    return tuple([min(number, short.get(number, number), key=len) for number in state.by_hand])


def _is_as_set(state: State) -> bool:
    """Whether the fields show what was set by hand: while Python has not heard of it, and always while Live is on."""
    return start_is_unheard(state) or (state.live.live and bool(state.by_hand))


def _source(state: State) -> dict:
    """Where the fields have their numbers from: those of now, or while Live is on those of the start."""
    return state.said.start if state.live.live else state.said.report


def in_short(state: State) -> list:
    """What Python says of them in few digits; empty while it is not known."""
    return _told(state, _source(state), "in_short")


def drawn_parameters(state: State) -> tuple:
    """The same as the drawing shows them."""
    return tuple(_told(state, state.said.report, "drawn"))


def _told(state: State, told: dict, how: str) -> list:
    if not told:
        return []
    numbers: list = told[f"weights_{how}"] + ([told[f"bias_{how}"]] if state.has_bias else [])
    return numbers


def with_waiting_parameters(state: State) -> State:
    """Python has drawn the start, so weights and bias that were typed before are set now."""
    if not state.form.waiting:
        return state
    after = state
    for name in PARAMETER_FIELDS:
        if name in state.form.waiting:
            after = _parameter_typed(after, messages.ParameterTyped(name, state.form.waiting[name]))
    return after.but(training=state.wants.training)  # a Train that was kept comes after them


def _seed_start_pressed(state: State, _: messages.SeedStartPressed) -> State:
    return from_start(without_complaints(state, PARAMETER_FIELDS), state.form.settings["seed"], "")


def _best_start_pressed(state: State, _: messages.BestStartPressed) -> State:
    """It was an attempt already, and does not count as another."""
    start = best_start(state)
    if not start:
        return state
    state = without_complaints(state, PARAMETER_FIELDS).but(borrowed=())
    again = at_its_start(state) if start == state.form.settings["start"] else state
    return from_start(again, state.form.settings["seed"], start).but(let_go=False)


UPDATES = {
    messages.ParameterMoved: _parameter_moved,
    messages.ParameterLetGo: _parameter_let_go,
    messages.FineSwitched: _fine_switched,
    messages.BestStartPressed: _best_start_pressed,
    messages.ParameterTyped: _parameter_typed,
    messages.SeedStartPressed: _seed_start_pressed,
}
