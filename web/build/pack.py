"""Packs the built page as one zip, for a server in a network that does not reach this one."""

import os
import struct
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from perceptron.fields import Field, shortened
from perceptron.terminal import MOST_OF_A_NAME, complain

ROOT = Path(__file__).resolve().parents[2]
FOLDER = "one-neuron"
SOURCES = ("index.html", "pyscript.toml", "package-lock.json", "perceptron", "web")
# Any server may read them: it often runs as another user than the one who unpacks.
FILE, DIRECTORY = 0o100644, 0o040755
UNIX = 3
EARLIEST = 315_532_800  # 1980, where the time of zips begins
LATEST = 2**32 - 1  # 2106, where their exact time ends
GIVEN_TIME = Field("SOURCE_DATE_EPOCH", True, 0, LATEST, 0, "1")


def main(arguments: Sequence[str]) -> int:
    """Pack, and return the exit status: 0, 1 when the zip cannot be written, 2 for bad input."""
    if len(arguments) != 2:
        complain("A folder and a zip must be given, as in “python3 -m web.build.pack dist .build/one-neuron.zip”.")
        return 2
    dist, archive = arguments
    if not os.path.isdir(dist):
        complain(f"There is no folder “{shortened(dist, MOST_OF_A_NAME)}”.")
        return 2
    try:
        pack(Path(dist), Path(archive), time_of_build())
    except ValueError as error:
        complain(str(error))
        return 2
    except OSError as error:
        complain(f"“{shortened(archive, MOST_OF_A_NAME)}” cannot be written ({error.strerror}).")
        return 1
    return 0


def pack(dist: Path, archive: Path, seconds: int) -> None:
    """Write every file of `dist` into the zip, in a folder of its own, as of this time since 1970.

    The same files and the same time give the same zip.
    """
    archive.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(archive, "w") as packed:
        for path in [dist, *sorted(dist.rglob("*"))]:
            name = (Path(FOLDER) / path.relative_to(dist)).as_posix()
            if path.is_dir():
                packed.writestr(entry(f"{name}/", DIRECTORY, seconds), b"")
            else:
                packed.writestr(entry(name, FILE, seconds), path.read_bytes(), zipfile.ZIP_DEFLATED, 9)


def entry(name: str, mode: int, seconds: int) -> zipfile.ZipInfo:
    """What the zip says of a file or a folder."""
    seconds = min(max(seconds, EARLIEST), LATEST)
    info = zipfile.ZipInfo(name, time.gmtime(seconds)[:6])
    info.create_system = UNIX
    info.external_attr = mode << 16
    # A zip's own time knows of no time zone, so where it is unpacked it may lie in the future; this one is exact.
    info.extra = struct.pack("<2sHBI", b"UT", 5, 1, seconds)
    return info


def time_of_build(root: Path = ROOT) -> int:
    """When what is packed was made: at its commit; where there is none just like it, at the last change of its sources.

    Without a commit, SOURCE_DATE_EPOCH counts where it is set; a bad one raises ValueError in any case.
    A server tells browsers by this time that a file has changed, so it may not be the same for two versions.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH")
    seconds = None if given is None else int(GIVEN_TIME.parse(given))
    return committed(root) or (int(max(changes(root))) if seconds is None else seconds)


def committed(root: Path) -> int:
    """The time of the checked-out commit; 0 without git, without a commit, or where files differ from it."""
    if git(root, "rev-parse", "--show-toplevel") != str(root) or git(root, "status", "--porcelain"):
        return 0
    return int(git(root, "log", "-1", "--format=%ct") or 0)


def git(root: Path, *words: str) -> str:
    """What git says there; nothing when it cannot."""
    try:
        return subprocess.run(["git", "-C", root, *words], capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ""


def changes(root: Path) -> Iterator[float]:
    """When each source was changed last."""
    for name in SOURCES:
        for path in [root / name, *(root / name).rglob("*")]:
            if path.is_file() and path.suffix != ".pyc":
                yield path.stat().st_mtime


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
