"""The zip for classrooms: any server may read what is unpacked, and notices that a new version is newer."""

import os
import subprocess
import zipfile
from pathlib import Path

import pytest

from web.build.pack import EARLIEST, LATEST, main, pack, time_of_build

COMMITTED = 1_700_000_001
WHO = {f"GIT_{who}_{what}": "somebody" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    """A page of two files that only their owner may read."""
    folder = tmp_path / "dist"
    (folder / "web").mkdir(parents=True, mode=0o700)
    for name in ("index.html", "web/style.css"):
        (folder / name).write_text(name * 50)
        (folder / name).chmod(0o600)
    return folder


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project's folder without git, changed last at a known time."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    folder = tmp_path.resolve() / "project"
    (folder / "web" / "browser").mkdir(parents=True)
    for name, seconds in (
        ("index.html", 1_600_000_000),
        ("web/browser/screen.py", 1_600_000_009),
        ("web/browser/screen.pyc", 1_900_000_000),
    ):
        (folder / name).write_text(name)
        os.utime(folder / name, (seconds, seconds))
    (folder / ".gitignore").write_text("*.pyc\n")
    return folder


def commit(project: Path) -> None:
    dates = {"GIT_AUTHOR_DATE": "1500000000 +0000", "GIT_COMMITTER_DATE": f"{COMMITTED} +0200"}
    for words in (["init", "-q"], ["add", "."], ["-c", "commit.gpgsign=false", "commit", "-q", "-m", "All of it"]):
        subprocess.run(["git", "-C", project, *words], check=True, env={**os.environ, **WHO, **dates})


def test_whoever_runs_the_server_may_read_every_file_and_folder(dist: Path, tmp_path: Path) -> None:
    pack(dist, tmp_path / "page.zip", COMMITTED)
    with zipfile.ZipFile(tmp_path / "page.zip") as packed:
        modes = {info.filename: oct(info.external_attr >> 16) for info in packed.infolist()}
        assert {info.create_system for info in packed.infolist()} == {3}  # where permissions count
        assert packed.read("one-neuron/web/style.css") == (dist / "web/style.css").read_bytes()
    assert modes == {
        "one-neuron/": "0o40755",
        "one-neuron/index.html": "0o100644",
        "one-neuron/web/": "0o40755",
        "one-neuron/web/style.css": "0o100644",
    }


def test_every_file_has_the_time_of_the_build_in_whatever_zone_it_is_unpacked(dist: Path, tmp_path: Path) -> None:
    pack(dist, tmp_path / "page.zip", COMMITTED)
    with zipfile.ZipFile(tmp_path / "page.zip") as packed:
        for info in packed.infolist():
            assert info.date_time == (2023, 11, 14, 22, 13, 20)  # a zip counts in steps of two seconds
            assert info.extra == b"UT\x05\x00\x01" + COMMITTED.to_bytes(4, "little")


def test_the_same_files_and_time_give_the_same_zip_and_another_time_gives_another(dist: Path, tmp_path: Path) -> None:
    for name, seconds in (("one", COMMITTED), ("two", COMMITTED), ("three", COMMITTED + 1), ("four", 0)):
        pack(dist, tmp_path / name, seconds)
        os.utime(dist / "index.html", (1, 1))
    one, two, three = ((tmp_path / name).read_bytes() for name in ("one", "two", "three"))
    assert one == two != three
    pack(dist, tmp_path / "five", EARLIEST)
    assert (tmp_path / "four").read_bytes() == (tmp_path / "five").read_bytes()


def test_the_time_of_the_build_is_that_of_its_commit(project: Path) -> None:
    commit(project)
    assert time_of_build(project) == COMMITTED


def test_what_differs_from_its_commit_has_the_time_of_its_last_change(project: Path) -> None:
    commit(project)
    (project / "web/browser/screen.py").write_text("changed")
    os.utime(project / "web/browser/screen.py", (1_800_000_000, 1_800_000_000))
    assert time_of_build(project) == 1_800_000_000


@pytest.mark.parametrize("has_git", [True, False])
def test_without_a_commit_the_given_time_counts_and_then_the_last_change(
    project: Path, monkeypatch: pytest.MonkeyPatch, has_git: bool
) -> None:
    if has_git:
        subprocess.run(["git", "init", "-q", project], check=True)
    else:
        monkeypatch.setenv("PATH", "")
    assert time_of_build(project) == 1_600_000_009
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1650000000")
    assert time_of_build(project) == 1_650_000_000
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert time_of_build(project) == 0


@pytest.mark.parametrize("given", ["", "odd", "-1", "1.5", "4294967296", "9" * 5000, "1\n2"])
def test_a_time_that_no_zip_can_hold_is_refused_in_one_line(
    dist: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], given: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", given)
    assert main([str(dist), str(tmp_path / "page.zip")]) == 2
    told = capsys.readouterr().err
    why = "is too long" if len(given) > 100 else "must be a whole number from 0 to 4,294,967,295; "
    assert told.startswith("SOURCE_DATE_EPOCH")
    assert why in told
    assert told.count("\n") == 1
    assert not (tmp_path / "page.zip").exists()


def test_a_change_after_the_time_of_zips_counts_as_their_last(dist: Path, tmp_path: Path) -> None:
    pack(dist, tmp_path / "page.zip", 2**40)
    pack(dist, tmp_path / "last.zip", LATEST)
    assert (tmp_path / "page.zip").read_bytes() == (tmp_path / "last.zip").read_bytes()


def test_what_cannot_be_packed_is_said_in_one_line(
    dist: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    for arguments, status, complaint in (
        ([], 2, "A folder and a zip must be given"),
        (["a", "b", "c"], 2, "A folder and a zip must be given"),
        ([str(tmp_path / "nowhere"), "page.zip"], 2, "There is no folder “"),
        (["", "page.zip"], 2, "There is no folder “”."),
        ([str(dist), str(tmp_path)], 1, "” cannot be written (Is a directory)."),
        ([str(dist), str(tmp_path / ("a" * 300))], 1, "” cannot be written (File name too long)."),
    ):
        assert main(arguments) == status
        told = capsys.readouterr().err
        assert complaint in told
        assert told.count("\n") == 1


def test_the_commit_of_a_project_around_this_one_does_not_count(project: Path) -> None:
    commit(project)
    inner = project / "inner"
    (inner / "web").mkdir(parents=True)
    (inner / "index.html").write_text("")
    os.utime(inner / "index.html", (1_600_000_000, 1_600_000_000))
    assert time_of_build(inner) == 1_600_000_000
