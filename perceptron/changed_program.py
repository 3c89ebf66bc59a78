"""A person's program: compiled, run with what it prints kept, and stopped where it is wrong or comes to no end."""

import ast
import builtins
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from types import ModuleType, TracebackType
from typing import Any, NoReturn

from perceptron.faults import (
    FILE,
    NO_CLASS,
    NO_METHOD,
    Fault,
    InputAsked,
    ProgramError,
    Stopped,
    fault_of,
)
from perceptron.noting import Note, noted
from perceptron.pieces import CLASS, start_names
from perceptron.time_limit import Watch

Namespace = dict[str, Any]
PREDICT = "predict"
METHODS = (PREDICT, "train")
OF_THE_BROWSER = ("js", "pyodide", "pyodide_js", "_pyodide", "_pyodide_core")
MOST_PRINTED = 10_000  # characters that are kept


class Printed:
    """What a program has printed, up to MOST_PRINTED characters; `left_out` counts the others.

    `line` is the line of the program that printed first, 0 if that is not known.
    """

    def __init__(self) -> None:
        self.text = ""
        self.left_out = 0
        self.line = 0

    def add(self, text: str, line: int = 0) -> None:
        """Keep as much of it as there is room for."""
        self.line = self.line or line
        room = MOST_PRINTED - len(self.text)
        self.text += text[:room]
        self.left_out += max(0, len(text) - room)

    def begin_with(self, text: str) -> None:
        """Keep only this, with which it began."""
        self.text, self.left_out = text, 0


class Program:
    """The text of a program, compiled. Raises ProgramError when it is no Python, or fails where it is run."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.printed = Printed()
        self._heard = self.printed  # where it goes what the program prints now
        own = {"print": self._print, "input": _input, "breakpoint": _input, "__import__": _import}
        self._builtins = {**vars(builtins), **own}
        try:
            self._code = compile(text, FILE, "exec")
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
            raise ProgramError(fault_of(error)) from None
        self.watch = Watch(self._code)
        # Whether training asks the neuron through its own method, so that its answers can be seen.
        self.asks_itself = _calls_predict(ast.parse(text))
        self._is_watched = False
        # What the program raised where Python goes on all the same, as in __del__; None for nothing.
        self.unheard: BaseException | None = None

    def namespace(self) -> Namespace:
        """The names that the program defines when it is run anew, the class among them."""
        namespace = self._names()
        with self.guarded():
            exec(self._code, namespace)
            return self._checked(namespace)

    def noted(self, note: Note) -> Namespace:
        """The same, with each assignment told to `note`."""
        with self.guarded():
            return self._checked(noted(self.text, FILE, note, self._names()))

    @cached_property
    def start_names(self) -> tuple[str, ...]:
        """Which of perceptron.pieces.START_NAMES its class asks for."""
        return start_names(self.text)

    @contextmanager
    def guarded(self) -> Iterator[None]:
        """Run something of the program: whatever it raises becomes a ProgramError, and it is stopped in time.

        Contexts may stand within each other. To begin the outermost takes as long as many rows.
        """
        try:
            with self.watched():
                yield
                self.hear()
        except (ProgramError, Stopped):
            raise
        except BaseException as error:
            self.watch.alive()  # what is said of it takes a while, too
            raise ProgramError(fault_of(error, self.text)) from None

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Be ready for many short calls of the program: to begin to watch it takes longer than each of them."""
        if self._is_watched:
            yield
            return
        self._is_watched, self.unheard = True, None
        before, sys.unraisablehook = sys.unraisablehook, self._unraised
        try:
            with self.watch.running():
                yield
        finally:
            self._is_watched, sys.unraisablehook = False, before

    def hear(self) -> None:
        """Raise what the program raised where Python goes on all the same."""
        if self.unheard:
            error, self.unheard = self.unheard, None
            raise error

    def _unraised(self, found: "sys.UnraisableHookArgs") -> None:
        """Keep the first of what the program raised in such a place; Python tells of the rest itself."""
        if isinstance(found.exc_value, Stopped) or self._has_run(found.exc_traceback):
            self.unheard = self.unheard or found.exc_value
        else:
            sys.__unraisablehook__(found)

    def _has_run(self, trace: TracebackType | None) -> bool:
        """Whether a traceback leads through this program. What another one has left may go while this one runs."""
        while trace and trace.tb_frame.f_globals.get("__builtins__") is not self._builtins:
            trace = trace.tb_next
        return trace is not None

    @contextmanager
    def quiet(self) -> Iterator[Printed]:
        """Ask the program, or run something of it again, with what it prints kept apart."""
        before, self._heard = self._heard, Printed()
        try:
            yield self._heard
        finally:
            self._heard = before

    def _names(self) -> Namespace:
        """What a program finds when it begins: Python's own names, some of which it cannot use here."""
        return {"__name__": "program", "__builtins__": self._builtins}

    def _print(self, *values: object, sep: str | None = None, end: str | None = None, **_: object) -> None:
        texts = (" " if sep is None else sep).join([str(value) for value in values])
        caller = sys._getframe(1)
        line = caller.f_lineno if caller.f_code.co_filename == FILE else 0
        self._heard.add(texts + ("\n" if end is None else end), line)

    def _checked(self, namespace: Namespace) -> Namespace:
        if not isinstance(namespace.get(CLASS), type):
            raise ProgramError(Fault(NO_CLASS, name=CLASS))
        for method in METHODS:
            if not callable(getattr(namespace[CLASS], method, None)):
                raise ProgramError(Fault(NO_METHOD, name=method))
        return namespace


def _input(*_: object) -> NoReturn:
    raise InputAsked("Nothing can be typed into the program.")


def _import(name: str, *others: Any) -> ModuleType:
    """As Python imports, but for what only a browser's Python has: with it the program would not run anywhere else."""
    if name.partition(".")[0] in OF_THE_BROWSER:
        raise ModuleNotFoundError(f"No module named '{name}'", name=name)
    module: ModuleType = builtins.__import__(name, *others)
    return module


def _calls_predict(tree: ast.Module) -> bool:
    return any(
        isinstance(part, ast.Attribute) and part.attr == PREDICT
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef) and function.name != PREDICT
        for part in ast.walk(function)
    )
