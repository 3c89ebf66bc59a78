"""A person's program: compiled, run with what it prints kept, and stopped where it is wrong or comes to no end."""

import ast
import builtins
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import Any, NoReturn

from perceptron.faults import FILE, NO_CLASS, NO_METHOD, Fault, InputAsked, ProgramError, fault_of
from perceptron.noting import Note, noted
from perceptron.pieces import CLASS, start_names
from perceptron.time_limit import Watch

Namespace = dict[str, Any]
PREDICT = "predict"
METHODS = (PREDICT, "train")
MOST_PRINTED = 10_000  # characters that are kept


class Printed:
    """What a program has printed, up to MOST_PRINTED characters; `left_out` counts the others."""

    def __init__(self) -> None:
        self.text = ""
        self.left_out = 0

    def add(self, text: str) -> None:
        """Keep as much of it as there is room for."""
        room = MOST_PRINTED - len(self.text)
        self.text += text[:room]
        self.left_out += max(0, len(text) - room)


class Program:
    """The text of a program, compiled. Raises ProgramError when it is no Python, or fails where it is run."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.printed = Printed()
        try:
            self._code = compile(text, FILE, "exec")
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
            raise ProgramError(fault_of(error)) from None
        self.watch = Watch(self._code)
        # Whether training asks the neuron through its own method, so that its answers can be seen.
        self.asks_itself = _calls_predict(ast.parse(text))
        self._is_watched = False

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
        except (ProgramError, KeyboardInterrupt):
            raise
        except BaseException as error:
            raise ProgramError(fault_of(error, self.text)) from None

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Be ready for many short calls of the program: to begin to watch it takes longer than each of them."""
        if self._is_watched:
            yield
            return
        self._is_watched = True
        try:
            with self.watch.running():
                yield
        finally:
            self._is_watched = False

    @contextmanager
    def quiet(self) -> Iterator[Printed]:
        """Run something of the program again, with what it prints kept apart."""
        kept, self.printed = self.printed, Printed()
        try:
            yield self.printed
        finally:
            self.printed = kept

    def _names(self) -> Namespace:
        """What a program finds when it begins: Python's own names, some of which it cannot use here."""
        return {"__name__": "program", "__builtins__": {**vars(builtins), "print": self._print, "input": _input}}

    def _print(self, *values: object, sep: str | None = None, end: str | None = None, **_: object) -> None:
        texts = (" " if sep is None else sep).join([str(value) for value in values])
        self.printed.add(texts + ("\n" if end is None else end))

    def _checked(self, namespace: Namespace) -> Namespace:
        if not isinstance(namespace.get(CLASS), type):
            raise ProgramError(Fault(NO_CLASS, name=CLASS))
        for method in METHODS:
            if not callable(getattr(namespace[CLASS], method, None)):
                raise ProgramError(Fault(NO_METHOD, name=method))
        return namespace


def _input(*_: object) -> NoReturn:
    raise InputAsked("Nothing can be typed into the program.")


def _calls_predict(tree: ast.Module) -> bool:
    return any(
        isinstance(part, ast.Attribute) and part.attr == PREDICT
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef) and function.name != PREDICT
        for part in ast.walk(function)
    )
