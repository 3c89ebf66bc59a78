"""The lines that ran for one row, in their order, with the values that they read and wrote."""

import sys
from itertools import product

import pytest

from perceptron import line_by_line as lines
from perceptron.activations import ACTIVATIONS
from perceptron.changes import CHANGES, changed
from perceptron.experiment import Run
from perceptron.legs import Leg
from perceptron.line_by_line import Lines, Ran, line_by_line, lines_at
from perceptron.pieces import rule_text
from perceptron.settings import Settings
from perceptron.words.lines import left_out_in_words
from tests.unit.programs import MOMENTUM, OWN, in_start, run_with, with_lines

pytestmark = pytest.mark.slow  # left to “make unit” and “make test”


def lines_of(program: str) -> Lines:
    run = run_with(program)
    return line_by_line(run.neuron, run.settings.data.training[1], {})


def of_line(program: str, text: str) -> list[Ran]:
    return [ran for ran in lines_of(program).ran if text in ran.text]


def test_the_lines_stand_in_the_order_in_which_they_ran_with_loops_unrolled() -> None:
    ran = lines_of(OWN).ran
    assert [line.text.strip() for line in ran][:9] == [
        "output = self.predict(inputs)",
        "total = self.bias",
        "for x, weight in zip(inputs, self.weights):",
        "total += x * weight",
        "for x, weight in zip(inputs, self.weights):",
        "total += x * weight",
        "for x, weight in zip(inputs, self.weights):",
        "return sigmoid(total)",
        "try:",
    ]
    assert all(OWN.splitlines()[line.line - 1] == line.text for line in ran)


def test_each_turn_of_a_loop_is_counted_and_the_end_of_a_loop_is_no_turn() -> None:
    loop, *_ = of_line(OWN, "for j in range")
    turns = [[turn for _, turn in ran.turns] for ran in of_line(OWN, "for j in range")]
    assert turns == [[1], [2], []]
    assert [ran.turns for ran in of_line(OWN, "self.weights[j] +=")] == [((loop.line, 1),), ((loop.line, 2),)]
    assert [ran.wrote for ran in of_line(OWN, "for j in range")] == [(("j", "0"),), (("j", "1"),), ()]


def test_a_loop_in_a_loop_has_its_turns_and_begins_again() -> None:
    program = with_lines("for a in (1, 2):\n    b = 0\n    while b < 2:\n        b += 1")
    assert [tuple(turn for _, turn in ran.turns) for ran in of_line(program, "b += 1")] == [
        (1, 1),
        (1, 2),
        (2, 1),
        (2, 2),
    ]
    assert [len(ran.turns) for ran in of_line(program, "while b < 2")] == [2, 2, 1] * 2


def test_values_are_those_before_and_after_a_line() -> None:
    update = Run(Settings()).update_at(1, 1)
    run = Run(Settings())
    ran = {line.text.strip(): line for line in lines_at(run, 1, 1).ran}
    error = ran["error = target - output"]
    assert error.read == (("target", "1.0"), ("output", repr(update.output)))
    assert error.wrote == (("error", repr(update.error)),)
    assert ran["delta = derivative(output)"].wrote == (("delta", repr(update.derivative)),)
    assert ran["return sigmoid(total)"].wrote == (("return", repr(update.output)),)
    bias = ran["self.bias += self.learning_rate * error * delta"]
    assert dict(bias.read)["self.bias"] == repr(update.bias)
    assert bias.wrote == (("self.bias", repr(update.new_bias)),)


@pytest.mark.parametrize("kind", [*product(ACTIVATIONS, ["squared"], [True, False])], ids=str)
def test_for_every_own_program_the_last_values_are_those_of_the_update(kind: tuple[str, str, bool]) -> None:
    activation, loss, has_bias = kind
    run = Run(Settings(activation=activation, loss=loss, bias="on" if has_bias else "off", order="shuffled"))
    run.advance(3)
    found, update = lines_at(run, 3, 5), run.update_at(3, 5)
    assert found.left_out == 0 and found.fault is None
    new = [ran.wrote[0][1] for ran in found.ran if "self.weights[j] +=" in ran.text]
    assert new == [repr(weight) for weight in update.new_weights]
    assert rule_text(*kind).splitlines()[found.ran[0].line - 1] == found.ran[0].text


def test_a_changed_program_is_told_at_any_moment_with_what_it_remembers() -> None:
    run = run_with(MOMENTUM, Settings(epochs=9, legs=(Leg(0.1, 4, 2),), learning_rate=0.7))
    run.advance(6)
    before = run.neuron.state
    found = lines_at(run, 5, 3)
    assert run.neuron.state == before
    rates = {dict(ran.read)["self.learning_rate"] for ran in found.ran if "self.velocity[j] =" in ran.text}
    assert rates == {"0.7"}
    [bias] = [ran for ran in found.ran if "self.bias +=" in ran.text]
    assert bias.wrote == (("self.bias", repr(run.update_at(5, 3).new_bias)),)


@pytest.mark.parametrize("name", CHANGES)
def test_every_ready_change_is_told(name: str) -> None:
    assert len(lines_of(changed(OWN, CHANGES[name])).ran) > 10


def test_more_lines_than_a_person_reads_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = lines_of(OWN)
    monkeypatch.setattr(lines, "MOST_LINES", 7)
    found = lines_of(OWN)
    assert found.ran == whole.ran[:7]
    assert found.left_out == len(whole.ran) - 7


def test_a_very_long_row_is_not_counted_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "MOST_LINES", 7)
    monkeypatch.setattr(lines, "MOST_COUNTED", 50)
    before = sys.gettrace()
    found = lines_of(with_lines("for turn in range(1000):\n    last = turn"))
    assert (found.left_out, found.is_counted, len(found.ran)) == (50, False, 7)
    assert left_out_in_words(found) == "These are the first 7 lines. At least 50 more lines ran."
    assert sys.gettrace() is before
    monkeypatch.undo()
    assert left_out_in_words(lines_of(OWN)) == ""


def test_a_value_that_is_written_over_several_lines_is_told_in_one() -> None:
    program = with_lines("error = (\n    self .\n    bias\n)")
    [ran] = of_line(program, "error = (")
    assert [name for name, _ in ran.read] == ["self . bias"]


def test_a_line_that_fails_is_the_last_and_wrote_nothing() -> None:
    found = lines_of(with_lines("error = 1 / 0"))
    assert found.fault is not None and found.fault.kind == "division by zero"
    assert (found.ran[-1].text.strip(), found.ran[-1].wrote) == ("error = 1 / 0", ())


def test_after_an_exception_that_is_caught_it_goes_on() -> None:
    program = with_lines(
        "for a in (1, 2):\n    try:\n        error = 1 / 0\n    except ZeroDivisionError:\n        error = a"
    )
    assert [ran.wrote for ran in of_line(program, "error = a")] == [(("error", "1"),), (("error", "2"),)]
    assert [ran.turns[0][1] for ran in of_line(program, "error = a")] == [1, 2]
    assert {ran.wrote for ran in of_line(program, "error = 1 / 0")} == {()}


def test_a_statement_of_several_lines_is_told_once_and_a_comprehension_as_one_line() -> None:
    program = with_lines("total = (\n    error\n    + sum([x * x for x in inputs])\n)")
    [ran] = of_line(program, "total = (")
    [error] = of_line(program, "error = target")
    assert [value for name, value in ran.read if name == "error"] == [error.wrote[0][1]]
    assert [name for name, _ in ran.wrote] == ["total"]


def test_what_is_read_may_do_nothing_when_it_is_told() -> None:
    """A call is not made again, and the neuron is that of a copy."""
    program = in_start("self.steps = [0]").replace(
        "    def predict",
        "    def step(self):\n        self.steps[0] += 1\n        return self.steps\n\n    def predict",
    )
    program = program.replace("        error = target", "        self.step()[0] += 0\n        error = target")
    run = run_with(program)
    found = line_by_line(run.neuron, run.settings.data.training[0], {})
    assert run.neuron.own.steps == [0]
    assert [ran.wrote for ran in found.ran if "self.steps[0] += 1" in ran.text] == [(("self.steps[0]", "1"),)]
    run.advance(1)
    assert run.neuron.own.steps == [28]


def test_whoever_traces_already_goes_on_to_do_so() -> None:
    before = sys.gettrace()
    lines_of(OWN)
    assert sys.gettrace() is before
