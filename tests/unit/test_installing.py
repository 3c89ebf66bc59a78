"""`pip install .`: what is installed, and the command that comes with it."""

import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[2]
OFFLINE = ("--quiet", "--disable-pip-version-check", "--no-index", "--no-deps")


def pip(*arguments: str) -> None:
    done = subprocess.run([sys.executable, "-m", "pip", *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built from a copy, because building leaves files behind."""
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    for name in ("perceptron", "web", "tests"):
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source / name)
    pip("wheel", *OFFLINE, "--no-build-isolation", "--wheel-dir", str(folder), str(source))
    [built] = folder.glob("*.whl")
    return built


def test_the_neuron_is_installed_and_nothing_of_the_page(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as packed:
        names = [name for name in packed.namelist() if ".dist-info/" not in name]
    assert sorted(names) == sorted(file.relative_to(ROOT).as_posix() for file in (ROOT / "perceptron").rglob("*.py"))


def test_the_command_runs_and_calls_itself_by_its_name(wheel: Path, tmp_path: Path) -> None:
    place = tmp_path / "venv"
    venv.create(place)
    pip("--python", str(place), "install", *OFFLINE, str(wheel))
    [command] = [file for file in place.rglob("one-neuron*") if file.is_file()]

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run([command, *arguments], cwd=tmp_path, capture_output=True, text=True, check=False)

    assert run().stdout.splitlines()[-1] == "21 of 25 right"
    assert run("--help").stdout.startswith("usage: one-neuron ")
    assert run("--epochs", "0").stderr.startswith("one-neuron: argument --epochs: Epochs must be")
