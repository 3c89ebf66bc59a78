"""Runs beside a baseline: their numbers, what is better, and what a run is called."""

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perceptron.changed_run import run_of
from perceptron.datasets import DataSet, Row
from perceptron.experiment import Run
from perceptron.findings.run_summary import MEASURES, Measured, RunSummary, alike, compared, summary_of
from perceptron.packed import unpack
from perceptron.presets import PRESETS
from perceptron.setting_texts import texts_of
from perceptron.settings import Settings
from perceptron.settings_table import DEFAULTS, read_settings
from perceptron.words.run_names import SAME, USUAL, differing, own_name, run_name, setting_in_words
from tests.examples import examples

ARTICLE = Settings()


def trained(settings: Settings, epochs: int = 10_000) -> Run:
    run = run_of(settings)
    run.advance(epochs)
    return run


@pytest.fixture(scope="module")
def article() -> RunSummary:
    return summary_of(trained(ARTICLE))


def test_the_articles_run_in_a_few_numbers(article: RunSummary) -> None:
    assert article.weights == pytest.approx((4.977809, 5.188967), abs=1e-6)
    assert article.bias == pytest.approx(-2.560519, abs=1e-6)
    assert (article.epoch, article.right, article.total) == (10_000, 21, 25)
    assert (article.best, article.best_epoch) == (21, 1_143)
    # Worked out from these weights alone.
    errors, targets = [], []
    for inputs, target in ARTICLE.data.test:
        total = article.bias + sum(x * weight for x, weight in zip(inputs, article.weights, strict=True))
        errors.append(target - 1.0 / (1.0 + math.exp(-total)))
        targets.append(target)
    mean = sum(targets) / 25
    assert article.mean_error == pytest.approx(sum(map(abs, errors)) / 25, rel=1e-12)
    assert article.r_squared == pytest.approx(
        1.0 - sum(error**2 for error in errors) / sum((target - mean) ** 2 for target in targets), rel=1e-12
    )


def test_a_best_score_that_was_lost_again_is_the_best() -> None:
    found = summary_of(trained(replace(ARTICLE, activation="tanh"), 300))
    assert (found.right, found.best, found.best_epoch) == (11, 14, 62)


def test_a_run_without_an_epoch_is_at_its_best(article: RunSummary) -> None:
    found = summary_of(run_of(ARTICLE))
    assert (found.epoch, found.right, found.best, found.best_epoch) == (0, 2, 2, 0)


def measured(summary: RunSummary, baseline: RunSummary, settings: Settings) -> dict[str, Measured]:
    return {found.measure: found for found in compared(summary, baseline, alike(settings, ARTICLE))}


def test_a_run_is_neither_better_nor_worse_than_itself(article: RunSummary) -> None:
    found = compared(article, article, alike(ARTICLE, ARTICLE))
    assert [one.measure for one in found] == [*MEASURES, "0", "1", "bias"]
    assert all(one.difference == 0 and one.better is None for one in found)


def test_more_right_and_smaller_errors_are_better(article: RunSummary) -> None:
    linear = replace(ARTICLE, activation="linear")
    found = measured(summary_of(trained(linear, 200)), article, linear)
    assert (found["right"].difference, found["right"].better) == (4, True)
    assert found["mean_error"].difference is not None
    assert found["mean_error"].difference < 0
    assert (found["mean_error"].better, found["r_squared"].better) == (True, True)
    # Its best is another score, so that it is no virtue to be there sooner.
    assert (found["best_epoch"].difference, found["best_epoch"].better) == (34 - 1_143, None)
    assert found["0"].better is None


def test_to_be_at_the_same_best_sooner_is_better(article: RunSummary) -> None:
    fast = replace(ARTICLE, learning_rate=1.0)
    found = measured(summary_of(trained(fast, 1_000)), article, fast)
    assert (found["best_epoch"].value, found["best_epoch"].better) == (120, True)


def test_other_data_has_no_differences(article: RunSummary) -> None:
    other = replace(ARTICLE, data=PRESETS["iris"])
    found = compared(summary_of(trained(other, 3)), article, alike(other, ARTICLE))
    assert all(one.difference is None and one.better is None for one in found)


def test_another_tolerance_judges_otherwise_but_has_the_same_errors(article: RunSummary) -> None:
    other = replace(ARTICLE, tolerance=0.01)
    found = measured(summary_of(trained(other, 100)), article, other)
    assert (found["right"].difference, found["best_epoch"].difference) == (None, None)
    assert (found["mean_error"].better, found["0"].difference is None) == (False, False)


def test_scaled_weights_are_not_compared(article: RunSummary) -> None:
    other = replace(ARTICLE, scaling="0-1")
    found = measured(summary_of(trained(other, 100)), article, other)
    assert (found["0"].difference, found["bias"].difference) == (None, None)
    assert found["right"].difference is not None


def test_a_run_without_a_bias_has_none_to_compare(article: RunSummary) -> None:
    other = replace(ARTICLE, bias="off")
    assert "bias" not in measured(summary_of(trained(other, 10)), article, other)


@pytest.mark.parametrize(("error", "better"), [(math.inf, False), (math.nan, False), (0.5, False), (0.001, True)])
def test_an_error_that_is_no_number_is_worse(error: float, better: bool, article: RunSummary) -> None:
    found = measured(article._replace(mean_error=error), article, ARTICLE)["mean_error"]
    assert found.better is better
    assert measured(article, article._replace(mean_error=error), ARTICLE)["mean_error"].better is not better


def test_the_noise_of_floats_is_no_difference() -> None:
    one, other = (summary_of(trained(replace(ARTICLE, activation=name), 2_000)) for name in ("linear", "relu"))
    nearly = one._replace(mean_error=one.mean_error * 3 + 1e-16)
    assert {found.better for found in compared(nearly, other, alike(ARTICLE, ARTICLE))} == {None}


SOME: list[tuple[dict[str, str], str]] = [
    ({}, USUAL),
    ({"learning_rate": "0.10"}, USUAL),
    ({"learning_rate": "1"}, "learning rate 1"),
    ({"bias": "off", "activation": "tanh"}, "tanh, no bias"),
    ({"seed": "7", "epochs": "20000"}, "seed 7, 20,000 epochs"),
    ({"start": "zeros", "order": "shuffled"}, "zeros as start, rows shuffled"),
    ({"start": "-0.3,0.6,0.1"}, "start −0.3, 0.6, 0.1"),
    ({"legs": "0.5@300"}, "learning rate 0.5 up to epoch 300"),
    ({"legs": "0.5@300.7"}, "learning rate 0.5 up to row 7 of epoch 301"),
    ({"legs": "0.5@3,1@5"}, "2 earlier learning rates"),
    ({"data": "xor", "tolerance": "0.05"}, "XOR, right within 0.05"),
    ({"rule": "1abc", "loss": "cross-entropy", "scaling": "0-1"}, "cross-entropy, scaled to 0 to 1, changed Python"),
    (
        {"data": "xor", "seed": "1", "epochs": "2", "learning_rate": "1", "bias": "off"},
        "XOR, seed 1, 2 epochs, 2 more",
    ),
]


@pytest.mark.parametrize(("changes", "name"), SOME, ids=str)
def test_a_run_is_called_by_what_differs(changes: dict[str, str], name: str) -> None:
    assert own_name({**DEFAULTS, **changes}) == name
    assert run_name({**DEFAULTS, **changes}, DEFAULTS) == (SAME if name == USUAL else name)


def test_the_baseline_decides_what_is_said() -> None:
    fast = {**DEFAULTS, "learning_rate": "1", "activation": "tanh"}
    assert run_name(DEFAULTS, fast) == "learning rate 0.1, sigmoid"
    assert run_name({**fast, "bias": "off"}, fast) == "no bias"
    assert run_name(fast, {**DEFAULTS, "legs": "0.5@3", "learning_rate": "1"}) == "one learning rate, tanh"


def test_two_of_a_kind_are_told_apart() -> None:
    first, second = {**DEFAULTS, "rule": "1abc", "data": "1abc"}, {**DEFAULTS, "rule": "1abd", "data": "1abd"}
    assert run_name(second, first) == "other own data, other changed Python"
    assert differing(second, first) == ["data", "rule"]


@pytest.mark.parametrize("name", DEFAULTS)
def test_every_default_has_words(name: str) -> None:
    assert setting_in_words(name, DEFAULTS[name])


def test_own_data_is_packed_anew_when_it_is_other_data() -> None:
    zero = DataSet("own", (Row((0.0,), 0.0), Row((1.0,), 1.0)), (Row((1.0,), 1.0),), 0)
    minus_zero = replace(zero, training=(Row((-0.0,), 0.0), Row((1.0,), 1.0)))
    texts = [texts_of(Settings(data))["data"] for data in (zero, minus_zero, zero)]
    assert texts[0] == texts[2] != texts[1]
    assert [unpack(text) for text in texts] == [zero, minus_zero, zero]


@examples(100)
@given(
    st.fixed_dictionaries(
        {},
        optional={
            "seed": st.integers(0, 999_999_999),
            "epochs": st.integers(1, 1_000_000),
            "learning_rate": st.floats(0.0001, 100),
            "start": st.tuples(*[st.floats(-1000, 1000)] * 3) | st.just("zeros"),
            "activation": st.sampled_from(("sigmoid", "tanh", "step")),
            "tolerance": st.floats(0, 1e9),
            "order": st.just("shuffled"),
        },
    )
)
def test_settings_come_back_from_their_texts(values: dict[str, object]) -> None:
    settings = Settings(**values)  # type: ignore[arg-type]
    read = read_settings(texts_of(settings))
    assert Settings(**{**read, "data": PRESETS[read["data"]]}) == settings
