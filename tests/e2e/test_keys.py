"""By keyboard alone: single keys, the tabs, the list of keys, and the way to every panel."""

import re

import pytest
from playwright.sync_api import Page, expect

from perceptron.scoring import right_within
from tests.e2e import desk
from tests.e2e.lab import Lab

TABS = ("One update", "Why right or wrong", "Rows on the curve", "Map", "Yardsticks", "Data", "Code", "Runs")


@pytest.fixture
def lab(shared: Lab) -> Lab:
    """Before training, the first tab open, the keys switched on, and the focus nowhere."""
    shared.choose("Epochs", "10000")
    shared.press("Reset")
    shared.wait_until("untrained")
    shared.open_tab("One update")
    switch = shared.page.get_by_label("These keys work outside fields")
    if not switch.is_checked():
        shared.press("Keys")
        switch.check()
        shared.page.keyboard.press("Escape")
    leave_every_field(shared)
    shared.rest()
    return shared


def leave_every_field(lab: Lab) -> None:
    lab.page.evaluate("document.activeElement.blur()")


def standing(lab: Lab) -> list[object]:
    """What single keys would change: the update and the stage, the epoch, the moment, the run and the course."""
    texts = [place.text_content() for place in (lab.update_title, lab.stage_title, lab.progress)]
    attributes = [lab.root.get_attribute(f"data-{name}") for name in ("epoch", "moment", "run")]
    return [*texts, *attributes, lab.course.is_visible()]


def test_single_keys_train_pause_and_reset(lab: Lab) -> None:
    lab.choose_a_long_run()
    leave_every_field(lab)
    lab.page.keyboard.press("t")
    lab.wait_until("training")
    lab.page.keyboard.press("t")
    lab.wait_until("paused")
    lab.rest()
    assert lab.epoch > 0
    lab.keys("r")
    lab.wait_until("untrained")
    lab.expect_epoch(0)
    assert lab.parameters == desk.parameters(desk.run(0).neuron)
    lab.choose("Epochs", "10000")


def test_single_keys_step_and_move_in_time_and_through_the_stages(lab: Lab) -> None:
    lab.choose("Epochs", "50")
    lab.train_to_the_end()
    leave_every_field(lab)
    lab.keys("[", "[", "[", "]")
    lab.expect_moment(48)
    assert lab.parameters == desk.parameters(desk.run(48).neuron)
    lab.keys("n")
    lab.expect_moment(None)
    stage = lab.stage_title
    lab.expect_next_update(51, 1)
    lab.keys("s", "s")
    lab.expect_next_update(51, 3)
    lab.keys(".", ".", ".", ",")
    expect(stage).to_have_text("3 of 8: Weighted sum")
    lab.keys("c")
    expect(lab.course).to_be_visible()
    lab.keys("c")
    expect(lab.course).to_be_hidden()


@pytest.mark.parametrize("name", ["First number", "Time", "Playback speed", "Log epochs", "Map of First number"])
def test_single_keys_do_nothing_inside_a_field(lab: Lab, name: str) -> None:
    if name == "Map of First number":
        lab.open_tab("Map")
    lab.choose("Epochs", "5")
    lab.train_to_the_end()
    lab.press("Step")
    lab.rest()
    before = standing(lab)
    place = lab.page.get_by_label(re.compile(rf"^\s*{name}"))
    place.focus()
    for key in "tsrncl[],.":
        lab.keys(key)
        expect(place).to_be_focused()
        assert standing(lab) == before, key
    lab.page.get_by_role("button", name="Step").focus()
    lab.page.keyboard.press("Control+s")
    lab.page.keyboard.press("Alt+t")
    lab.rest()
    assert standing(lab) == before


def test_single_keys_can_be_switched_off_and_stay_off(page: Page, site: str) -> None:
    lab = Lab(page, site)
    lab.open()
    lab.tab_to(lab.button("Keys"))
    lab.keys("Enter")
    expect(page.get_by_label("These keys work outside fields")).to_be_visible()
    lab.tab_to(page.get_by_label("These keys work outside fields"))
    lab.keys("Space", "Escape")
    expect(page.get_by_role("group", name="Keys")).to_be_hidden()
    for _ in range(2):
        before = standing(lab)
        lab.page.evaluate("document.activeElement.blur()")
        lab.keys("s", "t", "g", ".")
        assert standing(lab) == before
        expect(page.get_by_label("These keys work outside fields")).not_to_be_checked()
        page.reload()
        lab.wait_for_python()
    lab.press("Keys")
    page.get_by_label("These keys work outside fields").check()
    lab.keys("Escape")
    page.evaluate("document.activeElement.blur()")
    lab.keys("s")
    lab.expect_next_update(1, 2)


def test_the_next_visit_finds_the_open_tab_and_the_axes_again(page: Page, site: str) -> None:
    lab = Lab(page, site)
    lab.open()
    lab.open_tab("Map")
    page.get_by_role("combobox", name="Show").select_option("Error")
    page.get_by_label("Log error").check()
    lab.rest()
    page.reload()
    lab.wait_for_python()
    expect(page.get_by_role("tab", name="Map")).to_have_attribute("aria-selected", "true")
    expect(lab.panel("Map")).to_be_visible()
    expect(page.get_by_role("combobox", name="Show")).to_have_value("error")
    expect(page.get_by_label("Log error")).to_be_checked()
    expect(page.get_by_label("Log epochs")).not_to_be_checked()


def test_the_list_of_keys_opens_and_closes_by_keyboard(lab: Lab) -> None:
    keys = lab.page.get_by_role("button", name="Keys")
    keys.focus()
    for key in ("Enter", "Space"):
        lab.keys(key)
        expect(lab.page.get_by_role("heading", name="Keys")).to_be_visible()
        lab.keys("Escape")
        expect(lab.page.get_by_role("heading", name="Keys")).to_be_hidden()
        expect(keys).to_be_focused()
    keys.click()
    lab.press("Close")
    expect(lab.page.get_by_role("heading", name="Keys")).to_be_hidden()
    expect(keys).to_be_focused()


def test_the_tabs_are_one_stop_and_the_arrow_keys_open_them(lab: Lab) -> None:
    def expect_tab(name: str) -> None:
        tab = lab.page.get_by_role("tab", name=name, exact=True)
        expect(tab).to_be_focused()
        expect(tab).to_have_attribute("aria-selected", "true")
        expect(lab.panel(name)).to_be_visible()
        expect(lab.page.locator('[role="tabpanel"]:visible')).to_have_count(1)
        expect(lab.page.locator('[role="tab"][tabindex="0"]')).to_have_count(1)

    lab.page.get_by_role("tab", name="One update").focus()
    for name in (*TABS[1:], TABS[0]):
        lab.keys("ArrowRight")
        expect_tab(name)
    for key, name in (("ArrowLeft", TABS[-1]), ("ArrowLeft", TABS[-2]), ("Home", TABS[0]), ("End", TABS[-1])):
        lab.keys(key)
        expect_tab(name)


def test_the_whole_way_to_every_panel_needs_only_the_keyboard(page: Page, site: str) -> None:
    lab = Lab(page, site)
    lab.open()
    lab.tab_to(lab.field("Epochs"))
    page.keyboard.type("300")
    lab.keys("Enter")
    lab.tab_to(lab.button("Train"))
    lab.keys("Space")
    lab.wait_until("trained")
    lab.expect_epoch(300)
    lab.tab_to(page.get_by_label("Log error"))
    lab.keys("Space")
    expect(page.get_by_label("Log error")).to_be_checked()
    lab.tab_to(lab.time)
    lab.keys("Home")
    lab.expect_moment(0)
    lab.tab_to(lab.button("Back to now"))
    lab.keys("Enter")
    lab.expect_moment(None)
    # The button that was pressed is switched off now; the way goes on from where it stands.
    lab.tab_to(lab.part("bias"), "Shift+Tab")
    expect(lab.part_text).to_contain_text("The bias")
    lab.tab_to(lab.field("First number"), "Shift+Tab")
    expect(lab.part_text).to_contain_text("First number comes in here")
    lab.keys("ArrowUp")
    expect(lab.true_sum).not_to_have_text("The true sum is 0.3.")
    lab.tab_to(lab.verdict(0))
    lab.keys("ArrowDown", "ArrowDown")
    expect(lab.panel("Why right or wrong").get_by_role("heading").first).to_contain_text("Row 3:")
    lab.tab_to(lab.tab("Why right or wrong"))
    lab.keys("ArrowLeft")
    lab.tab_to(lab.button("Next stage"))
    lab.keys("Enter", "Enter")
    expect(lab.stage_title).to_have_text("3 of 8: Weighted sum")
    lab.tab_to(page.get_by_label("Quiz me"))
    lab.keys("Space")
    lab.tab_to(lab.guess)
    page.keyboard.type("7")
    lab.keys("Enter")
    expect(lab.mark).to_contain_text("✗ Not 7. Add the three numbers above.")
    lab.tab_to(lab.tab("One update"), "Shift+Tab")
    lab.keys(*["ArrowLeft"] * 5)
    lab.tab_to(lab.map)
    before = lab.map_reading.inner_text()
    lab.keys("ArrowRight")
    expect(lab.map_reading).not_to_have_text(before)
    lab.tab_to(lab.tab("Map"), "Shift+Tab")
    lab.keys("ArrowRight")
    lab.tab_to(page.get_by_role("slider", name="Tolerance"))
    lab.keys("End")
    right = right_within(desk.run(300).verdicts(), 0.2)
    expect(lab.yardstick("Right within the tolerance")).to_have_text(f"{right} of 25")
    expect(lab.panel("Yardsticks")).to_contain_text("Within 0.200 ")


def test_the_browsers_own_keys_and_held_keys_do_nothing_here(lab: Lab) -> None:
    lab.tab("One update").focus()
    for place in (lab.tab("One update"), lab.map, lab.results, lab.time):
        prevented = place.evaluate(
            """place => !place.dispatchEvent(
                new KeyboardEvent("keydown", {key: "ArrowLeft", altKey: true, bubbles: true, cancelable: true}))"""
        )
        assert not prevented, place
    for _ in range(3):
        lab.page.evaluate(
            "document.dispatchEvent(new KeyboardEvent('keydown', {key: 't', repeat: true, bubbles: true}))"
        )
    lab.rest()
    expect(lab.root).to_have_attribute("data-run", "untrained")
