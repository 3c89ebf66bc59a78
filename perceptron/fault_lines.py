"""Finds the line of a program to which a fault belongs that Python names no line for.

That a number became a list, say, is noticed after the row. Where only one line writes it, it is that line.
"""

import ast
from collections.abc import Iterator

from perceptron.faults import (
    ARGUMENTS,
    COUNT,
    LOST,
    NAN,
    NEW,
    NO_ANSWER,
    NO_METHOD,
    NO_NUMBER,
    NOT_FINITE,
    TRUE_OR_FALSE,
    Fault,
)
from perceptron.pieces import CLASS

OF_AN_ATTRIBUTE = (LOST, NEW, NO_NUMBER, TRUE_OR_FALSE, NOT_FINITE, NAN, COUNT)
START = "__init__"


def placed(fault: Fault, program: str) -> Fault:
    """The fault with its line, if it is known now; it stays as it is where more than one line may be meant."""
    if fault.line:
        return fault
    try:
        tree = ast.parse(program)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return fault
    lines = sorted(set(_lines(fault, tree)))
    return fault._replace(line=lines[0]) if len(lines) == 1 else fault


def _lines(fault: Fault, tree: ast.Module) -> Iterator[int]:
    """The lines that may be meant."""
    neuron = next((part for part in tree.body if isinstance(part, ast.ClassDef) and part.name == CLASS), None)
    if neuron is None:
        return
    methods = [part for part in neuron.body if isinstance(part, ast.FunctionDef)]
    if fault.kind in OF_AN_ATTRIBUTE:
        # A list of another length, or no list at all, comes of no entry that is written.
        as_a_whole = fault.kind == COUNT or not fault.value.startswith("[")
        in_training = [method for method in methods if method.name != START]
        for those in (in_training, methods):
            found = [line for method in those for line in _writes(method, fault.name, as_a_whole)]
            if found:
                yield from found
                return
    elif fault.kind == NO_METHOD:
        yield neuron.lineno
    for method in methods:
        if method.name == fault.name and fault.kind == ARGUMENTS:
            yield method.lineno
        if method.name == fault.name and fault.kind == NO_ANSWER:
            returns = [part.lineno for part in ast.walk(method) if isinstance(part, ast.Return)]
            yield from returns or [method.lineno]


def _writes(method: ast.FunctionDef, name: str, as_a_whole: bool) -> Iterator[int]:
    """Where `self.name`, or else an entry of it too, is assigned or deleted."""
    for part in ast.walk(method):
        if isinstance(part, ast.Attribute | ast.Subscript) and not isinstance(part.ctx, ast.Load):
            held = part.value if isinstance(part, ast.Subscript) and not as_a_whole else part
            if isinstance(held, ast.Attribute) and held.attr == name:
                yield part.lineno
