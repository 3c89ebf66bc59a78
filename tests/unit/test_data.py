"""The data and the verdicts on it."""

import math
from itertools import combinations

import pytest

from perceptron.activations import logit
from perceptron.datasets import ARTICLE, ARTICLE_AFTER, ARTICLE_BEFORE, DataSet, Row
from perceptron.experiment import Run
from perceptron.neuron import Perceptron
from perceptron.scoring import bounds, printed, score
from perceptron.settings import Settings
from perceptron.words.verdicts import score_in_words


def test_the_article_has_28_rows_to_learn_from_and_25_to_be_tested_on() -> None:
    assert (len(ARTICLE.training), len(ARTICLE.test), ARTICLE.decimals) == (28, 25, 1)


def test_every_target_of_the_article_is_its_rows_sum() -> None:
    for row in (*ARTICLE.training, *ARTICLE.test):
        assert row.target == round(10 * row.inputs[0] + 10 * row.inputs[1]) / 10


def test_six_training_rows_repeat_another_and_eight_test_rows_are_training_rows() -> None:
    assert len(ARTICLE.training) - len(set(ARTICLE.training)) == 6
    assert sum(row in ARTICLE.training for row in ARTICLE.test) == 8


def test_a_sum_of_point_one_and_point_two_counts_as_point_three() -> None:
    data = DataSet("one", ARTICLE.training, (Row((0.1, 0.2), 0.3),), 1)
    neuron = Perceptron([0.0, 0.0], -0.8472978603872037)  # sigmoid of this is 0.3
    [verdict] = Run(Settings(data=data)).before
    assert verdict.expected == "0.3"
    assert neuron.predict((0.1, 0.2)) == pytest.approx(0.3)


def test_a_neuron_takes_ten_inputs_at_most() -> None:
    def rows(inputs: int) -> tuple[Row, ...]:
        return (Row((0.5,) * inputs, 1.0),)

    assert DataSet("ten", rows(10), rows(10), 1).inputs == 10
    with pytest.raises(ValueError, match="has 11 inputs; the neuron takes 10 at most"):
        DataSet("eleven", rows(11), rows(11), 1)


def test_numbers_that_round_to_zero_print_without_a_minus_sign() -> None:
    assert (printed(-0.04, 1), printed(-0.06, 1), printed(0.25, 1)) == ("0.0", "-0.1", "0.2")


def test_the_default_run_prints_what_the_article_prints() -> None:
    run = Run(Settings())
    assert tuple(verdict.printed for verdict in run.before) == ARTICLE_BEFORE
    assert score_in_words(score(run.before)) == "2 of 25 right"
    run.advance(10_000)
    assert tuple(verdict.printed for verdict in run.verdicts()) == ARTICLE_AFTER
    assert score_in_words(score(run.verdicts())) == "21 of 25 right"


def test_every_wrong_answer_is_a_sum_of_one() -> None:
    run = Run(Settings())
    run.advance(10_000)
    assert {verdict.expected for verdict in run.verdicts() if not verdict.right} == {"1.0"}


def test_no_weights_and_bias_get_more_of_the_articles_rows_right() -> None:
    """Each row is right between two planes of weights and bias, so the most is found where three planes meet."""
    rows = []
    for inputs, target in ARTICLE.test:
        least, most = bounds(printed(target, 1), 1)
        rows.append((*inputs, logit(least), logit(most) if most < 1.0 else math.inf))
    planes = {(x1, x2, total) for x1, x2, *edges in rows for total in edges if math.isfinite(total)}
    most_right = 0
    for (x1, x2, total), *others in combinations(planes, 3):
        (a, b, c), (d, e, f) = [(other[0] - x1, other[1] - x2, other[2] - total) for other in others]
        determinant = a * e - b * d
        if abs(determinant) < 1e-9:
            continue
        weight_1, weight_2 = (c * e - b * f) / determinant, (a * f - c * d) / determinant
        bias = total - weight_1 * x1 - weight_2 * x2
        sums = [(weight_1 * x1 + weight_2 * x2 + bias, least, most) for x1, x2, least, most in rows]
        most_right = max(most_right, sum(least - 1e-7 <= total <= most + 1e-7 for total, least, most in sums))
    assert most_right == 21
