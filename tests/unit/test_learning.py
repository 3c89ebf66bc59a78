"""One update, and many: the arithmetic that everything else shows."""

import math
from copy import deepcopy

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from perceptron.activations import LINEAR, RELU, SIGMOID, STEP, TANH, Activation
from perceptron.datasets import ARTICLE, Row
from perceptron.learning import learn, train_epochs
from perceptron.losses import CROSS_ENTROPY, EVEN_SIGMOID, SQUARED, Loss
from perceptron.neuron import Perceptron
from tests.musl import as_in_pyodide

GOLDEN = [4.977809586158749, 5.18896701575378, -2.5605192488208983]
# Native e^x may differ in the last bit from Pyodide's, with which this was computed.
TWELVE_DIGITS = 1e-12
WITH_A_GRADIENT = [(SIGMOID, SQUARED), (TANH, SQUARED), (LINEAR, SQUARED), (RELU, SQUARED), (SIGMOID, CROSS_ENTROPY)]
LEARNED_WITH = [*(loss.learned_with(activation) for activation, loss in WITH_A_GRADIENT), STEP]


@st.composite
def neurons_and_rows(draw: st.DrawFn) -> tuple[Perceptron, list[Row]]:
    number = st.floats(-4, 4)
    like_the_articles = draw(st.booleans())  # often, because that neuron has a loop of its own
    inputs = 2 if like_the_articles else draw(st.integers(1, 10))
    vectors = st.lists(number, min_size=inputs, max_size=inputs).map(tuple)
    rows = draw(st.lists(st.builds(Row, vectors, number), min_size=1, max_size=6))
    has_bias = like_the_articles or draw(st.booleans())
    activation = SIGMOID if like_the_articles else draw(st.sampled_from(LEARNED_WITH))
    neuron = Perceptron(draw(vectors), draw(number) if has_bias else 0.0, activation, has_bias)
    return neuron, rows


def parameters(neuron: Perceptron) -> list[float]:
    return [*neuron.weights, neuron.bias]


@given(neurons_and_rows(), st.floats(0.0001, 100), st.integers(1, 4))
def test_the_fast_path_gives_the_same_bits_as_the_readable_update(
    case: tuple[Perceptron, list[Row]], rate: float, epochs: int
) -> None:
    fast, rows = case
    readable = deepcopy(fast)
    ends = train_epochs(fast, rows, rate, epochs)
    for _ in range(epochs):
        errors = [learn(readable, row, rate).error for row in rows]
    # Compared as text, because a run may well overflow to NaN, which equals nothing.
    assert list(map(repr, parameters(fast))) == list(map(repr, parameters(readable)))
    total = 0.0
    for error in errors:
        total += error * error
    assert repr(ends[-1]) == repr((*parameters(fast), total))
    assert len(ends) == epochs


def test_the_special_case_of_two_inputs_gives_the_same_bits_as_the_general_one_where_exp_overflows() -> None:
    rows = [Row((1000.0, 1000.0), 1.0), Row((-1000.0, 0.0), 0.5)]
    fast, readable = Perceptron([-1.0, -1.0], 0.0), Perceptron([-1.0, -1.0], 0.0)
    train_epochs(fast, rows, 0.1, 1)
    for row in rows:
        learn(readable, row, 0.1)
    assert parameters(fast) == parameters(readable)


@pytest.mark.parametrize("zero", [0.0, -0.0])
def test_the_fast_path_keeps_the_sign_of_zero(zero: float) -> None:
    rows = [Row((0.0, 0.5), 0.0), Row((-0.0, 0.0), 0.0)]
    fast, readable = Perceptron([zero, zero], zero), Perceptron([zero, zero], zero)
    train_epochs(fast, rows, 1.0, 2)
    for row in rows * 2:
        learn(readable, row, 1.0)
    assert repr(parameters(fast)) == repr(parameters(readable))


@pytest.mark.parametrize(("activation", "loss"), WITH_A_GRADIENT, ids=lambda part: part.name)
@pytest.mark.parametrize("has_bias", [True, False], ids=["bias", "no bias"])
@given(st.lists(st.floats(-2, 2), min_size=4, max_size=4), st.floats(0, 1))
def test_an_update_is_the_gradient_of_the_loss(
    activation: Activation, loss: Loss, has_bias: bool, values: list[float], target: float
) -> None:
    x1, x2, w1, w2 = values
    at = [w1, w2, 0.3 if has_bias else 0.0]
    # A ReLU has no gradient where its curve bends.
    assume(activation is not RELU or abs(at[2] + x1 * w1 + x2 * w2) > 1e-3)

    def lost(parameters: list[float]) -> float:
        return loss.function(target, Perceptron(parameters[:2], parameters[2], activation).predict((x1, x2)))

    width = 1e-5
    gradient = []
    for i in range(3 if has_bias else 2):
        above, below = list(at), list(at)
        above[i] += width
        below[i] -= width
        gradient.append((lost(above) - lost(below)) / (2 * width))
    update = learn(Perceptron(at[:2], at[2], loss.learned_with(activation), has_bias), Row((x1, x2), target), 1.0)
    changes = [*update.weight_changes, update.bias_change][: len(gradient)]
    assert changes == pytest.approx([-g for g in gradient], abs=1e-7)


@given(st.lists(st.floats(-2, 2), min_size=5, max_size=5), st.sampled_from([0.0, 1.0]))
def test_an_update_with_a_step_is_rosenblatts_rule(values: list[float], target: float) -> None:
    """A right answer changes nothing; a wrong one adds the inputs to the weights or takes them away."""
    x1, x2, w1, w2, bias = values
    update = learn(Perceptron([w1, w2], bias, STEP), Row((x1, x2), target), 0.5)
    answer = 1.0 if bias + x1 * w1 + x2 * w2 >= 0.0 else 0.0
    sign = 0.0 if answer == target else 1.0 if target else -1.0
    assert (*update.weight_changes, update.bias_change) == (sign * x1 / 2, sign * x2 / 2, sign / 2)


def test_cross_entropy_cancels_the_slope_exactly() -> None:
    neuron = Perceptron([3.0, 0.1], 2.0, CROSS_ENTROPY.learned_with(SIGMOID))
    update = learn(neuron, Row((0.3, 0.7), 0.4), 0.1)
    assert update.derivative == 1.0
    assert update.bias_change == 0.1 * update.error


def test_cross_entropy_of_a_saturated_output_is_0_or_infinite() -> None:
    outputs = [(0.0, 0.0), (1.0, 1.0), (1.0, 0.0), (0.0, 1.0), (0.5, 1.0)]
    assert [CROSS_ENTROPY.function(*both) for both in outputs] == [0.0, 0.0, math.inf, math.inf, math.inf]


@pytest.mark.parametrize("activation", [TANH, LINEAR, RELU, STEP], ids=lambda a: a.name)
def test_cross_entropy_is_refused_with_anything_but_a_sigmoid(activation: Activation) -> None:
    with pytest.raises(ValueError, match=f"needs the activation sigmoid; {activation.name} does not"):
        CROSS_ENTROPY.learned_with(activation)


def test_ten_thousand_epochs_from_the_known_start_give_the_known_digits() -> None:
    neuron = Perceptron([0.3, 0.6], 0.1)
    train_epochs(neuron, ARTICLE.training, 0.1, 10_000)
    assert parameters(neuron) == pytest.approx(GOLDEN, rel=TWELVE_DIGITS)


def test_with_pyodides_exp_the_digits_are_those_of_the_page_bit_for_bit() -> None:
    golden, other = Perceptron([0.3, 0.6], 0.1), Perceptron.random(2, 58)
    with as_in_pyodide():
        train_epochs(golden, ARTICLE.training, 0.1, 10_000)
        train_epochs(other, ARTICLE.training, 0.1, 1_000)
    assert parameters(golden) == GOLDEN
    assert other.weights[0] == 4.23253256539105


def test_the_first_update_of_the_default_start_has_the_known_terms() -> None:
    update = learn(Perceptron.random(2, 109), ARTICLE.training[0], 0.1)
    terms = [
        update.weighted_sum,
        update.output,
        update.error,
        update.derivative,
        *update.weight_changes,
        update.bias_change,
        *update.new_weights,
        update.new_bias,
    ]
    known = [0.916662, 0.714361, 0.285639, 0.204049, 0.00291422, 0.00291422, 0.00582843, 0.282497, 0.462193, 0.553059]
    assert terms == pytest.approx(known, rel=5e-6)


def test_an_update_keeps_the_numbers_from_before_and_after() -> None:
    neuron = Perceptron([0.3, 0.6], 0.1)
    update = learn(neuron, Row((0.5, 0.5), 1.0), 0.1)
    assert (update.weights, update.bias) == ((0.3, 0.6), 0.1)
    assert (update.new_weights, update.new_bias) == (tuple(neuron.weights), neuron.bias)


def test_a_linear_neuron_learns_addition_itself() -> None:
    neuron = Perceptron([0.3, 0.6], 0.1, LINEAR)
    train_epochs(neuron, ARTICLE.training, 0.1, 2_000)
    assert parameters(neuron) == pytest.approx([1.0, 1.0, 0.0], abs=1e-6)


def test_an_update_says_whether_there_is_a_bias_and_whether_the_slope_only_counts_as_one() -> None:
    row = Row((0.5,), 1.0)
    for activation, counts in ((SIGMOID, False), (LINEAR, False), (STEP, True), (EVEN_SIGMOID, True)):
        update = learn(Perceptron([1.0], 0.0, activation), row, 0.1)
        assert (update.has_bias, update.slope_counts_as_one) == (True, counts)
    update = learn(Perceptron([1.0], 0.0, EVEN_SIGMOID, has_bias=False), row, 0.1)
    assert (update.has_bias, update.slope_counts_as_one, update.derivative) == (False, True, 1.0)
    assert (update.bias_change, update.new_bias) == (0.0, 0.0)
