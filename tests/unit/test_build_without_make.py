"""`python -m web.build`, for where there is no make."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_where_node_is_missing_it_says_so_in_one_line() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "web.build"],
        cwd=ROOT,
        env={"PATH": "", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "npm is not there; Node 20 or newer brings it.\n"
