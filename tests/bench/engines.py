"""The compiled program against tight JavaScript in the same worker, in the engines other than Chromium.

They let nobody call into a worker, so the worker itself measures once Python is ready, and says the figures as if they
were a fault, which the page then shows.
"""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Playwright

from tests.bench.browser import DIST, PATIENCE, served
from tests.bench.measuring import Row, medians
from tests.bench.training import ARTICLE_FOLDER, DIGITS, article_data, contestants_in_pyodide, named
from tests.e2e import webkit
from tests.e2e.breaking import behind_install, changed_modules, replaced
from tests.e2e.conftest import FIREFOX

TURNS = 15
READY = 'say("ready", trainer.health());'
MEASURE = """
    const [data, tight, figures] = [{data}, {tight}, []];
    for (let turn = 0; turn < {turns}; turn += 1) figures.push([JSON.parse(tell("compiled")), tight(data)]);
    say("fault", JSON.stringify(figures));
"""
FIGURES = "document.getElementById('failure-details').textContent"


def rows(playwright: Playwright) -> Iterator[Row]:
    """One row for each engine that is on this machine."""
    with measuring_site() as site:
        for engine, told in (("Firefox", in_firefox(playwright, site)), ("WebKit", in_webkit(site))):
            if told is None:
                print(f"No {engine} here, so it is left out.")
                continue
            turns = json.loads(told.splitlines()[-1])
            ours, theirs = (medians([named(turn[place]) for turn in turns]) for place in range(2))
            same = all(ours[digit] == theirs[digit] for digit in DIGITS)
            print(
                f"{engine}: compiled and tight JavaScript end in {'the same' if same else 'other'} digits.", flush=True
            )
            what = f"compiled, alone in the worker / tight JavaScript in the same worker, {engine}"
            yield Row("engines", what, ours["ms"], theirs["ms"], "ms")


@contextmanager
def measuring_site() -> Iterator[str]:
    """The page, whose worker measures."""
    tight = (ARTICLE_FOLDER / "tight.js").read_text("utf-8").strip().removesuffix(";")
    measure = MEASURE.format(data=json.dumps(article_data()), tight=tight, turns=TURNS)
    with TemporaryDirectory() as folder:
        copy = Path(shutil.copytree(DIST, Path(folder) / "dist"))
        worker = copy / "web/runtime/worker.mjs"
        worker.write_text(replaced(worker.name, worker.read_text("utf-8"), READY, measure), "utf-8")
        (copy / "web/trainer.zip").write_bytes(changed_modules(behind_install(contestants_in_pyodide())))
        with served(copy) as site:
            yield site


def in_firefox(playwright: Playwright, site: str) -> str | None:
    """What the worker says in Firefox."""
    if not FIREFOX:
        return None
    browser = playwright.firefox.launch(channel="moz-firefox", executable_path=FIREFOX)
    page = browser.new_page(service_workers="block")
    page.goto(site)
    page.wait_for_function(f"{FIGURES}.includes('[[')", timeout=PATIENCE)
    told = str(page.evaluate(FIGURES))
    browser.close()
    return told


def in_webkit(site: str) -> str | None:
    """And in WebKit."""
    if not (webkit.BROWSER and webkit.DRIVER and webkit.SCREEN):
        return None
    with webkit.browser() as driver:
        driver.get(site)
        lab = webkit.WebKitLab(driver, site)
        lab.wait_for("[[", lambda: str(driver.execute_script(f"return {FIGURES}")))
        return str(driver.execute_script(f"return {FIGURES}"))
