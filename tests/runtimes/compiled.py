"""Compares compiled programs with plain Python in Pyodide's own memory, bit for bit, and prints what was found.

Then it takes away, one after another, the private parts of Pyodide that they need.
"""

import json
from types import SimpleNamespace

import pyodide_js

from perceptron.experiment import Run
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


interpreter = pyodide_js._module
print(json.dumps([trained(), trained(activation="tanh"), trained(order="shuffled", bias="off")]))
for there in (SimpleNamespace(), without("memory"), without("_exp"), without("")):
    setattr(machine, "pyodide_js", there)  # noqa: B010  (no such name is declared there)
    print(json.dumps(trained()))
