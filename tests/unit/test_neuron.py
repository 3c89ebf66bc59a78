"""The neuron and its activations."""

import math
import random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from perceptron.activations import ACTIVATIONS, LINEAR, RELU, SIGMOID, STEP, TANH, Activation
from perceptron.neuron import Perceptron

numbers = st.floats(-30, 30)


@pytest.mark.parametrize("activation", [SIGMOID, TANH, LINEAR, RELU], ids=lambda a: a.name)
@given(x=st.floats(-15, 15))
def test_a_derivative_is_the_slope_of_its_activation(activation: Activation, x: float) -> None:
    width = 1e-5
    assume(activation is not RELU or abs(x) > width)  # it bends at 0
    slope = (activation.function(x + width) - activation.function(x - width)) / (2 * width)
    assert activation.derivative(activation.function(x)) == pytest.approx(slope, abs=1e-8)


def test_a_relu_cuts_off_what_is_negative_and_a_step_says_0_or_1() -> None:
    sums = (-2.0, -0.0, 0.0, 5e-324, 3.5)
    assert [str(RELU.function(x)) for x in sums] == ["0.0", "0.0", "0.0", "5e-324", "3.5"]
    assert [STEP.function(x) for x in sums] == [0.0, 1.0, 1.0, 1.0, 1.0]
    assert math.isnan(RELU.function(math.nan))


@pytest.mark.parametrize("activation", ACTIVATIONS.values(), ids=lambda a: a.name)
@given(x=st.floats(-1e6, 1e6))
def test_every_output_lies_in_the_range_that_the_activation_names(activation: Activation, x: float) -> None:
    output = activation.function(x)
    assert activation.least <= output <= activation.most
    assert activation.derivative(output) <= activation.steepest


def test_the_inverse_of_a_step_is_where_it_jumps() -> None:
    jump = STEP.inverse(0.5)
    assert (STEP.function(math.nextafter(jump, -1.0)), STEP.function(jump)) == (0.0, 1.0)


@given(st.floats(allow_nan=False))
def test_a_sigmoid_stays_between_0_and_1_for_every_number_there_is(x: float) -> None:
    assert 0.0 <= SIGMOID.function(x) <= 1.0


def test_a_sigmoid_agrees_with_the_hyperbolic_tangent_which_is_the_same_curve_stretched() -> None:
    for x in (-3.0, -0.5, 0.0, 0.25, 7.0):
        assert SIGMOID.function(x) == pytest.approx((1 + math.tanh(x / 2)) / 2, rel=1e-14)


@given(st.lists(st.tuples(numbers, numbers), min_size=1, max_size=6), numbers)
def test_the_weighted_sum_is_the_bias_plus_every_input_times_its_weight(
    pairs: list[tuple[float, float]], bias: float
) -> None:
    inputs, weights = zip(*pairs, strict=True)
    total = Perceptron(weights, bias).weighted_sum(inputs)
    assert total == pytest.approx(math.fsum([bias, *(x * w for x, w in pairs)]), abs=1e-9)


def test_a_prediction_is_the_activation_of_the_weighted_sum() -> None:
    assert Perceptron([1.0, 1.0], 0.0, LINEAR).predict((0.25, 0.5)) == 0.75


def test_a_random_start_is_drawn_from_the_seed_in_the_order_weights_then_bias() -> None:
    draw = random.Random(109)
    neuron = Perceptron.random(inputs=2, seed=109)
    assert [*neuron.weights, neuron.bias] == [draw.random() for _ in range(3)]


def test_a_neuron_without_weights_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one weight"):
        Perceptron([], 0.0)


def test_a_neuron_without_a_bias_keeps_it_at_0() -> None:
    assert str(Perceptron([1.0], -0.0, has_bias=False).bias) == "0.0"
    with pytest.raises(ValueError, match=r"cannot have a bias of 0\.5"):
        Perceptron([1.0], 0.5, has_bias=False)


def test_a_neuron_with_other_numbers_is_of_the_same_kind() -> None:
    one = Perceptron([1.0], 0.0, RELU, has_bias=False)
    other = one.with_numbers([2.0], 0.0)
    assert (other.weights, other.activation, other.has_bias) == ([2.0], RELU, False)


def test_a_row_with_another_number_of_inputs_is_refused() -> None:
    with pytest.raises(ValueError):
        Perceptron([1.0, 1.0], 0.0).predict((0.5,))
