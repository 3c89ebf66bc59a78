"""Why one answer is right or wrong, and what the wrong ones have in common."""

import math
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from perceptron import ARTICLE, LINEAR, SIGMOID, TANH, Activation, DataSet, Perceptron, Row, Run, Settings, judge
from perceptron.scoring import printed
from perceptron.words.common_cause import Explanation, common_cause, explain

numbers = st.floats(-50, 50)
activations = st.sampled_from([SIGMOID, TANH, LINEAR])
AT_ITS_LIMIT = re.compile(r"sum of at (least|most) (\S+); it has (\S+)\.")


def explained(neuron: Perceptron, data: DataSet = ARTICLE) -> list[Explanation]:
    return [explain(neuron, row, data.decimals) for row in data.test]


def one(neuron: Perceptron, inputs: tuple[float, ...], target: float, decimals: int = 1) -> Explanation:
    return explain(neuron, Row(inputs, target), decimals)


def sigmoid_giving(output: float) -> Perceptron:
    """A neuron that gives this output for an input of 0."""
    return Perceptron([1.0], SIGMOID.inverse(output))


def cause(*cases: tuple[float, float]) -> str:
    """The common cause of rows given as pairs of output and target."""
    return common_cause([one(sigmoid_giving(output), (0.0,), target) for output, target in cases])


@pytest.fixture(scope="module")
def trained() -> Perceptron:
    run = Run(Settings())
    run.advance(10_000)
    return run.neuron


@given(st.tuples(numbers, numbers), numbers, activations, st.tuples(numbers, numbers), numbers, st.integers(1, 4))
@example((4.9778, 5.1890), -2.5605, SIGMOID, (0.6, 0.4), 1.0, 1)
@example((0.0, 0.0), 0.95, LINEAR, (0.6, 0.4), 1.0, 1)
@example((0.0, 0.0), 2.944438979166440, SIGMOID, (0.6, 0.4), 1.0, 1)
def test_every_explanation_is_true_of_its_numbers(
    weights: tuple[float, float],
    bias: float,
    activation: Activation,
    inputs: tuple[float, float],
    target: float,
    decimals: int,
) -> None:
    neuron = Perceptron(weights, bias, activation)
    explanation = one(neuron, inputs, target, decimals)
    (verdict,) = judge(neuron, DataSet("one", (Row(inputs, target),), (Row(inputs, target),), decimals))
    assert (explanation.output, explanation.printed, explanation.expected, explanation.right) == (
        verdict.output,
        verdict.printed,
        verdict.expected,
        verdict.right,
    )
    assert explanation.decimals == decimals
    assert explanation.weighted_sum == neuron.weighted_sum(inputs)
    assert 0.0 <= explanation.slope <= explanation.steepest_slope
    assert (explanation.needed_output is None) == explanation.right
    assert len(explanation.sentences) == 4
    assert all(sentence[0].isupper() and sentence.endswith(".") for sentence in explanation.sentences)
    assert ("too low" in explanation.sentences[1]) == (explanation.way == "low")
    assert ("too high" in explanation.sentences[1]) == (explanation.way == "high")
    for limit, needed, has in AT_ITS_LIMIT.findall(explanation.sentences[2]):
        assert float(has) < float(needed) if limit == "least" else float(has) > float(needed)


@given(st.floats(-3, 3), st.floats(-3, 3), activations, st.integers(1, 4))
def test_what_a_wrong_answer_needs_is_the_nearest_output_that_would_do(
    bias: float, target: float, activation: Activation, decimals: int
) -> None:
    explanation = one(Perceptron([0.0], bias, activation), (1.0,), target, decimals)
    if explanation.needed_output is None:
        return
    nearer = math.nextafter(explanation.needed_output, explanation.output)
    assert printed(explanation.needed_output, decimals) == explanation.expected
    assert printed(nearer, decimals) != explanation.expected
    if explanation.needed_sum is None:
        assert not activation.least < explanation.needed_output < activation.most
        assert "which no sum gives" in explanation.sentences[2]
    else:
        assert activation.function(explanation.needed_sum) == pytest.approx(explanation.needed_output, rel=1e-9)


@given(st.floats(-3, 3), st.integers(1, 3))
def test_a_right_answer_moved_by_more_than_it_has_to_spare_is_wrong(output: float, decimals: int) -> None:
    explanation = one(Perceptron([0.0], output, LINEAR), (1.0,), output, decimals)
    found = re.fullmatch(
        r"It can fall by about (\S+) or rise by about (\S+) and still round to \S+\.", explanation.sentences[2]
    )
    assert found
    below, above = map(float, found.groups())
    # The room is told to two digits.
    assert printed(output - 1.06 * below - 1e-12, decimals) != explanation.expected
    assert printed(output + 1.06 * above + 1e-12, decimals) != explanation.expected
    assert printed(output - 0.94 * below, decimals) == explanation.expected
    assert printed(output + 0.94 * above, decimals) == explanation.expected


def test_a_sum_of_one_is_explained_as_the_articles_neuron_misses_it(trained: Perceptron) -> None:
    explanation = explain(trained, Row((0.6, 0.4), 1.0), 1)
    assert explanation.sentences == (
        "Its weighted sum is -2.5605 + 0.6 × 4.9778 + 0.4 × 5.1890 = 2.502.",
        "The sigmoid squashes it to 0.9243, which rounds to 0.9. That is too low: the target is 1.0.",
        "To round to 1.0, the output must be at least 0.95, so the sum must be at least 2.944. It is 2.502.",
        "The sigmoid’s slope is 0.070 here and 0.25 at its steepest, so it learns here only 28 % as fast.",
    )
    assert explanation.needed_sum == pytest.approx(math.log(19))


def test_a_right_answer_is_told_how_much_room_it_has(trained: Perceptron) -> None:
    explanation = explain(trained, Row((0.2, 0.3), 0.5), 1)
    assert explanation.sentences[1:3] == (
        "The sigmoid squashes it to 0.4979, which rounds to 0.5. That is right.",
        "It can fall by about 0.048 or rise by about 0.052 and still round to 0.5.",
    )
    assert explanation.sentences[3].startswith("The sigmoid is about as steep as it can be here")


@pytest.mark.parametrize(
    ("neuron", "target", "number", "sentence"),
    [
        (
            sigmoid_giving(0.7),
            1.3,
            2,
            "To round to 1.3, the output must be at least 1.25, which no sum gives: a sigmoid stays between 0 and 1.",
        ),
        (
            sigmoid_giving(0.7),
            -0.2,
            2,
            "To round to -0.2, the output must be at most -0.15, which no sum gives: a sigmoid stays between 0 and 1.",
        ),
        (
            Perceptron([1.0], 1.0, TANH),
            -0.5,
            2,
            "To round to -0.5, the output must be at most -0.45, so the sum must be at most -0.485. It is 1.000.",
        ),
        (Perceptron([1.0], 1.12, LINEAR), 1.0, 2, "To round to 1.0, the sum must be at most 1.05. It is 1.1200."),
        (
            Perceptron([1.0], 1.12, LINEAR),
            1.0,
            3,
            "A linear neuron’s slope is 1 everywhere, so it learns equally fast everywhere.",
        ),
        (
            sigmoid_giving(0.01),
            0.0,
            2,
            "It can rise by about 0.04 and still round to 0.0. No sigmoid output is too low for that.",
        ),
        (
            sigmoid_giving(0.97),
            1.0,
            2,
            "It can fall by about 0.02 and still round to 1.0. No sigmoid output is too high for that.",
        ),
        (sigmoid_giving(0.999), 0.5, 3, "The sigmoid’s slope is 0.001 here and 0.25 at its steepest, so it "),
        (sigmoid_giving(0.999), 0.5, 3, "so it learns here 250 times more slowly."),
        (Perceptron([1.0], -30.0), 0.5, 3, "so it learns almost nothing here."),
        (
            Perceptron([1.0], 900.0),
            0.5,
            3,
            "In 64-bit floats the output is exactly 1. The sigmoid’s slope is 0 there, so the neuron no longer learns",
        ),
        (Perceptron([1.0], -900.0), 0.5, 3, "In 64-bit floats the output is exactly 0. The"),
        (
            sigmoid_giving(0.9499999),
            1.0,
            1,
            "The sigmoid squashes it to 0.9499999, which rounds to 0.9. That is too low",
        ),
        (
            sigmoid_giving(0.9499999),
            1.0,
            2,
            "the output must be at least 0.9500000, so the sum must be at least 2.944439. It",
        ),
        (Perceptron([-2.0], 1e-9), 0.5, 0, "Its weighted sum is 1e-09 + 0.0 × (-2.0000) = 1e-09."),
    ],
)
def test_other_answers_get_their_own_true_sentences(
    neuron: Perceptron, target: float, number: int, sentence: str
) -> None:
    assert sentence in one(neuron, (0.0,), target).sentences[number]


def test_many_inputs_are_not_told_one_by_one() -> None:
    sentences = one(Perceptron([1.0] * 5, 0.5), (0.1,) * 5, 0.5).sentences
    assert sentences[0] == "Its weighted sum (the bias plus 5 inputs times their weights) is 1.000."


def test_a_sum_that_no_float_holds_is_said_to_be_so() -> None:
    huge = Perceptron([1000.0, 1000.0], 0.0)
    assert one(huge, (1e308, 1e308), 0.5).sentences[0] == "Its weighted sum does not fit in a 64-bit float."
    nothing = one(huge, (1e308, -1e308), 0.5)
    assert nothing.sentences == ("Its weighted sum does not fit in a 64-bit float.", "So there is no answer.")
    assert common_cause([nothing]) == "The only wrong row has a target of 0.5. Its answer is no number."


def test_the_trained_neurons_wrong_rows_all_have_a_sum_of_one(trained: Perceptron) -> None:
    sentence = "All 4 wrong rows have a true sum of 1.0. To round to 1.0, the weighted sum must be about 2.94 or more."
    assert common_cause(explained(trained)) == sentence


def test_the_untrained_neurons_answers_are_too_high_for_small_sums_and_too_low_for_large_ones() -> None:
    assert common_cause(explained(Run(Settings()).neuron)) == (
        "Of the 23 wrong answers, 12 are too high (the true sum is 0.6 or less). "
        "The other 11 are too low (the true sum is 0.8 or more)."
    )


def test_a_neuron_that_adds_has_no_wrong_rows() -> None:
    rows = explained(Perceptron([1.0, 1.0], 0.0, LINEAR))
    assert common_cause(rows) == "All 25 rows are right."
    assert common_cause(rows[:1]) == "The only row is right."


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
            "The sigmoid’s slope is 0 at all wrong rows, so the neuron no longer learns from them.",
        ),
    ],
)
def test_a_saturated_neuron_is_said_to_learn_no_more(start: tuple[float, float, float], sentence: str) -> None:
    assert common_cause(explained(Perceptron(start[:2], start[2]))) == sentence


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
            "Of the 2 wrong answers, 1 is too low (the target is 0.2 or less). "
            "The other 1 is too high (the target is 0.8 or more).",
        ),
        (
            [(0.3, 0.3), (0.9, 0.8), (0.1, 0.2), (0.5, 0.8)],
            "The 3 wrong rows have no one thing in common: 1 answer is too high, 2 too low.",
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
    assert sentence in cause(*cases)


@given(st.lists(st.tuples(st.floats(0.001, 0.999), st.integers(-3, 13).map(lambda n: n / 10)), min_size=1))
@example([(0.998046875, 0.0), (0.998046875, 0.1), (0.001953125, 0.1)])
def test_a_common_cause_is_at_most_three_sentences_that_count_right(cases: list[tuple[float, float]]) -> None:
    rows = [one(sigmoid_giving(output), (0.0,), target) for output, target in cases]
    wrong = [row for row in rows if not row.right]
    text = common_cause(rows)
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
