"""10,000 epochs in the page, against the article's program in CPython, in Pyodide, in JavaScript and in Rust.

And the compiled program alone, against the same arithmetic as tight JavaScript in the same worker, and against Rust.
"""

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, Worker

from perceptron.datasets import ARTICLE
from tests.bench.article import contest
from tests.bench.browser import DIST, HERE, opened, served
from tests.bench.measuring import Figures, Row, alternate
from tests.bench.page import put
from tests.e2e.breaking import behind_install, changed_modules

DIGITS = ("weight 1", "weight 2", "bias")
RUNS = 15  # short ones, so that there can be more of them
ARTICLE_FOLDER = HERE / "article"
CALLS = (HERE / "probes" / "calls.js").read_text("utf-8")
IMPORT = "from tests.bench.article.article import LoopingNetwork, NeuralNetwork  # the bench puts its source here\n"
EXPORT = "\nimport js\njs.tell = lambda name: json.dumps(contest(name))\n"


def rows(browser: Browser) -> Iterator[Row]:
    """Every contestant in turn, in one opened page and on this machine."""
    trainer = changed_modules(behind_install(contestants_in_pyodide()))
    with TemporaryDirectory() as folder, served(DIST) as site, opened(browser, CALLS) as page:
        page.route("**/web/trainer.zip", lambda route: route.fulfill(body=trainer))
        page.goto(site)
        page.wait_for_selector("html[data-trainer=ready]")
        contestants: dict[str, Callable[[], Figures]] = {"page": lambda: in_the_page(page)}
        for name in contest.CONTESTANTS:
            contestants[f"{name} in Pyodide"] = partial(in_pyodide, page, name)
            contestants[f"{name} in CPython"] = partial(in_cpython, name)
        for name in contest.COMPILED:
            contestants[name] = partial(in_pyodide, page, name)
        contestants["JavaScript"] = lambda: in_javascript(page, "article.js")
        contestants["tight JavaScript"] = lambda: in_javascript(page.workers[0], "tight.js")
        rust = compiled(Path(folder))
        if rust:
            contestants["Rust"] = lambda: in_rust(rust)
        medians = alternate(contestants, RUNS)
    ours = medians["page"]
    others = [name for name, theirs in medians.items() if any(theirs[digit] != ours[digit] for digit in DIGITS)]
    print(f"Other digits than the page’s: {', '.join(others) or 'none'}, of {len(medians)}.", flush=True)
    yield from told({name: figures["ms"] for name, figures in medians.items()})
    yield Row("training", "drawing: time inside the page’s frames / page", ours["frames"], ours["ms"], "ms")
    yield Row("training", "worker waiting for its next call / page", ours["waiting"], ours["ms"], "ms")


def told(ms: dict[str, float]) -> Iterator[Row]:
    """The rows that are about times."""

    def row(what: str, ours: str, theirs: str, target: float | None = None) -> Row:
        return Row("training", what, ms[ours], ms[theirs], "ms", target)

    yield row("page, drawing live / article’s program, CPython", "page", "summing in CPython", 0.15)
    yield row("page, drawing live / article’s program, Pyodide", "page", "summing in Pyodide", 0.1)
    yield row("the same, with a plain loop in predict, CPython", "page", "looping in CPython")
    yield row("the same, with a plain loop in predict, Pyodide", "page", "looping in Pyodide")
    yield row("page, drawing live / article’s program, JavaScript", "page", "JavaScript")
    yield row(
        "compiled, alone in the worker / tight JavaScript in the same worker", "compiled", "tight JavaScript", 1.2
    )
    yield row("the same, remembered and checked", "compiled and checked", "tight JavaScript")
    if "Rust" in ms:
        yield row("compiled, alone in the worker / article’s program, Rust", "compiled", "Rust", 1.5)
        yield row("page, drawing live / article’s program, Rust", "page", "Rust")
    else:
        print("No rustc here, so the article's program in Rust is left out.")
    yield row("page, drawing live / the same epochs in its worker, undrawn", "page", "remembered in Pyodide")
    for where in ("CPython", "Pyodide"):
        yield row(f"remembering every epoch / not, {where}", f"remembered in {where}", f"alone in {where}", 1.1)


def contestants_in_pyodide() -> str:
    """What the page's trainer gets in addition."""
    article = (ARTICLE_FOLDER / "article.py").read_text("utf-8")
    return put((ARTICLE_FOLDER / "contest.py").read_text("utf-8"), IMPORT, article) + EXPORT


def in_the_page(page: Page) -> Figures:
    """From the first call to the last answer, as a person has it who presses Train."""
    told = page.evaluate("trainFromTheStart()")
    ids = ("weight-1-full", "weight-2-full", "bias-full")
    digits = [float(page.locator(f"#{name}").inner_text().replace("−", "-")) for name in ids]
    return {**named([told["last"] - told["first"], *digits]), "frames": told["frames"], "waiting": told["waiting"]}


def in_pyodide(page: Page, name: str) -> Figures:
    """In the page's own worker."""
    return named(json.loads(page.workers[0].evaluate("name => tell(name)", name)))


def in_cpython(name: str) -> Figures:
    """In the Python that runs this bench."""
    return named(contest.contest(name))


def in_javascript(where: Page | Worker, program: str) -> Figures:
    """In the page, or in its worker."""
    return named(where.evaluate((ARTICLE_FOLDER / program).read_text("utf-8"), article_data()))


def article_data() -> dict[str, object]:
    """What the programs in JavaScript are given: the article's training rows, and the start."""
    weights, bias = contest.START
    return {
        "inputs": [row.inputs for row in ARTICLE.training],
        "outputs": [row.target for row in ARTICLE.training],
        "weights": weights,
        "bias": bias,
        "epochs": contest.EPOCHS,
    }


def compiled(folder: Path) -> Path | None:
    """The article's program in Rust, optimised; None without rustc."""
    rustc = shutil.which("rustc")
    if not rustc:
        return None
    program = folder / "article"
    subprocess.run([rustc, "-O", "-o", program, ARTICLE_FOLDER / "article.rs"], check=True)
    return program


def in_rust(program: Path) -> Figures:
    """On this machine, without a browser."""
    weights, bias = contest.START
    numbers = [contest.EPOCHS, *weights, bias]
    for inputs, target in ARTICLE.training:
        numbers += [*inputs, target]
    done = subprocess.run([program], input=" ".join(map(repr, numbers)), capture_output=True, text=True, check=True)
    nanoseconds, *digits = map(float, done.stdout.split())
    return named([nanoseconds / 1_000_000, *digits])


def named(figures: list[float]) -> Figures:
    """The time and the digits under their names."""
    return dict(zip(("ms", *DIGITS), figures, strict=True))
