"""What a person reads when something is broken, and the way on from there."""

import threading

import pytest
from playwright.sync_api import Page, Route, expect

from tests.e2e.conftest import DIST, Complaints
from tests.e2e.lab import LONG, Lab
from web.serve import server

NOISE = ["console:", "page error:", "request failed:"]


def opened(page: Page, site: str, complaints: Complaints) -> Lab:
    complaints.expected += NOISE
    page.goto(site)
    return Lab(page, site)


@pytest.mark.engines
@pytest.mark.parametrize(
    "broken",
    [
        "web/trainer.py",
        "perceptron/learning.py",
        "web/report.py",
        "vendor/pyodide/pyodide.mjs",
        "vendor/pyodide/pyodide.asm.wasm",
        "vendor/pyodide/pyodide.asm.mjs",
        "web/runtime/pyodide.mjs",
    ],
)
def test_a_missing_file_of_the_trainer_is_said_and_restart_goes_on(
    page: Page, site: str, complaints: Complaints, broken: str
) -> None:
    def refuse(route: Route) -> None:
        route.fulfill(status=404, body="gone")

    page.context.route(f"**/{broken}", refuse)
    lab = opened(page, site, complaints)
    page.get_by_role("button", name="Train", exact=True).click()
    expect(lab.failure).to_be_visible(timeout=LONG)
    expect(lab.failure).to_contain_text("Python could not start.")
    expect(lab.root).to_have_attribute("data-trainer", "failed")
    expect(lab.score).to_have_text("2 of 25 correct")
    page.context.unroute(f"**/{broken}", refuse)
    lab.press("Restart Python")
    lab.wait_until("trained")
    expect(lab.failure).to_be_hidden()
    expect(lab.score).to_have_text("21 of 25 correct")


@pytest.mark.parametrize(
    "broken",
    [
        "vendor/pyscript/core.js",
        "vendor/micropython/micropython.mjs",
        "vendor/micropython/micropython.wasm",
        "vendor/uplot/uPlot.esm.js",
        "pyscript.toml",
        "web/main.py",
        "web/state.py",
    ],
)
def test_a_missing_file_of_the_page_is_said_with_the_way_on(
    page: Page, site: str, complaints: Complaints, broken: str
) -> None:
    page.context.route(f"**/{broken}", lambda route: route.fulfill(status=404, body="gone"))
    lab = opened(page, site, complaints)
    expect(lab.failure).to_be_visible(timeout=LONG)
    expect(lab.root).to_have_attribute("data-ui", "failed")
    expect(lab.failure).to_contain_text("This page could not start.")
    expect(lab.failure.get_by_role("button", name="Reload the page")).to_be_visible()
    expect(lab.score).to_have_text("2 of 25 correct")


@pytest.mark.engines
def test_an_error_while_the_page_starts_is_told_with_its_message(page: Page, site: str, complaints: Complaints) -> None:
    page.add_init_script("addEventListener('DOMContentLoaded', () => { throw new RangeError('made up') })")
    lab = opened(page, site, complaints)
    expect(lab.failure).to_contain_text("RangeError: made up")


def test_a_worker_with_a_python_error_is_reported_with_its_traceback(
    page: Page, site: str, complaints: Complaints
) -> None:
    source = (
        (DIST / "web" / "trainer.py").read_text("utf-8").replace("def step() -> str:", "def step() -> str:\n    1 / 0")
    )
    page.context.route("**/web/trainer.py", lambda route: route.fulfill(body=source))
    lab = opened(page, site, complaints)
    lab.wait_for_python()
    lab.choose("Epochs", "700")
    lab.train_to_the_end()
    lab.press("Step")
    expect(lab.failure).to_contain_text("Python met an error and stopped.")
    lab.failure.get_by_text("Details", exact=True).click()
    expect(lab.failure).to_contain_text("ZeroDivisionError")
    page.context.unroute("**/web/trainer.py")
    before = lab.parameters
    lab.press("Restart Python")
    expect(lab.failure).to_be_hidden(timeout=LONG)
    lab.wait_until("trained")
    lab.expect_epoch(700)
    assert lab.parameters == before
    expect(lab.field("Epochs")).to_have_value("700")


def test_a_worker_that_does_not_answer_is_noticed_and_can_be_replaced(
    page: Page, site: str, complaints: Complaints
) -> None:
    source = (
        (DIST / "web" / "trainer.py")
        .read_text("utf-8")
        .replace("def step() -> str:", "def step() -> str:\n    while True: pass")
    )
    page.context.route("**/web/trainer.py", lambda route: route.fulfill(body=source))
    lab = opened(page, site, complaints)
    lab.wait_for_python()
    lab.press("Step")
    expect(lab.failure).to_contain_text("Python does not answer.", timeout=LONG)
    lab.press("Wait")
    expect(lab.failure).to_be_hidden()
    expect(lab.failure).to_contain_text("Python does not answer.", timeout=LONG)
    page.context.unroute("**/web/trainer.py")
    lab.press("Restart Python")
    expect(lab.failure).to_be_hidden(timeout=LONG)
    expect(lab.root).to_have_attribute("data-trainer", "ready", timeout=LONG)
    lab.train_to_the_end()
    expect(lab.score).to_have_text("21 of 25 correct")


def test_a_page_opened_as_a_file_says_what_to_do(page: Page, complaints: Complaints) -> None:
    complaints.expected += [*NOISE, "request off the site: file:"]
    page.goto((DIST / "index.html").as_uri())
    expect(page.get_by_role("alert")).to_contain_text("This page was opened as a file")


def test_a_browser_without_webassembly_is_told_so(page: Page, site: str, complaints: Complaints) -> None:
    page.add_init_script("delete window.WebAssembly")
    lab = opened(page, site, complaints)
    expect(lab.failure).to_contain_text("lacks WebAssembly")
    expect(lab.score).to_have_text("2 of 25 correct")


def test_the_page_works_at_the_root_of_a_server_too(page: Page, complaints: Complaints) -> None:
    running = server(DIST, 0)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    complaints.site = f"http://127.0.0.1:{running.server_port}/"
    lab = Lab(page, complaints.site)
    lab.open()
    lab.train_to_the_end()
    expect(lab.score).to_have_text("21 of 25 correct")
    running.shutdown()
