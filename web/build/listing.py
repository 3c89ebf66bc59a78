"""The Python of one update, taken from the package's own source by the build, line by line, so that the page
cannot show another than the package has. Each line says to which stages of the update it belongs."""

import ast
import html
import inspect
from collections.abc import Callable

from perceptron.activations import sigmoid, sigmoid_derivative
from perceptron.learning import learn
from perceptron.neuron import Perceptron

# For each function: what a statement assigns, or "return", and the stages that it belongs to.
FUNCTIONS: tuple[tuple[Callable[..., object], dict[str, str]], ...] = (
    (
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
    (Perceptron.weighted_sum, {"total": "sum", "for": "products sum"}),
    (sigmoid, {"return": "output"}),
    (sigmoid_derivative, {"return": "slope"}),
)


def listing() -> str:
    """The functions as HTML, one span for each line. Raises ValueError when a named statement is not there."""
    return "\n\n".join(_function(function, stages) for function, stages in FUNCTIONS)


def _function(function: Callable[..., object], stages: dict[str, str]) -> str:
    source = inspect.cleandoc("\n" + inspect.getsource(function))
    [definition] = ast.parse(source).body
    assert isinstance(definition, ast.FunctionDef)
    of_line: dict[int, str] = {}
    found = set()
    for node in ast.walk(definition):
        key = _key(node)
        if key in stages and isinstance(node, ast.stmt):
            found.add(key)
            for line in range(node.lineno, (node.end_lineno or node.lineno) + 1):
                of_line.setdefault(line, stages[key])
    if found != set(stages):
        raise ValueError(f"{function.__qualname__} has no statement for {set(stages) - found}.")
    documented = definition.body[0]
    last = max(of_line)
    shown = [
        (number, text)
        for number, text in enumerate(source.splitlines(), start=1)
        if not documented.lineno <= number <= (documented.end_lineno or 0) and number <= last
    ]
    return "\n".join(_line(text, of_line.get(number, "")) for number, text in shown)


def _key(node: ast.AST) -> str:
    """What a statement is called in FUNCTIONS; empty for others."""
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
