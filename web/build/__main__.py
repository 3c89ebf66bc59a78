"""Builds the page and serves it with Python and Node alone, where there is no make: `python -m web.build [PORT]`."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from perceptron.terminal import complain
from web.build import page_bytecode, serve, site

WORK = Path(".build")
INSTALL = ("npm", "ci", "--include=dev", "--no-audit", "--no-fund")
COMPILE = (
    ("web/build/compile_library.py", "node_modules/pyodide/python_stdlib.zip", ".build/library_first.bin"),
    ("web/build/compile_trainer.py", ".build/trainer.zip"),
)


def main(arguments: Sequence[str]) -> int:
    """Make all of it anew, as make does, and serve it. Returns the exit status: 2 where something is missing."""
    os.chdir(site.ROOT)
    try:
        _run(*INSTALL)
        WORK.mkdir(exist_ok=True)
        for program in COMPILE:
            _run("node", "web/build/under_pyodide.mjs", *program)
        page_bytecode.install()
    except (FileNotFoundError, subprocess.CalledProcessError) as error:
        complain(str(error))
        return 2
    site.build(Path("dist"))
    return serve.main(["dist", *arguments])


def _run(name: str, *arguments: str) -> None:
    program = shutil.which(name)  # on Windows npm is no program but a script, which must be called by its full name
    if not program:
        raise FileNotFoundError(f"{name} is not there; Node 20 or newer brings it.")
    subprocess.run([program, *arguments], check=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
