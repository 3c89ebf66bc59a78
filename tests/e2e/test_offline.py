"""The page without a network, and the change from one version to the next."""

import threading
import zipfile
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.conftest import DIST, Complaints
from tests.e2e.lab import Lab
from tests.e2e.sites import Site, expect_offline
from web.build.pack import pack
from web.build.serve import server

pytestmark = pytest.mark.browser_context_args(service_workers="allow")


@pytest.mark.engines
def test_the_page_starts_trains_and_answers_without_a_network(lab: Lab, context: BrowserContext) -> None:
    expect_offline(lab.page)
    context.set_offline(True)
    lab.page.reload()
    lab.wait_for_python()
    lab.train_to_the_end()
    expect(lab.score).to_have_text("21 of 25 test sums right")
    lab.enter("First number", "0.6")
    expect(lab.page.get_by_label("Prediction", exact=True)).to_have_text("0.7")
    expect_offline(lab.page)


def test_the_licences_can_be_read_without_a_network_too(
    lab: Lab, context: BrowserContext, complaints: Complaints
) -> None:
    # A whole browser, with tabs, asks by itself for the icon of a text, which cannot name one.
    complaints.expected.append("/favicon.ico)")
    expect_offline(lab.page)
    context.set_offline(True)
    lab.page.get_by_role("link", name="Third-party software").click()
    expect(lab.page.get_by_text("# Third-party software")).to_be_visible()
    expect(lab.page.get_by_text("Mozilla Public License Version 2.0")).to_be_visible()
    expect(lab.page.get_by_text("Pyodide’s source")).to_be_visible()
    lab.page.goto(f"{lab.site}index.html?again#seed=5")
    lab.wait_for_python()


def test_over_plain_http_it_says_that_it_cannot_be_kept(
    site: str, context: BrowserContext, page: Page, complaints: Complaints
) -> None:
    complaints.site = "http://classroom.test/"
    context.route(
        f"{complaints.site}**",
        lambda route: route.fulfill(response=route.fetch(url=route.request.url.replace(complaints.site, site))),
    )
    lab = Lab(page, complaints.site)
    lab.open()
    expect_offline(page, "ruled out")
    lab.train_to_the_end()


def test_a_second_visit_takes_no_byte_of_the_page_from_the_server(
    context: BrowserContext, complaints: Complaints
) -> None:
    running = server(DIST, 0, "/some/prefix/")
    asked: list[str] = []
    handler = running.RequestHandlerClass.func  # type: ignore[attr-defined]
    handler.log_request = lambda request, *_: asked.append(request.path)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    complaints.site = f"http://127.0.0.1:{running.server_port}/some/prefix/"
    page = context.new_page()
    complaints.watch(page)
    Lab(page, complaints.site).open()
    expect_offline(page)
    page.close()
    assert "/some/prefix/vendor/pyodide/pyodide.asm.wasm" in asked
    asked.clear()
    page = context.new_page()
    lab = Lab(page, complaints.site)
    lab.open()
    lab.train_to_the_end()
    # Only the browser's own question whether there is a newer version.
    assert set(asked) <= {"/some/prefix/service-worker.js"}
    running.shutdown()


def test_the_packed_page_works_on_any_static_server(tmp_path: Path, page: Page, complaints: Complaints) -> None:
    pack(DIST, tmp_path / "packed.zip", 1_800_000_000)
    with zipfile.ZipFile(tmp_path / "packed.zip") as packed:
        packed.extractall(tmp_path)

    class Plain(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    running = ThreadingHTTPServer(("127.0.0.1", 0), partial(Plain, directory=str(tmp_path)))
    threading.Thread(target=running.serve_forever, daemon=True).start()
    complaints.site = f"http://127.0.0.1:{running.server_port}/one-neuron/"
    lab = Lab(page, complaints.site)
    lab.open()
    lab.train_to_the_end()
    expect(lab.score).to_have_text("21 of 25 test sums right")
    running.shutdown()


def test_a_newer_version_is_offered_and_taken_over_whole(changeable: Site, page: Page) -> None:
    lab = Lab(page, changeable.address)
    lab.open("#seed=7")
    expect_offline(page)
    changeable.become_version_two()
    page.reload()
    lab.wait_for_python()
    expect(page.get_by_role("heading", level=1)).to_have_text("One neuron learns to add")
    page.get_by_role("button", name="Use it now").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Version two")
    lab.wait_for_python()
    expect(lab.field("Seed")).to_have_value("7")
    expect(page.get_by_text("A newer version of this page is ready")).to_be_hidden()


def test_a_refused_service_worker_changes_nothing(page: Page, site: str) -> None:
    page.add_init_script(
        "navigator.serviceWorker.register = () => Promise.reject(new DOMException('no', 'SecurityError'))"
    )
    lab = Lab(page, site)
    lab.open()
    lab.train_to_the_end()
    expect(lab.score).to_have_text("21 of 25 test sums right")
    expect_offline(page, "failed")
