"""One number over a range: which values, what comes of each, and what is said of them all."""

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perceptron.changed_run import run_of
from perceptron.experiment import Run
from perceptron.findings.sweep import (
    MOST_VALUES,
    SWEPT,
    SweepPoint,
    best_of,
    field_of,
    least_error,
    sweep,
    sweep_values,
)
from perceptron.legs import Leg
from perceptron.presets import PRESETS
from perceptron.scoring import yardsticks
from perceptron.settings import Settings
from perceptron.words.sweep import point_in_words, sweep_in_words
from tests.examples import examples
from tests.unit.programs import MOMENTUM

pytestmark = pytest.mark.slow  # left to “make unit” and “make test”

ARTICLE = Settings()


def test_values_are_evenly_apart_or_equal_multiples() -> None:
    assert sweep_values("tolerance", "0", "0.1", "5", logarithmic=False) == ("0", "0.025", "0.05", "0.075", "0.1")
    assert sweep_values("learning_rate", "0.01", "1", "5", logarithmic=True) == (
        "0.01",
        "0.03162",
        "0.1",
        "0.3162",
        "1",
    )


def test_whole_numbers_are_rounded_and_come_once() -> None:
    assert sweep_values("seed", "1", "5", "13", logarithmic=False) == ("1", "2", "3", "4", "5")
    assert sweep_values("epochs", "1", "1000", "4", logarithmic=True) == ("1", "10", "100", "1000")


@examples(200)
@given(
    st.sampled_from(SWEPT),
    st.floats(0.0001, 100),
    st.floats(0.0001, 100),
    st.integers(2, MOST_VALUES),
    st.booleans(),
)
def test_values_grow_are_allowed_and_keep_the_ends(
    name: str, one: float, other: float, count: int, logarithmic: bool
) -> None:
    field = field_of(name)
    least, most = sorted([math.ceil(one), math.ceil(other)] if field.whole else [one, other])
    if least == most:
        return
    values = sweep_values(name, repr(least), repr(most), str(count), logarithmic)
    numbers = [field.parse(value) for value in values]
    assert numbers == sorted(set(numbers))
    assert (numbers[0], numbers[-1]) == (least, most)
    assert len(values) <= count


@pytest.mark.parametrize(
    ("given_", "why"),
    [
        (("learning_rate", "1", "0.1", "5", True), "“From” must be less than “To”; 1 is not less than 0.1."),
        (("learning_rate", "x", "1", "5", True), "From must be a number from 0.0001 to 100; “x” is not."),
        (("learning_rate", "0.1", "1000", "5", True), "To must be a number from 0.0001 to 100; “1000” is not."),
        (("seed", "1.5", "3", "5", False), "From must be a whole number"),
        (("seed", "0", "3", "5", True), "With equal factors, “From” must be more than 0; 0 is not."),
        (("seed", "1", "3", "51", False), "Values must be a whole number from 2 to 50; “51” is not."),
        (("seed", "1", "3", "1", False), "Values must be a whole number from 2 to 50; “1” is not."),
        (("seed", "", "3", "3", False), "From must be a whole number from 0 to 999,999,999; this is empty."),
    ],
    ids=str,
)
def test_what_is_not_allowed_is_said(given_: tuple[str, str, str, str, bool], why: str) -> None:
    with pytest.raises(ValueError, match=r".") as raised:
        sweep_values(*given_)
    assert str(raised.value).startswith(why)


@pytest.mark.parametrize("name", SWEPT)
@pytest.mark.parametrize(
    "settings",
    [
        Settings(epochs=40),
        Settings(PRESETS["iris"], epochs=40, order="shuffled", legs=(Leg(0.3, 5, 2),)),
        Settings(epochs=15, rule=MOMENTUM),
    ],
    ids=("article", "iris", "momentum"),
)
def test_each_value_is_a_run_of_its_own(name: str, settings: Settings) -> None:
    values = {"seed": ("1", "2", "7"), "epochs": ("1", "8", "20"), "learning_rate": ("0.1", "1", "2.5")}
    for point in sweep(settings, name, values.get(name, ("0.01", "0.2", "1"))):
        changed = replace(settings, **{name: field_of(name).parse(point.value)})  # type: ignore[arg-type]
        run = run_of(changed)
        run.advance(changed.epochs)
        measured = yardsticks(list(run.verdicts()))
        assert (point.right, point.total) == run.verdicts().score
        assert (point.r_squared, point.mean_error) == measured[:2]
        assert (point.epoch, point.stopped) == (changed.epochs, False)


def test_a_sweep_that_is_stopped_keeps_what_is_done() -> None:
    points = sweep(Settings(epochs=10), "seed", ("1", "2", "3"))
    assert next(points).value == "1"
    assert next(points).value == "2"
    points.close()  # type: ignore[attr-defined]


def test_numbers_that_grow_too_large_are_told() -> None:
    settings = Settings(PRESETS["celsius"], epochs=100, activation="linear")
    points = list(sweep(settings, "learning_rate", ("0.0001", "0.1", "1")))
    assert [point.stopped for point in points] == [False, True, True]
    assert "; numbers grew too large in epoch " in point_in_words(points[2], settings.task())
    said = sweep_in_words("learning_rate", points, settings.task())
    assert said.endswith("; with 2 of the values numbers grew too large.")


def point(value: str, right: int, error: float) -> SweepPoint:
    return SweepPoint(value, right, 25, 0.9, error, 100, False)


POINTS = [point("0.01", 18, 0.04), point("0.1", 21, 0.03), point("1", 21, 0.029), point("10", 4, math.nan)]


def test_the_best_values_are_said_as_a_range_or_a_list() -> None:
    task = ARTICLE.task()
    assert point_in_words(POINTS[1], task) == "0.1: 21 of 25 right, mean absolute error 0.0300"
    assert sweep_in_words("learning_rate", POINTS[:3], task) == (
        "The best score, 21 of 25, comes with learning rate 0.1 to 1; the smallest mean absolute error is "
        "0.0290, with 1."
    )
    scattered = [POINTS[1], POINTS[0], POINTS[2]]
    assert " with learning rate 0.1 and 1; " in sweep_in_words("learning_rate", scattered, task)
    assert " with learning rate 0.1; " in sweep_in_words("learning_rate", POINTS[:2], task)
    assert sweep_in_words("seed", [POINTS[1]], task) == "With every value, 21 of 25 test rows are right."
    assert best_of(POINTS) == (POINTS[1], POINTS[2])
    assert least_error(POINTS) == POINTS[2]
    assert least_error(POINTS[3:]) is None
    many = [point(str(place), 21 - place % 2, 0.1 / (place + 1)) for place in range(20)]
    assert " at 10 of 20 values; " in sweep_in_words("seed", many, task)


def test_other_settings_are_no_numbers() -> None:
    with pytest.raises(KeyError):
        field_of("activation")


def test_the_article_has_its_known_scores() -> None:
    rights = [found.right for found in sweep(Settings(epochs=1_000), "epochs", ("1", "10", "100", "1000"))]
    run = Run(ARTICLE)
    run.advance(1_000)
    assert rights == [run.right_at(epoch, run.scorer()) for epoch in (1, 10, 100, 1_000)] == [2, 2, 3, 18]
