"""A worker that says nothing: it is noticed, can be waited for and replaced, and is never accused wrongly."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.breaking import Held, details, in_step, kill_the_worker, opened, replaced, restart
from tests.e2e.conftest import DIST, Complaints
from tests.e2e.lab import Lab

SILENT = "Python does not answer."


def test_a_worker_killed_while_it_trains_is_noticed_and_its_successor_trains_on(
    lab: Lab, complaints: Complaints
) -> None:
    lab.choose_a_long_run()
    lab.press("Train")
    lab.wait_until("training")
    expect(lab.region("Train")).to_contain_text("epochs a second")
    kill_the_worker(lab)
    reached = lab.epoch
    expect(lab.failure).to_contain_text(SILENT)
    assert f"asked at epoch {lab.epoch}" in details(lab)
    assert lab.epoch >= reached > 0
    end = lab.epoch + 20_000
    lab.choose("Epochs", str(end))
    lab.press("Restart Python")
    lab.wait_until("trained")
    lab.expect_epoch(end)
    expect(lab.failure).to_be_hidden()


def test_a_worker_killed_while_it_rests_is_noticed_when_it_is_asked(lab: Lab) -> None:
    kill_the_worker(lab)
    expect(lab.root).to_have_attribute("data-trainer", "ready")
    lab.press("New start")
    expect(lab.field("Seed")).not_to_have_value("109")
    seed = lab.field("Seed").input_value()
    expect(lab.failure).to_contain_text(SILENT)
    restart(lab)
    expect(lab.field("Seed")).to_have_value(seed)
    expect(lab.description("Weight 1", 1)).not_to_have_text("…")


def test_a_worker_that_never_comes_to_an_end_can_be_waited_for_and_replaced(
    page: Page, site: str, complaints: Complaints
) -> None:
    in_its_sleep = in_step("import time; time.sleep(3600)")  # which keeps no processor busy, as a loop would
    page.context.route("**/web/trainer.zip", in_its_sleep)
    lab = opened(page, site, complaints)
    lab.wait_for_python()
    lab.press("Step")
    expect(lab.failure).to_contain_text(SILENT)
    assert "No answer to: step" in details(lab)
    lab.press("Wait")
    expect(lab.failure).to_be_hidden()
    expect(page.get_by_role("button", name="Train", exact=True)).to_be_focused()
    expect(lab.failure).to_contain_text(SILENT)
    page.context.unroute_all()
    restart(lab)
    lab.train_to_the_end()
    expect(lab.score).to_have_text("21 of 25 test sums right")


def test_a_slow_answer_takes_the_message_away_again(page: Page, site: str, complaints: Complaints) -> None:
    page.context.route("**/web/trainer.zip", in_step("import time; time.sleep(12); run.step()"))
    lab = opened(page, site, complaints)
    lab.wait_for_python()
    lab.press("Step")
    expect(lab.failure).to_contain_text(SILENT)
    expect(lab.update_title).to_contain_text("row 2")
    expect(lab.failure).to_be_hidden()


IMPATIENT = """
const plain = setTimeout;
window.setTimeout = (action, milliseconds, ...given) => plain(action, milliseconds / 4, ...given);
"""
HIDE = """hidden => {
    Object.defineProperty(document, 'hidden', {get: () => hidden, configurable: true});
    document.dispatchEvent(new Event('visibilitychange'));
}"""


def test_nobody_is_accused_while_the_page_is_in_the_background_or_asleep(
    page: Page, site: str, complaints: Complaints
) -> None:
    page.context.route("**/web/trainer.zip", in_step("import time; time.sleep(3600)"))
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
    held = Held(page.context, "**/pyodide.asm.wasm")
    page.clock.install()
    lab = opened(page, site, complaints)
    expect(lab.region("Train")).to_contain_text("2 of 4: starting Python")
    page.clock.run_for(31_000)
    expect(lab.failure).to_contain_text("Python has made no progress for a while.")
    assert "starting Python" in details(lab)
    lab.press("Wait")
    expect(lab.failure).to_be_hidden()
    page.clock.run_for(31_000)
    expect(lab.failure).to_be_visible()
    held.let_go()
    lab.root.wait_for(state="attached")
    expect(lab.root).to_have_attribute("data-trainer", "ready")
    expect(lab.failure).to_be_hidden()


@pytest.mark.parametrize("name", ["web/style.css", "vendor/uplot/uPlot.min.css"])
def test_a_file_that_only_decorates_or_hastens_the_page_is_not_waited_for(
    page: Page, site: str, complaints: Complaints, name: str
) -> None:
    complaints.expected.append(name)  # what is cut off at the end
    held = Held(page.context, f"**/{name}")
    page.clock.install()
    page.goto(site, wait_until="commit")
    page.wait_for_function("window.boot")
    page.clock.run_for(11_000)
    expect(page.locator("html")).to_have_attribute("data-trainer", "ready")
    expect(page.get_by_role("button", name="Train", exact=True)).to_be_visible()
    held.let_go()
    page.wait_for_function("name => [...document.styleSheets].some(({href, media}) =>"
        " href.endsWith(name) && media.mediaText === 'all')", arg=name)  # fmt: skip


def test_a_file_of_the_page_that_does_not_come_is_named_and_may_come_after_all(
    page: Page, site: str, complaints: Complaints
) -> None:
    held = Held(page.context, "**/micropython.wasm")
    page.add_init_script(IMPATIENT)  # Playwright's clock would forget what was fetched
    lab = opened(page, site, complaints)
    expect(lab.failure).to_contain_text("This page is still waiting for its file vendor/micropython/micropython.wasm.")
    expect(lab.failure.get_by_role("heading")).to_have_text("Still waiting")
    assert "web/interface.py" in details(lab).partition("Fetched so far")[2]
    held.let_go()
    expect(lab.root).to_have_attribute("data-trainer", "ready")
    expect(lab.failure).to_be_hidden()


def test_so_is_the_first_file_of_the_trainer(page: Page, site: str, complaints: Complaints) -> None:
    held = Held(page.context, "**/worker.mjs")
    page.clock.install()
    lab = opened(page, site, complaints)
    expect(lab.root).to_have_attribute("data-ui", "ready")
    page.clock.run_for(11_000)
    expect(lab.failure).to_contain_text("Python is still waiting for its file web/runtime/worker.mjs.")
    expect(lab.failure.get_by_role("heading")).to_have_text("Still waiting")
    held.let_go()
    expect(lab.root).to_have_attribute("data-trainer", "ready")
    expect(lab.failure).to_be_hidden()


@pytest.mark.parametrize("name", ["web/trainer.zip", "vendor/pyodide/pyodide.asm.mjs"])
def test_so_is_any_later_one(page: Page, site: str, complaints: Complaints, name: str) -> None:
    worker = (DIST / "web/runtime/worker.mjs").read_text("utf-8")
    impatient = replaced("worker.mjs", worker, "MILLISECONDS_TO_FETCH = 10_000", "MILLISECONDS_TO_FETCH = 1500")
    page.context.route("**/worker.mjs", lambda route: route.fulfill(body=impatient, content_type="text/javascript"))
    held = Held(page.context, f"**/{name}")
    lab = opened(page, site, complaints)
    expect(lab.failure).to_contain_text(f"Python is still waiting for its file {name}.")
    held.let_go()
    expect(lab.root).to_have_attribute("data-trainer", "ready")
    expect(lab.failure).to_be_hidden()
