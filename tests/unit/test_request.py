"""One request: it says all that its reply depends on, asks only for what is not known yet, and may fail."""

import pytest

from tests.unit.playing import Trainer, doing, place, ready, says, settle
from web.page import messages as m
from web.page.request import next_request
from web.page.state import State
from web.page.update import update
from web.worker.session import Request

DIVIDED = "Traceback (most recent call last):\n  File ...\nZeroDivisionError: division by zero\n"


def trained(*then: object) -> tuple[State, Trainer]:
    state, trainer = ready(m.SettingTyped("epochs", "40"))
    for message in (m.TrainPressed(), *then):
        state = settle(update(state, message), trainer)
    return state, trainer


def asked_after(*those: object) -> Request:
    """What is asked when a person does the last of these."""
    state, _ = trained(*those[:-1])
    return next_request(update(state, those[-1]))


@pytest.mark.parametrize(
    ("those", "told"),
    [
        ((m.TabChosen("map"), m.CursorMoved(3, 4)), ["panel"]),
        ((m.TabChosen("map"), m.QuantityChosen("error")), ["ground"]),
        ((m.TabChosen("map"), m.MapAxisChosen("up", 0)), ["panel", "ground"]),
        ((m.TabChosen("map"), m.HeldTyped(1, "0.5")), ["panel", "ground"]),
        ((m.TabChosen("yardsticks"), m.ToleranceChosen(80)), ["panel"]),
        ((m.StageChosen(3),), ["selected", "answer", "panel"]),
        ((m.StageChosen(3), m.StageChosen(4)), ["panel"]),
        ((m.QuestionTyped(0, "0.5"),), ["selected", "answer"]),
        ((m.RowChosen(3),), ["selected", "answer", "panel", "reason"]),
        ((m.MomentChosen(10, 0),), ["report", "selected", "answer", "panel", "summary", "reason"]),
        (
            (m.TabChosen("map"), m.MomentChosen(10, 0)),
            ["report", "selected", "answer", "panel", "ground", "summary", "reason"],
        ),
        ((m.StepPressed(),), ["report", "selected", "curve", "answer", "panel", "summary", "reason"]),
        ((m.TrainPressed(),), ["report", "selected", "curve", "answer", "panel"]),
    ],
)
def test_only_what_changes_is_asked_for(those: tuple[object, ...], told: list[str]) -> None:
    assert asked_after(*those)["tell"] == told


@pytest.mark.parametrize(
    "message",
    [m.CurvePointed(3), m.AxisSwitched("x", True), m.QuizSwitched(True), m.CourseSwitched(), m.PartPointed("sum")],
)
def test_what_the_page_can_show_by_itself_is_not_asked_for(message: object) -> None:
    assert not asked_after(message)


def test_whoever_comes_back_to_the_map_gets_no_second_ground() -> None:
    assert asked_after(m.TabChosen("map"), m.TabChosen("why"), m.TabChosen("map"))["tell"] == ["panel"]


def failed(state: State, message: object) -> State:
    """The person does this, and the request that follows from it fails."""
    state = update(state, message)
    state = update(state, m.RequestSent(next_request(state), 0.0))
    return update(state, m.RequestFailed(DIVIDED))


def told_of(state: State) -> str:
    """What the page says of a failure; empty when nothing is to be seen."""
    page = says(state)
    return "" if page["failure", "hidden"] else str(page["failure-sentence", "text"])


def asked_by_the_quiz(state: State, trainer: Trainer) -> State:
    """The quiz asks for the sum of the update."""
    return settle(update(update(state, m.QuizSwitched(True)), m.StageChosen(2)), trainer)


DEEDS = [m.StepPressed(), m.TrainPressed(), m.Guessed("7")]


@pytest.mark.parametrize("message", DEEDS)
def test_a_deed_that_fails_is_told_with_its_cause_and_the_page_goes_on(message: object) -> None:
    before, trainer = trained()
    before = asked_by_the_quiz(before, trainer)
    state = failed(before, message)
    assert told_of(state) == (
        "Python could not do this: ZeroDivisionError: division by zero. Everything is as it was before. "
        "You can go on, or restart Python."
    )
    page = says(state)
    assert (page["restart", "hidden"], page["failure-details", "text"]) == (False, DIVIDED)
    assert (page["page", "data-trainer"], place(state)[:2], state.said) == ("ready", (40, 0), before.said)
    assert not next_request(state)  # it is not tried again by itself
    state = settle(update(state, m.StepPressed()), trainer)
    assert (told_of(state), place(state)[:2]) == ("", (40, 1))


@pytest.mark.parametrize("message", DEEDS)
def test_what_failed_is_tried_again_when_the_person_wants_it_again(message: object) -> None:
    before, trainer = trained()
    before = asked_by_the_quiz(before, trainer)
    smooth = settle(update(before, message), trainer)
    again = settle(update(failed(before, message), message), trainer)
    assert (told_of(again), place(again), again.said.report) == ("", place(smooth), smooth.said.report)


def test_what_cannot_be_shown_is_told_until_something_else_is_looked_at() -> None:
    state, trainer = trained()
    state = failed(state, m.TabChosen("map"))
    assert told_of(state) == (
        "Python could not show this: ZeroDivisionError: division by zero. "
        "You can look at something else and go on, or restart Python."
    )
    assert not next_request(state)
    state = settle(update(state, m.TabChosen("why")), trainer)
    assert (told_of(state), state.said.panel["name"]) == ("", "why")
    state = settle(update(state, m.TabChosen("map")), trainer)
    assert (told_of(state), state.said.panel["name"]) == ("", "map")


def test_a_run_that_cannot_be_opened_is_told_of_and_another_can() -> None:
    state, trainer = trained()
    state = failed(state, m.NewStartPressed(7))
    assert "Python could not show this" in told_of(state)
    assert not next_request(state)
    state = settle(update(state, m.NewStartPressed(8)), trainer)
    assert (told_of(state), place(state)) == ("", (0, 0, "untrained"))


def test_settings_that_are_refused_after_a_failure_leave_nothing_of_it() -> None:
    state, trainer = ready(m.ChoiceMade("activation", "tanh"))
    state = update(state, m.TabChosen("map"))
    state = update(state, m.RequestSent(next_request(state), 0.0))
    state = update(state, m.ChoiceMade("loss", "cross-entropy"))
    state = settle(update(update(state, m.RequestFailed(DIVIDED)), m.StepPressed()), trainer)
    assert state.form.settings["loss"] == "squared"
    assert (told_of(state), state.trainer.error, state.said.panel["name"]) == ("", {}, "map")


def test_fewer_epochs_than_are_done_end_the_training_that_was_wanted() -> None:
    state, trainer = trained()
    state = settle(update(update(state, m.TrainPressed()), m.SettingTyped("epochs", "1")), trainer)
    assert (place(state), state.wants.training) == ((40, 0, "trained"), False)


def test_train_on_from_here_that_fails_leaves_the_run_where_it_was() -> None:
    state, trainer = trained(m.MomentChosen(10, 0))
    state = settle(failed(state, m.RewindPressed()), trainer)
    assert "could not show this" in told_of(state)
    assert place(state) == (40, 0, "trained")
    assert place(settle(update(state, m.StepPressed()), trainer)) == (40, 1, "trained")


def test_a_way_back_that_fails_ends_where_it_had_got_to() -> None:
    state, _ = ready(m.SettingTyped("epochs", "1200"))
    state = settle(update(state, m.TrainPressed()), Trainer())
    for message in (m.TrainerFailed("worker", ""), m.RestartPressed(), m.TrainerReady()):
        state = update(state, message)
    trainer = Trainer()
    state = settle(state, trainer, most=2)
    state = update(state, m.RequestSent(next_request(state), 0.0))
    state = settle(update(state, m.RequestFailed(DIVIDED)), trainer)
    assert "could not do this" in told_of(state)
    assert place(state) == (400, 0, "paused")
    assert place(settle(update(state, m.TrainPressed()), trainer)) == (1200, 0, "trained")


def test_a_restart_forgets_what_failed() -> None:
    state, _ = trained()
    state = update(failed(state, m.StepPressed()), m.RestartPressed())
    assert told_of(state) == ""
    assert place(settle(update(state, m.TrainerReady()), Trainer())) == (40, 0, "trained")


def test_a_fault_after_an_error_is_told_instead_of_it() -> None:
    state, _ = trained()
    state = update(failed(state, m.StepPressed()), m.TrainerFailed("worker", "Gone."))
    assert told_of(state).startswith("An error stopped Python.")


def test_a_request_says_the_whole_run_and_where_it_is() -> None:
    request = asked_after(m.SettingTyped("learning_rate", "3"))
    assert request["run"] == {**State().wanted, "learning_rate": "3", "legs": "0.1@40"}
    assert (request["at"], request["question"]) == ([40, 0], ["0.2", "0.1"])
    state, _ = trained()
    assert doing(state, "step")["look"] == {
        "moment": [], "flow": "question", "test_row": 0, "page": 0, "training_page": 0, "tab": "update",
        "quantity": "prediction", "stage": 0, "by_line": False, "cursor": [12, 16], "across": 0, "up": 1, "held": [],
        "grip": [], "tolerance": 50, "sheet": "",
    }  # fmt: skip
