"""How the page looks and reads to everyone: sizes, schemes, and axe."""

from collections.abc import Mapping

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.e2e.conftest import Complaints
from tests.e2e.lab import Lab

WCAG: dict[str, object] = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "resultTypes": ["violations"],
}


# Another scheme has other colours, and nothing else that axe could see is different.
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}, "resultTypes": ["violations"]}


def violations(page: Page, within: str | None = None, rules: Mapping[str, object] = WCAG) -> list[str]:
    """What axe finds in the page, or within one element where all else was seen before."""
    result = Axe().run(page, within, dict(rules)).response
    return [
        f"{violation['id']}: {violation['help']}: {node['html'][:160]}"
        for violation in result["violations"]
        for node in violation["nodes"]
    ]


def expect_no_violations(page: Page, state: str, within: str | None = None) -> None:
    """That axe finds nothing in either scheme."""
    page.emulate_media(color_scheme="dark")
    assert not violations(page, within, CONTRAST), f"{state}, dark"
    page.emulate_media(color_scheme="light")
    assert not violations(page, within), f"{state}, light"


def test_axe_finds_nothing_in_any_state(lab: Lab, complaints: Complaints) -> None:
    page = lab.page
    expect_no_violations(page, "untrained")
    lab.choose_a_long_run()
    lab.press("Train")
    lab.wait_until("training")
    expect_no_violations(page, "training")
    lab.press("Pause")
    lab.press("Step")
    lab.choose("Epochs", "-1")
    lab.field("First number").fill("7")
    expect(lab.region("Ask it")).to_contain_text("It was not trained on numbers like these.")
    expect_no_violations(page, "paused, with a record, a complaint and a remark")
    lab.choose("Epochs", "100")
    lab.press("Reset")
    lab.train_to_the_end()
    expect_no_violations(page, "trained")
    page.context.route("**/web/trainer.zip", lambda route: route.fulfill(status=404, body="gone"))
    complaints.expected += ["console:", "page error:", "request failed:"]
    page.reload()
    expect(lab.failure).to_contain_text("Python could not start.")
    lab.failure.get_by_text("Details", exact=True).click()
    expect_no_violations(page, "failed")


def test_nothing_moves_sideways_at_320_pixels(narrow: BrowserContext, site: str, complaints: Complaints) -> None:
    page = narrow.new_page()
    complaints.watch(page)
    lab = Lab(page, site)
    lab.open()
    for _ in range(2):
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        lab.press("Step")
        expect(lab.panel("One update")).to_be_visible()
        lab.field("First number").fill("123456789.123456789")
    for digit in "12":
        lab.choose("Learning rate", "0." + 60 * digit)
        lab.press("Step")
    lab.train_to_the_end()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert not complaints.unexpected()


def test_the_panels_stand_in_as_many_columns_as_fit(shared: Lab) -> None:
    for width, columns in ((320, 1), (800, 2), (1280, 3), (1920, 3)):
        shared.page.set_viewport_size({"width": width, "height": 900})
        shared.rest()
        style = shared.page.locator("main").evaluate("main => getComputedStyle(main).gridTemplateColumns")
        assert len(style.split()) == columns, width
        assert shared.page.evaluate("document.documentElement.scrollWidth") <= width
    shared.page.set_viewport_size({"width": 1280, "height": 900})


def test_nothing_shifts_while_it_starts_and_trains(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 1200})
    page.add_init_script(
        """window.shifts = [];
        window.observer = new PerformanceObserver(list => shifts.push(...list.getEntries()));
        observer.observe({type: "layout-shift", buffered: true});"""
    )
    lab = Lab(page, site)
    lab.open()
    lab.train_to_the_end()
    lab.rest()
    shifts = page.evaluate(
        """[...shifts, ...observer.takeRecords()].map(entry => [entry.value, entry.sources.map(source => source.node
            && (source.node.id || source.node.className || source.node.parentNode.id || source.node.nodeName))])"""
    )
    assert sum(value for value, _ in shifts) < 0.01, shifts


def test_targets_are_large_enough_for_a_finger(shared: Lab) -> None:
    small = shared.page.locator("button:visible, input:visible, main a:visible").evaluate_all(
        """targets => targets
            .map(target => [target.getBoundingClientRect(), target.outerHTML.slice(0, 120)])
            .filter(([box]) => box.width < 24 || box.height < 24)
            .map(([, html]) => html)"""
    )
    assert small == []


def test_without_javascript_the_page_shows_the_start_and_says_what_it_needs(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site)
    box = page.locator("noscript").bounding_box()
    assert box and box["height"] > 40
    expect(page.get_by_text("Python is starting")).to_be_hidden()
    expect(Lab(page, site).score).to_have_text("2 of 25 test sums right")
    expect(Lab(page, site).rows).to_have_count(25)
    context.close()


def test_reduced_motion_is_respected(shared: Lab) -> None:
    duration = "tube => getComputedStyle(tube).transitionDuration"
    shared.page.emulate_media(reduced_motion="reduce")
    assert shared.tube(1).evaluate(duration) == "0s"
    shared.page.emulate_media(reduced_motion="no-preference")
    assert shared.tube(1).evaluate(duration) == "0.08s"
