"""Faults as the page tells them, and the watchdog, which accuses nobody wrongly."""

import pytest

from tests.unit.playing import doing, ready
from web.browser.faults import SILENT_LOOKS, Watchdog
from web.page import messages as m
from web.page.heard import heard
from web.page.state import State
from web.page.update import update
from web.page.update.trainer import MOST_DETAILS
from web.page.views import status
from web.page.views.status import TITLES


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
    failed = update(busy(), m.TrainerFailed("worker", ""))
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
    state = update(update(busy(), m.TrainerFailed("worker", "one")), m.TrainerFailed("page", "two"))
    assert state.trainer.failure == {"fault": "worker", "details": "one\n\nAfter that:\ntwo", "at_start": False}
    assert update(state, m.RestartPressed()).trainer.failure == {}


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [
        ("worker", "An error stopped Python."),
        ("words", "Python met an error and stopped."),
        ("page", "Something in this page failed, so training stopped."),
    ],
)
def test_every_fault_has_its_sentence_and_while_python_starts_all_have_the_same(fault: str, sentence: str) -> None:
    def told(state: State) -> str:
        return str(shown(update(state, m.TrainerFailed(fault, "Traceback")))["failure-sentence", "text"])

    assert told(busy()).startswith(sentence)
    assert told(State()).startswith("Python could not start.")


def test_a_fault_is_told_once_and_its_details_have_an_end() -> None:
    once = update(busy(), m.TrainerFailed("page", "\none\n"))
    assert update(once, m.TrainerFailed("page", "one")) is once
    state = once
    for number in range(2_000):
        state = update(state, m.TrainerFailed("page", f"{number} " * 100))
    assert once.trainer.failure["details"] == "one"
    assert MOST_DETAILS <= len(state.trainer.failure["details"]) < 2 * MOST_DETAILS


def test_a_fault_without_details_is_a_fault() -> None:
    assert update(busy(), m.TrainerFailed("page", "")).trainer.status == "failed"


def test_another_worker_is_wanted_unless_the_one_there_is_starts_well() -> None:
    starting = State()
    assert update(starting, m.RestartPressed()) is starting
    for state in (
        update(starting, m.TrainerOverdue()),
        update(starting, m.TrainerFailed("worker", "404")),
        ready()[0],
        update(busy(), m.TrainerOverdue()),
        update(busy(), m.TrainerFailed("worker", "Traceback")),
    ):
        again = update(state, m.RestartPressed())
        assert (again.trainer.restarts, again.trainer.status, again.trainer.phase) == (1, "booting", 0)
        assert update(again, m.RestartPressed()) is again


@pytest.mark.parametrize(
    ("kind", "value", "message"),
    [
        ("awaits", "web/trainer.zip", m.FileAwaited("web/trainer.zip")),
        ("phase", 2, m.PhaseReached(2)),
        ("ready", "3.14", m.TrainerReady()),
        ("reply", {"at": [0, 0]}, m.RequestAnswered({"at": [0, 0]}, 7.0)),
        ("error", "Traceback", m.RequestFailed("Traceback")),
        ("fault", "Traceback", m.TrainerFailed("worker", "Traceback")),
        ("sigh", 1, m.TrainerFailed("words", "It said “sigh”, which the page does not understand.")),
        ("", None, m.TrainerFailed("words", "It said “”, which the page does not understand.")),
    ],
)
def test_whatever_the_worker_says_is_a_message(kind: str, value: object, message: object) -> None:
    found = heard(kind, value, 7.0)
    assert (type(found), found) == (type(message), message)


def test_every_message_has_details_and_ways_on() -> None:
    for state in (
        update(State(), m.TrainerOverdue()),
        update(busy(), m.TrainerOverdue()),
        update(busy(), m.TrainerFailed("worker", "Traceback")),
    ):
        writes = shown(state)
        assert writes[("failure", "hidden")] is False
        assert writes[("failure-sentence", "text")]
        assert writes[("failure-details", "text")]
        assert writes[("restart", "hidden")] is False
        assert writes[("wait", "hidden")] is (not state.trainer.overdue)
        assert writes[("failure-title", "text")] == TITLES["waiting" if state.trainer.overdue else "failed"]
    assert "No answer to: step, asked at epoch 0, row 0." in str(shown(update(busy(), m.TrainerOverdue())).values())


def test_the_results_stay_as_they_were_in_a_failure() -> None:
    state = busy()
    failed = update(state, m.TrainerFailed("worker", ""))
    assert (failed.said.report, failed.said.answer, failed.form.settings) == (
        state.said.report,
        state.said.answer,
        state.form.settings,
    )


def test_a_restart_is_offered_where_it_helps_first_of_all_and_not_where_it_is_in_vain() -> None:
    failed = update(State(), m.TrainerFailed("worker", "404"))
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
    assert [says[("restart", "class")] for says in (passing, perhaps)] == ["primary", ""]
    assert shown(failed)[("restart", "class")] == "primary"
    assert shown(update(State(), m.TrainerOverdue()))[("restart", "class")] == ""


def test_a_cause_that_turns_out_after_another_start_is_not_told_of_that() -> None:
    again = update(update(State(), m.TrainerFailed("worker", "404")), m.RestartPressed())
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
