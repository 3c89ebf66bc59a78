"""On a telephone: what a finger needs is large enough, what it taps is explained in sight, and nothing jumps."""

import re

from playwright.sync_api import Page, expect

from tests.e2e.lab import Lab
from tests.e2e.test_look import violations

LEAST = 36  # CSS pixels that a finger hits with ease


def opened(touched: Page, site: str) -> Lab:
    touched.emulate_media(reduced_motion="reduce")
    lab = Lab(touched, site)
    lab.open()
    lab.rest()
    return lab


def test_a_tap_on_a_part_of_the_drawing_explains_it_beside_the_drawing_and_it_stays(touched: Page, site: str) -> None:
    lab = opened(touched, site)
    said = lab.region("The neuron").get_by_text("Point at a part of the drawing, or tap it")
    expect(said).to_be_visible()
    lab.part("bias").get_by_text("0.5472").tap()
    told = lab.region("The neuron").get_by_text("The bias is 0.5472. It pushes the weighted sum up")
    expect(told).to_be_in_viewport(ratio=1)
    lab.rest()
    expect(told).to_be_visible()
    lab.part("weighted sum").get_by_text("Σ").tap()
    expect(lab.region("The neuron").get_by_text("The weighted sum is 0.6491:")).to_be_in_viewport(ratio=1)
    assert not violations(touched)


def test_the_neuron_keeps_its_place_while_it_is_trained(touched: Page, site: str) -> None:
    lab = opened(touched, site)
    drawing = lab.region("The neuron").get_by_role("group", name="The neuron")
    before = drawing.bounding_box()
    lab.train_to_the_end()
    lab.rest()
    after = drawing.bounding_box()
    assert before and after
    assert abs(before["y"] - after["y"]) < 1


def test_verdicts_stages_and_signs_are_large_enough_for_a_finger(touched: Page, site: str) -> None:
    lab = opened(touched, site)
    lab.field("First number").tap()
    buttons = [
        lab.verdict(0),
        lab.verdict(24),
        touched.get_by_role("list", name="Stages").get_by_role("button", name="Error", exact=True),
        touched.get_by_role("button", name="Change the sign of First number", exact=True),
        touched.get_by_role("button", name="Change the sign of weight 1", exact=True),
    ]
    for button in buttons:
        box = button.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= LEAST, button


def test_what_needs_a_keyboard_or_a_mouse_is_not_offered(touched: Page, site: str) -> None:
    lab = opened(touched, site)
    hovers = touched.evaluate("matchMedia('(hover: hover)').matches")
    expect(lab.button("Keys")).to_be_visible(visible=hovers)
    lab.open_tab("Data")
    expect(touched.get_by_text(re.compile("drop a file"))).to_be_visible(visible=hovers)


def test_one_press_leads_to_the_numbers_that_one_may_ask(touched: Page, site: str) -> None:
    lab = opened(touched, site)
    lab.button("Type your own numbers").tap()
    expect(lab.field("First number")).to_be_focused()
    expect(lab.field("First number")).to_be_in_viewport(ratio=1)
    touched.keyboard.type("0.8")
    touched.keyboard.press("Enter")
    expect(lab.region("The neuron").get_by_text("0.8 + 0.1 ≈")).to_be_visible()
