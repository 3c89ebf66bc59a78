"""Runs compiled programs in Pyodide's own memory, with the C functions that Pyodide's Python itself calls.

So nothing is copied, and e^x and its like give the same bits. What it needs of Pyodide is private: where a part of it
is missing, Unsupported says which, and plain Python does the work.
"""

from typing import Any

import js
import pyodide_js
from pyodide.ffi import JsException, to_js

from perceptron.compiled import Compiled, Runner
from perceptron.compiling import Program, Work
from perceptron.tracing import Unsupported


def compiled() -> Compiled:
    """The engine for this worker."""
    return Compiled(pyodide_machine)


def pyodide_machine(program: Program) -> Runner:
    """As perceptron.compiled.Machine has it."""
    interpreter = _part(pyodide_js, "_module")
    memory = _part(interpreter, "memory")
    environment = {"memory": memory, **{name: _part(interpreter, f"_{name}") for name in program.imports}}
    imports = to_js({"env": environment}, dict_converter=js.Object.fromEntries)
    try:
        module = js.WebAssembly.Module.new(to_js(program.module))
        run = js.WebAssembly.Instance.new(module, imports).exports.run
    except JsException as error:
        raise Unsupported(f"This browser cannot run the compiled program: {error}") from None

    def runner(work: Work) -> int:
        program.check(work)
        addresses = [numbers.buffer_info()[0] for numbers in (work.parameters, work.rows, work.ends)]
        return int(run(*work.arguments(*addresses)))

    return runner


def _part(owner: Any, name: str) -> Any:
    """A private part of Pyodide. Raises Unsupported where it is missing."""
    part = getattr(owner, name, None)
    if part is None:
        raise Unsupported(f"This version of Pyodide has no {name}.")
    return part
