"""Why one answer is right or wrong."""

import math
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from perceptron.activations import ACTIVATIONS, LINEAR, SIGMOID, TANH, Activation
from perceptron.criteria import Rounding
from perceptron.datasets import ARTICLE, DataSet, Row
from perceptron.experiment import Run
from perceptron.findings.explanation import Explanation, explain
from perceptron.judging import judge
from perceptron.losses import EVEN_SIGMOID
from perceptron.neuron import Perceptron
from perceptron.scaling import Scaling
from perceptron.scoring import printed
from perceptron.settings import Settings
from perceptron.task import Task
from perceptron.words.explanation import explanation_in_words
from tests.tasks import task_of

numbers = st.floats(-50, 50)
activations = st.sampled_from([SIGMOID, TANH, LINEAR])
AT_ITS_LIMIT = re.compile(r"sum must be (at least|at most) (\S+)\. It is (\S+)\.")


def one(neuron: Perceptron, inputs: tuple[float, ...], target: float, decimals: int = 1) -> Explanation:
    row = Row(inputs, target)
    return explain(neuron, row, Task(DataSet("one", (row,), (row,), decimals), Rounding(decimals), Scaling()))


def sigmoid_giving(output: float) -> Perceptron:
    """A neuron that gives this output for an input of 0."""
    return Perceptron([1.0], SIGMOID.inverse(output))


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
    (verdict,) = judge(neuron, *explanation.task)
    assert (explanation.output, explanation.printed, explanation.expected, explanation.right) == (
        verdict.output,
        verdict.printed,
        verdict.expected,
        verdict.printed == verdict.expected,
    )
    assert explanation.weighted_sum == neuron.weighted_sum(inputs)
    assert 0.0 <= explanation.steepness <= 1.0
    assert (explanation.needed_answer is None) == explanation.right
    sentences = explanation_in_words(explanation)
    assert len(sentences) == 4
    assert all(sentence[0].isupper() and sentence.endswith(".") for sentence in sentences)
    assert ("too low" in sentences[1]) == (explanation.way == "low")
    assert ("too high" in sentences[1]) == (explanation.way == "high")
    for limit, needed, has in AT_ITS_LIMIT.findall(sentences[2]):
        assert float(has) < float(needed) if limit == "at least" else float(has) > float(needed)


@given(st.floats(-3, 3), st.floats(-3, 3), activations, st.integers(1, 4))
def test_what_a_wrong_answer_needs_is_the_nearest_output_that_would_do(
    bias: float, target: float, activation: Activation, decimals: int
) -> None:
    explanation = one(Perceptron([0.0], bias, activation), (1.0,), target, decimals)
    if explanation.needed_answer is None:
        return
    nearer = math.nextafter(explanation.needed_answer, explanation.output)
    assert printed(explanation.needed_answer, decimals) == explanation.expected
    assert printed(nearer, decimals) != explanation.expected
    if explanation.needed_sum is None:
        assert not activation.least < explanation.needed_answer < activation.most
        assert "which no weighted sum gives" in explanation_in_words(explanation)[2]
    else:
        assert activation.function(explanation.needed_sum) == pytest.approx(explanation.needed_answer, rel=1e-9)


@given(st.floats(-3, 3), activations, st.integers(1, 3))
def test_a_right_answer_can_move_so_far_and_no_further(total: float, activation: Activation, decimals: int) -> None:
    output = activation.function(total)
    explanation = one(Perceptron([0.0], total, activation), (1.0,), output, decimals)
    for room, sign, end in ((explanation.can_fall, -1, activation.least), (explanation.can_rise, 1, activation.most)):
        if room is None:
            assert printed(end, decimals) == explanation.expected
        else:
            assert printed(output + sign * 0.99 * room, decimals) == explanation.expected
            assert printed(output + sign * (1.01 * room + 1e-12), decimals) != explanation.expected


def test_a_wrong_answer_has_no_room_to_move() -> None:
    explanation = one(sigmoid_giving(0.7), (0.0,), 0.5)
    assert (explanation.can_fall, explanation.can_rise) == (None, None)


def test_a_sum_of_one_is_explained_as_the_articles_neuron_misses_it(trained: Perceptron) -> None:
    explanation = explain(trained, Row((0.6, 0.4), 1.0), task_of(ARTICLE))
    assert explanation_in_words(explanation) == (
        "Its weighted sum is -2.5605 + 0.6 × 4.9778 + 0.4 × 5.1890 = 2.502.",
        "The sigmoid squashes it to 0.9243, which rounds to 0.9. That is too low: the target is 1.0.",
        "To round to 1.0, the output must be at least 0.95, so the weighted sum must be at least 2.944. It is 2.502.",
        "The sigmoid’s slope is 0.070 here and 0.25 at its steepest, so it learns here only 28 % as fast.",
    )
    assert explanation.needed_sum == pytest.approx(math.log(19))


def test_a_right_answer_is_told_how_much_room_it_has(trained: Perceptron) -> None:
    explanation = explain(trained, Row((0.2, 0.3), 0.5), task_of(ARTICLE))
    sentences = explanation_in_words(explanation)
    assert sentences[1:3] == (
        "The sigmoid squashes it to 0.4979, which rounds to 0.5. That is right.",
        "It can fall by about 0.048 or rise by about 0.052 and still round to 0.5.",
    )
    assert sentences[3].startswith("The sigmoid is about as steep as it can be here")


@pytest.mark.parametrize(
    ("neuron", "target", "number", "sentence"),
    [
        (
            sigmoid_giving(0.7),
            1.3,
            2,
            "To round to 1.3, the output must be at least 1.25, which no weighted sum gives: a sigmoid "
            "stays between 0 and 1.",
        ),
        (
            sigmoid_giving(0.7),
            -0.2,
            2,
            "To round to -0.2, the output must be at most -0.15, which no weighted sum gives: a sigmoid "
            "stays between 0 and 1.",
        ),
        (
            Perceptron([1.0], 1.0, TANH),
            -0.5,
            2,
            "To round to -0.5, the output must be at most -0.45, so the weighted sum must be at most "
            "-0.485. It is 1.000.",
        ),
        (
            Perceptron([1.0], 1.12, LINEAR),
            1.0,
            2,
            "To round to 1.0, the weighted sum must be at most 1.05. It is 1.1200.",
        ),
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
            "the output must be at least 0.9500000, so the weighted sum must be at least 2.944439. It",
        ),
        (Perceptron([-2.0], 1e-9), 0.5, 0, "Its weighted sum is 1e-09 + 0.0 × (-2.0000) = 1e-09."),
    ],
)
def test_other_answers_get_their_own_true_sentences(
    neuron: Perceptron, target: float, number: int, sentence: str
) -> None:
    assert sentence in explanation_in_words(one(neuron, (0.0,), target))[number]


def test_many_inputs_are_not_told_one_by_one() -> None:
    sentences = explanation_in_words(one(Perceptron([1.0] * 5, 0.5), (0.1,) * 5, 0.5))
    assert sentences[0] == "Its weighted sum (the bias plus 5 inputs times their weights) is 1.000."


def test_a_sum_that_no_float_holds_is_said_to_be_so() -> None:
    huge = Perceptron([1000.0, 1000.0], 0.0)
    too_large = "Its weighted sum does not fit in a 64-bit float."
    assert explanation_in_words(one(huge, (1e308, 1e308), 0.5))[0] == too_large
    nothing = explanation_in_words(one(huge, (1e308, -1e308), 0.5))
    assert nothing == (too_large, "So there is no answer.")


@st.composite
def explained(draw: st.DrawFn) -> Explanation:
    """Any activation, criterion and scaling."""
    values = st.floats(-20, 20).map(lambda value: round(value, 2))
    rows = tuple(Row((draw(values),), draw(values)) for _ in range(3))
    targets = sorted({row.target for row in rows})
    if draw(st.booleans()) and len(targets) > 1:
        rows = tuple(row._replace(target=targets[row.target > targets[0]]) for row in rows)
    task = task_of(
        DataSet("any", rows, rows, 2), draw(st.none() | st.floats(0.01, 3)), draw(st.sampled_from(["none", "0-1"]))
    )
    activation = draw(st.sampled_from([*ACTIVATIONS.values(), EVEN_SIGMOID]))
    return explain(Perceptron([draw(values)], draw(values), activation), rows[0], task)


@given(explained())
def test_with_any_settings_the_needed_answer_is_right_and_the_needed_sum_gives_it(explanation: Explanation) -> None:
    needed, task, activation = explanation.needed_answer, explanation.task, explanation.activation
    assert (needed is None) == explanation.right
    if needed is None:
        return
    assert task.criterion.accepts(needed, explanation.target)
    if explanation.needed_sum is None:
        output = task.scaling.output(needed)
        assert not activation.least < output < activation.most or activation.name == "step"
        return
    if activation.name == "step":
        given_there = activation.function(0.0 if explanation.way == "low" else -1e-300)
        assert task.scaling.answer(given_there) == needed
        return
    answer = task.scaling.answer(activation.function(explanation.needed_sum))
    assert answer == pytest.approx(needed, rel=1e-9, abs=1e-9)
    # The same way on, every answer that is not too far is right; the other way, none is.
    sign = 1.0 if explanation.way == "low" else -1.0
    assert not task.criterion.accepts(needed - sign * 1e-6, explanation.target)
    assert task.criterion.accepts(needed + sign * 1e-6, explanation.target)


@given(explained())
def test_with_any_settings_a_right_answer_can_move_so_far_and_no_further(explanation: Explanation) -> None:
    task, reach = explanation.task, explanation.reach
    for room, sign, end in ((explanation.can_fall, -1, reach.least), (explanation.can_rise, 1, reach.most)):
        if room is not None:
            assert task.criterion.accepts(explanation.answer + sign * 0.99 * room, explanation.target)
            assert not task.criterion.accepts(explanation.answer + sign * (1.01 * room + 1e-9), explanation.target)
        elif explanation.right and explanation.activation.name != "step":
            lowest_or_highest = min(max(end, -1e300), 1e300)
            assert task.criterion.accepts(lowest_or_highest, explanation.target)
        else:
            assert explanation.activation.name == "step" or not explanation.right
