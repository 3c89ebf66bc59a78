"""The most test rows that any weights and bias get right."""

import math
import random
from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations, product
from operator import mul

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perceptron.activations import ACTIVATIONS
from perceptron.datasets import ARTICLE, DataSet, Row
from perceptron.experiment import Run
from perceptron.findings.bands import Band
from perceptron.findings.ceiling import Ceiling, ceiling
from perceptron.findings.least_squares import least_squares
from perceptron.findings.overlap import most_overlap
from perceptron.findings.right_sums import right_sums
from perceptron.findings.separability import are_separable
from perceptron.judging import Scorer
from perceptron.presets import PRESETS
from perceptron.scoring import score
from perceptron.settings import Settings
from perceptron.words.ceiling import most_in_words
from tests.examples import examples

SQUARE = tuple(product((0.0, 1.0), repeat=2))
TRUTHS = {"and": (0, 0, 0, 1), "or": (0, 1, 1, 1), "nand": (1, 1, 1, 0), "xor": (0, 1, 1, 0)}
SOME = examples(50)


def table(rows: Sequence[tuple[tuple[float, ...], float]], decimals: int = 1) -> DataSet:
    """Rows that are both training and test rows."""
    made = tuple(Row(inputs, float(target)) for inputs, target in rows)
    return DataSet("made", made, made, decimals)


def scored(chosen: Settings, found: Ceiling) -> int:
    """How many test rows the weights and bias that it names get right."""
    scorer = Scorer(chosen.data, ACTIVATIONS[chosen.activation], chosen.criterion(), chosen.fitted_scaling())
    return scorer.right(found.weights, found.bias)


def known(chosen: Settings) -> Ceiling:
    found = ceiling(chosen)
    assert found is not None
    assert scored(chosen, found) == found.most
    return found


@pytest.mark.parametrize(
    ("options", "most"),
    [
        ({}, 21),
        ({"activation": "linear"}, 25),
        ({"activation": "relu"}, 25),
        ({"activation": "linear", "bias": "off"}, 25),
        ({"activation": "linear", "scaling": "0-1"}, 25),
        ({"activation": "tanh"}, 18),
        ({"activation": "step"}, 4),
        ({"bias": "off"}, 8),
        ({"scaling": "0-1"}, 23),
        ({"tolerance": 0.05}, 21),
        ({"tolerance": 0.2}, 25),
    ],
)
def test_the_ceiling_of_the_articles_data(options: dict[str, object], most: int) -> None:
    found = known(Settings(**options))  # type: ignore[arg-type]
    assert (found.most, found.total) == (most, 25)


@pytest.mark.parametrize(
    ("name", "activation", "most", "total"),
    [
        ("sums", "sigmoid", 12, 25),
        ("sums", "linear", 25, 25),
        ("differences", "linear", 25, 25),
        ("averages", "sigmoid", 25, 25),
        ("products", "linear", 9, 25),
        ("celsius", "linear", 8, 8),
        ("celsius", "relu", 7, 8),
        ("iris", "sigmoid", 19, 20),
    ],
)
def test_the_ceiling_of_the_pages_other_data(name: str, activation: str, most: int, total: int) -> None:
    found = known(Settings(data=PRESETS[name], activation=activation))
    assert (found.most, found.total) == (most, total)


def test_the_loss_and_the_start_do_not_matter() -> None:
    assert ceiling(Settings(loss="cross-entropy", start="zeros", seed=3)) == ceiling(Settings())


def test_a_neuron_with_the_named_weights_is_as_good_as_the_ceiling_from_its_start_on() -> None:
    found = known(Settings(scaling="0-1"))
    run = Run(Settings(scaling="0-1", start=(*found.weights, found.bias)))
    assert score(run.before) == (found.most, found.total)


def test_the_named_numbers_are_short() -> None:
    assert known(Settings(activation="linear")) == (25, 25, (1.0, 1.0), 0.0)
    assert known(Settings(data=table(list(zip(SQUARE, TRUTHS["and"], strict=True)), 0))) == (4, 4, (1.0, 1.0), -1.5)


@pytest.mark.parametrize("activation", ["sigmoid", "tanh", "linear", "relu", "step"])
@pytest.mark.parametrize(("name", "most"), [("and", 4), ("or", 4), ("nand", 4), ("xor", 3)])
def test_every_neuron_can_learn_and_or_nand_but_not_xor(activation: str, name: str, most: int) -> None:
    data = table(list(zip(SQUARE, TRUTHS[name], strict=True)), 0)
    assert known(Settings(data=data, activation=activation)).most == most


def test_no_training_gets_above_the_ceiling() -> None:
    for activation, scaling, bias in product(["sigmoid", "tanh", "linear"], ["none", "0-1"], ["on", "off"]):
        chosen = Settings(activation=activation, scaling=scaling, bias=bias, learning_rate=0.5)
        run, found = Run(chosen), ceiling(chosen)
        if found is None:  # Only for one of them, where bands touch.
            assert (activation, scaling, bias) == ("linear", "0-1", "off")
            continue
        for _ in range(5):
            run.advance(100)
            assert score(run.verdicts()).right <= found.most


def test_large_numbers_do_not_matter() -> None:
    celsius = [((10.0 * degrees,), 32.0 + 18.0 * degrees) for degrees in range(-4, 11)]
    assert known(Settings(data=table(celsius), activation="linear")).most == 15
    assert known(Settings(data=table(celsius), activation="linear", scaling="0-1")).most == 15
    assert known(Settings(data=table(celsius), activation="linear", bias="off")).most == 1
    prices = [
        ((area, rooms), 50_000.0 + 1_500.0 * area + 20_000.0 * rooms)
        for area in (40.0, 75.0, 120.0)
        for rooms in (1.0, 3.0)
    ]
    assert known(Settings(data=table(prices), activation="linear", tolerance=500.0)).most == 6


def test_rows_without_any_inputs_but_0_need_only_the_bias() -> None:
    data = table([((0.0,), 1.0), ((0.0,), 0.0), ((0.0,), 1.0)], 0)
    assert known(Settings(data=data)).most == 2
    assert known(Settings(data=data, bias="off", activation="linear")).most == 1
    assert known(Settings(data=data, bias="off", activation="step")).most == 2


def test_equal_rows_count_as_often_as_they_are_there() -> None:
    data = table([((1.0,), 1.0)] * 3 + [((1.0,), 0.0)] * 5 + [((2.0,), 1.0)], 0)
    assert known(Settings(data=data)).most == 6


@pytest.mark.slow
def test_a_hundred_different_rows_are_few_enough() -> None:
    draw = random.Random(7)
    rows = [((draw.random(), draw.random()), draw.choice([0.1, 0.4, 0.7])) for _ in range(100)]
    assert known(Settings(data=table(rows), activation="tanh")).total == 100


@pytest.mark.parametrize(
    "options",
    [
        {"data": table([((0.1, 0.2, 0.3), 0.6), ((0.2, 0.2, 0.3), 1.7)])},
        {"activation": "linear", "tolerance": 0.0},
        {
            "data": table([((math.sin(i), math.cos(2.0 * i)), round(math.sin(3.0 * i), 1)) for i in range(200)]),
            "activation": "linear",
        },
    ],
    ids=["three inputs and not all right", "nothing but the exact target", "200 different rows"],
)
def test_it_says_when_it_does_not_know(options: dict[str, object]) -> None:
    assert ceiling(Settings(**options)) is None  # type: ignore[arg-type]


def test_three_inputs_are_known_where_least_squares_get_all_right() -> None:
    assert known(Settings(data=PRESETS["three"], activation="linear")) == Ceiling(8, 8, (1.0, 1.0, 1.0), 0.0)
    assert ceiling(Settings(data=PRESETS["three"])) is None  # its sums are up to 3, which no sigmoid says
    likely = table([(tuple(map(float, bits)), float(sum(bits) > 1)) for bits in product((0, 1), repeat=3)])
    assert known(Settings(data=likely)).most == 8


@SOME
@given(
    st.lists(st.tuples(*[st.integers(-9, 9)] * 4), min_size=1, max_size=12),
    st.tuples(*[st.integers(-4, 4)] * 4),
    st.sampled_from(["none", "0-1"]),
)
def test_a_linear_neuron_gets_all_right_that_lies_on_a_plane(
    inputs: list[tuple[int, ...]], plane: tuple[int, ...], scaling: str
) -> None:
    rows = [(tuple(map(float, row)), float(sum(map(mul, row, plane)) + 7)) for row in inputs]
    chosen = Settings(data=table(rows, 0), activation="linear", scaling=scaling)
    assert known(chosen).most == len(rows)


@SOME
@given(st.lists(st.tuples(*[st.integers(-9, 9)] * 4), min_size=1, max_size=12))
def test_least_squares_leave_errors_at_right_angles_to_every_column(table: list[tuple[int, ...]]) -> None:
    """Which is what makes their squares smallest."""
    rows, goals = [[number / 9 for number in row[:3]] for row in table], [row[3] / 9 for row in table]
    weights = least_squares(rows, goals)
    errors = [goal - sum(map(mul, weights, row)) for row, goal in zip(rows, goals, strict=True)]
    for column in zip(*rows, strict=True):
        assert sum(map(mul, errors, column)) == pytest.approx(0.0, abs=1e-9)


def test_what_only_the_last_bits_of_floats_decide_is_not_known() -> None:
    """Sums of 0.5, 1.5 and 2.5 lie between two whole numbers each, and only floats tell to which they round."""
    data = table([((0.0,), 0.0), ((1.0,), 2.0), ((2.0,), 2.0), ((3.0,), 4.0)], 0)
    assert ceiling(Settings(data=data, activation="linear")) is None


def exact_most(bands: list[Band]) -> int:
    """The most by brute force, in fractions: every place where three sides, or planes through 0, meet."""
    axes = [((1, 0, 0), 0), ((0, 1, 0), 0), ((0, 0, 1), 0)]
    sides = {(band.point, side) for band in bands for side in (band.low, band.high) if math.isfinite(side)}
    planes = [([Fraction(x) for x in point], Fraction(total)) for point, total in [*axes, *sides]]
    most = 0
    for (a, s), (b, t), (c, u) in combinations(planes, 3):
        determinant = _determinant(a, b, c)
        if determinant:
            place = [
                _determinant(*(_with(row, k, total) for row, total in ((a, s), (b, t), (c, u)))) / determinant
                for k in range(3)
            ]
            sums = (sum(Fraction(x) * y for x, y in zip(band.point, place, strict=True)) for band in bands)
            most = max(
                most, sum(band.rows for band, total in zip(bands, sums, strict=True) if band.low <= total <= band.high)
            )
    return most


def _determinant(a: list[Fraction], b: list[Fraction], c: list[Fraction]) -> Fraction:
    return a[0] * (b[1] * c[2] - b[2] * c[1]) - a[1] * (b[0] * c[2] - b[2] * c[0]) + a[2] * (b[0] * c[1] - b[1] * c[0])


def _with(row: list[Fraction], position: int, number: Fraction) -> list[Fraction]:
    return [*row[:position], number, *row[position + 1 :]]


# Floats hold eighths as they are, so that rows on one line are so in fractions, too.
eighths = st.integers(-8, 8).map(lambda eighth: eighth / 8.0)
lows = st.integers(-8, 8).map(float) | st.just(-math.inf)
widths = st.sampled_from([0.7, 1.3, math.inf])


def band(x1: float, x2: float, one: float, low: float, width: float, rows: int) -> Band:
    """A band with at least one side."""
    if math.isinf(low):
        return Band((x1, x2, one), low, width if math.isfinite(width) else 0.5, rows)
    return Band((x1, x2, one), low, low + width, rows)


def band_lists(one: float) -> st.SearchStrategy[list[Band]]:
    points = st.tuples(eighths, eighths).filter(lambda point: any(point) or one)
    bands = st.builds(
        lambda x, low, width, rows: band(x[0], x[1], one, low, width, rows), points, lows, widths, st.integers(1, 2)
    )
    return st.lists(bands, max_size=5)


@SOME
@given(band_lists(1.0) | band_lists(0.0))
def test_it_is_the_most_that_brute_force_finds(bands: list[Band]) -> None:
    found = most_overlap(bands)
    if found is not None:
        assert found.rows == exact_most(bands)
        sums = [sum(x * y for x, y in zip(band.point, found.place, strict=True)) for band in bands]
        assert found.rows == sum(
            band.rows for band, total in zip(bands, sums, strict=True) if band.low <= total <= band.high
        )


@pytest.mark.slow
def test_with_numbers_that_hardly_ever_touch_it_is_always_known() -> None:
    draw = random.Random(1)
    for _ in range(25):
        bands = [
            band(draw.random(), draw.random(), 1.0, draw.choice([draw.gauss(0, 1), -math.inf]), draw.random(), 1)
            for _ in range(6)
        ]
        found = most_overlap(bands)
        assert found is not None
        assert found.rows == exact_most(bands)


@pytest.mark.parametrize(
    ("activation", "classes", "bias"),
    [
        ("sigmoid", (0.0, 1.0), "on"),
        ("sigmoid", (0.0, 1.0), "off"),
        ("step", (0.0, 1.0), "on"),
        ("step", (0.0, 1.0), "off"),
        ("tanh", (-1.0, 1.0), "on"),
        ("tanh", (-1.0, 1.0), "off"),
        ("linear", (0.0, 90_000.0), "on"),
    ],
)
def test_of_two_classes_it_is_the_largest_part_that_a_line_separates(
    activation: str, classes: tuple[float, float], bias: str
) -> None:
    draw = random.Random(5)
    for _ in range(4):
        rows = [((float(draw.randint(1, 4)), float(draw.randint(-4, 4))), draw.choice(classes)) for _ in range(7)]
        rows.append(((2.0, 2.0), min(classes) if rows[0][1] == max(classes) else max(classes)))
        data = table(rows, 0)
        assert known(Settings(data=data, activation=activation, bias=bias)).most == largest_part(data, bias == "on")


def largest_part(data: DataSet, has_bias: bool) -> int:
    """By trying all parts. Their first inputs are positive, so rows of one class only are on one side in any case."""
    for size in range(len(data.test), 0, -1):
        for part in combinations(data.test, size):
            if len({row.target for row in part}) == 1:
                return size
            if len({row.target for row in part}) == 2 and are_separable(part, has_bias):
                return size
    return 0


@SOME
@given(st.permutations(list(ARTICLE.test)[:12]))
def test_the_order_of_the_rows_does_not_matter(rows: list[Row]) -> None:
    data = DataSet("mixed", ARTICLE.training, tuple(rows), 1)
    in_order = DataSet("in order", ARTICLE.training, ARTICLE.test[:12], 1)
    assert known(Settings(data=data)).most == known(Settings(data=in_order)).most


@SOME
@given(
    st.lists(st.tuples(st.tuples(eighths, eighths), eighths), min_size=1, max_size=8),
    st.sampled_from(sorted(ACTIVATIONS)),
)
def test_the_named_numbers_get_so_many_right(rows: list[tuple[tuple[float, ...], float]], activation: str) -> None:
    chosen = Settings(data=table(rows), activation=activation, tolerance=0.13)
    found = ceiling(chosen)
    assert found is None or scored(chosen, found) == found.most


@SOME
@given(
    st.sampled_from(["sigmoid", "tanh", "linear", "relu", "step"]),
    st.floats(-2.0, 2.0),
    st.floats(0.0, 1.0),
    st.floats(-60.0, 60.0),
)
def test_right_sums_are_those_with_a_right_answer(activation: str, least: float, width: float, total: float) -> None:
    function = ACTIVATIONS[activation].function
    sums = right_sums(function, least, least + width)
    right = least <= function(total) <= least + width
    assert right == (sums is not None and sums.least <= total <= sums.most)
    for edge in [side for side in sums or () if math.isfinite(side)]:
        assert least <= function(edge) <= least + width
        outer = math.nextafter(edge, -math.inf if sums and edge == sums.least else math.inf)
        if sums and sums.least < sums.most:
            assert not least <= function(outer) <= least + width


def test_the_ceiling_in_words() -> None:
    assert most_in_words(ceiling(Settings()), Settings()) == "The most a sigmoid neuron can get: 21"
    linear = Settings(activation="linear", bias="off")
    assert most_in_words(ceiling(linear), linear) == "A linear neuron without a bias can get all 25 right"
    three = Settings(data=table([((0.1, 0.2, 0.3), 0.6), ((0.2, 0.2, 0.3), 1.7)]))
    assert most_in_words(ceiling(three), three) == ""
    alone = Settings(data=table([((1.0,), 5.0)]), activation="relu")
    assert most_in_words(ceiling(alone), alone) == "A ReLU neuron can get it right"
    beyond = Settings(data=table([((1.0,), 5.0), ((2.0,), 7.0), ((2.0,), 8.0)]))
    assert most_in_words(ceiling(beyond), beyond) == "The most a sigmoid neuron can get: 0"
