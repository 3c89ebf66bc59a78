"""Packs the bytecode of the trainer's own modules into two zips, from which the worker imports.

So they are few files to fetch, and need not be compiled. The first has what everybody needs to start and to train. The
other is fetched when something is imported from it, see web/worker/library.py; the first one knows its sum, so that one
of another version is never taken. A traceback names file and line; to quote the line it would need the sources, which
are as large again. It runs under Pyodide, see under_pyodide.mjs.

The modules are much alike, so those of the first are compressed together: in the zip that is served there is one file,
MODULES, which is a zip that compresses nothing. That takes a fifth less than to compress each module.
"""

import io
import sys
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from web.build.bytecode import bytecode, put
from web.build.imports import reached

START = "web/worker/trainer.py"
# What is imported late although everybody needs it, as the first training does.
NEEDED_SOON = ("web/worker/machine.py", "perceptron/noting.py")
MODULES = "modules.zip"  # web/runtime/worker.mjs takes it out
LATER = "trainer_later.zip"
SUM = "trainer_later.sum"  # the file among the first modules that has the sum of the other zip


def compile_trainer(root: Path, target: Path) -> None:
    """Write both zips, the other one beside the target. Raises PyCompileError when a module does not compile."""
    first = {name for start in (START, *NEEDED_SOON) for name in reached(start, root, at_once=True)}
    later = zipped(_compiled(set(reached(START, root)) - first, root), zipfile.ZIP_DEFLATED)
    target.with_name(LATER).write_bytes(later)
    target.write_bytes(packed({**_compiled(first, root), SUM: str(zlib.crc32(later)).encode()}))


def packed(modules: Mapping[str, bytes]) -> bytes:
    """The zip with one file, which is a zip of these files."""
    return zipped({MODULES: zipped(modules, zipfile.ZIP_STORED)}, zipfile.ZIP_DEFLATED)


def zipped(files: Mapping[str, bytes], compression: int) -> bytes:
    """These files as a zip."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", compression) as target:
        for name, content in files.items():
            put(target, name, content)
    return made.getvalue()


def _compiled(names: Iterable[str], root: Path) -> dict[str, bytes]:
    return {f"{name}c": bytecode(name, (root / name).read_bytes()) for name in sorted(names)}


if __name__ == "__main__":
    compile_trainer(Path.cwd(), Path(sys.argv[1]))
