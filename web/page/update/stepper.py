"""What follows in the panel of one update: its stages, the way to other updates, and the quiz."""

from perceptron.aspects import STAGES
from web.page import messages
from web.page.state import State
from web.page.update.look import at_moment, with_shown_update


def _stage_chosen(state: State, message: messages.StageChosen) -> State:
    return with_shown_update(state).but(stage=max(0, min(message.stage, len(STAGES) - 1)), mark={}, guess=())


def _row_moved(state: State, message: messages.RowMoved) -> State:
    """To the next or the previous row; after the last row that was learned, the next is learned now."""
    state = with_shown_update(state)
    epoch, row = state.look.moment or (state.epoch, state.row)
    rows = state.said.report["rows_per_epoch"] if state.said.report else 1
    if not state.look.moment and message.direction > 0:
        return state.but(steps=state.wants.steps + 1, training=False, stage=0)
    total = max(0, epoch * rows + row + message.direction)
    return at_moment(state, total // rows, total % rows).but(stage=0, playing=False)


def _first_update_chosen(state: State, _: messages.FirstUpdateChosen) -> State:
    return at_moment(with_shown_update(state), 0).but(stage=0, playing=False)


def _largest_update_chosen(state: State, _: messages.LargestUpdateChosen) -> State:
    return _to(state, "largest")


def _last_update_chosen(state: State, _: messages.LastUpdateChosen) -> State:
    return _to(state, "last")


def _to(state: State, name: str) -> State:
    """To one of the updates that Python names for the epoch: an epoch and a row, both from 1."""
    panel = state.panel_of("update")
    if not panel:
        return state
    epoch, row = panel[name]
    return at_moment(with_shown_update(state), epoch - 1, row - 1).but(stage=0, playing=False)


def _quiz_switched(state: State, message: messages.QuizSwitched) -> State:
    return state.but(quiz=message.on, answered_stages=(), guess=(), mark={}, typed=())


def _guess_typed(state: State, message: messages.GuessTyped) -> State:
    return state.but(typed=(state.asked_stage, message.text))


def _guessed(state: State, message: messages.Guessed) -> State:
    return state.but(guess=(STAGES[state.look.stage], message.text), mark={})


def _answer_wanted(state: State, _: messages.AnswerWanted) -> State:
    return state.but(answered_stages=state.stepper.answered_stages + (STAGES[state.look.stage],), guess=(), mark={})


UPDATES = {
    messages.StageChosen: _stage_chosen,
    messages.RowMoved: _row_moved,
    messages.FirstUpdateChosen: _first_update_chosen,
    messages.LargestUpdateChosen: _largest_update_chosen,
    messages.LastUpdateChosen: _last_update_chosen,
    messages.QuizSwitched: _quiz_switched,
    messages.GuessTyped: _guess_typed,
    messages.Guessed: _guessed,
    messages.AnswerWanted: _answer_wanted,
}
