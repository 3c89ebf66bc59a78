"""The drawing of the neuron and its words: each part says what it is and what its number means now."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perceptron.aspects import STAGES
from perceptron.scoring import printed
from tests.unit.playing import Trainer, ready, says, settle
from web.page import messages as m
from web.page.geometry import knob_angle, tube_width
from web.page.state import State
from web.page.update import update
from web.page.views.network import PARTS, part_sentence

PAGE = (Path(__file__).parents[2] / "index.html").read_text("utf-8")


def by_hand(weight_1: str, weight_2: str, bias: str, *then: object) -> tuple[State, Trainer]:
    state, trainer = ready(m.TabChosen("why"))
    texts = enumerate((weight_1, weight_2, bias))
    for message in (*(m.ParameterTyped(position, text) for position, text in texts), *then):
        state = settle(update(state, message), trainer)
    return state, trainer


# The fifth test row is 0.1 + 0.7.
NEGATIVE, _ = by_hand("-2", "3", "-0.5", m.RowChosen(4))


@pytest.mark.parametrize(
    ("part", "sentence"),
    [
        ("", "Point at a part of the drawing to read what it is."),
        ("input-1", "The first number of the chosen row comes in here: 0.1."),
        ("input-2", "The second number of the chosen row comes in here: 0.7."),
        (
            "weight-1",
            "Weight 1 is -2.0000. It turns the input 0.1 into -0.2000. A negative weight pulls the answer down.",
        ),
        ("weight-2", "Weight 2 is 3.0000. It turns the input 0.7 into 2.1000."),
        ("bias", "The bias is -0.5000. It pushes the sum down, whatever the inputs are."),
        ("sum", "The weighted sum is 1.4000: bias -0.5000 plus -0.2000 plus 2.1000."),
        ("sigmoid", "The sigmoid squashes the sum 1.4000 to a number between 0 and 1: 0.8022."),
        ("output", "The prediction for this row is 0.8022. The target, the true sum, is 0.8."),
    ],
)
def test_each_part_says_what_it_is_and_what_its_number_means(part: str, sentence: str) -> None:
    assert says(update(NEGATIVE, m.PartPointed(part)))["part-text", "text"] == sentence


def test_every_part_of_the_drawing_has_a_sentence_of_its_own() -> None:
    assert sorted(re.findall(r'id="part-([a-z0-9-]+)" class="part', PAGE)) == sorted(PARTS)
    sentences = {part_sentence(NEGATIVE.but(part=part)) for part in [*PARTS, ""]}
    assert len(sentences) == len(PARTS) + 1


@pytest.mark.parametrize("part", [*PARTS, ""])
def test_without_numbers_no_part_says_one(part: str) -> None:
    assert not re.search(r"\d\.\d", part_sentence(State().but(part=part)))


def test_a_bias_above_zero_pushes_the_sum_up() -> None:
    state, _ = by_hand("1", "1", "2", m.PartPointed("bias"))
    assert "2.0000. It pushes the sum up, " in str(says(state)["part-text", "text"])


def test_the_tubes_show_size_and_sign_and_the_knob_the_bias() -> None:
    page = says(NEGATIVE)
    assert (page["tube-1", "class"], page["tube-2", "class"]) == ("tube negative", "tube positive")
    assert page["tube-1", "stroke-width"] == f"{tube_width(2.0):.2f}"
    assert page["tube-2", "stroke-width"] == f"{tube_width(3.0):.2f}"
    assert page["knob-pointer", "transform"] == f"rotate({knob_angle(-0.5):.1f})"


def test_the_text_twin_says_all_that_the_drawing_shows() -> None:
    page = says(NEGATIVE)
    twin = str(page["network-text", "text"])
    drawn = [f"{name}-text" for name in ("selected-title", "sum", "output", "target", "knob", "input-1", "input-2")]
    drawn += ["tube-1-text", "tube-2-text"]
    for name in drawn:
        number = page.get((name, "text")) or page[name.removesuffix("-text"), "text"]
        assert str(number) in twin, name


@settings(max_examples=30)
@given(st.lists(st.floats(-1000, 1000), min_size=3, max_size=3), st.integers(0, 24))
def test_for_any_numbers_the_words_are_the_neurons_own(numbers: list[float], row: int) -> None:
    state, trainer = by_hand(*map(repr, numbers), m.RowChosen(row))
    run = trainer.run
    inputs, _ = run.settings.data.test[row]
    total = run.neuron.weighted_sum(inputs)
    assert part_sentence(state.but(part="sum")).startswith(f"The weighted sum is {printed(total, 4)}: ")
    assert printed(run.neuron.predict(inputs), 4) in part_sentence(state.but(part="output"))
    assert says(state)["tube-1", "class"] == f"tube {'negative' if numbers[0] < 0 else 'positive'}"


def test_the_drawing_shows_the_moment_that_is_looked_at() -> None:
    state, trainer = ready(m.SettingTyped("epochs", "100"))
    shown = []
    for message in (m.TrainPressed(), m.MomentChosen(0, 0), m.NowChosen()):
        state = settle(update(state, message), trainer)
        shown.append(says(state)["tube-1-text", "text"])
    assert shown[1] == "0.2796"
    assert shown[0] == shown[2] == printed(trainer.run.neuron.weights[0], 4) != "0.2796"


@pytest.mark.parametrize("number", range(len(STAGES)))
def test_each_stage_of_the_update_lights_parts_that_are_there(number: int) -> None:
    stage = says(State().but(stage=number))["drawing", "data-stage"]
    lit = re.findall(rf'class="part[^"]*" data-stages="[^"]*\b{stage}\b[^"]*"', PAGE)
    assert stage == STAGES[number]
    assert lit
    assert says(State().but(stage=number, tab="map"))["drawing", "data-stage"] is None
