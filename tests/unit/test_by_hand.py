"""Weights and bias set by hand: a new start, at once, and the page's challenge."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perceptron.experiment import Run
from perceptron.settings import Settings
from perceptron.settings_table import DEFAULTS
from tests.examples import examples
from tests.unit.playing import Trainer, busy, place, ready, says, settle
from web.page import messages as m
from web.page.request import next_request
from web.page.state import State
from web.page.update import update
from web.page.update.form import NUMBER_FIELDS
from web.page.views.hand import BORROWED

PARAMETERS = ("weight-1", "weight-2", "bias")


def set_by_hand(*texts: str) -> tuple[State, Trainer]:
    state, trainer = ready()
    for name, text in zip(PARAMETERS, texts, strict=False):
        state = settle(update(state, m.ParameterTyped(name, text)), trainer)
    return state, trainer


def test_weights_1_1_and_bias_0_are_what_the_neuron_has_and_the_table_follows() -> None:
    state, trainer = set_by_hand("1", "1", "0")
    assert state.form.settings["start"] == "1.0,1.0,0"
    assert (trainer.run.neuron.weights, trainer.run.neuron.bias) == ([1.0, 1.0], 0.0)
    assert place(state) == (0, 0, "untrained")
    assert [row["before"] for row in state.said.start["table"]] == state.said.report["printed"]
    page = says(state)
    assert [page[name, "value"] for name in PARAMETERS] == ["1.0000", "1.0000", "0.0000"]
    assert state.hand.best_by_hand >= state.said.report["right_count"]
    assert (
        page["hand-text", "text"] == f"Set by hand: {state.said.report['score']}, the most there is: 21. "
        f"Your best by hand is {state.hand.best_by_hand} of 25."
    )


def test_the_other_numbers_stay_to_the_last_digit() -> None:
    state, trainer = set_by_hand("-2,5")
    weights, bias = Run(Settings()).start
    assert state.form.settings["start"] == f"-2.5,{weights[1]!r},{bias!r}"
    assert trainer.run.start == ((-2.5, weights[1]), bias)


def test_numbers_set_while_python_is_busy_are_all_kept() -> None:
    state, trainer = ready()
    state = busy(
        state,
        trainer,
        m.ParameterTyped("weight-1", "3"),
        m.ParameterTyped("weight-2", "4"),
        m.ParameterTyped("bias", "-5"),
    )
    assert [says(state)[name, "value"] for name in PARAMETERS] == ["3", "4", "-5"]
    state = settle(state, trainer)
    assert trainer.run.start == ((3.0, 4.0), -5.0)


@pytest.mark.parametrize("text", ["", "abc", "1001", "-1000.5", "nan", "1e999", "<b>"])
@pytest.mark.parametrize("name", PARAMETERS)
def test_a_number_that_cannot_be_used_is_named_and_changes_nothing(name: str, text: str) -> None:
    state, trainer = ready()
    after = update(state, m.ParameterTyped(name, text))
    complaint = after.form.complaints[name]
    assert complaint.startswith(f"{NUMBER_FIELDS[name].label} must be a number from −1,000 to 1,000; ")
    assert (after.form.settings, next_request(after)) == (state.form.settings, {})
    assert says(after)[name, "aria-invalid"] == "true"
    assert not settle(update(after, m.ParameterTyped(name, "1")), trainer).form.complaints


@examples(40)
@given(st.lists(st.floats(-1000, 1000), min_size=3, max_size=3))
def test_any_allowed_numbers_are_taken_as_they_are(numbers: list[float]) -> None:
    _, trainer = set_by_hand(*map(repr, numbers))
    assert [*trainer.run.start[0], trainer.run.start[1]] == numbers


def test_numbers_that_training_took_beyond_what_may_be_set_are_set_to_the_nearest() -> None:
    state, trainer = set_by_hand("1000", "-1000", "0")
    state = settle(update(state, m.SettingTyped("learning_rate", "100")), trainer)
    state = settle(update(state, m.StepPressed()), trainer)
    assert state.said.report["weights"][0] > 1000
    learned = state.said.report["weights_in_full"][0]
    state = settle(update(state, m.ParameterTyped("bias", "1")), trainer)
    assert trainer.run.start == ((1000.0, -993.75), 1.0)
    said = f"By hand you can set weight 1 from −1,000 to 1,000. It was {learned} and is 1000 now."
    assert says(state)["notices", "text"] == said
    assert settle(update(state, m.ParameterTyped("bias", "2")), trainer).form.notices == ()


def test_a_score_counts_only_where_no_number_was_learned_or_came_with_the_address() -> None:
    state, trainer = ready(m.AddressRead({**DEFAULTS, "start": "5,5,-2.5"}, ()))
    assert (state.hand.best_by_hand, BORROWED in str(says(state)["hand-text", "text"])) == (-1, True)
    for name in ("weight-1", "weight-2"):
        state = settle(update(state, m.ParameterTyped(name, "1")), trainer)
        assert state.hand.best_by_hand == -1
    state = settle(update(state, m.ParameterTyped("bias", "0")), trainer)
    assert state.hand.best_by_hand == state.said.report["right_count"] > 0
    assert BORROWED not in str(says(state)["hand-text", "text"])
    state = settle(update(state, m.AddressRead(dict(state.form.settings), ())), trainer)
    assert state.hand.borrowed == ()
    state = settle(update(state, m.StepPressed()), trainer)
    assert str(says(state)["hand-text", "text"]).startswith("Trained from your weights.")
    assert settle(update(state, m.ParameterTyped("weight-1", "3")), trainer).hand.borrowed == ("weight-2", "bias")


def test_what_waits_for_the_start_is_no_fault() -> None:
    page = says(update(State(), m.ParameterTyped("weight-1", "2")))
    assert (page["weight-1-complaint", "class"], page["weight-1", "aria-invalid"]) == ("note", None)
    failed = update(State(), m.TrainerFailed("worker", ""))
    assert "Train will run" in str(says(update(failed, m.TrainPressed()))["train-note", "text"])


def test_nothing_is_said_of_what_is_being_typed_anew() -> None:
    state = update(update(State(), m.ParameterTyped("weight-1", "x")), m.SettingTyped("seed", "y"))
    state = update(state, m.TypingBegun("weight-1"))
    assert (list(state.form.complaints), list(state.form.refused)) == (["seed"], ["seed"])


def test_weights_typed_before_python_has_drawn_a_start_are_set_when_it_has_and_the_page_says_so() -> None:
    state = update(State(), m.ParameterTyped("weight-1", "1,5"))
    assert says(state)["weight-1-complaint", "text"] == "Weight 1 changes to this when Python is ready."
    assert says(state)["weight-1", "value"] == "1,5"
    for message in (m.ParameterTyped("bias", "-2"), m.ParameterTyped("weight-2", "x"), m.TrainerReady()):
        state = update(state, message)
    assert says(state)["weight-2-complaint", "text"] == (
        "Weight 2 must be a number from −1,000 to 1,000; “x” is not. It stays as it was."
    )
    trainer = Trainer()
    state = settle(state, trainer)
    assert state.by_hand == ("1.5", repr(Run(Settings()).start[0][1]), "-2")
    assert (list(state.form.complaints), state.form.refused) == (["weight-2"], {"weight-2": "x"})


def test_a_train_that_was_kept_comes_after_weights_that_were_kept() -> None:
    state, _ = ready(m.SettingTyped("epochs", "5"), m.ParameterTyped("weight-1", "1.5"), m.TrainPressed())
    assert (state.by_hand[0], place(state)) == ("1.5", (5, 0, "trained"))


def test_weights_typed_while_no_start_is_known_are_void_with_another_seed() -> None:
    state = update(update(State(), m.ParameterTyped("weight-1", "1")), m.SettingTyped("seed", "7"))
    state = settle(update(state, m.TrainerReady()), Trainer())
    assert (state.form.complaints, state.form.settings["start"]) == ({}, "")


def test_a_weight_that_was_typed_over_and_back_is_no_new_start() -> None:
    state, trainer = ready()
    state = settle(update(state, m.StepPressed()), trainer)
    shown = str(says(state)["bias", "value"])
    after = settle(update(update(state, m.ParameterTyped("bias", "x")), m.ParameterTyped("bias", shown)), trainer)
    assert (after.form.settings, after.form.complaints, place(after)) == (state.form.settings, {}, place(state))


def test_the_same_seed_typed_again_keeps_what_was_set_by_hand_and_what_was_learned() -> None:
    state, trainer = set_by_hand("5")
    state = settle(update(update(state, m.SettingTyped("epochs", "3")), m.TrainPressed()), trainer)
    after = settle(update(state, m.SettingTyped("seed", " 109 ")), trainer)
    assert (after.by_hand, after.epoch, after.run) == (state.by_hand, 3, "trained")


def test_the_seeds_own_start_comes_back() -> None:
    state, trainer = set_by_hand("5")
    state = settle(update(state, m.SeedStartPressed()), trainer)
    assert (state.form.settings["start"], state.by_hand) == ("", ())
    assert trainer.run.start[0][0] == 0.27958303860586786
    assert says(state)["seed-start", "hidden"] is True


@pytest.mark.parametrize("message", [m.SettingTyped("seed", "7"), m.NewStartPressed(7)])
def test_another_seed_takes_the_place_of_what_was_set_by_hand(message: object) -> None:
    state, trainer = set_by_hand("5")
    state = settle(update(state, message), trainer)
    assert (state.form.settings["seed"], state.form.settings["start"]) == ("7", "")
    assert trainer.run.settings.start is None


def test_the_best_score_by_hand_is_kept_and_training_does_not_count() -> None:
    state, trainer = set_by_hand("4.97", "5.18", "-2.56")
    assert state.hand.best_by_hand == 21
    state = settle(update(state, m.ParameterTyped("bias", "-9")), trainer)
    assert (state.hand.best_by_hand, state.said.report["right_count"] < 21) == (21, True)
    assert says(state)["hand-learn", "hidden"] is False
    state = settle(update(update(state, m.SettingTyped("epochs", "2000")), m.TrainPressed()), trainer)
    assert state.hand.best_by_hand == 21
    page = says(state)
    assert page["hand-text", "text"] == "Trained from your weights. Your best by hand is 21 of 25."
    assert (page["hand-learn", "hidden"], page["seed-start", "hidden"]) == (True, False)


def test_a_trained_neuron_of_a_seed_is_no_score_by_hand() -> None:
    state, trainer = ready(m.SettingTyped("epochs", "1200"))
    state = settle(update(state, m.TrainPressed()), trainer)
    assert (state.said.report["right_count"], state.hand.best_by_hand) == (21, -1)
    assert str(says(state)["hand-text", "text"]).startswith("Can you do it by hand?")


def test_a_start_in_the_address_is_not_shown_with_another_starts_numbers() -> None:
    state, trainer = ready()
    state = update(state, m.AddressRead({**state.form.settings, "start": "1,1,0"}, ()))
    assert (state.said.report, state.said.start, state.said.panel) == ({}, {}, {})
    assert says(state)["weight-1", "value"] == "1"
    assert settle(state, trainer).said.report["weights_in_full"] == ["1.0", "1.0"]


def test_the_same_address_again_changes_nothing() -> None:
    state, _ = set_by_hand("1", "1", "0")
    after = update(state, m.AddressRead(dict(state.form.settings), ()))
    assert (after.said.report, after.trainer.opened, next_request(after)) == (
        state.said.report,
        state.trainer.opened,
        {},
    )
