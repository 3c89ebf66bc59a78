"""What follows when a person looks elsewhere: at another moment, row, tab, stage, quantity or place."""

from web import messages
from web.geometry import MAP_STEPS
from web.lessons import LESSONS
from web.state import PLAYBACKS, QUANTITIES, TABS, State

MOST_TOLERANCE = 200


def at_moment(state: State, epoch: int, row: int = 0) -> State:
    """Look at this moment, kept within the run; its end is now."""
    place = max((0, 0), min((epoch, row), (state.epoch, state.row)))
    at_the_end = place == (state.epoch, state.row)
    return state.but(moment=() if at_the_end else place, answered_stages=(), guess=(), mark={})


def _moment_chosen(state: State, message: messages.MomentChosen) -> State:
    return at_moment(state, message.epoch, message.row).but(playing=False)


def _moment_paged(state: State, message: messages.MomentPaged) -> State:
    page = max(1, state.epoch // 100)
    return at_moment(state, state.shown_epoch + message.direction * page).but(playing=False)


def _now_chosen(state: State, _: messages.NowChosen) -> State:
    return state.but(moment=(), playing=False, answered_stages=(), guess=(), mark={})


def _play_pressed(state: State, _: messages.PlayPressed) -> State:
    if state.playing or not state.epoch:
        return state.but(playing=False)
    # At the end there is nothing to play, so it begins at the start.
    return (state if state.moment else at_moment(state, 0)).but(
        playing=True, played=float(state.moment[0] if state.moment else 0)
    )


def _playback_chosen(state: State, message: messages.PlaybackChosen) -> State:
    return state.but(playback=message.epochs_a_second) if message.epochs_a_second in PLAYBACKS else state


def _playback_ticked(state: State, message: messages.PlaybackTicked) -> State:
    if not state.playing:
        return state
    played = state.played + state.playback * message.seconds
    after = at_moment(state, int(played)).but(played=played)
    return after if after.moment else after.but(playing=False)


def _row_chosen(state: State, message: messages.RowChosen) -> State:
    rows = len(state.start["table"]) if state.start else 1
    return state.but(test_row=max(0, min(message.row, rows - 1)))


def _tab_chosen(state: State, message: messages.TabChosen) -> State:
    return state.but(tab=message.tab) if message.tab in TABS else state


def _part_pointed(state: State, message: messages.PartPointed) -> State:
    return state.but(part=message.part)


def _curve_pointed(state: State, message: messages.CurvePointed) -> State:
    return state.but(point=message.index) if message.index != state.point else state


def _quantity_chosen(state: State, message: messages.QuantityChosen) -> State:
    return state.but(quantity=message.quantity)


def _cursor_moved(state: State, message: messages.CursorMoved) -> State:
    return state.but(cursor=(max(0, min(message.across, MAP_STEPS)), max(0, min(message.up, MAP_STEPS))))


def _tolerance_chosen(state: State, message: messages.ToleranceChosen) -> State:
    return state.but(tolerance=max(0, min(message.thousandths, MOST_TOLERANCE)))


def _axis_switched(state: State, message: messages.AxisSwitched) -> State:
    others = tuple(axis for axis in state.logarithmic if axis != message.axis)
    return state.but(logarithmic=others if message.axis in state.logarithmic else others + (message.axis,))


def _shortcuts_switched(state: State, _: messages.ShortcutsSwitched) -> State:
    return state.but(shortcuts=not state.shortcuts)


KEPT = ("tab", "best_by_hand", "shortcuts", "guide_open", "lesson", "lessons_done", "logarithmic", "quantity")

# What was kept may come from a version of this page with others.
CHOICES = {"tab": TABS, "quantity": QUANTITIES, "lesson": range(len(LESSONS))}


def _memory_read(state: State, message: messages.MemoryRead) -> State:
    """Take over what an earlier visit left, each part only if it is of the kind that it should be."""
    changes = {}
    for name in KEPT:
        value, known = message.kept.get(name), getattr(state, name)
        if isinstance(value, list):
            value = tuple(value)
        if isinstance(value, type(known)) and (name not in CHOICES or value in CHOICES[name]):
            changes[name] = value
    return state.but(**changes)


def to_keep(state: State) -> dict:
    """What the next visit should find again."""
    return {name: getattr(state, name) for name in KEPT}


UPDATES = {
    messages.MomentChosen: _moment_chosen,
    messages.MomentPaged: _moment_paged,
    messages.NowChosen: _now_chosen,
    messages.PlayPressed: _play_pressed,
    messages.PlaybackChosen: _playback_chosen,
    messages.PlaybackTicked: _playback_ticked,
    messages.RowChosen: _row_chosen,
    messages.TabChosen: _tab_chosen,
    messages.PartPointed: _part_pointed,
    messages.CurvePointed: _curve_pointed,
    messages.QuantityChosen: _quantity_chosen,
    messages.CursorMoved: _cursor_moved,
    messages.ToleranceChosen: _tolerance_chosen,
    messages.AxisSwitched: _axis_switched,
    messages.ShortcutsSwitched: _shortcuts_switched,
    messages.MemoryRead: _memory_read,
}
