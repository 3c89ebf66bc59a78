"""Runs side by side in a browser: train, change, train, compare, ask “What if?”, go back, hand on and read back."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.e2e.conftest import Complaints
from tests.e2e.digits import digits
from tests.e2e.lab import CALM, Lab
from tests.e2e.test_look import expect_no_violations

EPOCHS = 300
FIVE = ("A tenth of the learning rate", "Ten times the learning rate", "No bias", "A linear neuron", "A tanh neuron")


class Runs:
    """The tab “Runs” of an opened page, in a person’s words."""

    def __init__(self, lab: Lab) -> None:
        self.lab = lab
        self.panel = lab.panel("Runs")
        self.table = self.panel.get_by_role("table", name="Runs", exact=True)
        self.rows = self.table.get_by_role("rowgroup").last.get_by_role("row")
        self.what_ifs = self.panel.get_by_role("group", name="What if", exact=True)

    def row(self, letter: str) -> Locator:
        return self.rows.filter(has=self.lab.page.get_by_role("button", name=f"Choose run {letter}", exact=True))

    def choose(self, letter: str) -> None:
        self.row(letter).get_by_role("button", name=f"Choose run {letter}").click()
        expect(self.panel.get_by_role("heading", name=f"Run {letter}", exact=True)).to_be_visible()

    def expect_told(self, letter: str, score: str) -> None:
        expect(self.row(letter).get_by_role("cell").nth(1)).to_contain_text(score)

    def open(self, name: str) -> None:
        self.panel.get_by_text(name, exact=True).click()

    def says(self, words: str) -> None:
        expect(self.panel.get_by_text(re.compile(words)).first).to_be_visible()


def two_runs(lab: Lab) -> Runs:
    """A: the article’s neuron for some epochs; B: a linear one at another rate, which the page shows."""
    lab.choose("Epochs", str(EPOCHS))
    lab.train_to_the_end()
    lab.open_tab("Runs")
    runs = Runs(lab)
    runs.expect_told("A", "7 of 25")
    lab.choose("Learning rate", "1")
    lab.choice("Activation").select_option("linear")
    lab.wait_until("untrained")
    lab.train_to_the_end()
    runs.expect_told("B", "25 of 25")
    return runs


@pytest.fixture
def runs(lab: Lab) -> Runs:
    return two_runs(lab)


def test_two_runs_stand_side_by_side_and_the_first_comes_back_bit_for_bit(runs: Runs) -> None:
    lab = runs.lab
    expect(runs.row("A")).to_contain_text("baseline")
    expect(runs.row("B")).to_contain_text("learning rate 1, linear")
    expect(runs.row("B")).to_contain_text("+18 better")
    expect(runs.row("B")).to_contain_text("shown now")
    expect(runs.panel.get_by_role("listitem").filter(has_text=re.compile("^A, 300 epochs: epoch 300"))).to_be_visible()
    runs.choose("A")
    lab.press("Go back to it")
    lab.wait_until("trained")
    lab.expect_epoch(EPOCHS)
    lab.rest()
    assert lab.parameters == digits(EPOCHS)
    expect(runs.row("A")).to_contain_text("shown now")
    expect(runs.rows).to_have_count(2)
    runs.choose("B")
    lab.press("Make it the baseline")
    expect(runs.rows.first).to_contain_text("baseline")
    expect(runs.row("A")).to_contain_text("−18 worse")


def test_a_whole_comparison_by_keys_alone(runs: Runs) -> None:
    """Every stop of the Tab key shows its focus, see `Lab.tab_to`; so it is never lost."""
    lab = runs.lab
    lab.tab("Runs").focus()
    what_if_by_keys(runs)
    pair_by_keys(runs)
    lab.tab_to(summary(runs, "Sweep one number"))
    lab.keys("Enter")
    lab.tab_to(lab.button("Sweep"))
    lab.keys("Enter")
    expect(lab.spoken).to_have_text(re.compile("^The best score, "))
    expect(runs.panel.get_by_role("list").filter(has_text="0.001: ").get_by_role("listitem")).to_have_count(13)
    expect(runs.panel.get_by_role("img", name="Rows right for every value")).to_be_visible()
    expect_no_violations(lab.page, "a sweep", '[aria-label="A closer look"]')
    lab.keys("Escape")
    expect(lab.button("Sweep")).to_be_hidden()
    expect(summary(runs, "Sweep one number")).to_be_focused()
    race_by_keys(runs)
    for name in ("Take the runs with you", "The curves in numbers"):
        runs.open(name)
    expect_no_violations(lab.page, "runs", '[aria-label="A closer look"]')


def summary(runs: Runs, name: str) -> Locator:
    return runs.panel.locator("summary", has_text=name)


def what_if_by_keys(runs: Runs) -> None:
    lab = runs.lab
    tanh = runs.what_ifs.get_by_role("button", name="A tanh neuron")
    question = runs.panel.get_by_role("group", name=re.compile("With tanh, how many test rows"))
    lab.tab_to(tanh)
    lab.keys("Enter")
    expect(question.get_by_role("button")).to_have_count(3)
    lab.tab_to(question.get_by_role("button").first)
    lab.keys("Escape")
    expect(question).to_be_hidden()
    expect(tanh).to_be_focused()
    lab.keys("Enter")
    expect(runs.rows).to_have_count(2)
    lab.tab_to(question.get_by_role("button", name="more", exact=True))
    lab.keys("Enter")
    expect(lab.spoken).to_have_text(re.compile("^As you expected. With tanh, .* of 25 test rows are right"))
    expect(tanh).to_be_focused()
    expect(runs.rows).to_have_count(3)
    expect(runs.row("C")).to_contain_text("tanh")
    lab.tab_to(runs.what_ifs.get_by_role("button", name="Ten other seeds"))
    lab.keys("Enter")
    lab.tab_to(runs.panel.get_by_role("button", name="all in the same place"))
    lab.keys("Enter")
    expect(lab.spoken).to_have_text(re.compile("test rows are right"))
    expect(runs.rows).to_have_count(3)
    assert lab.epoch == EPOCHS
    lab.tab_to(runs.panel.get_by_role("slider", name="Read at epoch"))
    lab.keys("Home")
    expect(runs.panel.get_by_role("listitem").filter(has_text=re.compile("^A, .*: epoch 0,"))).to_be_visible()


def pair_by_keys(runs: Runs) -> None:
    lab = runs.lab
    switch = lab.button("Compare side by side")
    lab.tab_to(switch)
    lab.keys("Enter")
    expect(switch).to_have_attribute("aria-expanded", "true")
    pair = runs.panel.get_by_role("region", name="Two runs side by side", exact=True)
    numbers = pair.get_by_role("table", name="Both runs in numbers", exact=True)
    pair.get_by_role("combobox", name="Right run", exact=True).select_option("B")
    expect(pair).to_contain_text("Only run B gets 18 right")
    expect(numbers.get_by_role("row", name=re.compile("^Test rows right"))).to_contain_text("25 of 25")
    lab.tab_to(pair.get_by_role("slider", name="Moment of both runs"))
    lab.keys("Home")
    expect(pair).to_contain_text("0 % of the way from each run’s start to its own end: epoch 0 of run A")
    expect(numbers.get_by_role("row", name=re.compile("^Epoch")).get_by_role("cell")).to_have_text(["0", "0"])
    for letter in "AB":
        expect(pair.get_by_role("img", name=re.compile(f"^Run {letter}: weight 1 is "))).to_be_visible()
        expect(pair.get_by_role("img", name=re.compile(f"^What run {letter} answers"))).to_be_visible()
    assert all(is_drawn(canvas) for canvas in pair.locator("canvas").all())
    pair.get_by_role("combobox", name="Left run", exact=True).select_option("B")
    expect(pair.get_by_role("combobox", name="Right run", exact=True)).to_have_value("A")
    lab.tab_to(summary(runs, "What both answer to the test rows"))
    lab.keys("Enter")
    expect(pair.get_by_role("table", name="Test rows of both runs").get_by_role("row")).to_have_count(26)
    expect_no_violations(lab.page, "two runs", '[aria-label="A closer look"]')
    lab.keys("Escape", "Escape")
    expect(pair).to_be_hidden()
    expect(switch).to_be_focused()


def race_by_keys(runs: Runs) -> None:
    lab = runs.lab
    lab.tab_to(summary(runs, "The landscape and a race"))
    lab.keys("Enter")
    lab.tab_to(lab.button("Draw the landscape"))
    lab.keys("Enter")
    expect(lab.spoken).to_have_text(re.compile("^The mean squared error of all 28 training rows, over weight 1"))
    lab.tab_to(runs.panel.get_by_role("combobox", name="Starts", exact=True))
    lab.keys("End")
    lab.tab_to(lab.button("Race"), "Shift+Tab")
    lab.keys("Enter")
    expect(lab.spoken).to_have_text(re.compile("^All 300 starts end in the same place"))
    picture = runs.panel.get_by_role("img", name=re.compile("All 300 starts end"))
    expect(picture).to_be_visible()
    assert picture.evaluate("picture => picture.decode().then(() => picture.naturalWidth)") > 300
    time = runs.panel.get_by_role("slider", name="Epoch of the race")
    lab.tab_to(time)
    lab.keys("Home")
    expect(time).to_have_attribute("aria-valuetext", "Epoch 0")
    lab.tab_to(lab.button("Play the race"))
    lab.keys("Enter")
    expect(time).to_have_attribute("aria-valuetext", f"Epoch {EPOCHS}")
    assert is_drawn(runs.panel.locator("#race-canvas"))
    for kind in ("SVG", "PNG"):
        lab.tab_to(lab.button(f"Picture as {kind}"))
        with lab.page.expect_download() as download:
            lab.keys("Enter")
        assert download.value.suggested_filename == f"race-300-epochs.{kind.lower()}"


def is_drawn(canvas: Locator) -> bool:
    """Whether anything is on it."""
    return bool(
        canvas.evaluate(
            "canvas => canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.some(Boolean)"
        )
    )


def test_the_pictures_of_runs_are_files(runs: Runs, tmp_path: Path) -> None:
    lab = runs.lab
    runs.open("Take the runs with you")
    for button, name, begin in (
        ("Curves, SVG", "errors-of-runs-2.svg", b"<svg"),
        ("Curves, PNG", "errors-of-runs-2.png", b"\x89PNG"),
        ("Weights, SVG", "weights-of-runs-2.svg", b"<svg"),
        ("Weights, PNG", "weights-of-runs-2.png", b"\x89PNG"),
    ):
        with lab.page.expect_download() as download:
            lab.press(button)
        assert download.value.suggested_filename == name
        download.value.save_as(tmp_path / name)
        assert (tmp_path / name).read_bytes().startswith(begin)


def test_the_runs_go_out_and_come_back_elsewhere(runs: Runs, browser: Browser, site: str, tmp_path: Path) -> None:
    lab = runs.lab
    runs.choose("B")
    name = runs.panel.get_by_role("textbox", name="Name")
    name.fill("the straight one")
    name.press("Enter")
    expect(runs.row("B")).to_contain_text("the straight one")
    runs.open("Take the runs with you")
    with lab.page.expect_download() as download:
        lab.press("All runs, JSON")
    assert download.value.suggested_filename == "runs-2.json"
    download.value.save_as(tmp_path / "runs.json")
    assert len(json.loads((tmp_path / "runs.json").read_text("utf-8"))["runs"]) == 2
    with lab.page.expect_download() as download:
        lab.press("History of run B, CSV")
    assert download.value.suggested_filename == "history-300-epochs-learning-rate-1-linear.csv"
    link = runs.panel.get_by_role("textbox", name="Link to all runs")
    expect(link).to_have_value(re.compile("#runs=1"))
    markdown = runs.panel.get_by_role("textbox", name="The table in Markdown").input_value()
    table = runs.table.inner_text()
    for address in (link.input_value(), ""):
        with Elsewhere(browser, site) as page:
            there = Lab(page, site)
            there.open(address.removeprefix(site))
            others = Runs(there)
            if not address:
                there.open_tab("Runs")
                others.panel.get_by_label("Open runs from a file").set_input_files(tmp_path / "runs.json")
            brought = there.page.get_by_role("region", name="Runs that were brought")
            expect(brought.get_by_role("listitem")).to_have_count(2)
            expect(others.table).to_be_hidden()
            there.press("Add 2 runs")
            others.expect_told("B", "25 of 25")
            others.open("Take the runs with you")
            expect(others.panel.get_by_role("textbox", name="The table in Markdown")).to_have_value(markdown)
            assert others.table.inner_text().split() == table.replace("shown now", "").split()
            there.expect_epoch(0)


def test_five_what_ifs_from_the_article_are_one_link_and_the_same_table_elsewhere(
    lab: Lab, browser: Browser, site: str
) -> None:
    lab.choose("Epochs", str(EPOCHS))
    lab.train_to_the_end()
    lab.open_tab("Runs")
    runs = Runs(lab)
    for number, what in enumerate(FIVE, 2):
        runs.what_ifs.get_by_role("button", name=what).click()
        runs.panel.get_by_role("group", name=re.compile("how many test rows")).get_by_role("button").first.click()
        expect(runs.rows).to_have_count(number)
    runs.open("Take the runs with you")
    link = runs.panel.get_by_role("textbox", name="Link to all runs")
    expect(link).to_have_value(re.compile("#runs=1"))
    markdown = runs.panel.get_by_role("textbox", name="The table in Markdown").input_value()
    with Elsewhere(browser, site) as page:
        there = Lab(page, site)
        there.open(link.input_value().removeprefix(site))
        there.press("Add 6 runs")
        others = Runs(there)
        expect(others.rows).to_have_count(6)
        others.open("Take the runs with you")
        expect(others.panel.get_by_role("textbox", name="The table in Markdown")).to_have_value(markdown)


class Elsewhere:
    """A page in another browser profile."""

    def __init__(self, browser: Browser, site: str) -> None:
        self.context: BrowserContext = browser.new_context(**CALM)
        self.complaints = Complaints(site)

    def __enter__(self) -> Page:
        page = self.context.new_page()
        self.complaints.watch(page)
        return page

    def __exit__(self, *_: object) -> None:
        self.context.close()
        assert not self.complaints.unexpected()


def test_the_runs_are_there_again_after_a_reload(runs: Runs) -> None:
    lab = runs.lab
    lab.page.reload()
    lab.wait_for_python()
    lab.open_tab("Runs")
    runs.expect_told("A", "7 of 25")
    runs.expect_told("B", "25 of 25")
    lab.expect_epoch(0)


def test_on_the_smallest_screen_nothing_moves_sideways(
    narrow: BrowserContext, site: str, complaints: Complaints
) -> None:
    page = narrow.new_page()
    complaints.watch(page)
    lab = Lab(page, site)
    lab.open()
    runs = two_runs(lab)
    for name in ("Sweep one number", "Take the runs with you", "The curves in numbers"):
        runs.open(name)
    lab.press("Compare side by side")
    runs.says("^Both get")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert not complaints.unexpected()
