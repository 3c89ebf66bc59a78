"""Controlled experiments: what is offered, that nothing else changes, and that what is said comes from the numbers."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perceptron.changed_run import run_of
from perceptron.experiment import Run
from perceptron.findings.goals import Goal, goals, spread, where
from perceptron.findings.run_summary import RunSummary, summary_of
from perceptron.findings.what_ifs import OTHER_SEEDS, WhatIf, changed, outcome, what_ifs
from perceptron.legs import Leg
from perceptron.preset_names import PRESET_NAMES
from perceptron.presets import PRESETS
from perceptron.program import own_program_of
from perceptron.setting_texts import texts_of
from perceptron.settings import Settings
from perceptron.words.what_ifs import (
    choices,
    found_in,
    guess_in_words,
    outcome_in_words,
    question_in_words,
    refusal_in_words,
    what_if_called,
)
from tests.examples import examples
from tests.unit.plain_neuron import plain_output, plain_run

ARTICLE = Settings()


def named(settings: Settings) -> dict[str, WhatIf]:
    return {experiment.name: experiment for experiment in what_ifs(settings)}


def summary(settings: Settings, epochs: int = 0) -> RunSummary:
    run = run_of(settings)
    run.advance(epochs or settings.epochs)
    return summary_of(run)


def test_the_article_is_offered_all_of_them() -> None:
    offered = named(ARTICLE)
    assert list(offered) == [
        "slower",
        "faster",
        "bias-off",
        "activation-linear",
        "activation-tanh",
        "loss-cross-entropy",
        "scaling-0-1",
        "order-shuffled",
        "start-zeros",
        "seeds",
    ]
    assert not any(experiment.refusal for experiment in offered.values())
    assert offered["slower"].changes == ({"learning_rate": "0.01"},)
    assert offered["faster"].changes == ({"learning_rate": "1"},)
    assert len({changes["seed"] for changes in offered["seeds"].changes} - {"109"}) == OTHER_SEEDS


# What comes of each, by a second neuron that shares no code with the first: right rows after 10,000 epochs.
KNOWN = {"slower": 18, "faster": 21, "bias-off": 5, "activation-linear": 25, "activation-tanh": 11}
SENTENCES = {
    "slower": "With a tenth of the learning rate, 18 of 25 test rows are right instead of 21, and the mean absolute "
    "error is 0.0364 instead of 0.0298; it was at its best after epoch 8,719 instead of 1,143.",
    "faster": "With ten times the learning rate, 21 of 25 test rows are right as in the baseline, and the mean "
    "absolute error stays 0.0298; it was at its best after epoch 120 instead of 1,143.",
    "bias-off": "Without a bias, 5 of 25 test rows are right instead of 21, and the mean absolute error is 0.1715 "
    "instead of 0.0298.",
    "activation-linear": "With a linear neuron, 25 of 25 test rows are right instead of 21, and the mean absolute "
    "error is 0.0000 instead of 0.0298.",
    "activation-tanh": "With tanh, 11 of 25 test rows are right instead of 21, and the mean absolute error is 0.0576 "
    "instead of 0.0298; after epoch 62, 14 were right.",
}


@pytest.fixture(scope="module")
def baseline() -> RunSummary:
    return summary(ARTICLE)


@pytest.mark.slow
@pytest.mark.parametrize("name", KNOWN)
def test_what_comes_of_five_experiments_beside_the_article(name: str, baseline: RunSummary) -> None:
    experiment = named(ARTICLE)[name]
    settings = changed(ARTICLE, experiment.changes[0])
    moments, _, _ = plain_run(settings, 10_000)
    right, errors = [], []
    for moment in moments[::28]:
        answers = [
            plain_output(settings.activation, moment[2] + x * moment[0] + y * moment[1])
            for (x, y), _ in settings.data.test
        ]
        right.append(
            sum(f"{answer:.1f}" == f"{row.target:.1f}" for answer, row in zip(answers, settings.data.test, strict=True))
        )
        errors = [abs(answer - row.target) for answer, row in zip(answers, settings.data.test, strict=True)]
    found = summary(settings)
    assert right[-1] == KNOWN[name]
    assert (found.right, found.best, found.best_epoch) == (right[-1], max(right), right.index(max(right)))
    assert found.mean_error == pytest.approx(sum(errors) / 25, rel=1e-9, abs=1e-12)
    assert outcome_in_words(experiment, [found], baseline, ARTICLE.task()) == SENTENCES[name]
    assert found_in(experiment, [found], baseline) == outcome(found, baseline)


@pytest.mark.slow
def test_all_seeds_of_the_article_end_in_the_same_place(baseline: RunSummary) -> None:
    experiment = named(ARTICLE)["seeds"]
    runs = [summary(changed(ARTICLE, changes)) for changes in experiment.changes]
    ends = [(*run.weights, run.bias) for run in runs]
    assert where(ends) == "one"
    assert spread(ends) < 1e-5
    assert found_in(experiment, runs, baseline) == "one"
    said = outcome_in_words(experiment, runs, baseline, ARTICLE.task())
    assert said.startswith("All 10 end in the same place, at most 0.00000")
    assert said.endswith("(weights 4.9778 and 5.1890, bias −2.5605); 21 of 25 test rows are right each time.")


def test_some_of_ten_seeds_are_told_when_a_person_stops(baseline: RunSummary) -> None:
    experiment = named(ARTICLE)["seeds"]
    other = baseline._replace(weights=(0.0, 0.0), right=3)
    one = outcome_in_words(experiment, [baseline], baseline, ARTICLE.task())
    assert one == "1 neuron ends in 1 place; 21 of 25 test rows are right each time."
    two = outcome_in_words(experiment, [baseline, other], baseline, ARTICLE.task())
    assert two == "2 neurons end in 2 places, up to 7.2 apart; 3 to 21 of 25 test rows are right."


@examples(60)
@given(
    st.builds(
        Settings,
        data=st.sampled_from([PRESETS[name] for name in PRESET_NAMES if PRESETS[name].inputs == 2]),
        seed=st.integers(0, 999_999_999),
        learning_rate=st.sampled_from((0.0001, 0.1, 0.3, 5.0, 100.0)),
        start=st.sampled_from((None, "zeros")),
        legs=st.sampled_from(((), (Leg(0.2, 3, 0), Leg(20.0, 5, 1)))),
        activation=st.sampled_from(("sigmoid", "tanh", "linear", "relu", "step")),
        order=st.sampled_from(("given", "shuffled")),
        scaling=st.sampled_from(("none", "0-1")),
        bias=st.sampled_from(("on", "off")),
    )
)
def test_every_offer_changes_what_it_says_and_can_run(settings: Settings) -> None:
    texts = texts_of(settings)
    for experiment in what_ifs(settings):
        assert what_if_called(experiment)
        assert question_in_words(experiment, summary(settings, 1)).endswith((".", "?"))
        if experiment.refusal:
            assert refusal_in_words(experiment.refusal).endswith(".")
            continue
        for changes in experiment.changes:
            other = changed(settings, changes)
            assert {name for name, text in texts_of(other).items() if text != texts[name]} == set(changes)
            Run(other).advance(1)


def test_the_start_stays_the_same_where_it_is_not_what_changes() -> None:
    for settings in (ARTICLE, replace(ARTICLE, start=(0.5, -0.25, 0.75))):
        weights, bias = settings.first_numbers()
        for name, experiment in named(settings).items():
            if experiment.refusal or name.startswith(("start", "seeds")):
                continue
            neuron = changed(settings, experiment.changes[0]).first_neuron()
            assert neuron.weights == weights
            assert neuron.bias == (0.0 if name == "bias-off" else bias)


def test_earlier_learning_rates_change_too() -> None:
    settings = replace(ARTICLE, legs=(Leg(0.5, 3, 0),))
    assert named(settings)["faster"].changes == ({"learning_rate": "1", "legs": "5@3"},)


def refusals(settings: Settings) -> dict[str, str]:
    return {name: refusal_in_words(one.refusal) for name, one in named(settings).items() if one.refusal}


def test_what_does_not_go_together_is_refused_and_why_is_said() -> None:
    assert refusals(replace(ARTICLE, learning_rate=0.0005)) == {
        "slower": "The learning rate must be from 0.0001 to 100."
    }
    assert refusals(replace(ARTICLE, start="zeros")) == {
        "seeds": "The start is not drawn, so another seed changes nothing."
    }
    assert refusals(replace(ARTICLE, start="zeros", order="shuffled")) == {}
    assert refusals(replace(ARTICLE, activation="tanh")) == {
        "loss-cross-entropy": "The loss cross-entropy needs the activation sigmoid; tanh does not go with it."
    }
    assert "−40.0" in refusals(replace(ARTICLE, data=PRESETS["celsius"]))["loss-cross-entropy"]
    assert set(refusals(replace(ARTICLE, loss="cross-entropy"))) == {"activation-linear", "activation-tanh"}


def test_a_changed_program_decides_its_own_activation() -> None:
    settings = replace(ARTICLE, rule=own_program_of(ARTICLE) + "\n# mine\n")
    assert set(refusals(settings)) == {"bias-off", "activation-linear", "activation-tanh", "loss-cross-entropy"}


def test_numbers_that_grow_too_large_are_worse_and_told() -> None:
    settings = Settings(PRESETS["celsius"], epochs=100, learning_rate=0.01)
    experiment = named(settings)["activation-linear"]
    found, before = summary(changed(settings, experiment.changes[0])), summary(settings)
    assert found.right == before.right == 0
    assert outcome(found, before) == "worse"
    assert outcome_in_words(experiment, [found], before, settings.task()) == (
        "With a linear neuron, training stopped in epoch 35: numbers grew too large for 64-bit floats."
    )


def test_the_choices_say_what_about_as_many_is(baseline: RunSummary) -> None:
    slower = named(ARTICLE)["slower"]
    assert dict(choices(slower, baseline))["same"] == "about as many (20 to 22)"
    assert dict(choices(slower, baseline._replace(right=25)))["same"] == "about as many (24 to 25)"
    assert dict(choices(slower, baseline._replace(right=1, total=4)))["same"] == "as many (1)"
    for right in range(26):
        word = outcome(baseline._replace(right=right), baseline)
        assert word == ("worse" if right < 20 else "better" if right > 22 else "same")


def test_a_guess_is_told_as_it_was() -> None:
    assert guess_in_words("same", "same") == "As you expected."
    assert guess_in_words("better", "worse") == "You expected more right."
    assert guess_in_words("apart", "one") == "You expected them each in another place."


def test_ends_near_each_other_are_one_place() -> None:
    assert goals([(-5.0, 0.0), (5.0, 0.0), (5.01, 0.0)]) == (Goal((5.005, 0.0), (1, 2)), Goal((-5.0, 0.0), (0,)))
    assert where([(5.0, 0.0), (-5.0, 0.0)]) == "apart"
    assert where([(1.0,), (3.0,), (2.0,), (2.0,)]) == "several"
    # A chain: each is near the next.
    assert [goal.runs for goal in goals([(100.0,), (101.8,), (100.9,)])] == [(0, 1, 2)]
    assert spread([(0.0, 0.0), (3.0, 4.0), (1.0, 1.0)]) == 5.0
    assert where([(0.0, 0.0)] * 3) == "one"
