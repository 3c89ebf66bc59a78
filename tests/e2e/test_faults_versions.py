"""A page that stayed open while a newer version of the site took its place."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.breaking import kill_the_worker, opened
from tests.e2e.conftest import DIST, Complaints
from tests.e2e.lab import LONG, Lab

TAKEN_OVER = "A newer version of this page has taken over. Reload it: your settings are in its address."


def newer_worker(text: str) -> str:
    """The worker of another version."""
    first, _, rest = text.partition("\n")
    assert first.startswith("const VERSION = ")
    return f'const VERSION = "newer";\n{rest}'


@pytest.mark.engines
def test_a_restart_into_a_newer_worker_asks_for_a_reload(page: Page, site: str, complaints: Complaints) -> None:
    lab = opened(page, site, complaints)
    lab.wait_for_python()
    lab.choose("Seed", "7")
    lab.train_to_the_end()
    body = newer_worker((DIST / "web/runtime/worker.mjs").read_text("utf-8"))
    page.context.route(
        "**/web/runtime/worker.mjs", lambda route: route.fulfill(body=body, content_type="text/javascript")
    )
    page.context.route("**/web/trainer.zip", lambda route: route.fulfill(body="of another kind"))
    page.evaluate("document.getElementById('restart').click()")
    expect(page.locator("#failure-sentence")).to_have_text(TAKEN_OVER, timeout=LONG)
    expect(lab.root).to_have_attribute("data-trainer", "failed")
    expect(page.get_by_role("button", name="Restart Python")).to_be_hidden()
    page.context.unroute_all()
    lab.press("Reload the page")
    lab.wait_for_python()
    expect(lab.field("Seed")).to_have_value("7")


def test_so_does_one_after_a_fault(lab: Lab, complaints: Complaints) -> None:
    complaints.expected += ["console:", "page error:", "request failed:"]
    body = newer_worker((DIST / "web/runtime/worker.mjs").read_text("utf-8"))
    lab.page.context.route("**/worker.mjs", lambda route: route.fulfill(body=body, content_type="text/javascript"))
    kill_the_worker(lab)
    lab.press("Step")
    expect(lab.failure).to_contain_text("Python does not answer.", timeout=LONG)
    lab.press("Restart Python")
    expect(page_sentence := lab.page.locator("#failure-sentence")).to_have_text(TAKEN_OVER, timeout=LONG)
    expect(page_sentence).not_to_contain_text("Restart")


def test_the_build_writes_one_version_into_page_and_worker(page: Page, site: str) -> None:
    page.goto(site)
    version = page.locator("html").get_attribute("data-version")
    worker = (DIST / "web/runtime/worker.mjs").read_text("utf-8")
    assert version
    assert worker.startswith(f'const VERSION = "{version}";\n')
