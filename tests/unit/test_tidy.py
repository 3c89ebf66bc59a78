"""What a reader would otherwise have to remember: import direction, lists, and what the page must not contain."""

import ast
import functools
import re
import sys
from pathlib import Path

import pytest

from perceptron.aspects import QUANTITIES
from web.build.imports import imported
from web.build.site import page_sources
from web.build.vendor import PACKAGES

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "index.html").read_text("utf-8")
BROWSER_ONLY = {"pyscript", "asyncio"}
# What MicroPython 1.27 has of the standard library and the page may use.
MICROPYTHON = {"asyncio", "collections", "gc", "io", "json", "math", "sys"}


@functools.cache
def imports(file: Path) -> set[str]:
    return imported(file, ROOT)


def neuron(*names: str) -> tuple[str, ...]:
    return tuple(f"perceptron.{name}" for name in names)


# What the files of a folder may import of the project: the folder says which Python runs it.
ARROWS = {
    "perceptron": ("perceptron",),
    "web/page": (
        "web.page",
        *neuron("aspects", "fields", "legs", "limits", "numerals", "packed_form", "preset_names", "settings_table"),
        *neuron("words.run_names"),
    ),
    "web/page/views": (
        "web.page",
        *neuron("aspects", "fields", "legs", "limits", "numerals", "preset_names", "settings_table"),
        *neuron("words.run_names"),
    ),
    "web/browser": (
        "web.browser",
        "web.page",
        *neuron("aspects", "limits", "numerals", "out.labels", "settings_table"),
    ),
    "web/worker": ("web.worker", "perceptron"),
}


@pytest.mark.parametrize("folder", ARROWS)
def test_imports_point_one_way(folder: str) -> None:
    files = list((ROOT / folder).rglob("*.py"))
    assert files
    for file in files:
        of_others = {"js", "pyodide", "pyodide_js", "pyscript"} | sys.stdlib_module_names
        for module in imports(file) - {"web", "web.page", "web.page.update"}:
            top = module.partition(".")[0]
            assert module.startswith(ARROWS[folder]) or (top in of_others), f"{file} imports {module}"


def test_the_neuron_uses_the_standard_library_only() -> None:
    for file in (ROOT / "perceptron").rglob("*.py"):
        assert {module.partition(".")[0] for module in imports(file)} - {"perceptron"} <= sys.stdlib_module_names


def test_facts_and_words_are_apart() -> None:
    """The neuron knows of neither; facts know no words, and words work nothing out but ask for facts."""
    folder = ROOT / "perceptron"
    for file in folder.rglob("*.py"):
        used = {module for module in imports(file) if module.startswith(("perceptron.findings", "perceptron.words"))}
        if folder / "findings" in file.parents:
            assert not any(module.startswith("perceptron.words") for module in used), file
        elif file.parent == folder and file.stem not in ("__init__", "__main__", "printout"):
            assert not used, file
    arithmetic = {"activations", "grid", "learning", "neuron", "history", "schedule"}
    for file in (folder / "words").rglob("*.py"):
        assert not {module.rpartition(".")[2] for module in imports(file)} & arithmetic, file


def test_facts_hold_no_sentences() -> None:
    """A text in them is a word at most; only what refuses a bad call may say so in a sentence."""
    for file in (ROOT / "perceptron" / "findings").rglob("*.py"):
        tree = ast.parse(file.read_text("utf-8"))
        refusals = [inner for node in ast.walk(tree) if isinstance(node, ast.Raise) for inner in ast.walk(node)]
        docstrings = [node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)]
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                told = node in refusals or node in docstrings or node.value in QUANTITIES
                assert told or " " not in node.value, f"{file} says “{node.value}”"


def test_only_a_few_files_know_of_pyscript() -> None:
    knowing = {
        file.name for file in (ROOT / "web").rglob("*.py") if any(m.startswith("pyscript") for m in imports(file))
    }
    assert knowing == {"javascript.py", "chart.py"}


def test_what_micropython_gets_imports_only_what_it_has() -> None:
    for name in page_sources():
        tops = {module.partition(".")[0] for module in imports(ROOT / name)}
        assert tops <= MICROPYTHON | {"perceptron", "web", "pyscript"}, name


def test_micropython_never_calls_the_browsers_set_timeout_as_a_method() -> None:
    """It would then break in asyncio; see later() in web/browser/javascript.py."""
    for name in page_sources():
        assert ".setTimeout" not in (ROOT / name).read_text("utf-8"), name


def test_the_page_has_no_inline_script_style_or_handler() -> None:
    for tag in re.findall(r"<script\b[^>]*>", PAGE):
        assert "src=" in tag or 'type="application/json"' in tag or 'type="mpy"' in tag
    assert "<style" not in PAGE
    assert not re.search(r"\s(style|on\w+)=", PAGE)


def test_the_page_names_no_address_but_its_own_and_the_articles() -> None:
    """A link is followed only by a person who wants to go there."""
    links = re.findall(r'<a href="(https:[^"]*)"', PAGE)
    assert links == ["https://farshed.me/blog/building-a-neural-network-in-rust/"]
    for address in re.findall(r'(?:src|href|config)="([^"]*)"', PAGE):
        assert address.startswith(("./", "#")) or address in links, address
    assert "connect-src 'self'" in PAGE


def test_the_npm_packages_are_pinned_exactly() -> None:
    import json

    package = json.loads((ROOT / "package.json").read_text("utf-8"))
    lock = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"]
    assert set(package["dependencies"]) == {entry.name for entry in PACKAGES}
    for name, version in {**package["dependencies"], **package["devDependencies"]}.items():
        assert lock[f"node_modules/{name}"]["version"] == version
        assert lock[f"node_modules/{name}"]["integrity"].startswith("sha512-")


def test_the_readme_names_every_module_in_its_code_map() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    tree = readme.partition("```text")[2].partition("```")[0]
    named = set(re.findall(r"[\w.-]+", tree))
    folders = ("perceptron", "web/page", "web/browser", "web/worker", "web/build", "web/runtime")
    inner = ("perceptron/findings", "perceptron/words", "perceptron/out")
    files = [file for folder in folders + inner for file in (ROOT / folder).iterdir() if file.is_file()]
    missing = [file for file in files if not {file.name, file.stem} & named and file.stem != "__init__"]
    assert len(files) > 70
    assert not missing


def test_the_workflows_use_only_actions_pinned_by_commit() -> None:
    """A tag can be moved to other code; what it was called stands beside the commit."""
    used = [
        line.split("uses:")[1].strip()
        for workflow in sorted((ROOT / ".github" / "workflows").iterdir())
        for line in workflow.read_text("utf-8").splitlines()
        if "uses:" in line
    ]
    assert len(used) >= 8
    for action in used:
        assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action), action


def test_the_causes_know_every_file_of_the_trainer() -> None:
    known = (ROOT / "web" / "runtime" / "causes.js").read_text("utf-8")
    (pyodide,) = (package for package in PACKAGES if package.name == "pyodide")
    for name in ("web/runtime/worker.mjs", "web/trainer.zip", *(f"vendor/pyodide/{file}" for file in pyodide.files)):
        assert f'"{name}",' in known
