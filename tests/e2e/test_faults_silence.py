"""A worker that says nothing: it is noticed, can be waited for and replaced, and is never accused wrongly."""

import pytest
from playwright.sync_api import Page, Route, expect

from tests.e2e.breaking import details, in_step, kill_the_worker, opened, replaced, restart
from tests.e2e.conftest import DIST, Complaints
from tests.e2e.lab import LONG, Lab

SILENT = "Python does not answer."


def test_a_worker_killed_while_it_trains_is_noticed_and_its_successor_trains_on(
    lab: Lab, complaints: Complaints
) -> None:
    lab.choose("Epochs", "60000")
    lab.press("Train")
    lab.wait_until("training")
    expect(lab.page.locator("#speed")).to_contain_text("epochs a second")
    kill_the_worker(lab)
    reached = lab.epoch
    expect(lab.failure).to_contain_text(SILENT, timeout=LONG)
    assert f"asked at epoch {lab.epoch}" in details(lab)
    assert lab.epoch >= reached > 0
    lab.press("Restart Python")
    lab.wait_until("trained")
    lab.expect_epoch(60_000)
    expect(lab.failure).to_be_hidden()


def test_a_worker_killed_while_it_rests_is_noticed_when_it_is_asked(lab: Lab) -> None:
    kill_the_worker(lab)
    expect(lab.root).to_have_attribute("data-trainer", "ready")
    lab.press("New start")
    expect(lab.field("Seed")).not_to_have_value("109")
    seed = lab.field("Seed").input_value()
    expect(lab.failure).to_contain_text(SILENT, timeout=LONG)
    restart(lab)
    expect(lab.field("Seed")).to_have_value(seed)
    expect(lab.page.locator("#weight-1-full")).not_to_have_text("…")


@pytest.mark.parametrize("loop", ["while True: pass", "import time; time.sleep(3600)"])
def test_a_worker_in_an_endless_loop_can_be_waited_for_and_replaced(
    page: Page, site: str, complaints: Complaints, loop: str
) -> None:
    page.context.route("**/web/trainer.zip", in_step(loop))
    lab = opened(page, site, complaints)
    lab.wait_for_python()
    lab.press("Step")
    expect(lab.failure).to_contain_text(SILENT, timeout=LONG)
    assert "No answer to: step" in details(lab)
    lab.press("Wait")
    expect(lab.failure).to_be_hidden()
    expect(page.get_by_role("button", name="Train", exact=True)).to_be_focused()
    expect(lab.failure).to_contain_text(SILENT, timeout=LONG)
    page.context.unroute_all()
    restart(lab)
    lab.train_to_the_end()
    expect(lab.score).to_have_text("21 of 25 test sums right")


def test_a_slow_answer_takes_the_message_away_again(page: Page, site: str, complaints: Complaints) -> None:
    page.context.route("**/web/trainer.zip", in_step("import time; time.sleep(9); run.step()"))
    lab = opened(page, site, complaints)
    lab.wait_for_python()
    lab.press("Step")
    expect(lab.failure).to_contain_text(SILENT, timeout=LONG)
    expect(page.locator("#update-title")).to_contain_text("row 2", timeout=LONG)
    expect(lab.failure).to_be_hidden()


IMPATIENT = """
const plain = setTimeout;
window.setTimeout = (action, milliseconds, ...given) => plain(action, milliseconds / 10, ...given);
"""
HIDE = """hidden => {
    Object.defineProperty(document, 'hidden', {get: () => hidden, configurable: true});
    document.dispatchEvent(new Event('visibilitychange'));
}"""


def test_nobody_is_accused_while_the_page_is_in_the_background_or_asleep(
    page: Page, site: str, complaints: Complaints
) -> None:
    page.context.route("**/web/trainer.zip", in_step("import time; time.sleep(20)"))
    page.clock.install()
    lab = opened(page, site, complaints)
    lab.wait_for_python()
    lab.press("Step")
    page.evaluate(HIDE, True)
    page.clock.run_for(60_000)
    page.evaluate(HIDE, False)
    # Asleep, a machine fires none of its timers, and one of each when it wakes up.
    page.clock.fast_forward(3_600_000)
    expect(lab.failure).to_be_hidden()
    page.clock.run_for(7_000)
    expect(lab.failure).to_contain_text(SILENT)


def test_a_start_that_comes_no_further_is_said_and_can_be_waited_for(
    page: Page, site: str, complaints: Complaints
) -> None:
    held: list[Route] = []
    page.context.route("**/pyodide.asm.wasm", lambda route: held.append(route))
    page.clock.install()
    lab = opened(page, site, complaints)
    expect(page.locator("#train-note")).to_contain_text("2 of 4: starting Python")
    page.clock.run_for(31_000)
    expect(lab.failure).to_contain_text("Python has made no progress for a while.")
    assert "starting Python" in details(lab)
    lab.press("Wait")
    expect(lab.failure).to_be_hidden()
    page.clock.run_for(31_000)
    expect(lab.failure).to_be_visible()
    for route in held:
        route.continue_()
    lab.root.wait_for(state="attached")
    expect(lab.root).to_have_attribute("data-trainer", "ready", timeout=LONG)
    expect(lab.failure).to_be_hidden()


@pytest.mark.parametrize("name", ["web/style.css", "vendor/uplot/uPlot.min.css"])
def test_a_file_that_only_decorates_or_hastens_the_page_is_not_waited_for(
    page: Page, site: str, complaints: Complaints, name: str
) -> None:
    complaints.expected.append(name)  # what is cut off at the end
    held: list[Route] = []
    page.context.route(f"**/{name}", lambda route: held.append(route))
    page.clock.install()
    page.goto(site, wait_until="commit")
    page.wait_for_function("window.boot")
    page.clock.run_for(11_000)
    expect(page.locator("html")).to_have_attribute("data-trainer", "ready", timeout=LONG)
    expect(page.get_by_role("button", name="Train", exact=True)).to_be_visible()
    for route in held:
        route.continue_()
    page.wait_for_function("name => [...document.styleSheets].some(({href, media}) =>"
        " href.endsWith(name) && media.mediaText === 'all')", arg=name)  # fmt: skip


def test_a_file_of_the_page_that_does_not_come_is_named_and_may_come_after_all(
    page: Page, site: str, complaints: Complaints
) -> None:
    held: list[Route] = []
    page.context.route("**/micropython.wasm", lambda route: held.append(route))
    page.add_init_script(IMPATIENT)  # Playwright's clock would forget what was fetched
    lab = opened(page, site, complaints)
    expect(lab.failure).to_contain_text("This page is still waiting for its file vendor/micropython/micropython.wasm.")
    assert "web/interface.py" in details(lab).partition("Fetched so far")[2]
    for route in held:
        route.continue_()
    expect(lab.root).to_have_attribute("data-trainer", "ready", timeout=LONG)
    expect(lab.failure).to_be_hidden()


def test_so_is_the_first_file_of_the_trainer(page: Page, site: str, complaints: Complaints) -> None:
    held: list[Route] = []
    page.context.route("**/worker.mjs", lambda route: held.append(route))
    page.clock.install()
    lab = opened(page, site, complaints)
    expect(lab.root).to_have_attribute("data-ui", "ready")
    page.clock.run_for(11_000)
    expect(lab.failure).to_contain_text("Python is still waiting for its file web/runtime/worker.mjs.")
    for route in held:
        route.continue_()
    expect(lab.root).to_have_attribute("data-trainer", "ready", timeout=LONG)
    expect(lab.failure).to_be_hidden()


@pytest.mark.parametrize("name", ["web/trainer.zip", "vendor/pyodide/pyodide.asm.mjs"])
def test_so_is_any_later_one(page: Page, site: str, complaints: Complaints, name: str) -> None:
    held: list[Route] = []
    worker = (DIST / "web/runtime/worker.mjs").read_text("utf-8")
    impatient = replaced("worker.mjs", worker, "MILLISECONDS_TO_FETCH = 10_000", "MILLISECONDS_TO_FETCH = 300")
    page.context.route("**/worker.mjs", lambda route: route.fulfill(body=impatient, content_type="text/javascript"))
    page.context.route(f"**/{name}", lambda route: held.append(route))
    lab = opened(page, site, complaints)
    expect(lab.failure).to_contain_text(f"Python is still waiting for its file {name}.")
    for route in held:
        route.continue_()
    expect(lab.root).to_have_attribute("data-trainer", "ready", timeout=LONG)
    expect(lab.failure).to_be_hidden()
