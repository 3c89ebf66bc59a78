"""The program of an experiment: short, readable, and what really runs."""

import ast
import builtins
import math
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perceptron.activations import ACTIVATIONS
from perceptron.datasets import Row
from perceptron.learning import learn, train_epochs
from perceptron.losses import LOSSES
from perceptron.neuron import Perceptron
from perceptron.pieces import CLASS, PIECES, pieces_of, rule_text, start_names
from perceptron.program import program_of
from perceptron.settings import Settings
from tests.unit.test_learning import parameters

KINDS = [
    *product(ACTIVATIONS, ["squared"], [True, False]),
    *product(["sigmoid"], ["cross-entropy"], [True, False]),
]
NUMBERS = st.floats(-4, 4)


def namespace_of(text: str) -> dict[str, Any]:
    namespace: dict[str, Any] = {"__name__": "program"}
    exec(text, namespace)
    return namespace


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_it_is_a_short_program_for_python_3_9_with_nothing_but_the_standard_library(
    kind: tuple[str, str, bool],
) -> None:
    text = rule_text(*kind)
    tree = ast.parse(text, feature_version=(3, 9))
    assert len(text.splitlines()) <= 40
    assert max(map(len, text.splitlines())) <= 100
    assert {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names} <= {"math"}
    assert "\n\n\n\n" not in text and text.endswith("\n")


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_it_holds_only_what_its_neuron_needs(kind: tuple[str, str, bool]) -> None:
    activation, _, has_bias = kind
    tree = ast.parse(rule_text(*kind))
    defined = [node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)]
    assert defined == [activation, "derivative", CLASS]
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    known = {*defined, *dir(builtins), "x", "weight", "weights", "learning_rate", "self", "total", "output"}
    assert names <= known | {"inputs", "target", "error", "delta", "j", "bias", "math"}
    assert ("math" in names) == ("import math" in rule_text(*kind))
    assert ("bias" in names) == has_bias


def test_the_program_of_the_article_begins_as_a_reader_of_it_knows() -> None:
    text = program_of(Settings())
    assert "return 1.0 / (1.0 + math.exp(-x))" in text
    assert "self.weights[j] += self.learning_rate * error * inputs[j] * delta" in text
    assert start_names(text) == ("weights", "bias", "learning_rate")
    assert start_names(program_of(Settings(bias="off"))) == ("weights", "learning_rate")
    assert start_names("x = 1") == ()


def test_every_piece_is_part_of_some_program() -> None:
    assert {piece for kind in KINDS for piece in pieces_of(*kind)} == set(PIECES)


@st.composite
def neurons_and_rows(draw: st.DrawFn) -> tuple[tuple[str, str, bool], Perceptron, list[Row]]:
    kind = draw(st.sampled_from(KINDS))
    activation, loss, has_bias = kind
    inputs = draw(st.integers(1, 10))
    vectors = st.lists(NUMBERS, min_size=inputs, max_size=inputs).map(tuple)
    rows = draw(st.lists(st.builds(Row, vectors, NUMBERS), min_size=1, max_size=5))
    learned_with = LOSSES[loss].learned_with(ACTIVATIONS[activation])
    return kind, Perceptron(draw(vectors), draw(NUMBERS) if has_bias else 0.0, learned_with, has_bias), rows


@given(neurons_and_rows(), st.floats(0.0001, 100))
def test_every_faster_form_of_the_rule_gives_the_bits_of_the_program(
    case: tuple[tuple[str, str, bool], Perceptron, list[Row]], rate: float
) -> None:
    kind, neuron, rows = case
    start = {"weights": list(neuron.weights), "learning_rate": rate, **({"bias": neuron.bias} if kind[2] else {})}
    program = namespace_of(rule_text(*kind))[CLASS](**start)
    noted = neuron.with_numbers(neuron.weights, neuron.bias)
    assert repr(program.predict(rows[0].inputs)) == repr(neuron.predict(rows[0].inputs))
    for row in rows:
        program.train(row.inputs, row.target)
        learn(noted, row, rate)
    train_epochs(neuron, rows, rate, 1)
    expected = repr([*program.weights, program.bias if kind[2] else 0.0])
    assert repr(parameters(noted)) == expected
    assert repr(parameters(neuron)) == expected


@given(st.sampled_from(KINDS), st.floats(allow_nan=False))
def test_the_activations_that_explain_an_answer_are_those_of_the_program(
    kind: tuple[str, str, bool], number: float
) -> None:
    activation = LOSSES[kind[1]].learned_with(ACTIVATIONS[kind[0]])
    program = namespace_of(rule_text(*kind))
    assert repr(program[kind[0]](number)) == repr(activation.function(number))
    output = activation.function(number)
    assert repr(program["derivative"](output)) == repr(activation.derivative(output))


def test_the_terms_of_an_update_come_from_running_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """With another program the record has other terms."""
    from perceptron import learning

    halved = rule_text("sigmoid", "squared", True).replace("error = target - output", "error = (target - output) / 2")
    learning._noted_rule.cache_clear()
    with monkeypatch.context() as patched:
        patched.setattr(learning, "rule_text", lambda *kind: halved)
        update = learn(Perceptron([0.3, 0.6], 0.1), Row((0.5, 0.5), 1.0), 0.1)
    learning._noted_rule.cache_clear()
    plain = learn(Perceptron([0.3, 0.6], 0.1), Row((0.5, 0.5), 1.0), 0.1)
    assert update.error == plain.error / 2
    assert update.weight_changes == tuple(change / 2 for change in plain.weight_changes)


def test_a_row_with_another_number_of_inputs_is_refused() -> None:
    with pytest.raises(ValueError, match="has 1 inputs, but the neuron 2 weights"):
        learn(Perceptron([0.3, 0.6], 0.1), Row((0.5,), 1.0), 0.1)


def test_an_update_past_the_floats_keeps_its_terms() -> None:
    update = learn(Perceptron([1e300, 1e300], 0.0, ACTIVATIONS["linear"]), Row((1e300, 0.0), 1.0), 0.1)
    assert not update.can_be_made
    assert math.isinf(update.weighted_sum)
