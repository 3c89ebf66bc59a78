"""Where the focus is: never lost, and never behind what stays in place on a small screen or with a lesson open."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.e2e.conftest import Complaints
from tests.e2e.lab import CALM, Lab

PARTS = ("weight 1", "weight 2", "bias", "weighted sum", "activation", "prediction")
AT_THE_TOP = "h1 => { h1.tabIndex = -1; h1.focus(); h1.removeAttribute('tabindex') }"
# What hides all of what has the focus: the edge of the window, or something that stays in place.
HIDDEN_BY = """bar => {
    const focused = document.activeElement;
    if (focused === document.body || bar.contains(focused)) return "";
    const over = bar.getBoundingClientRect(), box = focused.getBoundingClientRect();
    if (box.bottom <= 0 || box.top >= innerHeight) return "the edge of the window";
    return box.top >= over.top && box.bottom <= over.bottom ? "the bar" : "";
}"""


@pytest.fixture(scope="module")
def phone(browser: Browser, site: str) -> Iterator[Lab]:
    context = browser.new_context(
        **CALM,
        viewport={"width": 390, "height": 844},
        has_touch=True,
        is_mobile=True,
    )
    page, complaints = context.new_page(), Complaints(site)
    complaints.watch(page)
    lab = Lab(page, site)
    lab.open()
    yield lab
    context.close()
    assert not complaints.unexpected()


def expect_every_focus_in_sight(lab: Lab, bar: Locator) -> None:
    """Through the whole page and back again."""
    for key in ("Tab", "Shift+Tab"):
        lab.page.locator("h1").evaluate(AT_THE_TOP)
        seen = []
        for _ in range(60):
            lab.page.keyboard.press(key)
            seen.append(lab.focused)
            hidden_by = bar.evaluate(HIDDEN_BY)
            assert not hidden_by, f"{seen[-1]} is hidden by {hidden_by} after {key}"
        assert len(set(seen)) > 30, seen


def test_on_a_phone_the_bar_never_hides_what_has_the_focus(phone: Lab) -> None:
    for name in ("One update", "Map"):
        phone.open_tab(name)
        expect_every_focus_in_sight(phone, phone.button("Train").locator(".."))


def test_on_a_phone_train_is_at_hand_at_the_end_of_the_page(phone: Lab) -> None:
    phone.page.evaluate("window.scrollTo(0, document.documentElement.scrollHeight)")
    phone.page.wait_for_function("scrollY > 1000")
    train = phone.button("Train")
    expect(train).to_be_in_viewport(ratio=1)
    footer, bar = phone.page.get_by_role("contentinfo").bounding_box(), train.locator("..").bounding_box()
    assert footer and bar and footer["y"] + footer["height"] <= bar["y"], "the end of the page is behind the bar"
    train.tap()
    phone.wait_until("trained")
    expect(phone.score).to_have_text("21 of 25 test sums right")


def test_the_open_lesson_never_hides_what_has_the_focus(shared: Lab) -> None:
    shared.page.set_viewport_size({"width": 1280, "height": 720})
    shared.press("Course")
    shared.press("Start with lesson 1")
    shared.open_tab("One update")
    expect_every_focus_in_sight(shared, shared.course)
    shared.press("Leave the course")
    shared.page.set_viewport_size({"width": 1280, "height": 900})


def test_a_button_that_switches_itself_off_leaves_the_focus_beside_it(shared: Lab) -> None:
    shared.open_tab("One update")
    shared.button("Next stage").focus()
    shared.keys(*["Enter"] * 7)
    expect(shared.stage_title).to_contain_text("8 of 8")
    expect(shared.button("Previous stage")).to_be_focused()
    shared.keys(*["Enter"] * 7)
    expect(shared.stage_title).to_contain_text("1 of 8")
    expect(shared.button("Next stage")).to_be_focused()
    for pressed, left in (("Next stage", "Previous stage"), ("Previous stage", "Next stage")):
        shared.button(pressed).evaluate("button => { for (let i = 0; i < 7; i++) button.click() }")
        shared.rest()
        expect(shared.button(left), "all in one frame").to_be_focused()


def test_what_vanishes_when_it_is_pressed_leaves_the_focus_where_one_goes_on(shared: Lab) -> None:
    shared.choose("Epochs", "40")
    for name, heir in (
        ("Let it learn from here", shared.button("Train")),
        ("Back to the seed’s weights", shared.slider("Weight 1")),
    ):
        shared.choose("Weight 1", "2")
        shared.page.get_by_role("button", name=name).focus()
        shared.keys("Enter")
        expect(heir).to_be_focused()
        shared.rest()
    shared.press("Course")
    shared.press("Start with lesson 1")
    expect(shared.lesson).to_be_focused()
    shared.button("Next lesson").focus()
    shared.keys("c")
    expect(shared.button("Course")).to_be_focused()


def test_a_stage_that_is_chosen_by_keyboard_keeps_the_focus(shared: Lab) -> None:
    shared.open_tab("One update")
    shared.stages.nth(3).focus()
    shared.keys("Enter")
    chosen = shared.stage
    expect(chosen).to_be_focused()
    shared.keys("Tab", "Enter")
    expect(shared.stage_title).to_contain_text("5 of 8")
    expect(chosen).to_be_focused()


def test_every_part_of_the_drawing_is_reached_and_says_what_it_is(shared: Lab) -> None:
    said = shared.part_text
    shared.page.mouse.move(0, 0)  # it may rest on a part, which is then pointed at whenever the layout changes
    shared.page.locator("h1").evaluate(AT_THE_TOP)
    seen = [said.inner_text()]
    inputs = [shared.field(name) for name in ("First number", "Second number")]
    for part in [*inputs, *map(shared.part, PARTS)]:
        shared.tab_to(part)
        expect(said).not_to_have_text(seen[-1])
        seen.append(said.inner_text())
    assert len(set(seen)) == 9
    shared.keys("Tab")
    expect(said).to_contain_text("Point at a part")


def test_the_list_tells_of_every_single_key(shared: Lab) -> None:
    shared.press("Keys")
    keys = shared.page.get_by_role("table").filter(has_text="Train or pause").locator("kbd")
    assert sorted(keys.all_inner_texts()) == sorted("tsrncl[],.")
    shared.keys("Escape")


def test_live_regions_are_silent_while_numbers_flow_and_polite_at_rest(shared: Lab) -> None:
    shared.choose_a_long_run()
    shared.open_tab("Map")
    shared.page.get_by_role("combobox", name="Playback speed").select_option("10 epochs/s")
    for start, voice in (("Train", "off"), ("Pause", "polite"), ("Play", "off"), ("Stop", "polite")):
        shared.press(start)
        for place in (shared.page.get_by_label("Prediction", exact=True), shared.part_text, shared.map_reading):
            expect(place).to_have_attribute("aria-live", voice)


def test_the_course_that_opens_does_not_lie_over_what_has_the_focus(lab: Lab) -> None:
    lab.page.set_viewport_size({"width": 1280, "height": 800})
    train = lab.page.get_by_role("button", name="Train", exact=True)
    train.focus()
    train.evaluate("train => scrollTo(0, train.getBoundingClientRect().top + scrollY - 12)")
    lab.page.keyboard.press("c")
    course = lab.course
    expect(course).to_be_visible()
    expect(train).to_be_focused()
    covered = course.evaluate("course => course.getBoundingClientRect().bottom")
    assert train.evaluate("train => train.getBoundingClientRect().top") >= covered


def test_the_copy_of_the_drawing_takes_no_focus(shared: Lab) -> None:
    shared.open_tab("One update")
    shared.mark.evaluate("place => { place.tabIndex = -1; place.focus() }")
    for _ in range(3):
        shared.page.keyboard.press("Tab")
        assert shared.page.evaluate("document.activeElement.closest('.again, [inert]')") is None
