"""What follows when a person looks at an update line by line."""

from perceptron.fields import grouped
from perceptron.numerals import as_number
from web.page import messages
from web.page.lines import is_playing, line_shown, lines_told
from web.page.state import State
from web.page.update import stepper
from web.page.update.look import with_shown_update

NO_LINE = "There are lines 1 to {}."
NOTHING_WRONG: dict = {"line_complaint": "", "line_refused": ""}


def _lines_switched(state: State, message: messages.LinesSwitched) -> State:
    """The lines show every number, so a quiz about them is over."""
    after = with_shown_update(state).but(by_line=message.on, lines_playing=False, **NOTHING_WRONG)
    if message.on and state.stepper.quiz:
        return stepper.quiz_switched(after, messages.QuizSwitched(False))
    return after


def _at_line(state: State, line: int) -> State:
    last = len(lines_told(state)) - 1
    if last < 0:
        return state
    return state.but(line=max(0, min(line, last)), lines_playing=False, **NOTHING_WRONG)


def _line_chosen(state: State, message: messages.LineChosen) -> State:
    return _at_line(state, message.line)


def _line_moved(state: State, message: messages.LineMoved) -> State:
    return _at_line(state, line_shown(state) + message.direction)


def _line_typed(state: State, message: messages.LineTyped) -> State:
    lines = len(lines_told(state))
    if not lines:
        return state
    try:
        number = as_number(message.text)
    except ValueError:
        number = 0
    if number != number // 1 or not 1 <= number <= lines:
        return state.but(line_complaint=NO_LINE.format(grouped(lines)), line_refused=message.text, lines_playing=False)
    return _at_line(state, int(number) - 1)


def _lines_play_pressed(state: State, _: messages.LinesPlayPressed) -> State:
    """At the last line there is nothing to play, so it begins at the first."""
    if is_playing(state):
        return state.but(lines_playing=False)
    at_the_end = line_shown(state) == len(lines_told(state)) - 1
    return (_at_line(state, 0) if at_the_end else state).but(lines_playing=bool(lines_told(state)), **NOTHING_WRONG)


def _lines_ticked(state: State, _: messages.LinesTicked) -> State:
    if not is_playing(state):
        return state
    after = state.but(line=line_shown(state) + 1)
    return after.but(lines_playing=is_playing(after))


UPDATES = {
    messages.LinesSwitched: _lines_switched,
    messages.LineChosen: _line_chosen,
    messages.LineMoved: _line_moved,
    messages.LineTyped: _line_typed,
    messages.LinesPlayPressed: _lines_play_pressed,
    messages.LinesTicked: _lines_ticked,
}
