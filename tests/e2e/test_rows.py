"""Rows of the results are chosen with the mouse or the arrow keys, and every panel follows."""

import pytest
from playwright.sync_api import expect

from perceptron.datasets import ARTICLE
from perceptron.findings.common_cause import common_cause
from perceptron.findings.explanation import explain
from perceptron.neuron import Perceptron
from perceptron.scoring import bounds, printed
from perceptron.words.common_cause import cause_in_words
from perceptron.words.explanation import explanation_in_words
from perceptron.words.numbers import with_minuses
from tests.e2e import desk
from tests.e2e.lab import Lab
from tests.tasks import task_of
from web.page.geometry import plot_x, plot_y

TRAINED = 2_000
SUMS, OUTPUTS = (-6.0, 6.0), (0.0, 1.0)  # of the picture


@pytest.fixture
def lab(shared: Lab) -> Lab:
    """A trained neuron, looked at now."""
    if shared.epoch != TRAINED:
        shared.choose("Epochs", str(TRAINED))
        shared.train_to_the_end()
    shared.rest()
    return shared


def click_row(lab: Lab, row: int) -> None:
    """Click on a row, not on its button, as a person with a mouse does."""
    lab.rows.nth(row).locator("td").first.click()
    lab.rest()


def expect_explained(lab: Lab, row: int, neuron: Perceptron) -> None:
    """That the panel says of this row what Python on the desk says of it."""
    explanation = explain(neuron, ARTICLE.test[row], task_of(ARTICLE))
    first, second = explanation.inputs
    why, verdict = lab.panel("Why right or wrong"), "✓ right" if explanation.right else "✗ wrong"
    expect(why.get_by_role("heading").first).to_have_text(f"Row {row + 1}: {first} + {second} = {explanation.expected}")
    expect(why.get_by_text(verdict, exact=True)).to_be_visible()
    expect(why.get_by_role("listitem")).to_have_text(
        [with_minuses(words) for words in explanation_in_words(explanation)]
    )
    expect(lab.results.get_by_role("button", pressed=True)).to_have_count(1)
    expect(lab.verdict(row)).to_have_attribute("aria-pressed", "true")
    expect(lab.region("The neuron").get_by_text(f"Test row {row + 1}", exact=True)).to_be_visible()


def test_a_click_on_a_row_opens_why_it_is_right_or_wrong(lab: Lab) -> None:
    lab.open_tab("One update")
    click_row(lab, 24)
    expect(lab.page.get_by_role("tab", name="Why right or wrong")).to_have_attribute("aria-selected", "true")
    expect_explained(lab, 24, desk.run(TRAINED).neuron)


def test_the_arrow_keys_choose_the_next_row_and_stay_within_the_table(lab: Lab) -> None:
    neuron = desk.run(TRAINED).neuron
    lab.open_tab("Why right or wrong")
    click_row(lab, 2)
    lab.verdict(2).focus()
    for key, row in (("ArrowUp", 1), ("ArrowUp", 0), ("ArrowUp", 0), ("ArrowDown", 1)):
        lab.keys(key)
        expect(lab.verdict(row)).to_be_focused()
        expect_explained(lab, row, neuron)
    click_row(lab, 24)
    lab.verdict(24).focus()
    lab.keys("ArrowDown")
    expect_explained(lab, 24, neuron)


def test_the_words_about_the_rows_belong_to_the_moment_that_is_looked_at(lab: Lab) -> None:
    lab.open_tab("Why right or wrong")
    click_row(lab, 5)
    for epoch in (0, 100, 1_000):
        lab.scrub(epoch)
        neuron = desk.run(TRAINED).at(epoch).neuron
        explanations = [explain(neuron, row, task_of(ARTICLE)) for row in ARTICLE.test]
        cause = with_minuses(cause_in_words(common_cause(explanations)))
        expect(lab.region("Results").get_by_text(cause)).to_be_visible()
        expect_explained(lab, 5, neuron)
    lab.press("Back to now")
    lab.rest()
    expect(lab.region("Results")).to_contain_text("All 4 wrong rows have a true sum of 1.0")


def test_the_chosen_row_lies_on_the_activation_where_its_sum_and_output_are(lab: Lab) -> None:
    neuron = desk.run(TRAINED).neuron
    lab.open_tab("Rows on the curve")
    for row in (0, 2, 9):
        click_row(lab, row)
        # The panel stays open: here, too, a row can be chosen.
        expect(lab.panel("Rows on the curve")).to_be_visible()
        inputs, target = ARTICLE.test[row]
        chosen = lab.activation.locator(".chosen")
        expect(chosen).to_have_attribute("cx", f"{plot_x(neuron.weighted_sum(inputs), SUMS):.1f}")
        expect(chosen).to_have_attribute("cy", f"{plot_y(neuron.predict(inputs), OUTPUTS):.1f}")
        least, most = bounds(printed(target, ARTICLE.decimals), ARTICLE.decimals)
        most = min(most, 1.0)
        goal = lab.activation.locator(".goal")
        expect(goal).to_have_attribute("y", f"{plot_y(most, OUTPUTS):.1f}")
        expect(goal).to_have_attribute("height", f"{plot_y(least, OUTPUTS) - plot_y(most, OUTPUTS):.1f}")
