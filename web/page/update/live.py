"""What follows while Live is on: every change of a setting trains the whole run anew, also while a hand still moves.

While a slider is held, each reply is drawn, though it is about a position a moment ago, and nothing but the newest
position is asked. So letting go leaves just the run that the settings give.
"""

from web.page import messages
from web.page.attempts import with_training_counted
from web.page.rates import MOST_PLACES, place_of, rate_at
from web.page.reply import with_told
from web.page.state import State
from web.page.update.form import at_its_start, with_run_before, without_complaint

MOST_LATE = 3  # replies in a row: a computer that is busy for a moment is no reason to switch off

FAILED = {"kind": "fault", "sentence": ""}  # a changed program met a fault on the way, which the reply tells

# What a hand moves, and what may happen meanwhile. Anything else lets go.
MOVED = (
    messages.ParameterMoved,
    messages.RateMoved,
    messages.CellMoved,
    messages.RowDragged,
    messages.RowNudged,
)
WHILE_HELD = MOVED + (
    messages.RequestSent,
    messages.RequestAnswered,
    messages.PartPointed,
    messages.CurvePointed,
    messages.PhaseReached,
    messages.FileAwaited,
    messages.MotionAsked,
    messages.OfflineKnown,
    messages.NewVersionWaiting,
)
# What belongs to moving one thing on and on, press by press.
STILL_MOVING = WHILE_HELD + (
    messages.ParameterLetGo,
    messages.RateLetGo,
    messages.CellLetGo,
    messages.CellChosen,
    messages.RowGripped,
    messages.RowReleased,
    messages.TypingBegun,
)
# The changes that are followed. Whoever reads an address, goes back or resets wants to see what is there.
FOLLOWED = MOVED + (
    messages.ParameterTyped,
    messages.SettingTyped,
    messages.ChoiceMade,
    messages.WayUpPressed,
    messages.NewStartPressed,
    messages.SeedStartPressed,
    messages.BestStartPressed,
    messages.RowPutBack,
    messages.OwnPythonPressed,
    messages.RequestAnswered,  # which brings other rows, or other data
)


def followed(before: State, after: State, message: object) -> State:
    """The State after a message, with what follows from it where Live is on."""
    kind = type(message)
    if not after.live.live:
        return after
    if kind is messages.LessonChosen:  # which needs the page as it is described
        return switched_off(after, "")
    moved = _what_moves(after, message)
    if moved or kind not in STILL_MOVING:
        after = after.but(moved=moved, made_by=after.live.made_by if moved else ())
    if after.form.settings is not before.form.settings:
        after = after.but(made_by=after.live.moved)
    is_holding = kind in MOVED or (after.live.holding and kind in WHILE_HELD)
    if is_holding and not before.live.holding:
        left = {"settings": before.form.settings, "at": before.here} if before.trainer.opened else {}
        after = after.but(left_by_hand=left)
    left = after.live.left_by_hand
    # Of a row that a hand has let go, Python may still have to make the data.
    is_made = kind is messages.RequestAnswered and bool(left) and bool(before.own.edits)
    if not is_holding and not after.own.edits and left:
        after = after.but(left_by_hand={})
    if is_holding != after.live.holding:
        after = after.but(holding=is_holding)
    settings = after.form.settings
    if kind is messages.CompiledSwitched:
        return after.but(whole=True)  # nothing may be left to train, but whether it can go on is to be found out
    if kind not in FOLLOWED or settings is before.form.settings or settings == before.form.settings:
        return after
    is_refused = isinstance(message, messages.RequestAnswered) and "refused" in message.reply
    if is_holding or (is_made and not is_refused):
        after = _with_way_back(before, after, left)
    elif is_refused:
        return after  # it goes back to where it was
    # A program that was run is to be trained in any case: as usual, where it is not fit for this.
    is_run = settings["rule"] != before.form.settings["rule"] and after.wants.training
    return _wholly(after).but(training=True) if is_run else _wholly(after)


def _what_moves(state: State, message: object) -> tuple:
    """What a message moves, so that a next move of the same thing can be told from one of another; empty for none."""
    kind = type(message)
    if kind in (messages.ParameterMoved, messages.ParameterTyped, messages.SettingTyped):
        return (message.name,)  # type: ignore[attr-defined]
    if kind is messages.RateMoved:
        return ("learning_rate",)
    if kind is messages.CellTyped:
        return ("cell", message.row, message.column)  # type: ignore[attr-defined]
    if kind is messages.CellMoved:
        return ("cell",) + state.live.cell
    return ("row",) + state.look.grip[:1] if kind in (messages.RowDragged, messages.RowNudged) else ()


def _with_way_back(before: State, after: State, left: dict) -> State:
    """The way back leads to where it was before the hand took hold, not to a moment ago."""
    return after.but(
        accepted=left or before.form.accepted, run_before=left if left and any(left["at"]) else before.form.run_before
    )


def _wholly(state: State) -> State:
    """All epochs are to be trained, if there are any left."""
    if state.trainer.place or (state.goes_on and not _has_epochs_left(state)):
        return state
    return state.but(whole=True, training=False, steps=0, live_off="")


def _has_epochs_left(state: State) -> bool:
    return state.epoch < state.epochs and not (state.said.report and state.said.report["stopped"])


def _switched(state: State, message: messages.LiveSwitched) -> State:
    """Switched on, it trains what is there to its end, and finds out whether it can.

    Switched off, what is under way is trained as usual.
    """
    if message.on == state.live.live:
        return state
    if not message.on:
        return switched_off(state, "")
    return state.but(live=True, whole=True, late=0, live_off="", training=False, steps=0, back_to=())


def switched_off(state: State, why: str) -> State:
    """Live is off, because a person wants it so or for this reason, a sentence."""
    has_more = not state.goes_on or _has_epochs_left(state)
    training = state.wants.training or (state.live.whole and not why and has_more)
    after = state.but(live=False, whole=False, holding=False, left_by_hand={}, moved=(), made_by=())
    return after.but(late=0, live_off=why, training=training)


def answered(state: State, reply: dict) -> State:
    """What a run told that was trained wholly. `state` has no request under way any longer."""
    run, live = reply["request"]["run"], reply.get("live") or FAILED
    if not state.live.whole or (run != state.wanted and not state.live.holding):
        return state  # it is not wanted any longer
    if run != state.wanted:
        # The hand has moved on, so this is only to be seen, unless there will be nothing to see.
        return with_told(state, reply) if not live["kind"] else state
    after = with_told(state.but(opened=run), reply).but(old=(), place=())
    after = after.but(late=after.live.late + 1 if live["kind"] == "slow" else 0)
    if live is FAILED:
        return after.but(whole=False)
    if live["kind"] and (live["kind"] != "slow" or after.live.late >= MOST_LATE):
        off = switched_off(after, live["sentence"])
        return off.but(training=off.wants.training or live["kind"] == "slow", spoken=live["sentence"])
    if _has_epochs_left(after):
        return after
    after = with_training_counted(after.but(whole=False, training=after.wants.training and _goal_is_ahead(after)))
    return after if after.live.holding else _told_aloud(after)


def _goal_is_ahead(state: State) -> bool:
    return state.epoch < state.wants.goal


def _told_aloud(state: State) -> State:
    report = state.said.report
    return state.but(spoken=report["stopped"] or f"Trained to epoch {state.epoch:,}: {report['score_now']}.")


def let_go(state: State) -> State:
    """What was moved stays, and is told as soon as it is trained."""
    if not state.live.holding or state.live.whole or not state.said.report:
        return state
    return _told_aloud(state)


def _rate_moved(state: State, message: messages.RateMoved) -> State:
    """The whole run is to have this rate; what is on the screen stays until the new run is drawn."""
    settings = dict(state.form.settings)
    if not state.live.live or not 0 <= message.place <= MOST_PLACES:
        return state
    if message.place == place_of(settings["learning_rate"]) and not settings["legs"]:
        return state
    settings["learning_rate"], settings["legs"] = rate_at(message.place), ""
    return moved_to(without_complaint(state, "learning_rate"), settings)


def moved_to(state: State, settings: dict) -> State:
    """Another run, whose numbers come so soon that those on the screen stay until then."""
    after = at_its_start(state.but(settings=settings, notices=())).but(milestones=())
    return with_run_before(state, after)


def _let_go(state: State, _: "messages.RateLetGo | messages.CellLetGo") -> State:
    return let_go(state)


def _cell_chosen(state: State, message: messages.CellChosen) -> State:
    return state.but(cell=(message.row, message.column))


UPDATES = {
    messages.LiveSwitched: _switched,
    messages.RateMoved: _rate_moved,
    messages.RateLetGo: _let_go,
    messages.CellChosen: _cell_chosen,
    messages.CellLetGo: _let_go,
}
