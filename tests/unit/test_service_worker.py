"""The service worker as it is built: it knows every file of the page by its hash, and nothing else."""

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest

from web.build.service_worker import NAME, service_worker


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    rare = ("vendor/pyodide/python_stdlib.zip", "vendor/editor/languages/python.js", "web/editor.css")
    for name in ("index.html", "web/page.css", "vendor/a.wasm", *rare):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    (tmp_path / NAME).write_text(service_worker(tmp_path))
    return tmp_path


def table(dist: Path, name: str) -> dict[str, Any]:
    (found,) = re.findall(rf"^const {name} = (\{{.*?\}});$", service_worker(dist), re.DOTALL | re.MULTILINE)
    result: dict[str, Any] = json.loads(found)
    return result


def build_id(dist: Path) -> str:
    return service_worker(dist).partition("\n")[0]


def test_every_file_is_known_by_the_hash_of_its_bytes(dist: Path) -> None:
    for address, name in (
        ("./", "index.html"),
        ("./web/page.css", "web/page.css"),
        ("./vendor/a.wasm", "vendor/a.wasm"),
    ):
        assert table(dist, "KEPT")[address]["sha256"] == hashlib.sha256((dist / name).read_bytes()).hexdigest()
    assert list(table(dist, "REST")) == ["./vendor/pyodide/python_stdlib.zip"]
    assert list(table(dist, "LATER")) == ["./vendor/editor/languages/python.js", "./web/editor.css"]


def test_the_page_is_known_as_its_folder_and_the_service_worker_not_at_all(dist: Path) -> None:
    assert set(table(dist, "KEPT")) == {"./", "./web/page.css", "./vendor/a.wasm"}


def test_web_assembly_gets_the_type_without_which_it_cannot_be_compiled_while_it_comes(dist: Path) -> None:
    assert table(dist, "KEPT")["./vendor/a.wasm"]["type"] == "application/wasm"


def test_any_changed_byte_makes_another_version(dist: Path) -> None:
    before = build_id(dist)
    assert build_id(dist) == before
    (dist / "vendor/pyodide/python_stdlib.zip").write_text("other")
    assert build_id(dist) != before


def test_a_changed_service_worker_is_another_version_too(dist: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = build_id(dist)
    (dist.parent / "other.js").write_text("// other")
    monkeypatch.setattr("web.build.service_worker.SOURCE", dist.parent / "other.js")
    assert build_id(dist) != before


def test_a_file_of_an_unknown_type_is_refused(dist: Path) -> None:
    (dist / "web/page.exe").write_text("")
    with pytest.raises(KeyError):
        service_worker(dist)
