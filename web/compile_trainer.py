"""Packs the trainer's own modules with their bytecode into one zip, which the worker imports from as it stands.

So they are one file to fetch instead of thirty, and need not be compiled. PyScript's own modules are packed with
them, which it would otherwise compile at every start. The sources are in it too, for tracebacks. It runs under
Pyodide, see under_pyodide.mjs.
"""

import sys
import zipfile
from pathlib import Path

from web.bytecode import bytecode, put

MODULES = ("perceptron/*.py", "web/library.py", "web/session.py", "web/reports/*.py")
NOT_NEEDED = ("perceptron/__main__.py",)
PYSCRIPT = "node_modules/@pyscript/core/src/stdlib"


def modules(root: Path) -> list[str]:
    """What is packed of this project, as paths from its folder."""
    return sorted({name for pattern in MODULES for name in found(root, pattern)} - set(NOT_NEEDED))


def found(folder: Path, pattern: str) -> list[str]:
    """The files of a pattern, as paths from the folder."""
    return sorted(file.relative_to(folder).as_posix() for file in folder.glob(pattern))


def compile_trainer(root: Path, target: Path) -> None:
    """Write the zip. Raises SyntaxError when a module does not compile."""
    with zipfile.ZipFile(target, "w") as packed:
        pack(packed, root, modules(root))
        pack(packed, root / PYSCRIPT, found(root / PYSCRIPT, "pyscript/*.py"))


def pack(packed: zipfile.ZipFile, folder: Path, names: list[str]) -> None:
    """Add modules, each as source and as bytecode."""
    for name in names:
        source = (folder / name).read_bytes()
        put(packed, name, source)
        put(packed, f"{name}c", bytecode(name, source))


if __name__ == "__main__":
    compile_trainer(Path.cwd(), Path(sys.argv[1]))
