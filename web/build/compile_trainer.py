"""Packs the bytecode of the trainer's own modules into one zip, which the worker imports from.

So they are one file to fetch instead of many, and need not be compiled. A traceback names file and line; to quote the
line it would need the sources, which are as large again. It runs under Pyodide, see under_pyodide.mjs.

The modules are much alike, so they are compressed together: in the zip that is served there is one file, MODULES, which
is a zip that compresses nothing. That takes a fifth less than to compress each module.
"""

import io
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

from web.build.bytecode import bytecode, put
from web.build.imports import reached

MODULES = "modules.zip"  # web/runtime/worker.mjs takes it out


def compile_trainer(root: Path, target: Path) -> None:
    """Write the zip. Raises PyCompileError when a module does not compile."""
    modules = {f"{name}c": (root / name).read_bytes() for name in reached("web/worker/trainer.py", root)}
    target.write_bytes(packed({name: bytecode(name[:-1], source) for name, source in modules.items()}))


def packed(modules: Mapping[str, bytes]) -> bytes:
    """The zip with one file, which is a zip of these files."""
    inner, outer = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_STORED) as together:
        for name, content in modules.items():
            put(together, name, content)
    with zipfile.ZipFile(outer, "w", zipfile.ZIP_DEFLATED) as served:
        put(served, MODULES, inner.getvalue())
    return outer.getvalue()


if __name__ == "__main__":
    compile_trainer(Path.cwd(), Path(sys.argv[1]))
