"""One update, step by step: every stage with its numbers, and the way from update to update."""

import re

import pytest
from playwright.sync_api import Locator, expect

from perceptron.aspects import STAGES
from perceptron.datasets import ARTICLE
from perceptron.experiment import Run
from perceptron.learning import Update, learn
from perceptron.neuron import Perceptron
from perceptron.settings import Settings
from tests.e2e import desk
from tests.e2e.lab import Lab

ROWS = len(ARTICLE.training)
TITLES = ("Inputs", "Products", "Weighted sum", "Sigmoid", "Error", "Slope", "Changes", "New weights")
# What the first update of the article's run is, to six digits.
GOLDEN = {
    "sum": ["0.916662"],
    "output": ["0.714361"],
    "error": ["0.285639"],
    "slope": ["0.204049"],
    "changes": ["0.00291422", "0.00291422", "0.00582843"],
    "new": ["0.282497", "0.462193", "0.553059"],
}
# One line of the program for each stage.
STATEMENTS = {
    "inputs": "def train(self, inputs, target):",
    "products": "total += x * weight",
    "sum": "total = self.bias",
    "output": "return sigmoid(total)",
    "error": "error = target - output",
    "slope": "return output * (1.0 - output)",
    "changes": "self.bias += self.learning_rate * error * delta",
    "new": "self.weights[j] += self.learning_rate * error * inputs[j] * delta",
}
# Of each line or part: its words, whether it belongs to the stage, and how it is painted.
LIT = """(elements, stage) => elements.map(element => {
    const { fill, fontWeight, backgroundColor } = getComputedStyle(element.querySelector(".caption") ?? element);
    const belongs = (element.dataset.stages || "").split(" ").includes(stage);
    return [element.textContent, belongs, [fill, fontWeight, backgroundColor].join()];
})"""


@pytest.fixture
def lab(shared: Lab) -> Lab:
    """Before the first update, at its first stage, and not asked anything."""
    shared.press("Reset")
    shared.wait_until("untrained")
    shared.open_tab("One update")
    shared.page.get_by_label("Quiz me").uncheck()
    shared.page.get_by_role("button", name="Inputs", exact=True).click()
    shared.rest()
    return shared


@pytest.fixture
def update() -> Update:
    return learn(Perceptron.random(2, 109), ARTICLE.training[0], 0.1)


def numbers(update: Update) -> dict[str, dict[str, str]]:
    """What each stage must show, every digit, as Python on the desk has it."""
    products = [x * weight for x, weight in zip(update.inputs, update.weights, strict=True)]
    (x1, x2), (change_1, change_2), (new_1, new_2) = update.inputs, update.weight_changes, update.new_weights
    values: dict[str, dict[str, float]] = {
        "inputs": {"Input 1": x1, "Input 2": x2, "Target (Sum)": update.target},
        "products": {"Product 1": products[0], "Product 2": products[1]},
        "sum": {"Weighted sum": update.weighted_sum},
        "output": {"Output": update.output},
        "error": {"Error": update.error},
        "slope": {"Slope": update.derivative},
        "changes": {
            "Change of weight 1": change_1,
            "Change of weight 2": change_2,
            "Change of bias": update.bias_change,
        },
        "new": {"New weight 1": new_1, "New weight 2": new_2, "New bias": update.new_bias},
    }
    return {stage: {label: repr(value) for label, value in terms.items()} for stage, terms in values.items()}


def formulas(lab: Lab) -> Locator:
    """Those that end with a result; a long one goes on in a second line, which begins with a space."""
    return lab.formulas.locator("math:not(:has(+ math mspace))")


def expect_lit(lab: Lab, stage: str) -> None:
    """That the parts and the lines of this stage look otherwise than all the others, and alike."""
    expect(lab.drawing).to_have_attribute("data-stage", stage)
    expect(lab.code).to_have_attribute("data-stage", stage)
    parts = lab.drawing.locator(".part").evaluate_all(LIT, stage)
    lines = lab.code.locator("span").evaluate_all(LIT, stage)
    for lit in (parts, lines):
        of_stage = {look for _, belongs, look in lit if belongs}
        others = {look for _, belongs, look in lit if not belongs}
        assert len(of_stage) == 1 and len(others) == 1 and of_stage != others, lit
    assert STATEMENTS[stage] in [text.strip() for text, belongs, _ in lines if belongs]


def test_the_first_update_is_walked_through_all_its_stages(lab: Lab, update: Update) -> None:
    page = lab.page
    lab.expect_next_update(1, 1)
    expect(lab.region("The neuron").get_by_text("Next training row: 1", exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="Previous stage")).to_be_disabled()
    for number, (stage, expected) in enumerate(numbers(update).items(), 1):
        expect(lab.stage_title).to_have_text(f"{number} of 8: {TITLES[number - 1]}")
        assert lab.record() == expected
        results = [text.rpartition("=")[2] for text in formulas(lab).all_text_contents()]
        assert results == GOLDEN.get(stage, results)
        assert len(results) == len(expected)
        expect_lit(lab, stage)
        expect(lab.stage).to_have_text(TITLES[number - 1])
        if number < len(STAGES):
            lab.press("Next stage")
            lab.rest()
    expect(page.get_by_role("button", name="Next stage")).to_be_disabled()
    # Looking at an update does not make it.
    lab.wait_until("untrained")
    assert lab.parameters == desk.parameters(desk.run(0).neuron)
    lab.press("Previous stage")
    lab.rest()
    assert lab.record() == numbers(update)["changes"]
    lab.open_stage("Weighted sum")
    assert lab.record() == numbers(update)["sum"]


def test_train_on_next_row_makes_the_update_and_previous_row_looks_back_at_it(lab: Lab, update: Update) -> None:
    lab.press("Train on next row")
    lab.rest()
    lab.wait_until("paused")
    lab.expect_next_update(1, 2)
    assert lab.parameters == list(numbers(update)["new"].values())
    lab.press("Previous row")
    lab.rest()
    lab.expect_moment(0)
    expect(lab.update_title).to_have_text("Epoch 1, training row 1 of 28")
    assert lab.parameters == desk.parameters(desk.run(0).neuron)
    assert lab.record() == numbers(update)["inputs"]
    expect(lab.page.get_by_role("button", name="Previous row")).to_be_disabled()
    lab.press("Next row")
    lab.rest()
    lab.expect_moment(None)
    # It was made once, so coming back to it made none.
    assert lab.parameters == list(numbers(update)["new"].values())


def test_the_way_leads_to_the_first_the_largest_and_the_last_update(lab: Lab) -> None:
    lab.choose("Epochs", "1000")
    lab.train_to_the_end()
    run = desk.run(1000)
    largest = run.largest_update(1000)
    for button, epoch, row in (
        ("Largest of this epoch", 1000, largest),
        ("Last of this epoch", 1000, ROWS),
        ("Next row", 1001, 1),
        ("Previous row", 1000, ROWS),
        ("First update of the run", 1, 1),
        ("Last of this epoch", 1, ROWS),
        ("Next row", 2, 1),
        ("Largest of this epoch", 2, run.largest_update(2)),
    ):
        lab.press(button)
        lab.rest()
        # The next update is called so, which is not made yet.
        expect(lab.update_title).to_have_text(
            re.compile(f"^(The next update, e|E)poch {epoch:,}, training row {row} of")
        )
        update = run.update_at(epoch, row)
        assert lab.record() == numbers(update)["inputs"]
        assert lab.parameters == [repr(number) for number in (*update.weights, update.bias)]
        lab.expect_epoch(1000)
    lab.choose("Epochs", "10000")


def test_all_rows_of_an_epoch_one_by_one_give_the_digits_of_the_epoch(lab: Lab) -> None:
    run = Run(Settings())
    for number in range(1, ROWS + 1):
        lab.expect_next_update(1, number, ROWS)
        lab.press("Train on next row")
        lab.rest()
        assert run.step()
        assert lab.parameters == desk.parameters(run.neuron)
    lab.expect_epoch(1)
    lab.expect_next_update(2, 1)
    assert lab.parameters == desk.parameters(desk.run(1).neuron)
