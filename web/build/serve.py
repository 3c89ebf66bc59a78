"""Serves a folder over HTTP as GitHub Pages would: no special headers, the right content types."""

import errno
import functools
import http.server
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from perceptron.fields import Field, shortened
from perceptron.terminal import MOST_OF_A_NAME, complain, written

DEFAULTS = ("dist", "8000")
PORT = Field("PORT", True, 0, 65_535, 8000, "1")

TYPES = {
    ".mjs": "text/javascript",
    ".js": "text/javascript",
    ".wasm": "application/wasm",
    ".py": "text/plain",
}


class Handler(http.server.SimpleHTTPRequestHandler):
    """Files under a path prefix; everything outside it is not found."""

    protocol_version = "HTTP/1.1"
    # Head and body are two writes; with Nagle's algorithm the second would wait 40 ms for the first's receipt.
    disable_nagle_algorithm = True
    prefix = "/"

    def guess_type(self, path: str | os.PathLike[str]) -> str:
        """The content type; this machine's own table, which may lack WebAssembly, comes last."""
        return TYPES.get(Path(path).suffix) or super().guess_type(path)

    def translate_path(self, path: str) -> str:
        """The file behind an address."""
        if not path.startswith(self.prefix):
            return str(Path(self.directory) / "outside the prefix")
        return super().translate_path("/" + path.removeprefix(self.prefix))

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """Begin the answer; also to an address that no file can have, such as one with a zero byte."""
        try:
            return super().send_head()
        except ValueError:
            self.send_error(http.HTTPStatus.BAD_REQUEST)
            return None

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: a page of many files would drown the address."""


class Server(http.server.ThreadingHTTPServer):
    """A server that thinks nothing of a browser that goes away in the middle, as one does whose tab is closed."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Print the traceback of what is a fault of the server's own."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


def server(folder: Path, port: int, prefix: str = "/") -> Server:
    """A server on this machine only; port 0 takes any free one. Raises OSError when the port is taken."""
    handler = type("PrefixHandler", (Handler,), {"prefix": prefix})
    return Server(("127.0.0.1", port), functools.partial(handler, directory=str(folder)))


def main(arguments: Sequence[str]) -> int:
    """Serve until interrupted. Returns the exit status: 0, 1 for lost output, 2 for bad input."""
    if len(arguments) > 2:
        complain("Only a folder and a port can be given, as in “python3 -m web.build.serve dist 8000”.")
        return 2
    folder, port = [*arguments, *DEFAULTS[len(arguments) :]]
    if not os.path.isdir(folder):
        complain(f"There is no folder “{shortened(folder, MOST_OF_A_NAME)}”.")
        return 2
    try:
        running = server(Path(folder), int(PORT.parse(port)))
    except ValueError as error:
        complain(str(error))
        return 2
    except OSError as error:
        why = (
            "is taken: stop what uses it, or choose another"
            if error.errno == errno.EADDRINUSE
            else f"cannot be used ({error.strerror})"
        )
        complain(f"Port {shortened(port)} {why}, as in “make serve PORT=8001”.")
        return 2
    with running:
        try:
            if not written(f"The page is at http://localhost:{running.server_port}/ (Ctrl+C stops it)."):
                return 1
            running.serve_forever()
        except KeyboardInterrupt:
            written("")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
