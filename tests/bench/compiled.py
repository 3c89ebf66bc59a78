"""What compiled programs train besides the article's neuron: many starts, a changed program, very many rows.

All of it is checked as in the page, and runs under Pyodide in Node, which has the engine of Chromium.
"""

import json
import subprocess
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench import training
from tests.bench.browser import HERE
from tests.bench.measuring import Figures, Row, alternate

ROOT = HERE.parents[1]
TURNS = 3
SEEDS = 300
MS_OF_MANY_ROWS = 5.0  # that an epoch of 100,000 rows with ten inputs may take


def rows() -> Iterator[Row]:
    """The medians of a few turns."""
    with TemporaryDirectory() as folder:
        rust = training.compiled(Path(folder))
        contestants = {"ours": in_pyodide}
        if rust:
            contestants["Rust"] = partial(training.in_rust, rust)
        figures = alternate(contestants, TURNS)
    seconds = figures["ours"]
    if rust:
        what = f"{SEEDS} starts × 10,000 epochs, checked, Pyodide / article’s program, Rust, {SEEDS} times"
        yield Row("compiled", what, seconds["seeds"], SEEDS * figures["Rust"]["ms"] / 1_000, "s", 2 / 3)
    what = f"{SEEDS} starts side by side / as many runs one after another, remembered"
    yield Row("compiled", what, seconds["seeds"], SEEDS * seconds["own"], "s")
    what = "momentum, 10,000 epochs, compiled and checked / the page’s own program likewise"
    yield Row("compiled", what, 1_000 * seconds["momentum"], 1_000 * seconds["own"], "ms")
    what = f"an epoch of 100,000 rows with ten inputs, checked / {MS_OF_MANY_ROWS:g} ms"
    yield Row("compiled", what, 1_000 * seconds["many_rows"], MS_OF_MANY_ROWS, "ms", 1.0)


def in_pyodide() -> Figures:
    """Seconds by what was timed, in a Pyodide that has just started."""
    command = ["node", str(ROOT / "tests/runtimes/run_pyodide.mjs"), str(HERE / "probes/compiled.py"), str(ROOT)]
    printed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    found: Figures = json.loads(printed)
    return found
