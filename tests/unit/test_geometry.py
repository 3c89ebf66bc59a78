"""The arithmetic of the drawings: what is more is drawn as more, and nothing leaves its place."""

import math
from collections.abc import Callable
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perceptron.activations import sigmoid, sigmoid_derivative
from perceptron.aspects import MAP_SIDE, MAP_STEPS
from web.page.geometry import (
    CURVE_ACROSS,
    KNOB_SWEEP,
    MAP_ACROSS,
    MAP_UP,
    MOST_AROUND,
    PLOT_BOTTOM,
    PLOT_LEFT,
    PLOT_RIGHT,
    PLOT_TOP,
    STRIP_LEFT,
    STRIP_RIGHT,
    THINNEST_TUBE,
    WIDEST_TUBE,
    around,
    between_ticks,
    curve_step,
    frame,
    knob_angle,
    logarithmic_ticks,
    map_place,
    map_step,
    part_across,
    part_up,
    plot_x,
    plot_y,
    strip_x,
    tangent,
    ticks_to,
    tube_width,
)

numbers = st.floats(-1e6, 1e6)
any_number = st.floats(allow_nan=False, allow_infinity=False)
SUMS, OUTPUTS = (-6.0, 6.0), (0.0, 1.0)


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
        (lambda x: plot_x(x, SUMS), PLOT_LEFT, PLOT_RIGHT),
        (lambda x: plot_x(x, (-1e308, 1e308)), PLOT_LEFT, PLOT_RIGHT),
        (strip_x, STRIP_LEFT, STRIP_RIGHT),
        (lambda y: -plot_y(y, OUTPUTS), -PLOT_BOTTOM, -PLOT_TOP),
    ],
    ids=["plot_x", "wide plot_x", "strip_x", "plot_y"],
)
@given(any_number, any_number)
def test_a_scale_keeps_the_order_and_stays_within_its_bounds(
    scale: Callable[[float], float], least: float, most: float, one: float, other: float
) -> None:
    lower, upper = sorted((one, other))
    assert least <= scale(lower) <= scale(upper) <= most


def test_the_scales_reach_their_bounds() -> None:
    assert [plot_x(total, SUMS) for total in (-6.0, 0.0, 6.0)] == [PLOT_LEFT, (PLOT_LEFT + PLOT_RIGHT) / 2, PLOT_RIGHT]
    assert [plot_y(y, OUTPUTS) for y in (0.0, 0.5, 1.0)] == [PLOT_BOTTOM, (PLOT_BOTTOM + PLOT_TOP) / 2, PLOT_TOP]
    assert [strip_x(share) for share in (0.0, 0.5, 1.0)] == [STRIP_LEFT, (STRIP_LEFT + STRIP_RIGHT) / 2, STRIP_RIGHT]


@given(st.floats(-1000, 1000))
def test_a_tangent_touches_its_point_has_its_slope_and_stays_inside_the_plot(total: float) -> None:
    output = sigmoid(total)
    slope = sigmoid_derivative(output)
    x1, y1, x2, y2 = tangent(total, output, slope, SUMS, OUTPUTS)
    x, y = plot_x(total, SUMS), plot_y(output, OUTPUTS)
    assert PLOT_LEFT <= x1 <= x <= x2 <= PLOT_RIGHT
    assert PLOT_TOP <= y2 <= y <= y1 <= PLOT_BOTTOM
    assert x1 < x2
    # In units of the plot, which is wider than high.
    drawn_slope = slope * (PLOT_BOTTOM - PLOT_TOP) / ((PLOT_RIGHT - PLOT_LEFT) / 12.0)
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


@pytest.mark.parametrize("step", range(MAP_SIDE))
def test_a_step_of_the_cursor_is_found_again_in_the_drawing_around_it(step: int) -> None:
    left, top, width, height = frame(MAP_ACROSS)
    place = map_place(step / MAP_STEPS)
    assert map_step(part_across((place - left) / width, MAP_ACROSS)) == step
    assert map_step(part_up((place - top) / height)) == step
    left, _, width, _ = frame(CURVE_ACROSS)
    assert curve_step(part_across((CURVE_ACROSS * step / MAP_STEPS - left) / width, CURVE_ACROSS)) == step


def test_the_drawing_has_room_for_the_axes_around_the_map() -> None:
    left, top, width, height = frame(MAP_ACROSS)
    assert left < 0
    assert top < 0
    assert left + width > MAP_ACROSS
    assert top + height > MAP_UP


@given(any_number)
def test_every_place_on_the_curve_is_a_step_of_the_cursor(part: float) -> None:
    assert curve_step(part) in range(MAP_SIDE)


def test_a_logarithmic_axis_has_a_few_round_numbers_however_long_it_is() -> None:
    assert logarithmic_ticks(0.2, 1.0) == pytest.approx([0.2, 0.5, 1.0])
    assert logarithmic_ticks(1e-3, 10.0) == pytest.approx([1e-3, 1e-2, 0.1, 1.0, 10.0])
    assert 5 <= len(logarithmic_ticks(1e-2, 1e300)) <= 10
    assert logarithmic_ticks(0.0, 1.0) == logarithmic_ticks(1.0, float("inf")) == []


@given(st.integers(1, 300))
def test_rows_at_one_place_are_drawn_around_it_and_no_two_alike(count: int) -> None:
    places = [around(number, count) for number in range(count)]
    assert len(set(places)) == count
    assert all(math.hypot(*place) <= MOST_AROUND for place in places)
    if count == 1:
        assert places == [(0.0, 0.0)]
    if count <= 8:
        assert min(math.dist(*pair) for pair in combinations([*places, (99.0, 99.0)], 2)) > 1.5


@given(st.integers(1, 100_000), st.integers(1, 100_000))
def test_the_axis_of_rows_ends_with_the_number_of_all_rows_and_its_numbers_stay_apart(most: int, step: int) -> None:
    ticks = ticks_to(most, step)
    assert (ticks[0], ticks[-1]) == (0, most)
    assert ticks[:-1] == list(range(0, len(ticks[:-1]) * step, step))
    assert len(ticks) == 2 or ticks[-1] - ticks[-2] >= step / 2


@given(st.floats(160, 4000))
def test_an_upright_axis_has_few_numbers_however_long_it_is(length: float) -> None:
    spaces = length / between_ticks(length)
    assert spaces < 6
    assert spaces >= 5 or between_ticks(length) == 56


def test_where_the_last_number_would_touch_the_total_it_gives_way() -> None:
    assert ticks_to(25, 5) == [0, 5, 10, 15, 20, 25]
    assert ticks_to(25, 4) == [0, 4, 8, 12, 16, 20, 25]
