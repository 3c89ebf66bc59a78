"""Questions: what is found about them, and what is remarked."""

import pytest

from perceptron.activations import LINEAR
from perceptron.datasets import ARTICLE, DataSet, Row
from perceptron.findings.answer import Span, ask
from perceptron.neuron import Perceptron
from perceptron.words.answer import remark_on
from perceptron.words.numbers import with_minuses
from tests.tasks import task_of


def test_a_question_like_the_training_rows_has_no_remark() -> None:
    answer = ask(Perceptron([1.0, 1.0], 0.0), task_of(ARTICLE), (0.3, 0.4))
    assert (answer.truth, answer.outside, answer.targets) == (0.7, {}, None)
    assert remark_on(answer) == ""


@pytest.mark.parametrize(
    ("question", "remark"),
    [
        ((5.0, 3.0), "In training both numbers were from 0.0 to 0.9 and the sums were from 0.2 to 1.0."),
        ((5.0, 0.3), "In training the first number was from 0.0 to 0.9"),
        ((5.0, 3.0), "A sigmoid’s answer is always between 0 and 1, so it can never be 8.0"),
        ((0.1, -0.2), "the second number was from 0.0 to 0.9"),
        ((0.0, 0.0), "the sums were from 0.2 to 1.0"),
        ((0.9, 0.9), "the sums were from 0.2 to 1.0"),
    ],
)
def test_a_question_outside_the_training_rows_is_remarked_on(question: tuple[float, float], remark: str) -> None:
    assert remark in remark_on(ask(Perceptron([1.0, 1.0], 0.0), task_of(ARTICLE), question))


def test_what_lies_outside_the_training_rows_is_found() -> None:
    answer = ask(Perceptron([1.0, 1.0], 0.0), task_of(ARTICLE), (5.0, 0.3))
    assert (answer.outside, answer.targets, answer.out_of_reach) == ({0: Span(0.0, 0.9)}, Span(0.2, 1.0), "far")
    assert ask(Perceptron([1.0, 1.0], 0.0), task_of(ARTICLE), (0.0, 0.0)).out_of_reach == "near"
    assert ask(Perceptron([1.0, 1.0], 0.0, LINEAR), task_of(ARTICLE), (5.0, 0.3)).out_of_reach == ""


def test_two_of_three_inputs_are_remarked_on_by_their_names() -> None:
    rows = (Row((0.1, 0.0, 0.0), 0.1), Row((0.2, 0.5, 0.5), 1.2))
    answer = ask(Perceptron([1.0, 1.0, 1.0], 0.0), task_of(DataSet("three", rows, rows, 1)), (0.1, 0.9, -0.9))
    assert remark_on(answer) == (
        "It was not trained on numbers like these. In training Input 2 was from 0.0 to 0.5 and Input 3 "
        "was from 0.0 to 0.5."
    )


def test_a_question_of_infinities_is_refused() -> None:
    with pytest.raises(ValueError):
        ask(Perceptron([1.0, 1.0], 0.0), task_of(ARTICLE), (float("inf"), 0.0))


@pytest.mark.parametrize(
    ("inputs", "told"), [((0.9, 0.35), "1.25"), ((-0.1, -0.05), "−0.15"), ((0.9, 0.9), "1.8"), ((0.5, 0.6), "1.1")]
)
def test_a_remark_names_the_true_answer_as_it_stands_beside_it(inputs: tuple[float, ...], told: str) -> None:
    remark = with_minuses(remark_on(ask(Perceptron([4.9778, 5.1890], -2.5605), task_of(ARTICLE), inputs)))
    assert f"so it can never be {told}." in remark
