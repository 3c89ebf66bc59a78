"""Where the focus is: never lost, and never behind what stays in place on a small screen or with the guide open."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.e2e.conftest import Complaints
from tests.e2e.lab import Lab

AT_THE_TOP = "h1 => { h1.tabIndex = -1; h1.focus(); h1.removeAttribute('tabindex') }"
# What hides all of what has the focus: the edge of the window, or something that stays in place.
HIDDEN_BY = """selector => {
    const bar = document.querySelector(selector), focused = document.activeElement;
    if (focused === document.body || bar.contains(focused)) return "";
    const over = bar.getBoundingClientRect(), box = focused.getBoundingClientRect();
    if (box.bottom <= 0 || box.top >= innerHeight) return "the edge of the window";
    return box.top >= over.top && box.bottom <= over.bottom ? selector : "";
}"""


@pytest.fixture(scope="module")
def phone(browser: Browser, site: str) -> Iterator[Lab]:
    context = browser.new_context(
        service_workers="block", viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    )
    page, complaints = context.new_page(), Complaints(site)
    complaints.watch(page)
    lab = Lab(page, site)
    lab.open()
    yield lab
    context.close()
    assert not complaints.unexpected()


def expect_every_focus_in_sight(lab: Lab, bar: str) -> None:
    """Through the whole page and back again."""
    for key in ("Tab", "Shift+Tab"):
        lab.page.locator("h1").evaluate(AT_THE_TOP)
        seen = []
        for _ in range(60):
            lab.page.keyboard.press(key)
            seen.append(lab.focused)
            hidden_by = lab.page.evaluate(HIDDEN_BY, bar)
            assert not hidden_by, f"{lab.focused or 'something'} is hidden by {hidden_by} after {key}"
        assert len(set(seen)) > 30, seen


def test_on_a_phone_the_bar_never_hides_what_has_the_focus(phone: Lab) -> None:
    for name in ("One update", "Map"):
        phone.open_tab(name)
        expect_every_focus_in_sight(phone, ".act")


def test_on_a_phone_train_is_at_hand_at_the_end_of_the_page(phone: Lab) -> None:
    phone.page.evaluate("window.scrollTo(0, document.documentElement.scrollHeight)")
    phone.page.wait_for_function("scrollY > 1000")
    train = phone.page.get_by_role("button", name="Train", exact=True)
    expect(train).to_be_in_viewport(ratio=1)
    footer, bar = phone.page.locator("footer").bounding_box(), phone.page.locator(".act").bounding_box()
    assert footer and bar and footer["y"] + footer["height"] <= bar["y"], "the end of the page is behind the bar"
    train.tap()
    phone.wait_until("trained")
    expect(phone.score).to_have_text("21 of 25 test sums right")


def test_the_open_guide_never_hides_what_has_the_focus(shared: Lab) -> None:
    shared.page.set_viewport_size({"width": 1280, "height": 720})
    shared.press("Guide")
    for name in ("One update", "Map"):
        shared.open_tab(name)
        expect_every_focus_in_sight(shared, "#guide")
    shared.press("Leave the guide")
    shared.page.set_viewport_size({"width": 1280, "height": 900})


def test_a_button_that_switches_itself_off_leaves_the_focus_beside_it(shared: Lab) -> None:
    shared.open_tab("One update")
    shared.page.locator("#stage-on").focus()
    shared.keys(*["Enter"] * 7)
    expect(shared.page.locator("#stage-title")).to_contain_text("8 of 8")
    assert shared.focused == "stage-back"
    shared.keys(*["Enter"] * 7)
    expect(shared.page.locator("#stage-title")).to_contain_text("1 of 8")
    assert shared.focused == "stage-on"
    for pressed, left in (("stage-on", "stage-back"), ("stage-back", "stage-on")):
        shared.page.evaluate("name => { for (let i = 0; i < 7; i++) document.getElementById(name).click() }", pressed)
        shared.rest()
        assert shared.focused == left, "all in one frame"


def test_what_vanishes_when_it_is_pressed_leaves_the_focus_where_one_goes_on(shared: Lab) -> None:
    shared.choose("Epochs", "40")
    for name, heir in (("Let it learn from here", "train"), ("Back to the seed’s weights", "weight-1-slider")):
        shared.choose("Weight 1", "2")
        shared.page.get_by_role("button", name=name).focus()
        shared.keys("Enter")
        assert shared.focused == heir
        shared.rest()
    shared.press("Guide")
    shared.page.locator("#guide-next").focus()
    shared.keys("g")
    assert shared.focused == "guide-switch"


def test_a_stage_that_is_chosen_by_keyboard_keeps_the_focus(shared: Lab) -> None:
    shared.open_tab("One update")
    shared.page.locator("#stage-trail button").nth(3).focus()
    shared.keys("Enter")
    chosen = shared.page.locator("#stage-trail [aria-current]")
    expect(chosen).to_be_focused()
    shared.keys("Tab", "Enter")
    expect(shared.page.locator("#stage-title")).to_contain_text("5 of 8")
    expect(chosen).to_be_focused()


def test_every_part_of_the_drawing_is_reached_and_says_what_it_is(shared: Lab) -> None:
    said = shared.page.locator("#part-text")
    shared.page.locator("h1").evaluate(AT_THE_TOP)
    seen = [said.inner_text()]
    for part in ("weight-1", "weight-2", "input-1", "input-2", "bias", "sum", "sigmoid", "output"):
        shared.tab_to(f"part-{part}")
        expect(said).not_to_have_text(seen[-1])
        seen.append(said.inner_text())
    assert len(set(seen)) == 9
    shared.keys("Tab")
    expect(said).to_contain_text("Point at a part")


def test_the_list_tells_of_every_single_key(shared: Lab) -> None:
    shared.press("Keys")
    keys = shared.page.get_by_role("table").filter(has_text="Train or pause").locator("kbd")
    assert sorted(keys.all_inner_texts()) == sorted("tsrng[],.")
    shared.keys("Escape")


def test_live_regions_are_silent_while_numbers_flow_and_polite_at_rest(shared: Lab) -> None:
    shared.open_tab("Map")
    shared.choose("Epochs", "1000000")
    for start, voice in (("Train", "off"), ("Pause", "polite"), ("Play", "off"), ("Stop", "polite")):
        shared.press(start)
        for name in ("prediction", "part-text", "map-reading"):
            expect(shared.page.locator(f"#{name}")).to_have_attribute("aria-live", voice)


def test_the_guide_that_opens_does_not_lie_over_what_has_the_focus(lab: Lab) -> None:
    lab.page.set_viewport_size({"width": 1280, "height": 800})
    train = lab.page.get_by_role("button", name="Train", exact=True)
    train.focus()
    lab.page.evaluate("scrollTo(0, document.querySelector('#train').getBoundingClientRect().top + scrollY - 12)")
    lab.page.keyboard.press("g")
    guide = lab.page.locator("#guide")
    expect(guide).to_be_visible()
    expect(train).to_be_focused()
    covered = guide.evaluate("guide => guide.getBoundingClientRect().bottom")
    assert train.evaluate("train => train.getBoundingClientRect().top") >= covered


def test_the_copy_of_the_drawing_takes_no_focus(lab: Lab) -> None:
    lab.page.locator("#guess-mark").evaluate("place => { place.tabIndex = -1; place.focus() }")
    for _ in range(3):
        lab.page.keyboard.press("Tab")
        assert lab.page.evaluate("document.activeElement.closest('.again, [inert]')") is None
