"""The network, the storage and the browser's own habits: lost, refused, two tabs, back and forward."""

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, BrowserType, Error, Page, Route, expect

from tests.e2e.breaking import NOISE, kill_the_worker, opened, reload, restart
from tests.e2e.conftest import Complaints
from tests.e2e.lab import Lab
from tests.e2e.sites import expect_offline


def test_a_network_lost_during_the_start_is_named_and_restart_works_when_it_is_back(
    page: Page, site: str, complaints: Complaints
) -> None:
    def lose_the_network(route: Route) -> None:
        page.context.set_offline(True)
        with suppress(Error):  # the browser may have given the request up by itself
            route.abort("internetdisconnected")

    page.context.route("**/pyodide.asm.wasm", lose_the_network)
    lab = opened(page, site, complaints)
    lab.choose("Epochs", "400")
    lab.press("Train")
    expect(lab.failure).to_contain_text("Python could not start. There is no network now.")
    page.context.unroute_all()
    page.context.set_offline(False)
    lab.press("Restart Python")
    lab.wait_until("trained")
    lab.expect_epoch(400)


def test_a_network_lost_before_the_page_is_whole_is_named(page: Page, site: str, complaints: Complaints) -> None:
    def lose_the_network(route: Route) -> None:
        page.context.set_offline(True)
        with suppress(Error):  # the browser may have given the request up by itself
            route.abort("internetdisconnected")

    page.context.route("**/micropython.wasm", lose_the_network)
    lab = opened(page, site, complaints)
    expect(lab.failure).to_contain_text(
        "This page could not start. There is no network now. Reload this page when there is one."
    )
    page.context.unroute_all()
    page.context.set_offline(False)
    reload(lab)
    lab.wait_for_python()


def test_a_network_lost_after_the_start_is_not_missed_until_python_must_be_fetched_again(
    lab: Lab, complaints: Complaints
) -> None:
    complaints.expected += NOISE
    lab.page.context.set_offline(True)
    lab.choose("Epochs", "900")
    lab.train_to_the_end()
    lab.press("Step")
    lab.field("First number").fill("0.6")
    expect(lab.page.get_by_label("Prediction", exact=True)).not_to_have_text("…")
    kill_the_worker(lab)
    lab.press("Step")
    expect(lab.failure).to_contain_text("Python does not answer.")
    lab.press("Restart Python")
    expect(lab.failure).to_contain_text("There is no network now.")
    lab.expect_epoch(900)
    lab.page.context.set_offline(False)
    restart(lab)
    expect(lab.progress).to_contain_text("row 1 of 28")
    lab.expect_epoch(900)


REFUSED = """
const refuse = { get() { throw new DOMException("The operation is insecure.", "SecurityError"); }, configurable: true };
for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"])
    Object.defineProperty(window, name, refuse);
Object.defineProperty(document, "cookie", refuse);
"""
SERVICE_WORKERS = {
    "absent": "delete Navigator.prototype.serviceWorker",
    "refused late": "navigator.serviceWorker.register ="
    " () => new Promise((_, no) => setTimeout(() => no(new TypeError('late')), 1500))",
    "raises": "navigator.serviceWorker.register = () => { throw new TypeError('no') }",
}


@pytest.mark.parametrize("script", [REFUSED, *SERVICE_WORKERS.values()], ids=["storage", *SERVICE_WORKERS])
def test_what_the_browser_refuses_is_done_without(page: Page, site: str, complaints: Complaints, script: str) -> None:
    complaints.expected.append("page error: The operation is insecure.")  # PyScript looks for a database
    page.add_init_script(script)
    lab = Lab(page, site)
    lab.open()
    lab.train_to_the_end()
    expect_offline(page, "unable" if script == SERVICE_WORKERS["absent"] else "failed")
    expect(lab.score).to_have_text("21 of 25 test sums right")
    expect(lab.failure).to_be_hidden()
    expect(page.get_by_text("opens without a network")).to_have_count(0)


def test_two_tabs_train_side_by_side_and_the_end_of_one_leaves_the_other_alone(
    lab: Lab, site: str, complaints: Complaints
) -> None:
    other_page = lab.page.context.new_page()
    complaints.watch(other_page)
    other = Lab(other_page, site)
    lab.choose("Epochs", "30000")
    lab.press("Train")
    other.open("#seed=7")
    other.choose_a_long_run()
    other.press("Train")
    other.wait_until("training")
    kill_the_worker(other)
    lab.page.bring_to_front()
    lab.wait_until("trained")
    lab.expect_epoch(30_000)
    other.page.bring_to_front()
    expect(other.failure).to_be_visible()
    end = other.epoch + 20_000
    other.choose("Epochs", str(end))
    other.press("Restart Python")
    other.wait_until("trained")
    other.expect_epoch(end)
    expect(lab.failure).to_be_hidden()
    other.page.close()


def test_a_reload_in_the_middle_of_training_comes_back_clean(lab: Lab) -> None:
    lab.choose_a_long_run()
    lab.press("Train")
    lab.wait_until("training")
    lab.page.reload()
    expect(lab.failure).to_be_hidden()
    lab.wait_for_python()
    expect(lab.root).to_have_attribute("data-run", "untrained")
    expect(lab.field("Epochs")).to_have_value("1000000")
    lab.choose("Epochs", "300")
    lab.train_to_the_end()
    lab.expect_epoch(300)


@pytest.fixture
def remembering(browser_type: BrowserType, browser_type_launch_args: dict[str, Any]) -> Iterator[Browser]:
    """A browser that keeps the pages one leaves, as people's browsers do and Playwright's do not."""
    switched_off = ["--disable-back-forward-cache"]
    browser = browser_type.launch(**browser_type_launch_args, ignore_default_args=switched_off)
    yield browser
    browser.close()


@pytest.fixture
def visited(remembering: Browser) -> Iterator[BrowserContext]:
    context = remembering.new_context(service_workers="block")
    yield context
    context.close()


def test_the_page_works_when_one_comes_back_to_it(visited: BrowserContext, site: str, complaints: Complaints) -> None:
    page = visited.new_page()
    complaints.watch(page)
    lab = Lab(page, site)
    lab.open("#epochs=100000")
    lab.switch("Compiled").uncheck()
    lab.press("Train")
    lab.wait_until("training")
    page.goto("about:blank")
    page.wait_for_timeout(1000)  # nothing tells when a browser has put the page to sleep
    page.go_back(wait_until="commit")
    expect(lab.root).to_have_attribute("data-trainer", re.compile("ready|busy"))
    if lab.root.get_attribute("data-run") == "untrained":
        lab.press("Train")
    lab.wait_until("trained")
    lab.expect_epoch(100_000)
    expect(lab.failure).to_be_hidden()
    assert not complaints.unexpected()
