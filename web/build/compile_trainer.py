"""Packs the bytecode of the trainer's own modules into two zips, from which the worker imports as they stand.

So they are few files to fetch, and need not be compiled. The first has what everybody needs to start and to train. The
other is fetched when something is imported from it, see web/worker/library.py; the first one knows its sum, so that one
of another version is never taken. A traceback names file and line; to quote the line it would need the sources, which
are as large again. It runs under Pyodide, see under_pyodide.mjs.
"""

import sys
import zipfile
import zlib
from pathlib import Path

from web.build.bytecode import bytecode, put
from web.build.imports import reached

START = "web/worker/trainer.py"
# What is imported late although everybody needs it, as the first training does.
NEEDED_SOON = ("web/worker/machine.py", "perceptron/noting.py")
LATER = "trainer_later.zip"
SUM = "trainer_later.sum"  # the file in the first zip that has the sum of the other


def compile_trainer(root: Path, target: Path) -> None:
    """Write both zips, the other one beside the target. Raises PyCompileError when a module does not compile."""
    first = {name for start in (START, *NEEDED_SOON) for name in reached(start, root, at_once=True)}
    later = target.with_name(LATER)
    with zipfile.ZipFile(later, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in reached(START, root):
            if name not in first:
                put(packed, f"{name}c", bytecode(name, (root / name).read_bytes()))
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in sorted(first):
            put(packed, f"{name}c", bytecode(name, (root / name).read_bytes()))
        put(packed, SUM, str(zlib.crc32(later.read_bytes())).encode())


if __name__ == "__main__":
    compile_trainer(Path.cwd(), Path(sys.argv[1]))
