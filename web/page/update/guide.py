"""What follows when the address hides and locks something, and when a person wants it back."""

from web.page import messages
from web.page.guide import is_way_back_locked, locks_held, tabs_shown
from web.page.state import State

# What a lock keeps from happening. Reading an address and leaving the course change settings all the same.
LOCKED = {
    messages.SettingTyped: "settings",
    messages.ChoiceMade: "settings",
    messages.WayUpPressed: "settings",
    messages.ArticlePressed: "settings",
    messages.NewStartPressed: "settings",
    messages.RateBackPressed: "settings",
    messages.LiveSwitched: "settings",
    messages.RateMoved: "settings",
    messages.UsePressed: "settings",
    messages.CellTyped: "settings",
    messages.CellMoved: "settings",
    messages.RowGripped: "settings",
    messages.RowRemoved: "settings",
    messages.RowAdded: "settings",
    messages.RunProgramPressed: "settings",
    messages.OwnPythonPressed: "settings",
    messages.RunGoneBackTo: "settings",
    messages.ParameterTyped: "weights",
    messages.SeedStartPressed: "weights",
    messages.ParameterMoved: "weights",
    messages.BestStartPressed: "weights",
    messages.LiftPressed: "weights",
}


def is_locked(state: State, message: object) -> bool:
    """Whether a lock keeps this from happening."""
    if not state.guide.locks:
        return False
    if isinstance(message, messages.RunBeforePressed):
        return is_way_back_locked(state)
    return LOCKED.get(type(message)) in locks_held(state)


def with_open_tab(before: State, after: State) -> State:
    """Where the tab that should be open is hidden, the one before stays, or the first that is there opens."""
    if not after.guide.hidden_tabs:
        return after
    shown = tabs_shown(after)
    if after.look.tab in shown or not shown:
        return after
    return after.but(tab=before.look.tab if before.look.tab in shown else shown[0])


def _guide_read(state: State, message: messages.GuideRead) -> State:
    return state.but(hidden_tabs=tuple(message.hidden_tabs), locks=tuple(message.locks))


def _guide_dropped(state: State, _: messages.GuideDropped) -> State:
    return state.but(hidden_tabs=(), locks=())


UPDATES = {messages.GuideRead: _guide_read, messages.GuideDropped: _guide_dropped}
