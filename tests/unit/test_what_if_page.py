"""Experiments and sweeps on the page: the question comes first, the sentence after, and both come from the numbers."""

import pytest

from tests.unit.playing import Trainer, play, ready, says
from web.page import messages as m
from web.page.request import next_request
from web.page.runs import baseline_of, rows
from web.page.state import State
from web.page.update import update
from web.page.update.sweep import SWEPT, USUAL
from web.page.views.runs import called

LINEAR, SEEDS = "activation-linear", "seeds"


@pytest.fixture
def trained() -> tuple[State, Trainer]:
    state, trainer = ready(m.SettingTyped("epochs", "300"), m.TabChosen("runs"))
    return play(state, trainer, m.TrainPressed()), trainer


def test_what_is_offered_are_buttons_and_what_is_not_says_why(trained: tuple[State, Trainer]) -> None:
    state, trainer = trained
    page = says(state)
    assert str(page["what-ifs", "html"]).count("<button") == 10
    assert page["what-if-refused", "hidden"] is True
    state = play(state, trainer, m.ParameterTyped("weight-1", "0.5"), m.TrainPressed(), m.BaselineChosen("B"))
    page = says(state)
    assert page["what-if-refused", "hidden"] is False
    assert "Ten other seeds: " in str(page["what-if-refusals", "html"])


def test_the_question_comes_before_anything_runs(trained: tuple[State, Trainer]) -> None:
    state, trainer = trained
    state = play(state, trainer, m.WhatIfPressed(LINEAR))
    page = says(state)
    assert page["what-if-question-place", "hidden"] is False
    assert "how many test rows do you expect to be right" in str(page["what-if-question", "text"])
    assert str(page["what-if-choices", "html"]).count("<button") == 3
    assert page["what-if-told", "text"] == ""
    assert len(rows(state)) == 1


@pytest.mark.parametrize(("word", "guess"), [("better", "As you expected."), ("worse", "You expected fewer right.")])
def test_after_the_choice_the_run_joins_the_others_and_a_sentence_tells(
    trained: tuple[State, Trainer], word: str, guess: str
) -> None:
    state, trainer = trained
    state = play(state, trainer, m.WhatIfPressed(LINEAR), m.ExpectationChosen(word))
    told = str(says(state)["what-if-told", "text"])
    assert told.startswith(f"{guess} With a linear neuron, 25 of 25 test rows are right instead of ")
    baseline = baseline_of(state)
    assert baseline
    assert baseline.letter == "A"
    assert [(run.letter, called(run, state)) for run in rows(state)] == [("B", "linear"), ("A", "300 epochs")]
    assert rows(state)[0].told["summary"]["right"] == 25
    assert state.form.settings["activation"] == "sigmoid"  # the run that the page shows stays


def test_ten_seeds_are_told_in_one_sentence_and_push_no_run_out(trained: tuple[State, Trainer]) -> None:
    state, trainer = trained
    state = play(state, trainer, m.WhatIfPressed(SEEDS), m.ExpectationChosen("one"))
    assert len(state.what_if.trials) == 10
    assert "10" in state.what_if.outcome["sentence"]
    assert len(rows(state)) == 1


def test_what_takes_long_says_how_many_are_done(trained: tuple[State, Trainer]) -> None:
    state, trainer = trained
    state = update(update(state, m.WhatIfPressed(SEEDS)), m.ExpectationChosen("one"))
    for _ in range(3):
        request = next_request(state)
        state = update(update(state, m.RequestSent(request, 0)), m.RequestAnswered(trainer.reply(request), 1))
    page = says(state)
    assert page["what-if-told", "text"] == "The experiment runs. 3 of its 10 runs are done."
    assert page["what-if-stop", "hidden"] is False
    state = play(state, trainer, m.WhatIfStopped())
    assert str(says(state)["what-if-told", "text"]).split(". ")[1].startswith("3 neurons end in 2 places")
    assert says(state)["what-if-stop", "hidden"] is True
    assert update(state, m.WhatIfStopped()) == state


def test_what_stops_before_any_run_is_through_asks_again(trained: tuple[State, Trainer]) -> None:
    state, trainer = trained
    state = update(update(state, m.WhatIfPressed(LINEAR)), m.ExpectationChosen("better"))
    state = update(state, m.WhatIfStopped())
    assert not next_request(state)
    page = says(state)
    assert (page["what-if-question-place", "hidden"], page["what-if-told-place", "hidden"]) == (False, True)
    state = play(state, trainer, m.ExpectationChosen("worse"))
    assert "You expected fewer right." in str(says(state)["what-if-told", "text"])


def test_the_question_goes_when_its_button_is_pressed_again(trained: tuple[State, Trainer]) -> None:
    state, _ = trained
    state = update(update(state, m.WhatIfPressed(LINEAR)), m.WhatIfPressed(LINEAR))
    assert says(state)["what-if-question-place", "hidden"] is True


def test_another_baseline_ends_the_experiment_and_is_offered_its_own(trained: tuple[State, Trainer]) -> None:
    state, trainer = trained
    state = play(state, trainer, m.WhatIfPressed(LINEAR), m.ExpectationChosen("better"), m.BaselineChosen("B"))
    assert state.what_if.experiment == ""
    assert "activation-sigmoid" in str(says(state)["what-ifs", "html"])


def test_choices_that_nobody_offers_do_nothing(trained: tuple[State, Trainer]) -> None:
    state, trainer = trained
    state = play(state, trainer, m.ExpectationChosen("better"), m.WhatIfPressed("magic"), m.ExpectationChosen("x"))
    assert (state.what_if.experiment, state.what_if.trials) == ("", ())
    state = play(state, trainer, m.WhatIfPressed(LINEAR), m.ExpectationChosen("x"))
    assert state.what_if.trials == ()


@pytest.mark.parametrize("name", SWEPT)
def test_every_number_can_be_swept_as_its_fields_stand_at_first(trained: tuple[State, Trainer], name: str) -> None:
    state, trainer = trained
    span, _ = USUAL[name]
    state = play(state, trainer, m.SweptChosen(name))
    if name == "epochs":
        state = play(state, trainer, m.SpanTyped("to", "100"))
    state = play(state, trainer, m.SweepPressed())
    page = says(state)
    assert page["sweep-complaint", "text"] == ""
    assert (
        str(page["sweep-list", "html"]).count("<li>")
        == len(state.sweep.points)
        == int(span["count"]) - (name == "epochs" and int(span["count"]) - len(state.sweep.sweep_values))
    )
    assert str(page["sweep-scores", "html"]).count("<circle") == len(state.sweep.points)
    assert page["sweep-told", "text"] == state.sweep.sweep_told != ""
    assert len(rows(state)) == 1


@pytest.mark.parametrize(
    ("part", "text", "words"), [("from", "x", "From"), ("to", "0.0005", "less than"), ("count", "99", "Values")]
)
def test_a_sweep_that_cannot_be_says_why(trained: tuple[State, Trainer], part: str, text: str, words: str) -> None:
    state, trainer = trained
    state = play(state, trainer, m.SpanTyped(part, text), m.SweepPressed())
    assert words in str(says(state)["sweep-complaint", "text"])
    assert says(state)[f"sweep-{part}", "value"] == text
    assert not state.sweep.sweeping
    assert play(state, trainer, m.SpanTyped(part, "5")).sweep.sweep_complaint == ""


def test_a_sweep_that_is_stopped_keeps_what_is_done_and_tells_of_it(trained: tuple[State, Trainer]) -> None:
    state, trainer = trained
    state = update(state, m.SweepPressed())
    for _ in range(4):
        request = next_request(state)
        state = update(update(state, m.RequestSent(request, 0)), m.RequestAnswered(trainer.reply(request), 1))
    assert says(state)["sweep-progress", "text"] == "3 of 13 values are done."
    state = play(state, trainer, m.SweepPressed())
    assert len(state.sweep.points) == 3
    assert says(state)["sweep-told", "text"] != ""


def test_numbers_that_grow_too_large_have_no_point_in_the_picture() -> None:
    state, trainer = ready(m.ChoiceMade("data", "celsius"), m.SettingTyped("epochs", "50"), m.TabChosen("runs"))
    state = play(state, trainer, m.ChoiceMade("activation", "linear"), m.SettingTyped("learning_rate", "0.0001"))
    state = play(state, trainer, m.TrainPressed(), m.SpanTyped("from", "0.0001"), m.SweepPressed())
    assert any(point[5] for point, _ in state.sweep.points)
    for name in ("sweep-scores", "sweep-errors"):
        assert "nan" not in str(says(state)[name, "html"])
        assert "inf" not in str(says(state)[name, "html"])
