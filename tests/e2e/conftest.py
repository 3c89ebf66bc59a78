"""A server for `dist/`, the browsers, and a page that fails the test when anything goes wrong unasked."""

import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

import pytest
from playwright.sync_api import Browser, BrowserContext, BrowserType, ConsoleMessage, Page, expect
from selenium.webdriver import WebKitGTK

from perceptron.settings_table import DEFAULTS
from tests.e2e import webkit
from tests.e2e.lab import CALM, Lab
from tests.e2e.sites import Site, serving
from tests.musl import as_in_pyodide
from web.build.serve import server

DIST = Path(__file__).parents[2] / "dist"
WHOLE_CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
# The same engine without the interface of a window and without painting, which take a fifth of the processor's time.
SHELL = shutil.which("chromium-headless-shell")
CHROMIUM = SHELL or WHOLE_CHROMIUM
FIREFOX = shutil.which("firefox-esr")
# Optimising Python's WebAssembly takes as long as starting it, and only pays in a page that lives longer than a test's.
BASELINE_ONLY = "--js-flags=--liftoff-only"
# As long as Playwright waits for all else: other browsers may keep the processor busy.
expect.set_options(timeout=30_000)


@pytest.hookimpl(wrapper=True)
def pytest_generate_tests(metafunc: pytest.Metafunc) -> Iterator[None]:
    """Chromium runs every test, and Firefox those marked with `engines`; pytest's own --browser comes first."""
    option = metafunc.config.option
    chosen = option.browser
    if not chosen and metafunc.definition.get_closest_marker("engines"):
        option.browser = ["chromium", "firefox"]
    yield
    option.browser = chosen


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Of a test with many cases, Firefox runs those that its mark names; the engine is what may differ there."""
    left_out = [item for item in items if not _is_for_its_engine(item)]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in left_out]


def _is_for_its_engine(item: pytest.Item) -> bool:
    mark = item.get_closest_marker("engines")
    _, is_firefox, case = item.name.partition("[firefox-")
    return not (mark and mark.args and is_firefox) or case.removesuffix("]") in mark.args


def browser_is_missing(words: str) -> NoReturn:
    """Say what stays untested; where every browser is promised, that fails."""
    if os.environ.get("EVERY_BROWSER"):
        pytest.fail(words)
    pytest.skip(words)


@pytest.fixture(scope="session", autouse=True)
def same_exp() -> Iterator[None]:
    """Whatever a test computes by itself, it computes with the page's e^x."""
    with as_in_pyodide():
        yield


@pytest.fixture(scope="session")
def browser_type_launch_args(
    browser_type_launch_args: dict[str, Any], browser_name: str, browser_type: BrowserType
) -> dict[str, Any]:
    """The system's browser where there is one that Playwright can drive, and Playwright's own elsewhere."""
    system: dict[str, Any] = {}
    if browser_name == "chromium":
        system = {"args": ["--no-sandbox", BASELINE_ONLY], **({"executable_path": CHROMIUM} if CHROMIUM else {})}
    elif browser_name == "firefox" and FIREFOX:
        system = {"channel": "moz-firefox", "executable_path": FIREFOX}
    elif not Path(browser_type.executable_path).exists():
        browser_is_missing(f"No {browser_name} here; tests/install_browsers.sh installs it.")
    return {**browser_type_launch_args, **system}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """No service worker, which would answer what a test wants to break; the tests of offline use allow it.

    And no motion, so that training goes as fast as it can; the tests of motion ask for it.
    """
    return {**browser_context_args, **CALM}


@pytest.fixture(scope="session")
def prefix() -> str:
    """The path under which the site stands, as on GitHub Pages."""
    return "/some/prefix/"


@pytest.fixture(scope="session")
def site(prefix: str) -> Iterator[str]:
    """The address of the site."""
    assert (DIST / "index.html").is_file(), "dist/ is missing: run “make site” first."
    running = server(DIST, 0, prefix)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{running.server_port}{prefix}"
    running.shutdown()


class Complaints:
    """What went wrong in a page without being asked for. `expected` takes the words that a test provokes."""

    def __init__(self, site: str) -> None:
        self.site = site
        self.seen: list[str] = []
        self.expected = ["Service Worker registration blocked by Playwright"]

    def watch(self, page: Page) -> None:
        page.on("console", self.hear)
        page.on("pageerror", lambda error: self.add(f"page error: {error}\n{error.stack}"))
        page.on("requestfailed", lambda request: self.add(f"request failed: {request.url}"))
        page.on("request", lambda request: self.add_foreign(request.url))

    def hear(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.add(f"console: {message.text} ({message.location['url']})")

    def add(self, text: str) -> None:
        self.seen.append(text)

    def add_foreign(self, url: str) -> None:
        if not url.startswith((self.site, "blob:", "data:")):
            self.add(f"request off the site: {url}")

    def unexpected(self) -> list[str]:
        return [text for text in self.seen if not any(words in text for words in self.expected)]


@pytest.fixture
def complaints(site: str) -> Complaints:
    return Complaints(site)


@pytest.fixture
def changeable(tmp_path: Path, complaints: Complaints) -> Iterator[Site]:
    """A copy of the site that a test may change, in the place of the site."""
    shutil.copytree(DIST, tmp_path / "dist")
    with serving(tmp_path / "dist") as site:
        complaints.site = site.address
        yield site


@pytest.fixture
def page(context: BrowserContext, complaints: Complaints) -> Iterator[Page]:
    """A page whose every error, warning, failed request and request off the site fails the test."""
    page = context.new_page()
    complaints.watch(page)
    yield page
    # Firefox goes on intercepting after its context is closed, and then leaves the service workers of others unasked.
    context.unroute_all()
    page.close()
    assert not complaints.unexpected()


@pytest.fixture
def lab(page: Page, site: str) -> Lab:
    """The page opened, with Python ready."""
    lab = Lab(page, site)
    lab.open()
    return lab


@pytest.fixture(scope="module")
def opened(browser: Browser, site: str) -> Iterator[tuple[Lab, Complaints]]:
    """One page for a whole file of stories, which saves the start of Python, and what it complained of."""
    context = browser.new_context(**CALM, viewport={"width": 1280, "height": 900})
    page, complaints = context.new_page(), Complaints(site)
    complaints.watch(page)
    lab = Lab(page, site)
    lab.open()
    yield lab, complaints
    context.close()


@pytest.fixture
def shared(opened: tuple[Lab, Complaints]) -> Iterator[Lab]:
    """The page that the stories of a file share: each must bring it where it begins, and none may make it complain."""
    lab, complaints = opened
    yield lab
    seen, complaints.seen = complaints.unexpected(), []
    assert not seen


@pytest.fixture
def whole_run(shared: Lab) -> Lab:
    """The shared page with the article's whole run, looked at now."""
    epochs = DEFAULTS["epochs"]
    if shared.field("Epochs").input_value() != epochs:
        shared.choose("Epochs", epochs)
    if shared.epoch != int(epochs) or shared.root.get_attribute("data-run") != "trained":
        shared.press("Reset")
        shared.wait_until("untrained")
        shared.train_to_the_end()
    if shared.page.get_by_role("button", name="Back to now").is_enabled():
        shared.press("Back to now")
    shared.rest()
    return shared


@pytest.fixture
def touched(browser: Browser, site: str) -> Iterator[Page]:
    """A page on a telephone."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, service_workers="block")
    page, complaints = context.new_page(), Complaints(site)
    complaints.watch(page)
    yield page
    context.close()
    assert not complaints.unexpected()


@pytest.fixture
def narrow(browser: Browser) -> Iterator[BrowserContext]:
    """The smallest screen that must do."""
    context = browser.new_context(reduced_motion="reduce", viewport={"width": 320, "height": 640})
    yield context
    context.close()


@pytest.fixture(scope="module")
def driver() -> Iterator[WebKitGTK]:
    """One opened WebKit for all stories of a file."""
    if not (webkit.BROWSER and webkit.DRIVER and webkit.SCREEN):
        browser_is_missing("No WebKitGTK here; Debian and Ubuntu have it in webkit2gtk-driver, and xvfb.")
    with webkit.browser() as driver:
        yield driver
