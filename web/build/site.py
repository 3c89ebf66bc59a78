"""Builds `dist/`: the page as it is deployed, served and tested.

It packs the sources that MicroPython runs into one program, takes the browser-side runtime from the
installed npm packages, and draws the page's first view into the HTML with the page's own views, so that
a person sees the untrained neuron before any Python runs.
"""

import base64
import hashlib
import json
import os
import re
import shutil
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from web.build import licences, page_bytecode, styles, vendor
from web.build.compile_trainer import LATER
from web.build.imports import reached
from web.build.listing import listing
from web.build.markup import write
from web.build.service_worker import NAME as SERVICE_WORKER
from web.build.service_worker import service_worker
from web.build.tables import with_tables
from web.page.reply import AT_REST, SHOWN, with_told
from web.page.request import asked
from web.page.state import State
from web.page.views import VIEWS
from web.worker.session import Session

ROOT = Path(__file__).resolve().parents[2]
ASSETS = ("web/icon.svg", "web/preview.png", "web/editor.css")
MODULES = ("worker.mjs", "editor.mjs")  # of web/runtime; its other scripts stand in the page
# What must be of one version for the page and its worker to understand each other.
ONE_VERSION = ("web/interface.py", "web/interface.bin", "web/trainer.zip", "web/runtime/worker.mjs")
INTERFACE = """\
import os

VERSION = {version!r}
FOLDERS = {folders!r}
MODULES = {modules!r}

with open("interface.bin", "rb") as packed:
    if packed.read(len(VERSION)) != VERSION:
        raise OSError("web/interface.bin is damaged, or of another version than web/interface.py.")
    for folder in FOLDERS:
        os.mkdir(folder)
    for name, size in MODULES:
        with open(name, "wb") as module:
            module.write(packed.read(size))

import web.browser.main
"""


def build(dist: Path) -> None:
    """Make the folder anew. Raises FileNotFoundError when a named file or an npm package is missing."""
    shutil.rmtree(dist, ignore_errors=True)
    for name in ASSETS:
        copy(ROOT / name, dist / name)
    sheet = styles.with_tables((ROOT / "web" / "style.css").read_text("utf-8"))
    (dist / "web" / "style.css").write_text(sheet, "utf-8")
    for name in MODULES:
        copy(ROOT / "web" / "runtime" / name, dist / "web" / "runtime" / name)
    for name in ("trainer.zip", LATER):
        copy(ROOT / ".build" / name, dist / "web" / name)
    program, packed = interface(page_modules())
    (dist / "web" / "interface.py").write_text(program, "utf-8")
    (dist / "web" / "interface.bin").write_bytes(packed)
    vendor.copy_packages(ROOT / "node_modules", dist / "vendor")
    copy(ROOT / ".build" / vendor.COMPILED, dist / "vendor" / "pyodide" / vendor.COMPILED)
    page = with_scripts(drawn(unindented((ROOT / "index.html").read_text("utf-8"))))
    page = write(page, "page", "data-version", put_version(dist))
    address = source_address(os.environ)
    if address:
        page = write(write(page, "source", "href", address), "source-place", "hidden", False)
    page = page.replace("<title>", f"{early_links(dist)}<title>", 1)
    # Some servers name a wrong encoding; in ASCII it makes no difference.
    (dist / "index.html").write_text(page, "ascii", "xmlcharrefreplace")
    # With a byte-order mark, because many servers do not say in which encoding a text is.
    (dist / "THIRD_PARTY.txt").write_text(licences.notices(ROOT / "node_modules", dist / "vendor"), "utf-8-sig")
    (dist / SERVICE_WORKER).write_text(service_worker(dist), "utf-8")


def put_version(dist: Path) -> str:
    """Write into the worker which version it belongs to; the page, which must know too, gets it returned."""
    version = hashlib.sha256(b"".join((dist / name).read_bytes() for name in ONE_VERSION)).hexdigest()[:16]
    worker = dist / "web" / "runtime" / "worker.mjs"
    worker.write_text(f"const VERSION = {json.dumps(version)};\n{worker.read_text('utf-8')}", "utf-8")
    return version


def with_scripts(page: str) -> str:
    """The page with its classic scripts inside, there whenever it is, and the policy that allows them."""
    hashes = []

    def inside(found: re.Match[str]) -> str:
        script = "\n" + in_ascii((ROOT / found.group(1)).read_text("utf-8"))
        digest = hashlib.sha256(script.encode()).digest()
        hashes.append(f"'sha256-{base64.b64encode(digest).decode()}'")
        return f"<script>{script}</script>"

    page = re.sub(r'<script src="\./(web/runtime/[\w-]+\.js)"></script>', inside, page)
    return page.replace("script-src 'self'", " ".join(["script-src 'self'", *hashes]), 1)


def in_ascii(script: str) -> str:
    """The same script: each character beyond ASCII stands in a string or a comment, and is escaped there."""
    return re.sub(r"[^\0-\x7f]", lambda found: json.dumps(found.group())[1:-1], script)


def early_links(dist: Path) -> str:
    """Links that fetch at once what the interface needs, and what would otherwise be asked for step by step.

    They stand behind the page's guard, which must be there to say so should one of them not come, and before its
    styles, for which scripts wait.
    """
    (core,) = (dist / "vendor" / "pyscript").glob("core-*.js")
    imported = re.findall(r'import\("\./(error-[^"]+)"\)', core.read_text("utf-8"))
    modules = [f"vendor/pyscript/{name}" for name in (core.name, *sorted(set(imported)))]
    modules += ["vendor/micropython/micropython.mjs", "vendor/uplot/uPlot.esm.js"]
    files = ["vendor/micropython/micropython.wasm", "web/interface.py", "web/interface.bin"]
    links = [f'<link rel="modulepreload" href="./{name}">\n' for name in modules]
    links += [f'<link rel="preload" as="fetch" crossorigin href="./{name}">\n' for name in files]
    return "".join(links)


def source_address(environment: Mapping[str, str]) -> str:
    """Where the project's files are, which GitHub tells whoever builds there; empty elsewhere, where nobody knows."""
    repository = environment.get("GITHUB_REPOSITORY", "")
    return f"{environment.get('GITHUB_SERVER_URL', 'https://github.com')}/{repository}" if repository else ""


def page_sources() -> dict[str, str]:
    """The sources that MicroPython runs, under their paths: what starts the page, and all that this needs."""
    return {name: (ROOT / name).read_text("utf-8") for name in reached("web/browser/main.py", ROOT)}


def page_modules() -> Mapping[str, bytes]:
    """The same compiled, where that can be done."""
    sources, command = page_sources(), page_bytecode.compiler()
    return page_bytecode.compiled(sources, command) if command else as_bytes(sources)


def as_bytes(sources: Mapping[str, str]) -> dict[str, bytes]:
    """Sources as their files have them."""
    return {name: source.encode() for name, source in sources.items()}


def interface(modules: Mapping[str, bytes]) -> tuple[str, bytes]:
    """The page's program, which index.html imports, and the modules that it takes out of one file beside it.

    It lays them out as files, and imports the one that starts the page. In a text, MicroPython would read them
    character by character, which takes 20 ms longer.
    """
    content = b"".join(modules.values())
    version = hashlib.sha256(content).digest()[:8]
    folders = sorted({parent.as_posix() for name in modules for parent in PurePosixPath(name).parents[:-1]})
    sizes = tuple((name, len(module)) for name, module in modules.items())
    return INTERFACE.format(version=version, folders=tuple(folders), modules=sizes), version + content


def config() -> dict[str, Any]:
    """What pyscript.toml says."""
    return tomllib.loads((ROOT / "pyscript.toml").read_text("utf-8"))


def copy(source: Path, target: Path) -> None:
    """Copy one file, making its folder."""
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def drawn(page: str) -> str:
    """The page with its first State written into it."""
    state = first_state()
    page = write(with_tables(page, state), "update-code", "html", listing())  # views hide what does not run
    for view in VIEWS:
        for name, kind, value in view(state):
            page = write(page, name, kind, value)
    # As a file, not as a script: MicroPython's loader would measure a long script character by character.
    settings = {**config(), "files": {f"./web/{name}": name for name in ("interface.py", "interface.bin")}}
    page = write(page, "program", "config", json.dumps(settings))
    # PyScript loads its plugins for its other Python too, even where a page has no script of that kind.
    page = write(page, "no-plugins", "html", json_text({"plugins": settings["plugins"]}))
    return write(page, "first-reply", "html", json_text(first_reply()))


def unindented(text: str) -> str:
    """The same lines without the spaces at their start, which only people need who read the source."""
    return re.sub(r"\n +", "\n", text)


def json_text(value: object) -> str:
    """JSON that can stand inside a script element."""
    return json.dumps(value, separators=(",", ":")).replace("<", "\\u003c")


def first_state() -> State:
    """The State before anything has happened, with what an untrained neuron says."""
    return with_told(State(), first_reply())


def first_reply() -> dict[str, Any]:
    """What the worker would say of the default start, as the page gets it."""
    request: Any = asked(State(), (0, 0), SHOWN + AT_REST)
    reply: dict[str, Any] = json.loads(json.dumps(Session().reply(request)))
    return reply


if __name__ == "__main__":
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "dist")
