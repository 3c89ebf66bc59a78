"""A file that is missing, blocked or damaged: what a person reads, and the way on."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.e2e.breaking import blocked, details, empty, missing, opened, reload, someone_elses_page, truncated
from tests.e2e.conftest import DIST, Complaints
from tests.e2e.servers import CutAtFirst, served

Damage = Callable[[Route], None]


@pytest.mark.parametrize(
    ("name", "damage"),
    [
        ("web/trainer.zip", blocked),
        ("web/trainer.zip", truncated),
        ("web/runtime/worker.mjs", empty),
        ("web/runtime/worker.mjs", someone_elses_page),
        ("vendor/pyodide/pyodide.mjs", missing),
        ("vendor/pyodide/pyodide.asm.mjs", truncated),
        ("vendor/pyodide/pyodide.asm.wasm", truncated),
        ("vendor/pyodide/pyodide.asm.wasm", someone_elses_page),
    ],
)
def test_a_broken_file_of_the_trainer_is_said_and_restart_goes_on(
    page: Page, site: str, complaints: Complaints, name: str, damage: Damage
) -> None:
    break_and_restart(page, site, complaints, name, damage)


@pytest.mark.engines("web/trainer.zip")
@pytest.mark.parametrize("name", ["web/runtime/worker.mjs", "web/trainer.zip", "vendor/pyodide/pyodide.asm.wasm"])
def test_a_missing_file_of_the_trainer_is_said_in_every_engine(
    page: Page, site: str, complaints: Complaints, name: str
) -> None:
    break_and_restart(page, site, complaints, name, missing)


def break_and_restart(page: Page, site: str, complaints: Complaints, name: str, damage: Damage) -> None:
    """The whole story of a file of the trainer that is broken and comes back."""
    page.context.route(f"**/{name}", damage)
    lab = opened(page, site, complaints)
    lab.press("Train")
    lab.choose("Epochs", "2000")
    expect(lab.failure).to_be_visible()
    expect(lab.failure).to_contain_text("Python could not start.")
    expect(lab.root).to_have_attribute("data-trainer", "failed")
    expect(lab.score).to_have_text("2 of 25 test sums right")
    assert details(lab)
    page.context.unroute_all()
    lab.press("Restart Python")
    lab.wait_until("trained")
    lab.expect_epoch(2000)
    expect(lab.failure).to_be_hidden()


@pytest.mark.parametrize(
    ("name", "damage"),
    [
        ("vendor/pyscript/core.js", missing),
        ("vendor/pyscript/core.js", empty),
        ("vendor/pyscript/core-*.js", truncated),
        ("vendor/micropython/micropython.mjs", missing),
        ("vendor/micropython/micropython.wasm", missing),
        ("vendor/micropython/micropython.wasm", truncated),
        ("vendor/uplot/uPlot.esm.js", missing),
        ("web/interface.py", missing),
        ("web/interface.py", blocked),
        ("web/interface.py", truncated),
        ("web/interface.py", someone_elses_page),
        ("web/interface.bin", missing),
    ],
)
def test_a_broken_file_of_the_page_is_said_with_the_way_on(
    page: Page, site: str, complaints: Complaints, name: str, damage: Damage
) -> None:
    page.context.route(f"**/{name}", damage)
    lab = opened(page, site, complaints)
    expect(lab.failure).to_be_visible()
    expect(lab.root).to_have_attribute("data-ui", "failed")
    expect(lab.failure).to_contain_text("This page could not start.")
    expect(
        lab.region("Train").get_by_text("This page did not start. See the message above.", exact=True)
    ).to_be_visible()
    expect(lab.score).to_have_text("2 of 25 test sums right")
    assert details(lab)
    page.context.unroute_all()
    reload(lab)
    lab.wait_for_python()


@pytest.mark.parametrize(
    "name",
    ["web/style.css", "web/icon.svg", "vendor/uplot/uPlot.min.css"],
)
def test_what_only_decorates_or_hastens_the_page_is_no_fault_of_it(
    page: Page, site: str, complaints: Complaints, name: str
) -> None:
    page.context.route(f"**/{name}", missing)
    lab = opened(page, site, complaints)
    lab.wait_for_python()
    lab.train_to_the_end()
    expect(lab.score).to_have_text("21 of 25 test sums right")


def test_without_any_standard_library_the_start_is_told_to_have_failed(
    page: Page, site: str, complaints: Complaints
) -> None:
    page.context.route("**/library_first.bin", truncated)
    page.context.route("**/python_stdlib.zip", truncated)
    lab = opened(page, site, complaints)
    expect(lab.failure).to_contain_text("Python could not start.")
    assert details(lab)
    page.context.unroute_all()
    lab.press("Restart Python")
    expect(lab.root).to_have_attribute("data-trainer", "ready")


def test_a_file_that_the_browser_keeps_damaged_is_fetched_again_by_reload(page: Page, complaints: Complaints) -> None:
    with served(CutAtFirst) as address:
        complaints.site = address
        lab = opened(page, address, complaints)
        expect(lab.failure).to_contain_text("One of its files may be damaged.")
        lab.press("Reload the page")
        page.wait_for_selector('html[data-trainer="ready"]')
        expect(lab.failure).to_be_hidden()


def test_a_worker_that_was_cut_off_at_a_lucky_place_is_told_as_damaged(
    page: Page, site: str, complaints: Complaints
) -> None:
    whole = (DIST / "web/runtime/worker.mjs").read_bytes()
    cut = whole[: whole.index(b"\nasync function")]
    page.context.route("**/worker.mjs", lambda route: route.fulfill(body=cut, content_type="text/javascript"))
    lab = opened(page, site, complaints)
    expect(lab.failure).to_contain_text("Python could not start. One of its files may be damaged.")
