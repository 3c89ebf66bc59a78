"""Prints what changed programs, files taken home and lines give, which must be the same wherever Python runs with the
same e^x; and stops an endless loop."""

import io
import json
import time
from contextlib import redirect_stdout
from dataclasses import replace

from perceptron import time_limit
from perceptron.changed_run import run_of
from perceptron.changes import BIAS, CHANGES, changed
from perceptron.experiment import Run
from perceptron.faults import ProgramError
from perceptron.legs import Leg
from perceptron.line_by_line import lines_at
from perceptron.presets import PRESETS
from perceptron.program import own_program_of, program_of
from perceptron.settings import Settings
from perceptron.take_home import take_home


def printed(program: str) -> list[str]:
    output = io.StringIO()
    with redirect_stdout(output):
        exec(program, {"__name__": "__main__"})
    return output.getvalue().splitlines()


golden = Settings(start=(0.3, 0.6, 0.1))
taken = [printed(take_home(golden))[-1]]
plain = Run(golden)
plain.advance(golden.epochs)
assert taken == [f"Weights: {plain.neuron.weights}, bias: {plain.neuron.bias}"]
for name, data in PRESETS.items():
    first = Settings(data, epochs=20, activation="tanh" if name == "differences" else "sigmoid")
    for settings in (first, replace(first, scaling="0-1", order="shuffled", legs=(Leg(0.3, 5, 2),))):
        home, run = printed(take_home(settings)), Run(settings)
        run.advance(20)
        assert home[-1] == f"Weights: {run.neuron.weights}, bias: {run.neuron.bias}", name
        if settings.activation == "sigmoid":  # tanh is another C library's
            taken.append("\n".join(home))

own = own_program_of(Settings())
ends = {}
for name, change in CHANGES.items():
    settings = Settings(epochs=40, rule=changed(own, change))
    changed_run = run_of(settings)
    changed_run.advance(40)
    assert changed_run.elsewhere() == ((), True), name  # type: ignore[attr-defined]
    ends[name] = [changed_run.neuron.weights, changed_run.neuron.bias, changed_run.error]
    changed_run.rewind(7, 5)
    changed_run.advance(33)
    assert ends[name] == [changed_run.neuron.weights, changed_run.neuron.bias, changed_run.error], name

told = lines_at(run_of(replace(golden, rule=program_of(golden))), 1, 2).ran

faults = []
wrong_lines = (
    "velocity",
    "self.weights = None",
    "self.bias = math.inf",
    "1 / 0",
    "input()",
    "exit()",
    "import nothing",
)
for line in wrong_lines:
    try:
        run_of(Settings(rule=own.replace(BIAS, f"        {line}\n{BIAS}"))).advance(1)
    except ProgramError as wrong:
        fault = wrong.fault
        faults.append([fault.kind, fault.name, fault.line, fault.columns, fault.epoch, fault.row])

print(json.dumps([taken, ends, told, faults]))

time_limit.Watch.__init__.__defaults__ = (0.5,)
started = time.perf_counter()
for endless in ("while True: pass", "while True:\n            error += 1", "for _ in iter(int, 1): pass"):
    try:
        run_of(Settings(rule=own.replace(BIAS, f"        {endless}\n{BIAS}"))).advance(1)
    except ProgramError as wrong:
        print(
            wrong.fault.kind,
            wrong.fault.line,
            wrong.fault.epoch,
            wrong.fault.row,
            dict(wrong.fault.variables)["target"],
        )
print("in time" if time.perf_counter() - started < 10 else "late")
