"""Compiles Python's sources as Pyodide's own Python can take them; it runs there, see under_pyodide.mjs."""

import py_compile
import tempfile
import zipfile
from pathlib import Path

TIMESTAMP = (1980, 1, 1, 0, 0, 0)


def bytecode(name: str, source: bytes) -> bytes:
    """A .pyc that is taken as it is, never held against its source. Raises PyCompileError when that does not compile.

    Docstrings are left out: they are a seventh of the library, and nobody asks for them in the worker.
    """
    with tempfile.TemporaryDirectory() as folder:
        written, compiled = Path(folder, "source.py"), Path(folder, "compiled.pyc")
        written.write_bytes(source)
        never_checked = py_compile.PycInvalidationMode.UNCHECKED_HASH
        py_compile.compile(str(written), str(compiled), name, doraise=True, optimize=2, invalidation_mode=never_checked)
        return compiled.read_bytes()


def put(packed: zipfile.ZipFile, name: str, content: bytes) -> None:
    """Add a file to a zip that must have the same bytes every time; whether it is compressed is the zip's to say."""
    packed.writestr(zipfile.ZipInfo(name, TIMESTAMP), content, packed.compression, 9)
