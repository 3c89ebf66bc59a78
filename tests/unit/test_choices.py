"""Settings that are chosen: another run, the way back to the one before, and what Python refuses."""

from dataclasses import replace

import pytest

from perceptron.packed import pack
from perceptron.presets import PRESETS
from perceptron.settings_table import DEFAULTS
from tests.unit.playing import ready, says, settle
from web.page import messages as m
from web.page.state import State
from web.page.update import update


def after(*those: object) -> State:
    state, trainer = ready()
    for message in those:
        state = settle(update(state, message), trainer)
    return state


TRAINED = (m.SettingTyped("epochs", "50"), m.TrainPressed())


def test_another_activation_is_another_run_at_its_start() -> None:
    state = after(*TRAINED, m.ChoiceMade("activation", "linear"))
    assert (state.epoch, state.run) == (0, "untrained")
    assert says(state)["choose-activation", "choice"] == "linear"


def test_a_run_that_was_left_is_told_and_comes_back_as_it_was() -> None:
    left = after(*TRAINED)
    state = after(*TRAINED, m.ChoiceMade("activation", "linear"))
    page = says(state)
    assert page["run-before-text", "text"] == "The run before: The article’s sums, sigmoid, seed 109, epoch 50."
    assert (page["run-before", "hidden"], page["ways-back", "hidden"]) == (False, False)
    back = after(*TRAINED, m.ChoiceMade("activation", "linear"), m.RunBeforePressed())
    assert (back.form.settings, back.epoch, back.run) == (left.form.settings, 50, "trained")
    assert back.said.report["weights_in_full"] == left.said.report["weights_in_full"]


def test_a_run_that_was_not_trained_leaves_nothing_to_go_back_to() -> None:
    page = says(after(m.ChoiceMade("activation", "linear")))
    assert page["run-before", "hidden"] is True


def test_a_tolerance_changes_what_is_right_and_no_weight() -> None:
    left = after(*TRAINED)
    state = after(*TRAINED, m.SettingTyped("tolerance", "0,5"))
    assert state.epoch == 50
    assert state.said.report["weights_in_full"] == left.said.report["weights_in_full"]
    assert state.said.report["right_count"] == 25 > left.said.report["right_count"]
    assert state.said.milestones[0]["sentence"] != left.said.milestones[0]["sentence"]
    again = after(*TRAINED, m.SettingTyped("tolerance", "0.5"), m.SettingTyped("tolerance", ""))
    assert again.said.report == left.said.report


@pytest.mark.parametrize(
    ("choices", "field", "sentence"),
    [
        (
            [m.ChoiceMade("loss", "cross-entropy"), m.ChoiceMade("activation", "tanh")],
            "choose-activation",
            "The loss cross-entropy needs the activation sigmoid; tanh does not go with it.",
        ),
        (
            [m.ChoiceMade("activation", "step"), m.ChoiceMade("loss", "cross-entropy")],
            "choose-loss",
            "The loss cross-entropy needs the activation sigmoid; step does not go with it.",
        ),
    ],
)
def test_what_does_not_go_together_is_refused_where_it_was_chosen(
    choices: list[m.ChoiceMade], field: str, sentence: str
) -> None:
    before = after(choices[0], *TRAINED)
    state = after(choices[0], *TRAINED, choices[1])
    assert state.form.settings == before.form.settings
    assert (state.epoch, state.said.report) == (50, before.said.report)
    page = says(state)
    assert page[f"{field}-complaint", "text"] == sentence
    assert page[field, "aria-invalid"] == "true"
    gone = says(after(choices[0], *TRAINED, choices[1], m.ChoiceMade("order", "shuffled")))
    assert gone[f"{field}-complaint", "text"] == ""


def test_what_does_not_go_together_in_an_address_is_ignored_and_told() -> None:
    settings = {**DEFAULTS, "activation": "tanh", "loss": "cross-entropy", "start": "1,2", "legs": "0.2@3.40"}
    state = after(m.AddressRead(settings, ("Something else.",)))
    assert state.form.settings == {**DEFAULTS, "activation": "tanh"}
    first, *others = state.form.notices
    assert (first, len(others)) == ("Something else.", 3)
    assert all(notice.startswith("In the address: ") and notice.endswith(" It is ignored.") for notice in others)


def test_an_address_that_is_refused_in_mid_run_is_told_too() -> None:
    state = after(*TRAINED, m.AddressRead({**DEFAULTS, "activation": "tanh", "loss": "cross-entropy"}, ()))
    assert [sentence for sentence in state.form.notices if "needs the activation sigmoid" in sentence]
    assert state.form.settings == {**DEFAULTS, "activation": "tanh"}
    assert state.form.run_before["at"] == (50, 0)


def test_a_start_by_hand_begins_with_the_numbers_that_are_shown() -> None:
    trained = after(*TRAINED)
    state = after(*TRAINED, m.ChoiceMade("start", "hand"))
    assert (state.epoch, state.run) == (0, "untrained")
    assert state.said.report["weights_in_full"] == trained.said.report["weights_in_full"]
    assert says(state)["choose-start", "choice"] == "hand"


def test_weights_by_hand_stay_when_the_bias_goes_and_comes_as_zero() -> None:
    by_hand = m.AddressRead({**DEFAULTS, "start": "3,4,5"}, ())
    without = after(by_hand, m.ChoiceMade("bias", "off"))
    assert (without.form.settings["start"], without.said.report["weights"]) == ("3,4", [3.0, 4.0])
    again = after(by_hand, m.ChoiceMade("bias", "off"), m.ChoiceMade("bias", "on"))
    assert (again.form.settings["start"], again.said.report["bias"]) == ("3,4,0", 0.0)


def test_what_is_not_at_its_default_is_always_in_sight() -> None:
    page = says(after(m.ChoiceMade("order", "shuffled"), m.ChoiceMade("bias", "off"), m.SettingTyped("tolerance", "1")))
    assert page["more-settings-text", "text"] == (
        "More settings: row order shuffled every epoch, bias off, tolerance 1"
    )
    assert says(after())["more-settings-text", "text"] == "More settings"


def test_one_button_goes_back_to_the_articles_experiment() -> None:
    assert says(after())["to-article", "hidden"] is True
    chosen = (m.ChoiceMade("activation", "relu"), m.SettingTyped("seed", "3"))
    assert says(after(*chosen))["to-article", "hidden"] is False
    assert after(*chosen, m.ArticlePressed()).form.settings == DEFAULTS


def test_own_data_that_was_not_trained_with_yet_can_be_found_again_too() -> None:
    own = pack(replace(PRESETS["and"], name="own"))
    state = after(m.AddressRead({**DEFAULTS, "data": own}, ()), m.ArticlePressed())
    assert state.form.settings == DEFAULTS
    assert says(state)["run-before", "hidden"] is False
    back = after(m.AddressRead({**DEFAULTS, "data": own}, ()), m.ArticlePressed(), m.RunBeforePressed())
    assert back.form.settings["data"] == own
