"""The browser-side runtime: which files of which npm package the page needs."""

import json
import re
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Package:
    """An npm package, the folder it gets under vendor/, and its files as patterns.

    Its files stand side by side in that folder. Those of a package with a `base` keep their places below it, because
    they import each other.
    """

    name: str
    folder: str
    files: tuple[str, ...]
    base: str = ""


PACKAGES = (
    Package("@pyscript/core", "pyscript", ("dist/core.js", "dist/core-*.js", "dist/error-*.js")),
    Package(
        "pyodide",
        "pyodide",
        ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "pyodide-lock.json", "python_stdlib.zip"),
    ),
    Package("@micropython/micropython-webassembly-pyscript", "micropython", ("micropython.mjs", "micropython.wasm")),
    Package("uplot", "uplot", ("dist/uPlot.esm.js", "dist/uPlot.min.css")),
    Package(
        "prism-code-editor",
        "editor",
        (
            *("dist/index.js", "dist/layout.css", "dist/extensions/commands/index.js"),
            *("dist/extensions/matchBrackets/index.js", "dist/extensions/matchBrackets/highlight.js"),
            *("dist/languages/python.js", "dist/prism/languages/python.js"),
            # What these import.
            *("dist/bracket-*.js", "dist/commands-*.js", "dist/core-*.js", "dist/language-*.js", "dist/patterns-*.js"),
            *("dist/jsx-shared-*.js", "dist/shared-*.js", "dist/utils-*.js"),
        ),
        base="dist",
    ),
)


# Made of Pyodide's python_stdlib.zip by compile_library.py.
COMPILED = "library_first.bin"


def copy_packages(node_modules: Path, vendor: Path) -> None:
    """Copy what the page needs. Raises FileNotFoundError when a package or a file of it is missing."""
    for package in PACKAGES:
        (vendor / package.folder).mkdir(parents=True)
        for pattern in package.files:
            found = sorted((node_modules / package.name).glob(pattern))
            if not found:
                raise FileNotFoundError(f"{package.name} has no {pattern}: run “npm ci”.")
            for file in found:
                content = file.read_bytes()
                if file.suffix in (".js", ".mjs"):
                    content = without_source_map(content)
                elif file.name == "pyodide-lock.json":
                    content = without_packages(content)
                base = node_modules / package.name / package.base if package.base else file.parent
                target = vendor / package.folder / file.relative_to(base)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content)


def without_source_map(script: bytes) -> bytes:
    """The script without the line that sends browsers' tools to a map that is not served."""
    return re.sub(rb"\n?//# sourceMappingURL=\S+\s*$", b"\n", script)


def without_packages(lock: bytes) -> bytes:
    """Pyodide's list of what it could install, without the packages: the page has none of them, and they are many."""
    return json.dumps({**json.loads(lock), "packages": {}}).encode()
