"""Writes the service worker: which files make up this version of the page, and by which hash each is known."""

import hashlib
import json
from pathlib import Path

from web.build.serve import TYPES as PROGRAM_TYPES

SOURCE = Path(__file__).parents[1] / "runtime" / "service-worker.js"
# Its scope is its own folder, so it stands at the top.
NAME = "service-worker.js"
# What only a fallback, a rare import or another site needs is not kept for offline use.
REST = ("vendor/pyodide/python_stdlib.zip", "web/preview.png")
# What only some visits need is kept from the first time that it was needed.
LATER = ("vendor/editor/", "web/runtime/editor.mjs", "web/editor.css")
TYPES = {
    **PROGRAM_TYPES,
    ".css": "text/css",
    ".bin": "application/octet-stream",
    ".html": "text/html; charset=utf-8",
    ".json": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".zip": "application/zip",
}


def service_worker(dist: Path) -> str:
    """The service worker for just the files that stand there. Raises KeyError for a file of an unknown type."""
    kept: dict[str, dict[str, str]] = {}
    later: dict[str, dict[str, str]] = {}
    rest: dict[str, dict[str, str]] = {}
    for file in sorted(file for file in dist.rglob("*") if file.is_file()):
        name = file.relative_to(dist).as_posix()
        if name != NAME:
            table = rest if name in REST else later if name.startswith(LATER) else kept
            table[address(name)] = described(file)
    named = {"KEPT": kept, "LATER": later, "REST": rest}
    tables = "".join([f"const {name} = {json.dumps(table, indent=1)};\n" for name, table in named.items()])
    program = f"{tables}\n{SOURCE.read_text('utf-8')}"
    return f'const BUILD = "{hashlib.sha256(program.encode()).hexdigest()[:16]}";\n{program}'


def address(name: str) -> str:
    """Under which address the service worker knows a file: the page is what the folder itself answers."""
    return "./" if name == "index.html" else f"./{name}"


def described(file: Path) -> dict[str, str]:
    """How the right bytes are known, and what they are."""
    return {"sha256": hashlib.sha256(file.read_bytes()).hexdigest(), "type": TYPES[file.suffix]}
