"""Two tabs of the page in one browser: what was reached in one is reached in both, and neither moves the other."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.conftest import Complaints
from tests.e2e.lab import Lab


@pytest.fixture
def other(lab: Lab, context: BrowserContext, complaints: Complaints) -> Lab:
    """A second tab of the same page."""
    page = context.new_page()
    complaints.watch(page)
    other = Lab(page, lab.site)
    other.open()
    return other


def kept(page: Page, name: str) -> object:
    return page.evaluate("(name) => JSON.parse(localStorage.getItem('one-neuron') ?? '{}')[name]", name)


def best(lab: Lab) -> int:
    words = lab.page.get_by_text("Your best by hand is").inner_text()
    return int(words.partition("Your best by hand is ")[2].split()[0])


def set_by_hand(lab: Lab, bias: str) -> None:
    lab.page.bring_to_front()  # a tab in the back gets no focus, and draws nothing
    lab.choose("Bias", bias)
    lab.rest()
    expect(lab.page.get_by_text("Set by hand:")).to_be_visible()


def test_the_better_score_by_hand_is_kept_and_seen_in_both_tabs(lab: Lab, other: Lab) -> None:
    set_by_hand(lab, "0.5")
    good = best(lab)
    other.page.bring_to_front()
    expect(other.page.get_by_text(f"Your best by hand is {good} of 25")).to_be_visible()
    set_by_hand(other, "-9")
    assert best(other) == good
    assert kept(other.page, "best_by_hand") == good
    other.page.reload()
    other.wait_for_python()
    assert best(other) == good


def test_a_tab_leaves_alone_what_was_chosen_in_another(lab: Lab, other: Lab) -> None:
    lab.page.bring_to_front()
    lab.open_tab("Map")
    other.page.bring_to_front()
    other.press("Keys")
    other.page.get_by_label("These keys work outside fields").uncheck()
    other.rest()
    assert kept(other.page, "tab") == "map"
    assert kept(lab.page, "shortcuts") is False
    expect(other.page.get_by_role("tab", name="Map")).to_have_attribute("aria-selected", "false")
    lab.page.bring_to_front()
    lab.press("Course")
    lab.rest()
    assert kept(lab.page, "shortcuts") is False
