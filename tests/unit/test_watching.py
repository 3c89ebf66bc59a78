"""Faults as the page tells them, and the watchdog, which accuses nobody wrongly."""

import pytest

from tests.unit.playing import doing, ready
from web.browser.faults import SILENT_LOOKS, Watchdog
from web.page import messages as m
from web.page.state import State
from web.page.update import update
from web.page.views import status


def looks(dog: Watchdog, state: State, number: int, hidden: bool = False) -> list[bool]:
    return [dog.look(state, hidden) for _ in range(number)]


def busy() -> State:
    state, _ = ready()
    return update(update(state, m.StepPressed()), m.RequestSent(doing(state, "step"), 0))


@pytest.mark.parametrize(("state", "stage"), [(State(), "first"), (State().but(phase=1), "booting"), (busy(), "ready")])
def test_a_worker_is_accused_after_so_many_silent_looks(state: State, stage: str) -> None:
    most = SILENT_LOOKS[stage]
    assert looks(Watchdog(), state, most + 1) == [False] * most + [True]


def test_who_spoke_in_between_is_not_accused() -> None:
    dog, most = Watchdog(), SILENT_LOOKS["ready"]
    looks(dog, busy(), most)
    dog.heard()
    assert not any(looks(dog, busy(), most))


def test_a_resting_or_failed_worker_may_be_silent() -> None:
    resting, _ = ready()
    failed = update(busy(), m.TrainerFailed("Gone.", ""))
    for state in (resting, failed):
        assert not any(looks(Watchdog(), state, 1000))


def test_looks_at_a_hidden_page_do_not_count_and_void_those_before() -> None:
    dog, most = Watchdog(), SILENT_LOOKS["ready"]
    looks(dog, busy(), most)
    assert not any(looks(dog, busy(), 1000, hidden=True))
    assert looks(dog, busy(), most + 1) == [False] * most + [True]


def shown(state: State) -> dict[tuple[str, str], object]:
    return {(name, kind): value for name, kind, value in status.view(state)}


def test_the_first_fault_keeps_its_sentence_and_later_ones_add_to_its_details() -> None:
    state = update(update(busy(), m.TrainerFailed("First.", "one")), m.TrainerFailed("Second.", "two"))
    assert state.trainer.failure == {"sentence": "First.", "details": "one\n\nAfter that:\ntwo", "at_start": False}
    assert update(state, m.RestartPressed()).trainer.failure == {}


def test_every_message_has_details_and_ways_on() -> None:
    for state in (
        update(State(), m.TrainerOverdue()),
        update(busy(), m.TrainerOverdue()),
        update(busy(), m.TrainerFailed("Gone.", "Traceback")),
    ):
        writes = shown(state)
        assert writes[("failure", "hidden")] is False
        assert writes[("failure-sentence", "text")]
        assert writes[("failure-details", "text")]
        assert writes[("restart", "hidden")] is False
        assert writes[("wait", "hidden")] is (not state.trainer.overdue)
    assert "No answer to: step, asked at epoch 0, row 0." in str(shown(update(busy(), m.TrainerOverdue())).values())


def test_the_results_stay_as_they_were_in_a_failure() -> None:
    state = busy()
    failed = update(state, m.TrainerFailed("Gone.", ""))
    assert (failed.said.report, failed.said.answer, failed.form.settings) == (
        state.said.report,
        state.said.answer,
        state.form.settings,
    )


def test_a_restart_is_offered_where_it_helps_and_not_where_it_is_in_vain() -> None:
    failed = update(State(), m.TrainerFailed("Python could not start.", "404"))
    passing = shown(update(failed, m.CauseFound("There is no network now.", "Reload it.", "helps")))
    assert passing[("failure-sentence", "text")] == (
        "Python could not start. There is no network now. Your settings are kept. Restart Python to begin."
    )
    perhaps = shown(update(failed, m.CauseFound("A file is missing.", "Put it there.", "perhaps")))
    assert perhaps[("failure-sentence", "text")] == (
        "Python could not start. A file is missing. Put it there. Your settings are kept."
    )
    in_vain = shown(update(failed, m.CauseFound("A policy forbids it.", "Allow it.", "in vain")))
    assert [says[("restart", "hidden")] for says in (passing, perhaps, in_vain)] == [False, False, True]


def test_a_cause_that_turns_out_after_another_start_is_not_told_of_that() -> None:
    again = update(update(State(), m.TrainerFailed("Python could not start.", "404")), m.RestartPressed())
    assert update(again, m.CauseFound("A file is missing.", "Put it there.", "perhaps")).trainer.failure == {}


def test_a_file_that_does_not_come_is_named_until_it_comes_or_the_person_waits() -> None:
    started = update(State(), m.PhaseReached(1))
    late = update(started, m.FileAwaited("web/trainer.zip"))
    assert "Python is still waiting for its file web/trainer.zip." in str(shown(late)[("failure-sentence", "text")])
    assert update(late, m.PhaseReached(2)).trainer.overdue
    assert not update(update(late, m.WaitPressed()), m.PhaseReached(2)).trainer.overdue
    assert not update(late, m.FileAwaited("")).trainer.overdue
    assert "web/runtime/worker.mjs" in str(shown(update(State(), m.TrainerOverdue()))[("failure-sentence", "text")])
    assert update(late, m.RestartPressed()).trainer.awaited == ""
