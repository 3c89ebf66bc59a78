"""What takes the place of pyodide._package_loader in the compiled library: the page has no packages to load.

Pyodide asks it for two folders when it starts. Its own would first import pathlib, shutil, tempfile and zipfile, a
twentieth of the start.
"""

from site import getsitepackages


class Folder:
    """A path that Pyodide asks for by `__str__`, as it does of a pathlib.Path."""

    def __init__(self, path: str) -> None:
        self._path = path

    def __str__(self) -> str:
        return self._path


SITE_PACKAGES = Folder(getsitepackages()[0])
DSO_DIR = Folder("/usr/lib")


def init_loaded_packages() -> None:
    """There are none."""
