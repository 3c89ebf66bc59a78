"""Packs the built page as one zip, for a server in a network that does not reach this one."""

import sys
import zipfile
from pathlib import Path

FOLDER = "one-neuron"
TIMESTAMP = (1980, 1, 1, 0, 0, 0)  # the same files give the same zip


def pack(dist: Path, archive: Path) -> None:
    """Write every file of `dist` into the zip, in a folder of its own."""
    archive.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(archive, "w") as packed:
        for file in sorted(file for file in dist.rglob("*") if file.is_file()):
            name = f"{FOLDER}/{file.relative_to(dist).as_posix()}"
            packed.writestr(zipfile.ZipInfo(name, TIMESTAMP), file.read_bytes(), zipfile.ZIP_DEFLATED, 9)


if __name__ == "__main__":
    pack(Path(sys.argv[1]), Path(sys.argv[2]))
