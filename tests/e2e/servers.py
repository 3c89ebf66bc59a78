"""Servers that are not as they should be: wrong types, policies of their own, connections that break off."""

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.e2e.conftest import DIST
from web.build.serve import Handler


class Faulty(Handler):
    """Sends `headers` with every file, and calls files what `types` says; both may be changed in a subclass."""

    headers_of_all: Mapping[str, str] = {}
    types: Mapping[str, str] = {}
    asked: list[str]

    def guess_type(self, path: str) -> str:  # type: ignore[override]
        return self.types.get(Path(path).suffix) or super().guess_type(path)

    def end_headers(self) -> None:
        for name, value in self.headers_of_all.items():
            self.send_header(name, value)
        super().end_headers()

    def do_GET(self) -> None:  # noqa: N802  (the library's name)
        self.asked.append(self.path)
        super().do_GET()


class GoneAfterThePage(Faulty):
    """Gives the page itself, and then breaks every connection off, as a network does that goes just then."""

    def do_GET(self) -> None:  # noqa: N802  (the library's name)
        if self.path == "/":
            super().do_GET()
        else:
            self.close_connection = True


def copied(folder: Path) -> Path:
    """A copy of the site in this folder, for a test to change."""
    return Path(shutil.copytree(DIST, folder / "dist"))


@contextmanager
def served(handler: type[Handler] = Faulty, folder: Path = DIST, **changes: object) -> Iterator[str]:
    """The address of a folder behind a server of this kind."""
    kind = type("Kind", (handler,), {"asked": [], **changes})
    running = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(kind, directory=str(folder)))
    threading.Thread(target=running.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{running.server_port}/"
    finally:
        running.shutdown()
        running.server_close()
