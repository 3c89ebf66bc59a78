"""What only long or odd use meets: many widths, much dragging, and keys and fingers where nothing is any more."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.breaking import Held
from tests.e2e.conftest import Complaints
from tests.e2e.lab import Lab

WIDTHS = 100
# A browser that writes the address just a few times, and then refuses for a while, as Safari does.
LIMITED = """
    const replace = history.replaceState;
    let calls = 0;
    history.replaceState = function (...given) {
        calls += 1;
        if (calls > 2 && calls < 6) throw new DOMException("too often", "SecurityError");
        document.documentElement.dataset.writes = calls;
        return replace.apply(history, given);
    };
"""
DRAG = """async (slider, steps) => {
    for (let step = 0; step < steps; step += 1) {
        slider.value = -step / 100;
        slider.dispatchEvent(new Event("input", {bubbles: true}));
        await new Promise(requestAnimationFrame);
    }
    return performance.now();
}"""


def test_the_chart_follows_a_hundred_changes_of_the_windows_width(lab: Lab) -> None:
    lab.train_to_the_end()
    page = lab.page
    for number in range(WIDTHS):
        page.set_viewport_size({"width": 320 + (number * 97) % 960, "height": 700})
    for width in (320, 777, 1280):
        page.set_viewport_size({"width": width, "height": 700})
        page.wait_for_function(
            "curve => curve.querySelector('.uplot').clientWidth === curve.clientWidth", arg=lab.curve.element_handle()
        )
    lab.rest()
    lab.press("Step")
    lab.rest()
    expect(lab.failure).to_be_hidden()


def test_the_last_address_is_written_in_the_end_and_few_before_it(page: Page, site: str) -> None:
    page.add_init_script(LIMITED)
    lab = Lab(page, site)
    lab.open()
    milliseconds = lab.slider("Weight 1").evaluate(DRAG, 100)
    expect(page).to_have_url(re.compile(r"#start=-0\.99,"))
    # At most 20 at once, then one for each 0.4 seconds, and those that were refused.
    writes = int(lab.root.get_attribute("data-writes") or "0")
    assert writes <= 25 + milliseconds / 400
    page.reload()
    lab.wait_for_python()
    assert float(lab.parameters[0]) == -0.99


def test_an_address_that_may_never_be_written_does_no_harm(page: Page, site: str) -> None:
    page.add_init_script("history.replaceState = () => { throw new DOMException('never', 'SecurityError'); };")
    lab = Lab(page, site)
    lab.open()
    lab.choose("Seed", "7")
    lab.train_to_the_end()
    expect(page).to_have_url(site)
    expect(lab.failure).to_be_hidden()


def test_a_finger_that_rests_where_the_map_was_moves_nothing(lab: Lab) -> None:
    lab.open_tab("Map")
    reading = lab.map_reading.inner_text()
    lab.open_tab("Rows on the curve")
    lab.map.dispatch_event("pointermove", {"buttons": 1, "pointerType": "touch", "clientX": 5, "clientY": 5})
    lab.rest()
    expect(lab.failure).to_be_hidden()
    lab.open_tab("Map")
    expect(lab.map_reading).to_have_text(reading)


@pytest.mark.parametrize("key", ["ArrowUp", "ArrowDown"])
def test_keys_in_a_table_that_has_no_rows_yet_do_nothing(
    page: Page, site: str, complaints: Complaints, key: str
) -> None:
    held = Held(page.context, "**/web/trainer.zip")
    page.goto(f"{site}#seed=7")
    page.wait_for_selector('html[data-ui="ready"]')
    lab = Lab(page, site)
    expect(lab.rows).to_have_count(0)
    lab.results.dispatch_event("keydown", {"key": key, "bubbles": True})
    with page.expect_event("requestfinished", lambda request: "trainer.zip" in request.url):
        held.let_go()
    lab.wait_for_python()
    expect(lab.rows).to_have_count(25)
