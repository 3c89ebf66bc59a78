"""The test rows on the activation's curve, for any activation and data."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perceptron.activations import ACTIVATIONS, LINEAR, SIGMOID, STEP
from perceptron.datasets import ARTICLE, DataSet
from perceptron.findings.rows_on_curve import RowsOnCurve, rows_on_curve
from perceptron.judging import judge
from perceptron.losses import CROSS_ENTROPY
from perceptron.neuron import Perceptron
from perceptron.words.rows_on_curve import chosen_in_words, output_called, spot_in_words, zones_called
from tests.tasks import task_of
from tests.unit.samples import AND, CELSIUS, EVERY_KIND, PETALS

ALL_KINDS = (ARTICLE, *EVERY_KIND)


def picture(
    neuron: Perceptron, data: DataSet, chosen: int = 0, tolerance: float | None = None, scaling: str = "none"
) -> RowsOnCurve:
    task = task_of(data, tolerance, scaling)
    return rows_on_curve(neuron, task, judge(neuron, *task), chosen, 300)


@given(
    st.sampled_from(ALL_KINDS),
    st.sampled_from(sorted(ACTIVATIONS)),
    st.sampled_from(["none", "0-1"]),
    st.none() | st.floats(0, 10),
    st.lists(st.floats(-1e4, 1e4), min_size=11, max_size=11),
)
def test_every_row_lies_on_the_curve_and_within_the_picture(
    data: DataSet, name: str, scaling: str, tolerance: float | None, numbers: list[float]
) -> None:
    neuron = Perceptron(numbers[: data.inputs], numbers[-1], ACTIVATIONS[name])
    found = picture(neuron, data, 0, tolerance, scaling)
    task = found.task
    noise = 1e-9 * max(map(abs, (*found.across, *found.up)))
    for spot in found.spots:
        output = neuron.activation.function(spot.weighted_sum)
        assert spot.verdict.output == pytest.approx(task.scaling.answer(output))
        assert found.across.least - noise <= spot.weighted_sum <= found.across.most + noise
        assert found.up.least - noise <= spot.verdict.output <= found.up.most + noise
        assert spot_in_words(task, spot).endswith("right" if spot.verdict.right else "wrong")
    for total, answer in found.curve:
        assert found.across.least - noise <= total <= found.across.most + noise
        assert found.up.least - noise <= answer <= found.up.most + noise
    if found.band:
        assert found.up.least <= found.band.least <= found.band.most <= found.up.most
    assert (found.slope is None) is (name == "step")
    assert chosen_in_words(found).endswith(".")


def test_the_articles_picture_is_a_whole_sigmoid_with_eleven_zones() -> None:
    found = picture(Perceptron([4.9778, 5.1890], -2.5605), ARTICLE)
    assert (found.across, found.up) == ((-6.0, 6.0), (0.0, 1.0))
    assert [zone.target for zone in found.zones] == [tenth / 10 for tenth in range(11)]
    assert chosen_in_words(found) == (
        "Row 1, 0.9 + 0.1: the weighted sum 2.4384 gives the output 0.9197, which rounds to 0.9. "
        "Outputs from 0.9500 to 1.0000 round to 1.0. "
        "The sigmoid’s slope is 0.074 here and 0.25 at its steepest, so it learns here only 30 % as fast."
    )


def test_a_target_out_of_reach_is_in_the_picture() -> None:
    found = picture(Perceptron([1.0], 0.0), CELSIUS, chosen=10)
    assert found.up == (0.0, 250.0)
    assert found.band == (211.5, 212.5)
    assert "Outputs from 211.5 to 212.5 round to 212." in chosen_in_words(found)


def test_with_scaling_the_answer_goes_up_in_the_datas_units() -> None:
    found = picture(Perceptron([1.0], 0.0, LINEAR), CELSIUS, chosen=5, scaling="0-1")
    assert output_called(found.task) == "answer (Fahrenheit)"
    assert found.slope == pytest.approx(180.0)
    assert chosen_in_words(found).startswith("Row 6, Celsius 50: the weighted sum 0.5000 gives the answer 122.0, ")


def test_two_classes_have_two_zones_with_their_names() -> None:
    found = picture(Perceptron([1.0, 1.0], -4.0), PETALS)
    assert [zone.target for zone in found.zones] == [0.0, 1.0]
    assert zones_called(found.task) == "nearer to"
    assert "which is nearer to 0 (versicolor). Outputs below 0.5000 are nearer to 0" in chosen_in_words(found)


def test_a_step_jumps_and_has_no_tangent() -> None:
    found = picture(Perceptron([1.0, 1.0], -1.5, STEP), AND)
    assert [point for point in found.curve if point[0] == 0.0] == [(0.0, 0.0), (0.0, 1.0)]
    assert found.slope is None


def test_with_cross_entropy_the_curve_has_its_own_slope() -> None:
    neuron = Perceptron([0.0, 0.0], 0.0, CROSS_ENTROPY.learned_with(SIGMOID))
    assert picture(neuron, AND).slope == 0.25
    assert chosen_in_words(picture(neuron, AND)).endswith(
        "With cross-entropy the sigmoid’s slope counts as 1 everywhere, so the neuron learns equally fast everywhere."
    )


def test_within_a_tolerance_there_are_no_zones() -> None:
    found = picture(Perceptron([1.0, 1.0], 0.0, LINEAR), ARTICLE, tolerance=0.05)
    assert (found.zones, zones_called(found.task)) == ((), "")
    assert "which is within 0.05 of the target. Outputs from 0.9500 to 1.0500 are within 0.05 of 1.0." in (
        chosen_in_words(found)
    )


@pytest.mark.parametrize("weight", [math.inf, math.nan, 1e308])
def test_infinite_outputs_can_be_drawn(weight: float) -> None:
    found = picture(Perceptron([weight, weight], 0.0, LINEAR), ARTICLE)
    assert all(map(math.isfinite, (*found.across, *found.up)))
    assert all(math.isfinite(number) for point in found.curve for number in point)
