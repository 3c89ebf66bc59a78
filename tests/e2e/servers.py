"""Servers that are not as they should be: wrong types, policies of their own, connections that break off."""

import functools
import shutil
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.e2e.conftest import DIST
from web.build.serve import Handler, Server

CUT_OFF = 0
EMPTY = -1
SIGN_IN = b"<!doctype html><title>Welcome</title><h1>Please sign in</h1>"


class Faulty(Handler):
    """Sends `headers` with every file, and calls files what `types` says; both may be changed in a subclass."""

    headers_of_all: Mapping[str, str] = {}
    types: Mapping[str, str] = {}
    asked: list[str]

    def guess_type(self, path: str) -> str:  # type: ignore[override]
        return self.types.get(Path(path).suffix, super().guess_type(path))

    def end_headers(self) -> None:
        for name, value in self.headers_of_all.items():
            self.send_header(name, value)
        super().end_headers()

    def do_GET(self) -> None:  # noqa: N802  (the library's name)
        self.asked.append(self.path)
        super().do_GET()


class Answering(Faulty):
    """Answers some paths in another way: with this status, with a sign-in page (200), or elsewhere (an address)."""

    answers: dict[str, int | str]
    headers_of_all = {"Cache-Control": "no-store"}  # noqa: RUF012  (so that the next answer is asked for)

    def do_GET(self) -> None:  # noqa: N802  (the library's name)
        answer = self.answers.get(self.path)
        if answer is None:
            super().do_GET()
        elif answer == CUT_OFF:
            self.close_connection = True
        elif answer == EMPTY:
            self.send_response(200)
            self.send_header("Content-Type", "text/javascript")
            self.send_header("Content-Length", "0")
            self.end_headers()
        else:
            self.send_response(302 if isinstance(answer, str) else answer)
            if isinstance(answer, str):
                self.send_header("Location", answer)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", str(len(SIGN_IN)))
            self.end_headers()
            self.wfile.write(SIGN_IN)


class CutAtFirst(Faulty):
    """Lets browsers keep everything, and at first gives only half of one large file, without saying how long it is."""

    headers_of_all = {"Cache-Control": "max-age=600"}  # noqa: RUF012
    cut = "/vendor/pyodide/pyodide.asm.wasm"

    def do_GET(self) -> None:  # noqa: N802  (the library's name)
        if self.path != self.cut or self.path in self.asked:
            super().do_GET()
            return
        self.asked.append(self.path)
        content = Path(self.translate_path(self.path)).read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", "application/wasm")
        self.end_headers()
        self.wfile.write(content[: len(content) // 2])
        self.close_connection = True


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
    running = Server(("127.0.0.1", 0), functools.partial(kind, directory=str(folder)))
    threading.Thread(target=running.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{running.server_port}/"
    finally:
        running.shutdown()
        running.server_close()
