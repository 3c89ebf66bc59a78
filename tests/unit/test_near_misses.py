"""Answers that fit well, of which few are right because they must round to their targets exactly."""

import math

from hypothesis import given
from hypothesis import strategies as st

from perceptron.criteria import Rounding, Within, criterion_of
from perceptron.datasets import DataSet, Row
from perceptron.experiment import Run
from perceptron.findings.near_misses import NearMisses, near_misses
from perceptron.settings import Settings
from perceptron.words.near_misses import allowance_in_words, near_misses_in_words
from tests.unit.playing import ready, says, settle
from web.page import messages as m
from web.page.update import update

# Heights in whole numbers that follow no line exactly.
ROWS = tuple(Row((float(x),), float(3 * x + (7 * x) % 5)) for x in range(1, 31))
HEIGHTS = DataSet("heights", ROWS, ROWS, 0, ("x",), "height")


def fitted() -> Run:
    run = Run(Settings(HEIGHTS, activation="linear", scaling="0-1"))
    run.advance(2_000)
    return run


def test_most_answers_are_within_the_tolerance_and_few_were_right() -> None:
    run = fitted()
    verdicts = run.verdicts()
    found = near_misses(run.task, verdicts)
    assert isinstance(criterion_of(HEIGHTS), Rounding)
    assert found is not None
    assert (
        verdicts.score.right
        < 15
        < 24
        <= found.right
        == sum(abs(one.output - one.target) <= found.tolerance for one in verdicts)
    )
    assert found.r_squared > 0.99


def test_an_untrained_neuron_fits_badly_and_a_tolerance_is_not_the_point() -> None:
    run = Run(Settings(HEIGHTS, activation="linear", scaling="0-1"))
    assert near_misses(run.task, run.verdicts()) is None


def test_with_a_tolerance_there_is_nothing_to_point_to() -> None:
    run = Run(Settings(HEIGHTS, activation="linear", scaling="0-1", tolerance=0.001))
    run.advance(2_000)
    assert isinstance(run.task.criterion, Within)
    assert near_misses(run.task, run.verdicts()) is None


def test_the_article_has_enough_right_rows() -> None:
    run = Run(Settings())
    run.advance(10_000)
    assert near_misses(run.task, run.verdicts()) is None


def test_the_words_say_what_the_press_gives() -> None:
    found = NearMisses(0.99996, 2.0, 27, 30)
    assert near_misses_in_words(found).startswith("The answers fit well (R² is 0.999), but few round")
    assert allowance_in_words(found) == "Allow 2 off: 27 of 30 right"


@given(st.floats(1e-9, 1e9))
def test_a_tolerance_has_one_digit_and_covers_the_reach(size: float) -> None:
    rows = tuple(Row((one.inputs[0],), one.target * size) for one in ROWS)
    run = Run(Settings(DataSet("sized", rows, rows, 15, ("x",), "height"), activation="linear", scaling="0-1"))
    run.advance(300)
    found = near_misses(run.task, run.verdicts())
    if found:
        assert len(f"{found.tolerance:.14e}".partition("e")[0].replace(".", "").rstrip("0")) == 1
        assert found.right >= math.ceil(0.8 * found.total)


def test_one_press_sets_the_tolerance_and_costs_no_training() -> None:
    text = "\n".join(f"{row.inputs[0]:g},{row.target:g}" for row in ROWS)
    state, trainer = ready(m.SettingTyped("epochs", "2000"))
    for message in (m.OwnTyped(text), m.UsePressed(), m.ChoiceMade("activation", "linear")):
        state = settle(update(state, message), trainer)
    state = settle(update(state, m.ChoiceMade("scaling", "0-1")), trainer)
    assert says(state)["near", "hidden"] is True
    state = settle(update(state, m.TrainPressed()), trainer)
    said, near = says(state), state.said.summary["near"]
    assert (said["near", "hidden"], said["allow", "text"]) == (False, near["label"])
    after = settle(update(state, m.SettingTyped("tolerance", near["tolerance"])), trainer)
    assert f"{after.said.report['right_count']} of 30 right" in near["label"]
    assert (after.epoch, after.said.report["weights"]) == (state.epoch, state.said.report["weights"])
    assert says(after)["near", "hidden"] is True
