"""What a reader would otherwise have to remember: import direction, lists, and what the page must not contain."""

import ast
import re
import sys
import tomllib
from pathlib import Path

import pytest

from web.compile_trainer import modules
from web.vendor import PACKAGES

ROOT = Path(__file__).parents[2]
CONFIG = tomllib.loads((ROOT / "pyscript.toml").read_text("utf-8"))
PAGE = (ROOT / "index.html").read_text("utf-8")
BROWSER_ONLY = {"pyscript", "asyncio"}
# What MicroPython 1.27 has of the standard library and the page may use.
MICROPYTHON = {"asyncio", "collections", "io", "json", "math", "sys"}


def imports(file: Path) -> set[str]:
    """The modules that a file imports, in full."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file} has a relative import"
            module = str(node.module)
            found.add(module)
            found |= {
                f"{module}.{a.name}" for a in node.names if (ROOT / module.replace(".", "/") / f"{a.name}.py").is_file()
            }
    return found


def reached(start: str) -> set[str]:
    """The project's files that a file needs, as paths from the root."""
    todo, done = [start], set()
    while todo:
        name = todo.pop()
        if name in done:
            continue
        done.add(name)
        for module in imports(ROOT / name):
            path = module.replace(".", "/")
            for candidate in (f"{path}.py", f"{path}/__init__.py"):
                if (ROOT / candidate).is_file():
                    todo.append(candidate)
            package = Path(path).parent / "__init__.py"
            if (ROOT / package).is_file():
                todo.append(package.as_posix())
    return done


@pytest.mark.parametrize("file", sorted((ROOT / "perceptron").glob("*.py")), ids=lambda file: file.name)
def test_perceptron_imports_itself_and_the_standard_library_only(file: Path) -> None:
    tops = {module.partition(".")[0] for module in imports(file)}
    assert tops - {"perceptron"} <= set(sys.stdlib_module_names)


@pytest.mark.parametrize("file", sorted((ROOT / "web" / "views").glob("*.py")), ids=lambda file: file.name)
def test_views_reach_neither_the_browser_nor_the_trainer(file: Path) -> None:
    allowed = (
        "web.views",
        "web.state",
        "web.update",
        "web.geometry",
        "web.lessons",
        "perceptron.fields",
        "perceptron.legs",
    )
    for module in imports(file):
        assert module.startswith(allowed), module


def test_only_a_few_files_know_of_pyscript() -> None:
    knowing = {
        file.name for file in (ROOT / "web").rglob("*.py") if any(m.startswith("pyscript") for m in imports(file))
    }
    assert knowing == {"browser.py", "chart.py"}


def test_pyscript_toml_lists_just_what_the_page_needs() -> None:
    listed = {name.removeprefix("./") for name in CONFIG["files"]}
    # The package's __init__ needs CPython; without it, MicroPython takes the folder as it is.
    assert listed == reached("web/main.py") - {"web/main.py", "perceptron/__init__.py"} - reached(
        "perceptron/__init__.py"
    ) | {"perceptron/fields.py", "perceptron/legs.py", "perceptron/numerals.py"}


def test_just_what_the_trainer_needs_is_packed_for_it() -> None:
    assert set(modules(ROOT)) == reached("web/trainer.py")


def test_pyscript_toml_names_the_interpreter_and_keeps_every_path() -> None:
    assert CONFIG["interpreter"] == "./vendor/micropython/micropython.mjs"
    assert all(source == f"./{target}" for source, target in CONFIG["files"].items())


def test_what_micropython_gets_imports_only_what_it_has() -> None:
    for name in [*CONFIG["files"], "./web/main.py"]:
        tops = {module.partition(".")[0] for module in imports(ROOT / name)}
        assert tops <= MICROPYTHON | {"perceptron", "web", "pyscript"}, name


def test_micropython_never_calls_the_browsers_set_timeout_as_a_method() -> None:
    """It would then break in asyncio; see later() in web/browser.py."""
    for name in [*CONFIG["files"], "./web/main.py"]:
        assert ".setTimeout" not in (ROOT / name).read_text("utf-8"), name


def test_the_page_has_no_inline_script_style_or_handler() -> None:
    for tag in re.findall(r"<script\b[^>]*>", PAGE):
        assert "src=" in tag or 'type="application/json"' in tag or 'type="mpy"' in tag
    assert "<style" not in PAGE
    assert not re.search(r"\s(style|on\w+)=", PAGE)


def test_the_page_names_no_address_but_its_own() -> None:
    for address in re.findall(r'(?:src|href|config)="([^"]*)"', PAGE):
        assert address.startswith(("./", "#")), address
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
    files = [*(ROOT / "perceptron").glob("*.py"), *(ROOT / "web").glob("*.py"), *(ROOT / "web" / "runtime").iterdir()]
    missing = [file.name for file in files if f"`{file.name}`" not in readme and f"`{file.stem}`" not in readme]
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
