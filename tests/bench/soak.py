"""Ten minutes of use: whether memory and workers are at the end what they were after a tenth of the time.

`python -m tests.bench.soak [--minutes N] [--json FILE]`
"""

import argparse
import json
import time
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from tests.bench.browser import DIST, opened, served, started
from tests.bench.measuring import Figures, Row
from tests.bench.table import print_and_keep
from tests.e2e.breaking import behind_install, changed_modules
from web.build.site import as_bytes, interface, page_sources

MOST = 1.1
LONG = 30_000
CYCLES_BETWEEN_HANGS = 20
MILLISECONDS_TO_END = 3000  # Chromium lets a worker that loops go on for two seconds after it was ended

# Behind the page's own program, so that it can be asked what it holds.
MAIN = """
import gc


def memory(*_: object) -> int:
    gc.collect()
    return gc.mem_alloc()


window.memory = create_proxy(memory)
"""
# And so that the trainer can be asked.
TRAINER = """
import js


def memory() -> str:
    import gc
    import pyodide_js

    gc.collect()
    return json.dumps([pyodide_js._module.HEAPU8.length, len(gc.get_objects())])


js.memory = memory
"""
STEP = "            run.step()\n"
ENDLESS = "            while True: pass\n"
SCRUB = """(slider) => {
    for (let part = 0; part <= 20; part++) {
        slider.value = Number(slider.min) + (part / 20) * (slider.max - slider.min);
        slider.dispatchEvent(new Event("input", { bubbles: true }));
    }
}"""


def main() -> None:
    """Soak, print the rows, and write them as JSON."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.soak")
    parser.add_argument("--minutes", type=float, default=10, metavar="N")
    parser.add_argument("--json", type=Path, metavar="FILE", help="where the rows are written")
    options = parser.parse_args()
    with started() as (browser, *_):
        print_and_keep(browser.version, rows(browser, options.minutes), options.json)


def rows(browser: Browser, minutes: float) -> Iterator[Row]:
    """One row for each kind of memory, and for the workers."""
    sources = page_sources()
    program, packed = interface(as_bytes({**sources, "web/browser/main.py": sources["web/browser/main.py"] + MAIN}))
    endless = changed_modules(("web/worker/session.py", STEP, STEP + ENDLESS), behind_install(TRAINER))
    with served(DIST) as site, opened(browser) as page:
        page.route("**/web/interface.py", lambda route: route.fulfill(body=program))
        page.route("**/web/interface.bin", lambda route: route.fulfill(body=packed))
        page.route("**/web/trainer.zip", lambda route: route.fulfill(body=endless))
        page.goto(f"{site}#order=shuffled&epochs=30000")  # which takes long enough to be paused
        wait_for(page, "[data-trainer=ready]")
        began = time.monotonic()
        use(page, began + 60 * minutes / 10)
        early = measured(page)
        use(page, began + 60 * minutes)
        late = measured(page)
    for what in early:
        title = f"{what}, minute {minutes:g} / minute {minutes / 10:g}"
        yield Row("soak", title, late[what], early[what], "", MOST)


def use(page: Page, until: float) -> None:
    """Train, pause, go on, ask, scrub, go back, and now and then lose the worker and start another."""
    cycles = 0
    while time.monotonic() < until:
        cycles += 1
        page.locator("#train").click()
        wait_for(page, "[data-run=training]")
        page.locator("#train").click()
        wait_for(page, "[data-trainer=ready]")
        page.locator("#question-0").fill(f"0.{cycles % 10}")
        page.locator("#train").click()
        wait_for(page, "[data-run=trained][data-trainer=ready]")
        slider = page.locator("#time")
        if slider.count():
            slider.evaluate(SCRUB)
            wait_for(page, "[data-trainer=ready]")
        page.locator("#reset").click()
        wait_for(page, "[data-run=untrained][data-trainer=ready]")
        if cycles % CYCLES_BETWEEN_HANGS == 1:
            lose_the_worker(page)


def lose_the_worker(page: Page) -> None:
    """Its Step never ends, as the page notices after a while; a person then presses the button that it offers."""
    page.locator("#step").click()
    restart = page.locator("#restart")
    expect(restart).to_be_visible(timeout=LONG)
    restart.click()
    wait_for(page, "[data-trainer=ready]")


def wait_for(page: Page, state: str) -> None:
    """Wait until the page says of itself that it is so."""
    page.wait_for_selector(f"html{state}", timeout=LONG)


def measured(page: Page) -> Figures:
    """What is held after everything that can be let go has been, with the page at its start."""
    page.wait_for_timeout(MILLISECONDS_TO_END)
    session = page.context.new_cdp_session(page)
    micropython = page.evaluate("memory()")
    heap, objects = json.loads(page.workers[-1].evaluate("memory()"))
    for _ in range(2):
        session.send("HeapProfiler.collectGarbage")
    counters = session.send("Memory.getDOMCounters")
    return {
        "JavaScript's heap, bytes": session.send("Runtime.getHeapUsage")["usedSize"],
        "MicroPython's memory, bytes": micropython,
        "Pyodide's heap, bytes": heap,
        "Pyodide's live objects": objects,
        "elements": counters["nodes"],
        "listeners": counters["jsEventListeners"],
        "workers": len(page.workers),
    }


if __name__ == "__main__":
    main()
