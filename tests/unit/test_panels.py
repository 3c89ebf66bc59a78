"""The panels of the closer look, and what the curve says: the same facts in pictures and in words."""

import re

import pytest

from perceptron.scoring import printed
from tests.unit.playing import Trainer, ready, says, settle
from web.page import messages as m
from web.page.state import State
from web.page.topics import TABS
from web.page.update import update


def on(tab: str, *then: object, epochs: int = 1200) -> tuple[State, Trainer]:
    state, trainer = ready(m.SettingTyped("epochs", str(epochs)), m.TabChosen(tab))
    for message in (m.TrainPressed(), *then):
        state = settle(update(state, message), trainer)
    return state, trainer


@pytest.mark.parametrize("tab", TABS)
def test_one_tab_is_chosen_and_only_its_panel_is_to_be_seen(tab: str) -> None:
    page = says(on(tab, epochs=3)[0])
    for other in TABS:
        assert page[f"tab-{other}", "aria-selected"] == ("true" if other == tab else "false")
        assert page[f"tab-{other}", "tabindex"] == ("0" if other == tab else "-1")
        assert page[f"panel-{other}", "hidden"] is (other != tab)
    assert page["panels-note", "text"] == ""


@pytest.mark.parametrize("tab", TABS)
def test_a_panel_that_python_has_not_filled_is_hidden_and_says_that_it_waits(tab: str) -> None:
    """Own data and a program can be given before Python is there."""
    page = says(State().but(tab=tab))
    assert page[f"panel-{tab}", "hidden"] is (tab not in ("data", "code", "runs"))
    assert page["panels-note", "text"] == "Waiting for Python."


def test_why_says_the_verdict_in_words_and_in_its_class() -> None:
    state, trainer = on("why")
    for row, right in enumerate(state.said.report["right"]):
        state = settle(update(state, m.RowChosen(row)), trainer)
        page = says(state)
        assert str(page["why-title", "text"]).startswith(f"Row {row + 1}: ")
        assert page["why-verdict", "text"] == ("✓ right" if right else "✗ wrong")
        assert page["why-verdict", "class"] == ("right" if right else "wrong")
        assert str(page["why-sentences", "html"]).count("<li>") == 4
    assert str(page["summary", "text"]).startswith("All 4 wrong rows have a true sum of 1.0")


def test_the_activation_has_a_point_for_every_row_told_apart_by_its_shape() -> None:
    state, _ = on("activation", m.RowChosen(0))
    page = says(state)
    points = str(page["activation-points", "html"])
    assert points.count('<circle class="right"') == 21
    assert points.count('<path class="wrong"') == 4
    assert points.count('class="tangent"') == points.count('class="chosen"') == points.count('class="goal"') == 1
    ground = str(page["activation-ground", "html"])
    assert re.findall(r'<text x="648" y="\S+">(\d\.\d)</text>', ground) == [
        printed(tenth / 10, 1) for tenth in range(11)
    ]
    assert str(page["activation-text", "text"]).startswith("Row 1, 0.9 + 0.1: the weighted sum ")


def test_nothing_is_drawn_outside_of_the_activations_frame() -> None:
    state, trainer = on("activation", epochs=1)
    for name, text in (("weight-1", "1000"), ("weight-2", "-1000"), ("bias", "30")):
        state = settle(update(state, m.ParameterTyped(name, text)), trainer)
    points = str(says(state)["activation-points", "html"])
    for x, y in re.findall(r'cx="([-\d.]+)" cy="([-\d.]+)"', points):
        assert 0 <= float(x) <= 720
        assert 0 <= float(y) <= 330


def marks(picture: str, use: str) -> int:
    """How many rows of this use are drawn, right and wrong together."""
    paths = re.findall(rf'class="point {use} (?:right|wrong)" d="([^"]*)"', picture)
    return sum(path.count("M") for path in paths)


def test_the_map_shows_every_row_and_its_cursor_is_read_out() -> None:
    state, trainer = on("map", m.CursorMoved(0, 40))
    page = says(state)
    rows = str(page["map-rows", "html"])
    assert marks(rows, "training") == 28
    assert marks(rows, "test") == 25
    assert str(page["map-cursor", "html"]).count('class="cursor') == 2
    assert str(page["map-reading", "text"]).startswith("0.0 + 1.0 = 1.0. Prediction ")
    state = settle(update(state, m.QuantityChosen("right")), trainer)
    assert says(state)["quantity", "choice"] == "right"
    assert "wrong (chequered)" in str(says(state)["map-legend", "html"])
    assert set(state.said.ground["values"]) == {0.0, 1.0}


@pytest.mark.slow
@pytest.mark.parametrize(("thousandths", "within"), [(0, 0), (50, 21), (85, 25)])
def test_the_tolerance_moves_the_count_and_the_drawing_shows_the_same(thousandths: int, within: int) -> None:
    page = says(on("yardsticks", m.ToleranceChosen(thousandths), epochs=10_000)[0])
    strip = str(page["yard-drawing", "html"])
    assert page["yard-within", "text"] == f"{within} of 25"
    assert (strip.count('<circle class="right"'), strip.count('<path class="wrong"')) == (within, 25 - within)
    text = f"{within} of 25 predictions are within {thousandths / 1000:.3f} of their target."
    assert page["yard-text", "text"] == text
    assert page["yard-tolerance", "aria-valuetext"] == f"{thousandths / 1000:.3f}: {within} of 25"
    assert (page["yard-score", "text"], page["yard-r-squared", "text"]) == ("21 of 25 right", "0.982")


def test_the_curve_says_where_the_run_is_and_where_one_looks() -> None:
    state, trainer = ready(m.SettingTyped("epochs", "1200"))
    assert str(says(state)["curve-text", "text"]).startswith("At the start: mean squared error 0.")
    state = settle(update(state, m.TrainPressed()), trainer)
    page = says(state)
    start = state.said.start["error"]
    assert str(page["curve-text", "text"]).startswith("Epoch 1,200: mean squared error ")
    assert str(page["curve-text", "text"]).endswith(f", 21 of 25 right. The error at the start was {start}.")
    assert page["time", "aria-valuetext"] == "Epoch 1,200 of 1,200: 21 of 25 right"
    state = settle(update(state, m.MomentChosen(0, 0)), trainer)
    page = says(state)
    looking = f"Looking back at epoch 0: mean squared error {start}, 2 of 25 right. The run is at epoch 1,200."
    assert page["curve-text", "text"] == looking
    assert page["time", "aria-valuetext"] == "Epoch 0 of 1,200: 2 of 25 right"
    assert (page["time", "value"], page["time", "max"], page["page", "data-moment"]) == ("0", "1200", "0")
    assert (page["now", "disabled"], page["rewind", "disabled"]) == (False, False)


@pytest.mark.parametrize(("row", "words"), [(1, "epoch 501, row 1:"), (7, "epoch 501, row 7:")])
def test_the_curve_says_how_many_rows_of_an_epoch_were_learned(row: int, words: str) -> None:
    state, _ = on("why", m.MomentChosen(500, row))
    assert words in str(says(state)["curve-text", "text"])


def test_after_a_step_the_run_is_no_longer_at_its_start() -> None:
    state, trainer = ready()
    state = settle(update(state, m.StepPressed()), trainer)
    assert str(says(state)["curve-text", "text"]).startswith("Epoch 1, row 1: ")


def test_without_python_the_curve_gives_no_moment_the_numbers_of_another() -> None:
    state, _ = on("why")
    state = update(update(state, m.TrainerFailed("worker", "")), m.MomentChosen(100, 0))
    page = says(state)
    assert page["time", "aria-valuetext"] == "Epoch 100 of 1,200"
    assert str(page["curve-text", "text"]).startswith("Epoch 1,200: ")


def test_a_point_of_the_curve_says_its_values() -> None:
    state, _ = on("why", epochs=64)
    text = says(update(state, m.CurvePointed(64)))["curve-text", "text"]
    numbers = f"mean squared error {state.said.report['error']}, {state.said.report['score']}"
    assert text == f"At the pointer: epoch 64, {numbers}."


def test_play_says_what_it_would_do() -> None:
    state, _ = on("why")
    assert says(state)["play", "text"] == "Play"
    assert says(update(state, m.PlayPressed()))["play", "text"] == "Stop"


def test_the_curve_says_what_its_error_is_whatever_the_loss_and_scaling() -> None:
    state, trainer = on("why", epochs=3)
    assert "cross-entropy" not in str(says(state)["curve-about", "text"])
    for message in (m.ChoiceMade("loss", "cross-entropy"), m.ChoiceMade("scaling", "0-1")):
        state = settle(update(state, message), trainer)
    words = str(says(state)["curve-about", "text"])
    assert "It is the squared error also with the loss cross-entropy" in words
    assert "the neuron’s own numbers" in words


@pytest.mark.parametrize(
    ("error", "words"),
    [(0.0, "0.000000"), (0.25, "0.250000"), (2.5e-31, "2.5e−31"), (1e299, "1e+299"), (1e300, "too large")],
)
def test_an_error_of_any_size_is_said_shortly(error: float, words: str) -> None:
    state, _ = on("why", epochs=3)
    report = dict(state.said.report, curve={"epochs": [0], "errors": [error], "scores": [9999], "rows": 10_000})
    text = str(says(update(state.but(report=report), m.CurvePointed(0)))["curve-text", "text"])
    assert f"mean squared error {words}" in text
    assert text.endswith("9,999 of 10,000 right.")
