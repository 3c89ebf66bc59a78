"""The page's State, and what follows from what: all of it without a browser."""

import copy

import pytest

from perceptron.settings import Settings
from perceptron.settings_table import DEFAULTS, FIELDS
from tests.unit.playing import Trainer, doing, parts, place, ready, settle
from web.page import messages as m
from web.page.request import next_request
from web.page.state import FIRST, TOPIC_OF, State
from web.page.topics import NOTHING, Look, parts_of
from web.page.update import update

NEXT = "The next update, epoch {}, training row {} of 28: not made yet"


def test_a_new_page_is_untrained_and_asks_nothing_of_python() -> None:
    assert place(State()) == (0, 0, "untrained")
    assert not next_request(State())


def test_an_update_leaves_the_state_before_it_as_it_was() -> None:
    state = State()
    before = copy.deepcopy(parts(state))
    update(state, m.SettingTyped("epochs", "5"))
    update(state, m.SettingTyped("epochs", "x"))
    update(state, m.TrainPressed())
    assert parts(state) == before


def test_a_part_that_there_is_not_cannot_be_replaced() -> None:
    """Misspelt, it would be lost without a word."""
    for change in ({"momemt": (3, 0)}, {"epoch": 3}, {"look": Look()}, {"but": 1}):
        with pytest.raises(KeyError):
            State().but(**change)
        with pytest.raises(AttributeError):
            Look().but(**change)  # type: ignore[no-untyped-call]


def test_every_part_has_one_name_and_one_topic() -> None:
    assert len(TOPIC_OF) == sum(len(parts_of(topic)) for topic in FIRST.values())
    assert set(vars(State())) == set(FIRST)


def test_train_goes_to_the_chosen_epochs_and_pressed_at_the_end_adds_as_many() -> None:
    state, trainer = ready(m.SettingTyped("epochs", "500"))
    state = settle(update(state, m.TrainPressed()), trainer)
    assert place(state) == (500, 0, "trained")
    state = settle(update(state, m.TrainPressed()), trainer)
    assert place(state) == (1000, 0, "trained")


def test_an_early_click_on_train_is_kept_until_python_is_ready() -> None:
    state = update(update(State(), m.TrainPressed()), m.TrainPressed())
    assert place(state) == (0, 0, "untrained")
    state = settle(update(state, m.TrainerReady()), Trainer())
    assert place(state) == (10_000, 0, "trained")


def test_pause_stops_and_train_goes_on_to_the_same_goal() -> None:
    state, trainer = ready()
    state = settle(update(state, m.TrainPressed()), trainer, most=3)
    assert state.run == "training"
    state = settle(update(state, m.TrainPressed()), trainer)
    assert place(state) == (1200, 0, "paused")
    assert state.visit.spoken.startswith("Paused at epoch 1,200")
    state = settle(update(state, m.TrainPressed()), trainer)
    assert place(state) == (10_000, 0, "trained")
    assert state.visit.spoken == "Training finished at epoch 10,000: 21 of 25 right."


def test_step_makes_one_update_and_shows_the_next() -> None:
    state, trainer = ready()
    state = settle(update(state, m.StepPressed()), trainer)
    assert place(state) == (0, 1, "paused")
    assert state.said.panel["title"] == NEXT.format("1", 2)
    for _ in range(27):
        state = settle(update(state, m.StepPressed()), trainer)
    assert place(state) == (1, 0, "paused")
    assert state.said.panel["title"] == NEXT.format("2", 1)
    state = settle(update(state, m.TrainPressed()), trainer)
    assert state.said.panel["title"] == NEXT.format("10,001", 1)


def test_step_while_training_pauses_it() -> None:
    state, trainer = ready()
    state = settle(update(state, m.TrainPressed()), trainer, most=1)
    state = settle(update(state, m.StepPressed()), trainer)
    assert place(state) == (400, 1, "paused")


def test_reset_returns_to_the_same_start_even_while_training() -> None:
    state, trainer = ready()
    start = state.said.report
    state = settle(update(state, m.TrainPressed()), trainer, most=2)
    state = settle(update(state, m.ResetPressed()), trainer)
    assert (place(state), state.said.report) == ((0, 0, "untrained"), start)


@pytest.mark.parametrize("message", [m.NewStartPressed(7), m.SettingTyped("seed", "7")])
def test_another_seed_begins_at_its_start(message: object) -> None:
    state, trainer = ready()
    state = settle(update(state, m.TrainPressed()), trainer, most=2)
    state = update(state, message)
    assert state.said.report == {}
    state = settle(state, trainer)
    assert place(state) == (0, 0, "untrained")
    start = Settings(seed=int(state.form.settings["seed"])).first_neuron()
    assert state.said.report["weights_in_full"] == list(map(repr, start.weights))


def test_a_reply_about_a_run_that_is_no_longer_wanted_is_dropped() -> None:
    state, trainer = ready()
    request = doing(state, "advance", 10, 1)
    state = update(state, m.RequestSent(request, 0))
    reply = trainer.reply(request)
    state = update(update(state, m.NewStartPressed(7)), m.RequestAnswered(reply, 1))
    assert state.said.report == {}
    assert next_request(state)["run"] == {**State().wanted, "seed": "7"}
    assert next_request(state)["at"] == [0, 0]


def test_more_epochs_keep_the_run_and_move_the_goal() -> None:
    state, trainer = ready(m.SettingTyped("epochs", "500"))
    state = settle(update(state, m.TrainPressed()), trainer)
    state = update(state, m.SettingTyped("epochs", "800"))
    assert place(state) == (500, 0, "paused")
    state = update(state, m.SettingTyped("epochs", "100"))
    assert place(state) == (500, 0, "trained")
    state = settle(update(state, m.TrainPressed()), trainer)
    assert place(state) == (600, 0, "trained")


@pytest.mark.parametrize("under_way", [True, False])
def test_settings_changed_and_changed_back_begin_at_the_start_again(under_way: bool) -> None:
    state, trainer = ready()
    start = state.said.report
    state = settle(update(state, m.TrainPressed()), trainer, most=3)
    if under_way:
        request = next_request(state)
        state = update(state, m.RequestSent(request, 0.0))
    state = update(state, m.SettingTyped("seed", "7"))
    state = update(state, m.SettingTyped("seed", "109"))
    if under_way:
        state = update(state, m.RequestAnswered(trainer.reply(request), 5.0))
    state = settle(state, trainer)
    assert place(state) == (0, 0, "untrained")
    assert (state.said.report["score"], state.said.start["score"]) == (start["score"], start["score"])


@pytest.mark.parametrize("name", list(FIELDS))
@pytest.mark.parametrize("text", ["", "-1", "abc", "1e999", "<img src=x onerror=alert(1)>"])
def test_a_bad_setting_keeps_the_old_value_and_says_so(name: str, text: str) -> None:
    state = update(State(), m.SettingTyped(name, text))
    assert state.form.settings == DEFAULTS
    assert state.form.complaints[name].endswith(f"It stays {DEFAULTS[name]}.")
    state = update(state, m.SettingTyped(name, "1"))
    assert state.form.complaints == {}


def test_a_question_is_asked_at_once_and_again_after_training() -> None:
    state, trainer = ready(m.QuestionTyped(0, "0,5"))
    assert state.said.answered == ("0.5", "0.1")
    untrained = state.said.answer["in_full"]
    state = settle(update(state, m.TrainPressed()), trainer)
    assert state.said.answer["in_full"] != untrained
    state = settle(update(state, m.QuestionTyped(1, "3")), trainer)
    assert "It was not trained on numbers like these." in state.said.answer["remark"]


@pytest.mark.parametrize("text", ["", "x", "1e999", "-1e999"])
def test_a_bad_question_keeps_the_last_answer(text: str) -> None:
    state, trainer = ready()
    answer = state.said.answer
    state = settle(update(state, m.QuestionTyped(0, text)), trainer)
    assert state.said.answer == answer
    why = {
        "": "First number must be a number; this is empty.",
        "x": "First number must be a number; “x” is not.",
    }.get(text, f"First number: “{text}” is too large; a 64-bit float cannot hold it.")
    assert state.form.complaints["question-0"] == f"{why} The answer is still for 0.2."


def test_after_a_restart_the_run_is_brought_back_to_where_it_was() -> None:
    state, trainer = ready()
    state = settle(update(state, m.TrainPressed()), trainer, most=5)
    state = settle(update(state, m.StepPressed()), trainer)
    report = state.said.report
    state = update(state, m.TrainerFailed("worker", "Traceback"))
    assert (state.trainer.status, state.said.report, next_request(state)) == ("failed", report, NOTHING)
    state = update(state, m.RestartPressed())
    assert (state.trainer.status, state.trainer.failure) == ("booting", {})
    state = settle(update(state, m.TrainerReady()), Trainer())
    assert (state.said.report, state.trainer.place) == (report, ())


def test_a_failure_while_training_goes_on_training_after_the_restart() -> None:
    state, trainer = ready()
    state = settle(update(state, m.TrainPressed()), trainer, most=2)
    state = update(update(state, m.RequestSent(doing(state, "advance", 9, 1), 0)), m.TrainerFailed("worker", ""))
    assert state.run == "paused"
    state = update(update(state, m.RestartPressed()), m.TrainerReady())
    assert place(settle(state, Trainer())) == (10_000, 0, "trained")


def test_a_silent_worker_can_be_waited_for() -> None:
    state = update(State(), m.TrainerOverdue())
    assert state.trainer.overdue
    assert not update(state, m.WaitPressed()).trainer.overdue
    assert not update(state, m.PhaseReached(1)).trainer.overdue


def test_the_speed_is_measured_over_the_stretch_of_training() -> None:
    state, trainer = ready()
    state = settle(update(state, m.TrainPressed()), trainer, most=2)
    assert state.pace.epochs_a_second == pytest.approx(800 / 0.015)
