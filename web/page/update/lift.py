"""What follows when the rows that are wrong are to be lifted, to see which others break."""

from web.page import messages
from web.page.reply import lift_of
from web.page.state import State
from web.page.update.form import from_start, parameter_fields


def _lift_pressed(state: State, _: messages.LiftPressed) -> State:
    """A start by hand with these weights and another bias; the run that was trained is kept."""
    lift = lift_of(state)
    if not lift:
        return state
    after = from_start(state, state.form.settings["seed"], lift["start"])
    return after.but(lifted=lift, borrowed=tuple(parameter_fields(state)))


UPDATES = {messages.LiftPressed: _lift_pressed}
