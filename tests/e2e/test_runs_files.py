"""What the tab “Runs” hands on and takes back: the command line gives its digits, and bad input loses nothing."""

import csv
import io
import json
import math
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, expect

from perceptron.packed import pack, pack_list
from tests.e2e.lab import Lab
from tests.e2e.test_runs import Runs
from tests.unit.programs import MOMENTUM
from tests.unit.samples import CELSIUS

ROOT = Path(__file__).parents[2]
DIGITS = 1e-12
Table = list[dict[str, str]]


def command_line(*arguments: str) -> str:
    """What the command line prints; it must have nothing to complain about."""
    command = [sys.executable, "-m", "perceptron", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def cells(text: str) -> Table:
    return list(csv.DictReader(io.StringIO(text)))


def expect_same_digits(ours: Table, theirs: Table) -> None:
    """Every text alike, and every number to twelve digits."""
    assert [list(row) for row in ours] == [list(row) for row in theirs]
    for one, other in zip(ours, theirs, strict=True):
        for name, text in one.items():
            try:
                assert math.isclose(float(text), float(other[name]), rel_tol=DIGITS, abs_tol=DIGITS), (name, text)
            except ValueError:
                assert other[name] == text


def saved(lab: Lab, button: str, folder: Path) -> Path:
    """The file that a button hands over."""
    with lab.page.expect_download() as download:
        lab.press(button)
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


@pytest.fixture
def four(lab: Lab) -> Runs:
    """The article at two rates and stopped within an epoch; before that without the second rate; tanh with shuffled
    rows; own data. The page shows the last.
    """
    lab.choose("Epochs", "200")
    lab.train_to_the_end()
    lab.choose("Learning rate", "0.5")
    lab.train_to_the_end()
    for _ in range(3):
        lab.press("Step")
        lab.rest()
    for address in (
        "activation=tanh&order=shuffled&epochs=200",
        f"data={pack(CELSIUS)}&activation=linear&scaling=0-1&epochs=50",
    ):
        lab.page.evaluate("address => { location.hash = address }", address)
        lab.wait_until("untrained")
        lab.train_to_the_end()
    lab.open_tab("Runs")
    runs = Runs(lab)
    expect(runs.rows).to_have_count(4)
    runs.open("Take the runs with you")
    return runs


def test_the_command_line_gives_the_digits_of_the_pages_files(four: Runs, tmp_path: Path) -> None:
    lab = four.lab
    expect(four.row("B")).to_contain_text("up to row 3 of epoch 401")
    expect(lab.page.get_by_text("A history in CSV ends with the last whole epoch.")).to_be_visible()
    listed = saved(lab, "All runs, JSON", tmp_path)
    table = cells(saved(lab, "All runs, CSV", tmp_path).read_text("utf-8"))
    expect_same_digits(table, cells(command_line("compare", str(listed), "--csv")))
    markdown = four.panel.get_by_role("textbox", name="The table in Markdown").input_value()
    assert command_line("compare", str(listed), "--markdown").strip() == markdown
    content: dict[str, Any] = json.loads(listed.read_text("utf-8"))
    for place, letter in enumerate("ABCD"):
        four.choose(letter)
        one = tmp_path / "one.json"
        one.write_text(json.dumps({**content, "runs": [content["runs"][place]]}), "utf-8")
        [alone] = cells(command_line("compare", str(one), "--csv"))
        [together] = [row for row in table if row["Final weight 1"][:10] == alone["Final weight 1"][:10]]
        assert math.isclose(float(alone["Final bias"]), float(together["Final bias"]), rel_tol=DIGITS)
        history = cells(saved(lab, f"History of run {letter}, CSV", tmp_path).read_text("utf-8"))
        results = cells(saved(lab, f"Results of run {letter}, CSV", tmp_path).read_text("utf-8"))
        assert history[-1]["Epoch"] == str(content["runs"][place]["settings"]["epochs"])
        assert sum(row["Verdict"] == "right" for row in results) == int(together["Right"])


def test_an_experiment_gives_the_digits_of_the_run_that_the_page_shows(four: Runs, tmp_path: Path) -> None:
    lab = four.lab
    for letter in "DAC":
        four.choose(letter)
        if letter != "D":
            lab.press("Go back to it")
        expect(four.row(letter)).to_contain_text("shown now")
        results = cells(saved(lab, f"Results of run {letter}, CSV", tmp_path).read_text("utf-8"))
        history = cells(saved(lab, f"History of run {letter}, CSV", tmp_path).read_text("utf-8"))
        shown = [(row[-2], "right" in row[-1]) for row in lab.table]
        assert [(row["As shown"].replace("-", "−"), row["Verdict"] == "right") for row in results] == shown
        lab.open_tab("Data")
        experiment = str(saved(lab, "Save this experiment", tmp_path))
        expect_same_digits(results, cells(command_line("--experiment", experiment, "--csv")))
        expect_same_digits(history, cells(command_line("--experiment", experiment, "--history", "1")))
        lab.open_tab("Runs")


def test_an_experiment_that_was_trained_on_at_another_rate_has_all_of_its_epochs(lab: Lab, tmp_path: Path) -> None:
    lab.choose("Epochs", "30")
    lab.train_to_the_end()
    lab.choose("Learning rate", "2")
    lab.train_to_the_end()
    lab.train_to_the_end()
    lab.expect_epoch(90)
    shown = lab.parameters
    lab.open_tab("Data")
    experiment = str(saved(lab, "Save this experiment", tmp_path))
    found = json.loads(command_line("--experiment", experiment, "--json"))
    for text, number in zip(shown, [*found["weights"], found["bias"]], strict=True):
        assert math.isclose(float(text), number, rel_tol=DIGITS)


HOSTILE = json.dumps(
    {
        "experiments": 1,
        "runs": [
            {"name": "<img src=x onerror=alert(1)>", "settings": {"seed": "7", "epochs": "5"}},
            {"name": "=1+1", "settings": {"epochs": "5", "rule": MOMENTUM}},
            {"name": "n" * 10_000, "settings": {"epochs": "6"}},
            {"settings": {"epochs": "1e400"}},
            {"settings": {"momentum": "1"}},
            *[{"settings": {"seed": str(seed), "epochs": "2"}} for seed in range(1_000)],
        ],
    }
)


def test_a_hostile_link_is_told_and_runs_only_what_the_person_wants(lab: Lab) -> None:
    lab.choose("Epochs", "20")
    lab.train_to_the_end()
    lab.page.evaluate("address => { location.hash = address }", f"runs={pack_list(HOSTILE)}")
    runs = Runs(lab)
    brought = lab.page.get_by_role("region", name="Runs that were brought")
    expect(brought).to_contain_text("only the first 20 are read")
    expect(brought.get_by_role("listitem").first).to_contain_text("<img src=x onerror=alert(1)>: seed 7")
    expect(brought.get_by_text("has at most 80 characters")).to_be_visible()
    for words in ("Run 4: Epochs must be", "Run 5: “settings” holds “momentum”"):
        expect(brought.get_by_text(re.compile(f"^{words}"))).to_be_visible()
    expect(runs.rows).to_have_count(1)
    lab.press("Add 18 runs")
    expect(runs.rows).to_have_count(19)
    expect(runs.rows.filter(has_text="It runs when you press")).to_have_count(1)
    assert lab.page.locator("img[src=x]").count() == 0
    lab.page.evaluate("address => { location.hash = address }", f"runs={pack_list(HOSTILE)[:3000]}")
    expect(brought).to_contain_text("It is damaged or cut off after")
    lab.press("Dismiss")
    expect(runs.rows).to_have_count(19)
    lab.page.evaluate("() => { location.hash = 'runs=' }")
    expect(lab.page.get_by_text("it brings no runs")).to_be_visible()


FILES = {
    "a table": ("runs-2.csv", b"Run,Right\nmine,7\n", "runs-2.csv does not begin as JSON does; it may be a table"),
    "nothing": ("empty.json", b"", "empty.json is empty."),
    "bytes": ("x.json", bytes(range(256)), "x.json is not text"),
    "a workbook": ("x.xlsx", b"PK\x03\x04", "x.xlsx is a workbook"),
    "data alone": ("d.json", b'{"training_inputs": [[1]]}', "d.json holds data without an experiment;"),
    "a later version": ("l.json", b'{"experiments": 9, "runs": []}', "is a list of experiments of version 9;"),
    "too large": ("big.json", b" " * 8_000_001, "big.json is larger than 8 MB, the most that is read."),
}


def test_a_file_that_cannot_be_used_is_told_in_sight_and_what_is_there_stays(lab: Lab) -> None:
    lab.choose("Epochs", "20")
    lab.train_to_the_end()
    lab.open_tab("Runs")
    runs = Runs(lab)
    chooser = runs.panel.get_by_label("Open runs from a file")
    for name, content, words in FILES.values():
        chooser.scroll_into_view_if_needed()
        chooser.set_input_files({"name": name, "mimeType": "application/json", "buffer": content})
        told = runs.panel.get_by_text(words)
        expect(told).to_be_visible()
        expect(told).to_be_in_viewport()
    expect(runs.rows).to_have_count(1)
    text = json.dumps({"experiments": 1, "runs": [{"settings": {"seed": "5", "epochs": "3"}}]})
    for encoding in ("utf-8-sig", "utf-16"):
        chooser.set_input_files({"name": "u.json", "mimeType": "", "buffer": text.encode(encoding)})
        expect(runs.panel.get_by_text("u.json brings 1 run.")).to_be_in_viewport()
        lab.press("Dismiss")
    chooser.set_input_files({"name": "u.json", "mimeType": "", "buffer": text.encode()})
    lab.press("Add 1 run")
    expect(runs.rows).to_have_count(2)


def test_a_link_leads_to_the_runs_that_it_brings(narrow: BrowserContext, site: str) -> None:
    lab = Lab(narrow.new_page(), site)
    lab.open(f"#runs={pack_list(HOSTILE)}")
    expect(lab.page.get_by_text("The link that you opened brings 18 runs.")).to_be_in_viewport()


def test_what_the_browser_keeps_and_cannot_be_read_stays_and_is_told(lab: Lab) -> None:
    page = lab.page
    lab.choose("Epochs", "20")
    lab.train_to_the_end()
    lab.open_tab("Runs")
    runs = Runs(lab)
    expect(runs.rows).to_have_count(1)
    later = {"letter": "Z", "settings": {"activation": "gelu"}, "at": [5, 0], "called": "later", "pinned": True}
    stored = "JSON.parse(localStorage.getItem('one-neuron-runs'))"
    page.evaluate(f"later => localStorage.setItem('one-neuron-runs', JSON.stringify([later, ...{stored}]))", later)
    page.reload()
    lab.wait_for_python()
    lab.open_tab("Runs")
    runs.says("also keeps 1 run that this page cannot read")
    expect(runs.rows).to_have_count(1)
    lab.choose("Seed", "7")
    lab.train_to_the_end()
    expect(runs.rows).to_have_count(2)
    page.wait_for_function(f"() => {stored}.length === 3 && {stored}[2].called === 'later'")
    page.evaluate("localStorage.setItem('one-neuron-runs', '[{\"cut off')")
    page.reload()
    lab.wait_for_python()
    lab.open_tab("Runs")
    runs.says("put aside there, and nothing of it is deleted")
    assert page.evaluate("localStorage.getItem('one-neuron-runs-unread')") == '[{"cut off'


def test_without_room_in_the_browser_it_is_told_once_and_the_runs_go_on(lab: Lab) -> None:
    lab.page.evaluate("""() => {
        let part = "x".repeat(1 << 20);
        for (let number = 0; part.length; number++) {
            try { localStorage.setItem(`full-${number}`, part); } catch { part = part.slice(part.length / 2 + 1); }
        }
    }""")
    lab.choose("Epochs", "20")
    lab.train_to_the_end()
    lab.open_tab("Runs")
    runs = Runs(lab)
    runs.says("This browser does not keep your runs")
    lab.choose("Seed", "7")
    lab.train_to_the_end()
    expect(runs.rows).to_have_count(2)
