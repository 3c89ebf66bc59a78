"""The browser-side runtime: which files of which npm package the page needs, and under what licence."""

import hashlib
import json
import re
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Package:
    """An npm package, the folder it gets under vendor/, its files as patterns, its licence and its source."""

    name: str
    folder: str
    files: tuple[str, ...]
    licence: str
    source: str


PACKAGES = (
    Package(
        "@pyscript/core",
        "pyscript",
        ("dist/core.js", "dist/core-*.js", "dist/error-*.js"),
        "Apache-2.0",
        "https://github.com/pyscript/pyscript",
    ),
    Package(
        "pyodide",
        "pyodide",
        ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "pyodide-lock.json", "python_stdlib.zip"),
        "MPL-2.0",
        "https://github.com/pyodide/pyodide",
    ),
    Package(
        "@micropython/micropython-webassembly-pyscript",
        "micropython",
        ("micropython.mjs", "micropython.wasm"),
        "MIT",
        "https://github.com/micropython/micropython",
    ),
    Package("uplot", "uplot", ("dist/uPlot.esm.js", "dist/uPlot.min.css"), "MIT", "https://github.com/leeoniya/uPlot"),
)


# Made of Pyodide's python_stdlib.zip by compile_library.py.
COMPILED = ("library_first.zip.gz", "library_rest.zip")


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
                (vendor / package.folder / file.name).write_bytes(content)


def without_source_map(script: bytes) -> bytes:
    """The script without the line that sends browsers' tools to a map that is not served."""
    return re.sub(rb"\n?//# sourceMappingURL=\S+\s*$", b"\n", script)


def without_packages(lock: bytes) -> bytes:
    """Pyodide's list of what it could install, without the packages: the page has none of them, and they are many."""
    return json.dumps({**json.loads(lock), "packages": {}}).encode()


def notices(node_modules: Path, vendor: Path) -> str:
    """THIRD_PARTY.txt: every third-party file in `dist/` with version, licence, source and hash."""
    lines = [
        "# Third-party software",
        "",
        "The page serves these files unchanged, but for a dropped source-map comment, and pyodide-lock.json",
        "without its packages. Pyodide’s source, under the Mozilla Public License 2.0, is at the address given",
        "here. Its python_stdlib.zip is the standard library of Python, under the PSF License 2; library_first",
        "and library_rest hold the same modules, compiled without docstrings, but for pyodide._package_loader,",
        "in whose place is a short module of this project.",
    ]
    for package in PACKAGES:
        version = json.loads((node_modules / package.name / "package.json").read_text("utf-8"))["version"]
        lines += ["", f"## {package.name} {version}", "", f"{package.licence}, {package.source}", ""]
        lines += ["| file | sha256 |", "| --- | --- |"]
        for file in sorted((vendor / package.folder).iterdir()):
            lines.append(f"| {file.name} | `{hashlib.sha256(file.read_bytes()).hexdigest()}` |")
    return "\n".join([*lines, ""])
