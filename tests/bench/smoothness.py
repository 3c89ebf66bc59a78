"""Whether the page stays smooth: frames a second and the longest task, while it trains, also anew in every frame, and
while many starts race.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page

from tests.bench.browser import DIST, HERE, opened, served
from tests.bench.measuring import Figures, Row, alternate

FRAMES = (HERE / "probes" / "frames.js").read_text("utf-8")
DRAG = (HERE / "probes" / "drag.js").read_text("utf-8")
SECONDS = 5  # a fast machine trains the most epochs, a million, in about ten
SECONDS_IDLE = 2
LONGEST_TASK = 50  # milliseconds; the browser calls longer ones long
LEAST_FRAMES = 50
LEAST_FRAMES_LIVE = 30
STARTS = 300
MILLISECONDS_A_MOVE = 8  # a mouse tells of as many


def rows(browser: Browser) -> Iterator[Row]:
    """The page while it trains on and on, and in turn while it does nothing."""
    with served(DIST) as site, opened(browser, FRAMES) as page:
        page.goto(f"{site}#epochs=1000000&order=shuffled")  # in the given order, a million take about a second
        page.wait_for_selector("html[data-trainer=ready]")
        seen = alternate({"training": lambda: while_training(page), "idle": lambda: watch(page, SECONDS_IDLE)})
    training, idle = seen["training"], seen["idle"]
    frames = training["perSecond"]
    yield Row("smoothness", f"frames a second while training / {LEAST_FRAMES}", frames, LEAST_FRAMES, "/s", 1, True)
    yield Row("smoothness", "frames a second while training / idle", frames, idle["perSecond"], "/s")
    longest = max(training["longest"], training["gap"])
    yield Row("smoothness", f"longest task while training / {LONGEST_TASK} ms", longest, LONGEST_TASK, "ms", 1)
    yield Row("smoothness", "longest gap between timers while training / idle", training["gap"], idle["gap"], "ms")
    yield Row("smoothness", f"long tasks in {SECONDS} seconds of training / 1", training["longTasks"], 1, "")
    yield from live_rows(browser)
    yield from live_row_rows(browser)
    yield from race_rows(browser)


@contextmanager
def live_page(browser: Browser) -> Iterator[Page]:
    """The page with Live on, which may still be training."""
    with served(DIST) as site, opened(browser, FRAMES, DRAG) as page:
        page.goto(site)
        page.wait_for_selector("html[data-trainer=ready]")
        page.locator("summary", has_text="More settings").click()
        page.get_by_role("checkbox", name="Live", exact=True).check()
        yield page


def live_rows(browser: Browser) -> Iterator[Row]:
    """The page while a weight is dragged and all 10,000 epochs train anew in every frame."""
    with live_page(browser) as page:
        page.wait_for_selector("html[data-run=trained][data-trainer=ready]")
        seen = alternate({"live": lambda: while_dragging(page)})["live"]
    target = LEAST_FRAMES_LIVE
    yield Row("smoothness", f"whole runs drawn a second while dragging / {target}", seen["runs"], target, "/s", 1, True)
    yield Row("smoothness", f"frames a second while dragging / {target}", seen["perSecond"], target, "/s", 1, True)
    longest = max(seen["longest"], seen["gap"])
    yield Row("smoothness", f"longest task while dragging / {LONGEST_TASK} ms", longest, LONGEST_TASK, "ms", 1)


def live_row_rows(browser: Browser) -> Iterator[Row]:
    """The page while a training row is dragged on the map, which follows."""
    with live_page(browser) as page:
        page.get_by_role("tab", name="Map").click()
        page.wait_for_selector("#map-handles .handle")
        page.wait_for_selector("html[data-run=trained][data-trainer=ready]")
        seen = alternate({"live": lambda: while_a_row_is_dragged(page)})["live"]
    what, target = "while a row is dragged on the map", LEAST_FRAMES_LIVE
    yield Row("smoothness", f"whole runs drawn a second {what} / {target}", seen["runs"], target, "/s", 1, True)
    yield Row("smoothness", f"frames a second {what} / {target}", seen["perSecond"], target, "/s", 1, True)
    yield Row("smoothness", f"longest task {what} / {LONGEST_TASK} ms", seen["longest"], LONGEST_TASK, "ms", 1)


def while_a_row_is_dragged(page: Page) -> Figures:
    """Some seconds with a training row in the hand, which goes round in a circle."""
    figures: Figures = page.evaluate(f"dragRowFor({1000 * SECONDS}, {MILLISECONDS_A_MOVE})")
    page.wait_for_selector("html[data-run=trained][data-trainer=ready]")
    return figures


def race_rows(browser: Browser) -> Iterator[Row]:
    """The page while Python trains many starts and hands their ways over, and in turn while these are played."""
    with served(DIST) as site, opened(browser, FRAMES, has_motion=True) as page:
        page.goto(site)
        page.wait_for_selector("html[data-trainer=ready]")
        page.locator("#train").click()
        page.wait_for_selector("html[data-run=trained][data-trainer=ready]")
        page.locator("#tab-runs").click()
        page.locator("#landscape summary").click()
        page.locator("#racers").select_option(str(STARTS))
        seen = alternate({"drawn": lambda: while_drawn(page), "played": lambda: while_played(page)})
    for done, figures in (("they are trained and drawn", seen["drawn"]), ("they are played", seen["played"])):
        frames, longest = figures["perSecond"], max(figures["longest"], figures["gap"])
        what = f"{STARTS} starts race and {done}"
        yield Row("smoothness", f"frames a second while {what} / {LEAST_FRAMES}", frames, LEAST_FRAMES, "/s", 1, True)
        yield Row("smoothness", f"longest task while {what} / {LONGEST_TASK} ms", longest, LONGEST_TASK, "ms", 1)


def while_drawn(page: Page) -> Figures:
    """Some seconds from the press on “Race”; those starts that are trained already are only drawn."""
    page.locator("#race-start").click()
    figures = watch(page, SECONDS)
    page.wait_for_selector("html[data-trainer=ready] #race-play:visible")
    return figures


def while_played(page: Page) -> Figures:
    """Some seconds of the race, from its start."""
    page.locator("#race-play").click()
    figures = watch(page, SECONDS)
    if page.locator("#race-play").inner_text() != "Pause the race":
        raise RuntimeError("The race ended before it had been watched for long enough.")
    page.locator("#race-play").click()
    return figures


def while_dragging(page: Page) -> Figures:
    """Some seconds with Weight 1 in the hand."""
    figures: Figures = page.evaluate(f"dragFor('weight-1-slider', {1000 * SECONDS}, {MILLISECONDS_A_MOVE})")
    page.wait_for_selector("html[data-run=trained][data-trainer=ready]")
    return figures


def while_training(page: Page) -> Figures:
    """Some seconds in the middle of a million epochs."""
    page.locator("#reset").click()
    page.wait_for_selector("html[data-run=untrained][data-trainer=ready]")
    page.locator("#train").click()
    page.wait_for_selector("html[data-run=training]")
    figures = watch(page, SECONDS)
    if page.locator("html").get_attribute("data-run") != "training":
        raise RuntimeError("The training ended before it had been watched for long enough.")
    page.locator("#train").click()
    page.wait_for_selector("html[data-run=paused][data-trainer=ready]")
    return figures


def watch(page: Page, seconds: float) -> Figures:
    """What the probe saw in so many seconds."""
    figures: Figures = page.evaluate(f"watchFor({1000 * seconds})")
    return figures
