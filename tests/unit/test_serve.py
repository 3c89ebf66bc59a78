"""The server of `make serve` and of the tests: whatever it is asked, it answers, and prints no traceback."""

import shlex
import socket
import struct
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest

from web.build.serve import server

LARGE = 50_000_000  # more than the system buffers of a connection

ROOT = Path(__file__).parents[2]


@pytest.fixture
def running(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> Iterator[ThreadingHTTPServer]:
    """A server of a few files, which must not have printed anything by its end."""
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("the page")
    (site / "a b.mjs").write_text("a module")
    with (site / "large.wasm").open("wb") as file:
        file.truncate(LARGE)
    (tmp_path / "secret").write_text("outside")
    running = server(site, 0, "/some/prefix/")
    running.daemon_threads = False  # so that closing waits for whatever is still answered
    thread = threading.Thread(target=running.serve_forever, args=(0.01,))
    thread.start()
    yield running
    running.shutdown()
    thread.join()
    running.server_close()
    assert capfd.readouterr() == ("", "")


def ask(running: ThreadingHTTPServer, address: str, method: str = "GET") -> tuple[HTTPResponse, bytes]:
    connection = HTTPConnection("127.0.0.1", running.server_port, timeout=10)
    connection.putrequest(method, address, skip_host=True)
    connection.putheader("Host", "localhost")
    connection.endheaders()
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    return answer, content


@pytest.mark.parametrize(
    ("address", "type", "content"),
    [
        ("", "text/html", b"the page"),
        ("index.html?a#b", "text/html", b"the page"),
        ("a%20b.mjs", "text/javascript", b"a module"),
        ("large.wasm", "application/wasm", bytes(LARGE)),
    ],
)
def test_a_file_is_served_with_its_type(running: ThreadingHTTPServer, address: str, type: str, content: bytes) -> None:
    answer, served = ask(running, f"/some/prefix/{address}")
    assert (answer.status, answer.headers["Content-Type"]) == (200, type)
    assert served == content
    answer, served = ask(running, f"/some/prefix/{address}", "HEAD")
    assert (answer.status, answer.headers["Content-Length"], served) == (200, str(len(content)), b"")


@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("%00", 400),
        ("index.html%00", 400),
        ("%ED%A0%80", 400),  # half a character
        ("%FF", 404),
        ("%", 404),
        ("%zz", 404),
        ("%u0041", 404),
        ("a" * 300, 404),
        ("a/" * 5_000, 404),
        ("a" * 70_000, 414),
        ("../../secret", 404),
        ("..%2F..%2Fsecret", 404),
        ("%2e%2e/%2e%2e/secret", 404),
        ("../prefix/secret", 404),
        ("index.html/", 404),
        ("nothing", 404),
    ],
    ids=lambda value: str(value)[:20],
)
def test_an_address_without_a_file_is_refused_quietly(
    running: ThreadingHTTPServer, address: str, status: int, method: str
) -> None:
    answer, content = ask(running, f"/some/prefix/{address}", method)
    assert answer.status == status
    assert b"outside" not in content


def test_nothing_outside_the_prefix_is_served(running: ThreadingHTTPServer) -> None:
    for address in ("/", "/index.html", "/some/prefix", "/other/prefix/", "/some/prefixindex.html", "*"):
        assert ask(running, address)[0].status == 404, address


def test_other_methods_and_nonsense_are_refused_quietly(running: ThreadingHTTPServer) -> None:
    assert ask(running, "/some/prefix/", "POST")[0].status == 501
    for nonsense in (b"\x16\x03\x01\x02\x00\x01\r\n\r\n", b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"\r\n", b""):
        with socket.create_connection(("127.0.0.1", running.server_port), timeout=10) as connection:
            connection.sendall(nonsense)
            connection.shutdown(socket.SHUT_WR)
            while connection.recv(65536):
                pass


@pytest.mark.parametrize("request_line", [b"GET /some/prefix/large.wasm HTTP/1.1\r\n\r\n", b"GET /some/pre"])
def test_whoever_goes_away_in_the_middle_is_not_a_fault(running: ThreadingHTTPServer, request_line: bytes) -> None:
    with socket.create_connection(("127.0.0.1", running.server_port), timeout=10) as connection:
        connection.sendall(request_line)
        if b"HTTP" in request_line:
            assert connection.recv(10)
        # Closing without a farewell, as a browser does whose tab is closed.
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    assert ask(running, "/some/prefix/")[0].status == 200


def command(arguments: str) -> subprocess.CompletedProcess[str]:
    line = f"exec {shlex.quote(sys.executable)} -m web.build.serve {arguments}"
    return subprocess.run(["sh", "-c", line], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ("web '1 2'", "PORT must be a whole number from 0 to 65,535; “1 2” is not."),
        ("web ''", "PORT must be a whole number from 0 to 65,535; this is empty."),
        ("web 65536", "PORT must be a whole number from 0 to 65,535; “65536” is not."),
        ("web 1_0", "“1_0” is not."),
        ("web '1\n2'", "“1�2” is not."),
        ("web 1 2", "Only a folder and a port can be given"),
        ("''", "There is no folder “”."),
        ("nowhere", "There is no folder “nowhere”."),
        ("a" * 5_000, "There is no folder “aaa"),
    ],
    ids=lambda value: value[:20],
)
def test_what_cannot_be_served_is_said_in_one_line(arguments: str, complaint: str) -> None:
    done = command(arguments)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert complaint in done.stderr
    assert len(done.stderr) < 300


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only some systems have a full device")
def test_an_address_that_cannot_be_told_ends_the_server() -> None:
    done = command("web 0 >/dev/full")
    assert done.stderr == "the output cannot be written (No space left on device).\n"
    assert done.returncode == 1


def test_make_hands_the_port_on_as_it_is() -> None:
    done = subprocess.run(
        ["make", "--silent", "--assume-old=dist/index.html", "serve", "PORT=1 2", f"PYTHON={sys.executable}"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "“1 2” is not" in done.stderr or "no folder “dist”" in done.stderr
