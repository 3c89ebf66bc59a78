"""The message itself: copied, left again, met twice; and nothing that was typed is lost to a fault."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.breaking import (
    ABORT,
    Held,
    details,
    fail_in_the_page,
    in_step,
    missing,
    opened,
    restart,
    restart_at_once,
)
from tests.e2e.conftest import Complaints
from tests.e2e.lab import Lab


@pytest.fixture
def failed(page: Page, site: str, complaints: Complaints) -> Lab:
    """A page whose Step has just failed, after 300 epochs of another learning rate."""
    page.context.route("**/web/trainer.zip", in_step(ABORT))
    lab = opened(page, site + "#learning_rate=0.25&epochs=300", complaints)
    lab.wait_for_python()
    lab.train_to_the_end()
    lab.press("Step")
    expect(lab.failure).to_contain_text("An error stopped Python.")
    return lab


def test_the_details_can_be_copied_whole(failed: Lab) -> None:
    failed.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    details(failed)
    failed.press("Copy details")
    expect(failed.failure.get_by_role("status")).to_have_text("Copied.")
    copied = failed.page.evaluate("navigator.clipboard.readText()")
    for part in ("An error stopped Python.", "RuntimeError", "#epochs=300&learning_rate=0.25", "Mozilla"):
        assert part in copied


def test_where_copying_is_refused_the_details_are_selected(failed: Lab) -> None:
    refuse = "{writeText: () => Promise.reject(new DOMException('no'))}"
    failed.page.evaluate(f"Object.defineProperty(navigator, 'clipboard', {{value: {refuse}, configurable: true}})")
    failed.page.set_viewport_size({"width": 390, "height": 700})
    text = details(failed)
    failed.press("Copy details")
    expect(failed.failure.get_by_role("status")).to_contain_text("The details are selected")
    expect(failed.failure.get_by_role("status")).to_be_in_viewport(ratio=0.9)
    assert failed.page.evaluate("getSelection().toString()").strip() == text.strip()


def test_the_message_stays_in_sight_and_takes_no_focus(failed: Lab) -> None:
    expect(failed.page.get_by_role("button", name="Step")).to_be_focused()
    failed.page.get_by_role("row").last.scroll_into_view_if_needed()
    expect(failed.failure).to_be_in_viewport()
    failed.page.set_viewport_size({"width": 320, "height": 480})
    expect(failed.failure).to_be_in_viewport()
    details(failed)
    height = failed.failure.evaluate("element => element.getBoundingClientRect().height / innerHeight")
    assert height < 0.75
    failed.page.context.unroute_all()
    restart(failed)
    expect(failed.page.get_by_role("button", name="Train", exact=True)).to_be_focused()


def test_what_is_typed_and_pressed_while_python_is_gone_is_kept(failed: Lab) -> None:
    results = failed.table
    failed.choose("Epochs", "500")
    failed.field("First number").fill("0.6")
    expect(failed.region("Ask it").get_by_text("Waiting for Python", exact=True)).to_be_visible()
    failed.press("Train")
    assert failed.table == results
    failed.page.context.unroute_all()
    restart(failed)
    failed.wait_until("trained")
    failed.expect_epoch(500)
    expect(failed.field("First number")).to_have_value("0.6")
    expect(failed.page.get_by_label("Prediction", exact=True)).to_have_text("0.7")
    expect(failed.field("Learning rate")).to_have_value("0.25")


def test_a_second_fault_is_added_to_the_first(failed: Lab) -> None:
    first = details(failed)
    fail_in_the_page(failed.page, "another thing")
    expect(failed.failure_details).to_contain_text("another thing")
    assert details(failed).startswith(first.strip())
    expect(failed.failure).to_contain_text("An error stopped Python.")
    for number in range(300):
        fail_in_the_page(failed.page, f"thing {number} " + 100 * "x")
    assert len(details(failed)) < 20_000


def test_a_restart_that_fails_says_so_again_and_the_next_one_succeeds(failed: Lab) -> None:
    failed.page.context.unroute_all()
    failed.page.context.route("**/web/trainer.zip", missing)
    failed.press("Restart Python")
    expect(failed.failure).to_contain_text("Python could not start.")
    assert "RuntimeError" not in details(failed)
    failed.expect_epoch(300)
    failed.page.context.unroute_all()
    restart(failed)
    failed.wait_until("trained")


def test_restarts_on_top_of_one_another_leave_one_worker(failed: Lab) -> None:
    failed.page.context.unroute_all()
    restart_at_once(failed, 5)
    expect(failed.root).to_have_attribute("data-trainer", "ready")
    failed.wait_until("trained")
    for pause in (0, 20, 200, 400, 700):  # so each finds the start before it at another place
        restart_at_once(failed)
        failed.page.wait_for_timeout(pause)
    expect(failed.root).to_have_attribute("data-trainer", "ready")
    failed.wait_until("trained")
    failed.expect_epoch(300)
    expect(failed.failure).to_be_hidden()
    assert len(failed.page.workers) == 1


def test_what_is_typed_and_pressed_before_the_page_can_listen_is_kept(page: Page, site: str) -> None:
    held = Held(page.context, "**/micropython.wasm")
    page.goto(site)
    lab = Lab(page, site)
    lab.choose("Epochs", "400")
    lab.choose("Seed", "-3")
    lab.field("First number").fill("0.6")
    lab.press("Train")
    expect(lab.region("Train")).to_contain_text("Train will run")
    held.let_go()
    lab.wait_until("trained")
    lab.expect_epoch(400)
    expect(lab.field("Epochs")).to_have_value("400")
    expect(lab.field("Seed")).to_have_value("-3")
    expect(lab.complaint("Seed")).to_contain_text("It stays 109.")
    expect(page.get_by_label("Prediction", exact=True)).to_have_text("0.7")
