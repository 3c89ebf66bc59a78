"""The quiz in the browser: a whole update by keyboard and by touch, and nothing on the page that tells the answer."""

import pytest
from playwright.sync_api import Page, expect

from perceptron.datasets import ARTICLE
from perceptron.learning import Update, learn
from perceptron.neuron import Perceptron
from tests.e2e.lab import Lab
from tests.e2e.test_look import violations


@pytest.fixture
def update() -> Update:
    return learn(Perceptron.random(2, 109), ARTICLE.training[0], 0.1)


def asked_for(update: Update) -> list[tuple[str, float]]:
    """Every number of an update with two inputs and a bias, in the order of the quiz."""
    products = [x * weight for x, weight in zip(update.inputs, update.weights, strict=True)]
    changes, new = [*update.weight_changes, update.bias_change], [*update.new_weights, update.new_bias]
    parameters = ("weight 1", "weight 2", "bias")
    return [
        ("Product 1", products[0]),
        ("Product 2", products[1]),
        ("Weighted sum", update.weighted_sum),
        ("Output", update.output),
        ("Error", update.error),
        ("Slope", update.derivative),
        *((f"Change of {name}", change) for name, change in zip(parameters, changes, strict=True)),
        *((f"New {name}", number) for name, number in zip(parameters, new, strict=True)),
    ]


LAST_OF_A_STAGE = ("Product 2", "Weighted sum", "Output", "Error", "Slope", "Change of bias", "New bias")


def test_a_whole_update_is_worked_out_by_keyboard_and_the_focus_stays_in_the_field(lab: Lab, update: Update) -> None:
    page = lab.page
    lab.tab_to(page.get_by_label("Quiz me"))
    lab.keys("Space")
    expect(lab.guess).to_be_hidden()
    lab.tab_to(lab.button("Go on"))
    lab.keys("Enter")  # the inputs are given
    known: list[float] = []
    for name, value in asked_for(update):
        expect(page.get_by_label(f"{name}: what will it be?")).to_be_focused()
        assert f"{value:.4f}" not in lab.region("The neuron").inner_text() or name.startswith(("Change", "New"))
        # Both inputs of this row are the same, and so are the changes of both weights.
        assert value in known or repr(value) not in lab.panel("One update").inner_text()
        known.append(value)
        expect(lab.guess).to_have_value("")
        page.keyboard.type(f"{value:.3f}" if name.startswith("New") else f"{value:.1e}")
        lab.keys("Enter")
        expect(lab.mark).to_contain_text(f"✓ Right. In full it is {value!r}.")
        if name in LAST_OF_A_STAGE:
            expect(lab.button("Go on")).to_be_focused()
            expect(lab.guess).to_be_hidden()
            lab.keys("Enter")
    expect(lab.stage_title).to_have_text("1 of 8: Inputs")
    lab.expect_next_update(1, 2)
    expect(lab.panel("One update")).to_contain_text("12 of 12 at the first try.")
    lab.keys("Escape")
    expect(page.get_by_label("Quiz me")).not_to_be_checked()
    expect(page.get_by_label("Quiz me")).to_be_focused()
    expect(lab.guess).to_be_hidden()
    expect(lab.spoken).to_have_text("The quiz is over. 12 of 12 at the first try.")


def test_a_quiz_by_touch_helps_after_two_misses(touched: Page, site: str, update: Update) -> None:
    lab = Lab(touched, site)
    lab.open()
    touched.get_by_label("Quiz me").tap()
    touched.get_by_role("button", name="Weighted sum", exact=True).tap()
    lab.rest()
    for miss, text in enumerate(("5", "6"), 1):
        expect(lab.button("Show me")).to_be_hidden()
        lab.guess.fill(text)
        lab.button("Check").tap()
        expect(lab.mark).to_contain_text(f"✗ Not {text}. Add the three numbers above.")
        expect(lab.guess).to_be_focused()
        assert (miss == 2) is lab.button("Show me").is_visible()
    for place in (lab.region("The neuron"), lab.region("Results"), lab.panel("One update")):
        assert f"{update.weighted_sum:.4f}" not in place.inner_text()
        assert f"{update.output:.4f}" not in place.inner_text()
    expect(lab.page.get_by_role("status", name="Prediction")).to_have_text("?")
    assert not violations(touched), "missed"
    lab.button("Show me").tap()
    expect(lab.mark).to_contain_text(f"It is {update.weighted_sum!r}.")
    expect(lab.button("Go on")).to_be_focused()
    expect(lab.panel("One update")).to_contain_text("0 of 1 at the first try.")
    lab.button("Go on").tap()
    expect(touched.get_by_label("Output: what will it be?")).to_be_focused()
    assert not violations(touched), "asked"


def test_what_is_not_precise_enough_is_asked_for_again(lab: Lab) -> None:
    lab.page.get_by_label("Quiz me").check()
    lab.open_stage("Weighted sum")
    lab.guess.fill("0.9")
    lab.press("Check")
    expect(lab.mark).to_contain_text("0.9 is right so far, but not precise enough. Give two significant digits")
    lab.guess.fill("0,92")
    lab.press("Check")
    expect(lab.panel("One update")).to_contain_text("1 of 1 at the first try.")
