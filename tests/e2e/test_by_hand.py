"""Weights and bias set by hand: everything follows, it can learn on from there, and the best score is kept."""

import re

import pytest
from playwright.sync_api import Page, expect

from perceptron.datasets import ARTICLE
from perceptron.experiment import Run
from perceptron.judging import judge
from perceptron.neuron import Perceptron
from perceptron.scoring import score
from perceptron.settings import Settings
from tests.e2e import desk
from tests.e2e.lab import Lab
from web.page.geometry import tube_width
from web.page.views.hand import BORROWED

BY_HAND = Perceptron((1.0, 1.0), 0.0)
PARAMETERS = ("Weight 1", "Weight 2", "Bias")


@pytest.fixture
def lab(shared: Lab) -> Lab:
    """At the seed's own start."""
    if shared.page.get_by_role("button", name="Back to the seed’s weights").is_visible():
        shared.press("Back to the seed’s weights")
    shared.press("Reset")
    shared.wait_until("untrained")
    shared.rest()
    return shared


def set_by_hand(lab: Lab, *values: str) -> None:
    for name, value in zip(PARAMETERS, values, strict=True):
        lab.choose(name, value)
    lab.rest()


def counts(neuron: Perceptron) -> str:
    """The score of a neuron, and how many of its answers are off to which side."""
    verdicts = judge(neuron, ARTICLE)
    wrong = [verdict for verdict in verdicts if not verdict.right]
    high = sum(verdict.output > verdict.target for verdict in wrong)
    sides = [f"{high} too high ▲"] if high else []
    sides += [f"{len(wrong) - high} too low ▼"] if len(wrong) > high else []
    return ", ".join([f"{len(verdicts) - len(wrong)} of 25 right", *sides])


def expect_said(lab: Lab, words: str) -> None:
    """That these words stand under the sliders, and no others."""
    expect(lab.region("The neuron").get_by_text(words, exact=True)).to_be_visible()


def test_everything_follows_weights_set_by_hand(lab: Lab) -> None:
    page = lab.page
    set_by_hand(lab, "1", "1", "0")
    expect(page).to_have_url(re.compile(r"#start=1(\.0)?,1(\.0)?,0(\.0)?$"))
    assert [float(number) for number in lab.parameters] == [1.0, 1.0, 0.0]
    verdicts = judge(BY_HAND, ARTICLE)
    assert [row[3] for row in lab.table] == [verdict.printed for verdict in verdicts]
    sides = ["▲ too high" if verdict.output > verdict.target else "▼ too low" for verdict in verdicts]
    marks = ["✓ right" if verdict.right else side for verdict, side in zip(verdicts, sides, strict=True)]
    assert [row[5] for row in lab.table] == marks
    right = score(verdicts).right
    expect(lab.score).to_have_text(f"{right} of 25 test sums right")
    expect_said(lab, f"Set by hand: {counts(BY_HAND)}. The most there is: 21. Your best by hand is {right} of 25.")
    error = Run(Settings(start=(1.0, 1.0, 0.0))).error
    expect(lab.curve_text).to_have_text(f"At the start: mean squared error {error:.6f}, {right} of 25 right.")
    expect(lab.region("Ask it")).to_contain_text(f"Before rounding it is {BY_HAND.predict((0.2, 0.1))!r}.")
    expect(lab.tube(1)).to_have_attribute("stroke-width", f"{tube_width(1.0):.2f}")
    expect(lab.pointer).to_have_attribute("transform", "rotate(0.0)")
    lab.open_tab("One update")
    page.get_by_role("button", name="Weighted sum", exact=True).click()
    lab.rest()
    assert lab.record() == {"Weighted sum": "1.0"}


def test_the_address_brings_the_start_back_and_the_best_score_is_kept(page: Page, site: str) -> None:
    lab = Lab(page, site)
    lab.open()
    expect(lab.region("The neuron")).not_to_contain_text("Your best")
    set_by_hand(lab, "4.98", "5.19", "-2.56")
    best = score(judge(Perceptron((4.98, 5.19), -2.56), ARTICLE)).right
    good = Perceptron((4.98, 5.19), -2.56)
    expect_said(lab, f"Set by hand: {counts(good)}. The most there is: 21. Your best by hand is {best} of 25.")
    set_by_hand(lab, "1", "1", "0")
    worse = score(judge(BY_HAND, ARTICLE)).right
    expected = f"Set by hand: {counts(BY_HAND)}. The most there is: 21. Your best by hand is {best} of 25."
    assert worse < best
    expect_said(lab, expected)
    page.reload()
    lab.wait_for_python()
    lab.rest()
    expect_said(lab, expected.replace(" The most", f" {BORROWED} The most"))
    expect(lab.score).to_have_text(f"{worse} of 25 test sums right")
    expect(lab.field("Weight 1")).to_have_value(re.compile(r"^1(\.0+)?$"))
    assert [row[3] for row in lab.table] == desk.predictions(BY_HAND)
    lab.press("Back to the seed’s weights")
    lab.rest()
    expect(page).to_have_url(site)
    assert lab.parameters == desk.parameters(desk.run(0).neuron)
    expect(lab.region("The neuron")).to_contain_text(f"Your best by hand is {best} of 25.")
    # What training reaches is not by hand.
    lab.train_to_the_end()
    expect(lab.region("The neuron")).to_contain_text(f"Your best by hand is {best} of 25.")


def test_it_learns_on_from_what_was_set_by_hand(lab: Lab) -> None:
    set_by_hand(lab, "-3", "0.5", "2")
    lab.press("Let it learn from here")
    lab.wait_until("trained")
    lab.rest()
    trained = desk.run(10_000, (-3.0, 0.5, 2.0))
    assert lab.parameters == desk.parameters(trained.neuron)
    assert [row[4] for row in lab.table] == desk.predictions(trained.neuron)
    assert [row[3] for row in lab.table] == desk.predictions(Perceptron((-3.0, 0.5), 2.0))
    expect(lab.page.get_by_role("button", name="Let it learn from here")).to_be_hidden()
    lab.press("Reset")
    lab.wait_until("untrained")
    lab.rest()
    assert [float(number) for number in lab.parameters] == [-3.0, 0.5, 2.0]
    lab.press("Back to the seed’s weights")
    lab.rest()
    assert lab.parameters == desk.parameters(desk.run(0).neuron)
    expect(lab.page).to_have_url(lab.site)


def test_one_number_changed_after_training_leaves_the_others_as_they_were(lab: Lab) -> None:
    lab.train_to_the_end()
    weight_1, weight_2, _ = lab.parameters
    lab.choose("Bias", "-2.5")
    lab.rest()
    lab.expect_epoch(0)
    lab.wait_until("untrained")
    assert lab.parameters == [weight_1, weight_2, "-2.5"]
    expect(lab.page).to_have_url(re.compile(f"#start={weight_1},{weight_2},-2.5$"))


def test_a_field_that_has_the_focus_shows_what_flows_until_somebody_types_into_it(lab: Lab) -> None:
    lab.field("Weight 1").focus()
    lab.page.keyboard.press("ArrowUp")
    lab.rest()
    before = float(lab.field("Weight 1").input_value())
    lab.button("Train").evaluate("button => button.click()")  # where the focus is, it stays
    lab.wait_until("trained")
    lab.rest()
    expect(lab.field("Weight 1")).to_be_focused()
    shown = float(lab.field("Weight 1").input_value())
    assert shown != before
    assert abs(shown - float(lab.parameters[0])) < 0.0001
    lab.page.keyboard.press("ArrowUp")
    lab.page.keyboard.press("Tab")
    lab.rest()
    assert abs(float(lab.parameters[0]) - shown - 0.1) < 0.0001


@pytest.mark.engines
def test_what_is_typed_over_a_number_that_flows_takes_its_place(page: Page, site: str) -> None:
    lab = Lab(page, site)
    lab.open("#learning_rate=0.0001")
    lab.choose_a_long_run()
    lab.press("Train")
    lab.wait_until("training")
    lab.field("Weight 1").press("ControlOrMeta+a")
    selected = lab.field("Weight 1").input_value()
    expect(lab.field("Weight 1")).not_to_have_value(selected)
    page.keyboard.type("7")
    expect(lab.field("Weight 1")).to_have_value("7")


def test_sliders_move_by_keyboard_and_a_negative_weight_is_dashed(lab: Lab) -> None:
    lab.slider("Weight 1").focus()
    lab.keys("Home")
    assert lab.parameters[0] == "-10.0"
    lab.keys("ArrowRight")
    assert lab.parameters[0] == "-9.99"
    expect(lab.tube(1)).to_have_class("tube negative")
    assert lab.tube(1).evaluate("tube => getComputedStyle(tube).strokeDasharray") != "none"
    assert lab.tube(2).evaluate("tube => getComputedStyle(tube).strokeDasharray") == "none"
    assert lab.parameters[1:] == desk.parameters(desk.run(0).neuron)[1:]
    expected = Perceptron((-9.99, desk.run(0).neuron.weights[1]), desk.run(0).neuron.bias)
    assert [row[3] for row in lab.table] == desk.predictions(expected)
    lab.keys("End")
    assert lab.parameters[0] == "10.0"
    expect(lab.tube(1)).to_have_class("tube positive")


@pytest.mark.parametrize("name", PARAMETERS)
def test_a_bad_weight_is_explained_beside_its_field_and_changes_nothing(lab: Lab, name: str) -> None:
    before = lab.parameters
    for bad, given in (
        ("", "this is empty"),
        ("1e9", "“1e9” is not"),
        ("-2000", "“-2000” is not"),
        ("1000.5", "“1000.5” is not"),
    ):
        lab.choose(name, bad)
        lab.rest()
        expect(lab.complaint(name)).to_have_text(
            f"{name} must be a number from −1,000 to 1,000; {given}. It stays as it was."
        )
        expect(lab.field(name)).to_have_attribute("aria-invalid", "true")
        assert lab.parameters == before
    expect(lab.page).to_have_url(lab.site)
    lab.choose(name, "1000")
    lab.rest()
    expect(lab.complaint(name)).to_be_hidden()
    assert lab.parameters[PARAMETERS.index(name)] == "1000.0"
