"""Training on from an earlier epoch, the marks of the run, and what is said to those who listen."""

import pytest

import web.worker.reports
from perceptron.experiment import Run
from perceptron.settings import Settings
from tests.unit.playing import Trainer, place, ready, says, settle
from web.page import messages as m
from web.page.request import next_request
from web.page.state import State
from web.page.update import update


def trained(epochs: int = 1200, *then: object) -> tuple[State, Trainer]:
    state, trainer = ready(m.SettingTyped("epochs", str(epochs)))
    for message in (m.TrainPressed(), *then):
        state = settle(update(state, message), trainer)
    return state, trainer


def marks(state: State) -> dict[int, str]:
    return {mark["epoch"]: mark["sentence"] for mark in state.said.milestones}


def test_train_on_from_here_makes_the_moment_the_present_one() -> None:
    state, trainer = trained(1200, m.MomentChosen(500, 0), m.RewindPressed())
    assert (place(state), state.look.moment) == ((500, 0, "paused"), ())
    assert state.said.report["score"] == "10 of 25 right"
    assert state.said.report["curve"]["epochs"][-1] == 500
    assert max(marks(state)) <= 500
    assert state.visit.spoken == "Back at epoch 500: 10 of 25 right."
    state = settle(update(state, m.TrainPressed()), trainer)
    assert place(state) == (1200, 0, "trained")
    run = Run(Settings())
    run.advance(1200)
    assert state.said.report["weights_in_full"] == [repr(weight) for weight in run.neuron.weights]


def test_train_on_from_the_start_is_untrained_again() -> None:
    state, _ = trained(40, m.MomentChosen(0, 0), m.RewindPressed())
    assert place(state) == (0, 0, "untrained")


def test_there_is_nothing_to_go_back_to_while_now_is_looked_at() -> None:
    state, _ = trained(40)
    assert not next_request(update(state, m.RewindPressed()))
    assert says(state)["rewind", "disabled"] is True


def test_back_from_beyond_the_chosen_epochs_the_goal_is_the_chosen_one() -> None:
    state, _ = trained(40, m.TrainPressed(), m.MomentChosen(20, 0), m.RewindPressed(), m.TrainPressed())
    assert (place(state), state.wants.goal) == ((40, 0, "trained"), 40)


def test_the_marks_are_those_of_the_run_and_lead_there() -> None:
    state, trainer = trained(10_000)
    found = marks(state)
    assert found[0] == "2 of 25 at the start"
    assert found[1000] == "18 of 25 at epoch 1,000"
    [held] = [sentence for sentence in found.values() if sentence.endswith("since epoch 1,143")]
    assert held == "21 of 25 since epoch 1,143"
    page = str(says(state)["curve-marks", "html"])
    for epoch, sentence in found.items():
        assert f'data-epoch="{epoch}">{sentence}</button>' in page
    for epoch, sentence in found.items():
        state = settle(update(state, m.MomentChosen(epoch, 0)), trainer)
        assert state.said.report["score"].startswith(sentence.partition(" of")[0])


def test_the_marks_are_looked_for_when_the_training_rests_and_only_once() -> None:
    state, trainer = ready()
    state = settle(update(state, m.TrainPressed()), trainer, most=3)
    assert max(marks(state)) == 0
    state = settle(update(state, m.TrainPressed()), trainer)
    assert max(marks(state)) == 1143
    assert not next_request(state)


def test_while_the_marks_take_long_to_find_whatever_else_is_wanted_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """With ten thousand rows they take seconds."""
    whole, _ = ready(m.SettingTyped("epochs", "390"))
    whole = settle(update(whole, m.TrainPressed()), Trainer())
    monkeypatch.setattr(web.worker.reports, "SECONDS_OF_COUNTING", 0.0)
    state, trainer = ready(m.SettingTyped("epochs", "380"))
    state = settle(update(state, m.TrainPressed()), trainer, 10)
    assert (state.epoch, state.run, max(marks(state))) == (380, "trained", 0)
    assert next_request(state)["tell"] == ["milestones"]
    state = update(update(state, m.SettingTyped("epochs", "390")), m.TrainPressed())
    assert next_request(state)["do"][0] == "advance"
    state = settle(state, trainer)
    assert state.said.milestones == whole.said.milestones
    assert not next_request(state)


def test_another_start_has_no_marks_of_the_one_before() -> None:
    state, trainer = trained(40)
    state = update(state, m.NewStartPressed(7))
    assert state.said.milestones == ()
    assert list(marks(settle(state, trainer))) == [0]


def test_what_is_spoken_is_said_of_now_also_while_a_moment_is_looked_at() -> None:
    state, trainer = ready(m.SettingTyped("epochs", "1200"))
    state = settle(update(state, m.TrainPressed()), trainer, most=2)
    state = settle(update(state, m.MomentChosen(0, 0)), trainer)
    assert state.said.report["score"] == "2 of 25 right"
    assert state.visit.spoken == "Training finished at epoch 1,200: 21 of 25 right."


def test_a_step_is_spoken_with_its_score() -> None:
    state, _ = trained(40, m.StepPressed())
    assert state.visit.spoken == f"One update: {state.said.report['score']}."
