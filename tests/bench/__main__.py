"""Runs the benches: `python -m tests.bench [page] [training] [growth] [smoothness] [--json FILE]`."""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from playwright.sync_api import Browser

from tests.bench import browser, growth, page, smoothness, training
from tests.bench.measuring import Row
from tests.bench.table import print_and_keep

TOPICS = ("page", "training", "growth", "smoothness")


def main() -> None:
    """Measure, and tell."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("topics", nargs="*", metavar="TOPIC", help=f"of {', '.join(TOPICS)}; all of them by default")
    parser.add_argument("--json", type=Path, metavar="FILE", help="where the rows are written")
    options = parser.parse_args()
    unknown = set(options.topics) - set(TOPICS)
    if unknown:
        parser.error(f"there is no topic {', '.join(sorted(unknown))}")
    with browser.started() as (chromium, shell):
        print_and_keep(chromium.version, measured(chromium, shell, options.topics or TOPICS), options.json)


def measured(chromium: Browser, shell: Browser | None, topics: Sequence[str]) -> Iterator[Row]:
    """The rows of these topics."""
    if "page" in topics:
        yield from page.rows(chromium, shell)
    if "training" in topics:
        yield from training.rows(chromium)
    if "growth" in topics:
        yield from growth.rows()
    if "smoothness" in topics:
        yield from smoothness.rows(chromium)


if __name__ == "__main__":
    main()
