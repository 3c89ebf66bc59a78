"""A page that stayed open while a newer version of the site took its place."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.breaking import kill_the_worker, opened, reload, restart_at_once
from tests.e2e.conftest import DIST, Complaints
from tests.e2e.lab import Lab
from tests.e2e.servers import Faulty, copied, served
from web.build.site import ONE_VERSION
from web.page.views.status import TWO_VERSIONS

TAKEN_OVER = "A newer version of this page is in use now. Reload this page: your settings are in its address."


def newer_worker(text: str) -> str:
    """The worker of another version."""
    first, _, rest = text.partition("\n")
    assert first.startswith("const VERSION = ")
    return f'const VERSION = "newer";\n{rest}'


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
    restart_at_once(lab)
    expect(lab.failure_sentence).to_have_text(TAKEN_OVER)
    expect(lab.root).to_have_attribute("data-trainer", "failed")
    expect(page.get_by_role("button", name="Restart Python")).to_be_hidden()
    page.context.unroute_all()
    reload(lab)
    lab.wait_for_python()
    expect(lab.field("Seed")).to_have_value("7")


@pytest.mark.engines
def test_a_server_with_files_of_two_versions_is_told_after_a_reload_in_vain(
    page: Page, site: str, complaints: Complaints
) -> None:
    body = newer_worker((DIST / "web/runtime/worker.mjs").read_text("utf-8"))
    page.context.route("**/worker.mjs", lambda route: route.fulfill(body=body, content_type="text/javascript"))
    lab = opened(page, site, complaints)
    expect(lab.failure_sentence).to_have_text(TAKEN_OVER)
    reload(lab)
    expect(lab.failure_sentence).to_have_text(TWO_VERSIONS)
    page.context.unroute_all()
    reload(lab)
    lab.wait_for_python()


def test_so_does_one_after_a_fault(lab: Lab, complaints: Complaints) -> None:
    complaints.expected += ["console:", "page error:", "request failed:"]
    body = newer_worker((DIST / "web/runtime/worker.mjs").read_text("utf-8"))
    lab.page.context.route("**/worker.mjs", lambda route: route.fulfill(body=body, content_type="text/javascript"))
    kill_the_worker(lab)
    lab.press("Step")
    expect(lab.failure).to_contain_text("Python does not answer.")
    lab.press("Restart Python")
    expect(page_sentence := lab.failure_sentence).to_have_text(TAKEN_OVER)
    expect(page_sentence).not_to_contain_text("Restart")


def test_page_and_worker_know_one_version_and_which_files_it_is_of(page: Page, site: str) -> None:
    page.goto(site)
    guard = page.content().partition("<title>")[0]
    assert all(f'"{name}"' in guard for name in ONE_VERSION)
    version = page.locator("html").get_attribute("data-version")
    worker = (DIST / "web/runtime/worker.mjs").read_text("utf-8")
    assert version
    assert worker.startswith(f'const VERSION = "{version}";\n')


class Cached(Faulty):
    """Lets browsers keep all but the page itself, as the caches of GitHub Pages do for ten minutes."""

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-cache" if self.path.endswith("/") else "max-age=600")
        super().end_headers()


def test_reload_takes_no_old_worker_out_of_the_browsers_cache(
    page: Page, complaints: Complaints, tmp_path: Path
) -> None:
    folder = copied(tmp_path)
    with served(Cached, folder) as address:
        complaints.site = address
        lab = Lab(page, address)
        lab.open()
        index, worker = folder / "index.html", folder / "web/runtime/worker.mjs"
        index.write_text(re.sub('data-version="[^"]+"', 'data-version="newer"', index.read_text("utf-8")), "utf-8")
        worker.write_text(newer_worker(worker.read_text("utf-8")), "utf-8")
        page.reload()
        expect(lab.failure_sentence).to_have_text(TAKEN_OVER)
        reload(lab)
        expect(lab.root).to_have_attribute("data-trainer", "ready")
        expect(lab.failure).to_be_hidden()
