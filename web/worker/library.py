"""The standard library as Pyodide ships it, fetched when somebody imports what the compiled part leaves out.

Pyodide starts with the compiled modules that most programs need; see compile_library.py for which.
"""

import importlib.machinery
import sys
from collections.abc import Sequence
from types import ModuleType

import js

SHIPPED = "/lib/python_stdlib.zip"


class ShippedLibrary:
    """A finder for the end of sys.meta_path: it gets only modules that no other finder has found."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._fetched = False

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        """Look a module up in the shipped zip. Raises ImportError when that cannot be fetched."""
        if name.partition(".")[0] not in sys.stdlib_module_names:
            return None
        if not self._fetched:
            self._fetch(name)
        folder = "/".join([SHIPPED, *name.split(".")[:-1]])
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
                f"{name} is in the part of the standard library that is fetched when it is needed, "
                "and that could not be fetched now. Is the network there?",
                name=name,
            )
        with open(SHIPPED, "wb") as file:  # noqa: PTH123  (importing pathlib takes longer than all of this module)
            file.write(request.response.to_bytes())
        self._fetched = True


def install() -> None:
    """Make the whole library importable, if Pyodide was started with the compiled part only."""
    url = getattr(js, "shippedLibrary", "")
    if url:
        sys.meta_path.append(ShippedLibrary(url))
