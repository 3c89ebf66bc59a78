"""Which files of the project a file needs to run: so the build finds out what each Python in the browser gets."""

import ast
from collections.abc import Iterator
from pathlib import Path


def imported(file: Path, root: Path) -> set[str]:
    """The modules that a file imports, in full; those that only a type checker imports are left out."""
    found = set()
    for node in _nodes_that_run(ast.parse(file.read_text("utf-8"))):
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


def reached(start: str, root: Path) -> list[str]:
    """The files that a file needs to run, itself included."""
    todo, done = [start], set[str]()
    while todo:
        name = todo.pop()
        if name not in done:
            done.add(name)
            todo += [file for module in imported(root / name, root) for file in files_of(module, root)]
    return sorted(done)


def _nodes_that_run(node: ast.AST) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and isinstance(child.test, ast.Name) and child.test.id == "TYPE_CHECKING":
            continue
        yield child
        yield from _nodes_that_run(child)
