"""The lines of faults that Python names no line for, and what else breaks a program."""

import pytest

from perceptron.changed_run import ChangedRun
from perceptron.fault_lines import placed
from perceptron.faults import COUNT, LOST, NO_METHOD, Fault, ProgramError
from perceptron.settings import Settings
from perceptron.words.faults import fault_in_words
from tests.unit.programs import OWN, with_lines


def fault_of(program: str) -> Fault:
    """What is wrong in its first epoch, with its line."""
    with pytest.raises(ProgramError) as raised:
        ChangedRun(Settings(rule=program)).advance(1)
    return placed(raised.value.fault, program)


def line_of(program: str, text: str) -> int:
    return next(number for number, line in enumerate(program.splitlines(), 1) if text in line)


@pytest.mark.parametrize(
    ("program", "text"),
    [
        (OWN.replace("self.bias += self", "self.bias = None  # "), "= None"),
        (OWN.replace("self.bias += self", "del self.bias  # "), "del self"),
        (with_lines("self.weights = 3.0"), "= 3.0"),
        (with_lines("self.weights = self.weights[:1]"), "[:1]"),
        (with_lines("self.steps = 1"), "self.steps"),
        (OWN.replace("return sigmoid(total)", "return str(total)"), "str(total)"),
        (OWN.replace("return sigmoid(total)", "sigmoid(total)"), "def predict"),
        (OWN.replace("def train(self, inputs, target)", "def train(self, inputs)"), "def train"),
        (OWN.replace("def predict(self, inputs)", "def predict(inputs)"), "def predict"),
        (OWN.replace("bias, learning_rate):", "bias, learning_rate, momentum):"), "def __init__"),
        (OWN.replace("def train", "def learn"), "class NeuralNetwork"),
    ],
)
def test_the_line_is_found_where_only_one_can_be_meant(program: str, text: str) -> None:
    found = fault_of(program)
    assert found.line == line_of(program, text)
    assert f"line {found.line}" in fault_in_words(found)


def test_where_more_than_one_line_can_be_meant_none_is_named() -> None:
    program = with_lines("self.weights[0] = [1.0]")
    assert fault_of(program).line == 0
    assert fault_of(OWN.replace("self.bias += self", "self.bias = 1.0\n        self.bias = None  # ")).line == 0


def test_a_line_that_is_known_stays_and_a_text_that_is_no_program_has_none() -> None:
    known = Fault("name", line=7)
    assert placed(known, OWN) is known
    for text in ("", "def", "x = 1", "\0"):
        assert placed(Fault(LOST, name="bias"), text).line == 0
    assert placed(Fault(NO_METHOD, name="train"), "class NeuralNetwork:\n    pass").line == 1
    assert placed(Fault(COUNT, name="weights", value="[1.0]"), OWN).line == line_of(OWN, "self.weights = weights")


@pytest.mark.parametrize("module", ["js", "pyodide.http", "pyodide_js", "_pyodide"])
def test_what_only_a_browsers_python_has_is_told_as_not_there(module: str) -> None:
    found = fault_of(f"import {module}\n{OWN}")
    assert (found.kind, found.line) == ("import", 1)
    assert f"No module named '{module}'. Only Python’s standard library is here." in fault_in_words(found)


def test_the_standard_library_is_imported_as_ever() -> None:
    lines = "import math\nimport collections.abc as abc\nfrom os.path import join as put\n"
    run = ChangedRun(Settings(rule=OWN.replace("import math\n", lines)))
    run.advance(1)
    assert run.neuron.namespace["put"]("a", "b") == "a/b"
    assert run.neuron.namespace["abc"].Mapping


def test_what_asks_for_a_debugger_is_told_as_what_asks_for_something_to_be_typed() -> None:
    assert fault_of(with_lines("breakpoint()")).kind == "input"


def test_what_is_too_long_for_the_memory_is_told_as_such() -> None:
    assert fault_of(with_lines("inputs = [0.0] * 10**30")).kind == "memory"
    assert fault_of(with_lines("math.exp(1000.0)")).kind == "overflow"
