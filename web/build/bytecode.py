"""Compiles Python's sources as Pyodide's own Python can take them; it runs there, see under_pyodide.mjs."""

import importlib._bootstrap_external as bootstrap
import importlib.util
import zipfile

TIMESTAMP = (1980, 1, 1, 0, 0, 0)


def bytecode(name: str, source: bytes) -> bytes:
    """A .pyc that is taken as it is, never held against its source. Raises SyntaxError when that does not compile.

    Docstrings are left out: they are a seventh of the library, and nobody asks for them in the worker.
    """
    code = compile(source, name, "exec", dont_inherit=True, optimize=2)
    header_and_code = bootstrap._code_to_hash_pyc(code, importlib.util.source_hash(source), checked=False)  # type: ignore[attr-defined]
    return bytes(header_and_code)


def put(packed: zipfile.ZipFile, name: str, content: bytes) -> None:
    """Add a file to a zip that must have the same bytes every time; whether it is compressed is the zip's to say."""
    packed.writestr(zipfile.ZipInfo(name, TIMESTAMP), content, packed.compression, 9)
