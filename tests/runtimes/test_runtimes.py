"""The same numbers under Pyodide, and the page's own modules under MicroPython, both in Node."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from perceptron.changes import CHANGES
from tests.hostile import ADDRESSES
from web.build.site import page_sources
from web.page.address import read_address
from web.page.reply import AT_REST, SHOWN
from web.page.request import asked
from web.page.state import State
from web.page.topics import TABS
from web.worker.session import Session

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PAGE_MODULES = [name for name in page_sources() if name != "web/browser/main.py"]  # which starts the page


def run(*command: str) -> str:
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert result.returncode == 0, result.stdout[-3000:] + result.stderr[-3000:]
    return result.stdout


def cpython(file: Path) -> str:
    return run(sys.executable, "-c", f"import sys; sys.path.insert(0, '.'); exec(open('{file}').read())")


def cpython_with_pyodides_exp(file: Path) -> str:
    lines = ["import sys; sys.path.insert(0, '.')", "from tests.musl import as_in_pyodide"]
    lines.append(f"with as_in_pyodide(): exec(open('{file}').read())")
    return run(sys.executable, "-c", "\n".join(lines))


def pyodide(file: Path) -> str:
    return run("node", str(HERE / "run_pyodide.mjs"), str(file), str(ROOT))


def micropython(file: Path) -> str:
    return run("node", str(HERE / "run_micropython.mjs"), str(file), str(ROOT), *PAGE_MODULES)


def test_musls_exp_in_python_is_pyodides_exp() -> None:
    """What the tests in the browsers expect is computed with it."""
    assert cpython_with_pyodides_exp(HERE / "exponentials.py") == pyodide(HERE / "exponentials.py")


@pytest.fixture(scope="module")
def golden() -> list[str]:
    return pyodide(HERE / "golden.py").splitlines()


def test_pyodide_computes_these_digits(golden: list[str]) -> None:
    parameters, runs, _ = json.loads(golden[0])
    assert parameters == [4.977809586158749, 5.18896701575378, -2.5605192488208983]
    assert runs["58"][-1] == 4.23253256539105


def test_with_the_same_exp_cpython_computes_the_same_digits_bit_for_bit(golden: list[str]) -> None:
    assert cpython_with_pyodides_exp(HERE / "golden.py").splitlines()[0] == golden[0]


def test_with_its_own_exp_cpython_computes_the_same_lines_and_twelve_digits(golden: list[str]) -> None:
    """Its C library may round the last bit of e^x otherwise, which a learning rate of 100 blows up."""
    own, own_tanh = map(json.loads, cpython(HERE / "golden.py").splitlines())
    theirs, their_tanh = map(json.loads, golden)
    assert own[0] == pytest.approx(theirs[0], rel=1e-12)
    assert own[2] == theirs[2]
    for ours, others in zip(own_tanh, their_tanh, strict=True):
        assert ours == pytest.approx(others, rel=1e-12)
    for seed in ("58", "109", "0", "999999999"):
        start, weights, bias, error, lines, weight = own[1][seed]
        assert (start, lines) == (theirs[1][seed][0], theirs[1][seed][4])
        numbers = [*theirs[1][seed][1], theirs[1][seed][2], theirs[1][seed][3], theirs[1][seed][5]]
        assert [*weights, bias, error, weight] == pytest.approx(numbers, rel=1e-12)


def test_changed_programs_and_files_taken_home_are_the_same_under_pyodide_and_endless_loops_are_stopped() -> None:
    here, there = (
        runtime(HERE / "changed_programs.py").splitlines() for runtime in (cpython_with_pyodides_exp, pyodide)
    )
    assert "Weights: [4.977809586158749, 5.18896701575378], bias: -2.5605192488208983" in there[0]
    for ours, theirs in zip(json.loads(here[0]), json.loads(there[0]), strict=True):
        assert ours == theirs
    assert there[1:] == ["endless 35 1 1 1.0", "endless 36 1 1 1.0", "endless 35 1 1 1.0", "in time"]
    assert [line.split()[0] for line in here[1:4]] == ["endless"] * 3


def test_pyodide_reads_tables_as_cpython_does() -> None:
    here, there = (runtime(HERE / "tables.py").splitlines() for runtime in (cpython, pyodide))
    assert len(here) > 130
    for ours, theirs in zip(here, there, strict=True):
        assert ours == theirs


def test_compiled_programs_give_pyodides_own_bits_and_python_does_the_work_where_they_cannot_run() -> None:
    usual, hostile, raising, kinds, programs, seeds, *broken = map(
        json.loads, pyodide(HERE / "compiled.py").splitlines()
    )
    assert usual == {"runs": 15, "numbers": 60_000, "infinite or NaN": 0, "different": 0}
    assert (hostile["runs"], hostile["different"], hostile.get("given up", 0)) == (1_000, 0, 0)
    assert hostile["infinite or NaN"] > 5_000
    assert (raising["different"], raising["errors missed"]) == (0, 0)
    assert raising["errors"] > 100
    assert [engine for engine, *_ in kinds] == ["compiled"] * 3
    assert programs == [[name, "python" if name == "noise" else "compiled", True] for name in CHANGES]
    assert seeds == [True, True]
    reasons = [
        ["python", "unsupported", f"This version of Pyodide has no {name}."] for name in ("_module", "memory", "_exp")
    ]
    assert [told[:3] for told in broken] == [*reasons, ["compiled", "", ""]]
    assert all(told[3:] == kinds[0][3:] for told in broken)


def replies() -> dict[str, object]:
    """What the worker's session says of a trained run, for each tab."""
    session = Session()
    found: dict[str, object] = {}
    for tab in TABS:
        request: Any = asked(State().but(tab=tab, stage=2), (1234, 1), SHOWN + AT_REST)
        found[tab] = session.reply(request)
    return found


def test_micropython_says_the_same_as_cpython_throughout_a_persons_story(tmp_path: Path) -> None:
    script = tmp_path / "page_story.py"
    told = f"import json\n\nREPLIES = json.loads({json.dumps(replies())!r})\n"
    script.write_text(told + (HERE / "page_story.py").read_text("utf-8"), "utf-8")

    def story(text: str) -> list[object]:
        return [json.loads(line) for line in text.splitlines()]

    here, there = story(cpython(script)), story(micropython(script))
    assert len(here) > 150
    for number, (ours, theirs) in enumerate(zip(here, there, strict=True)):
        assert ours == theirs, f"message {number}"


def test_every_module_that_micropython_gets_imports_there(tmp_path: Path) -> None:
    modules = [name.removesuffix(".py").replace("/", ".") for name in PAGE_MODULES]
    lines = ["import sys", "class Anything:", "    def __getattr__(self, name): return Anything()"]
    lines += ["    def __call__(self, *arguments): return Anything()"]
    # The browser's side of PyScript is not there in Node.
    for absent in ("pyscript", "pyscript.ffi", "pyscript.js_modules"):
        lines.append(f"sys.modules['{absent}'] = Anything()")
    for module in modules:
        lines.append(f"import {module.removesuffix('.__init__')}")
    lines.append("print('all imported')")
    script = tmp_path / "imports.py"
    script.write_text("\n".join(lines))
    assert micropython(script) == "all imported\n"


def test_micropython_reads_every_hostile_address_as_cpython_does(tmp_path: Path) -> None:
    script = tmp_path / "addresses.py"
    lines = ["import json", "from web.page.address import read_address", f"for address in {ADDRESSES!a}:"]
    lines += ["    settings, notices = read_address(address)"]
    lines += ["    print(json.dumps([settings, notices]))"]
    script.write_text("\n".join(lines))
    answers = [json.loads(line) for line in micropython(script).splitlines()]
    for address, answer in zip(ADDRESSES, answers, strict=True):
        settings, notices = read_address(address)
        assert answer == [settings, notices], address[:80]
