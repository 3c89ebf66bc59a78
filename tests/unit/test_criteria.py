"""When an answer counts as right, for data of each kind."""

import math
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from perceptron.criteria import Criterion, Nearer, Rounding, Within, criterion_of
from perceptron.datasets import ARTICLE, DataSet, Row

NUMBERS = st.floats(-1e9, 1e9) | st.integers(-20, 20).map(lambda tenths: tenths / 10)


def data(training: list[float], test: list[float], decimals: int = 3) -> DataSet:
    of_training, of_test = (tuple(Row((0.125,), target) for target in targets) for targets in (training, test))
    return DataSet("targets", of_training, of_test, decimals)


@pytest.mark.parametrize(
    ("training", "test", "expected"),
    [
        ([0, 1, 1, 0], [1], Nearer(0, 1)),
        ([-1.0, 1.0], [-1.0], Nearer(-1.0, 1.0)),
        ([0, 0], [1], Nearer(0, 1)),
        ([0, 1], [2], Rounding(0)),
        ([5], [5], Rounding(0)),
        ([10.0, 200.0, 3000.0], [10.0], Rounding(0)),
        ([0.5, 1.0, 2.25], [1.0], Rounding(2)),
        ([0.5, 1.0, 2.0], [1.125], Rounding(3)),
        ([0.5, 1.0, 2.00005], [1.0], Rounding(3)),
    ],
    ids=str,
)
def test_what_is_right_follows_from_the_targets(training: list[float], test: list[float], expected: Criterion) -> None:
    assert criterion_of(data(training, test)) == expected
    assert criterion_of(data(training, test), 0.5) == Within(0.5)


def test_the_articles_sums_are_rounded_to_one_decimal() -> None:
    assert criterion_of(ARTICLE) == Rounding(1)


def test_of_two_targets_the_nearer_counts_and_half_way_is_wrong() -> None:
    nearer = Nearer(0.0, 1.0)
    below, above = math.nextafter(0.5, 0.0), math.nextafter(0.5, 1.0)
    assert [nearer.accepts(output, 0.0) for output in (-70.0, 0.06, below, 0.5, above)] == [
        True,
        True,
        True,
        False,
        False,
    ]
    assert [nearer.accepts(output, 1.0) for output in (below, 0.5, above, 9.0)] == [False, False, True, True]


def test_whole_targets_are_right_at_no_decimals() -> None:
    assert [Rounding(0).accepts(output, 5.0) for output in (4.4, 4.6, 5.4, 5.6)] == [False, True, True, False]


@pytest.mark.parametrize("criterion", [Nearer(0.0, 1.0), Rounding(1), Within(0.5)], ids=str)
@pytest.mark.parametrize("output", [math.nan, math.inf, -math.inf])
def test_what_is_no_number_is_never_right(criterion: Criterion, output: float) -> None:
    assert not criterion.accepts(output, 0.0)
    assert not criterion.accepts(output, 1.0)


@given(NUMBERS, st.floats(0, 1e6) | st.sampled_from([0.05, 0.1, 0.5]), NUMBERS)
@example(0.1, 0.2, 0.3)
@example(0.1, 0.0, 0.1)
@example(1e308, 1e9, 1e308)
def test_within_a_tolerance_is_taken_exactly_as_it_is_written(target: float, tolerance: float, output: float) -> None:
    within = Within(tolerance)
    least, most = within.bounds(target)
    for tried in (output, least, most, math.nextafter(least, -math.inf), math.nextafter(most, math.inf)):
        distance = abs(Fraction(tried) - Fraction(repr(target)))
        assert within.accepts(tried, target) == (distance <= Fraction(repr(tolerance)))


@given(st.sampled_from([Nearer(-1.0, 2.5), Rounding(0), Rounding(2), Within(0.25)]), st.booleans(), NUMBERS)
def test_the_bounds_hold_just_the_outputs_that_are_accepted(criterion: Criterion, high: bool, output: float) -> None:
    target = 2.5 if high else -1.0
    least, most = criterion.bounds(target)
    assert criterion.accepts(output, target) == (least <= output <= most)
