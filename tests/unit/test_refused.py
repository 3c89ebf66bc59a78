"""What was refused stays in its field for just as long as it is complained of; else a field shows what is so."""

import pytest

from perceptron.settings_table import DEFAULTS
from tests.unit.playing import Trainer, ready, says, settle
from web.page import messages as m
from web.page.update import update

REFUSED: dict[str, m.SettingTyped | m.ParameterTyped | m.QuestionTyped] = {
    "seed": m.SettingTyped("seed", "-5"),
    "epochs": m.SettingTyped("epochs", "1,000"),
    "learning_rate": m.SettingTyped("learning_rate", "abc"),
    "weight-1": m.ParameterTyped("weight-1", "5000"),
    "weight-2": m.ParameterTyped("weight-2", "x"),
    "bias": m.ParameterTyped("bias", ""),
    "question-0": m.QuestionTyped(0, "1/2"),
    "question-1": m.QuestionTyped(1, "?"),
}
WAYS_ON: dict[str, tuple[list[object], set[str]]] = {
    "lesson": ([m.LessonChosen(0)], set(REFUSED)),
    "address": (
        [m.AddressRead(dict(DEFAULTS), ())],
        {"seed", "epochs", "learning_rate", "weight-1", "weight-2", "bias"},
    ),
    "new start": ([m.NewStartPressed(3)], {"seed", "weight-1", "weight-2", "bias"}),
    "reset": ([m.ResetPressed()], {"learning_rate", "weight-1", "weight-2", "bias"}),
    "the seed's start": ([m.SeedStartPressed()], {"weight-1", "weight-2", "bias"}),
    "the same number": ([m.SettingTyped("seed", "109")], {"seed"}),
    "a fault and a restart": ([m.TrainerFailed("worker", ""), m.RestartPressed(), m.TrainerReady()], set()),
}


@pytest.mark.parametrize("name", WAYS_ON)
def test_what_was_refused_stands_in_its_field_just_as_long_as_it_is_complained_of(name: str) -> None:
    messages, mended = WAYS_ON[name]
    state, trainer = ready()
    shown = {field: says(state)[field, "value"] for field in REFUSED}
    for refused in REFUSED.values():
        state = update(state, refused)
    page = says(state)
    assert {field: page[field, "value"] for field in REFUSED} == {field: said.text for field, said in REFUSED.items()}
    assert {page[field, "aria-invalid"] for field in REFUSED} == {"true"}
    assert {page[field, "aria-valuenow"] for field in REFUSED} == {None}
    for message in messages:
        state = update(state, message)
    page = says(settle(state, trainer if state.trainer.status == "ready" else Trainer()))
    for field, said in REFUSED.items():
        complained = bool(page[f"{field}-complaint", "text"])
        assert complained == (field not in mended), field
        assert (page[field, "value"] == said.text) == complained, field
        assert (page[field, "aria-invalid"] == "true") == complained, field
        if field in mended:
            assert page[field, "value"] == page[field, "aria-valuenow"]
            assert name in ("new start", "lesson") or page[field, "value"] == shown[field]


def test_learned_numbers_that_were_only_touched_are_no_score_by_hand() -> None:
    state, trainer = ready()
    state = settle(update(state, m.TrainPressed()), trainer)
    state = settle(update(state, m.ParameterTyped("weight-1", "5")), trainer)
    assert state.said.report["right_count"] > 10
    assert state.hand.best_by_hand == -1
    assert "does not count" in str(says(state)["hand-text", "text"])
    state = settle(update(state, m.SeedStartPressed()), trainer)
    state = settle(update(state, m.ParameterTyped("weight-1", "5")), trainer)
    assert state.hand.best_by_hand == state.said.report["right_count"]


def test_a_learning_rate_that_is_taken_back_takes_the_place_of_what_was_refused() -> None:
    state, trainer = ready(m.SettingTyped("epochs", "5"))
    state = settle(update(state, m.TrainPressed()), trainer)
    for message in (m.SettingTyped("learning_rate", "0.5"), m.SettingTyped("learning_rate", "x"), m.RateBackPressed()):
        state = update(state, message)
    assert state.form.complaints == {}
    assert says(state)["learning_rate", "value"] == "0.1"
