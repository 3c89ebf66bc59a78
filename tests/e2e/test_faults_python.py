"""An exception in Python, wherever it is raised: it is shown with its traceback, and there is a way on."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.breaking import (
    ABORT,
    INSTALL,
    STOPPED_BY_THE_PAGE,
    Held,
    changed,
    details,
    fail_in_the_page,
    in_step,
    in_trainer,
    opened,
    restart,
)
from tests.e2e.conftest import Complaints

INTERFACE = "**/web/interface.*"


@pytest.mark.parametrize(
    "line",
    [
        "import perceptron.no_neuron_here",
        "raise SystemExit('no neuron here')",
        "  misplaced = 'no neuron here'",
    ],
)
def test_a_worker_that_fails_while_it_is_imported_shows_its_traceback(
    page: Page, site: str, complaints: Complaints, line: str
) -> None:
    page.context.route("**/web/trainer.zip", in_trainer("web/worker/trainer.py", INSTALL, f"{line}\n"))
    lab = opened(page, site, complaints)
    expect(lab.failure).to_contain_text("Python could not start.")
    assert "no_neuron_here" in details(lab).replace(" ", "_")
    page.context.unroute_all()
    restart(lab)


def test_a_request_that_fails_is_told_with_its_cause_and_the_page_goes_on(
    page: Page, site: str, complaints: Complaints
) -> None:
    page.context.route("**/web/trainer.zip", in_step("1 / 0"))
    lab = opened(page, site, complaints)
    lab.wait_for_python()
    lab.choose("Epochs", "300")
    lab.train_to_the_end()
    before, table = lab.parameters, lab.table
    lab.press("Step")
    expect(lab.failure).to_contain_text("Python could not do this: ZeroDivisionError: division by zero.")
    assert details(lab).startswith("Traceback")
    expect(lab.root).to_have_attribute("data-trainer", "ready")
    assert (lab.parameters, lab.table) == (before, table)
    # Without a restart everything else goes on, and what fails again says so again.
    lab.press("Train")
    lab.wait_until("trained")
    lab.expect_epoch(600)
    expect(lab.failure).to_be_hidden()
    lab.press("Step")
    expect(lab.failure).to_be_visible()
    lab.field("First number").fill("0.6")
    expect(lab.failure).to_be_hidden()
    expect(page.get_by_label("Prediction", exact=True)).not_to_have_text("…")
    assert len(page.workers) == 1


def test_a_request_that_ends_python_is_reported_and_a_restart_goes_on(
    page: Page, site: str, complaints: Complaints
) -> None:
    page.context.route("**/web/trainer.zip", in_step(ABORT))
    lab = opened(page, site, complaints)
    lab.wait_for_python()
    lab.choose("Epochs", "700")
    lab.train_to_the_end()
    before, table = lab.parameters, lab.table
    lab.press("Step")
    expect(lab.failure).to_contain_text("An error stopped Python.")
    assert details(lab)
    assert (lab.parameters, lab.table) == (before, table)
    lab.expect_epoch(700)
    page.context.unroute_all()
    restart(lab)
    lab.wait_until("trained")
    lab.expect_epoch(700)
    assert lab.parameters == before
    expect(lab.field("Epochs")).to_have_value("700")


def test_a_reply_that_is_nonsense_is_reported(page: Page, site: str, complaints: Complaints) -> None:
    nonsense = """return ["no JSON"] if "step" in request else [as_json(short), *beside]"""
    page.context.route(
        "**/web/trainer.zip", in_trainer("web/worker/trainer.py", "return [as_json(short), *beside]", nonsense)
    )
    lab = opened(page, site, complaints)
    lab.wait_for_python()
    lab.press("Step")
    expect(lab.failure).to_contain_text("An error stopped Python.")
    assert "ValueError" in details(lab)


IN_UPDATE = "def _step_pressed(state: State, _: messages.StepPressed) -> State:\n"
IN_REPLY = '    if name == "step":\n        return after'
IN_HANDLER = '("step", m.StepPressed()),'
IN_ANSWER = "        message = heard(kind, value, window.performance.now())\n"


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("web/page/update/training.py", IN_UPDATE, IN_UPDATE + "    1 / 0\n"),
        ("web/page/update/training.py", IN_REPLY, '    if name == "step":\n        1 / 0\n        return after'),
        ("web/browser/controls.py", IN_HANDLER, '("step", lambda _: 1 / 0),'),
        (
            "web/browser/main.py",
            IN_ANSWER,
            "        self.state.trainer.request.get('do') == ['step'] and 1 / 0\n" + IN_ANSWER,
        ),
    ],
    ids=["update", "update of a reply", "handler", "answer"],
)
def test_an_error_of_the_page_itself_is_shown_and_a_restart_goes_on(
    page: Page, site: str, complaints: Complaints, name: str, before: str, after: str
) -> None:
    page.context.route(INTERFACE, changed(name, before, after))
    lab = opened(page, site, complaints)
    lab.wait_for_python()
    lab.choose("Epochs", "600")
    lab.train_to_the_end()
    trained = lab.parameters
    lab.press("Step")
    expect(lab.failure).to_contain_text(STOPPED_BY_THE_PAGE)
    expect(lab.root).to_have_attribute("data-trainer", "failed")
    assert "ZeroDivisionError" in details(lab)
    assert lab.table[0][4] != "–"
    expect(lab.field("Epochs")).to_have_value("600")
    # Restart brings Python back; only what is broken stays so.
    lab.press("Restart Python")
    lab.press("Reset")
    lab.wait_until("untrained")
    lab.train_to_the_end()
    assert lab.parameters == trained
    expect(lab.failure).to_be_hidden()


@pytest.mark.parametrize(
    ("name", "before"),
    [
        ("web/page/views/update.py", "    panel = state.panel_of("),
        ("web/browser/chart.py", "        curve = ("),
    ],
)
def test_an_error_in_every_frame_is_said_once_and_stops_nothing_else(
    page: Page, site: str, complaints: Complaints, name: str, before: str
) -> None:
    indent = before[: -len(before.lstrip())]
    page.context.route(INTERFACE, changed(name, before, f"{indent}state.row and 1 / 0\n{before}"))
    lab = opened(page, site, complaints)
    lab.wait_for_python()
    lab.press("Step")
    expect(lab.failure).to_contain_text(STOPPED_BY_THE_PAGE)
    expect(lab.root).to_have_attribute("data-run", "paused")
    assert details(lab).count("ZeroDivisionError") == 1
    lab.choose("Seed", "7")
    expect(page).to_have_url(re.compile("#seed=7$"))
    assert details(lab).count("ZeroDivisionError") == 1
    lab.press("Restart Python")
    lab.train_to_the_end()
    expect(lab.failure).to_be_hidden()


def test_when_even_the_failure_cannot_be_drawn_the_guard_says_it(page: Page, site: str, complaints: Complaints) -> None:
    page.context.route(
        INTERFACE,
        changed(
            "web/page/views/status.py",
            "def _failure(state: State) -> list:\n",
            "def _failure(state: State) -> list:\n    state.epoch and 1 / 0\n",
        ),
    )
    lab = opened(page, site, complaints)
    lab.wait_for_python()
    lab.press("Train")
    expect(lab.failure).to_contain_text("Something in this page failed, and it cannot go on.")
    assert "ZeroDivisionError" in details(lab)
    expect(lab.failure.get_by_role("button", name="Reload the page")).to_be_visible()


def test_an_error_while_the_page_starts_is_told_until_it_has_started_after_all(
    page: Page, site: str, complaints: Complaints
) -> None:
    held = Held(page.context, "**/micropython.wasm")
    lab = opened(page, site, complaints)
    fail_in_the_page(page, "made up")
    expect(lab.failure).to_contain_text("This page could not start.")
    expect(lab.failure_details).to_contain_text("RangeError: made up")
    held.let_go()
    expect(lab.root).to_have_attribute("data-trainer", "ready")
    expect(lab.failure).to_be_hidden()
