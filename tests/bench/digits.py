"""The whole comparison of compiled programs with plain Python, bit for bit, under Pyodide in Node: some minutes."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.measuring import Row

ROOT = Path(__file__).parents[2]
RUNTIMES = ROOT / "tests" / "runtimes"
IN_THE_SUITE = "SEEDS, EPOCHS, HOSTILE, BY_PROGRAM = 3, 1_000, 1_000, 60"
WHOLE = "SEEDS, EPOCHS, HOSTILE, BY_PROGRAM = 20, 10_000, 20_000, 1_000"
KINDS = ("the article’s neuron, 20 seeds × 5 rates × 10,000 epochs", "hostile numbers", "rules that raise errors")


def rows() -> Iterator[Row]:
    """How many of the numbers are different; there must be none."""
    script = (RUNTIMES / "compiled.py").read_text("utf-8")
    if IN_THE_SUITE not in script:
        raise ValueError(f"compiled.py no longer says “{IN_THE_SUITE}”.")
    with TemporaryDirectory() as folder:
        whole = Path(folder) / "compiled.py"
        whole.write_text(script.replace(IN_THE_SUITE, WHOLE), "utf-8")
        command = ["node", str(RUNTIMES / "run_pyodide.mjs"), str(whole), str(ROOT)]
        printed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    for kind, line in zip(KINDS, printed, strict=False):
        found = json.loads(line)
        print(f"{kind}: {found}")
        wrong = found["different"] + found.get("errors missed", 0)
        yield Row("digits", f"other bits / all numbers: {kind}", wrong, found["numbers"], "numbers", 0.0)
    programs = json.loads(printed[len(KINDS) + 1])
    unlike = sum(not is_alike for _, _, is_alike in programs)
    yield Row("digits", "programs with other bits / ready changes, 1,000 epochs", unlike, len(programs), "", 0.0)
