"""How the randomised tests choose their examples."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROGRAM = "import tests.conftest; from hypothesis import settings; print(settings().derandomize)"


@pytest.mark.slow
@pytest.mark.parametrize(("ci", "derandomized"), [({"CI": "true"}, "True"), ({}, "False")])
def test_examples_are_the_same_every_time_in_ci_only(ci: dict[str, str], derandomized: str) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "CI"}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=ROOT, env={**environment, **ci}, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == derandomized
