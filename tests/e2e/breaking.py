"""What the tests of faults break, and how they open a page that is expected to complain."""

import io
import zipfile
from collections.abc import Callable

from playwright.sync_api import Page, Route, expect

from tests.e2e.conftest import DIST, Complaints
from tests.e2e.lab import LONG, Lab
from web.build.site import interface, page_sources

NOISE = ["console:", "page error:", "request failed:"]
INSTALL = "library.install()\n"  # in the trainer, when it can import everything
ABORT = "__import__('os').abort()"  # ends Python, as no exception does
STOPPED_BY_THE_PAGE = "Something in this page failed, so training stopped."


def opened(page: Page, site: str, complaints: Complaints) -> Lab:
    """The page, opened without waiting for anything, in a test that provokes complaints."""
    complaints.expected += NOISE
    page.goto(site)
    return Lab(page, site)


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
    program = interface({**sources, name: replaced(name, sources[name], before, after)})
    return lambda route: route.fulfill(body=program)


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
    written = io.BytesIO()
    with zipfile.ZipFile(DIST / "web" / "trainer.zip") as packed:
        files = {name: packed.read(name) for name in packed.namelist()}
    for name, before, after in changes:
        files[name] = replaced(name, files[name].decode(), before, after).encode()
        del files[f"{name}c"]
    with zipfile.ZipFile(written, "w") as changed:
        for name, content in files.items():
            changed.writestr(name, content)
    return written.getvalue()


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
    more = lab.page.locator("#failure-more")
    if more.get_attribute("open") is None:
        more.get_by_text("Details", exact=True).click()
    expect(lab.page.locator("#failure-details")).to_be_visible()
    return lab.page.locator("#failure-details").inner_text()


def restart(lab: Lab) -> None:
    """Press Restart Python and wait until it is there again."""
    lab.press("Restart Python")
    expect(lab.failure).to_be_hidden(timeout=LONG)
    expect(lab.root).to_have_attribute("data-trainer", "ready", timeout=LONG)


def reload(lab: Lab) -> None:
    """Press Reload the page, which first fetches anew what might be old, and wait until another page is there."""
    with lab.page.expect_navigation():
        lab.press("Reload the page")
