"""How the page starts: what it fetches, how much that is, and what it falls back to."""

import gzip
import threading
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.e2e.breaking import NOISE, STOPPED_BY_THE_PAGE, Held, behind_install, fail_in_the_page, in_trainer
from tests.e2e.conftest import DIST, Complaints
from tests.e2e.lab import Lab
from tests.e2e.servers import served
from tests.e2e.sites import serving
from web.build.serve import server

BUDGET = 6_600_000


def with_imports(modules: str) -> Callable[[Route], None]:
    """A worker that also imports these modules while it starts."""
    return in_trainer(*behind_install(f"import {modules}\n"))


def test_a_first_visit_stays_within_its_budget_and_fetches_nothing_twice(page: Page, site: str) -> None:
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    lab = Lab(page, site)
    lab.open()
    lab.train_to_the_end()
    files = {url.removeprefix(site).partition("#")[0] or "index.html" for url in fetched if url.startswith(site)}
    size = sum(len(gzip.compress((DIST / file).read_bytes(), 6)) for file in files)
    assert 3_000_000 < size <= BUDGET
    assert not {"vendor/pyodide/python_stdlib.zip", "web/trainer_later.zip"} & files


@pytest.mark.parametrize("damage", [{"status": 404, "body": ""}, {"body": "no zip at all"}], ids=["missing", "damaged"])
def test_without_the_compiled_library_the_shipped_one_takes_its_place(
    page: Page, site: str, complaints: Complaints, damage: dict[str, str]
) -> None:
    page.context.route("**/library_first.bin", lambda route: route.fulfill(**damage))
    complaints.expected += ["console:", "library_first.bin"]
    lab = Lab(page, site)
    lab.open()
    lab.train_to_the_end()
    expect(lab.score).to_have_text("21 of 25 test sums right")


@pytest.mark.engines
def test_a_language_that_the_browser_itself_refuses_stops_nothing(page: Page, site: str) -> None:
    page.add_init_script("Object.defineProperty(Navigator.prototype, 'language', {get: () => 'C', configurable: true})")
    Lab(page, site).open()


def test_a_module_that_the_first_download_leaves_out_can_still_be_imported(page: Page, site: str) -> None:
    page.context.route(
        "**/web/trainer.zip", with_imports("mailbox, xml.dom.minidom, encodings.cp1258, email.mime.text")
    )
    lab = Lab(page, site)
    lab.open()


def test_a_left_out_module_that_cannot_be_fetched_is_told_plainly(
    page: Page, site: str, complaints: Complaints
) -> None:
    page.context.route("**/web/trainer.zip", with_imports("mailbox"))
    page.context.route("**/python_stdlib.zip", lambda route: route.abort())
    complaints.expected += ["console:", "page error:", "request failed:"]
    page.goto(site)
    lab = Lab(page, site)
    expect(lab.failure).to_be_visible()
    lab.failure.get_by_text("Details", exact=True).click()
    expect(lab.failure).to_contain_text(
        "mailbox is in the part of the standard library that is fetched when it is needed"
    )


def test_the_page_works_at_the_root_of_a_server_too(page: Page, complaints: Complaints) -> None:
    running = server(DIST, 0)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    complaints.site = f"http://127.0.0.1:{running.server_port}/"
    lab = Lab(page, complaints.site)
    lab.open()
    lab.train_to_the_end()
    expect(lab.score).to_have_text("21 of 25 test sums right")
    running.shutdown()


def test_the_one_worker_is_begun_while_the_controls_still_start(page: Page, site: str) -> None:
    held = Held(page.context, "**/core.js")
    page.goto(site, wait_until="commit")
    page.wait_for_function("window.earlyWorker")
    held.let_go()
    lab = Lab(page, site)
    lab.wait_for_python()
    lab.train_to_the_end()
    assert len(page.workers) == 1


@pytest.mark.engines
def test_a_page_that_is_sent_in_a_wrong_encoding_reads_and_works_as_ever(page: Page, complaints: Complaints) -> None:
    with served(types={".html": "text/html; charset=iso-8859-1"}) as address:
        complaints.site = address
        lab = Lab(page, address)
        lab.open()
        assert page.evaluate("document.characterSet") == "windows-1252"
        expect(page.get_by_text("This page follows the article “Building a Neural Network in Rust")).to_be_visible()
        lab.train_to_the_end()
        expect(lab.score).to_have_text("21 of 25 test sums right")
        expect(page.get_by_role("cell", name="✓ right").first).to_be_visible()
        sign = lab.comparison.evaluate("element => getComputedStyle(element, '::before').content")
        assert sign == '"✓ "'
        assert "â" not in page.locator("body").inner_text()
        page.goto("about:blank")


@pytest.mark.engines
def test_under_an_odd_address_it_starts_and_tells_its_faults(page: Page, complaints: Complaints) -> None:
    complaints.expected += NOISE
    with serving(DIST, "/Anna's%20page%20(1)/") as site:
        complaints.site = site.address
        lab = Lab(page, site.address)
        lab.open()
        fail_in_the_page(page, "of its own")
        expect(lab.failure).to_contain_text(STOPPED_BY_THE_PAGE)
        page.goto("about:blank")


def test_no_file_is_named_as_if_it_were_packed_for_its_way() -> None:
    assert not [file.name for file in DIST.rglob("*") if file.suffix in (".gz", ".br", ".zst", ".Z")]


@pytest.mark.engines
def test_a_browser_that_saves_no_pages_is_told_apart(page: Page, site: str) -> None:
    page.add_init_script("delete Navigator.prototype.serviceWorker")
    Lab(page, site).open()
    expect(page.get_by_text("Not available offline: this browser does not save pages here.")).to_be_visible()
