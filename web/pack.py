"""Packs the built page as one zip, for a server in a network that does not reach this one."""

import os
import struct
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = "one-neuron"
SOURCES = ("index.html", "pyscript.toml", "package-lock.json", "perceptron", "web")
# Any server may read them: it often runs as another user than the one who unpacks.
FILE, DIRECTORY = 0o100644, 0o040755
UNIX = 3
EARLIEST = 315_532_800  # 1980, where the time of zips begins


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
    seconds = max(seconds, EARLIEST)
    info = zipfile.ZipInfo(name, time.gmtime(seconds)[:6])
    info.create_system = UNIX
    info.external_attr = mode << 16
    # A zip's own time knows of no time zone, so where it is unpacked it may lie in the future; this one is exact.
    info.extra = struct.pack("<2sHBI", b"UT", 5, 1, seconds)
    return info


def time_of_build(root: Path = ROOT) -> int:
    """When what is packed was made: at its commit; where there is none just like it, at the last change of its sources.

    A server tells browsers by this time that a file has changed, so it may not be the same for two versions.
    """
    return committed(root) or int(os.environ.get("SOURCE_DATE_EPOCH", 0)) or int(max(changes(root)))


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
    pack(Path(sys.argv[1]), Path(sys.argv[2]), time_of_build())
