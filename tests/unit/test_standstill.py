"""Whether more epochs can help: the error of a run falls, or it no longer does."""

import pytest

from perceptron.experiment import Run
from perceptron.findings.standstill import Standstill, standstill
from perceptron.settings import Settings
from perceptron.words.standstill import standstill_in_words
from tests.unit.playing import ready, says, settle
from web.page import messages as m
from web.page.update import update


def trained(epochs: int, **settings: object) -> Run:
    run = Run(Settings(**settings))  # type: ignore[arg-type]
    run.advance(epochs)
    return run


@pytest.mark.parametrize("epochs", [0, 1, 99])
def test_it_is_too_early_to_tell(epochs: int) -> None:
    assert standstill(trained(epochs)) is None


def test_an_error_that_falls_is_no_standstill() -> None:
    run = trained(500)
    assert run.history.errors[-1] < 0.99 * run.history.errors[450]
    assert standstill(run) is None


def test_the_articles_run_stands_still_at_its_end() -> None:
    run = trained(10_000)
    found = standstill(run)
    assert found == Standstill(9_000, run.history.errors[9_000], run.error)
    assert standstill_in_words(found) == "The error no longer falls: it has been 0.001374 since epoch 9,000."


def test_a_learning_rate_that_is_too_large_makes_the_error_larger_or_keeps_it() -> None:
    said = standstill_in_words(Standstill(900, 0.25, 0.5))
    assert said == "The error no longer falls: it was 0.25 at epoch 900 and is 0.5 now."
    assert standstill_in_words(None) == ""


def test_the_page_invites_to_train_on_only_while_the_error_falls() -> None:
    state, trainer = ready(m.SettingTyped("epochs", "300"))
    state = settle(update(state, m.TrainPressed()), trainer)
    assert str(says(state)["train-note", "text"]).endswith(" Train again for 300 more epochs.")
    state = settle(update(update(state, m.ChoiceMade("data", "xor")), m.SettingTyped("epochs", "10000")), trainer)
    state = settle(update(state, m.TrainPressed()), trainer)
    note = str(says(state)["train-note", "text"])
    assert "The error no longer falls: it " in note
    assert note.endswith(" Try another setting.")
