"""The reason for a row opens beside it, by pointer, finger and key; the ceiling stands under the score."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from perceptron.datasets import ARTICLE, DataSet, Row
from perceptron.findings.explanation import explain
from perceptron.packed import pack
from perceptron.words.explanation import reason_in_words
from perceptron.words.numbers import with_minuses
from tests.e2e import desk
from tests.e2e.lab import CALM, Lab
from tests.e2e.test_look import violations
from tests.tasks import task_of

WIDTH = 390


def told(row: int, epochs: int = 0) -> str:
    return with_minuses(reason_in_words(explain(desk.run(epochs).neuron, ARTICLE.test[row], task_of(ARTICLE))))


def expect_reason(lab: Lab, row: int, epochs: int = 0) -> None:
    """That just this row has its reason under it, in sight."""
    expect(lab.reason).to_have_count(1)
    expect(lab.reason).to_contain_text(told(row, epochs))
    expect(lab.reason).to_be_in_viewport()
    expect(lab.verdict(row)).to_have_attribute("aria-expanded", "true")
    expect(lab.verdict(row)).to_have_accessible_description(told(row, epochs))
    above, below = lab.rows.nth(row).bounding_box(), lab.reason.bounding_box()
    assert above and below and abs(above["y"] + above["height"] - below["y"]) < 3


@pytest.fixture
def lab(shared: Lab) -> Lab:
    """Before training, with no reason open."""
    shared.press("Reset")
    shared.wait_until("untrained")
    if shared.reason.count():
        shared.results.locator("[aria-expanded=true]").press("Escape")
    shared.rest()
    return shared


def test_a_click_opens_the_reason_under_the_row_and_another_closes_it(lab: Lab) -> None:
    expect(lab.reason).to_have_count(0)
    lab.rows.nth(4).locator("td").first.click()
    expect_reason(lab, 4)
    lab.verdict(7).click()
    expect_reason(lab, 7)
    lab.verdict(7).click()
    expect(lab.reason).to_have_count(0)
    expect(lab.verdict(7)).to_have_attribute("aria-pressed", "true")


def test_more_leads_to_the_whole_reason(lab: Lab) -> None:
    lab.open_tab("Map")
    lab.verdict(4).click()
    lab.reason.get_by_role("button", name="More about row 5").click()
    expect(lab.tab("Why right or wrong")).to_be_focused()
    expect(lab.panel("Why right or wrong")).to_be_in_viewport()


def test_keys_open_the_reason_take_it_along_and_close_it(lab: Lab) -> None:
    lab.verdict(4).click()
    lab.verdict(4).click()
    lab.verdict(4).focus()
    lab.keys("Enter")
    expect_reason(lab, 4)
    lab.keys("ArrowDown")
    expect(lab.verdict(5)).to_be_focused()
    expect_reason(lab, 5)
    lab.keys("Tab")
    expect(lab.reason.get_by_role("button")).to_be_focused()
    lab.keys("ArrowUp")
    expect(lab.verdict(4)).to_be_focused()
    expect_reason(lab, 4)
    lab.keys("Escape")
    expect(lab.reason).to_have_count(0)
    expect(lab.verdict(4)).to_be_focused()


@pytest.fixture
def phone(browser: Browser, site: str) -> Iterator[Lab]:
    context = browser.new_context(
        **CALM,
        viewport={"width": WIDTH, "height": 844},
        has_touch=True,
        is_mobile=True,
    )
    lab = Lab(context.new_page(), site)
    lab.open()
    yield lab
    context.close()


def test_a_finger_opens_the_reason_and_the_page_does_not_grow_wider(phone: Lab) -> None:
    phone.verdict(3).tap()
    expect_reason(phone, 3)
    assert phone.page.evaluate("document.documentElement.scrollWidth") <= WIDTH
    phone.reason.get_by_role("button", name="More about row 4").tap()
    expect(phone.panel("Why right or wrong")).to_be_in_viewport()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_an_open_reason(lab: Lab, scheme: str) -> None:
    lab.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    lab.verdict(2).click()
    expect(lab.reason).to_have_count(1)
    assert not violations(lab.page, "#results")
    lab.page.emulate_media(color_scheme="light")


def test_after_training_a_press_leads_on_to_the_activation_that_gets_more(page: Page, site: str) -> None:
    lab = Lab(page, site)
    lab.open("#epochs=1500")
    expect(lab.region("Results")).to_contain_text("The most a sigmoid neuron can get: 21")
    lab.train_to_the_end()
    lab.press("Without the sigmoid: 25 right")
    expect(lab.score).to_have_text("25 of 25 test sums right")
    expect(page.get_by_role("combobox", name="Activation", exact=True)).to_have_value("linear")
    expect(lab.button("Train")).to_be_focused()
    expect(lab.region("Results")).to_contain_text("A linear neuron can get all 25 right")


def test_the_arrow_keys_go_on_to_the_next_page_of_many_rows(page: Page, site: str) -> None:
    rows = tuple(Row((float(number),) * 10, float(number % 7)) for number in range(120))
    names = tuple(f"A rather long name of column {number}" for number in range(1, 11))
    lab = Lab(page, site)
    lab.open(f"#activation=linear&scaling=0-1&data={pack(DataSet('own', rows, rows, 0, names, 'Kind'))}")
    expect(lab.rows).to_have_count(25)
    lab.verdict(24).click()
    expect(lab.reason).to_have_count(1)
    lab.keys("ArrowDown")
    expect(page.locator("#verdict-25")).to_be_focused()
    expect(lab.region("Results")).to_contain_text("Rows 26 to 50 of 120")
    expect(lab.reason).to_have_count(1)
    lab.keys("ArrowUp")
    expect(page.locator("#verdict-24")).to_be_focused()
    # Many columns scroll within their panel.
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    expect(lab.verdict(24)).to_be_in_viewport(ratio=0.9)
