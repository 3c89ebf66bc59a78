"""A changed program that is compiled gives the bits of plain Python, and all its neuron remembers with every moment."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from hypothesis import strategies as st

import perceptron.history
import perceptron.state_history
from perceptron.activations import ACTIVATIONS
from perceptron.changed_run import ChangedRun
from perceptron.changes import BIAS, CHANGES, changed
from perceptron.compiled import Compiled, Runner
from perceptron.compiling import Program, Work
from perceptron.engine import Ran
from perceptron.faults import Fault, ProgramError
from perceptron.legs import Leg
from perceptron.program import own_program_of
from perceptron.settings import Settings
from perceptron.words.engine import engine_in_words
from tests.machine import wasmtime_machine
from tests.unit.playing import plain
from tests.unit.programs import OWN, in_start, with_lines
from tests.unit.test_session import at, of
from web.worker.session import Session

pytestmark = pytest.mark.slow  # left to “make unit” and “make test”

LINEAR = own_program_of(Settings(activation="linear"))  # it needs no e^x, which takes long here
EPOCHS = 12


def run_of(program: str, settings: Settings | None = None, engine: Compiled | None = None) -> ChangedRun:
    chosen = replace(settings or Settings(epochs=EPOCHS), rule=program)
    return ChangedRun(chosen, engine) if engine else ChangedRun(chosen)


def both(program: str, settings: Settings | None = None) -> tuple[ChangedRun, ChangedRun]:
    return run_of(program, settings, Compiled(wasmtime_machine)), run_of(program, settings)


def everything(run: ChangedRun) -> object:
    """All that a run is, as exact as it gets."""
    history = run.history
    kept = [each.tobytes() for each in (*history.weights, history.bias, history.errors)]
    return repr(run.neuron.state), run.neuron.weights, run.error, kept, history.stride, run.epoch, run.row, run.fault


def trained(run: ChangedRun, epochs: int = EPOCHS) -> ChangedRun:
    """The run after these epochs, or where its program fails."""
    try:
        run.advance(epochs)
    except ProgramError as wrong:
        assert wrong.fault == run.fault
    return run


@pytest.mark.parametrize(
    "end", ["KeyboardInterrupt", "SystemExit(2)", "GeneratorExit", "type('Bye', (BaseException,), {})"]
)
def test_a_program_that_ends_itself_at_some_numbers_is_compiled_up_to_there(end: str) -> None:
    program = in_start("self.steps = 0.0").replace(
        "        error = target",
        f"        self.steps += 1.0\n        if self.steps == 229.0: raise {end}\n        error = target",
    )
    ours, theirs = both(program)
    assert everything(trained(ours)) == everything(trained(theirs))
    assert ours.fault
    assert (ours.epoch, ours.fault.epoch, ours.fault.row) == (8, 9, 5)
    again = trained(run_of(program, engine=Compiled(wasmtime_machine)), 8)
    assert again.ran == Ran("compiled")


FITTING = [
    (name, activation)
    for name, change in CHANGES.items()
    for activation in ACTIVATIONS
    if all(own_program_of(Settings(activation=activation)).count(edit.old) == 1 for edit in change.edits)
    and ("math." not in repr(change) or "import math" in own_program_of(Settings(activation=activation)))
]


def test_most_changes_fit_more_than_one_activation() -> None:
    assert {name for name, _ in FITTING} == set(CHANGES)
    assert len(FITTING) > 2 * len(CHANGES)


@pytest.mark.parametrize(("name", "activation"), FITTING)
def test_every_ready_change_is_compiled_but_one_and_gets_the_same_bits(name: str, activation: str) -> None:
    settings = Settings(epochs=EPOCHS, activation=activation, learning_rate=0.5)
    ours, theirs = both(changed(own_program_of(settings), CHANGES[name]), settings)
    assert everything(trained(ours)) == everything(trained(theirs))
    assert ours.ran == (Ran("python", "unsupported", ours.ran.detail) if name == "noise" else Ran("compiled"))
    assert ("has the hash of a number, as for a key or a seed" in ours.ran.detail) is (name == "noise")


STEPS = changed(LINEAR, CHANGES["decay"]).replace(BIAS, f"        self.pair = (self.steps % 3, -error)\n{BIAS}")
REMEMBERING = STEPS.replace("self.steps = 0\n", "self.steps = 0\n        self.pair = (0, 0)\n")


@pytest.fixture
def short_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """So short that epochs must be computed again."""
    monkeypatch.setattr(perceptron.history, "MOST_NUMBERS", 12)
    monkeypatch.setattr(perceptron.state_history, "MOST_NUMBERS", 40)


@pytest.mark.usefixtures("short_memory")
@pytest.mark.parametrize("program", [changed(LINEAR, CHANGES["momentum"]), REMEMBERING], ids=["momentum", "steps"])
@examples(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.integers(0, 5), max_size=8), st.integers(0, EPOCHS), st.integers(0, 27), st.booleans(), st.booleans()
)
def test_every_moment_comes_back_bit_for_bit(
    program: str, parts: list[int], epoch: int, row: int, is_shuffled: bool, has_legs: bool
) -> None:
    legs = (Leg(0.3, 4, 0), Leg(0.2, 5, 3)) if has_legs else ()
    settings = Settings(epochs=EPOCHS, legs=legs, order="shuffled" if is_shuffled else "given", learning_rate=0.05)
    run, whole = both(program, settings)
    states, errors = [repr(whole.neuron.state)], [whole.error]
    for _ in range(EPOCHS):
        whole.advance(1)
        states.append(repr(whole.neuron.state))
        errors.append(whole.error)
    for part in parts:
        if run.epoch >= EPOCHS - 1:
            break
        run.advance(min(part, EPOCHS - 1 - run.epoch)) if part else run.step()
    run.advance(EPOCHS - run.epoch)
    assert everything(run) == everything(whole)
    for moment in range(EPOCHS + 1):
        looked_at = run.at(moment)
        assert (repr(looked_at.neuron.state), looked_at.error) == (states[moment], errors[moment])  # type: ignore[attr-defined]
    run.rewind(epoch, row if epoch < EPOCHS else 0)
    run.advance(EPOCHS - run.epoch)
    assert everything(run) == everything(whole)
    run.reset()
    assert repr(run.neuron.state) == states[0]
    run.advance(EPOCHS)
    assert everything(run) == everything(whole)


def test_a_long_run_is_compiled_and_thinned_out_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(perceptron.history, "MOST_NUMBERS", 400)
    monkeypatch.setattr(perceptron.state_history, "MOST_NUMBERS", 500)
    ours, theirs = both(changed(LINEAR, CHANGES["momentum"]), Settings(learning_rate=0.01))
    for run in (ours, theirs):
        for epochs in (7, 900, 300):
            run.advance(epochs)
    assert ours.history.stride > 1
    assert ours.ran == Ran("compiled")
    assert everything(ours) == everything(theirs)
    for epoch in (0, 1, 5, 64, 333, 1_111, 1_207):
        assert repr(ours.at(epoch).neuron.state) == repr(theirs.at(epoch).neuron.state)  # type: ignore[attr-defined]


FAILING = {
    "1 / (self.steps - 100)": Fault("division by zero", epoch=4, row=16),
    "self.weights[0] = math.inf if self.steps == 100 else self.weights[0]": Fault("not finite", epoch=4, row=16),
    "math.sqrt(99.5 - self.steps)": Fault("value", epoch=4, row=16),
}


@pytest.mark.parametrize("line", FAILING)
def test_a_fault_within_a_compiled_stretch_is_told_as_plain_python_tells_it(line: str) -> None:
    program = in_start("self.steps = 0").replace(BIAS, f"        self.steps += 1\n        {line}\n{BIAS}")
    ours, theirs = map(trained, both(program))
    assert everything(ours) == everything(theirs)
    assert ours.fault and (ours.fault.kind, ours.fault.epoch, ours.fault.row) == (
        FAILING[line].kind,
        FAILING[line].epoch,
        FAILING[line].row,
    )
    assert ours.ran == Ran("python", "numbers")
    ours.rewind(2)
    ours.advance(1)
    assert ours.ran == Ran("compiled")


ELSEWHERE = "The program remembers something outside of its neuron, which cannot be compiled."
SEEDED = "Line 33 has the hash of a number, as for a key or a seed, which cannot be compiled."
SOMETIMES = "The rule has self.steps, which is a whole number in some rows only, which cannot be compiled."
UNLIKE = {
    "self.bias += round(error, 3)": "{line} has round() of a number, which cannot be compiled.",
    "error = float(f'{error:.3f}')": "{line} has a number within a text, which cannot be compiled.",
    "print('row')": "{line} prints something, which cannot be compiled.",
    "if error > 99.0: print('far')": "{line} prints something, which cannot be compiled.",
    "self.bias += len(seen) * 0.0; seen.append(1)": ELSEWHERE,
    "if error > 99.0: seen.append(1)": ELSEWHERE,
    "self.bias += draw() * 0.01": ELSEWHERE,
    "self.names['last'] = 1": ELSEWHERE,
    "self.other = self.weights": "The rule has one list that stands under two names of self, which cannot be compiled.",
    "self.steps = 0.5 if error > 0 else 1": SOMETIMES,
    "self.steps = (self.steps + 1) ** 2 - 1": "{line} has a power of whole numbers, which cannot be compiled.",
    "while error > 99.0: pass": "{line} has too many steps in one row to be compiled.",
    "error = sorted([error * n for n in range(9)])[0]": "The rule has too many steps in one row to be compiled.",
}


@pytest.mark.parametrize("line", UNLIKE)
def test_what_cannot_be_compiled_is_run_in_plain_python_with_the_reason(line: str) -> None:
    start = "self.steps = 0; self.other = [0.0, 0.0]; self.names = {}"
    program = in_start(start).replace(BIAS, f"        {line}\n{BIAS}")
    program = program.replace("import math\n", "import math\nfrom random import random as draw\n\nseen = []\n")
    ours = trained(run_of(program, None, Compiled(wasmtime_machine)), 3)
    at = 1 + program.splitlines().index(f"        {line}")
    reason = UNLIKE[line].format(line=f"Line {at}")
    assert ours.ran == Ran("python", "unsupported", reason)
    assert engine_in_words(ours.ran, has_changed_program=True) == f"Plain Python runs your program. {reason}"
    if "draw()" not in line:
        theirs = trained(run_of(program), 3)
        assert everything(ours) == everything(theirs)
        assert ours.printed.text == theirs.printed.text


@pytest.mark.parametrize(
    "line",
    [
        "error += 0.5 if type(error) is float else 0.25",
        "error += 0.5 if 'Traced' not in str(type(error)) else 0.25",
    ],
)
def test_a_program_that_sees_that_it_is_traced_is_found_out(line: str) -> None:
    ours, theirs = map(trained, both(with_lines(line)))
    assert everything(ours) == everything(theirs)
    assert ours.ran == Ran("python", "bits", "2")
    assert "In epoch 2 the compiled program gave other digits" in engine_in_words(ours.ran, has_changed_program=True)


def wrong_from(first: int) -> Compiled:
    """An engine whose programs turn the last bit of what stands first, from one epoch on."""

    def machine(program: Program) -> Runner:
        runner, done = wasmtime_machine(program), 0

        def run(work: Work) -> int:
            nonlocal done
            result = runner(work)
            done += work.epochs
            if done >= first:
                work.ends[-program.parameters - 1] += 1e-9
            return result

        return run

    return Compiled(machine)


def test_one_wrong_number_is_found_and_then_all_the_run_is_pythons() -> None:
    engine = wrong_from(20)
    ours, theirs = run_of(LINEAR, None, engine), run_of(LINEAR)
    for run in (ours, theirs):
        run.advance(10)
        run.advance(30)
    assert everything(ours) == everything(theirs)
    assert ours.ran == Ran("python", "bits", "40")
    assert engine.ran == ours.ran


def test_a_whole_number_that_no_float_holds_is_pythons() -> None:
    program = in_start("self.steps = 2 ** 53 - 200").replace(BIAS, f"        self.steps += 1\n{BIAS}")
    ours, theirs = both(program)
    assert trained(ours, 5).ran == Ran("compiled")
    assert trained(ours, 5).ran == Ran("python", "numbers")
    trained(theirs, 10)
    assert everything(ours) == everything(theirs)
    assert [run.at(9).neuron.state[-1] for run in (ours, theirs)] == [2**53 - 200 + 9 * 28] * 2  # type: ignore[attr-defined]


NAMES = ["error", "delta", "inputs[0]", "target", "output", "self.bias", "self.weights[0]", "self.m", "self.list[1]"]
TERMS = st.recursive(
    st.sampled_from([*NAMES, "self.steps", "0.3", "-1.5", "2"]),
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from(["+", "-", "*", "/"]), inner).map(lambda t: f"({t[0]} {t[1]} {t[2]})"),
        st.tuples(st.sampled_from(["min", "max", "math.copysign"]), inner, inner).map(
            lambda t: f"{t[0]}({t[1]}, {t[2]})"
        ),
        st.tuples(inner, inner, st.sampled_from(["<", ">=", "=="]), inner).map(
            lambda t: f"({t[0]} if {t[1]} {t[2]} {t[3]} else {t[0]} * 0.5)"
        ),
        st.tuples(st.sampled_from(["abs", "-", "math.tanh", "math.floor", "math.fabs"]), inner).map(
            lambda t: f"{t[0]}({t[1]})"
        ),
    ),
    max_leaves=6,
)
LINES = st.lists(
    st.tuples(
        st.sampled_from(["self.m =", "self.list[1] +=", "self.steps +=", "error =", "delta *=", "self.bias -="]),
        TERMS,
        st.sampled_from(["", "if error > 0.1: "]),
    ).map(lambda line: f"{line[2]}{line[0]} {line[1]}"),
    min_size=1,
    max_size=3,
)


@examples(deadline=None, max_examples=120)
@given(LINES)
def test_random_rules_end_alike_whatever_they_are_compiled_to(lines: list[str]) -> None:
    start = "self.m = 0.0; self.list = [0.5, 0.0]; self.steps = 0"
    program = LINEAR.replace("\n\nclass", "\nimport math\n\n\nclass").replace(
        "        self.learning_rate = learning_rate\n", f"        self.learning_rate = learning_rate\n        {start}\n"
    )
    indented = "".join([f"        {line}\n" for line in lines])
    ours, theirs = both(program.replace(BIAS, f"{indented}{BIAS}"), Settings(epochs=EPOCHS, learning_rate=0.02))
    for run in (ours, theirs):
        trained(run)
    assert everything(ours) == everything(theirs)


def test_most_random_rules_are_compiled() -> None:
    compiled = 0
    for line in ("self.m = sum([error, delta])", "self.steps += 2", "self.list[1] += abs(error)", "error *= 0.5"):
        program = in_start("self.m = 0.0; self.list = [0.5, 0.0]; self.steps = 0")
        run = trained(both(program.replace(BIAS, f"        {line}\n{BIAS}"))[0], 3)
        compiled += run.ran == Ran("compiled")
    assert compiled == 4


def test_the_session_says_which_engine_ran_each_program() -> None:
    session = Session(lambda: Compiled(wasmtime_machine))
    own = of(activation="linear")
    assert plain(session, at(own, 0, 0, "advance", 9, 60))["engine"][0] == "compiled"
    noisy, fast = (of(rule=packed(changed(OWN, CHANGES[name]))) for name in ("noise", "momentum"))
    reply = plain(session, at(noisy, 0, 0, "advance", 4, 60))
    assert reply["engine"] == ["python", f"Plain Python runs your program. {SEEDED}"]
    assert plain(session, at(noisy, 0, 0))["engine"] == reply["engine"]
    assert plain(session, at(own, 0, 0))["engine"] == ["python", ""]
    assert plain(session, at(fast, 0, 0))["engine"] == ["python", ""]
    assert plain(session, at(fast, 0, 0, "advance", 4, 60))["engine"] == [
        "compiled",
        "Train ran your program compiled to WebAssembly and checked the digits against plain Python.",
    ]
    off = plain(session, at(fast.but(compiled=False), 0, 0, "advance", 4, 60))
    assert off["engine"] == ["python", ""]


def packed(program: str) -> str:
    from perceptron.packed import pack_program

    return pack_program(program)
