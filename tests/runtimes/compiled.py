"""Compares compiled programs with plain Python in Pyodide's own memory, bit for bit, and prints what was found.

Then it takes away, one after another, the private parts of Pyodide that they need.
"""

import json
from dataclasses import replace
from types import SimpleNamespace

import pyodide_js

from perceptron.changed_run import ChangedRun
from perceptron.changes import CHANGES, changed
from perceptron.experiment import Run
from perceptron.program import own_program_of
from perceptron.seeds import final
from perceptron.settings import Settings
from tests.bits import Bits, compare_hostile, compare_raising, compare_usual
from web.worker import machine

SEEDS, EPOCHS, HOSTILE = 3, 1_000, 1_000  # whoever runs this for longer puts other numbers here

usual, hostile, raising = (Bits(machine.pyodide_machine) for _ in range(3))
compare_usual(usual, SEEDS, EPOCHS)
compare_hostile(hostile, HOSTILE)
compare_raising(raising, HOSTILE // 4)
for bits in (usual, hostile, raising):
    print(json.dumps(bits.found))


def trained(**chosen: str) -> list[object]:
    run = Run(Settings(**chosen), machine.compiled())  # type: ignore[arg-type]
    run.advance(500)
    return [*run.ran, run.neuron.weights, run.neuron.bias, run.error]


def without(name: str) -> object:
    """Pyodide's interpreter without one of its parts."""
    parts = {part: getattr(interpreter, part) for part in ("memory", "_exp", "_tanh") if part != name}
    return SimpleNamespace(_module=SimpleNamespace(**parts))


def by_program(name: str) -> list[object]:
    """Whether a ready change is trained compiled as in plain Python, after a return to an earlier moment too."""
    first = Settings(epochs=60, order="shuffled" if name == "momentum" else "given")
    settings = replace(first, rule=changed(own_program_of(first), CHANGES[name]))
    ours, theirs = ChangedRun(settings, machine.compiled()), ChangedRun(settings)
    found = []
    for run in (ours, theirs):
        run.advance(60)
        found.append([repr(run.neuron.state), repr(run.at(31).neuron.state), list(run.history.errors)])  # type: ignore[attr-defined]
        run.rewind(20, 7)
        run.advance(40)
        found[-1].append(repr(run.neuron.state))
    return [name, ours.ran.engine, found[0] == found[1]]


def by_seeds() -> list[object]:
    """Whether many starts end as their runs do."""
    settings = Settings(epochs=300)
    ends = list(final(settings, range(10), machine.compiled()))
    runs = [Run(replace(settings, seed=seed)) for seed in range(10)]
    for run in runs:
        run.advance(300)
    wanted = [(tuple(run.neuron.weights), run.neuron.bias, run.error, run.verdicts().score.right) for run in runs]
    return [{end.ran.engine for end in ends} == {"compiled"}, [(*end[2:4], *end[5:7]) for end in ends] == wanted]


interpreter = pyodide_js._module
print(json.dumps([trained(), trained(activation="tanh"), trained(order="shuffled", bias="off")]))
print(json.dumps([by_program(name) for name in CHANGES]))
print(json.dumps(by_seeds()))
for there in (SimpleNamespace(), without("memory"), without("_exp"), without("")):
    setattr(machine, "pyodide_js", there)  # noqa: B010  (no such name is declared there)
    print(json.dumps(trained()))
