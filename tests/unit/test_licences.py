"""THIRD_PARTY.txt: nothing that is served goes unnamed, and every licence that is named can be read there."""

import gzip
import re
from pathlib import Path

import pytest

from web.build import licences
from web.build.licences import PARTS, WITHOUT_TEXT, inside, notices
from web.build.vendor import PACKAGES, copy_packages

NODE_MODULES = Path(__file__).parents[2] / "node_modules"
PYSCRIPT, PYODIDE, MICROPYTHON, UPLOT, EDITOR = PACKAGES
LARGEST = 20_000  # compressed, because it is kept for offline use


@pytest.fixture(scope="module")
def vendor(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist") / "vendor"
    copy_packages(NODE_MODULES, folder)
    return folder


@pytest.fixture(scope="module")
def text(vendor: Path) -> str:
    return notices(NODE_MODULES, vendor)


def test_every_served_file_is_named(vendor: Path, text: str) -> None:
    for file in vendor.rglob("*.*"):
        name = "/".join(file.relative_to(vendor).parts[1:])
        assert re.search(rf"^\| {re.escape(name)} \| `[0-9a-f]{{64}}` \|$", text, re.MULTILINE), name


def test_all_that_the_editors_files_import_is_there(vendor: Path) -> None:
    folder = vendor / EDITOR.folder
    scripts = [*folder.rglob("*.js"), NODE_MODULES.parent / "web" / "runtime" / "editor.mjs"]
    for script in scripts:
        source = script.read_text("utf-8").replace('"../../vendor/editor/', f'"{folder}/')
        imported = re.findall(r'^(?:import|export) (?:.*? from )?"([^"]+)";', source, re.MULTILINE)
        assert all((script.parent / name).is_file() for name in imported), script
    assert len(scripts) == 18


def test_all_that_pyscripts_bundle_was_made_of_is_named_with_its_licence(text: str) -> None:
    names = inside(NODE_MODULES, PYSCRIPT)
    assert len(names) == 15
    assert {"polyscript", "coincident", "reflected-ffi", "@webreflection/utils", "codedent"} <= set(names)
    for name in names:
        assert re.search(rf"^- {re.escape(name)}: (MIT|ISC|Apache-2\.0), \S+", text, re.MULTILINE), name


def test_packages_that_are_no_bundle_have_nothing_inside() -> None:
    assert inside(NODE_MODULES, UPLOT) == inside(NODE_MODULES, EDITOR) == []


def test_every_licence_that_comes_along_is_there_in_full(text: str) -> None:
    names = [package.name for package in PACKAGES] + inside(NODE_MODULES, PYSCRIPT)
    files = [file for name in names for file in (NODE_MODULES / name).glob("LICENSE*")]
    assert len(files) == 16
    for file in files:
        assert file.read_text("utf-8").strip() in text, file


@pytest.mark.parametrize(
    ("licence", "words"),
    [
        ("MPL-2.0", "Mozilla Public License"),
        ("Python-2.0.1", "PYTHON SOFTWARE FOUNDATION LICENSE VERSION 2"),
        ("MIT", "Permission is hereby granted, free of charge"),
        ("ISC", "Permission to use, copy, modify, and/or distribute"),
        ("BSD-2-Clause", "this list of conditions and the following disclaimer"),
        ("BSD-3-Clause", "Neither the name of the copyright holder"),
        ("Zlib", "The origin of this software must not be misrepresented"),
        ("bzip2-1.0.6", "Julian R Seward"),
    ],
)
def test_the_standard_licences_are_there_with_those_who_hold_the_rights(text: str, licence: str, words: str) -> None:
    [section] = re.findall(rf"^## {re.escape(licence)}\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    assert words in " ".join(section.split())
    assert "<year>" not in section
    for parts in PARTS.values():
        for part in parts:
            assert (f"- {part.name}: {part.holder}" in section) == (part.licence == licence), part.name


def test_every_part_has_a_licence_with_a_text_or_one_that_needs_none(text: str) -> None:
    for parts in PARTS.values():
        for part in parts:
            assert part.licence in WITHOUT_TEXT or f"\n## {part.licence}\n" in text, part.name


@pytest.mark.parametrize(
    "trace", [b"SQLite format", b"expat_", b" inflate 1.", b"zstd", b"lzma", b"BZ2_bz", b"ffi_call"]
)
def test_what_is_said_to_be_inside_of_pyodide_leaves_its_trace_there(trace: bytes) -> None:
    assert trace in (NODE_MODULES / "pyodide" / "pyodide.asm.wasm").read_bytes()


def test_a_licence_without_a_text_stops_the_build(vendor: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    part = licences.Part("something", "Nobody-1.0", "nobody", "nowhere")
    monkeypatch.setattr(licences, "PARTS", {"uplot": (part,)})
    with pytest.raises(FileNotFoundError, match=r"Nobody-1\.0"):
        notices(NODE_MODULES, vendor)


def test_it_is_small_enough_to_be_kept_for_offline_use(text: str) -> None:
    assert len(gzip.compress(text.encode(), 9)) < LARGEST
