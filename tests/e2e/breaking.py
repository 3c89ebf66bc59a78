"""What the tests of faults break, and how they open a page that is expected to complain."""

import io
import zipfile
from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.e2e.conftest import DIST, Complaints
from tests.e2e.lab import Lab
from web.build.compile_trainer import MODULES, packed
from web.build.site import ROOT, as_bytes, interface, page_sources

NOISE = ["console:", "page error:", "request failed:"]
INSTALL = "library.install()\n"  # in the trainer, when it can import everything
ABORT = "__import__('os').abort()"  # ends Python, as no exception does
STOPPED_BY_THE_PAGE = "Something in this page failed, so training stopped."


def opened(page: Page, site: str, complaints: Complaints) -> Lab:
    """The page, opened without waiting for anything, in a test that provokes complaints."""
    complaints.expected += NOISE
    page.goto(site)
    return Lab(page, site)


class Held:
    """Requests for an address, which wait until they are let go. Whoever asks after that waits no more."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self._routes: list[Route] = []
        self._is_over = False
        context.route(address, self._hold)

    def _hold(self, route: Route) -> None:
        if self._is_over:
            route.continue_()
        else:
            self._routes.append(route)

    def let_go(self) -> None:
        self._is_over = True
        for route in self._routes:
            route.continue_()


def missing(route: Route) -> None:
    route.fulfill(status=404, body="gone")


def blocked(route: Route) -> None:
    route.abort()


def truncated(route: Route) -> None:
    """Half of the file."""
    name = route.request.url.partition("/some/prefix/")[2].partition("#")[0]
    content = (DIST / name).read_bytes()
    kind = {"headers": {"content-type": "application/wasm"}} if name.endswith(".wasm") else {}
    route.fulfill(body=content[: len(content) // 2], **kind)  # type: ignore[arg-type]


def empty(route: Route) -> None:
    """No error to a browser."""
    route.fulfill(body="\n", content_type="text/javascript")


def someone_elses_page(route: Route) -> None:
    """What a hotel's network answers to everything until one has signed in."""
    route.fulfill(body="<!doctype html><title>Welcome</title>", content_type="text/html")


def changed(name: str, before: str, after: str) -> Callable[[Route], None]:
    """The page's program with one place in one of its modules changed."""
    sources = page_sources()
    program, packed = interface(as_bytes({**sources, name: replaced(name, sources[name], before, after)}))
    return lambda route: route.fulfill(body=packed if route.request.url.endswith(".bin") else program)


def replaced(name: str, source: str, before: str, after: str) -> str:
    """The source with one place in it changed, which must be there once."""
    assert source.count(before) == 1, f"{name} has “{before}” {source.count(before)} times"
    return source.replace(before, after)


def in_step(line: str) -> Callable[[Route], None]:
    """The trainer's modules, with this line in the place of what Step does in the session."""
    return in_trainer("web/worker/session.py", "            run.step()\n", f"            {line}\n")


def in_trainer(name: str, before: str, after: str) -> Callable[[Route], None]:
    """The trainer's modules with one place in one of them changed."""
    modules = changed_modules((name, before, after))
    return lambda route: route.fulfill(body=modules)


def behind_install(code: str) -> tuple[str, str, str]:
    """The change to the trainer's modules that runs this too while the trainer starts."""
    return "web/worker/trainer.py", INSTALL, INSTALL + code


def changed_modules(*changes: tuple[str, str, str]) -> bytes:
    """The zip of the trainer's modules; each change is one place in one of them, which must then be compiled again."""
    with zipfile.ZipFile(DIST / "web" / "trainer.zip") as served:
        modules = io.BytesIO(served.read(MODULES))
    with zipfile.ZipFile(modules) as together:
        files = {name: together.read(name) for name in together.namelist()}
    for name, before, after in changes:
        files[name] = replaced(name, (ROOT / name).read_text("utf-8"), before, after).encode()
        del files[f"{name}c"]
    return packed(files)


def fail_in_the_page(page: Page, words: str) -> None:
    """An error that nobody catches, raised by one of the page's own files."""
    page.evaluate(
        """words => {
            const error = new RangeError(words);
            error.stack = `RangeError: ${words}\\n at ${new URL("web/interface.py", document.baseURI)}:1:1`;
            Promise.reject(error);
        }""",
        words,
    )


def kill_the_worker(lab: Lab) -> None:
    """As a browser does that needs the memory."""
    (worker,) = lab.page.workers
    worker.evaluate("close()")


def details(lab: Lab) -> str:
    """The details of the failure, opened as a person opens them."""
    if lab.failure_details.is_hidden():
        lab.failure.get_by_text("Details", exact=True).click()
    expect(lab.failure_details).to_be_visible()
    return lab.failure_details.inner_text()


def restart(lab: Lab) -> None:
    """Press Restart Python and wait until it is there again."""
    lab.press("Restart Python")
    expect(lab.failure).to_be_hidden()
    expect(lab.root).to_have_attribute("data-trainer", "ready")


def restart_at_once(lab: Lab, times: int = 1) -> None:
    """Restart Python, so often in one moment, also where nothing offers it."""
    button = lab.page.get_by_text("Restart Python", exact=True)
    button.evaluate("(button, times) => { for (let i = 0; i < times; i++) button.click() }", times)


def reload(lab: Lab) -> None:
    """Press Reload the page, which first fetches anew what might be old, and wait until another page is there."""
    with lab.page.expect_navigation():
        lab.press("Reload the page")
