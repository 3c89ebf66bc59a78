"""What compiled programs train besides the article's neuron: many starts, a changed program, very many rows.

All of it is checked as in the page, and runs under Pyodide in Node, which has the engine of Chromium.
"""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench import training
from tests.bench.browser import HERE
from tests.bench.measuring import Row, medians

ROOT = HERE.parents[1]
SEEDS = 300
MS_OF_MANY_ROWS = 5.0  # that an epoch of 100,000 rows with ten inputs may take


def rows() -> Iterator[Row]:
    """The medians of a few turns; the article's program in Rust runs in between."""
    command = ["node", str(ROOT / "tests/runtimes/run_pyodide.mjs"), str(HERE / "probes/compiled.py"), str(ROOT)]
    with TemporaryDirectory() as folder, subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as ours:
        rust = training.compiled(Path(folder))
        turns, rust_ms = [], []
        for line in ours.stdout or ():
            turns.append(json.loads(line))
            rust_ms.append(training.in_rust(rust) if rust else {"ms": 0.0})
    if ours.returncode:
        raise RuntimeError(f"Node ended with {ours.returncode}.")
    seconds, in_rust = medians(turns), medians(rust_ms)["ms"] / 1_000
    if rust:
        what = f"{SEEDS} starts × 10,000 epochs, checked, Pyodide / article’s program, Rust, {SEEDS} times"
        yield Row("compiled", what, seconds["seeds"], SEEDS * in_rust, "s", 2 / 3)
    what = f"{SEEDS} starts side by side / as many runs one after another, remembered"
    yield Row("compiled", what, seconds["seeds"], SEEDS * seconds["own"], "s")
    what = "momentum, 10,000 epochs, compiled and checked / the page’s own program likewise"
    yield Row("compiled", what, 1_000 * seconds["momentum"], 1_000 * seconds["own"], "ms")
    what = f"an epoch of 100,000 rows with ten inputs, checked / {MS_OF_MANY_ROWS:g} ms"
    yield Row("compiled", what, 1_000 * seconds["many_rows"], MS_OF_MANY_ROWS, "ms", 1.0)
