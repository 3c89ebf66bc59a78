"""Every panel for everyone: axe, forced colours, the smallest screen, and letters twice as large."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.conftest import Complaints
from tests.e2e.lab import CALM, Lab
from tests.e2e.test_look import CONTRAST, expect_no_violations, violations

TABS = ("One update", "Why right or wrong", "Rows on the curve", "Map", "Yardsticks", "Data", "Code")
# The width of the window and the size of the browser's letters, in CSS pixels.
SIZES = ((1280, 32), (640, 32), (320, 24), (320, 16))
# What reaches past the right edge, and is neither cut off nor scrolled by something around it.
TOO_WIDE = """() => {
    const wide = document.documentElement.clientWidth;
    const kept = element => {
        for (let outer = element.parentElement; outer; outer = outer.parentElement)
            if (getComputedStyle(outer).overflowX !== "visible" || outer.tagName === "svg") return true;
        return false;
    };
    return [...document.body.querySelectorAll("*")]
        .filter(element => element.getClientRects().length && element.getBoundingClientRect().right > wide + 1)
        .filter(element => !kept(element))
        .map(element => element.outerHTML.slice(0, 120));
}"""


@pytest.fixture
def lab(shared: Lab) -> Iterator[Lab]:
    """A short run, with nothing opened and nothing emulated."""
    if shared.epoch != 50:
        shared.choose("Epochs", "50")
        shared.press("Reset")
        shared.wait_until("untrained")
        shared.train_to_the_end()
    shared.rest()
    yield shared
    shared.page.emulate_media(color_scheme="light", forced_colors="none")


def look_at_everything(lab: Lab) -> None:
    """The course opened, another moment looked at, and a question of the quiz answered wrongly."""
    lab.open_tab("One update")
    if lab.course.is_hidden():
        lab.press("Course")
    lab.scrub(20)
    lab.page.get_by_label("Quiz me").check()
    lab.open_stage("Changes")
    lab.guess.fill("1")
    lab.press("Check")
    expect(lab.mark).to_contain_text("✗")


def leave_everything(lab: Lab) -> None:
    lab.open_tab("One update")
    lab.page.get_by_label("Quiz me").uncheck()
    lab.press("Back to now")
    lab.press("Leave the course")
    lab.rest()


def within(tab: str) -> str | None:
    """With the first tab the whole page is looked at; with the others, nothing else has changed."""
    return None if tab == TABS[0] else 'section[aria-label="A closer look"]'


def test_axe_finds_nothing_in_any_panel(lab: Lab) -> None:
    for tab in TABS:
        lab.open_tab(tab)
        expect_no_violations(lab.page, tab, within(tab))
    lab.choose("Bias", "3000")
    lab.press("Keys")
    expect_no_violations(lab.page, "the list of keys, and a bad bias")
    lab.page.keyboard.press("Escape")
    lab.choose("Bias", "0.5")
    lab.rest()
    expect_no_violations(lab.page, "set by hand")
    lab.press("Back to the seed’s weights")
    lab.train_to_the_end()
    look_at_everything(lab)
    for tab in TABS[:4]:
        lab.open_tab(tab)
        assert not violations(lab.page, within(tab)), f"{tab}, looking back, with course and quiz"
    leave_everything(lab)


def test_axe_finds_nothing_in_forced_colours(lab: Lab) -> None:
    lab.page.emulate_media(forced_colors="active")
    for tab in TABS:
        lab.open_tab(tab)
        assert not violations(lab.page, within(tab), CONTRAST), tab


def test_forced_colours_still_show_what_is_chosen_lit_and_wrong(lab: Lab) -> None:
    """There colours are taken away, so lines must say what they said."""
    page = lab.page
    page.emulate_media(forced_colors="active")
    lab.open_tab("One update")
    lab.open_stage("Error")
    outline = "element => getComputedStyle(element).outlineStyle"
    assert lab.stage.evaluate(outline) == "solid"
    assert lab.stages.and_(page.locator(":not([aria-current])")).first.evaluate(outline) == "none"
    assert page.get_by_role("tab", selected=True).evaluate(outline) == "solid"
    assert lab.rows.filter(has=page.get_by_role("button", pressed=True)).evaluate(outline) == "solid"
    weight = "line => getComputedStyle(line).fontWeight"
    lit = lab.code.locator("span[data-stages~=error]").first.evaluate(weight)
    assert lit != lab.code.locator("span[data-stages~=new]").first.evaluate(weight)
    lab.open_tab("Rows on the curve")
    stroke = "point => getComputedStyle(point).stroke"
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert lab.activation.locator("path.wrong").first.evaluate(stroke) not in (background, "none")


def expect_no_way_sideways(page: Page, place: str) -> None:
    assert page.evaluate(TOO_WIDE) == [], place
    page.evaluate("scrollTo(1000, 0)")
    assert page.evaluate("scrollX") == 0, place


def test_nothing_reaches_past_the_edge_in_any_panel(browser: Browser, site: str) -> None:
    """On the smallest screen, and where a person has set the browser's letters to be larger."""
    context = browser.new_context(**CALM, viewport={"width": 320, "height": 800})
    page, complaints = context.new_page(), Complaints(site)
    complaints.watch(page)
    browser_itself = context.new_cdp_session(page)
    lab = Lab(page, site)

    def expect_room(place: str, sizes: tuple[tuple[int, int], ...] = SIZES) -> None:
        for width, letters in sizes:
            page.set_viewport_size({"width": width, "height": 800})
            browser_itself.send("Page.setFontSizes", {"fontSizes": {"standard": letters, "fixed": letters}})
            page.wait_for_function("px => getComputedStyle(document.body).fontSize === px", arg=f"{letters}px")
            lab.rest()
            expect_no_way_sideways(page, f"{place}, {width} pixels, letters of {letters}")

    lab.open("#epochs=300&start=-3.25,0.123456789,-999.5")
    expect_room("at the start")
    lab.train_to_the_end()
    look_at_everything(lab)
    expect_room("quiz and course")
    page.get_by_label("Quiz me").uncheck()
    for stage in lab.stages.all_inner_texts():
        lab.open_stage(stage)
        expect_room(stage, SIZES[-2:])
    for tab in TABS:
        lab.open_tab(tab)
        expect_room(tab)
    lab.press("Keys")
    expect_room("the list of keys")
    assert not complaints.unexpected()
    context.close()
