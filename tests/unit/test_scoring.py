"""Bounds of what prints alike, the fast count, and the yardsticks that do not round."""

import math

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from perceptron.activations import LINEAR, SIGMOID, TANH, Activation
from perceptron.datasets import ARTICLE, DataSet, Row
from perceptron.experiment import Run
from perceptron.judging import Scorer, judge
from perceptron.neuron import Perceptron
from perceptron.scoring import Verdict, bounds, printed, right_within, score, yardsticks
from perceptron.settings import Settings

parameters = st.floats(-1000, 1000)


def verdict(target: float, output: float, decimals: int = 1) -> Verdict:
    expected, answer = printed(target, decimals), printed(output, decimals)
    return Verdict((0.0, 0.0), target, output, expected, answer, answer == expected)


@pytest.fixture(scope="module")
def trained() -> Run:
    run = Run(Settings())
    run.advance(10_000)
    return run


@given(st.floats(allow_nan=False, allow_infinity=False), st.integers(0, 15))
@example(0.95, 1)
@example(-0.0, 1)
@example(-0.04, 1)
@example(1.7976931348623157e308, 3)
@example(4503599627370497.5, 0)
@example(2.0**50 + 0.25, 1)
@example(2.0**52 + 1, 15)
def test_the_bounds_are_the_last_floats_that_print_alike(value: float, decimals: int) -> None:
    expected = printed(value, decimals)
    least, most = bounds(expected, decimals)
    assert least <= value <= most
    assert printed(least, decimals) == printed(most, decimals) == expected
    assert printed(math.nextafter(least, -math.inf), decimals) != expected
    assert printed(math.nextafter(most, math.inf), decimals) != expected


def test_the_float_named_095_prints_as_09_so_10_begins_just_above_it() -> None:
    assert bounds("1.0", 1)[0] == math.nextafter(0.95, 1.0)
    assert bounds("0.9", 1)[1] == 0.95


@pytest.mark.parametrize(("text", "decimals"), [("0.35", 1), ("-0.0", 1), ("x", 1), ("inf", 1), ("1", 1), ("", 0)])
def test_a_text_that_no_number_prints_has_no_bounds(text: str, decimals: int) -> None:
    with pytest.raises(ValueError, match="No number rounds to"):
        bounds(text, decimals)


@given(st.tuples(parameters, parameters), parameters)
@example((4.9778, 5.1890), -2.5605)
@example((-1000.0, -1000.0), -1000.0)
def test_the_scorer_counts_what_the_verdicts_count(weights: tuple[float, float], bias: float) -> None:
    assert Scorer(ARTICLE).right(weights, bias) == score(judge(Perceptron(weights, bias), ARTICLE)).right


@st.composite
def data_and_neurons(draw: st.DrawFn) -> tuple[DataSet, Perceptron]:
    inputs = draw(st.integers(1, 3))
    number = st.floats(-3, 3)
    vectors = st.lists(number, min_size=inputs, max_size=inputs).map(tuple)
    rows = tuple(draw(st.lists(st.builds(Row, vectors, number), min_size=1, max_size=8)))
    activation = draw(st.sampled_from([SIGMOID, TANH, LINEAR]))
    return DataSet("drawn", rows, rows, draw(st.integers(0, 3))), Perceptron(draw(vectors), draw(number), activation)


@given(data_and_neurons())
def test_the_scorer_counts_alike_for_any_data_and_activation(case: tuple[DataSet, Perceptron]) -> None:
    data, neuron = case
    right = Scorer(data, neuron.activation).right(neuron.weights, neuron.bias)
    assert right == score(judge(neuron, data)).right


def test_the_scorer_counts_alike_where_exp_overflows_and_where_sums_do() -> None:
    data = DataSet("huge", ARTICLE.training, (Row((1000.0, 0.0), 0.0), Row((1e308, 1e308), 1.0)), 1)
    for weights in ([-1.0, 0.0], [1000.0, -1000.0], [1000.0, 1000.0]):
        assert Scorer(data).right(weights, 0.0) == score(judge(Perceptron(weights, 0.0), data)).right


@pytest.mark.parametrize("activation", [SIGMOID, TANH], ids=lambda a: a.name)
def test_the_scorer_refuses_a_wrong_number_of_weights(activation: Activation) -> None:
    with pytest.raises(ValueError):
        Scorer(ARTICLE, activation).right([1.0, 2.0, 3.0], 0.0)


def test_the_trained_neuron_fits_well_although_it_gets_only_21_right(trained: Run) -> None:
    fit = yardsticks(trained.verdicts())
    assert fit.r_squared is not None
    assert (round(fit.r_squared, 3), round(fit.mean_absolute_error, 3), round(fit.largest_error, 3)) == (
        0.982,
        0.030,
        0.080,
    )


def test_the_yardsticks_of_a_small_case_are_those_computed_by_hand() -> None:
    fit = yardsticks([verdict(0.0, 0.5), verdict(1.0, 1.0), verdict(2.0, 1.0)])
    assert (fit.r_squared, fit.mean_absolute_error, fit.largest_error) == (1 - 1.25 / 2, 0.5, 1.0)


@pytest.mark.parametrize("targets", [(0.1, 0.1, 0.1), (1e300, -1e300, 0.0)])
def test_there_is_no_r_squared_where_targets_do_not_vary_or_are_too_large(targets: tuple[float, ...]) -> None:
    fit = yardsticks([verdict(target, 0.5) for target in targets])
    assert fit.r_squared is None
    assert fit.largest_error == max(abs(target - 0.5) for target in targets)


@given(st.tuples(parameters, parameters), parameters)
@example((4.9778, 5.1890), -2.5605)
def test_a_tolerance_of_half_a_decimal_is_the_articles_rounding_on_its_data(
    weights: tuple[float, float], bias: float
) -> None:
    verdicts = judge(Perceptron(weights, bias), ARTICLE)
    assert right_within(verdicts, 0.05) == score(verdicts).right


@given(st.integers(-30, 30), st.floats(-3, 3))
def test_a_tolerance_of_half_a_decimal_is_rounding_save_exactly_half_way(tenths: int, output: float) -> None:
    one = verdict(tenths / 10, output)
    exactly_half_way = (output * 20) % 2 == 1 and (output * 4) % 1 == 0
    if not exactly_half_way:
        assert right_within([one], 0.05) == one.right


def test_the_noise_of_floats_decides_nothing_at_the_edge() -> None:
    for tenths in range(-20, 20):
        edge = tenths / 10 + 0.05
        for output in [edge, math.nextafter(edge, 9.0), math.nextafter(edge, -9.0)]:
            if output * 4 % 1 == 0:
                continue
            below, above = verdict(tenths / 10, output), verdict((tenths + 1) / 10, output)
            assert (right_within([below], 0.05), right_within([above], 0.05)) == (below.right, above.right)


def test_an_output_exactly_half_way_is_within_reach_of_both_neighbours_but_prints_as_one() -> None:
    below, above = verdict(0.2, 0.25), verdict(0.3, 0.25)
    assert (right_within([below], 0.05), right_within([above], 0.05)) == (1, 1)
    assert below.right != above.right


def test_a_wider_tolerance_lets_all_pass_and_none_lets_nothing(trained: Run) -> None:
    verdicts = trained.verdicts()
    assert [right_within(verdicts, tolerance) for tolerance in (0.0, 0.05, 0.08, 0.081)] == [0, 21, 23, 25]
    assert right_within([verdict(0.5, math.nan), verdict(0.5, math.inf)], 0.1) == 0
