"""The colours of the map: every value gets one, and right and wrong differ by more than their colour."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perceptron.aspects import MAP_SIDE, QUANTITIES
from web.page.palette import DEEP, PAPER, RIGHT, TOO_HIGH, TOO_LOW, colour, pixels

values = st.floats(-1e9, 1e9)


@pytest.mark.parametrize("quantity", QUANTITIES)
@given(st.lists(values, max_size=20))
def test_every_value_gets_an_opaque_pixel_of_32_bits(quantity: str, those: list[float]) -> None:
    found = pixels(those, quantity, 4)
    assert len(found) == len(those)
    assert all(0xFF000000 <= pixel <= 0xFFFFFFFF for pixel in found)


def test_a_colour_is_alpha_blue_green_red() -> None:
    assert colour(0x12, 0x34, 0x56) == 0xFF563412


@pytest.mark.parametrize("side", [2, 3, 40, MAP_SIDE])
def test_each_wrong_cell_differs_from_those_beside_above_and_below(side: int) -> None:
    found = pixels([0.0] * (side * side), "right", side)
    rows = [found[start : start + side] for start in range(0, side * side, side)]
    for row, below in pairwise(rows):
        assert all(one != other for one, other in zip(row, below, strict=True))
    for row in rows:
        assert all(one != other for one, other in pairwise(row))
    assert set(found).isdisjoint(pixels([1.0], "right", side))


@pytest.mark.parametrize("quantity", ["prediction", "true sum"])
def test_sums_and_predictions_go_from_paper_to_deep_and_no_further(quantity: str) -> None:
    assert pixels([-5.0, -0.0, 0.0], quantity, 3) == [colour(*PAPER)] * 3
    assert pixels([1.0, 1.5, 2.0, 1e9], quantity, 2) == [colour(*DEEP)] * 4


def test_errors_go_from_too_high_over_none_to_too_low_and_no_further() -> None:
    found = pixels([-9.0, -0.5, 0.0, 0.5, 9.0], "error", 5)
    assert found == [colour(*TOO_HIGH), colour(*TOO_HIGH), colour(*PAPER), colour(*TOO_LOW), colour(*TOO_LOW)]


@given(st.floats(0, 1), st.floats(0, 1))
def test_a_larger_prediction_is_never_lighter(one: float, other: float) -> None:
    lower, upper = sorted((one, other))
    light, deep = [pixel & 0xFF for pixel in pixels([lower, upper], "prediction", 2)]
    assert light >= deep


def test_two_classes_and_the_line_between_them_have_three_colours() -> None:
    assert len(set(pixels([0.0, 0.5, 1.0], "class", 3))) == 3


def test_a_right_cell_has_one_colour_wherever_it_is() -> None:
    assert set(pixels([1.0] * 9, "right", 3)) == {colour(*RIGHT)}
