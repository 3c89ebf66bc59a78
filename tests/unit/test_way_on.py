"""After a fault: what was asked for is kept, what is no longer there is not claimed, and every word stays true."""

from tests.unit.playing import Trainer, doing, place, ready, says, settle
from web.page import messages as m
from web.page.state import State
from web.page.update import update

FAULT = m.TrainerFailed("worker", "boom")


def trained(epochs: int) -> State:
    state, trainer = ready(m.SettingTyped("epochs", str(epochs)))
    return settle(update(state, m.TrainPressed()), trainer)


def restarted(state: State, *meanwhile: object, most: int = 10_000) -> State:
    """After a fault, with what was done before the new trainer was there."""
    for message in (FAULT, *meanwhile, m.RestartPressed()):
        state = update(state, message)
    _, trainer = ready()
    return settle(update(state, m.TrainerReady()), trainer, most)


def test_steps_pressed_while_python_is_gone_are_made_by_the_next() -> None:
    state = restarted(trained(30), m.StepPressed(), m.StepPressed())
    assert place(state) == (30, 2, "trained")


def test_a_step_that_hangs_is_not_made_again_but_the_one_behind_it_is() -> None:
    state = update(trained(30), m.StepPressed())
    state = update(state, m.RequestSent(doing(state, "step"), 0.0))
    for message in (m.TrainerOverdue(), m.StepPressed(), m.RestartPressed()):
        state = update(state, message)
    _, trainer = ready()
    assert place(settle(update(state, m.TrainerReady()), trainer)) == (30, 1, "trained")


def test_train_on_from_here_pressed_while_python_is_gone_is_carried_out() -> None:
    state = update(trained(30), m.MomentChosen(10, 0))
    assert place(restarted(state, m.RewindPressed())) == (10, 0, "paused")


def test_a_guess_sent_while_python_is_gone_is_marked_and_an_old_mark_does_not_stay_beside_it() -> None:
    trainer = Trainer()
    state = trained(30)
    for message in (m.QuizSwitched(True), m.StageChosen(3), m.Guessed("5")):
        state = settle(update(state, message), trainer)
    assert str(state.stepper.mark["sentence"]).startswith("Not 5.")
    state = update(state, FAULT)
    state = update(state, m.Guessed("-7"))
    assert state.stepper.mark == {}
    state = restarted(state)
    assert str(state.stepper.mark["sentence"]).startswith("Not −7.")


def test_the_time_stays_where_it_was_looked_at_and_is_said_only_once_it_is_reached() -> None:
    state = update(trained(3_000), m.MomentChosen(1_000, 0))
    half_way = says(restarted(state, most=3))
    assert half_way["page", "data-moment"] is None
    assert half_way["time", "value"] == half_way["time", "max"]
    there = says(restarted(state))
    assert (there["page", "data-moment"], there["time", "value"], there["time", "max"]) == ("1000", "1000", "3000")


def test_a_second_fault_on_the_way_back_claims_no_results() -> None:
    state = update(restarted(trained(3_000), most=5), FAULT)
    assert state.epoch < 3_000
    said = says(state)["failure-sentence", "text"]
    assert "results" not in str(said)
    assert "trains to epoch 3,000 again" in str(said)


def test_the_way_back_can_be_paused_and_gone_on_with() -> None:
    state = restarted(trained(3_000), most=5)
    assert says(state)["train", "text"] == "Pause"
    _, trainer = ready()
    state = update(state, m.TrainPressed())
    state = settle(state, trainer)
    assert state.run == "paused"
    assert state.epoch < 3_000
    assert says(state)["train", "text"] == "Train"
    assert place(settle(update(state, m.TrainPressed()), trainer)) == (3_000, 0, "trained")


def test_a_reset_without_python_shows_no_more_of_what_was() -> None:
    state = update(update(trained(30), FAULT), m.ResetPressed())
    assert (state.run, state.epoch, state.said.report) == ("untrained", 0, {})
    assert "results" not in str(says(state)["failure-sentence", "text"])
    assert place(restarted(state)) == (0, 0, "untrained")


def test_numbers_set_by_hand_without_python_stay_in_their_fields() -> None:
    state = update(update(trained(30), FAULT), m.ParameterTyped("weight-1", "3"))
    state = update(state, m.ParameterTyped("bias", "-1"))
    said = says(state)
    assert (said["weight-1", "value"], said["bias", "value"]) == ("3", "-1")
    state = restarted(state)
    assert (state.said.report["weights"][0], state.said.report["bias"], state.epoch) == (3.0, -1.0, 0)


def test_a_kept_train_survives_other_settings() -> None:
    state = State()
    for message in (m.TrainPressed(), m.SettingTyped("seed", "7"), m.SettingTyped("epochs", "50")):
        state = update(state, message)
    assert "Train will run" in str(says(state)["train-note", "text"])
    _, trainer = ready()
    assert place(settle(update(state, m.TrainerReady()), trainer)) == (50, 0, "trained")


def test_a_complaint_goes_when_its_field_is_written_over_and_stays_while_it_is_not() -> None:
    state, trainer = ready(m.SettingTyped("epochs", "30"))
    state = update(update(state, m.ParameterTyped("weight-1", "5000")), m.SettingTyped("seed", "-5"))
    assert set(state.form.complaints) == {"weight-1", "seed"}
    state = settle(update(state, m.TrainPressed()), trainer)
    assert set(state.form.complaints) == {"seed"}
    state = update(state, m.SettingTyped("epochs", "50"))
    assert set(state.form.complaints) == {"seed"}
    state = update(state, m.AddressRead({**state.form.settings, "epochs": "500"}, ()))  # it says the seed as well
    assert state.form.complaints == {}
