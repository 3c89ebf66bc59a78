"""Live: all 10,000 epochs train anew while a hand moves a setting, and what it leaves has Train's digits."""

import pytest
from playwright.sync_api import Locator, Page, expect

from perceptron.datasets import ARTICLE, DataSet
from perceptron.editing import with_cell
from perceptron.experiment import Run
from perceptron.packed import unpack
from perceptron.settings import Settings
from tests.e2e import desk
from tests.e2e.lab import Lab
from tests.e2e.test_everyone import expect_no_way_sideways
from tests.e2e.test_look import violations
from tests.unit.programs import NOISE
from web.page.address import read_address
from web.page.geometry import MAP_ACROSS, MAP_UP, frame, map_place

EPOCHS = 10_000


def switch_on(lab: Lab) -> None:
    lab.open_settings(lab.more_settings)
    if not lab.switch("Live").is_visible():
        lab.more_settings.click()
    lab.switch("Live").check()
    lab.wait_until("trained")
    lab.rest()


def rate(page: Page) -> Locator:
    return page.get_by_role("slider", name="Learning rate")


def told(lab: Lab) -> Locator:
    return lab.page.get_by_role("status", name="About Live")


def trained(**chosen: object) -> Run:
    run = Run(Settings(**chosen))  # type: ignore[arg-type]
    run.advance(EPOCHS)
    return run


def start(lab: Lab) -> tuple[float, ...]:
    return tuple(map(float, lab.parameters))


def expect_run(lab: Lab, run: Run) -> None:
    """That this run is on the page: an answer to its last digit, the score, and the answers before and after."""
    answer = run.neuron.predict((0.2, 0.1))
    expect(lab.region("Ask it")).to_contain_text(f"Before rounding it is {answer!r}.")
    right, total = run.verdicts().score
    expect(lab.score).to_contain_text(f"{right} of {total}")
    lab.expect_epoch(EPOCHS)
    assert [row[3:5] for row in lab.table] == [
        [before.printed, now.printed] for before, now in zip(run.before, run.verdicts(), strict=True)
    ]


def middle(place: Locator) -> tuple[float, float]:
    place.scroll_into_view_if_needed()
    box = place.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def row_on_map(lab: Lab, row: int) -> tuple[float, float]:
    """Where a training row of the article is drawn on the map, which is brought into sight."""
    lab.map.scroll_into_view_if_needed()
    box = lab.map.bounding_box()
    assert box
    left, top, width, height = frame(MAP_ACROSS)
    across, up = map(map_place, ARTICLE.training[row].inputs)
    return box["x"] + box["width"] * (across - left) / width, box["y"] + box["height"] * (MAP_UP - up - top) / height


def data_in_address(lab: Lab) -> DataSet:
    return unpack(read_address(lab.page.url.partition("#")[2])[0]["data"])


def hand(lab: Lab) -> Locator:
    """How a row on the map is moved, or which one is held."""
    return lab.page.get_by_role("status", name="About moving rows")


def test_a_weight_is_dragged_by_the_mouse_and_everything_follows(page: Page, site: str) -> None:
    lab = Lab(page, site)
    lab.open()
    assert not told(lab).is_visible()
    switch_on(lab)
    expect(told(lab)).to_contain_text("all 10,000 epochs train anew in every frame")
    assert lab.parameters == desk.parameters(desk.run(0).neuron)  # the sliders set the start
    expect_run(lab, trained())
    x, y = middle(lab.slider("Weight 1"))
    page.mouse.move(x, y)
    page.mouse.down()
    seen = set()
    for step in range(1, 5):
        page.mouse.move(x - 20 * step, y)
        moved = start(lab)
        expect_run(lab, trained(start=moved))  # while the button is still down
        seen.add(moved)
    page.mouse.up()
    assert len(seen) > 1
    lab.rest()
    left = start(lab)
    expect_run(lab, trained(start=left))
    expect(page).to_have_url(f"{site}#start={','.join(lab.parameters)}")
    # A page on which Train is pressed shows the same, and so does a moment on the way.
    table, curve = lab.table, lab.curve_text.inner_text()
    lab.scrub(777)
    at_777 = lab.curve_text.inner_text()
    page.reload()
    lab.wait_for_python()
    assert not told(lab).is_visible()
    lab.train_to_the_end()
    lab.rest()
    assert (lab.table, lab.curve_text.inner_text()) == (table, curve)
    lab.scrub(777)
    assert lab.curve_text.inner_text() == at_777


def test_the_rate_and_the_bias_follow_the_arrow_keys(lab: Lab) -> None:
    switch_on(lab)
    rate(lab.page).focus()
    lab.keys("ArrowRight", "ArrowRight", "ArrowRight")
    expect(lab.field("Learning rate")).to_have_value("0.119")
    expect(rate(lab.page)).to_have_accessible_name("Learning rate 0.119")
    expect_run(lab, trained(learning_rate=0.119))
    expect(lab.spoken).to_have_text(f"Trained to epoch {EPOCHS:,}: 21 of 25 right.")
    lab.keys("Home")
    expect_run(lab, trained(learning_rate=0.0001))
    lab.slider("Bias").focus()
    lab.keys("PageUp", "ArrowLeft")
    assert lab.parameters[2] != desk.parameters(desk.run(0).neuron)[2]
    expect_run(lab, trained(learning_rate=0.0001, start=start(lab)))
    assert not violations(lab.page), "Live"


def test_a_finger_drags_a_weight(touched: Page, site: str) -> None:
    lab = Lab(touched, site)
    lab.open()
    switch_on(lab)
    x, y = middle(lab.slider("Weight 2"))
    session = touched.context.new_cdp_session(touched)

    def finger(kind: str, *points: tuple[float, float]) -> None:
        session.send(
            "Input.dispatchTouchEvent",
            {"type": kind, "touchPoints": [{"x": across, "y": down} for across, down in points]},
        )

    finger("touchStart", (x, y))
    for step in range(1, 4):
        finger("touchMove", (x + 25 * step, y))
        expect_run(lab, trained(start=start(lab)))
    finger("touchEnd")
    lab.rest()
    assert start(lab)[1] > 3
    expect_run(lab, trained(start=start(lab)))
    # It also drags a row of the map, where it would else scroll the page.
    lab.open_tab("Map")
    x, y = row_on_map(lab, 7)
    top = lab.map.evaluate("map => map.getBoundingClientRect().top")
    finger("touchStart", (x, y))
    expect(hand(lab)).to_contain_text("Training row 8")
    for step in range(1, 4):
        finger("touchMove", (x + 5 * step, y + 20 * step))
    finger("touchEnd")
    expect(hand(lab)).to_contain_text("drag a training row")
    lab.rest()
    # A scroll would be 60 pixels; lines that come and go above, as the name of the data, are fewer.
    assert lab.map.evaluate("map => map.getBoundingClientRect().top") == pytest.approx(top, abs=40)
    moved = data_in_address(lab)
    assert [row for row, before in zip(moved.training, ARTICLE.training, strict=True) if row != before] == [
        moved.training[7]
    ]
    assert moved.training[7].inputs[1] < 0.6
    expect_run(lab, trained(start=start(lab), data=moved))
    expect_no_way_sideways(touched, "a telephone with Live on")


def test_a_row_is_moved_and_the_map_follows(lab: Lab) -> None:
    switch_on(lab)
    rate(lab.page).focus()
    lab.keys("Home")  # so slowly that the start still matters at the end
    lab.open_tab("Map")
    before = lab.map_pixels
    lab.slider("Bias").focus()
    lab.page.keyboard.down("PageUp")
    lab.expect_new_map(before)
    lab.page.keyboard.up("PageUp")
    lab.rest()
    bias = start(lab)
    address = lab.page.url
    x, y = row_on_map(lab, 2)
    lab.page.mouse.move(x + 4, y)
    lab.page.mouse.down()
    lab.page.mouse.move(x + 60, y + 60, steps=3)
    expect(hand(lab)).to_contain_text("Escape puts it back.")
    expect(lab.page).not_to_have_url(address)
    lab.keys("Escape")
    expect(lab.page).to_have_url(address)
    lab.page.mouse.up()
    # By keys the row nearest to the cursor is held.
    lab.page.mouse.move(x, y)
    expect(hand(lab)).to_contain_text("drag a training row")
    lab.map.focus()
    lab.keys("Enter")
    expect(hand(lab)).to_contain_text("Training row 3, 0.1 + 0.9 = 1.0")
    lab.keys("ArrowRight", "ArrowRight", "ArrowUp", "Enter")
    expect(hand(lab)).to_contain_text("drag a training row")
    lab.rest()
    moved = with_cell(with_cell(ARTICLE, 2, 0, "0.12"), 2, 1, "0.91")
    expect_run(lab, trained(learning_rate=0.0001, start=bias, data=moved))
    lab.open_tab("Data")
    lab.page.get_by_role("textbox", name="Row 3, Sum").focus()
    cell = lab.page.get_by_role("slider", name="Row 3, Sum")
    cell.focus()
    lab.keys("ArrowLeft", "ArrowLeft", "ArrowLeft", "ArrowLeft")
    expect(cell).to_have_accessible_name("Row 3, Sum: 0.6")
    expect(lab.page.get_by_role("textbox", name="Row 3, Sum")).to_have_value("0.6")
    assert start(lab) == bias
    expect_run(lab, trained(learning_rate=0.0001, start=bias, data=with_cell(moved, 2, 2, "0.6")))
    assert not violations(lab.page), "a slider for a cell"


def test_it_says_why_it_is_off(page: Page, site: str) -> None:
    lab = Lab(page, site)
    lab.open()
    switch_on(lab)
    lab.switch("Live").uncheck()
    expect(told(lab)).to_be_hidden()
    assert lab.parameters == desk.parameters(desk.run(EPOCHS).neuron)  # the sliders are at now again
    lab.switch("Compiled").uncheck()
    lab.switch("Live").click()  # it may be off again at once
    expect(told(lab)).to_contain_text("Live is off: plain Python is too slow")
    expect(lab.switch("Live")).not_to_be_checked()
    lab.switch("Compiled").check()
    lab.switch("Live").check()
    expect(told(lab)).to_contain_text("all 10,000 epochs")
    lab.switch("Compiled").uncheck()
    expect(told(lab)).to_contain_text("Live is off: plain Python is too slow")
    lab.switch("Compiled").check()
    lab.switch("Live").check()
    lab.open_tab("Code")
    lab.page.get_by_role("textbox", name="Python", exact=True).fill(NOISE)
    lab.press("Run this Python")
    expect(told(lab)).to_contain_text("Live is off: it needs a compiled program. Plain Python runs your program.")
    expect(lab.switch("Live")).not_to_be_checked()
    lab.press("Pause")  # it is trained all the same
    lab.wait_for_python()
