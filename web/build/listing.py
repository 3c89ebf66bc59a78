"""The Python of one update, taken from the package's own source by the build, line by line, so that the page
cannot show another than the package has. Each line says to which stages of the update it belongs.

What only some neurons run is a piece of its own, which the page hides for the others; see perceptron.aspects.CODE.
"""

import ast
import html
import inspect
from collections.abc import Callable
from types import ModuleType
from typing import NamedTuple

from perceptron import activations, learning, losses
from perceptron.activations import (
    identity,
    identity_derivative,
    relu,
    relu_derivative,
    sigmoid,
    sigmoid_derivative,
    step,
    step_derivative,
    tanh_derivative,
)
from perceptron.learning import learn
from perceptron.losses import even_derivative
from perceptron.neuron import Perceptron


class Constant(NamedTuple):
    """A name that a module assigns."""

    module: ModuleType
    name: str


Source = Callable[..., object] | Constant

# For each function or constant: the piece that it belongs to, empty where every neuron runs it; and what a statement
# assigns, or "return", with the stages that it belongs to.
SOURCES: tuple[tuple[str, Source, dict[str, str]], ...] = (
    (
        "",
        learn,
        {
            "weights": "inputs",
            "weighted_sum": "products sum",
            "output": "output",
            "error": "error",
            "derivative": "slope",
            "weight_changes": "changes",
            "bias_change": "changes",
            "neuron.weights": "new",
            "neuron.bias": "new",
        },
    ),
    ("", Perceptron.weighted_sum, {"total": "sum", "for": "products sum"}),
    ("sigmoid", sigmoid, {"return": "output"}),
    ("sigmoid-slope", sigmoid_derivative, {"return": "slope"}),
    ("tanh", Constant(activations, "TANH"), {"TANH": "output"}),
    ("tanh", tanh_derivative, {"return": "slope"}),
    ("linear", identity, {"return": "output"}),
    ("linear", identity_derivative, {"return": "slope"}),
    ("relu", relu, {"return": "output"}),
    ("relu", relu_derivative, {"return": "slope"}),
    ("step", step, {"return": "output"}),
    ("step", step_derivative, {"return": "slope"}),
    ("cross-entropy", Constant(losses, "EVEN_SIGMOID"), {"EVEN_SIGMOID": "slope"}),
    ("cross-entropy", even_derivative, {"return": "slope"}),
    ("no-bias", learning._without_bias, {"neuron.bias": "new", "return": "changes new"}),
)


def listing() -> str:
    """All pieces as HTML, one span for each line. Raises ValueError when a named statement is not there."""
    pieces: dict[str, list[str]] = {}
    for piece, source, stages in SOURCES:
        pieces.setdefault(piece, []).append(_lines(source, stages))
    return "".join(_piece(piece, texts) for piece, texts in pieces.items())


def source_of(source: Source) -> str:
    """The text of a function or of the statement that assigns a constant."""
    if not isinstance(source, Constant):
        return inspect.cleandoc("\n" + inspect.getsource(source))
    text = inspect.getsource(source.module)
    [statement] = [node for node in ast.parse(text).body if _key(node) == source.name]
    return ast.get_source_segment(text, statement) or ""


def _piece(name: str, texts: list[str]) -> str:
    marked = f' id="code-{name}"' if name else ""
    return f"<code{marked}>" + "\n\n".join(texts) + "</code>"


def _lines(source: Source, stages: dict[str, str]) -> str:
    text = source_of(source)
    [statement] = ast.parse(text).body
    of_line: dict[int, str] = {}
    found = set()
    for node in ast.walk(statement):
        key = _key(node)
        if key in stages and isinstance(node, ast.stmt):
            found.add(key)
            for line in range(node.lineno, (node.end_lineno or node.lineno) + 1):
                of_line.setdefault(line, stages[key])
    if found != set(stages):
        name = source.name if isinstance(source, Constant) else source.__name__
        raise ValueError(f"{name} has no statement for {set(stages) - found}.")
    documented, last = _lines_of_docstring(statement), max(of_line)
    shown = [
        (number, line)
        for number, line in enumerate(text.splitlines(), start=1)
        if number not in documented and number <= last
    ]
    return "\n".join(_line(line, of_line.get(number, "")) for number, line in shown)


def _lines_of_docstring(statement: ast.stmt) -> range:
    if not isinstance(statement, ast.FunctionDef) or ast.get_docstring(statement) is None:
        return range(0)
    documented = statement.body[0]
    return range(documented.lineno, (documented.end_lineno or 0) + 1)


def _key(node: ast.AST) -> str:
    """What a statement is called in SOURCES; empty for others."""
    if isinstance(node, ast.Return):
        return "return"
    if isinstance(node, ast.For):
        return "for"
    target = node.targets[0] if isinstance(node, ast.Assign) else None
    if isinstance(target, ast.Tuple):
        target = target.elts[0]
    return ast.unparse(target) if target is not None else ""


def _line(text: str, stages: str) -> str:
    marked = f' data-stages="{stages}"' if stages else ""
    return f"<span{marked}>{html.escape(text)}</span>"
