"""What is said of answers to data of every kind, with every activation: the sentences as they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perceptron.activations import ACTIVATIONS, LINEAR, RELU, STEP, TANH
from perceptron.datasets import ARTICLE, DataSet, Row
from perceptron.experiment import Run
from perceptron.findings.answer import ask
from perceptron.findings.common_cause import common_cause
from perceptron.findings.explanation import explain
from perceptron.judging import judge
from perceptron.losses import EVEN_SIGMOID
from perceptron.neuron import Perceptron
from perceptron.settings import Settings
from perceptron.words.answer import answer_in_words, remark_on
from perceptron.words.common_cause import cause_in_words
from perceptron.words.explanation import explanation_in_words
from perceptron.words.questions import question_in_words, row_in_words
from perceptron.words.verdicts import line_of
from tests.tasks import task_of
from tests.unit.samples import AND, CELSIUS, EVERY_KIND, PETALS, TEN, THREE, XOR

ANDING = Perceptron([5.0, 5.0], -7.5)
FAHRENHEIT = Perceptron([1.0], 0.0, LINEAR)
OUTSIDE = "It was not trained on numbers like these. In training "


def why(
    neuron: Perceptron, data: DataSet, row: int, tolerance: float | None = None, scaling: str = "none"
) -> tuple[str, ...]:
    return explanation_in_words(explain(neuron, data.test[row], task_of(data, tolerance, scaling)))


def cause(neuron: Perceptron, data: DataSet, scaling: str = "none", tolerance: float | None = None) -> str:
    task = task_of(data, tolerance, scaling)
    return cause_in_words(common_cause([explain(neuron, row, task) for row in data.test]))


def asked(
    neuron: Perceptron, data: DataSet, *inputs: float, scaling: str = "none", tolerance: float | None = None
) -> tuple[str, str]:
    answer = ask(neuron, task_of(data, tolerance, scaling), inputs)
    return answer_in_words(answer), remark_on(answer)


def test_and_is_explained_by_the_nearer_of_its_two_targets() -> None:
    assert why(ANDING, AND, 3) == (
        "Its weighted sum is -7.5000 + 1 × 5.0000 + 1 × 5.0000 = 2.500.",
        "The sigmoid squashes it to 0.9241, which is nearer to 1 than to 0. That is right.",
        "It can fall by about 0.42 and still be nearer to 1. No sigmoid output is too high for that.",
        "The sigmoid’s slope is 0.070 here and 0.25 at its steepest, so it learns here only 28 % as fast.",
    )
    assert why(Perceptron([1.0, 1.0], -2.5), AND, 3)[1:3] == (
        "The sigmoid squashes it to 0.3775, which is nearer to 0 than to 1. That is too low: the target is 1.",
        "To be nearer to 1, the output must be more than 0.5, so the weighted sum must be more than "
        "0.000. It is -0.500.",
    )


def test_an_answer_half_way_is_wrong_and_said_to_be_there() -> None:
    unbiased = Perceptron([1.0, 1.0], 0.0, EVEN_SIGMOID, has_bias=False)
    assert why(unbiased, AND, 0) == (
        "Its weighted sum is 0 × 1.0000 + 0 × 1.0000 = 0.000.",
        "The sigmoid squashes it to 0.5000, which is half-way between 0 and 1. That is too high: the target is 0.",
        "To be nearer to 0, the output must be less than 0.5, so the weighted sum must be less than "
        "0.000. It is 0.000.",
        "With cross-entropy the sigmoid’s slope counts as 1 everywhere, so the neuron learns equally fast everywhere.",
    )
    assert asked(unbiased, AND, 0.0, 0.0) == ("0.50, half-way between 0 and 1", "")


def test_classes_are_called_by_their_names() -> None:
    neuron = Perceptron([2.0, 2.0], -7.0)
    assert why(neuron, PETALS, 6)[1] == (
        "The sigmoid squashes it to 0.9820, which is nearer to 1 (virginica) than to 0 (versicolor). That is right."
    )
    assert why(neuron, PETALS, 4)[1:3] == (
        "The sigmoid squashes it to 0.7311, which is nearer to 1 (virginica) than to 0 (versicolor). That is right.",
        "It can fall by about 0.23 and still be nearer to 1 (virginica). No sigmoid output is too high for that.",
    )
    assert cause(Perceptron([-2.0, -2.0], 1.0), PETALS) == (
        "All 4 wrong rows have a target of 1 (virginica). Their answers are too low. "
        "The sigmoid’s slope at all wrong rows is less than a hundredth of its steepest, "
        "so the neuron hardly learns from them."
    )
    assert asked(neuron, PETALS, 4.0, 1.5) == ("0.98, nearer to virginica (1)", "")
    assert asked(neuron, PETALS, 9.0, 0.5) == (
        "1.00, nearer to virginica (1)",
        f"{OUTSIDE}Length was from 1 to 4.5.",
    )
    assert row_in_words(task_of(PETALS), (3.0, 1.0), 1.0) == "Length 3, Width 1: 1 (virginica)"
    assert line_of(judge(neuron, PETALS)[0]) == "Input: [1.0, 0.0], Prediction: 0.01 (versicolor)"


def test_targets_of_two_kinds_on_both_sides_are_told_without_more_or_less() -> None:
    assert cause(Perceptron([1.0, 0.0], -0.5), XOR) == (
        "Of the 2 wrong answers, 1 is too high (the target is 0). The other is too low (the target is 1)."
    )
    assert cause(Perceptron([2.0, 2.0], -3.0), XOR) == (
        "Of the 3 wrong answers, 1 is too high (the target is 0). The other 2 are too low (the target is 1)."
    )


def test_scaled_numbers_are_scaled_back_for_people() -> None:
    assert why(FAHRENHEIT, CELSIUS, 10, scaling="0-1") == (
        "Its weighted sum of the scaled inputs is 0.0000 + 1.0000 × 1.0000 = 1.0000.",
        "A linear neuron answers with the weighted sum itself. Scaled back, that is 212.0000, which rounds to 212. "
        "That is right.",
        "It can fall or rise by about 0.5 and still round to 212.",
        "A linear neuron’s slope is 1 everywhere, so it learns equally fast everywhere.",
    )
    assert why(Perceptron([4.0], -2.0), CELSIUS, 10, scaling="0-1")[1:3] == (
        "The sigmoid squashes it to 0.8808. Scaled back, that is 190.5435, which rounds to 191. "
        "That is too low: the target is 212.",
        "To round to 212, the answer must be at least 211.5, so the weighted sum must be at least 5.883. It is 2.000.",
    )
    assert asked(FAHRENHEIT, CELSIUS, 37.0, scaling="0-1") == ("99", "")
    assert asked(FAHRENHEIT, CELSIUS, 37.0, scaling="0-1", tolerance=0.5) == ("98.6", "")
    assert asked(Perceptron([4.0], -2.0), CELSIUS, 200.0, scaling="0-1") == (
        "212",
        f"{OUTSIDE}Celsius was from 0 to 100 and Fahrenheit was from 32 to 212. "
        "With this scaling, a sigmoid’s answer is always between 32 and 212, so it can never be 392.",
    )
    assert question_in_words(CELSIUS, (37.5,)) == "Celsius 37.5"


def test_three_numbers_are_added_like_two() -> None:
    neuron = Perceptron([1.0, 1.0, 1.0], 0.0, LINEAR)
    assert (
        why(neuron, THREE, 5)[0] == "Its weighted sum is 0.0000 + 0.1 × 1.0000 + 0.1 × 1.0000 + 0.1 × 1.0000 = 0.3000."
    )
    assert row_in_words(task_of(THREE), (0.1, -0.2, 0.1), 0.0) == "0.1 + (-0.2) + 0.1 = 0.0"
    assert asked(neuron, THREE, 1.0, 2.0, 3.0) == (
        "6.0",
        f"{OUTSIDE}the first number was from 0.0 to 0.3, the second number was from 0.0 to 0.3, "
        "the third number was always 0.1 and the sums were from 0.1 to 0.7.",
    )
    assert cause(Perceptron([1.0, 1.0, 1.0], 0.1, LINEAR), THREE) == "All 16 wrong answers are too high."
    assert "a true sum of" in cause(Perceptron([0.0, 0.0, 0.0], 0.1, LINEAR), THREE)


def test_of_ten_inputs_the_first_three_are_told() -> None:
    neuron = Perceptron([0.1] * 10, 0.0, LINEAR)
    assert why(neuron, TEN, 1)[0] == "Its weighted sum (the bias plus 10 inputs times their weights) is 2.7000."
    assert asked(neuron, TEN, *[9.0] * 10)[1] == (
        f"{OUTSIDE}Input 1 was from 0 to 6, Input 2 was from 0 to 6, Input 3 was from 0 to 6 "
        "and 7 more inputs had other values."
    )
    assert row_in_words(task_of(TEN), TEN.test[1].inputs, 1.0) == "1, 2, 3, 4, 5, 6, 0, 1, 2, 3: 1"
    unbiased = Perceptron([0.1] * 10, 0.0, LINEAR, has_bias=False)
    assert why(unbiased, TEN, 1)[0] == "Its weighted sum (10 inputs times their weights) is 2.7000."


@pytest.mark.parametrize(
    ("neuron", "row", "sentences"),
    [
        (
            Perceptron([1.0, 1.0], -1.0, RELU),
            0,
            (
                "The ReLU turns it into 0, which is nearer to 0 than to 1. That is right.",
                "It can rise by about 0.5 and still be nearer to 0. No ReLU output is too low for that.",
                "The ReLU’s slope is 0 where the weighted sum is not positive, so the neuron does not learn "
                "from this row.",
            ),
        ),
        (
            Perceptron([1.0, 1.0], -1.75, RELU),
            3,
            (
                "The ReLU leaves a positive weighted sum as it is, which is nearer to 0 than to 1. "
                "That is too low: the target is 1.",
                "To be nearer to 1, the output must be more than 0.5, so the weighted sum must be more than "
                "0.500. It is 0.250.",
                "The ReLU’s slope is 1 here, so the neuron learns as fast as it can.",
            ),
        ),
        (
            Perceptron([1.0, 1.0], -2.5, STEP),
            3,
            (
                "The step turns it into 0, which is nearer to 0 than to 1. That is too low: the target is 1.",
                "To be nearer to 1, the weighted sum must be at least 0, where the step jumps. It is -0.500.",
                "The step’s slope counts as 1 everywhere, so the neuron learns equally fast everywhere.",
            ),
        ),
        (
            Perceptron([1.0, 1.0], -1.0, STEP),
            1,
            (
                "The step turns it into 1, which is nearer to 1 than to 0. That is too high: the target is 0.",
                "To be nearer to 0, the weighted sum must be less than 0, where the step jumps. It is 0.000.",
                "The step’s slope counts as 1 everywhere, so the neuron learns equally fast everywhere.",
            ),
        ),
        (
            Perceptron([1.0, 1.0], -1.5, STEP),
            3,
            (
                "The step turns it into 1, which is nearer to 1 than to 0. That is right.",
                "Only a weighted sum on the other side of 0, where the step jumps, would change that.",
                "The step’s slope counts as 1 everywhere, so the neuron learns equally fast everywhere.",
            ),
        ),
        (
            Perceptron([1.0, 1.0], -1.0, TANH),
            3,
            (
                "The tanh squashes it to 0.7616, which is nearer to 1 than to 0. That is right.",
                "It can fall by about 0.26 and still be nearer to 1. No tanh output is too high for that.",
                "The tanh’s slope is 0.420 here and 1 at its steepest, so it learns here only 42 % as fast.",
            ),
        ),
        (
            Perceptron([1.0, 1.0], -1.0, LINEAR),
            3,
            (
                "A linear neuron answers with the weighted sum itself, which is nearer to 1 than to 0. That is right.",
                "It can fall by about 0.5 and still be nearer to 1. No linear output is too high for that.",
                "A linear neuron’s slope is 1 everywhere, so it learns equally fast everywhere.",
            ),
        ),
    ],
)
def test_every_activation_is_explained_in_its_own_way(neuron: Perceptron, row: int, sentences: tuple[str, ...]) -> None:
    assert why(neuron, AND, row)[1:] == sentences


def test_where_no_answer_can_be_wrong_it_is_said_so() -> None:
    assert why(ANDING, AND, 3, tolerance=2.0)[2] == "Every sigmoid output would be within 2 of 1."


def test_a_tolerance_is_told_as_it_is() -> None:
    neuron = Perceptron([4.9778, 5.1890], -2.5605)
    assert why(neuron, ARTICLE, 0, tolerance=0.05)[1:3] == (
        "The sigmoid squashes it to 0.9197, which is not within 0.05 of 1.0. That is too low: the target is 1.0.",
        "To be within 0.05 of 1.0, the output must be at least 0.95, so the weighted sum must be at "
        "least 2.944. It is 2.438.",
    )
    assert cause(neuron, ARTICLE, tolerance=0.05) == (
        "All 4 wrong rows have a true sum of 1.0. "
        "To be within 0.05 of 1.0, the weighted sum must be about 2.94 or more."
    )


@pytest.mark.parametrize(
    ("activation", "scaling", "sentence"),
    [
        ("tanh", "none", "A tanh’s answer is always between -1 and 1, so it can never be 8.0."),
        ("step", "none", "A step’s answer is always 0 or 1, so it can never be 8.0."),
        ("relu", "none", ""),
        ("linear", "none", ""),
        ("step", "0-1", "With this scaling, a step’s answer is always 0.2 or 1, so it can never be 8.0."),
    ],
)
def test_what_a_neuron_cannot_answer_depends_on_its_activation(activation: str, scaling: str, sentence: str) -> None:
    neuron = Perceptron([1.0, 1.0], 0.0, ACTIVATIONS[activation])
    remark = asked(neuron, ARTICLE, 5.0, 3.0, scaling=scaling)[1]
    assert remark.endswith(f"the sums were from 0.2 to 1.0.{f' {sentence}' if sentence else ''}")


def test_a_negative_sum_is_out_of_a_relus_reach() -> None:
    remark = asked(Perceptron([1.0, 1.0], 0.0, RELU), ARTICLE, -5.0, 3.0)[1]
    assert remark.endswith("A ReLU’s answer is never less than 0, so it can never be -2.0.")


def test_large_and_tiny_numbers_have_exponents() -> None:
    rows = tuple(Row((1e13 * step,), 2e13 * step) for step in range(4))
    huge = DataSet("huge", rows, rows, 0)
    assert [verdict.printed for verdict in judge(Perceptron([2.0], 0.0, LINEAR), huge)] == [
        "0",
        "2e+13",
        "4e+13",
        "6e+13",
    ]
    rows = tuple(Row((step / 1e9,), 2 * step / 1e9) for step in range(4))
    tiny = DataSet("tiny", rows, rows, 9)
    assert [verdict.printed for verdict in judge(Perceptron([2.0], 0.0, LINEAR), tiny)] == [
        "0",
        "2e-09",
        "4e-09",
        "6e-09",
    ]


def test_and_after_training_is_read_with_two_decimals() -> None:
    run = Run(Settings(AND))
    run.advance(10_000)
    verdicts = run.verdicts()
    assert [verdict.printed for verdict in verdicts] == ["0.00", "0.06", "0.06", "0.93"]
    assert [verdict.expected for verdict in verdicts] == ["0", "0", "0", "1"]
    assert all(verdict.right for verdict in verdicts)


@given(
    st.sampled_from(EVERY_KIND),
    st.sampled_from(sorted(ACTIVATIONS)),
    st.sampled_from(["none", "0-1"]),
    st.none() | st.floats(0, 10),
    st.lists(st.floats(-100, 100), min_size=11, max_size=11),
)
def test_whatever_the_data_and_settings_every_sentence_ends(
    data: DataSet, activation: str, scaling: str, tolerance: float | None, numbers: list[float]
) -> None:
    neuron = Perceptron(numbers[: data.inputs], numbers[-1], ACTIVATIONS[activation])
    task = task_of(data, tolerance, scaling)
    rows = [explain(neuron, row, task) for row in data.test]
    for explanation, verdict in zip(rows, judge(neuron, *task), strict=True):
        assert (explanation.answer, explanation.right) == (verdict.output, verdict.right)
        sentences = explanation_in_words(explanation)
        assert len(sentences) == 4
        assert all(sentence[0].isupper() and sentence.endswith(".") for sentence in sentences)
    assert cause_in_words(common_cause(rows)).endswith(".")
    question = tuple(numbers[: data.inputs])
    answer = ask(neuron, task, question)
    assert answer.prediction == task.answer(neuron, question)
    assert answer_in_words(answer)
    assert remark_on(answer)[-1:] in ("", ".")
