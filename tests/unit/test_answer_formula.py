"""The neuron's answer as one formula: it says what the neuron says, with and without scaling."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perceptron.activations import ACTIVATIONS, LINEAR, SIGMOID
from perceptron.datasets import ARTICLE, DataSet, Row
from perceptron.experiment import Run
from perceptron.findings.answer_formula import answer_formula
from perceptron.neuron import Perceptron
from perceptron.presets import PRESETS
from perceptron.settings import Settings
from perceptron.words.answer_formula import answer_formula_in_words
from tests.unit.samples import TEN

pytestmark = pytest.mark.slow  # left to “make unit” and “make test”

NUMBERS = st.floats(-1e3, 1e3)


def trained(data: str, activation: str = "linear", scaling: str = "none") -> str:
    run = Run(Settings(PRESETS[data], activation=activation, scaling=scaling))
    run.advance(3_000)
    return answer_formula_in_words(answer_formula(run.neuron, run.task))


@pytest.mark.parametrize(
    ("data", "scaling", "words"),
    [
        ("celsius", "0-1", "Fahrenheit = 1.80 × Celsius + 32.0"),
        ("article", "none", "Sum = 1.00 × First number + 1.00 × Second number"),
        ("sums", "0-1", "Sum = 1.00 × First number + 1.00 × Second number"),
        ("differences", "0-1", "Difference = 1.00 × First number − 1.00 × Second number"),
        ("averages", "none", "Average = 0.500 × First number + 0.500 × Second number"),
        ("three", "0-1", "Sum = 1.00 × First number + 1.00 × Second number + 1.00 × Third number"),
    ],
)
def test_a_linear_neuron_finds_the_rule_in_the_datas_units(data: str, scaling: str, words: str) -> None:
    assert trained(data, scaling=scaling) == words


@given(st.data(), st.sampled_from(["none", "0-1"]), st.sampled_from([*PRESETS.values(), TEN]))
def test_the_formula_gives_what_the_neuron_answers(draw: st.DataObject, scaling: str, data: DataSet) -> None:
    task = Settings(data, activation="linear", scaling=scaling).task()
    numbers = draw.draw(st.lists(NUMBERS, min_size=data.inputs + 1, max_size=data.inputs + 1))
    inputs = draw.draw(st.tuples(*[st.floats(-100, 100)] * data.inputs))
    neuron = Perceptron(numbers[1:], numbers[0], LINEAR)
    formula = answer_formula(neuron, task)
    assert formula
    answer = sum(factor * x for factor, x in zip(formula.factors, inputs, strict=True)) + formula.constant
    assert answer == pytest.approx(task.answer(neuron, inputs), rel=1e-9, abs=1e-3)


@given(st.lists(NUMBERS, min_size=3, max_size=3))
def test_the_words_say_the_formula_to_three_digits(numbers: list[float]) -> None:
    neuron = Perceptron(numbers[:2], numbers[2], LINEAR)
    words = answer_formula_in_words(answer_formula(neuron, Settings(activation="linear").task()))
    _, _, total = words.partition(" = ")
    told = eval(  # the words as Python would write them
        re.sub("First number|Second number", "1.0", total).replace("×", "*").replace("−", "-")
    )
    assert told == pytest.approx(sum(numbers), abs=sum(abs(number) for number in numbers) * 0.005 + 2e-4)


def test_another_activation_stands_around_the_sum_if_that_is_short() -> None:
    task = Settings().task()
    formula = answer_formula(Perceptron([4.9778, -5.189], -2.5605, SIGMOID), task)
    assert answer_formula_in_words(formula) == "Sum = sigmoid(4.98 × First number − 5.19 × Second number − 2.56)"
    assert answer_formula_in_words(answer_formula(Perceptron([0.0, 0.0], 0.0, LINEAR), task)) == "Sum = 0"
    for activation in set(ACTIVATIONS) - {"linear"}:
        assert trained("celsius", activation, "0-1") == ""
        ten = Perceptron([1.0] * 10, 0.0, ACTIVATIONS[activation])
        assert answer_formula(ten, Settings(TEN, activation=activation).task()) is None


def test_there_is_no_formula_with_infinite_numbers_and_a_long_name_is_shortened() -> None:
    assert answer_formula(Perceptron([float("inf"), 0.0], 0.0, LINEAR), Settings(ARTICLE).task()) is None
    rows = (Row((1.0,), 1.0), Row((2.0,), 3.0))
    data = DataSet("own", rows, rows, 0, ("a" * 60,), "b" * 60)
    words = answer_formula_in_words(answer_formula(Perceptron([2.0], -1.0, LINEAR), Settings(data).task()))
    assert words == f"{'b' * 24}… = 2.00 × {'a' * 24}… − 1.00"
