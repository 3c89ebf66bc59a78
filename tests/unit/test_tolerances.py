"""Tolerances that suit the data, and what is said of them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perceptron.activations import LINEAR
from perceptron.aspects import MOST_TOLERANCE, OWN_TOLERANCE, TOLERANCE_STEP
from perceptron.datasets import ARTICLE, DataSet, Row
from perceptron.findings.tolerances import half_way, own_tolerance, scores_by_target, tolerance_at
from perceptron.judging import judge
from perceptron.neuron import Perceptron
from perceptron.presets import PRESETS
from perceptron.scoring import is_within, right_within, score
from perceptron.words.yardsticks import (
    accuracy_in_words,
    error_called,
    right_called,
    tolerance_in_words,
    within_in_words,
    wrong_half_way_in_words,
)
from tests.tasks import task_of
from tests.unit.samples import AND, CELSIUS, EVERY_KIND, PETALS

# Rounding to four decimals is too fine for targets from 0 to 1.
FINE_ROWS = tuple([Row((x,), x) for x in (0.0, 0.1234, 0.5, 1.0)])
FINE = DataSet("fine", FINE_ROWS, FINE_ROWS, decimals=4)


@pytest.mark.parametrize(
    ("data", "tolerance", "own", "words"),
    [
        (ARTICLE, None, 0.05, "Within 0.050 (about the same as rounding to one decimal)"),
        (ARTICLE, 0.2, 0.2, "Within 0.20"),
        (AND, None, 0.5, "Within 0.50 (about the same as nearer to its own target than to the other)"),
        (CELSIUS, None, 0.5, "Within 0.50 (about the same as rounding to whole numbers)"),
        (PRESETS["celsius"], None, 0.5, "Within 0.50 (about the same as rounding to whole numbers)"),
        (FINE, None, 0.02, "Within 0.020"),
    ],
)
def test_the_tolerance_follows_the_data(data: DataSet, tolerance: float | None, own: float, words: str) -> None:
    task = task_of(data, tolerance)
    assert own_tolerance(task) == own
    assert within_in_words(task, OWN_TOLERANCE) == words


def test_the_articles_slider_goes_to_a_fifth() -> None:
    task = task_of(ARTICLE)
    assert [tolerance_at(task, place) for place in (0, 85, MOST_TOLERANCE)] == [0.0, 0.085, 0.2]
    assert tolerance_in_words(task, 200) == "0.200"


@given(st.sampled_from((ARTICLE, *EVERY_KIND)), st.integers(0, MOST_TOLERANCE // TOLERANCE_STEP))
def test_every_place_of_the_slider_has_its_own_words(data: DataSet, step: int) -> None:
    task = task_of(data)
    here, there = (tolerance_in_words(task, TOLERANCE_STEP * place) for place in (step, step + 1))
    assert here != there
    assert float(here) == pytest.approx(tolerance_at(task, TOLERANCE_STEP * step))


@given(st.integers(-20, 20), st.integers(-20, 20), st.integers(0, 40))
def test_within_is_exact_as_numbers_are_written(output: int, target: int, tolerance: int) -> None:
    numbers = [float(Decimal(number) / 10) for number in (output, target, tolerance)]
    exact = abs(Decimal(numbers[0]) - Decimal(repr(numbers[1]))) <= Decimal(repr(numbers[2]))
    assert is_within(*numbers) is exact


def test_two_classes_have_an_accuracy_each_and_others_have_none() -> None:
    task = task_of(PETALS)
    verdicts = judge(Perceptron([1.0, 0.0], -2.0, LINEAR), *task)
    assert accuracy_in_words(task, scores_by_target(verdicts)) == (
        "87.5 %: 3 of 4 with 0 (versicolor), 4 of 4 with 1 (virginica)"
    )
    assert accuracy_in_words(task_of(ARTICLE), ()) == ""


def test_an_answer_half_way_is_within_the_tolerance_and_wrong_and_that_is_said() -> None:
    task = task_of(PRESETS["xor"])
    verdicts = judge(Perceptron([0.0, 0.0], 0.0), *task)  # its answer is always 0.5
    assert (score(verdicts).right, right_within(verdicts, own_tolerance(task))) == (0, 4)
    assert half_way(task, verdicts) == 4
    told = "4 of them are exactly half-way, so within 0.50, but wrong: nearer to neither."
    assert [wrong_half_way_in_words(task, place, 4) for place in (45, 50, 200)] == ["", told, told]
    nearer = judge(Perceptron([0.0, 0.0], 0.1), *task)
    assert half_way(task, nearer) == 0
    assert wrong_half_way_in_words(task, OWN_TOLERANCE, 0) == ""
    assert half_way(task_of(ARTICLE), judge(Perceptron([0.0, 0.0], 0.0), ARTICLE)) == 0


def test_what_counts_and_what_is_measured_have_names() -> None:
    assert [right_called(task_of(data)) for data in (ARTICLE, AND)] == [
        "Right after rounding",
        "Right: nearer to its own target",
    ]
    assert right_called(task_of(ARTICLE, 0.05)) == "Right: within 0.05"
    assert [error_called(task_of(data)) for data in (ARTICLE, PETALS)] == [
        "error: how far from the true sum",
        "error: how far from Kind",
    ]
