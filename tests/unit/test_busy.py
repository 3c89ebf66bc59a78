"""What is pressed while Python is still busy with something else: nothing is lost, and nothing goes wrong."""

import pytest

from tests.unit.playing import Trainer, busy, looking, place, ready, settle
from web.page import messages as m
from web.page.request import next_request
from web.page.state import State
from web.page.update import update
from web.page.views import VIEWS


def trained(epochs: int = 500) -> tuple[State, Trainer]:
    state, trainer = ready(m.SettingTyped("epochs", str(epochs)))
    return settle(update(state, m.TrainPressed()), trainer), trainer


def pressed(state: State, *those: object) -> State:
    for message in those:
        state = update(state, message)
    return state


def test_train_after_reset_goes_to_the_chosen_epochs_and_not_to_twice_as_many() -> None:
    state, trainer = trained()
    state = busy(state, trainer, m.ResetPressed(), m.TrainPressed())
    assert place(settle(state, trainer)) == (500, 0, "trained")


def test_step_after_reset_steps_from_the_start() -> None:
    state, trainer = trained()
    state = busy(state, trainer, m.ResetPressed(), m.StepPressed())
    assert place(settle(state, trainer)) == (0, 1, "paused")


@pytest.mark.parametrize("message", [m.StepPressed(), m.RowMoved(1)])
def test_steps_pressed_faster_than_python_makes_them_are_all_made(message: object) -> None:
    state, trainer = ready()
    state = busy(state, trainer, message, message)
    request = next_request(state)
    state = update(state, m.RequestSent(request, 2.0))
    state = update(pressed(state, message), m.RequestAnswered(trainer.reply(request), 3.0))
    assert place(settle(state, trainer)) == (0, 3, "paused")


@pytest.mark.parametrize(
    "there_and_back",
    [
        (m.NewStartPressed(7), m.SettingTyped("seed", "109")),
        (m.ParameterTyped("weight-1", "2"), m.SeedStartPressed()),
    ],
)
def test_settings_that_were_changed_and_changed_back_are_at_their_start(there_and_back: tuple[object, ...]) -> None:
    state, trainer = trained()
    state = busy(state, trainer, *there_and_back)
    for view in VIEWS:
        view(state)
    state = settle(state, trainer)
    assert place(state) == (0, 0, "untrained")
    assert state.said.report["score"] == "2 of 25 right"
    assert len(state.said.start["table"]) == 25


def test_fewer_epochs_with_another_start_are_the_goal() -> None:
    state, trainer = trained()
    settings = {**state.form.settings, "epochs": "40", "start": "1,1,0"}
    state = settle(pressed(state, m.AddressRead(settings, ()), m.TrainPressed()), trainer)
    assert place(state) == (40, 0, "trained")
    state = busy(state, trainer, m.ParameterTyped("weight-1", "2"), m.SettingTyped("epochs", "30"), m.TrainPressed())
    assert place(settle(state, trainer)) == (30, 0, "trained")


@pytest.mark.parametrize(
    ("then", "where"),
    [
        (m.NowChosen(), (100, 0, "paused")),
        (m.MomentChosen(300, 0), (100, 0, "paused")),
        (m.TrainPressed(), (500, 0, "trained")),
        (m.StepPressed(), (100, 1, "paused")),
        (m.ResetPressed(), (0, 0, "untrained")),
        (m.ParameterTyped("weight-1", "2"), (0, 0, "untrained")),
    ],
)
def test_train_on_from_here_is_carried_out_whatever_is_pressed_next(then: object, where: tuple[int, int, str]) -> None:
    state, trainer = trained()
    state = settle(update(state, m.MomentChosen(100, 0)), trainer)
    state = settle(busy(state, trainer, m.RewindPressed(), then), trainer)
    assert (place(state), state.look.moment) == (where, ())


def test_no_moment_can_be_chosen_of_a_run_that_is_about_to_begin_again() -> None:
    state, trainer = trained()
    state = busy(state, trainer, m.ResetPressed(), m.MomentChosen(300, 0), m.RewindPressed())
    assert state.look.moment == ()
    assert place(settle(state, trainer)) == (0, 0, "untrained")


def test_a_step_wanted_while_python_gets_to_where_it_was_is_made_there() -> None:
    state, trainer = trained(40)
    for _ in range(3):
        state = settle(update(state, m.StepPressed()), trainer)
    state = pressed(state, m.TrainerFailed("worker", ""), m.RestartPressed(), m.TrainerReady(), m.StepPressed())
    assert place(settle(state, Trainer())) == (40, 4, "trained")


def test_a_rewind_wanted_while_python_gets_to_where_it_was_is_made_there() -> None:
    state, trainer = trained(40)
    for message in (m.StepPressed(), m.MomentChosen(10, 0)):
        state = settle(update(state, message), trainer)
    state = pressed(state, m.TrainerFailed("worker", ""), m.RestartPressed(), m.TrainerReady(), m.RewindPressed())
    assert place(settle(state, Trainer())) == (10, 0, "paused")


def test_a_failure_while_a_reset_waits_does_not_bring_back_what_was_to_be_forgotten() -> None:
    state, _ = trained(40)
    state = update(update(state, m.RequestSent(looking(state), 0)), m.ResetPressed())
    state = pressed(state, m.TrainerFailed("worker", ""), m.RestartPressed(), m.TrainerReady())
    assert (next_request(state)["at"], next_request(state)["do"]) == ([0, 0], [])
    assert place(settle(state, Trainer())) == (0, 0, "untrained")


def test_a_pause_before_anything_is_known_of_the_start_is_a_pause() -> None:
    state, trainer = trained(40)
    state = pressed(state, m.NewStartPressed(7), m.TrainPressed(), m.TrainPressed())
    assert (state.wants.training, state.visit.spoken) == (False, "Paused.")
    assert place(settle(state, trainer)) == (0, 0, "untrained")
