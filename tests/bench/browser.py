"""The browsers of the benches: fresh contexts on a served folder, without service workers.

Everything is measured in the whole browser, which paints, as people's browsers do. The shell paints nothing, so what
starts in it starts too well.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, Playwright, sync_playwright

from tests.e2e.conftest import DIST, SHELL, WHOLE_CHROMIUM
from web.build.serve import server

HERE = Path(__file__).parent
PATIENCE = 60_000

__all__ = ["DIST", "HERE", "opened", "served", "started"]


@contextmanager
def started() -> Iterator[tuple[Browser, Browser | None, Playwright]]:
    """The system's whole Chromium, or Playwright's own, and the shell, where there is one, and what starts others."""
    with sync_playwright() as playwright:
        whole = playwright.chromium.launch(executable_path=WHOLE_CHROMIUM, channel="chromium", args=["--no-sandbox"])
        shell = playwright.chromium.launch(executable_path=SHELL, args=["--no-sandbox"]) if SHELL else None
        yield whole, shell, playwright
        for browser in filter(None, (whole, shell)):
            browser.close()


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a folder, served as `make serve` does."""
    running = server(folder, 0)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{running.server_port}/"
    running.shutdown()


@contextmanager
def opened(browser: Browser, *scripts: str, has_motion: bool = False) -> Iterator[Page]:
    """An empty page in a context of its own, so that nothing is cached, with scripts that run before the page's."""
    context = browser.new_context(
        service_workers="block",
        reduced_motion="no-preference" if has_motion else "reduce",
        viewport={"width": 1280, "height": 800},
    )
    for script in scripts:
        context.add_init_script(script)
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    yield page
    context.close()
