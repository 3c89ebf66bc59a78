"""Train runs a compiled program, the page says so truthfully, and the digits are those of plain Python."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.breaking import in_trainer
from tests.e2e.digits import digits
from tests.e2e.lab import Lab

MACHINE = "web/worker/machine.py"


def expect_engine(lab: Lab, name: str, sentence: str) -> None:
    expect(lab.root).to_have_attribute("data-engine", name)
    expect(lab.switch("Compiled")).to_have_accessible_description(re.compile(sentence))


def test_the_switch_turns_the_compiled_program_off_and_no_digit_changes(lab: Lab) -> None:
    expect_engine(lab, "python", "^Train runs these lines compiled to WebAssembly and checks the digits")
    lab.press("Step")
    lab.rest()
    expect_engine(lab, "python", "^Train runs these lines compiled")
    lab.train_to_the_end()
    expect_engine(lab, "compiled", "^Train ran these lines compiled to WebAssembly and checked the digits")
    ours = lab.parameters
    assert ours == digits(10_000)
    lab.switch("Compiled").uncheck()
    lab.press("Reset")
    lab.wait_until("untrained")
    expect_engine(lab, "python", "^Off: Train runs plain Python")
    lab.train_to_the_end()
    expect_engine(lab, "python", "^Off: Train runs plain Python")
    assert lab.parameters == ours
    lab.switch("Compiled").check()
    lab.train_to_the_end()
    expect(lab.root).to_have_attribute("data-engine", "compiled")
    assert lab.parameters == digits(20_000)
    expect(lab.page).to_have_url(lab.site)


ONE = bytes([0x44]).hex() + "000000000000f03f"  # the instruction for 1.0
WRONG = bytes([0x44]).hex() + "010000000000f03f"  # and for the number next to it: one bit is another


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        ('"_module"', '"_other"', r"^Plain Python trains the neuron\. This version of Pyodide has no _other\.$"),
        ('f"_{name}"', 'f"c_{name}"', r"^Plain Python trains the neuron\. This version of Pyodide has no c_exp\.$"),
        (
            "to_js(program.module)",
            f"to_js(program.module.replace(bytes.fromhex('{ONE}'), bytes.fromhex('{WRONG}')))",
            r"^Plain Python trains the neuron\. In epoch 1 the compiled program gave other digits, ",
        ),
        (
            "to_js(program.module)",
            "to_js(program.module[:-1])",
            r"^Plain Python trains the neuron\. This browser cannot run the compiled program: CompileError",
        ),
    ],
    ids=["no module", "no exp", "a wrong bit", "a broken program"],
)
def test_whatever_goes_wrong_plain_python_trains_and_the_page_says_why(
    page: Page, site: str, before: str, after: str, sentence: str
) -> None:
    page.route("**/web/trainer.zip", in_trainer(MACHINE, before, after))
    lab = Lab(page, site)
    lab.open()
    lab.train_to_the_end()
    expect_engine(lab, "python", sentence)
    assert lab.parameters == digits(10_000)
    lab.press("New start")
    lab.wait_until("untrained")
    expect_engine(lab, "python", sentence)
    lab.train_to_the_end()
    expect_engine(lab, "python", sentence)
