"""The square of two numbers, point by point."""

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from perceptron.activations import ACTIVATIONS, LINEAR, SIGMOID, TANH
from perceptron.aspects import QUANTITIES
from perceptron.criteria import Rounding
from perceptron.datasets import ARTICLE, DataSet, true_sum
from perceptron.experiment import Run
from perceptron.findings.grid import Axis, grid, line, quantities_of
from perceptron.findings.spans import held_values, span_of
from perceptron.neuron import Perceptron
from perceptron.rules import truth
from perceptron.scaling import Scaling
from perceptron.scoring import printed
from perceptron.settings import Settings
from perceptron.task import Task
from tests.tasks import task_of
from tests.unit.samples import AND, EVERY_KIND, TEN, THREE

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


def test_any_two_inputs_span_a_grid_while_the_others_are_held() -> None:
    neuron = Perceptron([1.0, 10.0, 100.0], 0.0, LINEAR)
    task = task_of(THREE)
    values = grid(neuron, task, "prediction", 3, Axis(2, 0.0, 1.0), Axis(0, -1.0, 1.0), (9.0, 0.5, 9.0))
    assert list(values) == [6.0, 56.0, 106.0, 5.0, 55.0, 105.0, 4.0, 54.0, 104.0]
    truths = grid(neuron, task, "true value", 2, Axis(2, 0.0, 1.0), Axis(0, -1.0, 1.0), (9.0, 0.5, 9.0))
    assert list(truths) == [1.5, 2.5, -0.5, 0.5]


@given(st.sampled_from(EVERY_KIND), st.sampled_from(["none", "0-1"]), st.sampled_from(sorted(ACTIVATIONS)), st.data())
def test_every_point_is_what_the_task_says_there(
    data: DataSet, scaling: str, activation: str, draw: st.DataObject
) -> None:
    task = task_of(data, None, scaling)
    neuron = Perceptron(draw.draw(st.tuples(*[parameters] * data.inputs)), 0.5, ACTIVATIONS[activation])
    held, axis = list(held_values(data)), Axis(data.inputs - 1, *span_of(data, data.inputs - 1))
    for quantity in quantities_of(task):
        values = line(neuron, task, quantity, 5, axis, tuple(held))
        for x, value in zip(axis.along(5), values, strict=True):
            held[axis.position] = x
            assert value == expected_at(task, neuron, tuple(held), quantity)


def expected_at(task: Task, neuron: Perceptron, inputs: tuple[float, ...], quantity: str) -> float:
    answer, known = task.answer(neuron, inputs), truth(task.data, inputs)
    if quantity == "prediction":
        return answer
    if quantity == "class":
        middle = sum({row.target for row in task.data.training}) / 2
        return 0.5 + (answer > middle) / 2 - (answer < middle) / 2
    assert known is not None
    if quantity == "right":
        return float(task.criterion.accepts(answer, round(known, task.data.decimals)))
    return known if quantity == "true value" else known - answer


def test_the_quantities_are_those_that_the_data_allows() -> None:
    assert quantities_of(task_of(ARTICLE)) == QUANTITIES
    assert quantities_of(task_of(AND)) == ("prediction", "class")
    assert quantities_of(task_of(AND, tolerance=0.1)) == ("prediction",)
    assert quantities_of(task_of(TEN)) == ("prediction",)
    assert quantities_of(task_of(replace(AND, rule="product"))) == ("prediction", "true value", "error", "class")


def test_the_class_is_that_of_the_nearer_target() -> None:
    assert list(grid(Perceptron([1.0, 1.0], -1.0, LINEAR), task_of(AND), "class", 3)) == [
        0.0,
        0.5,
        1.0,
        0.0,
        0.0,
        0.5,
        0,
        0,
        0,
    ]


@pytest.mark.parametrize(
    ("across", "up", "complaint"),
    [
        (Axis(0, 0.0, 1.0), Axis(0, 0.0, 1.0), "two of the 3 inputs; 0 and 0 are not."),
        (Axis(0, 0.0, 1.0), Axis(3, 0.0, 1.0), "two of the 3 inputs; 0 and 3 are not."),
        (Axis(0, 0.0, 1.0), Axis(1, 0.0, 1.0), "The data has 3 inputs, and neuron, axes and held values must"),
    ],
)
def test_axes_that_do_not_fit_the_data_are_refused(across: Axis, up: Axis, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        grid(Perceptron([1.0] * 3, 0.0), task_of(THREE), "prediction", 3, across, up)
