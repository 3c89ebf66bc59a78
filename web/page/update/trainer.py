"""What follows when Python starts, fails, falls silent or is started again, and when a newer page waits."""

from web.page import messages
from web.page.request import deed
from web.page.runs_request import is_of_runs
from web.page.state import State, with_nothing_said
from web.page.topics import NOTHING
from web.page.update import code, data, runs_told

MOST_DETAILS = 8_000  # letters


def _phase_reached(state: State, message: messages.PhaseReached) -> State:
    overdue = state.trainer.overdue and bool(state.trainer.awaited)
    return state.but(phase=max(state.trainer.phase, message.phase), overdue=overdue)


def _file_awaited(state: State, message: messages.FileAwaited) -> State:
    return state.but(awaited=message.file, overdue=bool(message.file))


def _trainer_ready(state: State, _: messages.TrainerReady) -> State:
    """The page was built with what Python says of the default run at its start, so that need not be asked."""
    default = State().wanted
    untouched = state.wanted == default and not state.trainer.place and not state.epoch and not state.row
    return state.but(
        status="ready", overdue=False, awaited="", failure={}, spoken="Python is ready.",
        opened=default if untouched and state.said.report and state.said.panel else {},
    )  # fmt: skip


def _trainer_failed(state: State, message: messages.TrainerFailed) -> State:
    """While Python starts, every fault is a failed start. A fault is told once, and not without end."""
    details = message.details.strip()[:MOST_DETAILS]
    failure = {"fault": message.fault, "details": details, "at_start": state.trainer.status == "booting"}
    if state.trainer.failure:  # the first fault is the cause; later ones mostly follow from it
        failure = dict(state.trainer.failure)
        if details in failure["details"] or len(failure["details"]) >= MOST_DETAILS:
            return state
        failure["details"] += f"\n\nAfter that:\n{details}"
    return _without_trainer(state).but(status="failed", failure=failure)


def _cause_found(state: State, message: messages.CauseFound) -> State:
    """Unless another worker has been started meanwhile."""
    failure = dict(state.trainer.failure)
    failure["cause"] = message
    return state.but(failure=failure) if state.trainer.failure else state


def _trainer_overdue(state: State, _: messages.TrainerOverdue) -> State:
    return state.but(overdue=True)


def _wait_pressed(state: State, _: messages.WaitPressed) -> State:
    return state.but(overdue=False)


def _restart_pressed(state: State, _: messages.RestartPressed) -> State:
    """Another worker is wanted, unless the one there is starts well."""
    if state.trainer.status == "booting" and not state.trainer.overdue:
        return state
    return restarted(state)


def restarted(state: State) -> State:
    """Another worker instead of the one there is. It may be able to do what this one could not do with runs."""
    if is_of_runs(state.trainer.error.get("request", NOTHING)):
        state = state.but(halted=False)
    return _without_trainer(state).but(status="booting", failure={}, phase=0, restarts=state.trainer.restarts + 1)


def _without_trainer(state: State) -> State:
    """Nothing is under way; a new trainer must first get to where this one was.

    Other wishes are kept, but not the request that failed or hung: it would do so again.
    """
    name = deed(state, state.trainer.request) if state.trainer.request else ""
    place = state.trainer.place or (state.epoch, state.row)
    if state.goes_on and state.trainer.opened != state.wanted and name != "rewind":
        # It had not heard of the new learning rate yet.
        state = with_nothing_said(state).but(moment=()) if state.wants.back_to else state.but(panel={})
        place = min(place, state.wants.back_to or place)
    elif state.outdated:
        state, place = with_nothing_said(state), ()
    for deed_of in (code, data, runs_told):
        state = deed_of.given_up(state, state.trainer.request)
    return state.but(
        request={}, error={}, overdue=False, awaited="", opened={},
        place=place if any(place) else (), stretch=(),
        back_to=() if name == "rewind" else state.wants.back_to,
        whole=state.live.whole and name != "live", guess=() if name == "mark" else state.stepper.guess,
    )  # fmt: skip


def _offline_known(state: State, message: messages.OfflineKnown) -> State:
    return state.but(offline=message.how)


def _new_version_waiting(state: State, _: messages.NewVersionWaiting) -> State:
    return state.but(new_version=True)


def _new_version_took_over(state: State, message: messages.NewVersionTookOver) -> State:
    return _without_trainer(state).but(status="failed", taken_over=True, mixed=message.in_vain)


UPDATES = {
    messages.PhaseReached: _phase_reached,
    messages.FileAwaited: _file_awaited,
    messages.TrainerReady: _trainer_ready,
    messages.TrainerFailed: _trainer_failed,
    messages.CauseFound: _cause_found,
    messages.TrainerOverdue: _trainer_overdue,
    messages.WaitPressed: _wait_pressed,
    messages.RestartPressed: _restart_pressed,
    messages.OfflineKnown: _offline_known,
    messages.NewVersionWaiting: _new_version_waiting,
    messages.NewVersionTookOver: _new_version_took_over,
}
