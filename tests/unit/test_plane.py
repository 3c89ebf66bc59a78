"""Which inputs are axes, what is said of a place between them, and where equal answers lie."""

import math
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perceptron.activations import ACTIVATIONS, LINEAR, RELU, STEP
from perceptron.aspects import MAP_STEPS
from perceptron.datasets import ARTICLE, DataSet, Row
from perceptron.experiment import Run
from perceptron.findings.answer import Span
from perceptron.findings.contours import Contour, contours
from perceptron.findings.plane import Plane, height_of, plane_of, reading_at
from perceptron.findings.points import of_its_place, place_of, points_of
from perceptron.findings.spans import held_values, rounded_span, target_span, ticks, trained_span
from perceptron.neuron import Perceptron
from perceptron.presets import PRESETS
from perceptron.settings import Settings
from perceptron.task import Task
from perceptron.words.numbers import evenly, finely, with_minuses
from perceptron.words.plane import drawn_in_words, is_half_way, quantity_in_words, reading_in_words, spread_in_words
from tests.tasks import task_of
from tests.unit.samples import AND, CELSIUS, EVERY_KIND, PETALS, TEN, THREE

weights = st.floats(-20, 20)
FITTING = Perceptron([4.9778, 5.1890], -2.5605)


def big(rows: int) -> DataSet:
    own = tuple(Row((float(i), float(i % 7)), float(i)) for i in range(rows))
    return DataSet("big", own, own, 0)


@given(st.sampled_from(EVERY_KIND), st.integers(-2, 12), st.integers(-2, 12))
def test_whatever_is_asked_for_a_plane_has_axes_of_the_data(data: DataSet, across: int, up: int) -> None:
    plane = plane_of(task_of(data), across, up)
    assert len(plane.held) == data.inputs
    assert len(plane.positions) == min(2, data.inputs) == len(set(plane.positions))
    assert all(0 <= position < data.inputs for position in plane.positions)
    if across != up and {across, up} <= set(range(data.inputs)) and data.inputs > 1:
        assert plane.positions == (across, up)


def test_inputs_are_held_where_one_says_and_else_as_usual() -> None:
    task = task_of(THREE)
    assert plane_of(task).held == held_values(THREE)
    assert plane_of(task, held=(None, None, 0.7)).held == (*held_values(THREE)[:2], 0.7)
    assert plane_of(task, held=(0.7,)).held == held_values(THREE)  # of other data


def corner_sums(neuron: Perceptron, task: Task, place: tuple[float, float], plane: Plane) -> float:
    inputs = list(plane.held)
    assert plane.up
    for axis, share in zip((plane.across, plane.up), place, strict=True):
        inputs[axis.position] = axis.least + (axis.most - axis.least) * share
    return task.answer(neuron, tuple(inputs))


@given(
    st.sampled_from([ARTICLE, AND, PETALS, THREE, TEN]),
    st.sampled_from(["sigmoid", "tanh", "linear", "relu"]),
    st.sampled_from(["none", "0-1"]),
    st.lists(weights, min_size=11, max_size=11),
)
def test_along_a_contour_the_answer_is_its_level(data: DataSet, name: str, scaling: str, numbers: list[float]) -> None:
    task = task_of(data, None, scaling)
    neuron = Perceptron(numbers[: data.inputs], numbers[-1], ACTIVATIONS[name])
    plane = plane_of(task)
    for contour in contours(neuron, task, plane):
        assert contour.level is not None
        middle = tuple((start + end) / 2 for start, end in zip(contour.start, contour.end, strict=True))
        for place in (contour.start, contour.end, middle):
            assert corner_sums(neuron, task, place, plane) == pytest.approx(contour.level, rel=1e-6, abs=1e-6)  # type: ignore[arg-type]


def test_the_thick_line_is_where_the_answer_changes_sides() -> None:
    line = Perceptron([1.0, 1.0], -1.0, LINEAR)
    found = contours(line, task_of(AND), plane_of(task_of(AND)))
    deciding = [contour for contour in found if contour.decides]
    assert deciding == [Contour(0.5, True, (0.5, 1.0), (1.0, 0.5))]
    assert [contour.level for contour in found] == [-0.5, 0.0, 0.5]


def test_a_step_has_one_line_where_it_jumps() -> None:
    neuron = Perceptron([1.0, 1.0], -1.5, STEP)
    assert contours(neuron, task_of(AND), plane_of(task_of(AND))) == (Contour(None, True, (0.5, 1.0), (1.0, 0.5)),)


def test_where_a_relu_answers_0_it_has_no_line() -> None:
    task = task_of(ARTICLE)
    assert contours(Perceptron([-1.0, -1.0], -1.0, RELU), task, plane_of(task)) == ()


@pytest.mark.parametrize("numbers", [[math.inf, 1.0], [1e308, 1e308], [math.nan, 0.0], [0.0, 0.0]])
def test_numbers_that_are_too_large_or_all_the_same_have_no_lines(numbers: list[float]) -> None:
    task = task_of(ARTICLE)
    assert contours(Perceptron(numbers, 0.0, LINEAR), task, plane_of(task)) == ()


def test_few_rows_are_all_drawn_and_many_are_sampled_and_said_to_be() -> None:
    task = task_of(ARTICLE)
    points = points_of(FITTING, task, 300)
    assert (len(points.drawn), drawn_in_words(points)) == (53, "")
    assert [place_of(point, plane_of(task)) for point in points.drawn[:2]] == [(0.5, 0.5), (0.2, 0.8)]
    assert sum(point.right for point in points.drawn if point.is_test) == 21
    many = points_of(FITTING, task_of(big(10_000)), 300)
    assert len(many.drawn) == 300
    assert sum(point.is_test for point in many.drawn) == 150
    assert drawn_in_words(many) == (
        "300 of 10,000 training rows and 10,000 test rows are drawn, evenly chosen; 19,700 are not."
    )


@pytest.mark.parametrize(
    ("data", "neuron", "words"),
    [
        (
            ARTICLE,
            FITTING,
            "0.6 + 0.2 = 0.8. Prediction 0.8121, error −0.0121. It rounds to 0.8: ✓ right.",
        ),
        (AND, Perceptron([1.0, 1.0], -1.0, LINEAR), "A 0.600, B 0.200. Prediction −0.2000. It is nearer to 0."),
        (
            PETALS,
            Perceptron([1.0, 1.0], -1.0, LINEAR),
            "Length 3.1000, Width 0.360. Prediction 2.4600. It is nearer to 1 (virginica).",
        ),
        (
            THREE,
            Perceptron([1.0, 1.0, 1.0], 0.0, LINEAR),
            "0.18 + 0.06 + 0.10 = 0.34. Prediction 0.3400, error 0.0000. It rounds to 0.3: ✓ right.",
        ),
        (
            CELSIUS,
            Perceptron([1.8], 30.0, LINEAR),
            "Celsius 60.0: true value 140.0. Prediction 138.0, error 2.0. "
            "It rounds to 138: ✗ wrong, it should round to 140.",
        ),
        (TEN, Perceptron([0.1] * 10, 0.0, LINEAR), "Input 1 3.60, Input 2 1.20. Prediction 1.880. It rounds to 2."),
    ],
    ids=lambda value: value.name if isinstance(value, DataSet) else "",
)
def test_a_place_is_read_out_with_names_and_as_much_as_is_known(data: DataSet, neuron: Perceptron, words: str) -> None:
    task = task_of(data)
    reading = reading_at(neuron, task, plane_of(task), 24, 8, MAP_STEPS)
    assert reading_in_words(task, reading) == words


def test_a_tolerance_is_read_out_too() -> None:
    task = task_of(ARTICLE, 0.05)
    plane = plane_of(task)
    assert reading_in_words(task, reading_at(FITTING, task, plane, 24, 8, MAP_STEPS)).endswith(
        "It is within 0.05 of 0.8: ✓ right."
    )
    assert reading_in_words(task, reading_at(FITTING, task, plane, 40, 40, MAP_STEPS)).endswith(
        "It is not within 0.05 of 2.0: ✗ wrong."
    )


def test_the_true_value_is_called_by_the_rule() -> None:
    assert quantity_in_words(task_of(ARTICLE), "true value") == "True sum"
    assert quantity_in_words(task_of(PRESETS["differences"]), "true value") == "True difference"


@given(st.lists(st.floats(allow_nan=False), max_size=5))
def test_answers_far_from_all_targets_do_not_flatten_the_curve(answers: list[float]) -> None:
    height = height_of(task_of(CELSIUS), answers)
    span = target_span(CELSIUS)
    assert height.least <= span.least < span.most <= height.most
    assert height.most - height.least < 4 * (span.most - span.least)


def test_the_range_of_training_is_not_rounded() -> None:
    assert trained_span(PRESETS["celsius"], 0) == (-40.0, 80.0)


@given(st.lists(st.floats(allow_nan=False, allow_infinity=False), min_size=1))
def test_ticks_are_few_in_order_and_within_their_span(values: list[float]) -> None:
    span = rounded_span(values)
    marks = ticks(span)
    noise = 1e-9 * max(map(abs, span))
    assert 2 <= len(marks) <= 17
    assert list(marks) == sorted(marks)
    assert span.least - noise <= marks[0] < marks[-1] <= span.most + noise
    assert len(evenly(marks)) == len(marks)
    assert not any("-" in text for text in evenly(marks))


def test_ticks_are_written_alike() -> None:
    assert evenly(ticks(Span(0.0, 1.0))) == ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]
    assert evenly(ticks(Span(-6.0, 6.0))) == ["−6", "−4", "−2", "0", "2", "4", "6"]
    assert evenly((0.0, 1e12)) == ["0", "1e+12"]


def test_errors_are_told_as_finely_as_the_targets_are_wide() -> None:
    assert [finely(task_of(ARTICLE), 0.02981), finely(task_of(CELSIUS), -12.3456)] == ["0.0298", "−12.3"]
    assert finely(task_of(ARTICLE), math.inf) == "too large for a 64-bit float"
    assert finely(task_of(ARTICLE), math.nan) == "no number"


def test_only_signs_become_minus_signs() -> None:
    assert with_minuses("a-1 -2 (-3) 1e-07 x-y -z") == "a-1 −2 (−3) 1e−07 x-y -z"


def test_rows_that_differ_only_in_other_inputs_are_told_apart() -> None:
    task = task_of(PRESETS["three"])
    plane = plane_of(task, 0, 1, ())
    points = points_of(Perceptron([1.0, 1.0, 1.0], 0.0), task, 300)
    told = of_its_place(points, plane)
    places = Counter(place_of(point, plane) for point in points.drawn)
    assert set(places.values()) == {2, 3}  # 27 training rows at nine places, 8 test rows at four
    for place, count in places.items():
        here = [seat for point, seat in zip(points.drawn, told, strict=True) if place_of(point, plane) == place]
        assert here == [(number, count) for number in range(count)]
    assert spread_in_words(told) == "35 rows share a place with others and are drawn around it."


def test_with_two_inputs_every_row_is_drawn_at_its_place() -> None:
    task = task_of(ARTICLE)
    points = points_of(Perceptron([1.0, 1.0], 0.0), task, 300)
    assert set(of_its_place(points, plane_of(task, 0, 1, ()))) == {(0, 1)}
    assert spread_in_words([(0, 1)]) == ""


@pytest.mark.parametrize(
    ("written", "decimals", "half_way"),
    [
        *(("1.250", 1, True), ("1.25", 1, True), ("−0.15", 1, True), ("1.5", 0, True)),
        *(("1.2501", 1, False), ("1.5", 1, False), ("2", 0, False), ("2.5e-07", 1, False)),
    ],
)
def test_a_number_half_way_is_known_by_its_digits(written: str, decimals: int, half_way: bool) -> None:
    assert is_half_way(written, decimals) is half_way


def test_no_sentence_of_the_map_leaves_a_half_way_number_unexplained() -> None:
    run = Run(Settings())
    explained = 0
    for across in range(MAP_STEPS + 1):
        for up in (0, 7, 16):
            reading = reading_at(run.neuron, run.task, plane_of(run.task, 0, 1), across, up, MAP_STEPS)
            said = reading_in_words(run.task, reading)
            truth = said.split(" = ")[1].split(". ")[0]
            if is_half_way(truth, 1):
                explained += 1
                assert "is half-way between two answers. Here it counts as " in said
            else:
                assert "half-way" not in said
            shown = said.split("Prediction ")[1].split(",")[0]
            assert not is_half_way(shown, 1) or is_half_way(f"{reading.answer.prediction:.15f}", 1)
    assert explained
