"""What follows in the panel of one update: its stages, the way to other updates, and the quiz."""

from perceptron.aspects import STAGES
from web.page import messages
from web.page.asking import MISSES_FOR_THE_ANSWER, NOTHING_ASKED, misses, place, question
from web.page.state import State
from web.page.update.look import at_moment, with_shown_update


def _stage_chosen(state: State, message: messages.StageChosen) -> State:
    stage = max(0, min(message.stage, len(STAGES) - 1))
    return with_shown_update(state).but(stage=stage, by_line=False, mark={}, guess=())


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


def quiz_switched(state: State, message: messages.QuizSwitched) -> State:
    """Each quiz has its own tally, and who listens hears it at the end."""
    is_by_line = state.look.by_line and not message.on  # the quiz asks for the numbers of the stages
    after = state.but(quiz=message.on, by_line=is_by_line, tally=(0, 0), typed=(), **NOTHING_ASKED)
    if message.on or not state.stepper.quiz:
        return after
    return after.but(spoken=f"The quiz is over. {tally_in_words(state)}".strip())


def tally_in_words(state: State) -> str:
    """How the quiz goes so far; empty before its first number."""
    first, total = state.stepper.tally
    return f"{first} of {total} at the first try." if total else ""


def _guess_typed(state: State, message: messages.GuessTyped) -> State:
    return state.but(typed=(place(state), message.text))


def _guessed(state: State, message: messages.Guessed) -> State:
    """Where nothing is left to ask for, the way goes on: to the next stage, and from the last to the next row."""
    asked, panel = question(state), state.panel_of("update")
    if asked:
        return state.but(guess=asked + (message.text,), mark={})
    if not state.stepper.quiz or not panel or panel["stage"] != STAGES[state.look.stage]:
        return state  # Python has yet to tell what is asked for
    if state.look.stage < len(STAGES) - 1:
        return _stage_chosen(state, messages.StageChosen(state.look.stage + 1))
    return _row_moved(state, messages.RowMoved(1))


def _answer_wanted(state: State, _: messages.AnswerWanted) -> State:
    asked = question(state)
    if not asked or misses(state) < MISSES_FOR_THE_ANSWER:
        return state
    stage, number = asked
    mark = {"stage": stage, "number": number, "right": False, "is_miss": False, "shown": True}
    return _with_settled(state, asked).but(guess=(), mark=mark)


def marked(state: State, reply: dict) -> State:
    """Python has marked a guess, unless the person has left the question."""
    mark = reply["mark"]
    if tuple(reply["request"]["do"][1:]) != state.stepper.guess:
        return state
    asked = (mark["stage"], mark["number"])
    missed = asked + (state.stepper.guess[-1].strip(),)
    after = state.but(guess=(), mark=mark)
    if mark["right"]:
        return _with_settled(after, asked)
    if not mark["is_miss"] or missed in state.stepper.missed:
        return after  # the same wrong answer again is no new miss
    return after.but(missed=state.stepper.missed + (missed,))


def _with_settled(state: State, asked: tuple) -> State:
    """A number is known now: it counts, and as one at the first try if there was no miss."""
    first, total = state.stepper.tally
    is_first = asked not in [missed[:2] for missed in state.stepper.missed]
    return state.but(tally=(first + is_first, total + 1), worked_out=state.stepper.worked_out + (asked,))


UPDATES = {
    messages.StageChosen: _stage_chosen,
    messages.RowMoved: _row_moved,
    messages.FirstUpdateChosen: _first_update_chosen,
    messages.LargestUpdateChosen: _largest_update_chosen,
    messages.LastUpdateChosen: _last_update_chosen,
    messages.QuizSwitched: quiz_switched,
    messages.GuessTyped: _guess_typed,
    messages.Guessed: _guessed,
    messages.AnswerWanted: _answer_wanted,
}
