"""Takes the README's picture: the real page, after training, in the middle of a laptop's screen."""

import sys
import threading

from playwright.sync_api import sync_playwright

from tests.e2e.conftest import CHROMIUM, DIST
from tests.e2e.lab import Lab
from web.build.serve import server


def main(path: str) -> None:
    """Write the picture as a PNG."""
    running = server(DIST, 0)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1200, "height": 760})
        lab = Lab(page, f"http://127.0.0.1:{running.server_port}/")
        lab.open()
        lab.train_to_the_end()
        page.screenshot(path=path)
        browser.close()
    running.shutdown()


if __name__ == "__main__":
    main(sys.argv[1])
