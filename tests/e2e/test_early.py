"""What a person does with the page before its Python listens, and what a browser brings back by itself."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.breaking import Held
from tests.e2e.lab import Lab


@contextmanager
def before_it_listens(page: Page, address: str) -> Iterator[None]:
    """The page without its program, for as long as this takes."""
    held = Held(page.context, "**/web/interface.py")
    page.goto(address, wait_until="commit")
    expect(page.get_by_role("contentinfo")).to_be_attached()
    yield
    expect(page.locator("html")).to_have_attribute("data-ui", "booting")
    held.let_go()


@pytest.mark.engines
def test_whatever_was_switched_chosen_or_typed_early_is_so(page: Page, site: str) -> None:
    lab = Lab(page, site)
    with before_it_listens(page, site):
        page.get_by_label("Log epochs").check()
        page.get_by_label("Log error").check()
        page.get_by_role("combobox", name="Playback speed").select_option("10")
        page.get_by_label("Quiz me").check()
        page.get_by_role("button", name="Keys").click()
        page.get_by_label("These keys work outside fields").uncheck()
        page.keyboard.press("Escape")
        page.get_by_label(re.compile("^Tolerance")).evaluate("slider => slider.value = '100'")
        lab.choose("Epochs", "2 000")
        lab.choose("Learning rate", "0,5")
        lab.choose("First number", "−1")
        lab.slider("Bias").fill("-2.5")
    lab.wait_for_python()
    lab.rest()
    expect(page).to_have_url(re.compile(r"epochs=2000&learning_rate=0\.5&start=.*,-2\.5$"))
    expect(lab.field("Epochs")).to_have_value("2000")
    expect(lab.true_sum).to_have_text("The true sum is −0.9.")
    assert lab.parameters[2] == "-2.5"
    lab.open_stage("Weighted sum")
    expect(lab.guess).to_be_visible()
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("s")
    lab.rest()
    expect(lab.root).to_have_attribute("data-run", "untrained")
    lab.open_tab("Yardsticks")
    expect(lab.panel("Yardsticks")).to_contain_text("Within 0.100 ")
    lab.open_tab("Map")
    expect(lab.map_reading).to_contain_text("error")
    # What was shown as switched on is on: switched off now, it is off.
    for name in ("Log epochs", "Log error"):
        expect(page.get_by_label(name)).to_be_checked()
    kept = page.evaluate("JSON.parse(localStorage.getItem('one-neuron'))")
    assert (sorted(kept["logarithmic"]), kept["shortcuts"]) == (["x", "y"], False)


def test_what_was_switched_on_at_an_earlier_visit_and_early_again_is_on(page: Page, site: str) -> None:
    lab = Lab(page, site)
    lab.open()
    page.get_by_label("Log error").check()
    lab.rest()
    page.goto("about:blank")
    with before_it_listens(page, site):
        page.get_by_label("Log error").check()
    lab.wait_for_python()
    lab.rest()
    expect(page.get_by_label("Log error")).to_be_checked()
    assert page.evaluate("JSON.parse(localStorage.getItem('one-neuron')).logarithmic") == ["y"]


def test_what_nobody_touched_is_as_it_was_made(page: Page, site: str) -> None:
    lab = Lab(page, site)
    with before_it_listens(page, site):
        pass
    lab.wait_for_python()
    lab.rest()
    expect(page).to_have_url(site)
    expect(page.get_by_role("button", name="Back to the seed’s weights")).to_be_hidden()


def test_whoever_types_while_the_page_begins_to_listen_goes_on_typing(page: Page, site: str) -> None:
    lab = Lab(page, site)
    with before_it_listens(page, site):
        lab.enter("Learning rate", "0,")
    lab.wait_for_python()
    expect(lab.field("Learning rate")).to_have_value("0,")
    page.keyboard.type("25")
    lab.keys("Enter")
    expect(page).to_have_url(re.compile(r"#learning_rate=0\.25$"))
    expect(lab.complaint("Learning rate")).to_be_hidden()


@pytest.mark.engines
def test_after_a_reload_no_control_shows_what_is_not_so(page: Page, site: str) -> None:
    lab = Lab(page, site)
    lab.open()
    page.get_by_label("Quiz me").check()
    page.get_by_role("combobox", name="Playback speed").select_option("10")
    lab.enter("Epochs", "77")
    lab.choose("First number", "5")
    page.reload()
    lab.wait_for_python()
    lab.rest()
    expect(page.get_by_label("Quiz me")).not_to_be_checked()
    expect(page.get_by_role("combobox", name="Playback speed")).to_have_value("1000")
    expect(lab.field("Epochs")).to_have_value("77")  # the address keeps it
    expect(lab.field("First number")).to_have_value("0.2")
    expect(lab.true_sum).to_have_text("The true sum is 0.3.")
