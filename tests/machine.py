"""Runs compiled programs under native Python, with Wasmtime and with this Python's own e^x and its like.

So the same Python that is the reference gives the program its functions, and the bits can be compared.
"""

import ctypes
import ctypes.util
from array import array
from collections.abc import Callable
from typing import Any

import wasmtime

from perceptron.compiled import Runner
from perceptron.compiling import BYTES, Program, Work

PAGE = 65_536  # bytes
ENGINE = wasmtime.Engine()
C = ctypes.CDLL(ctypes.util.find_library("m"))


def wasmtime_machine(program: Program) -> Runner:
    """As perceptron.compiled.Machine has it."""
    store = wasmtime.Store(ENGINE)
    memory = wasmtime.Memory(store, wasmtime.MemoryType(wasmtime.Limits(1, None)))
    imports: list[Any] = [memory, *(_function(store, name) for name in program.imports)]
    instance = wasmtime.Instance(store, wasmtime.Module(ENGINE, program.module), imports)
    run: Any = instance.exports(store)["run"]

    def runner(work: Work) -> int:
        program.check(work)
        arrays = (work.parameters, work.rows, work.ends)
        addresses, end = [], 0
        for numbers in arrays:
            addresses.append(end)
            memory_needed = end + BYTES * len(numbers)
            if memory_needed > memory.data_len(store):
                memory.grow(store, -(-(memory_needed - memory.data_len(store)) // PAGE))
            memory.write(store, numbers.tobytes(), end)
            end = memory_needed
        done = int(run(store, *work.arguments(*addresses)))
        for numbers, address in zip(arrays, addresses, strict=True):
            numbers[:] = array("d", bytes(memory.read(store, address, address + BYTES * len(numbers))))
        return done

    return runner


def _function(store: wasmtime.Store, name: str) -> wasmtime.Func:
    """C's function of that name, which Python's math calls too."""
    arguments = 2 if name == "pow" else 1
    function: Callable[..., float] = getattr(C, name)
    function.restype, function.argtypes = ctypes.c_double, [ctypes.c_double] * arguments  # type: ignore[attr-defined]
    kind = wasmtime.FuncType([wasmtime.ValType.f64()] * arguments, [wasmtime.ValType.f64()])
    return wasmtime.Func(store, kind, function)
