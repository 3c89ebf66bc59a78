"""What is wrong with a person's program is found out, told as facts, and said in one line."""

import random
import threading
import time
from collections.abc import Iterator

import pytest

from perceptron import time_limit
from perceptron.faults import KINDS, MOST_OF_A_VALUE, MOST_VARIABLES, Fault, ProgramError, fault_of
from perceptron.memory_elsewhere import Elsewhere
from perceptron.settings import Settings
from perceptron.words.faults import SENTENCES, elsewhere_in_words, fault_in_words, printed_in_words
from tests.unit.programs import OWN, in_start, run_with, with_lines


@pytest.fixture(autouse=True)
def a_short_limit(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(time_limit.Watch.__init__, "__defaults__", (0.3,))
    yield
    assert threading.active_count() < 10


def fault_in(program: str, epochs: int = 3) -> Fault:
    with pytest.raises(ProgramError) as wrong:
        run_with(program, Settings(epochs=epochs)).advance(epochs)
    return wrong.value.fault


def later(line: str) -> str:
    """The line runs in row 2 of epoch 3."""
    program = in_start("self.steps = 0")
    return program.replace(
        "        output = self.predict",
        f"        self.steps += 1\n        if self.steps == 58:\n            {line}\n        output = self.predict",
    )


# For each program the kind, and a part of what is said.
IN_TRAINING: dict[str, tuple[str, str]] = {
    "wieghts": ("name", "NameError: name 'wieghts' is not defined"),
    "self.wieghts": ("attribute", "AttributeError: "),
    "self.weights + 1": ("type", "TypeError: can only concatenate list"),
    "1 / 0": ("division by zero", "ZeroDivisionError: division by zero."),
    "math.exp(1000)": ("overflow", "OverflowError: math range error. A number grew too large"),
    "self.weights[2]": ("lookup", "IndexError: list index out of range"),
    "math.sqrt(-1)": ("value", "ValueError: "),
    "import numpy_of_mine": ("import", "No module named 'numpy_of_mine'. Only Python’s standard library is here."),
    "self.train(inputs, target); self.steps = 57; self.train(inputs, target)": ("recursion", "RecursionError: "),
    "input('?')": ("input", "Nothing can be typed into it."),
    "exit()": ("exit", "The program ends itself."),
    "raise SystemExit": ("exit", "The program ends itself."),
    "raise MemoryError": ("memory", "more memory than there is"),
    "raise KeyError('x')": ("lookup", "KeyError: 'x'"),
    "raise StopIteration": ("other", "StopIteration"),
    "assert False, 'why'": ("other", "AssertionError: why."),
    "while True: pass": ("endless", "comes to no end"),
    "self.weights = None": ("no number", "self.weights is None."),
    "self.weights = 3.0": ("no number", "self.weights is 3.0."),
    "self.weights = [self.weights, self.weights]": ("no number", "self.weights is [["),
    "self.weights = [1.0]": ("count", "self.weights is [1.0], with more or fewer numbers than before."),
    "self.weights = [1.0, True]": ("bool", "self.weights is [1.0, True]. True and False are no numbers here"),
    "self.weights = [1.0, math.nan]": ("not finite", "self.weights is [1.0, nan]. It grew past"),
    "self.bias = [1.0]": ("no number", "self.bias is [1.0]."),
    "self.bias = 10 ** 400": ("not finite", "self.bias is 1000"),
    "self.steps = None": ("no number", "self.steps is None."),
    "self.steps = True": ("bool", "self.steps is True."),
    "del self.steps": ("lost", "self.steps is not there."),
    "del self.weights": ("lost", "self.weights is not there."),
    "self.velocity = [0.0, 0.0]": ("new", "self.velocity appears only in training."),
}


@pytest.mark.parametrize("line", IN_TRAINING)
def test_a_fault_is_told_with_its_kind_and_the_row_and_epoch(line: str) -> None:
    kind, said = IN_TRAINING[line]
    program = later(line)
    if kind in ("no number", "count", "bool", "not finite", "lost", "new"):
        # The row goes on, so that the wrong value is there at its end.
        program = program.replace(
            "        output = self.predict",
            "        else:\n            self.learn(inputs, target)\n\n    def learn(self, inputs, target):\n        output = self.predict",
        )
    fault = fault_in(program)
    assert (fault.kind, fault.epoch, fault.row) == (kind, 3, 2)
    assert said in fault_in_words(fault)
    assert "in epoch 3, row 2: " in fault_in_words(fault)
    assert "\n" not in fault_in_words(fault)


def test_a_wrong_value_that_breaks_a_later_row_is_told_where_it_became_wrong() -> None:
    fault = fault_in(
        with_lines(
            "if target == 0.5: self.weights = None", before="        self.bias += self.learning_rate * error * delta\n"
        )
    )
    assert (fault.kind, fault.name, fault.epoch, fault.row) == ("no number", "weights", 1, 5)


# For each program the kind, the line, and a part of what is said.
BEFORE_TRAINING: dict[str, tuple[str, str, int, str]] = {
    "no colon": (OWN.replace("def sigmoid(x):", "def sigmoid(x)"), "syntax", 6, "expected ':'"),
    "an open bracket": (OWN.replace("self.predict(inputs)", "self.predict(inputs"), "syntax", 30, "'(' was never closed"),
    "an empty text": ("\n", "no class", 0, "There is no class NeuralNetwork."),
    "a number in its place": ("NeuralNetwork = 3", "no class", 0, "There is no class"),
    "no method": (OWN.replace("def train", "def learn"), "no method", 0, "NeuralNetwork has no train."),
    "a fault in the start": (in_start("self.v = velocity"), "name", 23, "name 'velocity' is not defined"),
    "a fault outside": (OWN + "\n1 / 0\n", "division by zero", 38, "division by zero"),
    "no weights": (OWN.replace("self.weights = weights", "pass"), "lost", 0, "self.weights is not there."),
    "a weight too few": (OWN.replace("self.weights = weights", "self.weights = weights[:1]"), "count", 0, "self.weights is ["),
    "weights as a number": (OWN.replace("self.weights = weights", "self.weights = 1.0"), "no number", 0, "self.weights is 1.0"),
    "another name asked for": (OWN.replace("bias, learning_rate", "bias, rate"), "type", 0, "required positional argument: 'rate'"),
    "no answer": (OWN.replace("return sigmoid(total)", "sigmoid(total)"), "no answer", 0, "predict returns None."),
    "an answer that is true": (OWN.replace("return sigmoid(total)", "return total > 0"), "no answer", 0, "returns True."),
    "an endless start": (OWN + "\nwhile True:\n    pass\n", "endless", 38, "comes to no end"),
    "a zero byte": ("\0", "syntax", 0, "null byte"),
}  # fmt: skip


@pytest.mark.parametrize("name", BEFORE_TRAINING)
def test_a_fault_outside_of_training_is_told_with_its_line(name: str) -> None:
    program, kind, line, said = BEFORE_TRAINING[name]
    fault = fault_in(program)
    assert fault.kind == kind
    assert abs(fault.line - line) <= 1 if line else fault.line <= 1
    assert (fault.epoch, fault.row) == (0, 0)
    assert said in fault_in_words(fault)


def test_the_place_of_a_fault_is_told_to_the_character_with_the_variables_there() -> None:
    fault = fault_in(with_lines("change = delta * velocity"))
    [text] = [
        line
        for number, line in enumerate(with_lines("change = delta * velocity").splitlines(), 1)
        if number == fault.line
    ]
    first, last = fault.columns
    assert text[first - 1 : last - 1] == "velocity"
    told = dict(fault.variables)
    assert told["self.learning_rate"] == "0.1" and told["target"] == "1.0" and "error" in told
    assert fault_in_words(fault).startswith(f"Your program, line {fault.line}, in epoch 1, row 1: NameError")


def test_columns_count_characters_and_not_bytes() -> None:
    line = "é = 'ééé' + velocity"
    fault = fault_in(with_lines(line))
    first, last = fault.columns
    assert (" " * 8 + line)[first - 1 : last - 1] == "velocity"


def test_variables_are_few_and_short_whatever_they_are() -> None:
    class Odd:
        def __repr__(self) -> str:
            raise ValueError("no")

    assert Odd
    odd = "\nclass Odd:\n    def __repr__(self):\n        1 / 0\n"
    many = "; ".join([f"v{i} = [{i}] * 1000" for i in range(50)])
    fault = fault_in(with_lines(f"odd = Odd()\n{many}\n1 / 0") + odd)
    assert len(fault.variables) == MOST_VARIABLES
    assert max(len(value) for _, value in fault.variables) <= MOST_OF_A_VALUE
    assert dict(fault.variables)["odd"] == "<Odd>"


def test_every_kind_has_words() -> None:
    assert set(SENTENCES) == set(KINDS)
    for kind in KINDS:
        assert "{" not in fault_in_words(Fault(kind, "Message", 1, name="name", value="value"))


def test_a_fault_that_python_finds_elsewhere_has_no_line() -> None:
    try:
        raise ValueError("x")
    except ValueError as error:
        assert fault_of(error)[:4] == ("value", "ValueError: x", 0, (0, 0))


def test_a_long_run_is_not_stopped_as_long_as_its_rows_come_to_an_end() -> None:
    slow = OWN.replace("import math\n", "import math\nimport time\n").replace(
        "        output = self", "        time.sleep(0.02)\n        output = self"
    )
    started = time.perf_counter()
    run_with(slow).advance(2)
    assert time.perf_counter() - started > 0.9


def test_what_is_printed_is_kept_up_to_a_limit() -> None:
    run = run_with(with_lines("print('error', error, sep='=')"))
    run.advance(1)
    assert run.printed.text.splitlines()[0].startswith("error=0.28")
    assert len(run.printed.text.splitlines()) == 28
    assert printed_in_words(run.printed).startswith("Printed by your program:\nerror=0.28")
    run.advance(100)
    assert len(run.printed.text) == 10_000
    assert f"… and {run.printed.left_out:,} characters more" in printed_in_words(run.printed)


def test_nothing_of_a_program_reaches_the_real_output(capsys: pytest.CaptureFixture[str]) -> None:
    run_with(with_lines("print(error)")).advance(2)
    assert capsys.readouterr().out == ""


# For each program what it keeps elsewhere, and whether digits depend on it.
ELSEWHERE: dict[str, tuple[str, Elsewhere]] = {
    "a counter that is global": (
        with_lines("global N; N += 1\nerror *= N").replace("import math\n", "import math\n\nN = 0\n"),
        Elsewhere(("N",), False),
    ),
    "a list that is global and only kept": (
        with_lines("SEEN.append(error)").replace("import math\n", "import math\n\nSEEN = []\n"),
        Elsewhere(("SEEN",), True),
    ),
    "random without a seed": (
        with_lines("error *= random.random()").replace("import math\n", "import math\nimport random\n"),
        Elsewhere(("random",), False),
    ),
    "a generator of random numbers": (
        in_start("self.noise = random.Random(1)")
        .replace("import math\n", "import math\nimport random\n")
        .replace("error = target - output", "error = target - output + self.noise.random()"),
        Elsewhere(("self.noise",), False),
    ),
    "a dictionary of its own": (
        in_start("self.seen = {}").replace(
            "        delta =", "        self.seen[target] = self.seen.get(target, 0) + 1\n        error /= self.seen[target]\n        delta ="
        ),
        Elsewhere(("self.seen",), False),
    ),
    "a closure": (
        OWN.replace(
            "class Neural",
            "def counter():\n    n = 0\n    def count():\n        nonlocal n\n        n += 1\n        return n\n    return count\n\n\ncount = counter()\n\n\nclass Neural",
        ).replace("        delta =", "        error /= count()\n        delta ="),
        Elsewhere(("count: n",), False),
    ),
    "a default that changes": (
        OWN.replace("def train(self, inputs, target):", "def train(self, inputs, target, seen=[]):\n        seen.append(target)"),
        Elsewhere(("NeuralNetwork.train",), True),
    ),
    "an attribute of the class": (
        with_lines("NeuralNetwork.steps += 1\nerror /= NeuralNetwork.steps").replace("    def __init__", "    steps = 0\n\n    def __init__"),
        Elsewhere(("NeuralNetwork.steps",), False),
    ),
    "something that does not show": (
        OWN.replace("class Neural", "def rising():\n    n = 0\n    while True:\n        n += 1\n        yield n\n\n\nNEXT = rising()\n\n\nclass Neural").replace(
            "        delta =", "        error /= next(NEXT)\n        delta ="
        ),
        Elsewhere((), False),
    ),
    "nothing": (with_lines("self.steps += 1").replace(*[in_start("")] * 2), Elsewhere((), True)),
}  # fmt: skip
ELSEWHERE["nothing"] = (
    in_start("self.steps = 0").replace("        delta", "        self.steps += 1\n        delta"),
    Elsewhere((), True),
)


@pytest.mark.parametrize("name", ELSEWHERE)
def test_what_a_program_keeps_elsewhere_is_found_out_and_said(name: str) -> None:
    program, found = ELSEWHERE[name]
    run = run_with(program)
    run.advance(3)
    assert run.elsewhere() == found
    said = elsewhere_in_words(found)
    assert bool(said) == (name != "nothing")
    assert all(part in said for part in found.names)
    assert ("may give other digits" in said) == (not found.is_exact)


def test_a_reset_runs_the_program_anew() -> None:
    run = run_with(ELSEWHERE["a counter that is global"][0])
    run.advance(3)
    state = run.neuron.state
    run.reset()
    run.advance(3)
    assert run.neuron.state == state


def test_pythons_own_random_numbers_are_left_alone() -> None:
    random.seed(1)
    expected = random.random()
    random.seed(1)
    run_with(OWN).advance(2)
    assert random.random() == expected
