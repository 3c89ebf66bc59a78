"""What the wrong answers have in common."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from perceptron.activations import LINEAR, SIGMOID
from perceptron.criteria import Rounding
from perceptron.datasets import ARTICLE, DataSet, Row
from perceptron.experiment import Run
from perceptron.findings.common_cause import OneEnd, OneTarget, OneWay, Side, TwoSides, common_cause
from perceptron.findings.explanation import Explanation, explain
from perceptron.neuron import Perceptron
from perceptron.scaling import Scaling
from perceptron.settings import Settings
from perceptron.task import Task
from perceptron.words.common_cause import cause_in_words
from tests.tasks import task_of

# Answers that are right when they round to their targets at one decimal.
ROUNDED = Task(DataSet("one", (Row((0.0,), 0.5),), (Row((0.0,), 0.5),), 1), Rounding(1), Scaling())


def explained(neuron: Perceptron) -> list[Explanation]:
    return [explain(neuron, row, task_of(ARTICLE)) for row in ARTICLE.test]


def giving(output: float, target: float) -> Explanation:
    """A row with this output and this target."""
    return explain(Perceptron([1.0], SIGMOID.inverse(output)), Row((0.0,), target), ROUNDED)


def told(explanations: list[Explanation]) -> str:
    return cause_in_words(common_cause(explanations))


@pytest.fixture(scope="module")
def trained() -> Perceptron:
    run = Run(Settings())
    run.advance(10_000)
    return run.neuron


def test_what_is_shared_is_found_as_a_fact(trained: Perceptron) -> None:
    found = common_cause(explained(trained))
    assert (found.rows, found.wrong, found.ways) == (25, 4, {"low": 4})
    assert isinstance(found.shared, OneTarget)
    assert (found.shared.target, found.shared.out_of_reach, found.shared.way) == ("1.0", "near", "low")
    assert found.shared.needed_sum == pytest.approx(SIGMOID.inverse(0.95))
    assert common_cause([giving(0.2, 0.2), giving(0.3, 0.6), giving(0.3, 0.8)]).shared == OneEnd("0.6", or_more=True)
    assert common_cause([giving(0.3, 0.3), giving(0.1, 0.2), giving(0.3, 0.8)]).shared == OneWay("low")
    sides = common_cause([giving(0.3, 0.3), giving(0.9, 0.8), giving(0.1, 0.2)]).shared
    assert sides == TwoSides(Side("low", 1, "0.2", False), Side("high", 1, "0.8", False))
    unlike = common_cause([giving(0.3, 0.3), giving(0.9, 0.8), giving(0.1, 0.2), giving(0.5, 0.8)])
    assert (unlike.shared, unlike.ways, unlike.learning) == (None, {"high": 1, "low": 2}, "")


def test_an_answer_that_is_no_number_is_said_to_be_none() -> None:
    nothing = explain(Perceptron([1000.0, 1000.0], 0.0), Row((1e308, -1e308), 0.5), ROUNDED)
    assert told([nothing]) == "The only wrong row has a target of 0.5. Its answer is no number."


def test_the_trained_neurons_wrong_rows_all_have_a_sum_of_one(trained: Perceptron) -> None:
    sentence = "All 4 wrong rows have a true sum of 1.0. To round to 1.0, the weighted sum must be about 2.94 or more."
    assert told(explained(trained)) == sentence


def test_the_untrained_neurons_answers_are_too_high_for_small_sums_and_too_low_for_large_ones() -> None:
    assert told(explained(Run(Settings()).neuron)) == (
        "Of the 23 wrong answers, 12 are too high (the true sum is 0.6 or less). "
        "The other 11 are too low (the true sum is 0.8 or more)."
    )


def test_a_neuron_that_adds_has_no_wrong_rows() -> None:
    rows = explained(Perceptron([1.0, 1.0], 0.0, LINEAR))
    assert told(rows) == "All 25 rows are right."
    assert told(rows[:1]) == "The only row is right."


@pytest.mark.parametrize(
    ("start", "sentence"),
    [
        (
            (10.0, 10.0, 10.0),
            "The 21 wrong rows are those with a true sum of 0.9 or less. Their answers are too high. "
            "The sigmoid’s slope at all wrong rows is less than a hundredth of its steepest, "
            "so the neuron hardly learns from them.",
        ),
        (
            (-1000.0, -1000.0, -1000.0),
            "All 25 wrong answers are too low. "
            "The sigmoid’s slope is 0 at all wrong rows, so the neuron does not learn from them.",
        ),
    ],
)
def test_a_saturated_neuron_is_said_to_learn_no_more(start: tuple[float, float, float], sentence: str) -> None:
    assert told(explained(Perceptron(start[:2], start[2]))) == sentence


@pytest.mark.parametrize(
    ("cases", "sentence"),
    [
        (
            [(0.9, 1.0)],
            "The only wrong row has a target of 1.0. To round to 1.0, the weighted sum must be about 2.94 or more.",
        ),
        (
            [(0.1, 0.0), (0.5, 0.5)],
            "The only wrong row has a target of 0.0. To round to 0.0, the weighted sum must be about -2.94 or less.",
        ),
        (
            [(0.9, 1.3), (0.8, 1.3)],
            "Both wrong rows have a target of 1.3. A sigmoid’s answer is always between 0 and 1.",
        ),
        ([(0.9, 0.5)], "The only wrong row has a target of 0.5. Its answer is too high."),
        (
            [(0.9, 0.5), (0.2, 0.5), (0.3, 0.5)],
            "All 3 wrong rows have a target of 0.5. 1 answer is too high, 2 too low.",
        ),
        (
            [(0.2, 0.2), (0.3, 0.6), (0.3, 0.8)],
            "The 2 wrong rows are those with a target of 0.6 or more. Their answers are too low.",
        ),
        (
            [(0.8, 0.8), (0.9, 0.6), (0.3, 0.4)],
            "The 2 wrong rows are those with a target of 0.6 or less. 1 answer is too high, 1 too low.",
        ),
        ([(0.3, 0.3), (0.1, 0.2), (0.3, 0.8)], "Both wrong answers are too low."),
        (
            [(0.3, 0.3), (0.9, 0.8), (0.1, 0.2)],
            "Of the 2 wrong answers, 1 is too low (the target is 0.2). The other is too high (the target is 0.8).",
        ),
        (
            [(0.3, 0.3), (0.9, 0.8), (0.1, 0.2), (0.5, 0.8)],
            "There is no clear pattern in the 3 wrong rows: 1 answer is too high, 2 too low.",
        ),
        (
            [(0.999, 0.5)],
            ". Its answer is too high. The sigmoid’s slope at this row is less than a hundredth of its steepest, "
            "so the neuron hardly learns from it.",
        ),
        (
            [(0.998, 0.0), (0.998, 0.1), (0.002, 0.1)],
            "The sigmoid’s slope at all 3 wrong rows is less than a hundredth of its steepest, "
            "so the neuron hardly learns from them.",
        ),
        (
            [(0.998, 0.2), (0.3, 0.3), (0.002, 0.1), (0.5, 0.5), (0.999, 0.1), (0.1, 0.1)],
            "The sigmoid’s slope at all 3 wrong rows is less than a hundredth of its steepest, ",
        ),
    ],
)
def test_what_wrong_rows_have_in_common_is_found(cases: list[tuple[float, float]], sentence: str) -> None:
    assert sentence in told([giving(*case) for case in cases])


@given(st.lists(st.tuples(st.floats(0.001, 0.999), st.integers(-3, 13).map(lambda n: n / 10)), min_size=1))
@example([(0.998046875, 0.0), (0.998046875, 0.1), (0.001953125, 0.1)])
def test_a_common_cause_is_at_most_three_sentences_that_count_right(cases: list[tuple[float, float]]) -> None:
    rows = [giving(*case) for case in cases]
    wrong = [row for row in rows if not row.right]
    text = told(rows)
    assert text.endswith(".")
    assert text.count(". ") <= 2
    if len(wrong) > 2:
        assert re.search(rf"\b{len(wrong)} wrong (rows|answers)\b", text)
    for way in ("high", "low"):
        counted = re.search(rf"\b(\d+)(?: answers?)?(?: is| are)? too {way}", text)
        if counted:
            assert int(counted[1]) == sum(row.way == way for row in wrong)
    if text.startswith(("All", "Both")) and "wrong answers are too" in text:
        assert len({row.way for row in wrong}) == 1
