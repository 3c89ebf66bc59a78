"""Runs the benches: `python -m tests.bench [TOPIC …] [--json FILE]`, of the topics below, all of them by default.

`digits` compares compiled programs with plain Python for some minutes, and is run only where it is named.
"""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from playwright.sync_api import Browser, Playwright

from tests.bench import browser, compiled, digits, engines, growth, page, smoothness, training
from tests.bench.measuring import Row
from tests.bench.table import print_and_keep

TOPICS = ("page", "training", "compiled", "engines", "growth", "smoothness")
NAMED_ONLY = ("digits",)


def main() -> None:
    """Measure, and tell."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument(
        "topics", nargs="*", metavar="TOPIC", help=f"of {', '.join(TOPICS)}; all of them by default; or digits"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="where the rows are written")
    options = parser.parse_args()
    unknown = set(options.topics) - {*TOPICS, *NAMED_ONLY}
    if unknown:
        parser.error(f"there is no topic {', '.join(sorted(unknown))}")
    with browser.started() as (chromium, shell, playwright):
        rows = measured(chromium, shell, playwright, options.topics or TOPICS)
        print_and_keep(chromium.version, rows, options.json)


def measured(chromium: Browser, shell: Browser | None, playwright: Playwright, topics: Sequence[str]) -> Iterator[Row]:
    """The rows of these topics."""
    if "page" in topics:
        yield from page.rows(chromium, shell)
    if "training" in topics:
        yield from training.rows(chromium)
    if "compiled" in topics:
        yield from compiled.rows()
    if "engines" in topics:
        yield from engines.rows(playwright)
    if "growth" in topics:
        yield from growth.rows()
    if "smoothness" in topics:
        yield from smoothness.rows(chromium)
    if "digits" in topics:
        yield from digits.rows()


if __name__ == "__main__":
    main()
