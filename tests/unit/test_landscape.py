"""The landscape of the error: exact heights, the best of what is no axis, lines of equal height, and paths."""

import math
import random
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perceptron.datasets import DataSet, Row
from perceptron.experiment import Run
from perceptron.findings.grid import Axis
from perceptron.findings.landscape import (
    MOST_POINTS,
    Others,
    Surface,
    axis_around,
    can_be_best,
    is_known,
    is_on,
    landscape,
    method_of,
    parameters,
    path,
    points_for,
)
from perceptron.findings.level_lines import level_lines, round_levels
from perceptron.presets import PRESETS
from perceptron.settings import Settings
from perceptron.words.landscape import (
    error_called,
    no_landscape_in_words,
    parameter_called,
    path_in_words,
    path_point_in_words,
    surface_in_words,
)
from tests.examples import examples
from tests.unit.plain_neuron import plain_output, plain_rows
from tests.unit.programs import MOMENTUM

ARTICLE = Settings()
HOW: tuple[Others, ...] = ("held", "best")
ENDS = (4.977809, 5.188967, -2.560519)


def plain_error(settings: Settings, numbers: Sequence[float]) -> float:
    """The mean loss, by a second neuron that shares no code with the first."""
    total = 0.0
    rows = plain_rows(settings.data, settings.scaling)
    for *inputs, target in rows:
        weighted = sum(x * number for x, number in zip([*inputs, 1.0], numbers, strict=False))
        output = plain_output(settings.activation, weighted)
        if settings.loss == "squared":
            total += (target - output) ** 2
        else:
            total -= target * math.log(output) if target else 0.0
            total -= (1.0 - target) * math.log(1.0 - output) if target < 1.0 else 0.0
    return total / len(rows)


def surface(settings: Settings = ARTICLE, others: Others = "held", held: tuple[float, ...] = ENDS) -> Surface:
    return Surface(settings, Axis(0, -2.0, 8.0), Axis(1, -2.0, 8.0), held, others)


KINDS: dict[str, Settings] = {
    "article": ARTICLE,
    "linear": replace(ARTICLE, activation="linear"),
    "tanh": replace(ARTICLE, activation="tanh"),
    "relu": replace(ARTICLE, activation="relu"),
    "step": replace(ARTICLE, activation="step"),
    "cross-entropy": replace(ARTICLE, loss="cross-entropy"),
    "scaled": replace(ARTICLE, scaling="0-1"),
    "xor": replace(ARTICLE, data=PRESETS["xor"]),
}
SMOOTH = [kind for kind in KINDS if kind not in ("relu", "step")]


@pytest.mark.parametrize("kind", KINDS)
def test_heights_are_the_exact_error(kind: str) -> None:
    settings = KINDS[kind]
    rows = list(landscape(surface(settings), 5))
    for up, row in enumerate(rows):
        for across, height in enumerate(row):
            numbers = (-2.0 + 2.5 * across, 8.0 - 2.5 * up, ENDS[2])
            assert height == pytest.approx(plain_error(settings, numbers), rel=1e-12)
            assert height == pytest.approx(plain_error(settings, numbers), rel=1e-12)


@pytest.mark.parametrize("kind", KINDS)
def test_the_best_is_never_worse_than_the_held_value_or_any_other(kind: str) -> None:
    settings = KINDS[kind]
    held, best = (list(landscape(surface(settings, others), 5)) for others in HOW)
    draw = random.Random(1)
    for up, row in enumerate(best):
        for across, height in enumerate(row):
            assert height <= held[up][across] * (1 + 1e-12)
            for _ in range(30):
                other = (-2.0 + 2.5 * across, 8.0 - 2.5 * up, draw.uniform(-15.0, 15.0))
                assert height <= plain_error(settings, other) * (1 + 1e-4) + 1e-9


@pytest.mark.slow
@pytest.mark.parametrize("kind", SMOOTH)
def test_what_is_found_is_what_a_fine_comb_finds(kind: str) -> None:
    settings = KINDS[kind]
    found = list(landscape(surface(settings, "best"), 3))
    for up, row in enumerate(found):
        for across, height in enumerate(row):
            comb = min(
                plain_error(settings, (-2.0 + 5.0 * across, 8.0 - 5.0 * up, step / 50)) for step in range(-1_000, 1_001)
            )
            assert height == pytest.approx(comb, rel=2e-3, abs=1e-6)


def test_of_many_other_weights_a_linear_neuron_has_the_best_too() -> None:
    settings = Settings(PRESETS["three"], activation="linear", epochs=3_000)
    assert method_of(surface(settings, "best", (0.0,) * 4)) == "exact"
    # Sums of three numbers: with two weights of 1, the third weight and the bias can be right, too.
    flat = Surface(settings, Axis(0, 0.0, 2.0), Axis(2, 0.0, 2.0), (0.0,) * 4, "best")
    rows = list(landscape(flat, 3))
    assert rows[1][1] == pytest.approx(0.0, abs=1e-20)
    assert min(rows[0][0], rows[0][2], rows[2][0], rows[2][2]) > 0.001


def test_the_bias_can_be_an_axis() -> None:
    turned = Surface(ARTICLE, Axis(2, -4.0, 0.0), Axis(0, 0.0, 8.0), ENDS)
    rows = list(landscape(turned, 3))
    assert rows[2][0] == pytest.approx(plain_error(ARTICLE, (0.0, ENDS[1], -4.0)), rel=1e-12)


def test_the_end_of_training_is_near_the_bottom() -> None:
    run = Run(ARTICLE)
    run.advance(3_000)
    end = (*run.neuron.weights, run.neuron.bias)
    bottom = min(map(min, landscape(Surface(ARTICLE, Axis(0, 4, 6), Axis(1, 4, 6), end, "best"), 21)))
    assert bottom <= plain_error(ARTICLE, end) < bottom * 1.05


def test_how_the_others_are_found_is_told() -> None:
    kinds = ("article", "linear", "tanh", "cross-entropy")
    known = {kind: method_of(surface(KINDS[kind], "best")) for kind in kinds}
    assert known == {
        "article": "search",
        "linear": "exact",
        "tanh": "search",
        "cross-entropy": "exact",
    }
    assert method_of(surface(replace(ARTICLE, bias="off"), "best", ENDS[:2])) == "held"
    assert [can_be_best(Settings(PRESETS[name])) for name in ("article", "three", "celsius")] == [True, False, False]
    assert can_be_best(Settings(PRESETS["three"], activation="linear"))


def test_what_has_no_landscape_is_refused() -> None:
    assert not is_known(Settings(PRESETS["celsius"], bias="off"))
    assert not is_known(replace(ARTICLE, rule=MOMENTUM))
    for bad in (
        surface()._replace(up=Axis(0, 0.0, 1.0)),
        surface()._replace(up=Axis(3, 0.0, 1.0)),
        surface(held=(1.0, 2.0)),
        Surface(Settings(PRESETS["three"]), Axis(0, 0, 1), Axis(1, 0, 1), (0.0,) * 4, "best"),
    ):
        with pytest.raises(ValueError, match=r"parameters"):
            next(landscape(bad, 3))


def test_errors_past_all_floats_are_infinite_and_have_no_line() -> None:
    huge = DataSet("own", (Row((1e200, 0.0), 1e200), Row((0.0, 1e200), -1e200)), (Row((1.0, 1.0), 1.0),), 0)
    settings = Settings(huge, activation="linear")
    rows = list(landscape(Surface(settings, Axis(0, 2, 3), Axis(1, 2, 3), (0.0,) * 3), 3))
    assert {height for row in rows for height in row} == {math.inf}
    assert round_levels(rows) == ()
    assert level_lines(rows, (1.0,))[0].pieces == ()


def test_large_data_has_fewer_points() -> None:
    assert points_for(surface()) == MOST_POINTS
    many = DataSet("own", tuple(Row((x / 10_000, 0.5), 0.1) for x in range(10_000)), ARTICLE.data.test, 1)
    points = points_for(surface(replace(ARTICLE, data=many)))
    assert 5 < points < 15
    assert points % 2 == 1
    assert points_for(surface(ARTICLE, "best")) % 2 == 1


def test_a_path_has_its_own_error_where_the_map_has_another() -> None:
    run = Run(ARTICLE)
    run.advance(1_000)
    moments = []
    for epoch in (0, 10, 1_000):
        moment = run.at(epoch)
        moments.append((epoch, (*moment.neuron.weights, moment.neuron.bias)))
    found = list(path(surface(held=moments[-1][1]), moments))
    assert [point.epoch for point in found] == [0, 10, 1_000]
    for point, (_, numbers) in zip(found, moments, strict=True):
        assert (point.across, point.up) == numbers[:2]
        assert point.own_error == pytest.approx(plain_error(ARTICLE, numbers), rel=1e-12)
        assert point.map_error == pytest.approx(plain_error(ARTICLE, (*numbers[:2], moments[-1][1][2])), rel=1e-12)
    assert [point.differs for point in found] == [True, True, False]
    assert path_point_in_words(found[0]).startswith("Epoch 0: 0.2796, 0.4593; error 0.04638, on the map 0.")
    assert "on the map" not in path_point_in_words(found[2])
    assert path_in_words(found).endswith("differs from the map’s at 2 of 3 moments.")
    # With the best bias at each point, training hardly leaves the map.
    best = list(path(surface(others="best", held=moments[-1][1]), moments))
    assert not any(point.differs for point in best)
    assert path_in_words(best) == ""
    assert all(point.map_error <= point.own_error for point in best)


def test_only_runs_with_the_same_landscape_are_on_it() -> None:
    assert is_on(ARTICLE, replace(ARTICLE, seed=3, learning_rate=1.0, order="shuffled", start="zeros", tolerance=0.1))
    for other in ({"activation": "tanh"}, {"bias": "off"}, {"scaling": "0-1"}, {"loss": "cross-entropy"}):
        assert not is_on(ARTICLE, replace(ARTICLE, **other))  # type: ignore[arg-type]
    assert not is_on(ARTICLE, Settings(PRESETS["sums"]))
    assert not is_on(ARTICLE, replace(ARTICLE, rule=MOMENTUM))


def test_axes_have_room_around_what_they_show() -> None:
    axis = axis_around(2, [0.3, 4.98, math.nan])
    assert axis.position == 2
    assert axis.least < 0.3 - 0.4
    assert axis.most > 4.98 + 0.4
    assert axis_around(0, []).least < axis_around(0, []).most


def test_the_words_say_what_is_held_or_how_it_is_found() -> None:
    begin = (
        "The mean squared error of all 28 training rows, over weight 1 (of First number) and weight 2 "
        "(of Second number). "
    )
    assert surface_in_words(surface()) == f"{begin}Bias is held at −2.5605."
    assert surface_in_words(surface(ARTICLE, "best")).startswith(f"{begin}At each point a good bias is searched for: ")
    assert (
        surface_in_words(surface(KINDS["linear"], "best"))
        == f"{begin}At each point the best bias is worked out exactly."
    )
    three = Surface(Settings(PRESETS["three"]), Axis(0, 0, 1), Axis(3, 0, 1), (1.0, 2.0, 3.0, 0.0))
    assert surface_in_words(three).endswith(
        "Weight 2 (of Second number) and weight 3 (of Third number) are held at 2.0000, 3.0000."
    )
    assert surface_in_words(surface(replace(ARTICLE, bias="off"), held=ENDS[:2])) == begin.strip()
    assert error_called(KINDS["cross-entropy"]) == "mean cross-entropy"
    assert parameter_called(ARTICLE.data, 2) == "bias"
    assert no_landscape_in_words(ARTICLE) == ""
    assert no_landscape_in_words(replace(ARTICLE, rule=MOMENTUM)).startswith("A changed program")
    assert no_landscape_in_words(Settings(PRESETS["celsius"], bias="off")).endswith("one weight only.")
    assert parameters(Settings(PRESETS["celsius"])) == 2


def test_levels_are_round_and_spread_as_errors_do() -> None:
    assert round_levels([[0.00137, 0.5]]) == (0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2)
    assert round_levels([[1.0, 1.1]]) == pytest.approx((1.02, 1.04, 1.06, 1.08))
    assert round_levels([[1e-6, 1e3]]) == tuple(float(f"1e{power}") for power in range(-5, 3))
    assert round_levels([[3.0, 3.0]]) == ()
    assert 4 <= len(round_levels([[0.0, 1e9]])) <= 12


def test_lines_of_a_cone_are_circles() -> None:
    side = 41
    rows = [[math.hypot(x / 40 - 0.5, 0.5 - y / 40) for x in range(side)] for y in range(side)]
    (line,) = level_lines(rows, (0.3,))
    distances = [math.hypot(x - 0.5, y - 0.5) for piece in line.pieces for x, y in piece]
    assert distances == pytest.approx([0.3] * len(distances), abs=1e-3)
    # Closed: every end is the end of two pieces.
    ends = sorted((round(x, 9), round(y, 9)) for piece in line.pieces for x, y in piece)
    assert ends[::2] == ends[1::2]


@pytest.mark.parametrize("corners", [(1.0, 0.0, 1.0, 0.0), (0.0, 1.0, 0.0, 1.0)])
def test_where_opposite_corners_are_high_the_middle_decides(corners: tuple[float, ...]) -> None:
    low_left, low_right, up_right, up_left = corners
    grid = [[up_left, up_right], [low_left, low_right]]
    for level in (0.4, 0.6):
        (line,) = level_lines(grid, (level,))
        assert len(line.pieces) == 2
        # Below the middle's 0.5 the lines cut the low corners off, above it the high ones.
        for piece in line.pieces:
            x, y = (sum(place[i] for place in piece) / 2 for i in (0, 1))
            corner = corners[{(0, 0): 0, (1, 0): 1, (1, 1): 2, (0, 1): 3}[(round(x), round(y))]]
            assert corner == (0.0 if level < 0.5 else 1.0)


@examples(100)
@given(st.lists(st.lists(st.floats(0, 1), min_size=3, max_size=3), min_size=3, max_size=3), st.floats(0.01, 0.99))
def test_a_line_is_inside_and_parts_high_from_low(rows: list[list[float]], level: float) -> None:
    (line,) = level_lines(rows, (level,))
    for piece in line.pieces:
        for x, y in piece:
            assert -1e-9 <= x <= 1 + 1e-9
            assert -1e-9 <= y <= 1 + 1e-9
    values = [value for row in rows for value in row]
    assert bool(line.pieces) == (min(values) <= level < max(values))


@pytest.mark.parametrize("rows", [[], [[1.0, 2.0]], [[1.0], [2.0]], [[1.0, 2.0], [3.0]]])
def test_a_map_needs_a_grid(rows: list[list[float]]) -> None:
    with pytest.raises(ValueError, match="2 x 2 points"):
        level_lines(rows, (0.5,))
