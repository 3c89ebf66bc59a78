"""Packs the trainer's own modules with their bytecode into one zip, which the worker imports from as it stands.

So they are one file to fetch instead of thirty, and need not be compiled. The sources are packed too, for
tracebacks. It runs under Pyodide, see under_pyodide.mjs.
"""

import sys
import zipfile
from pathlib import Path

from web.build.bytecode import bytecode, put
from web.build.imports import reached


def compile_trainer(root: Path, target: Path) -> None:
    """Write the zip. Raises PyCompileError when a module does not compile."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in reached("web/worker/trainer.py", root):
            source = (root / name).read_bytes()
            put(packed, name, source)
            put(packed, f"{name}c", bytecode(name, source))


if __name__ == "__main__":
    compile_trainer(Path.cwd(), Path(sys.argv[1]))
