"""What follows on the map: another quantity, other axes, another place, and another value for an input that is held."""

from perceptron.aspects import CLASS, MAP_STEPS, QUANTITIES
from perceptron.fields import QUESTION
from web.page import messages
from web.page.state import State
from web.page.update.form import held_field, with_complaint, without_complaint, without_held_complaints


def _quantity_chosen(state: State, message: messages.QuantityChosen) -> State:
    return state.but(quantity=message.quantity) if message.quantity in QUANTITIES + (CLASS,) else state


def _cursor_moved(state: State, message: messages.CursorMoved) -> State:
    return state.but(cursor=(max(0, min(message.across, MAP_STEPS)), max(0, min(message.up, MAP_STEPS))))


def _axis_chosen(state: State, message: messages.MapAxisChosen) -> State:
    """An input that is the other axis already changes places with this one."""
    across, up = state.look.across, state.look.up
    if message.axis not in ("across", "up") or not 0 <= message.position < len(_names(state)):
        return state
    before, other = (across, up) if message.axis == "across" else (up, across)
    here, there = message.position, before if message.position == other else other
    state = without_held_complaints(state)
    return state.but(across=here, up=there) if message.axis == "across" else state.but(across=there, up=here)


def _held_typed(state: State, message: messages.HeldTyped) -> State:
    """An empty field stands for the usual value."""
    names, name = _names(state), held_field(message.position)
    if not 0 <= message.position < len(names):
        return state
    held = list(state.look.held or [""] * len(names))
    try:
        text = QUESTION.named(names[message.position]).canonical(message.text) if message.text.strip() else ""
    except ValueError as error:
        return with_complaint(state, name, str(error), message.text)
    held[message.position] = text
    return without_complaint(state, name).but(held=tuple(held) if any(held) else ())


def _names(state: State) -> list:
    """Of the inputs; none while Python has not said them."""
    return list(state.said.start["inputs"]) if state.said.start else []


UPDATES = {
    messages.QuantityChosen: _quantity_chosen,
    messages.CursorMoved: _cursor_moved,
    messages.MapAxisChosen: _axis_chosen,
    messages.HeldTyped: _held_typed,
}
