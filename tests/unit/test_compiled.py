"""A run that trains with compiled programs is the same run, and every program that is wrong is found out."""

import math
from array import array
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import perceptron.engine
from perceptron import webassembly
from perceptron.activations import ACTIVATIONS
from perceptron.compiled import FIRST_EPOCHS, IN_A_ROW, MOST_AT_ONCE, ONE_IN, Compiled, Runner
from perceptron.compiling import Program, Work
from perceptron.datasets import DataSet, Row
from perceptron.ends import Ends, columns, joined
from perceptron.engine import PLAIN_PYTHON, Engine, Ran
from perceptron.experiment import Run
from perceptron.learning import _noted_rule, train_epochs
from perceptron.legs import Leg
from perceptron.pieces import rule_text
from perceptron.presets import PRESETS
from perceptron.settings import Settings
from perceptron.tracing import Unsupported
from perceptron.words.engine import engine_in_words
from tests.machine import wasmtime_machine
from tests.unit.playing import plain
from tests.unit.test_session import ALL, at, of
from web.worker.session import Session

pytestmark = pytest.mark.slow  # left to “make unit” and “make test”

LINEAR = Settings(activation="linear")  # it needs no e^x, which takes long here


def everything(run: Run) -> object:
    """All that a run is, as exact as it gets."""
    history = run.history
    kept = [*history.weights, history.bias, history.errors]
    numbers = [*run.neuron.weights, run.neuron.bias, run.error]
    return list(map(repr, numbers)), [one.tobytes() for one in kept], history.stride, run.epoch, run.row, run.stopped


def trained(chosen: Settings, engine: Engine, *calls: int) -> Run:
    run = Run(chosen, engine)
    for epochs in calls:
        run.advance(epochs)
    return run


LEGS = st.sampled_from([(), (Leg(0.3, 2, 0),), (Leg(0.3, 0, 2), Leg(1.0, 3, 0), Leg(0.01, 9, 3))])
CHOSEN = st.builds(
    Settings,
    data=st.sampled_from([PRESETS["and"], PRESETS["xor"], PRESETS["article"]]),
    activation=st.sampled_from(list(ACTIVATIONS)),
    order=st.sampled_from(["given", "shuffled"]),
    scaling=st.sampled_from(["none", "0-1"]),
    bias=st.sampled_from(["on", "off"]),
    seed=st.integers(0, 999),
    learning_rate=st.sampled_from([0.1, 1.0, 100.0]),
    legs=LEGS,
)


@settings(max_examples=60, deadline=None)
@given(CHOSEN, st.lists(st.integers(0, 12), min_size=1, max_size=4), st.integers(0, 5))
def test_every_run_is_the_same_however_it_is_cut(chosen: Settings, calls: list[int], steps: int) -> None:
    engine = Compiled(wasmtime_machine)
    runs = [Run(chosen), Run(chosen, engine)]
    for run in runs:
        for epochs in calls:
            run.advance(epochs)
            for _ in range(steps):
                run.step()
    assert everything(runs[0]) == everything(runs[1])
    if runs[1].epoch and not runs[1].stopped and not chosen.legs and not steps:
        # At such a rate the errors may become infinite, and what Python does then is Python's to do.
        by_python = chosen.learning_rate == 100.0 and runs[1].ran == Ran("python", "numbers")
        assert by_python or runs[1].ran == Ran("compiled")


def test_a_long_run_is_thinned_out_alike() -> None:
    chosen = Settings(data=PRESETS["and"], activation="linear", scaling="0-1")
    ours, theirs = trained(chosen, Compiled(wasmtime_machine), 7, 50_000, 40_000), trained(chosen, PLAIN_PYTHON, 90_007)
    assert ours.history.stride == 4
    assert everything(ours) == everything(theirs)
    assert (ours.ran, theirs.ran) == (Ran("compiled"), Ran("python"))


def test_cross_entropy_is_compiled_too() -> None:
    chosen = Settings(loss="cross-entropy")
    ours, theirs = trained(chosen, Compiled(wasmtime_machine), 30), trained(chosen, PLAIN_PYTHON, 30)
    assert (ours.ran, everything(ours)) == (Ran("compiled"), everything(theirs))


def test_numbers_that_grow_too_large_stop_the_run_as_they_do_in_plain_python() -> None:
    chosen = Settings(activation="linear", learning_rate=0.9, data=PRESETS["celsius"])
    ours, theirs = trained(chosen, Compiled(wasmtime_machine), 1000), trained(chosen, PLAIN_PYTHON, 1000)
    assert ours.stopped and ours.epoch > 3
    assert everything(ours) == everything(theirs)
    assert ours.ran == Ran("python", "numbers")
    assert "grew too large for the compiled program" in engine_in_words(ours.ran)


def test_another_run_with_the_same_engine_is_compiled_again() -> None:
    engine = Compiled(wasmtime_machine)
    assert trained(Settings(activation="linear", learning_rate=0.9, data=PRESETS["celsius"]), engine, 1000).stopped
    assert trained(LINEAR, engine, 10).ran == Ran("compiled")


def missing(program: Program) -> Runner:
    raise Unsupported("This version of Pyodide has no _exp.")


def test_where_a_program_cannot_run_python_does_all_the_work_and_says_why() -> None:
    run = trained(LINEAR, Compiled(missing), 10)
    assert everything(run) == everything(trained(LINEAR, PLAIN_PYTHON, 10))
    assert run.ran == Ran("python", "unsupported", "This version of Pyodide has no _exp.")
    assert engine_in_words(run.ran) == "Plain Python trains the neuron. This version of Pyodide has no _exp."


def test_an_activation_that_cannot_be_compiled_is_trained_in_python(monkeypatch: pytest.MonkeyPatch) -> None:
    rounded = ACTIVATIONS["linear"]._replace(function=lambda x: float(round(x, 3)))
    monkeypatch.setitem(ACTIVATIONS, "linear", rounded)

    def rounding(*kind: Any) -> str:
        return rule_text(*kind).replace("    return x\n", "    return float(round(x, 3))\n")

    monkeypatch.setattr("perceptron.learning.rule_text", rounding)
    monkeypatch.setattr("perceptron.learning._noted_rule", _noted_rule.__wrapped__)
    run = trained(LINEAR, Compiled(wasmtime_machine), 5)
    assert run.ran.cause == "unsupported" and "round() of a number" in run.ran.detail
    assert everything(run) == everything(trained(LINEAR, PLAIN_PYTHON, 5))


def with_one_bit_wrong(program: Program) -> Runner:
    """The program with the last bit of one of its numbers turned: 1.0, which a linear neuron's slope is."""
    one, wrong = webassembly.number(1.0), webassembly.number(math.nextafter(1.0, 2.0))
    assert program.module.count(one) >= 1
    program.module = program.module.replace(one, wrong)
    return wasmtime_machine(program)


def wrong_from(first: int, last: float = math.inf, index: int = 0) -> Callable[[Program], Runner]:
    """A machine that turns the last bit of a number of its ends, from one epoch to another, which it counts itself."""

    def machine(program: Program) -> Runner:
        runner, done = wasmtime_machine(program), 0

        def run(work: Work) -> int:
            nonlocal done
            result = runner(work)
            width = len(work.ends) // work.epochs
            for epoch in range(work.epochs):
                if first <= done + epoch + 1 <= last:
                    place = epoch * width + index
                    work.ends[place] = math.nextafter(work.ends[place], math.inf)
            done += work.epochs
            return result

        return run

    return machine


@pytest.mark.parametrize(
    ("machine", "epoch"),
    [
        (with_one_bit_wrong, 1),
        *((wrong_from(epoch, epoch, index), epoch) for epoch in (1, 2, 3) for index in (0, 2, 3)),
        (wrong_from(5_000, 5_000, 1), 5_000),
        (wrong_from(3_000, index=3), None),
        (wrong_from(4_990, index=3), 5_001 - IN_A_ROW),
    ],
)
def test_one_wrong_bit_is_found_and_then_all_the_run_is_pythons(
    machine: Callable[[Program], Runner], epoch: int | None
) -> None:
    engine = Compiled(machine)
    run, plain_run = trained(LINEAR, engine, 5_000), trained(LINEAR, PLAIN_PYTHON, 5_000)
    assert everything(run) == everything(plain_run)
    assert (run.ran.engine, run.ran.cause) == ("python", "bits")
    assert int(run.ran.detail) == epoch or epoch is None
    assert f"In epoch {int(run.ran.detail):,} the compiled program gave other digits" in engine_in_words(run.ran)
    assert trained(Settings(activation="relu"), engine, 5).ran == run.ran  # it is trusted with nothing any more


def test_an_epoch_that_is_wrong_at_a_pause_is_found_there() -> None:
    engine = Compiled(wrong_from(150))
    run = trained(LINEAR, engine, 100)
    assert run.ran == Ran("compiled")
    run.advance(50)
    assert run.ran == Ran("python", "bits", "150")
    assert everything(run) == everything(trained(LINEAR, PLAIN_PYTHON, 150))


@pytest.mark.parametrize("rows", [1, 28, 3_000, 6_000])
def test_what_is_checked_is_a_small_share(rows: int, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[int] = []
    again = train_epochs

    def counted(neuron: Any, epoch_rows: Any, rate: float, epochs: int) -> Any:
        made.extend([len(epoch_rows)] * epochs)
        return again(neuron, epoch_rows, rate, epochs)

    monkeypatch.setattr(perceptron.engine, "train_epochs", counted)
    data = DataSet("many", tuple(Row((n / rows,), n / rows) for n in range(rows)), (Row((0.5,), 0.5),), 1)
    epochs = max(500, 100_000 // rows)
    run = trained(Settings(data=data, activation="linear"), Compiled(wasmtime_machine), epochs)
    assert run.ran == Ran("compiled")
    first = min(FIRST_EPOCHS, max(1, MOST_AT_ONCE // rows))
    share = epochs // ONE_IN
    assert first + share - IN_A_ROW <= len(made) <= first + share + 1  # one for the end
    assert made == [rows] * len(made)


def test_the_session_says_which_engine_ran() -> None:
    made = []

    def make() -> Engine:
        made.append(Compiled(wasmtime_machine))
        return made[-1]

    session = Session(make)
    state = of(activation="linear")
    assert plain(session, at(state, 0, 0))["engine"] == ["python", ""]
    assert plain(session, at(state, 0, 0, "step"))["engine"] == ["python", ""]
    assert not made  # nobody waits for it before the first training
    reply = plain(session, at(state, 0, 0, "advance", 50, 60))
    assert reply["engine"] == ["compiled", engine_in_words(Ran("compiled"))]
    assert plain(session, at(state, 10, 0))["engine"][0] == "compiled"
    off = plain(session, at(state.but(compiled=False), 0, 0, "advance", 50, 60))
    assert off["engine"] == ["python", ""]
    assert (off["report"], len(made)) == (reply["report"], 1)
    assert plain(session, at(state, 0, 0))["engine"] == ["python", ""]


def test_a_session_whose_program_is_wrong_says_what_python_says() -> None:
    session, state = Session(lambda: Compiled(wrong_from(120))), of(activation="linear")
    first = plain(session, at(state, 0, 0, "advance", 100, 60))
    assert first["engine"][0] == "compiled"
    reply = plain(session, at(state, 100, 0, "advance", 100, 60))
    expected = plain(Session(), at(state, 100, 0, "advance", 100, 60))
    assert reply["engine"][0] == "python" and "gave other digits" in reply["engine"][1]
    assert plain(session, at(state, 0, 0))["engine"] == reply["engine"]
    assert {part: reply[part] for part in ALL if part in reply} == {
        part: expected[part] for part in ALL if part in reply
    }


def test_after_a_wrong_bit_a_run_with_no_time_left_has_gone_back() -> None:
    run = Run(LINEAR, Compiled(wrong_from(2_000)))
    run.advance(1_000)
    assert (run.epoch, run.ran.engine) == (1_000, "compiled")
    run.advance(1_000_000, seconds=0.0)
    while run.ran.engine == "compiled":
        run.advance(1_000_000, seconds=0.0)
    assert run.epoch == PLAIN_PYTHON.updates_between_looks // 28
    assert everything(run) == everything(trained(LINEAR, PLAIN_PYTHON, run.epoch))


ENDS = Ends(array("d", range(12)), 4)


def test_ends_in_an_array_read_as_a_list_of_tuples() -> None:
    assert list(ENDS) == [(0.0, 1.0, 2.0, 3.0), (4.0, 5.0, 6.0, 7.0), (8.0, 9.0, 10.0, 11.0)]
    assert (ENDS[-1], ENDS[1:], len(ENDS)) == (list(ENDS)[-1], list(ENDS)[1:], 3)
    with pytest.raises(IndexError):
        ENDS[3]
    assert joined([ENDS, list(ENDS)]) == [*ENDS, *ENDS]


@given(st.integers(0, 5), st.integers(1, 4))
def test_columns_are_the_same_of_an_array_and_of_a_list(first: int, stride: int) -> None:
    assert [list(column) for column in columns(ENDS, first, stride)] == [
        list(column) for column in columns(list(ENDS), first, stride)
    ]
