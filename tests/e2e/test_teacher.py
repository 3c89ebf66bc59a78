"""For teachers: a link is made and opened, and the worksheet is printed on one page and its key on another."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.lab import Lab
from tests.e2e.test_look import violations

PAGE_OF_A_PDF = re.compile(rb"/Type\s*/Page\b(?!s)")


@pytest.fixture
def lab(shared: Lab) -> Lab:
    shared.rest()
    shared.page.evaluate("localStorage.clear()")
    shared.page.goto("about:blank")
    return shared


def go_to_the_teachers_page(lab: Lab) -> None:
    lab.press("Course")
    lab.press("For teachers")
    expect(lab.page.get_by_role("heading", name="For teachers")).to_be_focused()


def test_a_link_is_made_and_opens_the_page_as_the_preview_says(lab: Lab) -> None:
    page = lab.page
    lab.open("#seed=7")
    go_to_the_teachers_page(lab)
    page.get_by_role("combobox", name="Opens").select_option("lesson 4: Activation")
    page.get_by_role("group", name="Hide").get_by_label("Map").check()
    page.get_by_role("group", name="Lock").get_by_label("Settings").check()
    preview = page.get_by_role("status", name="What students will see")
    expect(preview).to_contain_text("opens lesson 4, “Activation”")
    expect(preview).to_contain_text("hides Map, and locks the settings")
    assert not violations(page)
    link = page.get_by_role("link", name="Open it in a new tab").get_attribute("href") or ""
    assert link == "#lesson=4&hide=map&lock=settings&seed=7"
    page.goto("about:blank")
    lab.open(link)
    lab.rest()
    expect(lab.lesson).to_have_text("Activation")
    expect(lab.tab("Map")).to_be_hidden()
    expect(lab.field("Seed")).to_be_disabled()
    assert not violations(page)
    page.reload()
    lab.wait_for_python()
    lab.rest()
    lab.press("Leave the course")
    lab.train_to_the_end()
    assert page.url.endswith("#hide=map&lock=settings&seed=7")
    unlock = lab.button("Unlock")
    unlock.focus()
    lab.keys("Enter")
    expect(lab.button("Train")).to_be_focused()
    expect(lab.tab("Map")).to_be_visible()
    expect(lab.field("Seed")).to_be_enabled()
    assert page.url.endswith("#seed=7")


@pytest.mark.parametrize("address", ["#epochs=300", "#data=iris&scaling=0-1&epochs=300", "#data=three&epochs=300"])
def test_a_worksheet_prints_on_one_page_and_its_key_on_another(lab: Lab, address: str) -> None:
    page = lab.page
    lab.open(address)
    lab.train_to_the_end()
    go_to_the_teachers_page(lab)
    lab.button("Worksheet").focus()
    lab.keys("Enter")
    expect(page.get_by_role("article", name="The answers")).to_contain_text("A prediction by hand")
    assert not violations(page)
    expect_two_pages(lab)
    lab.press("Leave the course")


def expect_two_pages(lab: Lab) -> None:
    for size in ("A4", "Letter"):
        assert len(PAGE_OF_A_PDF.findall(lab.page.pdf(format=size))) == 2, size


@pytest.mark.parametrize("seed", ["1", "4"])
def test_a_worksheet_about_own_data_with_long_names_and_three_inputs_prints_on_two_pages(lab: Lab, seed: str) -> None:
    names = "Hours of sleep in the last night,Cups of coffee since the morning,Minutes of walking outside,Points"
    rows = [f"{4 + n % 5},{n % 4},{10 * (n % 7)},{20 + 3 * (n % 5) - 2 * (n % 4) + n % 7}" for n in range(24)]
    lab.open("#epochs=300&activation=linear&scaling=0-1")
    lab.open_tab("Data")
    lab.page.get_by_label("Your data").fill("\n".join([names, *rows]))
    lab.press("Use this data")
    lab.rest()
    lab.train_to_the_end()
    go_to_the_teachers_page(lab)
    lab.choose("Seed of the worksheet", seed)
    lab.press("Worksheet")
    sheet = lab.page.get_by_role("article", name="The sheet")
    expect(sheet).to_contain_text("Save the experiment in the tab Data instead.")
    expect(sheet).not_to_contain_text("press Train")
    expect_two_pages(lab)
    lab.press("Leave the course")
