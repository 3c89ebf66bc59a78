"""Whether a line separates two classes, decided exactly."""

import random
from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perceptron.datasets import Row
from perceptron.experiment import Run
from perceptron.findings.separability import are_separable, is_decidable
from perceptron.scoring import score
from perceptron.settings import Settings
from tests.examples import examples
from tests.unit.test_ceiling import table

pytestmark = pytest.mark.slow  # left to “make unit” and “make test”

Place = tuple[float, float]


def truth_tables(inputs: int) -> list[list[Row]]:
    """All that are not the same everywhere."""
    corners = list(product((0.0, 1.0), repeat=inputs))
    tables = [list(map(Row, corners, targets)) for targets in product((0.0, 1.0), repeat=len(corners))]
    return [rows for rows in tables if len({row.target for row in rows}) == 2]


@pytest.mark.parametrize(("inputs", "tables"), [(1, 4), (2, 14), (3, 104)])
def test_as_many_truth_tables_are_separable_as_is_known(inputs: int, tables: int) -> None:
    """With the two that are the same everywhere. Source: OEIS A000609, threshold functions of n variables."""
    assert sum(map(are_separable, truth_tables(inputs))) + 2 == tables


def test_rosenblatts_rule_learns_just_the_separable_ones() -> None:
    for rows in truth_tables(2):
        run = Run(Settings(table([(row.inputs, row.target) for row in rows], 0), activation="step", start="zeros"))
        run.advance(100)
        assert (score(run.verdicts()).right == 4) == are_separable(rows)


@pytest.mark.parametrize("bias", [True, False])
def test_without_a_bias_a_line_goes_through_0(bias: bool) -> None:
    rows = [Row((1.0, 1.0), 0.0), Row((2.0, 2.0), 1.0)]
    assert are_separable(rows, has_bias=bias) == bias


def test_numbers_count_as_they_are_written() -> None:
    """The third lies between the others on one line, which the floats next to these numbers do not."""
    rows = [Row((0.1, 0.3), 0.0), Row((0.3, 0.7), 0.0), Row((0.2, 0.5), 1.0)]
    assert not are_separable(rows)
    assert are_separable([*rows[:2], Row((0.2, 0.5000000000000001), 1.0)])


def test_more_or_fewer_classes_than_two_are_refused() -> None:
    with pytest.raises(ValueError, match="Only two classes can be separated; these rows have 3"):
        are_separable([Row((float(x),), float(x)) for x in range(3)])


def test_a_thousand_rows_with_ten_inputs_are_decidable_and_no_more() -> None:
    rows = [Row((float(x), *(9 * [0.0])), 0.0) for x in range(1_001)]
    assert is_decidable(rows[:-1])
    assert not is_decidable(rows)
    assert is_decidable([Row((1.0, 2.0, 3.0), 0.0)] * 100_000)


places = st.tuples(st.integers(-3, 3).map(float), st.integers(-3, 3).map(float))
classes = st.lists(places, min_size=1, max_size=5)


@examples(300)
@given(classes, classes)
def test_it_is_so_just_where_the_two_hulls_have_nothing_in_common(lower: list[Place], upper: list[Place]) -> None:
    rows = [*(Row(place, 0.0) for place in lower), *(Row(place, 1.0) for place in upper)]
    assert are_separable(rows) == (not hulls_meet(lower, upper))


@given(classes, classes, st.randoms(use_true_random=False))
def test_the_order_the_size_and_the_place_of_the_rows_do_not_matter(
    lower: list[Place], upper: list[Place], draw: random.Random
) -> None:
    rows = [*(Row(place, 0.0) for place in lower), *(Row(place, 1.0) for place in upper)]
    moved = [Row((row.inputs[0] * 1e6 + 7.0, row.inputs[1] * 0.25 - 3.0), -row.target) for row in rows]
    draw.shuffle(moved)
    assert are_separable(moved) == are_separable(rows)


def hulls_meet(first: Sequence[Place], second: Sequence[Place]) -> bool:
    """Whether a corner of one lies in a triangle of the other, or two of their sides cross (Kirchberger, 1903)."""
    return (
        any(_in_triangle(place, corners) for place in first for corners in product(second, repeat=3))
        or any(_in_triangle(place, corners) for place in second for corners in product(first, repeat=3))
        or any(_cross(*one, *other) for one in combinations(first, 2) for other in combinations(second, 2))
    )


def _turn(a: Place, b: Place, c: Place) -> Fraction:
    """Positive where the way from a over b to c turns left."""
    (ax, ay), (bx, by), (cx, cy) = ([Fraction(x) for x in place] for place in (a, b, c))
    return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)


def _in_triangle(place: Place, corners: tuple[Place, ...]) -> bool:
    a, b, c = corners
    turns = [_turn(a, b, place), _turn(b, c, place), _turn(c, a, place)]
    inside_box = all(min(xs) <= x <= max(xs) for x, xs in zip(place, zip(*corners, strict=True), strict=True))
    return inside_box and not (min(turns) < 0 < max(turns))


def _cross(a: Place, b: Place, c: Place, d: Place) -> bool:
    return _turn(a, b, c) * _turn(a, b, d) < 0 and _turn(c, d, a) * _turn(c, d, b) < 0
