"""The square of two numbers, point by point."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from perceptron.activations import LINEAR, SIGMOID, TANH
from perceptron.aspects import QUANTITIES
from perceptron.datasets import true_sum
from perceptron.experiment import Run
from perceptron.findings.grid import grid
from perceptron.neuron import Perceptron
from perceptron.scoring import printed
from perceptron.settings import Settings

parameters = st.floats(-1000, 1000)
neurons = st.builds(Perceptron, st.tuples(parameters, parameters), parameters, st.sampled_from([SIGMOID, TANH, LINEAR]))


def points_of(points: int) -> list[tuple[float, float]]:
    """The pairs of numbers in the order in which a grid has them."""
    side = [position / (points - 1) for position in range(points)]
    return [(x, y) for y in reversed(side) for x in side]


@given(neurons, st.integers(2, 12), st.integers(1, 3))
@example(Perceptron([-1000.0, -1000.0], -1000.0), 5, 1)
@example(Perceptron([-1000.0, 1000.0], -750.0), 5, 1)
def test_every_point_is_what_the_neuron_says_there(neuron: Perceptron, points: int, decimals: int) -> None:
    pairs = points_of(points)
    predictions = [neuron.predict(pair) for pair in pairs]
    assert list(grid(neuron, "prediction", points, decimals)) == predictions
    assert list(grid(neuron, "true sum", points, decimals)) == [x + y for x, y in pairs]
    assert list(grid(neuron, "error", points, decimals)) == [
        x + y - prediction for (x, y), prediction in zip(pairs, predictions, strict=True)
    ]
    assert list(grid(neuron, "right", points, decimals)) == [
        float(printed(prediction, decimals) == printed(true_sum(pair, decimals), decimals))
        for pair, prediction in zip(pairs, predictions, strict=True)
    ]


def test_the_first_number_grows_along_a_row_and_the_second_falls_from_row_to_row() -> None:
    assert list(grid(Perceptron([1.0, 10.0], 0.0, LINEAR), "prediction", 2, 1)) == [10.0, 11.0, 0.0, 1.0]


def test_a_neuron_that_adds_is_right_everywhere_and_the_trained_one_is_not() -> None:
    assert set(grid(Perceptron([1.0, 1.0], 0.0, LINEAR), "right", 11, 1)) == {1.0}
    run = Run(Settings())
    run.advance(10_000)
    rights = grid(run.neuron, "right", 11, 1)
    wrong = [x + y for (x, y), right in zip(points_of(11), rights, strict=True) if not right]
    # In the whole square it is wrong near its range's ends only: at no sum, and from 1 on.
    assert 0 < len(wrong) < len(rights)
    assert all(total < 0.05 or total > 0.95 for total in wrong)


@pytest.mark.parametrize(
    ("neuron", "quantity", "points", "complaint"),
    [
        (Perceptron([1.0, 1.0], 0.0), "loss", 5, "“loss” is none of prediction, true sum, error, right."),
        (Perceptron([1.0, 1.0], 0.0), "error", 1, "at least 2 points a side; 1 is too few"),
        (Perceptron([1.0] * 3, 0.0), "error", 5, "a neuron with 2 inputs; this one has 3"),
    ],
)
def test_what_has_no_grid_is_refused_in_words(neuron: Perceptron, quantity: str, points: int, complaint: str) -> None:
    with pytest.raises(ValueError) as error:
        grid(neuron, quantity, points, 1)
    assert complaint in str(error.value)


def test_the_quantities_are_these() -> None:
    assert list(QUANTITIES) == ["prediction", "true sum", "error", "right"]
