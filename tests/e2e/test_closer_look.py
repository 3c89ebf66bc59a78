"""The closer look: why a row is right or wrong, the activation, the map, and the yardsticks."""

import re

import pytest
from playwright.sync_api import expect

from perceptron.datasets import ARTICLE
from perceptron.findings.ceiling import ceiling
from perceptron.findings.common_cause import common_cause
from perceptron.findings.explanation import explain
from perceptron.findings.grid import grid
from perceptron.settings import Settings
from perceptron.words.ceiling import limit_in_words
from perceptron.words.common_cause import cause_in_words
from perceptron.words.explanation import explanation_in_words
from perceptron.words.numbers import with_minuses
from tests.e2e import desk
from tests.e2e.lab import Lab
from tests.e2e.test_look import violations
from tests.tasks import task_of

TRAINED = 10_000


@pytest.fixture
def lab(whole_run: Lab) -> Lab:
    return whole_run


def test_a_chosen_row_says_why_it_is_wrong_in_the_words_of_its_numbers(lab: Lab) -> None:
    neuron, why = desk.run(TRAINED).neuron, lab.panel("Why right or wrong")
    for number in (0, 1, 23, 24, 9):
        lab.verdict(number).click()
        lab.rest()
        explanation = explain(neuron, ARTICLE.test[number], task_of(ARTICLE))
        verdict = "✓ right" if explanation.right else "✗ wrong"
        expect(why.get_by_text(verdict, exact=True)).to_be_visible()
        expect(why.get_by_role("listitem")).to_have_text(
            [with_minuses(words) for words in explanation_in_words(explanation)]
        )
        expect(lab.verdict(number)).to_have_attribute("aria-pressed", "true")
    expect(why.get_by_role("heading").first).to_have_text("Row 10: 0.0 + 0.1 = 0.1")


def test_a_wrong_row_is_told_what_it_would_have_needed(lab: Lab) -> None:
    lab.verdict(23).click()
    why = lab.panel("Why right or wrong")
    expect(why.get_by_role("heading").first).to_have_text("Row 24: 0.6 + 0.4 = 1.0")
    for words in ("the output must be at least 0.95", "the weighted sum must be at least 2.944", "0.070"):
        expect(why.get_by_role("list")).to_contain_text(words)


def test_the_summary_finds_what_the_wrong_rows_have_in_common(lab: Lab) -> None:
    neuron = desk.run(TRAINED).neuron
    explanations = [explain(neuron, row, task_of(ARTICLE)) for row in ARTICLE.test]
    summary = f"{cause_in_words(common_cause(explanations))} {limit_in_words(ceiling(Settings()))}"
    assert "true sum of 1.0" in summary
    expect(lab.region("Results").get_by_text(summary, exact=True)).to_be_visible()


def test_the_activation_has_every_row_on_its_curve_and_the_chosen_ones_tangent_and_zone(lab: Lab) -> None:
    lab.open_tab("Rows on the curve")
    lab.verdict(0).click()
    lab.rest()
    points = lab.activation
    expect(points.locator("circle.right")).to_have_count(21)
    expect(points.locator("path.wrong")).to_have_count(4)
    for part in (".chosen", ".tangent", ".goal"):
        expect(points.locator(part)).to_have_count(1)
    expect(points.locator(".zone")).to_have_count(11)
    expect(lab.panel("Rows on the curve")).to_contain_text("gives the output 0.9197, which rounds to 0.9")
    chosen = points.locator(".chosen").get_attribute("cx")
    lab.verdict(9).click()
    lab.rest()
    assert points.locator(".chosen").get_attribute("cx") != chosen
    lab.page.get_by_text("All points in words").click()
    expect(lab.panel("Rows on the curve").get_by_role("listitem")).to_have_count(25)


def test_the_map_is_drawn_from_the_neurons_own_numbers(lab: Lab) -> None:
    lab.open_tab("Map")
    pictures = {}
    for quantity in ("prediction", "true value", "error", "right"):
        lab.page.get_by_label("Show", exact=True).select_option(quantity)
        lab.rest()
        pictures[quantity] = lab.map_pixels
        assert len(pictures[quantity]) == 41 * 41
    assert len({tuple(picture) for picture in pictures.values()}) == 4
    # Where the neuron is right there is one colour, and everywhere else another.
    right = list(grid(desk.run(TRAINED).neuron, task_of(ARTICLE), "right", 41))
    colours = {colour for colour, is_right in zip(pictures["right"], right, strict=True) if is_right}
    others = {colour for colour, is_right in zip(pictures["right"], right, strict=True) if not is_right}
    assert (len(colours), len(others)) == (1, 2)
    assert not colours & others
    paths = lab.map.locator("path.training:not(.under)").evaluate_all(
        "paths => paths.map(path => path.getAttribute('d'))"
    )
    assert sum(path.count("M") for path in paths) == 28


def test_the_cursor_of_the_map_reads_the_values_by_pointer_and_by_keys(lab: Lab) -> None:
    lab.open_tab("Map")
    place = lab.map
    reading = lab.map_reading
    box = place.locator("canvas").bounding_box()
    assert box
    lab.page.mouse.click(box["x"] + box["width"] * 0.5, box["y"] + box["height"] * 0.75)
    expect(reading).to_contain_text("0.50 + 0.25 = 0.75")
    place.press("ArrowRight")
    place.press("ArrowUp")
    place.press("Shift+ArrowLeft")
    expect(reading).to_contain_text("0.425 + 0.275 = 0.700")
    prediction = desk.run(TRAINED).neuron.predict((17 / 40, 11 / 40))
    expect(reading).to_contain_text(f"Prediction {prediction:.4f}")
    for _ in range(15):
        place.press("Shift+ArrowDown")
    expect(reading).to_contain_text("0.425 + 0.000 = 0.425")


def test_any_two_of_three_inputs_are_the_axes_and_the_third_is_held(lab: Lab) -> None:
    lab.page.get_by_role("combobox", name="Data", exact=True).select_option("three")
    lab.open_tab("Map")
    expect(lab.map).to_have_accessible_name(re.compile("^Map of First number and Second number"))
    held = lab.page.get_by_label("Third number", exact=True).and_(lab.page.locator("#held-2"))
    held.fill("x")
    held.press("Tab")
    expect(lab.panel("Map")).to_contain_text("Third number must be a number; “x” is not.")
    before = lab.map_pixels
    held.fill("0,8")
    held.press("Tab")
    lab.expect_new_map(before)
    expect(lab.map_reading).to_contain_text("+ 0.80 =")
    lab.page.get_by_label("Across", exact=True).select_option("Third number")
    expect(lab.map).to_have_accessible_name(re.compile("^Map of Third number and Second number"))
    lab.page.get_by_label("Up", exact=True).select_option("Third number")
    expect(lab.map).to_have_accessible_name(re.compile("^Map of Second number and Third number"))
    assert not violations(lab.page, 'section[aria-label="A closer look"]')
    lab.page.get_by_role("combobox", name="Data", exact=True).select_option("article")
    lab.rest()


def test_with_one_input_the_map_is_a_curve_with_a_cursor_for_pointer_and_keys(lab: Lab) -> None:
    lab.page.get_by_role("combobox", name="Data", exact=True).select_option("celsius")
    lab.open_tab("Map")
    expect(lab.map).to_have_accessible_name(re.compile("^Curve of Fahrenheit over Celsius"))
    expect(lab.map.locator("polyline.curve")).to_have_count(1)
    expect(lab.page.get_by_label("Show", exact=True)).to_be_hidden()
    lab.map.press("ArrowRight")
    lab.rest()
    reading = lab.map_reading.inner_text()
    assert reading.startswith("Celsius ")
    lab.map.press("ArrowUp")
    lab.rest()
    expect(lab.map_reading).to_have_text(reading)
    box = lab.map.bounding_box()
    assert box
    lab.map.click(position={"x": box["width"] - 2, "y": 20})
    expect(lab.map_reading).to_contain_text("Celsius 100")
    assert not violations(lab.page, 'section[aria-label="A closer look"]')
    lab.page.get_by_role("combobox", name="Data", exact=True).select_option("article")
    lab.rest()


def test_the_map_is_redrawn_while_it_trains(lab: Lab) -> None:
    lab.open_tab("One update")
    lab.choose_a_long_run()
    lab.open_tab("Map")
    lab.page.get_by_label("Show", exact=True).select_option("prediction")
    lab.press("Reset")
    lab.wait_until("untrained")
    lab.rest()
    before = lab.map_pixels
    lab.press("Train")
    lab.expect_new_map(before)
    expect(lab.root).to_have_attribute("data-run", "training")
    lab.press("Pause")
    lab.rest()
    lab.choose("Epochs", str(TRAINED))
    lab.press("Reset")
    lab.wait_until("untrained")


def test_the_yardsticks_disagree_and_the_tolerance_moves_the_score(lab: Lab) -> None:
    lab.open_tab("Yardsticks")
    panel = lab.page.get_by_role("tabpanel", name="Yardsticks")
    for figure in ("21 of 25 right", "0.982", "0.0298", "0.0803"):
        expect(panel).to_contain_text(figure)
    tolerance = lab.page.get_by_label(re.compile("^Tolerance"))
    within = lab.yardstick("Right within the tolerance")
    expect(within).to_have_text("21 of 25")
    tolerance.fill("85")
    expect(within).to_have_text("25 of 25")
    strip = panel.get_by_role("img", name="The error of every test row, and the tolerance")
    expect(strip.locator("circle.right")).to_have_count(25)
    tolerance.focus()
    lab.page.keyboard.press("ArrowLeft")
    expect(within).to_have_text("23 of 25")
    tolerance.fill("0")
    expect(within).to_have_text("0 of 25")
    expect(panel).to_contain_text("0 of 25 predictions are within 0.000")
    tolerance.fill("50")
    expect(within).to_have_text("21 of 25")
    panel.get_by_text("All errors in words").click()
    expect(panel.get_by_role("listitem")).to_have_count(25)


def test_the_open_tab_and_the_quantity_are_remembered(lab: Lab) -> None:
    lab.open_tab("Map")
    lab.page.get_by_label("Show", exact=True).select_option("error")
    lab.rest()
    lab.page.reload()
    lab.wait_for_python()
    lab.rest()
    expect(lab.page.get_by_role("tab", name="Map")).to_have_attribute("aria-selected", "true")
    expect(lab.page.get_by_label("Show", exact=True)).to_have_value("error")
    expect(lab.map_reading).to_contain_text("Prediction")
