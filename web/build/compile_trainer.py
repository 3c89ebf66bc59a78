"""Packs the trainer's own modules with their bytecode into one zip, which the worker imports from as it stands.

So they are one file to fetch instead of thirty, and need not be compiled. The sources are packed too, for
tracebacks. It runs under Pyodide, see under_pyodide.mjs.
"""

import sys
import zipfile
from pathlib import Path

from web.build.bytecode import bytecode, put

MODULES = ("perceptron/*.py", "web/worker/library.py", "web/worker/session.py", "web/worker/trainer.py", "web/worker/reports/*.py")
NOT_NEEDED = ("perceptron/__main__.py",)


def modules(root: Path) -> list[str]:
    """What is packed, as paths from the project's folder."""
    found = {file.relative_to(root).as_posix() for pattern in MODULES for file in root.glob(pattern)}
    return sorted(found - set(NOT_NEEDED))


def compile_trainer(root: Path, target: Path) -> None:
    """Write the zip. Raises SyntaxError when a module does not compile."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in modules(root):
            source = (root / name).read_bytes()
            put(packed, name, source)
            put(packed, f"{name}c", bytecode(name, source))


if __name__ == "__main__":
    compile_trainer(Path.cwd(), Path(sys.argv[1]))
