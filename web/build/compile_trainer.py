"""Packs the bytecode of the trainer's own modules into one zip, which the worker imports from as it stands.

So they are one file to fetch instead of many, and need not be compiled. A traceback names file and line; to quote the
line it would need the sources, which are as large again. It runs under Pyodide, see under_pyodide.mjs.
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
            put(packed, f"{name}c", bytecode(name, (root / name).read_bytes()))


if __name__ == "__main__":
    compile_trainer(Path.cwd(), Path(sys.argv[1]))
