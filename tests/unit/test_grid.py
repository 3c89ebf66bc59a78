"""The square of two numbers, point by point."""

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from perceptron.activations import LINEAR, SIGMOID, TANH
from perceptron.aspects import QUANTITIES
from perceptron.criteria import Rounding
from perceptron.datasets import ARTICLE, true_sum
from perceptron.experiment import Run
from perceptron.findings.grid import grid
from perceptron.neuron import Perceptron
from perceptron.scaling import Scaling
from perceptron.scoring import printed
from perceptron.settings import Settings
from perceptron.task import Task, task_of

parameters = st.floats(-1000, 1000)
neurons = st.builds(Perceptron, st.tuples(parameters, parameters), parameters, st.sampled_from([SIGMOID, TANH, LINEAR]))


def points_of(points: int) -> list[tuple[float, float]]:
    """The pairs of numbers in the order in which a grid has them."""
    side = [position / (points - 1) for position in range(points)]
    return [(x, y) for y in reversed(side) for x in side]


def adding(decimals: int) -> Task:
    """The article's task at so many decimals."""
    return Task(replace(ARTICLE, decimals=decimals), Rounding(decimals), Scaling())


@given(neurons, st.integers(2, 12), st.integers(1, 3))
@example(Perceptron([-1000.0, -1000.0], -1000.0), 5, 1)
@example(Perceptron([-1000.0, 1000.0], -750.0), 5, 1)
def test_every_point_is_what_the_neuron_says_there(neuron: Perceptron, points: int, decimals: int) -> None:
    task = adding(decimals)
    pairs = points_of(points)
    predictions = [neuron.predict(pair) for pair in pairs]
    assert list(grid(neuron, task, "prediction", points)) == predictions
    assert list(grid(neuron, task, "true value", points)) == [x + y for x, y in pairs]
    assert list(grid(neuron, task, "error", points)) == [
        x + y - prediction for (x, y), prediction in zip(pairs, predictions, strict=True)
    ]
    assert list(grid(neuron, task, "right", points)) == [
        float(printed(prediction, decimals) == printed(true_sum(pair, decimals), decimals))
        for pair, prediction in zip(pairs, predictions, strict=True)
    ]


def test_the_first_number_grows_along_a_row_and_the_second_falls_from_row_to_row() -> None:
    assert list(grid(Perceptron([1.0, 10.0], 0.0, LINEAR), task_of(ARTICLE), "prediction", 2)) == [10.0, 11.0, 0.0, 1.0]


def test_a_neuron_that_adds_is_right_everywhere_and_the_trained_one_is_not() -> None:
    assert set(grid(Perceptron([1.0, 1.0], 0.0, LINEAR), task_of(ARTICLE), "right", 11)) == {1.0}
    run = Run(Settings())
    run.advance(10_000)
    rights = grid(run.neuron, run.task, "right", 11)
    wrong = [x + y for (x, y), right in zip(points_of(11), rights, strict=True) if not right]
    # In the whole square it is wrong near its range's ends only: at no sum, and from 1 on.
    assert 0 < len(wrong) < len(rights)
    assert all(total < 0.05 or total > 0.95 for total in wrong)


@pytest.mark.parametrize(
    ("neuron", "quantity", "points", "complaint"),
    [
        (Perceptron([1.0, 1.0], 0.0), "loss", 5, "“loss” is none of prediction, true value, error, right."),
        (Perceptron([1.0, 1.0], 0.0), "error", 1, "at least 2 points a side; 1 is too few"),
        (
            Perceptron([1.0] * 3, 0.0),
            "error",
            5,
            "The data has 2 inputs, and neuron, axes and held values must go with them.",
        ),
    ],
)
def test_what_has_no_grid_is_refused_in_words(neuron: Perceptron, quantity: str, points: int, complaint: str) -> None:
    with pytest.raises(ValueError) as error:
        grid(neuron, task_of(ARTICLE), quantity, points)
    assert complaint in str(error.value)


def test_the_quantities_are_these() -> None:
    assert list(QUANTITIES) == ["prediction", "true value", "error", "right"]
