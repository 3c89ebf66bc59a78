"""Writes THIRD_PARTY.txt: what the page serves of others, what is inside of it, and under which licences.

A licence's text is that of the installed npm package. Where that has none, and for what was compiled into a package,
it is the standard text of the licence, from the npm package `spdx-license-list`.
"""

import hashlib
import json
import re
from pathlib import Path
from typing import Any, NamedTuple

from web.build.vendor import PACKAGES, Package


class Part(NamedTuple):
    """Something that was built into a package: its name, licence, holder of the rights, and source."""

    name: str
    licence: str
    holder: str
    source: str


PUBLIC_DOMAIN = "public domain"
UNKNOWN = "see its source"
LLVM = "Apache-2.0 WITH LLVM-exception"
# The exception asks for no text where something was compiled into something else.
WITHOUT_TEXT = (PUBLIC_DOMAIN, UNKNOWN, LLVM)
# Licences whose standard text begins with a copyright line for an example.
WITH_EXAMPLE = ("BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT")
EMSCRIPTEN = (
    Part("Emscripten", "MIT", "the Emscripten authors", "https://github.com/emscripten-core/emscripten"),
    Part("musl", "MIT", "Rich Felker and others", "https://musl.libc.org"),
    Part("compiler-rt", LLVM, "the LLVM project", "https://github.com/llvm/llvm-project"),
)
# As far as their own sources tell it. What PyScript's bundle holds is read from its source map instead.
PARTS = {
    "pyodide": (
        Part(
            "CPython, and its standard library", "Python-2.0.1", "Python Software Foundation", "https://www.python.org"
        ),
        Part("Expat", "MIT", "Thai Open Source Software Center Ltd, and others", "https://libexpat.github.io"),
        Part("HACL*", "MIT", "INRIA, CMU and Microsoft Corporation", "https://github.com/hacl-star/hacl-star"),
        Part("libmpdec", "BSD-2-Clause", "Stefan Krah", "https://www.bytereef.org/mpdecimal"),
        Part("libffi", "MIT", "Anthony Green, Red Hat, Inc and others", "https://github.com/libffi/libffi"),
        Part("hiwire", UNKNOWN, "the Pyodide contributors", "https://github.com/pyodide/hiwire"),
        Part("zlib", "Zlib", "Jean-loup Gailly and Mark Adler", "https://zlib.net"),
        Part("bzip2", "bzip2-1.0.6", "Julian R Seward", "https://sourceware.org/bzip2"),
        Part("liblzma", PUBLIC_DOMAIN, "Lasse Collin and others", "https://tukaani.org/xz"),
        Part("Zstandard", "BSD-3-Clause", "Meta Platforms, Inc. and affiliates", "https://github.com/facebook/zstd"),
        Part("SQLite", PUBLIC_DOMAIN, "D. Richard Hipp and others", "https://www.sqlite.org"),
        Part(
            "stackframe and error-stack-parser",
            "MIT",
            "Eric Wendelin and other contributors",
            "https://github.com/stacktracejs",
        ),
        *EMSCRIPTEN,
        Part("libc++, libc++abi and libunwind", LLVM, "the LLVM project", "https://github.com/llvm/llvm-project"),
    ),
    "@micropython/micropython-webassembly-pyscript": (
        Part("micropython-lib", "MIT", "its contributors", "https://github.com/micropython/micropython-lib"),
        Part(
            "those of its modules that come from CPython",
            "Python-2.0.1",
            "Python Software Foundation",
            "https://github.com/micropython/micropython-lib",
        ),
        Part("re1.5", "BSD-3-Clause", "Russ Cox and Paul Sokolovsky", "https://github.com/pfalcon/re1.5"),
        Part("uzlib", "Zlib", "Joergen Ibsen, Paul Sokolovsky and Jim Mussared", "https://github.com/pfalcon/uzlib"),
        Part("crypto-algorithms", PUBLIC_DOMAIN, "Brad Conte", "https://github.com/B-Con/crypto-algorithms"),
        *EMSCRIPTEN,
    ),
}
# Who holds the rights to a package that names nobody.
HOLDERS = {
    "@micropython/micropython-webassembly-pyscript": "Damien P. George and others",
    "pyodide": "the Pyodide contributors and Mozilla",
}
INTRODUCTION = """\
# Third-party software

The page serves these files unchanged, but for a dropped source-map comment, and pyodide-lock.json without its packages.
Pyodide’s source, under the Mozilla Public License 2.0, is at the address given here. Its python_stdlib.zip is the
standard library of Python; library_first holds many of its modules, compiled without docstrings, but for
pyodide._package_loader, in whose place is a short module of this project. The texts of all licences are at the end.
"""


def notices(node_modules: Path, vendor: Path) -> str:
    """THIRD_PARTY.txt. Raises FileNotFoundError when a package or the text of a licence is missing."""
    bundled = {package.name: inside(node_modules, package) for package in PACKAGES}
    sections = [INTRODUCTION]
    sections += [_about(node_modules, vendor, package, bundled[package.name]) for package in PACKAGES]
    names = [package.name for package in PACKAGES]
    names += [name for parts in bundled.values() for name in parts]
    return "\n".join([*sections, "# Licences\n", *_texts(node_modules, names)])


def inside(node_modules: Path, package: Package) -> list[str]:
    """The npm packages from which a package's served scripts were bundled, as their source maps name them."""
    found = set()
    for pattern in package.files:
        for file in (node_modules / package.name).glob(f"{pattern}.map"):
            for source in json.loads(file.read_text("utf-8"))["sources"]:
                found |= set(re.findall(r".*node_modules/((?:@[^/]+/)?[^/]+)/", source))
    return sorted(found)


def _about(node_modules: Path, vendor: Path, package: Package, bundled: list[str]) -> str:
    """What is served of a package, and what is inside of that."""
    described = _described(node_modules, package.name)
    lines = [f"## {package.name} {described['version']}", "", f"{_licence(described)}, {_source(described)}", ""]
    lines += ["| file | sha256 |", "| --- | --- |"]
    folder = vendor / package.folder
    for file in sorted(file for file in folder.rglob("*") if file.is_file()):
        name = file.relative_to(folder).as_posix()
        lines.append(f"| {name} | `{hashlib.sha256(file.read_bytes()).hexdigest()}` |")
    lines += ["", *(["Inside of it:", ""] if bundled or package.name in PARTS else [])]
    for name in bundled:
        described = _described(node_modules, name)
        lines.append(f"- {name}: {_licence(described)}, {_source(described)}")
    for part in PARTS.get(package.name, ()):
        lines.append(f"- {part.name}: {part.licence}, {part.holder}, {part.source}")
    return "\n".join([*lines, ""])


def _texts(node_modules: Path, names: list[str]) -> list[str]:
    """The texts of all licences, each once: first those that packages bring along, and then the standard ones."""
    own: dict[str, list[str]] = {}
    standard: dict[str, list[str]] = {}
    for name in names:
        files = sorted((node_modules / name).glob("LICEN[CS]E*"))
        if files:
            own.setdefault(files[0].read_text("utf-8").strip(), []).append(name)
        else:
            described = _described(node_modules, name)
            standard.setdefault(_licence(described), []).append(f"{name}: {_holder(described)}")
        for part in PARTS.get(name, ()):
            if part.licence not in WITHOUT_TEXT:
                standard.setdefault(part.licence, []).append(f"{part.name}: {part.holder}")
    sections = [f"## The licence of {', '.join(users)}\n\n{text}\n" for text, users in own.items()]
    for licence, parts in sorted(standard.items()):
        holders = "\n".join(f"- {part}" for part in dict.fromkeys(parts))
        text = _standard_text(node_modules, licence)
        sections.append(f"## {licence}\n\nCopyright of each part:\n\n{holders}\n\n{text}\n")
    return sections


def _standard_text(node_modules: Path, licence: str) -> str:
    file = node_modules / "spdx-license-list" / "licenses" / f"{licence}.json"
    text = str(json.loads(file.read_text("utf-8"))["licenseText"])
    if licence in WITH_EXAMPLE:
        text = re.sub(r"^Copyright \(c\).*\n", "", text, flags=re.MULTILINE)
    return text.strip()


def _described(node_modules: Path, name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((node_modules / name / "package.json").read_text("utf-8"))
    return found


def _licence(described: dict[str, Any]) -> str:
    """The licence as SPDX spells it."""
    return str(described["license"]).replace("APACHE", "Apache")


def _holder(described: dict[str, Any]) -> str:
    return HOLDERS.get(described["name"]) or str(described["author"])


def _source(described: dict[str, Any]) -> str:
    address = described.get("repository", {}).get("url")
    return str(address).removeprefix("git+").removesuffix(".git") if address else "source in the npm package"
