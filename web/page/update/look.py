"""What follows when a person looks elsewhere: at another moment, row, tab or stage; and what of it is kept."""

from perceptron.aspects import CLASS, FLOWS, MOST_TOLERANCE, QUANTITIES, ROWS_A_PAGE
from web.page import messages
from web.page.asking import NOTHING_ASKED
from web.page.geometry import between
from web.page.lessons import LESSONS
from web.page.speeds import SPEEDS
from web.page.state import State
from web.page.topics import AXES, PLAYBACKS, TABS
from web.page.update.form import with_flow

TYPE_CHECKING = False  # MicroPython has no typing module
if TYPE_CHECKING:
    from collections.abc import Callable

MOST_CLEARINGS = 1_000_000
MOST_KEPT = 100_000  # characters of a program, packed or not
TABS_OF_ROWS = ("why", "activation")
_, TEST_ROW, TRAINING_ROW = FLOWS


def at_moment(state: State, epoch: int, row: int = 0) -> State:
    """Look at this moment, kept within the run; its end is now."""
    rows = state.said.report["rows_per_epoch"] if state.said.report else 1
    place = max((0, 0), min((epoch, between(row, 0, rows - 1)), (state.epoch, state.row)))
    at_the_end = state.outdated or place == (state.epoch, state.row)
    return state.but(moment=() if at_the_end else place, **NOTHING_ASKED)


def _moment_chosen(state: State, message: messages.MomentChosen) -> State:
    return at_moment(state, message.epoch, message.row).but(playing=False)


def _moment_paged(state: State, message: messages.MomentPaged) -> State:
    page = max(1, state.epoch // 100)
    return at_moment(state, state.shown_epoch + message.direction * page).but(playing=False)


def _now_chosen(state: State, _: messages.NowChosen) -> State:
    return state.but(moment=(), playing=False, **NOTHING_ASKED)


def _play_pressed(state: State, _: messages.PlayPressed) -> State:
    if state.curve.playing or not state.epoch:
        return state.but(playing=False)
    # At the end there is nothing to play, so it begins at the start.
    return (state if state.look.moment else at_moment(state, 0)).but(
        playing=True, played=float(state.look.moment[0] if state.look.moment else 0)
    )


def _playback_chosen(state: State, message: messages.PlaybackChosen) -> State:
    return state.but(playback=message.epochs_a_second) if message.epochs_a_second in PLAYBACKS else state


def _playback_ticked(state: State, message: messages.PlaybackTicked) -> State:
    if not state.curve.playing:
        return state
    played = state.curve.played + state.curve.playback * message.seconds
    after = at_moment(state, int(played)).but(played=played)
    return after if after.look.moment else after.but(playing=False)


def _row_chosen(state: State, message: messages.RowChosen) -> State:
    """Whoever chooses a row wants to know about it, so a panel that tells of it is opened."""
    tab = state.look.tab if state.look.tab in TABS_OF_ROWS else "why"
    row = max(0, min(message.row, _test_rows(state) - 1))
    return with_flow(state, TEST_ROW).but(test_row=row, page=row // ROWS_A_PAGE, tab=tab)


def _row_pressed(state: State, message: messages.RowPressed) -> State:
    """The reason opens beside the row; pressed again, it closes."""
    was_open = state.reason_is_open and message.row == state.look.test_row
    after = _row_chosen(state, messages.RowChosen(message.row))
    return after.but(reason_of=()) if was_open else _with_reason(after)


def _row_stepped(state: State, message: messages.RowStepped) -> State:
    return _with_reason(_row_chosen(state, messages.RowChosen(state.look.test_row + message.direction)))


def _with_reason(state: State) -> State:
    return state.but(reason_of=(state.form.settings["data"], state.look.test_row))


def _reason_closed(state: State, _: messages.ReasonClosed) -> State:
    return state.but(reason_of=())


def _test_rows(state: State) -> int:
    """How many there are; 0 while Python has not said it."""
    return int(state.said.start["rows"]) if state.said.start else 0


def _page_chosen(state: State, message: messages.PageChosen) -> State:
    last = max(0, _test_rows(state) - 1) // ROWS_A_PAGE
    return state.but(page=between(message.page, 0, last))


def _tab_chosen(state: State, message: messages.TabChosen) -> State:
    """A panel that tells of a row shows it in the drawing too."""
    if message.tab not in TABS:
        return state
    after = state.but(tab=message.tab)
    return with_flow(after, TEST_ROW) if message.tab in TABS_OF_ROWS else with_shown_update(after)


def with_shown_update(state: State) -> State:
    """The training row of the update flows in, if the panel that tells of it is open."""
    return with_flow(state, TRAINING_ROW) if state.look.tab == "update" else state


def _part_pointed(state: State, message: messages.PartPointed) -> State:
    return state.but(part=message.part)


def _curve_pointed(state: State, message: messages.CurvePointed) -> State:
    return state.but(point=message.index) if message.index != state.pointer.point else state


def _tolerance_chosen(state: State, message: messages.ToleranceChosen) -> State:
    return state.but(tolerance=max(0, min(message.place, MOST_TOLERANCE)))


def _axis_switched(state: State, message: messages.AxisSwitched) -> State:
    if message.axis not in AXES:
        return state
    others = tuple(axis for axis in state.curve.logarithmic if axis != message.axis)
    return state.but(logarithmic=others + (message.axis,) if message.on else others)


def _settings_switched(state: State, _: messages.SettingsSwitched) -> State:
    return state.but(settings_open=not state.visit.settings_open)


def _shortcuts_switched(state: State, message: messages.ShortcutsSwitched) -> State:
    return state.but(shortcuts=message.on)


def _compiled_switched(state: State, message: messages.CompiledSwitched) -> State:
    return state.but(compiled=message.on)


def _is_whole(value: object, least: int, most: int) -> bool:
    # True is not a number here, although CPython counts it among them.
    return type(value) is int and least <= value <= most


def _are_different(values: object, is_one: "Callable[[object], bool]") -> bool:
    return isinstance(values, tuple) and all(map(is_one, values)) and len(set(values)) == len(values)


def _is_lesson(value: object) -> bool:
    return _is_whole(value, 0, len(LESSONS) - 1)


def _is_switch(value: object) -> bool:
    return value is True or value is False


def _is_text(value: object) -> bool:
    return isinstance(value, str) and len(value) <= MOST_KEPT


def _is_kept_text(value: object) -> bool:
    """Whether it is a text, or none."""
    return isinstance(value, tuple) and len(value) <= 1 and all(_is_text(text) for text in value)


# What the browser keeps from one visit to the next, and what each part must be to be taken over.
KEPT = {
    "tab": lambda value, state: value in TABS,
    "quantity": lambda value, state: value in QUANTITIES + (CLASS,),
    "logarithmic": lambda value, state: _are_different(value, lambda axis: axis in AXES),
    "lesson": lambda value, state: _is_lesson(value),
    "lessons_done": lambda value, state: _are_different(value, _is_lesson),
    "clearings": lambda value, state: _is_whole(value, 0, MOST_CLEARINGS),
    "shortcuts": lambda value, state: _is_switch(value),
    "speed": lambda value, state: value in SPEEDS,
    "best_by_hand": lambda value, state: _is_whole(value, -1, _test_rows(state)),
    "draft": lambda value, state: _is_kept_text(value),
    "draft_for": lambda value, state: _is_text(value),
    "earlier": lambda value, state: _is_kept_text(value),
}


# What a person has reached, in any tab, and how two values become one. Everything else only says where a tab was left;
# there the latest value counts.
REACHED: dict = {
    "best_by_hand": max,
    "lessons_done": lambda ours, others: ours + tuple(lesson for lesson in others if lesson not in ours),
}


def _memory_read(state: State, message: messages.MemoryRead) -> State:
    """Take over what an earlier visit left."""
    after = state.but(**_usable(state, message.kept))
    return after.but(draft_is_back=bool(after.code.draft))


def _memory_shared(state: State, message: messages.MemoryShared) -> State:
    """Take over what was reached in another tab, but not where the person is in that tab."""
    found = _usable(state, message.kept)
    reached = {name: REACHED[name](state.part(name), found[name]) for name in REACHED if name in found}
    if found.get("best_by_hand", -1) > state.hand.best_by_hand:
        reached["best_start"] = ""  # those weights are in the other tab
    if found.get("clearings", 0) > state.course.clearings:
        reached.update(clearings=found["clearings"], lessons_done=found.get("lessons_done", ()))
    return state.but(**reached)


def _usable(state: State, kept: dict) -> dict:
    """The parts of what is kept that can be used."""
    parts = {}
    for name, can_be_used in KEPT.items():
        value = kept.get(name)
        if isinstance(value, list):
            value = tuple(value)
        if can_be_used(value, state):
            parts[name] = value
    return parts


def to_keep(state: State) -> dict:
    """What the next visit should find again."""
    return {name: state.part(name) for name in KEPT}


def with_changes(kept: dict, changes: dict, state: State) -> dict:
    """What is kept when a tab saves its changes. Things reached in other tabs stay reached."""
    found = _usable(state, kept)
    after = dict(kept)
    for name, value in changes.items():
        stays = name in REACHED and name in found and not (name == "lessons_done" and "clearings" in changes)
        after[name] = REACHED[name](value, found[name]) if stays else value
    return after


UPDATES = {
    messages.MomentChosen: _moment_chosen,
    messages.MomentPaged: _moment_paged,
    messages.NowChosen: _now_chosen,
    messages.PlayPressed: _play_pressed,
    messages.PlaybackChosen: _playback_chosen,
    messages.PlaybackTicked: _playback_ticked,
    messages.RowChosen: _row_chosen,
    messages.RowPressed: _row_pressed,
    messages.RowStepped: _row_stepped,
    messages.ReasonClosed: _reason_closed,
    messages.PageChosen: _page_chosen,
    messages.TabChosen: _tab_chosen,
    messages.PartPointed: _part_pointed,
    messages.CurvePointed: _curve_pointed,
    messages.ToleranceChosen: _tolerance_chosen,
    messages.AxisSwitched: _axis_switched,
    messages.ShortcutsSwitched: _shortcuts_switched,
    messages.SettingsSwitched: _settings_switched,
    messages.CompiledSwitched: _compiled_switched,
    messages.MemoryRead: _memory_read,
    messages.MemoryShared: _memory_shared,
}
