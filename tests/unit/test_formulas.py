"""The formulas of an update: the numbers that are shown really give the result that is shown, for every neuron."""

import math
from itertools import product
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perceptron.activations import ACTIVATIONS
from perceptron.aspects import STAGES
from perceptron.datasets import ARTICLE, DataSet
from perceptron.experiment import Run
from perceptron.findings.one_update import one_update
from perceptron.presets import PRESETS
from perceptron.settings import Settings
from tests.examples import examples
from tests.unit.reporting import panel, run_of
from tests.unit.samples import PETALS, TEN
from web.worker.reports.formulas import formulas, questions
from web.worker.reports.update import results

DATA = (ARTICLE, PRESETS["and"], PRESETS["celsius"], PRESETS["three"], PETALS, TEN)
NEURONS = [
    {"activation": activation, "loss": loss, "bias": bias, "scaling": scaling}
    for activation, loss, bias, scaling in product(
        ACTIVATIONS, ("squared", "cross-entropy"), ("on", "off"), ("none", "0-1")
    )
    if loss == "squared" or activation == "sigmoid"
]
# What functions in a formula do, worked out without this project's own.
FUNCTIONS = {
    "tanh": lambda z: (math.exp(2 * z) - 1) / (math.exp(2 * z) + 1) if abs(z) < 300 else math.copysign(1, z),
    "max": max,
    "step": lambda z: 1 if z >= 0 else 0,
    "e": math.e,
}


def as_python(element: ElementTree.Element) -> str:
    """A piece of MathML as an expression in Python."""
    parts = [as_python(child) for child in element]
    match element.tag:
        case "mfrac":
            return f"(({parts[0]})/({parts[1]}))"
        case "msup":
            return f"(({parts[0]})**({parts[1]}))"
        case "mrow" | "math" | "msub":
            return "".join(parts)
        case "mspace":
            return ""
    return (element.text or "").replace("×", "*").replace("−", "-")


def sides(formula: str) -> list[str]:
    """What stands between the equals signs of a formula, whose lines are several pieces of markup."""
    text = "".join(as_python(line) for line in ElementTree.fromstring(f"<r>{formula}</r>"))
    return text.split("=")


def value_of(side: str) -> float | None:
    """What a side comes to; None for one with letters."""
    try:
        return float(eval(side, {"__builtins__": {}}, FUNCTIONS))
    except (NameError, SyntaxError, TypeError):
        return None
    except OverflowError:
        return 0.0  # of 1 / (1 + e^x)


def check(formula: str, result: float) -> None:
    *others, last = sides(formula)
    assert value_of(last) == pytest.approx(result, rel=1e-5)
    size = max([1e-9, *(abs(number) for number in numbers_in(formula))])
    for side in others:
        value = value_of(side.split(",")[0] if "max(" not in side else side)
        if value is not None and "y" not in side:
            assert value == pytest.approx(result, rel=1e-3, abs=1e-4 * min(size, 1e6)), (formula, side)


def numbers_in(formula: str) -> list[float]:
    root = ElementTree.fromstring(f"<r>{formula}</r>")
    return [float((element.text or "").replace("−", "-")) for element in root.iter("mn") if is_number(element.text)]


def is_number(text: str | None) -> bool:
    try:
        float((text or "").replace("−", "-"))
    except ValueError:
        return False
    return True


def run_with(data: DataSet, neuron: dict[str, Any], epochs: int, steps: int) -> Run | None:
    try:
        chosen = Settings(data=data, learning_rate=0.01, order="shuffled", **neuron)
    except ValueError:
        return None  # cross-entropy needs targets from 0 to 1
    run = Run(chosen)
    run.advance(epochs)
    for _ in range(steps):
        run.step()
    return run


@pytest.mark.parametrize("neuron", NEURONS, ids=lambda neuron: "-".join(neuron.values()))
@pytest.mark.parametrize("data", DATA, ids=lambda data: data.name)
def test_the_numbers_shown_give_the_result_shown(data: DataSet, neuron: dict[str, Any]) -> None:
    run = run_with(data, neuron, 3, 2)
    if run is None:
        return
    one = one_update(run, run.epoch + 1, run.row + 1)
    for stage in STAGES:
        shown = formulas(stage, one)
        assert len(shown) == len(questions(stage, one)) == len(results(stage, one))
        for formula, (_, result) in zip(shown, results(stage, one), strict=True):
            check(formula, result)


@examples(60)
@given(st.sampled_from(DATA), st.sampled_from(NEURONS), st.integers(0, 5), st.integers(0, 3), st.integers(0, 7))
def test_a_question_never_shows_its_own_result(
    data: DataSet, neuron: dict[str, Any], epochs: int, steps: int, stage: int
) -> None:
    run = run_with(data, neuron, epochs, steps)
    if run is None:
        return
    one = one_update(run, run.epoch + 1, run.row + 1)
    for question, formula in zip(questions(STAGES[stage], one), formulas(STAGES[stage], one), strict=True):
        assert sides(question)[-1] == "?"
        assert sides(question)[:-1] == sides(formula)[:-1]


def test_the_terms_of_an_update_are_the_neurons_own_arithmetic() -> None:
    """The same update once more, in plain arithmetic: tanh, without a bias, with three inputs."""
    run = run_of(0, data=PRESETS["three"], activation="tanh", bias="off")
    one = one_update(run, 1, 5)
    (x1, x2, x3), (w1, w2, w3) = one.row.inputs, one.update.weights
    output = math.tanh(x1 * w1 + x2 * w2 + x3 * w3)
    error = one.row.target - output
    assert dict(results("changes", one)) == pytest.approx(
        {f"Change of weight {i}": 0.1 * error * x * (1 - output * output) for i, x in enumerate((x1, x2, x3), start=1)}
    )


def test_a_sum_of_many_terms_stands_on_several_lines() -> None:
    run = run_of(2, data=TEN, activation="linear", learning_rate=1e-4)
    [formula] = formulas("sum", one_update(run, 3, 4))
    assert formula.count("<math>") == 4
    first, *rest = [as_python(line) for line in ElementTree.fromstring(f"<r>{formula}</r>")]
    assert first == "z=b+x1w1+⋯+x10w10"
    assert [line.count("+") - line.startswith("+") for line in rest] == [3, 3, 2]


def test_scaled_numbers_say_which_numbers_of_the_data_they_are() -> None:
    run = run_of(0, data=PRESETS["celsius"], scaling="0-1", activation="linear")
    one = one_update(run, 1, 4)
    assert sides(formulas("inputs", one)[0]) == ["x1", "(((-10)-(-40))/(120))", "0.25"]
    assert one.row.inputs == (-10.0,)
    found = panel(run, "update", stage=3)
    assert str(found["sentence"]).endswith(
        f"which is {run.task.shown(one_update(run, 1, 1).answer)} when it is scaled back."
    )
