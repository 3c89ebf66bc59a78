"""Runs a program and notes what each of its assignments wrote, so that its terms can be shown.

The program runs as it stands; only its compiled form has notes between the steps. They change no number.
"""

import ast
from collections.abc import Callable
from typing import Any

NOTE = "__note__"
# What an assignment is called, as in “error” or “self.weights[j] +=”, and the number that it assigned or added.
Note = Callable[[str, Any], Any]
Namespace = dict[str, Any]


def noted(program: str, file_name: str, note: Note, names: Namespace | None = None) -> Namespace:
    """The names that a program defines, with every assignment inside its functions told to `note`.

    `note` gets the text of what is assigned to and the value, and returns the value. After `total += x` it is also told
    the new `total`. `names` are there before the program runs. Raises SyntaxError for a text that is no Python, and
    whatever the program itself raises.
    """
    tree = ast.fix_missing_locations(_Notes(program).visit(ast.parse(program, file_name)))
    namespace: Namespace = {"__name__": "program", **(names or {}), NOTE: note}
    exec(compile(tree, file_name, "exec"), namespace)
    return namespace


class _Notes(ast.NodeTransformer):
    """Puts a call of `note` around what is assigned."""

    def __init__(self, program: str) -> None:
        self._program = program

    def visit_Assign(self, node: ast.Assign) -> ast.AST:
        [target, *others] = node.targets
        if others or isinstance(target, ast.Tuple | ast.List):
            return node
        node.value = _told(self._text(target), node.value)
        return node

    def visit_AugAssign(self, node: ast.AugAssign) -> list[ast.AST]:
        name = self._text(node.target)
        node.value = _told(f"{name} +=", node.value)
        if not isinstance(node.target, ast.Name):
            return [node]
        after = ast.Expr(_told(name, ast.Name(name, ast.Load())))
        return [node, ast.copy_location(after, node)]

    def _text(self, target: ast.expr) -> str:
        """How the program writes what is assigned to, without blanks."""
        return (ast.get_source_segment(self._program, target) or "").replace(" ", "")


def _told(name: str, value: ast.expr) -> ast.expr:
    call = ast.Call(ast.Name(NOTE, ast.Load()), [ast.Constant(name), value], [])
    return ast.copy_location(call, value)
