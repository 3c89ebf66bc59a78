"""Stops a program that goes round in a loop and comes to no end.

Since Python 3.12 a program can be watched where it jumps back, which slows only its loops. Beside an older Python a
thread looks at the clock. What goes on within one call of Python's own, such as `sum` of something endless, cannot be
stopped.
"""

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import CodeType
from typing import Any

from perceptron.faults import EndlessLoop

SECONDS = 5.0
BETWEEN_LOOKS_AT_THE_CLOCK = 1_000  # jumps
WAIT = 0.1  # seconds between two looks of a thread
TOOLS = (5, 4, 3)  # of those that Python keeps for watching, the ones that others use least


class Watch:
    """Raises EndlessLoop within a program where it does not call `alive` often enough. One context runs at a time."""

    def __init__(self, code: CodeType, seconds: float = SECONDS) -> None:
        self.seconds = seconds
        self._codes = list(_with_inner(code))
        self._jumps = 0
        self._since: float | None = None

    def alive(self) -> None:
        """Say that something has come to its end."""
        self._since = None

    @contextmanager
    def running(self) -> Iterator[None]:
        """Watch what runs in this context."""
        self._since = None
        with self._monitored() if hasattr(sys, "monitoring") else self._timed():
            yield

    def _is_over(self) -> bool:
        """Whether it has taken too long since the first look after something came to its end; if so, wait anew."""
        now = time.perf_counter()
        if self._since is None:
            self._since = now
        is_over = now - self._since > self.seconds
        if is_over:
            self._since = None
        return is_over

    @contextmanager
    def _monitored(self) -> Iterator[None]:
        monitoring: Any = vars(sys)["monitoring"]
        tool = next((tool for tool in TOOLS if monitoring.get_tool(tool) is None), None)
        if tool is None:  # others watch already, and the program goes unwatched
            yield
            return
        jump = monitoring.events.JUMP
        monitoring.use_tool_id(tool, "one neuron")
        try:
            monitoring.register_callback(tool, jump, self._jumped)
            for code in self._codes:
                monitoring.set_local_events(tool, code, jump)
            yield
        finally:
            for code in self._codes:
                monitoring.set_local_events(tool, code, 0)
            monitoring.register_callback(tool, jump, None)
            monitoring.free_tool_id(tool)

    def _jumped(self, *_: object) -> None:
        self._jumps += 1
        if self._jumps % BETWEEN_LOOKS_AT_THE_CLOCK == 0 and self._is_over():
            raise EndlessLoop("The program comes to no end.")

    @contextmanager
    def _timed(self) -> Iterator[None]:
        done, lock = threading.Event(), threading.Lock()

        def look(program: int) -> None:
            while not done.wait(WAIT):
                with lock:
                    if not done.is_set() and self._is_over():
                        _raise_in(program)

        threading.Thread(target=look, args=(threading.get_ident(),), daemon=True).start()
        try:
            yield
        finally:
            with lock:
                done.set()


def _raise_in(thread: int) -> None:
    """Raise EndlessLoop in another thread, at its next step."""
    import ctypes  # where it is needed threads are there, and so is this

    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(EndlessLoop))


def _with_inner(code: CodeType) -> Iterator[CodeType]:
    """A program's code and that of all functions within it."""
    yield code
    for part in code.co_consts:
        if isinstance(part, CodeType):
            yield from _with_inner(part)
