"""Sites that can be changed and that misbehave, for the tests of offline use, and what a browser has kept of them."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from web.build.serve import server
from web.build.service_worker import NAME, service_worker
from web.page.views.offline import WORDS

PORTAL = b"<!doctype html><title>Welcome</title><h1>Please sign in</h1>"
TITLE = "One neuron learns to add</h1>"
Handler = SimpleHTTPRequestHandler
Answer = Callable[[Handler], None]


class Site:
    """A folder that is served; `answers` are for paths, as service workers know them, that are answered otherwise."""

    def __init__(self, folder: Path, prefix: str = "/") -> None:
        self.folder = folder
        self.running = server(folder, 0, prefix)
        self.address = f"http://127.0.0.1:{self.running.server_port}{prefix}"
        self.answers: dict[str, Answer] = {}
        self.headers: dict[str, str] = {}
        self.is_down = False
        self.asked: list[str] = []
        self._prefix = prefix
        handler = self.running.RequestHandlerClass.func  # type: ignore[attr-defined]
        self._plain, self._end = handler.do_GET, handler.end_headers
        handler.do_GET = lambda request: self._answer(request)
        handler.end_headers = lambda request: self._end_headers(request)

    def _end_headers(self, request: Handler) -> None:
        for name, value in self.headers.items():
            request.send_header(name, value)
        self._end(request)

    def _answer(self, request: Handler) -> None:
        name = request.path.removeprefix(self._prefix).partition("?")[0]
        self.asked.append(name)
        if self.is_down:
            hang_up(request)
        elif name in self.answers:
            self.answers[name](request)
        else:
            self._plain(request)

    def plainly(self, request: Handler) -> None:
        """Answer as it would without this class."""
        self._plain(request)

    def only_to_service_worker(self, answer: Answer) -> Answer:
        """This answer to what is fetched to be kept, and the plain one to the page."""
        return lambda request: (
            answer(request) if request.headers.get("Referer", "").endswith(NAME) else self._plain(request)
        )

    def become_version_two(self, *changed: str) -> None:
        """Deploy a second version, with another title; these files differ in it too, by a harmless line."""
        index = self.folder / "index.html"
        index.write_text(index.read_text("utf-8").replace(TITLE, "Version two</h1>"), "utf-8")
        for name in changed:
            with (self.folder / name).open("a") as file:
                file.write("\n")
        (self.folder / NAME).write_text(service_worker(self.folder), "utf-8")


@contextmanager
def serving(folder: Path, prefix: str = "/") -> Iterator[Site]:
    """The folder as a site, until the end."""
    site = Site(folder, prefix)
    threading.Thread(target=site.running.serve_forever, daemon=True).start()
    yield site
    site.running.shutdown()
    site.running.server_close()


def portal(request: Handler) -> None:
    """What a hotel's network answers to everything until one has signed in."""
    send(request, PORTAL)


def missing(request: Handler) -> None:
    """A file that is not there."""
    request.send_error(404)


def hang_up(request: Handler) -> None:
    """A network that goes away."""
    request.close_connection = True


def send(request: Handler, content: bytes, kind: str = "text/html") -> None:
    request.send_response(200)
    request.send_header("Content-Type", kind)
    request.send_header("Content-Length", str(len(content)))
    request.end_headers()
    request.wfile.write(content)


def redirected(place: str) -> Answer:
    """Sent on to another place."""

    def answer(request: Handler) -> None:
        request.send_response(302)
        request.send_header("Location", place)
        request.send_header("Content-Length", "0")
        request.end_headers()

    return answer


def not_modified(plain: Answer) -> Answer:
    """A server that believes the file to be what the browser already has."""

    def answer(request: Handler) -> None:
        if "If-Modified-Since" not in request.headers:
            plain(request)
            return
        request.send_response(304)
        request.end_headers()

    return answer


def expect_offline(page: Page, how: str = "kept") -> None:
    """That the page says this of itself at its end."""
    expect(page.get_by_role("contentinfo").get_by_text(WORDS[how], exact=True)).to_be_visible()


def kept(page: Page) -> dict[str, list[str]]:
    """The caches of the browser, and the addresses in each."""
    found: dict[str, list[str]] = page.evaluate(
        """async () => {
            const names = await caches.keys();
            const lists = names.map(async (name) => (await (await caches.open(name)).keys()).map(({url}) => url));
            return Object.fromEntries((await Promise.all(lists)).map((urls, index) => [names[index], urls]));
        }"""
    )
    return found


def in_cache(page: Page, deed: str, *arguments: Any) -> None:
    """Do something to the one cache that there is."""
    page.evaluate(
        f"""async (given) => {{
            const [name] = await caches.keys();
            const cache = await caches.open(name);
            const address = new URL(given[0], location).href;
            {deed}
        }}""",
        list(arguments),
    )


def poison(page: Page, name: str, content: str = PORTAL.decode()) -> None:
    """Put a stranger's page where this file is kept, or this."""
    in_cache(
        page,
        """const kept = await cache.match(address);
        if (!kept) throw new Error(`${address} is not kept`);
        await cache.put(address, new Response(given[1], {headers: kept.headers}));""",
        f"./{name}",
        content,
    )


def throw_away(page: Page, name: str) -> None:
    """Remove this file from what is kept, as a browser that needs the space."""
    in_cache(page, "if (!await cache.delete(address)) throw new Error(`${address} is not kept`);", f"./{name}")
