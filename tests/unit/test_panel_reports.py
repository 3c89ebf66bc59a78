"""What Python says for each of the panels below: why, the activation, the map and the yardsticks."""

import re
from itertools import pairwise

import pytest

from perceptron.activations import sigmoid, sigmoid_derivative
from perceptron.aspects import MAP_SIDE, QUANTITIES
from perceptron.findings.common_cause import common_cause
from perceptron.findings.explanation import explain
from perceptron.findings.grid import grid
from perceptron.judging import judge
from perceptron.scoring import bounds, right_within, yardsticks
from perceptron.words.common_cause import cause_in_words
from perceptron.words.explanation import explanation_in_words
from tests.unit.reporting import look_at, panel, run_of, said
from web.worker.reports import shown
from web.worker.reports.digits import short
from web.worker.reports.why import summary

LATE = run_of(10_000)


@pytest.mark.parametrize("row", range(25))
def test_why_says_what_explains_the_row(row: int) -> None:
    found = panel(LATE, "why", test_row=row)
    explanation = explain(LATE.neuron, LATE.settings.data.test[row], LATE.task)
    sentences = explanation_in_words(explanation)
    assert found["sentences"] == list(sentences)
    assert found["right"] is explanation.right
    assert found["verdict"] == ("✓ right" if explanation.right else "✗ wrong")
    # They become markup as they are.
    assert not re.search(r"[<>&]", "".join(sentences))


def test_the_summary_finds_what_the_wrong_rows_have_in_common() -> None:
    told = summary(LATE, shown(LATE, look_at()))
    explanations = [explain(LATE.neuron, row, LATE.task) for row in LATE.settings.data.test]
    assert {name: told[name] for name in ("sentence", "asks_for_other_weights")} == {
        "sentence": cause_in_words(common_cause(explanations)),
        "asks_for_other_weights": True,
    }
    assert str(told["sentence"]).startswith("All 4 wrong rows have a true sum of 1.0")
    assert summary(run_of(0), shown(run_of(0), look_at()))["asks_for_other_weights"] is False


@pytest.mark.parametrize("quantity", QUANTITIES)
def test_the_map_has_a_value_for_each_cell_and_reads_the_cursor(quantity: str) -> None:
    ground = said("ground", LATE, tab="map", quantity=quantity)
    assert ground["values"] == [round(value, 4) for value in grid(LATE.neuron, LATE.task, quantity, MAP_SIDE)]
    prediction = LATE.neuron.predict((0.6, 0.2))
    found = panel(LATE, "map", cursor=(24, 8))
    assert str(found["reading"]).startswith(f"0.6 + 0.2 = 0.8. Prediction {short(prediction)}, error ")
    assert str(found["reading"]).endswith("It rounds to 0.8: ✓ right.")


def test_the_map_says_where_the_neuron_would_be_wrong() -> None:
    assert str(panel(LATE, "map", cursor=(40, 40))["reading"]).endswith(
        "It rounds to 1.0: ✗ wrong, it should round to 2.0."
    )


@pytest.mark.parametrize(("thousandths", "within"), [(0, 0), (50, 21), (85, 25), (200, 25)])
def test_the_yardsticks_measure_the_same_answers(thousandths: int, within: int) -> None:
    found = panel(LATE, "yardsticks", tolerance=thousandths)
    verdicts = judge(LATE.neuron, LATE.settings.data)
    measured = yardsticks(verdicts)
    assert isinstance(found["near"], list)
    assert (found["score"], found["r_squared"]) == ("21 of 25 right", "0.982")
    assert (found["mean_error"], found["largest_error"]) == (
        short(measured.mean_absolute_error),
        short(measured.largest_error),
    )
    assert right_within(verdicts, thousandths / 1000) == within
    assert (found["within"], found["tolerance"]) == (f"{within} of 25", f"{thousandths / 1000:.3f}")
    errors = [abs(verdict.output - verdict.target) for verdict in verdicts]
    assert found["errors"] == pytest.approx([error / 0.2 for error in errors])  # the strip goes to 0.2
    assert found["near"].count(True) == within
    assert (found["tolerance_share"], found["accuracy"]) == (pytest.approx(thousandths / 200), "")


@pytest.mark.parametrize("row", range(25))
def test_every_row_is_a_point_on_the_sigmoid_and_the_chosen_one_has_its_slope_and_zone(row: int) -> None:
    found = panel(LATE, "activation", test_row=row)
    verdicts = LATE.verdicts()
    assert found["sums"] == [LATE.neuron.weighted_sum(verdict.inputs) for verdict in verdicts]
    assert found["outputs"] == [verdict.output for verdict in verdicts]
    chosen = verdicts[row]
    assert found["slope"] == sigmoid_derivative(chosen.output)
    least, most = bounds(chosen.expected, 1)
    assert found["band"] == (max(least, 0.0), min(most, 1.0))
    sentence = str(found["sentence"])
    assert f"gives the output {short(chosen.output)}, which rounds to {chosen.printed}. " in sentence
    assert f" round to {chosen.expected}. The sigmoid" in sentence


def test_the_curve_of_the_activation_is_the_sigmoid_and_its_zones_fill_the_plot() -> None:
    found = panel(LATE, "activation")
    curve, zones = found["curve"], found["zones"]
    assert isinstance(curve, tuple)
    assert isinstance(zones, list)
    assert (curve[0][0], curve[-1][0]) == (-6.0, 6.0)
    assert all(output == sigmoid(total) for total, output in curve)
    assert [label for label, _, _ in zones] == [f"{tenth / 10:.1f}" for tenth in range(11)]
    assert (zones[0][1], zones[-1][2]) == (0.0, 1.0)
    assert all(below[2] < above[1] < below[2] + 1e-12 for below, above in pairwise(zones))
