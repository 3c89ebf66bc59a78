"""What follows when a hand takes hold of a training row on the map, moves it, lets it go, or puts it back.

It is moved while Live is on, as the slider for its cell moves it: Python rounds the numbers, and only the newest place
is asked for. While a pointer holds it, the axes stay as they are, or the place under the pointer would be another.
"""

from perceptron.aspects import MAP_STEPS
from web.page import messages
from web.page.geometry import CURVE_ACROSS, MAP_ACROSS, MAP_UP, around, between
from web.page.state import State
from web.page.update import live
from web.page.update.data import edits_under_way, with_newest_edit

PLACE, STEP = "place", "step"  # see web.worker.own_data.edit
DIGITS = 5  # of a share of an axis


def nearest_row(state: State, across: float, up: float) -> int:
    """The training row that is drawn nearest to these shares of the map's axes; -1 where there is none."""
    handles = handles_of(state)
    width = CURVE_ACROSS if state.said.ground.get("kind") == "curve" else MAP_ACROSS

    def distance(handle: list) -> float:
        """In drawing units, squared. Rows that share a place are drawn around it."""
        _, x, y, number, count = handle
        beside, below = around(number, count)
        return float(((x - across) * width + beside) ** 2 + ((y - up) * MAP_UP - below) ** 2)

    return int(min(handles, key=distance)[0]) if handles else -1


def row_at_cursor(state: State) -> int:
    """The training row that is nearest to the map's cursor, on a curve along its axis; -1 where there is none."""
    across, up = [step / MAP_STEPS for step in state.look.cursor]
    if state.said.ground.get("kind") == "curve":
        up = between(state.said.ground["curve"][state.look.cursor[0]][1], 0.0, 1.0)
    return nearest_row(state, across, up)


def handles_of(state: State) -> list:
    """The training rows that can be taken hold of now, see web.worker.reports.map; none while Live is off."""
    is_there = state.live.live and state.panel_of("map") and state.said.ground
    return state.said.ground["handles"] if is_there else []


def _gripped(state: State, message: messages.RowGripped) -> State:
    if message.row not in [handle[0] for handle in handles_of(state)]:
        return state
    ends = tuple(state.said.ground["ends"]) if message.by_pointer else ()
    form = state.form
    gripped = {
        "settings": form.settings,
        "at": state.here,
        "accepted": form.accepted,
        "run_before": form.run_before,
        "columns": state.said.ground["columns"],
        "ends": ends,
        "handles": state.said.ground["handles"],
    }
    return state.but(grip=(message.row,) + ends, gripped=gripped, cell=(message.row, state.live.cell[1]))


def _dragged(state: State, message: messages.RowDragged) -> State:
    held = state.live.gripped
    if not held or not held["ends"]:
        return state
    places = [
        [column, held["ends"][2 * axis], held["ends"][2 * axis + 1], str(round(between(share, 0.0, 1.0), DIGITS))]
        for axis, (column, share) in enumerate(zip(held["columns"], (message.across, message.up)))
    ]
    return with_newest_edit(state, (PLACE, state.look.grip[0], -1, places))


def _nudged(state: State, message: messages.RowNudged) -> State:
    """Steps that Python has not been asked for yet are counted together, so that none is lost."""
    held = state.live.gripped
    if not held:
        return state
    steps = [message.across, message.up]
    for deed, _, _, counted in edits_under_way(state)[1]:
        if deed == STEP:
            steps = [count + more for count, (_, more) in zip(steps, counted)]
    moved = [list(step) for step in zip(held["columns"], steps)]
    return with_newest_edit(state, (STEP, state.look.grip[0], -1, moved))


def _released(state: State, _: messages.RowReleased) -> State:
    return live.let_go(_without_grip(state))


def _put_back(state: State, _: messages.RowPutBack) -> State:
    """All is as it was when the hand took hold, also the way back to the run before that."""
    held = state.live.gripped
    if not held:
        return state
    after = _without_grip(state).but(edits=())
    if held["settings"] == state.form.settings:
        return after
    after = live.moved_to(after, dict(held["settings"])).but(edited=held["settings"]["data"])
    after = after.but(accepted=held["accepted"], run_before=held["run_before"])
    moment = held["at"]
    if moment == (after.epochs, 0):
        return after  # which is where Live trains it to
    return after.but(place=moment if any(moment) else (), goal=max(after.epochs, moment[0]))


def without_lost_grip(state: State) -> State:
    """A hand has let go where Live or the map is not there any longer, or the run is another than its own doing."""
    if not state.look.grip:
        return state
    settings, held = state.form.settings, state.live.gripped["settings"]
    is_own = settings["data"] in (held["data"], state.own.edited)
    is_own = is_own and all(settings[name] == held[name] for name in held if name not in ("data", "legs"))
    return state if is_own and state.live.live and state.look.tab == "map" else _without_grip(state)


def _without_grip(state: State) -> State:
    return state.but(grip=(), gripped={})


UPDATES = {
    messages.RowGripped: _gripped,
    messages.RowDragged: _dragged,
    messages.RowNudged: _nudged,
    messages.RowReleased: _released,
    messages.RowPutBack: _put_back,
}
