"""What a neuron is to do: answers in the data's own units, and how they are written."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perceptron.activations import LINEAR
from perceptron.datasets import ARTICLE
from perceptron.neuron import Perceptron
from perceptron.scoring import printed, readable
from perceptron.settings import Settings
from tests.tasks import task_of
from tests.unit.samples import AND, CELSIUS, PETALS


def test_the_settings_task_is_made_of_their_data_criterion_and_scaling() -> None:
    settings = Settings(CELSIUS, scaling="0-1", tolerance=0.5, activation="linear")
    task, same = settings.task(), task_of(CELSIUS, 0.5, "0-1")
    assert (task.data, task.criterion) == (same.data, same.criterion)
    assert task.answer(Perceptron([1.0], 0.0, LINEAR), (100.0,)) == 212.0


def test_answers_have_the_decimals_that_they_need() -> None:
    assert (task_of(ARTICLE).shown(0.9243), task_of(ARTICLE).shown_target(1.0)) == ("0.9", "1.0")
    assert (task_of(AND).shown(0.9243), task_of(AND).shown_target(1.0)) == ("0.92", "1")
    assert (task_of(CELSIUS).shown(98.6), task_of(CELSIUS, 0.25).shown(98.6)) == ("99", "98.60")


@pytest.mark.parametrize(("answer", "nearer", "name"), [(0.4, 0.0, "versicolor"), (7.0, 1.0, "virginica")])
def test_the_nearer_target_has_the_name_of_its_class(answer: float, nearer: float, name: str) -> None:
    task = task_of(PETALS)
    assert task.nearer_target(answer) == nearer
    assert task.class_of(task.nearer_target(answer)) == name


@pytest.mark.parametrize("answer", [0.5, math.nan])
def test_half_way_and_no_number_are_nearer_to_none(answer: float) -> None:
    assert task_of(PETALS).nearer_target(answer) is None
    assert task_of(PETALS).class_of(None) == ""


def test_only_two_targets_can_be_nearer() -> None:
    assert task_of(ARTICLE).nearer_target(0.9) is None
    assert task_of(PETALS, tolerance=0.3).nearer_target(0.9) is None


# The last floats round to more than any float at three digits.
@given(st.floats(-1.79e308, 1.79e308), st.integers(0, 15))
def test_a_readable_number_is_short_and_the_printed_one_but_for_noise(value: float, decimals: int) -> None:
    text = readable(value, decimals)
    assert len(text) <= (1 + 13 + 1 + decimals if abs(value) < 1e100 else len("-1.23e+308"))
    assert float(text) == pytest.approx(float(printed(value, decimals)), rel=1e-5 if abs(value) < 1e100 else 5e-3)
