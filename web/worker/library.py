"""What is fetched when somebody imports from it: all of the standard library, and the later part of the trainer.

Pyodide starts with the compiled modules that most programs need, see compile_library.py for which, and the trainer with
those that everybody needs, see compile_trainer.py.
"""

import importlib.machinery
import sys
import zlib
from collections.abc import Callable, Sequence
from types import ModuleType

import js

SHIPPED = "/lib/python_stdlib.zip"
LATER = "/lib/trainer_later.zip"
OWN = ("perceptron", "web")


class FetchedZip:
    """A finder for the end of sys.meta_path: it gets only modules that no other finder has found.

    The zip at `url` has the modules that `has` says, and comes to `place`. `part` says what it is part of. With
    `total`, its bytes must have this sum.
    """

    def __init__(self, url: str, place: str, has: Callable[[str], bool], part: str, total: int | None = None) -> None:
        self._url, self._place, self._has, self._part, self._total = url, place, has, part, total
        self._fetched = False

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        """Look a module up in the zip. Raises ImportError when that cannot be fetched."""
        if not self._has(name.partition(".")[0]):
            return None
        if not self._fetched:
            self._fetch(name)
        folder = "/".join([self._place, *name.split(".")[:-1]])
        return importlib.machinery.PathFinder.find_spec(name, [folder])

    def _fetch(self, name: str) -> None:
        # An import cannot await; a worker may wait, as nothing on the page waits with it.
        request = js.XMLHttpRequest.new()
        request.open("GET", self._url, False)
        request.responseType = "arraybuffer"
        try:
            request.send()
            status = request.status
        except Exception:
            status = 0
        if status != 200:
            raise ImportError(
                f"{name} is in the part of {self._part} that is fetched when it is needed, "
                "and that could not be fetched now. Is the network there?",
                name=name,
            )
        content = request.response.to_bytes()
        if self._total is not None and zlib.crc32(content) != self._total:
            raise ImportError(
                f"{name} is in the part of {self._part} that is fetched when it is needed, "
                "and that is damaged, or of another version by now. Reload the page.",
                name=name,
            )
        with open(self._place, "wb") as file:  # noqa: PTH123  (importing pathlib takes longer than all of this module)
            file.write(content)
        self._fetched = True


def install() -> None:
    """Make everything importable that Pyodide and the trainer were started without."""
    url = getattr(js, "shippedLibrary", "")
    if url:
        sys.meta_path.append(
            FetchedZip(url, SHIPPED, lambda top: top in sys.stdlib_module_names, "the standard library")
        )
    later = getattr(js, "laterTrainer", "")
    if later:
        total = int(__spec__.loader.get_data("trainer_later.sum"))  # type: ignore[union-attr]  # of a zip
        sys.meta_path.append(FetchedZip(later, LATER, lambda top: top in OWN, "this page’s Python", total))
