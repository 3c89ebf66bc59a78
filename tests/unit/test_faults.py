"""What is wrong with a person's program is found out, told as facts, and said in one line."""

import random
import signal
import threading
import time
from collections.abc import Iterator

import pytest

from perceptron import ctrl_c, time_limit
from perceptron.changes import RATE
from perceptron.faults import KINDS, MOST_OF_A_VALUE, MOST_VARIABLES, Fault, ProgramError, Stopped, fault_of
from perceptron.memory_elsewhere import Elsewhere
from perceptron.settings import Settings
from perceptron.words.faults import SENTENCES, elsewhere_in_words, fault_in_words, printed_in_words
from tests.unit.programs import OWN, in_start, run_with, with_lines

pytestmark = pytest.mark.slow  # left to “make unit” and “make test”


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
    "raise SystemExit(3)": ("exit", "The program ends itself."),
    "raise KeyboardInterrupt": ("ending", "KeyboardInterrupt. The program ends itself. Without this line"),
    "raise GeneratorExit('so')": ("ending", "GeneratorExit: so. The program ends itself."),
    "raise type('Bye', (BaseException,), {})": ("other", "Bye."),
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
    "self.weights = [1.0, math.nan]": (
        "NaN",
        "self.weights is [1.0, nan], and nan is no number. Look for float('nan')",
    ),
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
    if kind in ("no number", "count", "bool", "not finite", "NaN", "lost", "new"):
        # The row goes on, so that the wrong value is there at its end.
        rest = "        else:\n            self.learn(inputs, target)\n\n    def learn(self, inputs, target):\n"
        program = program.replace("        output = self.predict", f"{rest}        output = self.predict")
    fault = fault_in(program)
    assert (fault.kind, fault.epoch, fault.row) == (kind, 3, 2)
    assert said in fault_in_words(fault)
    assert "in epoch 3, row 2: " in fault_in_words(fault)
    assert "\n" not in fault_in_words(fault)


def test_of_a_program_that_calls_itself_without_end_only_the_last_call_is_looked_at(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """To look at all of them took so long on a busy computer that the program was called endless."""
    looked_for: list[str] = []

    def counted(name: str, *more: object) -> list[str]:
        looked_for.append(name)
        return []

    monkeypatch.setattr("linecache.getlines", counted)
    assert fault_in(with_lines("self.train(inputs, target)")).kind == "recursion"
    assert len(looked_for) < 20


def test_a_wrong_value_that_breaks_a_later_row_is_told_where_it_became_wrong() -> None:
    fault = fault_in(
        with_lines(
            "if target == 0.5: self.weights = None", before="        self.bias += self.learning_rate * error * delta\n"
        )
    )
    assert (fault.kind, fault.name, fault.epoch, fault.row) == ("no number", "weights", 1, 5)


ANSWER, WEIGHTS = "return sigmoid(total)", "self.weights = weights"
# For each program the kind, what its line holds if one is told, and a part of what is said.
BEFORE_TRAINING: dict[str, tuple[str, str, str, str]] = {
    "no colon": (OWN.replace("sigmoid(x):", "sigmoid(x)"), "syntax", "def sigmoid(x)", "expected ':'"),
    "an open bracket": (OWN.replace("predict(inputs)\n", "predict(inputs\n"), "syntax", "self.predict", "never closed"),
    "an empty text": ("\n", "no class", "", "There is no class NeuralNetwork."),
    "a number in its place": ("NeuralNetwork = 3", "no class", "", "There is no class"),
    "no method": (OWN.replace("def train", "def learn"), "no method", "", "NeuralNetwork has no train."),
    "a fault in the start": (in_start("self.v = velocity"), "name", "velocity", "name 'velocity' is not defined"),
    "a fault outside": (OWN + "\n1 / 0\n", "division by zero", "1 / 0", "division by zero"),
    "no weights": (OWN.replace(WEIGHTS, "pass"), "lost", "", "self.weights is not there."),
    "a weight too few": (OWN.replace(WEIGHTS, f"{WEIGHTS}[:1]"), "count", "", "self.weights is ["),
    "weights as a number": (OWN.replace(WEIGHTS, "self.weights = 1.0"), "no number", "", "self.weights is 1.0"),
    "another name asked for": (OWN.replace(", learning_rate):", ", rate):"), "arguments", "", "argument: 'rate'"),
    "no answer": (OWN.replace(ANSWER, "sigmoid(total)"), "no answer", "", "predict returns None."),
    "an answer that is true": (OWN.replace(ANSWER, "return total > 0"), "no answer", "", "returns True."),
    "an endless start": (OWN + "\nwhile True: pass\n", "endless", "while True", "comes to no end"),
    "a zero byte": ("\0", "syntax", "", "null byte"),
}


@pytest.mark.parametrize("name", BEFORE_TRAINING)
def test_a_fault_outside_of_training_is_told_with_its_line(name: str) -> None:
    program, kind, held, said = BEFORE_TRAINING[name]
    fault = fault_in(program)
    assert fault.kind == kind
    assert held in program.splitlines()[fault.line - 1] if held else fault.line == 0
    assert (fault.epoch, fault.row) == (0, 0)
    assert said in fault_in_words(fault)


ENDS = ("KeyboardInterrupt", "SystemExit", "GeneratorExit")
DELETED = "class Held:\n    def __del__(self):\n        {end}\n\n\n"
# For each place in a program, the program that ends itself there.
PLACES: dict[str, str] = {
    "in its text": OWN + "\n{end}\n",
    "in a class": OWN + "\nclass Held:\n    {end}\n",
    "in __init__": in_start("{end}"),
    "in predict": OWN.replace("        " + ANSWER, "        {end}"),
    "in train": with_lines("{end}"),
    "in a function that train calls": with_lines("ended()") + "\n\ndef ended():\n    {end}\n",
    "after finally": with_lines("try:\n    {end}\nfinally:\n    error = 0.0"),
    "in a property": with_lines("self.ended") + "\n    @property\n    def ended(self):\n        {end}\n",
    "in the property of its learning rate": OWN.replace(RATE, "")
    + "\n    @property\n    def learning_rate(self):\n        {end}\n",
    "in __del__": DELETED + with_lines("Held()"),
    "in __del__ of the neuron": OWN + "\n    def __del__(self):\n        {end}\n",
    "in __init_subclass__": OWN + "\n    def __init_subclass__(cls):\n        {end}\n",
    "where it is copied": "class Held:\n    def __deepcopy__(self, _):\n        {end}\n\n\n"
    + in_start("self.held = Held()"),
}


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # of neurons that go outside of a run
@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("place", PLACES)
def test_a_program_that_ends_itself_anywhere_is_told_with_its_line(place: str, end: str) -> None:
    program = PLACES[place].replace("{end}", f"raise {end}")
    fault = fault_in(program)
    assert fault.kind == ("exit" if end == "SystemExit" else "ending")
    assert f"raise {end}" in program.splitlines()[fault.line - 1]
    assert "The program ends itself." in fault_in_words(fault)


def test_what_is_raised_where_python_goes_on_belongs_to_its_row() -> None:
    fault = fault_in(DELETED.format(end="1 / 0") + with_lines("if target == 0.5: Held()"))
    assert (fault.kind, fault.epoch, fault.row) == ("division by zero", 1, 5)


@pytest.mark.parametrize("end", ENDS)
def test_a_value_that_ends_the_program_when_it_is_shown_is_only_called_by_its_class(end: str) -> None:
    odd = f"class Odd:\n    def __repr__(self):\n        raise {end}\n\n\n"
    assert dict(fault_in(odd + with_lines("odd = Odd()\n1 / 0")).variables)["odd"] == "<Odd>"
    run = run_with(odd + in_start("self.odd = Odd()"))
    run.advance(20)
    assert (run.epoch, run.elsewhere()) == (20, Elsewhere((), True))


def test_what_another_program_has_left_is_no_fault_of_this_one() -> None:
    held = run_with(DELETED.format(end="raise SystemExit") + OWN).neuron.namespace["Held"]()
    run = run_with(with_lines("forget()") + "\n\ndef forget(): pass\n")
    left = [held]
    del held
    run.neuron.namespace["forget"] = left.clear  # which ends the other program's object
    run.advance(1)
    assert (run.epoch, run.fault, left) == (1, None, [])


def test_what_others_raise_where_python_goes_on_is_left_to_python(capsys: pytest.CaptureFixture[str]) -> None:
    class Held:
        def __del__(self) -> None:
            raise ValueError("not of the program")

    with run_with(OWN).watched():
        Held()
    assert "not of the program" in capsys.readouterr().err


def test_ctrl_c_stops_a_program_and_is_no_fault() -> None:
    """Also where the program catches all that is an Exception."""
    run = run_with(with_lines("interrupted()") + "\n\ndef interrupted(): pass\n")
    run.neuron.namespace["interrupted"] = lambda: signal.raise_signal(signal.SIGINT)
    with ctrl_c.heard(), pytest.raises(Stopped):
        run.advance(1)
    assert run.fault is None


def test_the_place_of_a_fault_is_told_to_the_character_with_the_variables_there() -> None:
    program = with_lines("change = delta * velocity")
    fault = fault_in(program)
    text = program.splitlines()[fault.line - 1]
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
    whole = f"{10_000 + run.printed.left_out:,} characters"
    assert printed_in_words(run.printed).startswith(
        f"Printed by your program, the first 10,000 of {whole}:\nerror=0.28"
    )


def test_what_is_asked_shown_or_gone_through_again_prints_nothing() -> None:
    told = "print('row')"
    program = f"print('made')\n{with_lines(told)}".replace("        total =", "        print('asked')\n        total =")
    run = run_with(program)
    assert run.printed.text == "made\n"
    run.advance(2)
    one_row = "asked\nrow\n"
    assert run.printed.text == "made\n" + 2 * 28 * one_row
    with run.watched():
        run.verdicts().score  # noqa: B018  # which asks every test row
        run.update_at(1, 3)
    run.at(1)
    run.ends_between(0, 2)
    run.neuron_before(2, 5)
    run.rewind(1)
    assert run.printed.text == "made\n" + 2 * 28 * one_row
    run.rewind(0)
    assert run.printed.text == "made\n"
    run.step()
    assert run.printed.text == f"made\n{one_row}"


def test_nothing_of_a_program_reaches_the_real_output(capsys: pytest.CaptureFixture[str]) -> None:
    run_with(with_lines("print(error)")).advance(2)
    assert capsys.readouterr().out == ""


COUNTER = """\
def counter():
    n = 0

    def count():
        nonlocal n
        n += 1
        return n

    return count


count = counter()
"""
RISING = """\
def rising():
    n = 0
    while True:
        n += 1
        yield n


NEXT = rising()
"""
TRAIN = "def train(self, inputs, target):"
IMPORTS, MADE, DELTA = "import math\n", "    def __init__", "        delta = "
# For each program what it keeps elsewhere, and whether digits depend on it.
ELSEWHERE: dict[str, tuple[str, Elsewhere]] = {
    "a counter that is global": (
        with_lines("global N; N += 1\nerror *= N").replace(IMPORTS, f"{IMPORTS}N = 0\n"),
        Elsewhere(("N",), False),
    ),
    "a list that is global and only kept": (
        with_lines("SEEN.append(error)").replace(IMPORTS, f"{IMPORTS}SEEN = []\n"),
        Elsewhere(("SEEN",), True),
    ),
    "random without a seed": (
        with_lines("error *= random.random()").replace(IMPORTS, f"{IMPORTS}import random\n"),
        Elsewhere(("random",), False),
    ),
    "a generator of random numbers": (
        in_start("self.noise = random.Random(1)")
        .replace(IMPORTS, f"{IMPORTS}import random\n")
        .replace(DELTA, f"        error += self.noise.random()\n{DELTA}"),
        Elsewhere(("self.noise",), False),
    ),
    "a dictionary of its own": (
        in_start("self.seen = {}").replace(
            DELTA, f"        error += len(self.seen)\n        self.seen[error] = 1\n{DELTA}"
        ),
        Elsewhere(("self.seen",), False),
    ),
    "a closure": (
        OWN.replace(IMPORTS, f"{IMPORTS}{COUNTER}").replace(DELTA, f"        error /= count()\n{DELTA}"),
        Elsewhere(("count: n",), False),
    ),
    "a default that changes": (
        OWN.replace(TRAIN, f"{TRAIN[:-2]}, seen=[]):\n        seen.append(target)"),
        Elsewhere(("NeuralNetwork.train",), True),
    ),
    "an attribute of the class": (
        with_lines("NeuralNetwork.steps += 1\nerror /= NeuralNetwork.steps").replace(MADE, f"    steps = 0\n{MADE}"),
        Elsewhere(("NeuralNetwork.steps",), False),
    ),
    "something that does not show": (
        OWN.replace(IMPORTS, f"{IMPORTS}{RISING}").replace(DELTA, f"        error /= next(NEXT)\n{DELTA}"),
        Elsewhere((), False),
    ),
    "nothing": (
        in_start("self.steps = 0").replace(DELTA, f"        self.steps += 1\n{DELTA}"),
        Elsewhere((), True),
    ),
}


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
