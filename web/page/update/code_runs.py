"""What follows when a person's program is to run, or to be stopped."""

from web.page import messages
from web.page.state import State
from web.page.update.code import run_with
from web.page.update.trainer import restarted


def _run_program_pressed(state: State, _: messages.RunProgramPressed) -> State:
    """Python tries a new text first; the program in use begins anew at once."""
    if state.code.draft:
        return state.but(trying=True, fault={}, program_complaint="", stopped_while="")
    return run_with(state, state.form.settings["rule"])


def _stop_pressed(state: State, _: messages.StopPressed) -> State:
    """Another worker takes over, at the moment where the run was, and nothing goes on. All texts stay."""
    if not can_stop(state):
        return state
    what = "trying" if state.code.trying else "training"
    stopped = restarted(state)
    return stopped.but(training=False, steps=0, trying=False, whole=False, stopped_while=what, spoken="Stopped.")


def can_stop(state: State) -> bool:
    """Whether something runs that can be stopped."""
    doing = state.trainer.request.get("do") if state.trainer.request else None
    return state.trainer.status == "ready" and bool(state.code.trying or state.wants.training or doing)


UPDATES: dict = {messages.RunProgramPressed: _run_program_pressed, messages.StopPressed: _stop_pressed}
