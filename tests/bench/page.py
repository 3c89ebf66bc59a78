"""How soon the page can be used, against a stock PyScript page that does the same as the article tells it."""

import json
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser

from perceptron.datasets import ARTICLE
from tests.bench.browser import DIST, HERE, opened, served
from tests.bench.measuring import Row, alternate

STOCK = HERE / "stock"
# A new window of whole Chromium starts its own interface, which is a page of its own and takes the processor for some
# 0.4 seconds. Nobody opens a page in the same moment as its window.
MILLISECONDS_OF_A_NEW_WINDOW = 1500
NODE_MODULES = DIST.parent / "node_modules"
IMPORT = "from tests.bench.article.article import NeuralNetwork  # the bench puts its source here\n"
MARKS = (HERE / "probes" / "marks.js").read_text("utf-8")

READY = {"ui": {"selector": "html[data-ui=ready]"}, "trainer": {"selector": "html[data-trainer=ready]"}}
TRAINED = {
    "clicked": {"selector": "#train", "click": True},
    "trained": {"selector": "html[data-run=trained]", "drawn": True},
}
STOCK_READY = {"ready": {"selector": "html[data-ready]"}}
STOCK_TRAINED = {
    "clicked": {"selector": "#train:not([disabled])", "click": True},
    "trained": {"selector": "html[data-done]", "drawn": True},
}


def rows(whole: Browser, shell: Browser | None) -> Iterator[Row]:
    """Controls usable, trainer ready, and trained from a click that comes at once; then the same in the shell."""
    yield from start(whole, 0.2, 0.45, 0.45)
    for row in start(shell) if shell else ():
        yield replace(row, what=f"{row.what} (headless shell)")


def start(browser: Browser, *targets: float) -> Iterator[Row]:
    """The three rows of a browser, with their targets, if any."""
    with TemporaryDirectory() as folder:
        make_stock_page(Path(folder))
        with served(DIST) as ours, served(Path(folder)) as stock:
            ready = alternate(
                {
                    "ours": lambda: marks(browser, ours, READY),
                    "stock": lambda: marks(browser, stock, STOCK_READY),
                    "ours trained": lambda: marks(browser, ours, TRAINED),
                    "stock trained": lambda: marks(browser, stock, STOCK_TRAINED),
                }
            )
    usable = ready["stock"]["ready"]
    pairs = (
        ("controls usable / stock page ready", ready["ours"]["ui"], usable),
        ("trainer ready / stock page ready", ready["ours"]["trainer"], usable),
        (
            "Train clicked at once, 10,000 epochs drawn / stock page",
            ready["ours trained"]["trained"],
            ready["stock trained"]["trained"],
        ),
    )
    for (name, milliseconds, stock_milliseconds), target in zip(pairs, targets or (None,) * len(pairs), strict=True):
        yield Row("page", name, milliseconds, stock_milliseconds, "ms", target)


def make_stock_page(folder: Path) -> None:
    """Write the stock page, with the packages as npm ships them."""
    shutil.copytree(NODE_MODULES / "@pyscript" / "core" / "dist", folder / "vendor" / "pyscript")
    shutil.copytree(NODE_MODULES / "pyodide", folder / "vendor" / "pyodide")
    program = (STOCK / "main.py").read_text("utf-8")
    article = (HERE / "article" / "article.py").read_text("utf-8")
    page = (STOCK / "index.html").read_text("utf-8")
    (folder / "main.py").write_text(put(program, IMPORT, article), "utf-8")
    (folder / "index.html").write_text(put(page, 'id="data">', f'id="data">{json.dumps(data())}'), "utf-8")


def data() -> dict[str, list[object]]:
    """The article's numbers under the article's names."""
    return {
        "training_inputs": [row.inputs for row in ARTICLE.training],
        "training_outputs": [row.target for row in ARTICLE.training],
        "test_inputs": [row.inputs for row in ARTICLE.test],
    }


def put(text: str, place: str, what: str) -> str:
    """The text with something else in one place. Raises ValueError when the place is not there."""
    if place not in text:
        raise ValueError(f"“{place}” is not there to be replaced.")
    return text.replace(place, what, 1)


def marks(browser: Browser, address: str, wanted: Mapping[str, Mapping[str, object]]) -> dict[str, float]:
    """When each of the wanted things happened on a page opened for the first time."""
    with opened(browser, f"const WANTED = {json.dumps(wanted)};\n{MARKS}") as page:
        page.wait_for_timeout(MILLISECONDS_OF_A_NEW_WINDOW)
        page.goto(address, wait_until="commit")
        found: dict[str, float] = page.evaluate("window.marked.then(() => window.marks)")
        return found
