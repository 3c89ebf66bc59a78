"""The rows that are wrong, lifted by the bias: they are right then, and others break."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perceptron.datasets import DataSet, Row
from perceptron.experiment import Run
from perceptron.findings.common_cause import common_cause
from perceptron.findings.explanation import explain
from perceptron.findings.lift import Lift, lift
from perceptron.judging import judge
from perceptron.neuron import Perceptron
from perceptron.presets import PRESETS
from perceptron.settings import Settings
from perceptron.task import Task
from perceptron.words.lift import label_in_words, lift_in_words
from tests.examples import examples
from tests.tasks import task_of
from tests.unit.playing import place, ready, says, settle
from web.page import messages as m
from web.page.update import update

pytestmark = pytest.mark.slow  # left to “make unit” and “make test”


def lifted(neuron: Perceptron, task: Task) -> Lift | None:
    explanations = [explain(neuron, row, task) for row in task.data.test]
    return lift(neuron, task, common_cause(explanations), explanations)


def trained(**changes: object) -> Run:
    run = Run(Settings(**changes))  # type: ignore[arg-type]
    run.advance(10_000)
    return run


def test_the_articles_rows_with_a_sum_of_one_can_be_lifted_and_seventeen_others_break() -> None:
    run = trained()
    moved = lifted(run.neuron, run.task)
    assert moved
    assert (moved.target, moved.way, moved.rows, moved.bias, moved.right) == ("1.0", "low", 4, -2.05, 8)
    assert len(moved.broken) == 17
    assert label_in_words(moved) == "Lift the 1.0 rows"
    assert lift_in_words(moved) == (
        "With the bias at −2.05 instead of −2.5605, all 4 rows with a true sum of 1.0 round to 1.0. But 17 other rows "
        "break; for example, 0.2 + 0.3 now gives 0.6 instead of 0.5. So 8 of 25 are right."
    )


@pytest.mark.parametrize("changes", [{"bias": "off"}, {"activation": "linear"}])
def test_without_a_bias_or_without_wrong_rows_there_is_nothing_to_lift(changes: dict[str, object]) -> None:
    run = trained(**changes)
    assert lifted(run.neuron, run.task) is None


ROWS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.sampled_from([0, 3, 7, 10])), min_size=2, max_size=9)


@examples(150)
@given(ROWS, st.floats(-6, 6), st.floats(-6, 6), st.floats(-4, 4))
def test_what_a_lift_says_is_what_judging_says(
    table_of: list[tuple[int, int, int]], w1: float, w2: float, b: float
) -> None:
    table = tuple([Row((x / 10, y / 10), target / 10) for x, y, target in table_of])
    data = DataSet("own", table, table, 1)
    task, neuron = task_of(data), Perceptron([w1, w2], b)
    moved = lifted(neuron, task)
    if not moved:
        return
    before = judge(neuron, data, task.criterion)
    after = judge(neuron.with_numbers(neuron.weights, moved.bias), data, task.criterion)
    assert all(new.right for old, new in zip(before, after, strict=True) if not old.right)
    assert moved.right == sum(verdict.right for verdict in after)
    assert len(moved.broken) == sum(old.right and not new.right for old, new in zip(before, after, strict=True))
    assert (moved.bias > b) == (moved.way == "low")
    assert "  " not in lift_in_words(moved) and label_in_words(moved)


def test_on_the_page_it_is_one_press_there_and_one_press_back() -> None:
    state, trainer = ready()
    assert says(state)["lift", "hidden"]
    state = settle(update(state, m.TrainPressed()), trainer)
    trained_to = place(state), state.form.settings
    assert (says(state)["lift", "text"], says(state)["lift", "hidden"]) == ("Lift the 1.0 rows", False)
    state = settle(update(state, m.LiftPressed()), trainer)
    page = says(state)
    assert page["score", "text"] == "8 of 25 test sums right"
    assert str(page["lift-text", "text"]).endswith("So 8 of 25 are right.") and not page["lift-place", "hidden"]
    assert page["score-note", "text"] == "Trained weights with another bias"
    assert "<span>Bias moved</span>" in str(page["results-head", "html"])
    assert str(page["hand-text", "text"]).startswith("Trained weights with another bias: 8 of 25 right")
    assert state.hand.best_by_hand == -1
    state = settle(update(state, m.RunBeforePressed()), trainer)
    assert (place(state), state.form.settings) == trained_to
    assert says(state)["lift-place", "hidden"]


def test_the_sentence_goes_when_the_lifted_neuron_learns_or_is_changed() -> None:
    state, trainer = ready()
    state = settle(update(state, m.TrainPressed()), trainer)
    state = settle(update(state, m.LiftPressed()), trainer)
    for message in (m.StepPressed(), m.ParameterTyped("bias", "1")):
        assert says(settle(update(state, message), trainer))["lift-place", "hidden"]


def test_what_follows_a_lift_says_where_its_weights_are_from() -> None:
    state, trainer = ready()
    state = settle(update(state, m.TrainPressed()), trainer)
    state = settle(update(state, m.LiftPressed()), trainer)
    changed = says(settle(update(state, m.ParameterTyped("bias", "1")), trainer))
    assert changed["score-note", "text"] == "As it is set now"
    assert "<span>As set now</span>" in str(changed["results-head", "html"])
    learned = says(settle(update(state, m.StepPressed()), trainer))
    assert str(learned["hand-text", "text"]).startswith("Trained from the other bias.")
    assert "<span>Before training</span>" in str(learned["results-head", "html"])


@pytest.mark.parametrize("name", PRESETS)
def test_it_can_be_said_for_every_preset(name: str) -> None:
    run = Run(Settings(data=PRESETS[name]))
    run.advance(50)
    moved = lifted(run.neuron, run.task)
    assert moved is None or lift_in_words(moved)


def test_a_teachers_lock_of_weights_holds_for_it_too() -> None:
    state, trainer = ready()
    state = settle(update(state, m.TrainPressed()), trainer)
    assert not says(update(state, m.GuideRead((), ("settings",))))["lift", "disabled"]
    locked = update(state, m.GuideRead((), ("weights",)))
    assert says(locked)["lift", "disabled"] and update(locked, m.LiftPressed()) is locked
    assert not says(state)["lift", "disabled"]
