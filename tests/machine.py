"""Runs compiled programs under native Python, with Wasmtime and with this Python's own e^x and its like.

So the same Python that is the reference gives the program its functions, and the bits can be compared.
"""

import ctypes
import ctypes.util
from array import array
from collections.abc import Callable
from functools import cache
from typing import Any

import wasmtime
from wasmtime import _bindings as ffi

from perceptron.compiled import Runner
from perceptron.compiling import BYTES, Program, Work

PAGE = 65_536  # bytes
ENGINE = wasmtime.Engine()
C = ctypes.CDLL(ctypes.util.find_library("m"))
ARGUMENTS = {"pow": 2}  # one for all others


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
    number = wasmtime.ValType.f64()
    kind = wasmtime.FuncType([wasmtime.ValType.f64() for _ in range(ARGUMENTS.get(name, 1))], [number])
    function, nothing_to_free = ffi.wasmtime_func_t(), ctypes.CFUNCTYPE(None, ctypes.c_void_p)()
    ffi.wasmtime_func_new_unchecked(
        store._context(), kind.ptr(), _called(name), None, nothing_to_free, ctypes.byref(function)
    )
    return wasmtime.Func._from_raw(function)


@cache  # As long as a program may call it, Python must keep it.
def _called(name: str) -> Any:
    """It, called with bare numbers: the package’s own way makes many objects for each of millions of calls."""
    arguments = range(ARGUMENTS.get(name, 1))
    function: Callable[..., float] = getattr(C, name)
    function.restype, function.argtypes = ctypes.c_double, [ctypes.c_double] * len(arguments)  # type: ignore[attr-defined]

    def call(_data: object, _caller: object, numbers: Any, _count: int) -> int:
        numbers[0].f64 = function(*[numbers[place].f64 for place in arguments])
        return 0

    return ffi.wasmtime_func_unchecked_callback_t(call)
