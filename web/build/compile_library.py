"""Makes a zip of compiled code of the part of Pyodide's library that a start needs, the same bytes every time.

As shipped, the library holds sources only, and compiling them is most of what Pyodide's start takes. The compiled part
has what the start, this project and a tinkering person need. Not its files but the whole zip is compressed, by gzip: it
is smaller so, and the browser unpacks it faster than Pyodide would. Everything else the worker imports from the library
as shipped, see web/worker/library.py. Pyodide's loader of packages is replaced by package_loader.py. It runs under
Pyodide, see under_pyodide.mjs.
"""

import gzip
import io
import sys
import zipfile
from pathlib import Path

from web.build.bytecode import bytecode, put

REPLACED = {"pyodide/_package_loader.py": Path(__file__).with_name("package_loader.py")}

# Modules and packages of the compiled part, by their top-level names.
FIRST = """
__future__ __hello__ _aix_support _collections_abc _colorize _compat_pickle _compression _opcode_metadata _py_abc
_py_warnings _pydatetime _pyodide _sitebuiltins _strptime _sysconfigdata__emscripten_wasm32-emscripten _threading_local
_weakrefset abc annotationlib ast asyncio base64 bisect calendar cmath code codecs codeop collections colorsys
compression concurrent contextlib contextvars copy copyreg csv dataclasses datetime decimal difflib dis enum fnmatch
fractions functools genericpath getpass gettext glob graphlib hashlib heapq html importlib inspect io itertools json
keyword linecache locale logging ntpath numbers opcode operator os pathlib pickle platform posixpath pprint pyodide
queue random re reprlib rlcompleter runpy sched secrets select selectors shutil signal site socket ssl stat statistics
string stringprep struct subprocess symtable sysconfig tempfile textwrap this threading timeit token tokenize
traceback types typing uuid warnings weakref zipfile zipimport
""".split()  # noqa: SIM905  (a list of words, to be read as one)

# Of the encodings, those that a web page meets; the others are large tables of old code pages.
ENCODINGS = """
__init__ aliases ascii base64_codec charmap cp1252 cp437 hex_codec idna latin_1 punycode raw_unicode_escape rot_13
undefined unicode_escape utf_16 utf_16_be utf_16_le utf_32 utf_32_be utf_32_le utf_7 utf_8 utf_8_sig
""".split()  # noqa: SIM905


def compile_library(source: Path, target: Path) -> None:
    """Write the zip. Raises PyCompileError when a source does not compile."""
    unpacked = io.BytesIO()
    with zipfile.ZipFile(source) as sources, zipfile.ZipFile(unpacked, "w", zipfile.ZIP_STORED) as packed:
        for name in sorted(filter(_is_needed_first, sources.namelist())):
            content = REPLACED[name].read_bytes() if name in REPLACED else sources.read(name)
            if name.endswith(".py"):
                name, content = name + "c", bytecode(f"<standard library>/{name}", content)
            put(packed, name, content)
    target.write_bytes(gzip.compress(unpacked.getvalue(), 9, mtime=0))


def _is_needed_first(name: str) -> bool:
    top, _, below = name.partition("/")
    if name.endswith("/"):
        return False
    if top == "encodings":
        return below.removesuffix(".py") in ENCODINGS
    return top.removesuffix(".py") in FIRST


if __name__ == "__main__":
    source, target = Path(sys.argv[1]), Path(sys.argv[2])
    target.parent.mkdir(exist_ok=True)
    compile_library(source, target)
