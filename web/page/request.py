"""What the page asks of Python next: read off a State, so that a wish is kept until Python is free, or has started."""

from web.page.state import State

SECONDS_A_CALL = 0.1  # ten pictures a second; with twice as many, training would take a tenth longer
SECONDS_A_CALL_WHILE_CATCHING_UP = 0.2


def next_call(state: State) -> tuple:
    """What the trainer should do now, as a tuple of name and arguments; empty when there is nothing to do."""
    if state.trainer.status != "ready" or state.trainer.call:
        return ()
    # Question and look come first, so that the first reply about a run tells of them already.
    if state.trainer.asked != state.form.question:
        return ("ask",) + state.form.question
    if state.trainer.looked != state.look_wanted:
        return ("look_at",) + state.look_wanted
    if state.trainer.opened != state.wanted:
        # What Python has done since it was last heard is undone: it did so at a rate that no longer holds.
        return ("follow", state.wanted, state.epoch, state.row) if state.goes_on else ("open_run", state.wanted)
    if state.trainer.place and state.epoch < state.trainer.place[0]:
        return ("advance", state.trainer.place[0] - state.epoch, SECONDS_A_CALL_WHILE_CATCHING_UP)
    if state.trainer.place and state.row < state.trainer.place[1]:
        return ("step",)
    if state.wants.back_to:
        return ("rewind",) + state.wants.back_to
    if state.wants.steps:
        return ("step",)
    if state.stepper.guess:
        return ("mark",) + state.stepper.guess
    if state.wants.training:
        return ("advance", state.wants.goal - state.epoch, SECONDS_A_CALL)
    if state.said.report and state.trainer.looked_back != (state.trainer.opened, state.epoch):
        return ("look_back",)
    return ()
