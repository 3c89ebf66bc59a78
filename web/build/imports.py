"""Which files of the project a file needs to run: so the build finds out what each Python in the browser gets."""

import ast
from collections.abc import Iterator
from pathlib import Path


def imported(file: Path, root: Path, at_once: bool = False) -> set[str]:
    """The modules that a file imports, in full; those that only a type checker imports are left out.

    With `at_once`, so are those that only a function imports, when it is called.
    """
    found = set()
    for node in _nodes_that_run(ast.parse(file.read_text("utf-8")), at_once):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            inner = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= {str(node.module)} | {name for name in inner if files_of(name, root)}
    return found


def files_of(module: str, root: Path) -> list[str]:
    """The files that run when a module of the project is imported, its packages' included, as paths from the root."""
    path = Path(module.replace(".", "/"))
    own = [file for file in (path.with_suffix(".py"), path / "__init__.py") if (root / file).is_file()]
    packages = [folder / "__init__.py" for folder in path.parents if (root / folder / "__init__.py").is_file()]
    return [file.as_posix() for file in own + packages] if own else []


def reached(start: str, root: Path, at_once: bool = False) -> list[str]:
    """The files that a file needs to run, itself included; with `at_once`, those that it needs as soon as it runs."""
    todo, done = [start], set[str]()
    while todo:
        name = todo.pop()
        if name not in done:
            done.add(name)
            todo += [file for module in imported(root / name, root, at_once) for file in files_of(module, root)]
    return sorted(done)


def _nodes_that_run(node: ast.AST, at_once: bool) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(node):
        if at_once and isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        if isinstance(child, ast.If) and isinstance(child.test, ast.Name) and child.test.id == "TYPE_CHECKING":
            continue
        yield child
        yield from _nodes_that_run(child, at_once)
