"""The arithmetic of the drawings: what is more is drawn as more, and nothing leaves its place."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perceptron.activations import sigmoid, sigmoid_derivative
from perceptron.aspects import MAP_SIDE, MAP_STEPS
from web.page.geometry import (
    KNOB_SWEEP,
    MOST_ERROR,
    MOST_SUM,
    PLOT_BOTTOM,
    PLOT_LEFT,
    PLOT_RIGHT,
    PLOT_TOP,
    STRIP_LEFT,
    STRIP_RIGHT,
    THINNEST_TUBE,
    WIDEST_TUBE,
    knob_angle,
    map_place,
    map_step,
    plot_x,
    plot_y,
    strip_x,
    tangent,
    tube_width,
)

numbers = st.floats(-1e6, 1e6)
any_number = st.floats(allow_nan=False)


@given(numbers, numbers)
def test_a_larger_weight_has_a_thicker_tube(one: float, other: float) -> None:
    if abs(one) <= abs(other):
        assert THINNEST_TUBE <= tube_width(one) <= tube_width(other) <= WIDEST_TUBE


@given(numbers, numbers)
def test_a_larger_bias_turns_the_knob_further_to_the_right(one: float, other: float) -> None:
    if one <= other:
        assert -KNOB_SWEEP <= knob_angle(one) <= knob_angle(other) <= KNOB_SWEEP


@pytest.mark.parametrize(
    ("scale", "least", "most"),
    [
        (plot_x, PLOT_LEFT, PLOT_RIGHT),
        (strip_x, STRIP_LEFT, STRIP_RIGHT),
        (lambda y: -plot_y(y), -PLOT_BOTTOM, -PLOT_TOP),
    ],
    ids=["plot_x", "strip_x", "plot_y"],
)
@given(any_number, any_number)
def test_a_scale_keeps_the_order_and_stays_within_its_bounds(
    scale: Callable[[float], float], least: float, most: float, one: float, other: float
) -> None:
    lower, upper = sorted((one, other))
    assert least <= scale(lower) <= scale(upper) <= most


def test_the_scales_reach_their_bounds() -> None:
    assert [plot_x(total) for total in (-MOST_SUM, 0.0, MOST_SUM)] == [PLOT_LEFT, 352.0, PLOT_RIGHT]
    assert [plot_y(output) for output in (0.0, 0.5, 1.0)] == [PLOT_BOTTOM, 154.0, PLOT_TOP]
    assert [strip_x(error) for error in (0.0, MOST_ERROR / 2, MOST_ERROR)] == [STRIP_LEFT, 360.0, STRIP_RIGHT]


@given(st.floats(-1000, 1000))
def test_a_tangent_touches_its_point_has_its_slope_and_stays_inside_the_plot(total: float) -> None:
    output = sigmoid(total)
    slope = sigmoid_derivative(output)
    x1, y1, x2, y2 = tangent(total, output, slope)
    x, y = plot_x(total), plot_y(output)
    assert PLOT_LEFT <= x1 <= x <= x2 <= PLOT_RIGHT
    assert PLOT_TOP <= y2 <= y <= y1 <= PLOT_BOTTOM
    assert x1 < x2
    # In units of the plot, which is wider than high.
    drawn_slope = slope * (PLOT_BOTTOM - PLOT_TOP) / ((PLOT_RIGHT - PLOT_LEFT) / (2 * MOST_SUM))
    assert y1 - drawn_slope * (x - x1) == pytest.approx(y)
    assert y - drawn_slope * (x2 - x) == pytest.approx(y2)


@pytest.mark.parametrize("step", range(MAP_SIDE))
def test_the_middle_of_a_cell_of_the_map_is_found_again(step: int) -> None:
    assert map_step(map_place(step / MAP_STEPS) / 100) == step


@given(any_number)
def test_every_place_on_the_map_is_a_step_of_its_grid(part: float) -> None:
    assert map_step(part) in range(MAP_SIDE)


def test_the_map_begins_within_its_first_cell() -> None:
    assert 0 < map_place(0) < map_place(1) < 100
