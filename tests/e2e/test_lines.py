"""An update line by line: its lines in their order, by button, number, pointer and key, of any program."""

import re

import pytest
from playwright.sync_api import Locator, expect

from perceptron.changed_run import run_of
from perceptron.changes import CHANGES, changed
from perceptron.line_by_line import Ran, lines_at
from perceptron.packed import pack_program
from perceptron.program import own_program_of
from perceptron.settings import Settings
from tests.e2e.lab import Lab
from tests.e2e.test_look import expect_no_violations

EPOCHS = 30
MOMENTUM = changed(own_program_of(Settings()), CHANGES["momentum"])


class ByLine:
    """The way of looking at an update line by line, in a person’s words."""

    def __init__(self, lab: Lab) -> None:
        self.lab = lab
        self.panel = lab.panel("One update")
        self.switch = lab.switch("Line by line")
        self.number = self.panel.get_by_role("textbox", name="To line")
        self.where = self.panel.get_by_role("status").filter(has_text=re.compile("^Line "))
        self.list = self.panel.get_by_role("group", name="The lines that ran")
        self.values = self.panel.locator("dl:visible > div")

    @property
    def current(self) -> Locator:
        """The row of the list that is marked."""
        return self.list.locator("[aria-current=step]")

    def expect_line(self, number: int, line: Ran) -> None:
        """That this line is looked at, with its values."""
        expect(self.number).to_have_value(str(number))
        expect(self.current.get_by_role("rowheader")).to_have_text(str(number))
        expect(self.current.locator("code")).to_have_text(line.text.strip())
        expect(self.where).to_contain_text(f"Line {line.line} of the program, in {line.function}")
        wanted = [value for _, value in (*line.read, *line.wrote)] or ["no value"]
        said = [text.split("\n")[1].replace("−", "-") for text in self.values.all_inner_texts()]
        assert said == wanted

    def lit(self) -> set[str]:
        """The parts of the drawing that are lit, by their labels."""
        found = self.lab.drawing.locator("[role=img][data-lit]").evaluate_all(
            "parts => parts.map(part => part.ariaLabel || part.getAttribute('aria-label'))"
        )
        return {label.removeprefix("Part: ") for label in found}


@pytest.fixture
def by_line(lab: Lab) -> ByLine:
    """After a short run, before the first update."""
    lab.choose("Epochs", str(EPOCHS))
    lab.train_to_the_end()
    lab.press("First update of the run")
    lab.rest()
    found = ByLine(lab)
    found.switch.check()
    lab.rest()
    return found


def test_the_lines_of_the_pages_own_program_by_buttons_number_and_pointer(by_line: ByLine) -> None:
    lab = by_line.lab
    run = run_of(Settings(epochs=EPOCHS))
    run.advance(EPOCHS)
    ran = lines_at(run, 1, 1).ran
    by_line.expect_line(1, ran[0])
    lab.press("Next line")
    by_line.expect_line(2, ran[1])
    assert by_line.lit() == {"bias", "weighted sum"}
    lab.press("Last line")
    by_line.expect_line(len(ran), ran[-1])
    expect(lab.button("Next line")).to_be_disabled()
    lab.press("Previous line")
    by_line.expect_line(len(ran) - 1, ran[-2])
    by_line.number.fill("6")
    by_line.number.press("Enter")
    by_line.expect_line(6, ran[5])
    assert by_line.lit() == {"weight 2", "weighted sum"}
    expect(by_line.where).to_contain_text("turn 2 of the loop in line 25")
    by_line.number.fill("60")
    by_line.number.press("Enter")
    expect(by_line.panel.get_by_text(f"There are lines 1 to {len(ran)}.")).to_be_visible()
    by_line.list.get_by_role("row").filter(has_text="delta = derivative(output)").click()
    by_line.expect_line(12, ran[11])
    lab.press("Play the lines")
    expect(by_line.number).to_have_value("13")
    lab.press("Pause the lines")
    lab.press("Next row")
    lab.rest()
    assert lines_at(run, 1, 2).ran[0].wrote[0][1] in by_line.list.get_by_role("row").nth(1).inner_text()


def test_by_keys_alone(by_line: ByLine) -> None:
    lab = by_line.lab
    run = run_of(Settings(epochs=EPOCHS))
    run.advance(EPOCHS)
    ran = lines_at(run, 1, 1).ran
    lab.tab_to(by_line.list)
    lab.keys("ArrowDown", "ArrowDown", "ArrowUp")
    by_line.expect_line(2, ran[1])
    lab.keys("End")
    by_line.expect_line(len(ran), ran[-1])
    lab.keys("Home")
    by_line.expect_line(1, ran[0])
    expect(by_line.list).to_be_focused()
    lab.tab_to(by_line.number, "Shift+Tab")
    lab.keys("ControlOrMeta+a", "7", "Enter")
    by_line.expect_line(7, ran[6])
    lab.tab_to(by_line.switch, "Shift+Tab")
    lab.keys("Space")
    expect(by_line.list).to_be_hidden()
    expect(lab.stage_title).to_be_visible()


def test_axe_finds_nothing_and_forced_colours_mark_the_line(by_line: ByLine) -> None:
    lab = by_line.lab
    lab.press("Next line")
    expect_no_violations(lab.page, "line by line", 'section[aria-label="A closer look"]')
    lab.page.emulate_media(forced_colors="active")
    assert by_line.current.evaluate("row => getComputedStyle(row).outlineStyle") == "solid"


def test_momentum_is_followed_to_its_third_line_which_it_remembers(lab: Lab) -> None:
    lab.page.goto("about:blank")
    lab.open(f"#epochs={EPOCHS}&rule={pack_program(MOMENTUM)}")
    lab.press("Run this Python")
    lab.wait_until("trained")
    lab.open_tab("One update")
    by_line = ByLine(lab)
    by_line.switch.check()
    lab.rest()
    run = run_of(Settings(epochs=EPOCHS, rule=MOMENTUM))
    run.advance(EPOCHS)
    ran = lines_at(run, EPOCHS + 1, 1).ran
    lab.press("Next line")
    lab.press("Next line")
    by_line.expect_line(3, ran[2])
    number = next(number for number, line in enumerate(ran, 1) if "self.velocity[j] =" in line.text)
    by_line.number.fill(str(number))
    by_line.number.press("Enter")
    by_line.expect_line(number, ran[number - 1])
