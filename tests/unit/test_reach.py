"""Which answers a neuron can give at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perceptron.activations import ACTIVATIONS, LINEAR, RELU, SIGMOID, STEP, TANH, Activation
from perceptron.findings.reach import can_give, out_of_reach, reach_of
from perceptron.scaling import Scaling, ZeroToOne
from perceptron.words.reach import always_in_words, stays_in_words
from tests.unit.samples import CELSIUS

TO_FAHRENHEIT = ZeroToOne(CELSIUS)


# Beyond these sums the floats of a sigmoid and of tanh are no longer strictly between their ends.
@given(st.sampled_from(list(ACTIVATIONS.values())), st.floats(-15, 15))
def test_what_an_activation_says_it_can_give(activation: Activation, total: float) -> None:
    output = activation.function(total)
    assert can_give(activation, output)
    assert out_of_reach(activation, Scaling(), output, 1) == ""
    reach = reach_of(activation, TO_FAHRENHEIT)
    assert reach.least <= TO_FAHRENHEIT.answer(output) <= reach.most


@pytest.mark.parametrize(
    ("activation", "answer", "out"),
    [
        (SIGMOID, 1.0, "near"),
        (SIGMOID, -0.04, "near"),
        (SIGMOID, 1.3, "far"),
        (TANH, -1.0, "near"),
        (TANH, -1.2, "far"),
        (STEP, 1.0, ""),
        (STEP, 0.97, "far"),
        (RELU, 0.0, ""),
        (RELU, -0.04, "near"),
        (RELU, -3.0, "far"),
        (LINEAR, 1e300, ""),
    ],
)
def test_an_answer_out_of_reach_is_near_or_far(activation: Activation, answer: float, out: str) -> None:
    assert out_of_reach(activation, Scaling(), answer, 1) == out


def test_the_reach_is_told_in_the_datas_units() -> None:
    assert out_of_reach(SIGMOID, TO_FAHRENHEIT, 212.0, 0) == "near"
    assert out_of_reach(SIGMOID, TO_FAHRENHEIT, 213.0, 0) == "far"
    scaled = [reach_of(activation, TO_FAHRENHEIT) for activation in (SIGMOID, TANH, RELU, STEP)]
    assert [always_in_words(reach) for reach in scaled] == [
        "With this scaling, a sigmoid’s answer is always between 32 and 212",
        "With this scaling, a tanh’s answer is always between -148 and 212",
        "With this scaling, a ReLU’s answer is never less than 32",
        "With this scaling, a step’s answer is always 32 or 212",
    ]
    assert [stays_in_words(reach_of(activation, Scaling())) for activation in (SIGMOID, TANH, RELU, STEP)] == [
        "a sigmoid stays between 0 and 1",
        "a tanh stays between -1 and 1",
        "a ReLU never answers less than 0",
        "a step answers only 0 or 1",
    ]
