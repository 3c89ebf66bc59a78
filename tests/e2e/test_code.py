"""A person’s own Python in the page: a change from the list, faults, an endless loop, and the program taken home."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import expect

from perceptron.changed_run import run_of
from perceptron.changes import CHANGES, changed
from perceptron.packed import pack_program
from perceptron.program import own_program_of
from perceptron.settings import Settings
from tests.e2e.digits import digits
from tests.e2e.lab import Lab
from tests.e2e.test_look import violations

OWN = own_program_of(Settings())
MOMENTUM = changed(OWN, CHANGES["momentum"])
ENDLESS = OWN.replace("        delta = derivative(output)\n", "        while True:\n            pass\n")
EPOCHS = 300


class Code:
    """The tab “Code” of an opened page, in a person’s words."""

    def __init__(self, lab: Lab) -> None:
        self.lab = lab
        self.panel = lab.page.get_by_role("tabpanel", name="Code")
        self.text = self.panel.get_by_role("textbox", name="Python", exact=True)
        self.change = self.panel.get_by_role("combobox", name="Try a change")
        self.diff = self.panel.get_by_role("group", name="What you changed")
        self.line = self.panel.get_by_role("group", name="The line")

    def says(self, words: str) -> None:
        expect(self.panel.get_by_text(re.compile(words))).to_be_visible()

    def write(self, program: str) -> None:
        self.text.fill(program)

    def run(self) -> None:
        self.lab.press("Run this Python")


@pytest.fixture
def code(lab: Lab) -> Code:
    """With a run of few epochs, and the tab open."""
    lab.choose("Epochs", str(EPOCHS))
    lab.open_tab("Code")
    code = Code(lab)
    code.says("^Ctrl.Enter runs it. Tab moves the line")  # the editor is there
    return code


def by_engine(program: str) -> list[str]:
    run = run_of(Settings(epochs=EPOCHS, rule=program))
    run.advance(EPOCHS)
    return [repr(number) for number in (*run.neuron.weights, run.neuron.bias)]


def test_a_change_from_the_list_runs_with_the_engines_digits_and_restored_it_is_as_before(code: Code) -> None:
    lab = code.lab
    expect(code.text).to_have_value(OWN)
    code.change.select_option("Momentum")
    lab.press("Replace the program with this")
    expect(code.text).to_have_value(MOMENTUM)
    expect(code.diff).to_contain_text("self.velocity")
    code.says("^This text has not run yet")
    code.run()
    lab.wait_until("trained")
    code.says("^This program trains the neuron")
    assert lab.parameters == by_engine(MOMENTUM) != digits(EPOCHS)
    expect(lab.root).to_have_attribute("data-engine", "compiled")
    lab.open_tab("One update")
    expect(lab.switch("Compiled")).to_have_accessible_description(re.compile("^Train ran your program compiled"))
    lab.open_tab("Code")
    assert f"rule={pack_program(MOMENTUM)}" in lab.page.url
    lab.press("Restore")
    expect(code.text).to_have_value(OWN)
    code.run()
    code.says("^The page’s own program trains the neuron")
    lab.wait_until("trained")
    assert lab.parameters == digits(EPOCHS)


def test_what_nothing_can_stop_from_within_is_stopped_by_a_worker_that_waits(code: Code) -> None:
    lab = code.lab
    while len(lab.page.workers) < 2:
        lab.page.wait_for_event("worker")
    for _ in range(2):
        code.write(OWN.replace("        delta = derivative(output)\n", "        sum(iter(int, 1))\n"))
        code.run()
        code.says("^Python tries the first epoch")
        lab.press("Stop")
        lab.wait_for_python()
        while len(lab.page.workers) > 2:  # the one that was ended is soon gone
            lab.rest()
    code.write(MOMENTUM)
    code.run()
    lab.wait_until("trained")
    assert lab.parameters == by_engine(MOMENTUM)


def test_the_program_goes_home_and_prints_there_what_the_page_shows(code: Code, tmp_path: Path) -> None:
    lab = code.lab
    code.write(MOMENTUM)
    code.run()
    lab.wait_until("trained")
    with lab.page.expect_download() as download:
        lab.press("Download this program")
    assert download.value.suggested_filename == "neuron.py"
    download.value.save_as(tmp_path / "neuron.py")
    printed = subprocess.run([sys.executable, tmp_path / "neuron.py"], capture_output=True, text=True, check=True)
    answers = re.findall(r"Prediction: (\S+)", printed.stdout.partition("After training:")[2])
    assert answers == [row[4] for row in lab.table]
    weights = [float(number) for number in re.findall(r"-?\d+\.\d+", printed.stdout.splitlines()[-1])]
    assert weights == pytest.approx(list(map(float, lab.parameters)), rel=1e-11)


def test_a_broken_program_is_told_and_an_endless_one_is_stopped(code: Code) -> None:
    lab = code.lab
    lab.train_to_the_end()
    code.write(OWN.replace("total = self.bias", "total = = self.bias"))
    code.run()
    code.says("SyntaxError: invalid syntax. Python cannot read this line")
    expect(code.line).to_contain_text("total = = self.bias")
    code.write(OWN.replace("error = target - output", "error = target - outputs"))
    code.run()
    code.says(r"^Your program, line 31, in epoch 1, row 1: NameError: name 'outputs' is not defined")
    expect(code.line).to_contain_text("^^^^^^^")
    expect(code.panel.get_by_role("definition").first).to_be_visible()
    assert not violations(lab.page, '[aria-label="A closer look"]')
    code.says("^This text failed in line 31. The page’s own program still trains the neuron")
    expect(code.line).to_be_in_viewport()
    lab.press("Go to line 31")
    expect(code.text).to_be_focused()
    chosen = code.text.evaluate("text => text.value.slice(text.selectionStart, text.selectionEnd)")
    assert chosen == "        error = target - outputs"
    assert lab.parameters == digits(EPOCHS)
    code.write(ENDLESS)
    code.run()
    code.says("^Python tries the first epoch")
    lab.press("Stop")
    lab.wait_for_python()
    code.says("^Stopped: Python had not come to the end of the first epoch")
    expect(code.diff).to_contain_text("while True:")
    expect(code.text).to_have_value(ENDLESS)
    lab.expect_epoch(EPOCHS)
    assert lab.parameters == digits(EPOCHS)
    code.run()
    code.says("comes to no end")
    assert lab.parameters == digits(EPOCHS)


def test_a_program_in_the_address_waits_for_the_person(lab: Lab) -> None:
    lab.page.goto("about:blank")
    lab.open(f"#epochs={EPOCHS}&rule={pack_program(MOMENTUM)}")
    code = Code(lab)
    expect(lab.notice).to_contain_text("runs when you press “Run this Python”")
    expect(code.text).to_have_value(MOMENTUM)
    lab.expect_epoch(0)
    lab.choose("Seed", "7")
    assert f"seed=7&epochs={EPOCHS}&rule={pack_program(MOMENTUM)}" in lab.page.url
    lab.page.reload()
    lab.wait_for_python()
    expect(code.text).to_have_value(MOMENTUM)
    lab.choose("Seed", "109")
    code.run()
    lab.wait_until("trained")
    assert lab.parameters == by_engine(MOMENTUM)
    lab.press("The article’s experiment")
    expect(code.text).to_have_value(OWN)


def test_what_was_typed_is_there_after_a_reload_and_runs_only_when_it_is_run(code: Code) -> None:
    lab = code.lab
    code.write(MOMENTUM)
    code.says("^This text has not run yet")
    lab.page.reload()
    lab.wait_for_python()
    code.says("^The text that you left here is back. This text has not run yet")
    expect(code.text).to_have_value(MOMENTUM)
    lab.expect_epoch(0)
    lab.press("Restore")
    expect(code.text).to_have_value(OWN)
    lab.page.reload()
    lab.wait_for_python()
    expect(code.text).to_have_value(OWN)


def test_by_keys_a_line_keeps_its_spaces_and_the_text_can_be_left(code: Code) -> None:
    lab = code.lab
    code.text.focus()
    lab.keys("Control+Home", "End", "Enter")
    lab.page.keyboard.type("if True:")
    lab.keys("Enter")
    lab.page.keyboard.type("x = 1")
    lab.keys("Enter")
    lab.page.keyboard.type("y = 2")
    expect(code.text).to_have_value(re.compile(r'^""".*"""\nif True:\n    x = 1\n    y = 2\n'))
    lab.keys("Tab")
    expect(code.text).to_have_value(re.compile(r"\n    y = 2 {3,}\n"))
    lab.keys("Control+m", "Tab")
    expect(lab.button("Run this Python")).to_be_focused()
    lab.keys("Shift+Tab")
    expect(code.text).to_be_focused()
    lab.keys("Control+m")
    code.text.focus()
    lab.keys("Control+Enter")
    lab.wait_until("trained")
    code.says("^This program trains the neuron")
    assert lab.parameters == digits(EPOCHS)
    lab.tab("Why right or wrong").click()
    expect(lab.panel("Why right or wrong")).to_contain_text("Your program answers ")


LATE = OWN.replace("        self.bias = bias", "        self.bias = bias\n        self.n = 0.0").replace(
    "        error =", "        self.n += 1.0\n        1.0 / (self.n - 2801.0)\n        error ="
)


def test_a_program_that_fails_on_the_way_says_so_beside_train_and_leads_to_the_line(code: Code) -> None:
    lab = code.lab
    code.write(LATE)
    code.run()
    note = lab.page.get_by_text("Your program stopped in epoch 101, line 33. The tab Code shows why.")
    expect(note).to_be_visible()
    expect(code.line).to_be_in_viewport()
    expect(lab.page.get_by_role("combobox", name="Activation")).to_be_disabled()
    expect(lab.page.get_by_role("combobox", name="Activation")).to_have_accessible_description(
        re.compile("^Your program decides activation, loss and bias")
    )
    lab.open_tab("Map")
    lab.press("Show it in Code")
    expect(code.line).to_be_focused()
    expect(code.line).to_be_in_viewport()
    expect(code.line).to_contain_text("1.0 / (self.n - 2801.0)")
