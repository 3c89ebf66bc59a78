"""The drawing of the neuron and its words: each part says what it is and what its number means now."""

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perceptron.aspects import STAGES
from perceptron.datasets import DataSet
from perceptron.fields import MOST_SHOWN
from perceptron.numerals import with_minus
from perceptron.packed import pack
from perceptron.scoring import printed
from perceptron.settings_table import SETTINGS
from tests.examples import examples
from tests.unit.playing import Trainer, ready, says, settle, with_hyphens
from tests.unit.samples import CELSIUS, PETALS, TEN, THREE
from web.build.site import ROOT
from web.build.site import drawn as built
from web.page import messages as m
from web.page.geometry import knob_angle, tube_width
from web.page.layout import height, input_y, tube
from web.page.state import State
from web.page.topics import TABS
from web.page.update import update
from web.page.update.form import parameter_fields
from web.page.update.hand import drawn_parameters
from web.page.views.drawing import LONGEST_NAME, drawing
from web.page.views.network import CROWDED_TUBE, lit, part_sentence, parts

PAGE = built((ROOT / "index.html").read_text("utf-8"))
ACTIVATIONS = tuple(SETTINGS["activation"].choices)


def by_hand(weight_1: str, weight_2: str, bias: str, *then: object) -> tuple[State, Trainer]:
    state, trainer = ready(m.TabChosen("why"))
    typed = {"weight-1": weight_1, "weight-2": weight_2, "bias": bias}
    for message in (*(m.ParameterTyped(name, text) for name, text in typed.items()), *then):
        state = settle(update(state, message), trainer)
    return state, trainer


def with_data(data: DataSet, *then: object) -> tuple[State, Trainer]:
    state, trainer = ready(m.ChoiceMade("data", pack(data)))
    for message in then:
        state = settle(update(state, message), trainer)
    return state, trainer


# The fifth test row is 0.1 + 0.7.
NEGATIVE, _ = by_hand("-2", "3", "-0.5", m.RowChosen(4))


@pytest.mark.parametrize(
    ("part", "sentence"),
    [
        ("", "Point at a part of the drawing, or tap it, to read what it is."),
        ("input-1", "First number comes in here: 0.1. Type another number to ask your own."),
        ("input-2", "Second number comes in here: 0.7. Type another number to ask your own."),
        (
            "weight-1",
            "Weight 1 is −2.0000. It turns the input 0.1 into −0.2000. A negative weight pulls the answer down.",
        ),
        ("weight-2", "Weight 2 is 3.0000. It turns the input 0.7 into 2.1000."),
        ("bias", "The bias is −0.5000. It pushes the weighted sum down, whatever the inputs are."),
        ("sum", "The weighted sum is 1.4000: bias −0.5000 plus −0.2000 plus 2.1000."),
        ("activation", "The sigmoid squashes the weighted sum 1.4000 to a number between 0 and 1: 0.8022."),
        ("output", "The prediction is 0.8022. The target, the true sum, is 0.8."),
    ],
)
def test_each_part_says_what_it_is_and_what_its_number_means(part: str, sentence: str) -> None:
    assert says(update(NEGATIVE, m.PartPointed(part)))["part-text", "text"] == sentence


@pytest.mark.parametrize("data", [CELSIUS, PETALS, THREE, TEN], ids=lambda data: data.name)
@pytest.mark.parametrize("bias", ["on", "off"])
def test_every_part_of_the_drawing_has_a_sentence_of_its_own(data: DataSet, bias: str) -> None:
    state, _ = with_data(data, m.ChoiceMade("bias", bias))
    page = says(state)
    there = re.findall(r'id="part-([a-z0-9-]+)" class="part', str(page["drawing", "html"]))
    there += [name for name in (f"input-{number}" for number in range(1, 11)) if not page[f"part-{name}", "hidden"]]
    assert sorted(there) == sorted(parts(state))
    assert len(there) == 2 * data.inputs + 3 + (bias == "on")
    sentences = {part_sentence(state.but(part=part)) for part in [*parts(state), ""]}
    assert len(sentences) == len(there) + 1


@pytest.mark.parametrize("part", [*parts(State()), ""])
def test_without_numbers_no_part_says_one(part: str) -> None:
    assert not re.search(r"\d\.\d", part_sentence(State().but(part=part)))


def test_a_bias_above_zero_pushes_the_sum_up() -> None:
    state, _ = by_hand("1", "1", "2", m.PartPointed("bias"))
    assert "2.0000. It pushes the weighted sum up, " in str(says(state)["part-text", "text"])


def test_the_tubes_show_size_and_sign_and_the_knob_the_bias() -> None:
    page = says(NEGATIVE)
    assert (page["tube-1", "class"], page["tube-2", "class"]) == ("tube negative", "tube positive")
    assert page["tube-1", "stroke-width"] == f"{tube_width(2.0):.2f}"
    assert page["tube-2", "stroke-width"] == f"{tube_width(3.0):.2f}"
    assert page["knob-pointer", "transform"] == f"rotate({knob_angle(-0.5):.1f})"


def test_the_text_twin_says_all_that_the_drawing_shows() -> None:
    page = says(NEGATIVE)
    twin = str(page["network-text", "text"])
    names = [f"{name}-text" for name in ("sum", "output", "target", "input-1", "input-2")]
    for name in ["selected-title", *names]:
        assert str(page[name, "text"]) in twin, name
    for name in ("knob-text", "tube-1-text", "tube-2-text"):
        assert str(page[name, "html"]) in twin, name


@examples(30)
@given(st.lists(st.floats(-1000, 1000), min_size=3, max_size=3), st.integers(0, 24))
def test_for_any_numbers_the_words_are_the_neurons_own(numbers: list[float], row: int) -> None:
    state, trainer = by_hand(*map(repr, numbers), m.RowChosen(row))
    run = trainer.run
    inputs, _ = run.settings.data.test[row]
    total = run.neuron.weighted_sum(inputs)
    assert part_sentence(state.but(part="sum")).startswith(f"The weighted sum is {with_minus(printed(total, 4))}: ")
    assert with_minus(printed(run.neuron.predict(inputs), 4)) in part_sentence(state.but(part="output"))
    assert says(state)["tube-1", "class"] == f"tube {'negative' if numbers[0] < 0 else 'positive'}"


def test_the_drawing_shows_the_moment_that_is_looked_at() -> None:
    state, trainer = ready(m.SettingTyped("epochs", "100"))
    shown = []
    for message in (m.TrainPressed(), m.MomentChosen(0, 0), m.NowChosen()):
        state = settle(update(state, message), trainer)
        shown.append(says(state)["tube-1-text", "html"])
    assert shown[1] == "0.2796"
    assert shown[0] == shown[2] == printed(trainer.run.neuron.weights[0], 4) != "0.2796"


@pytest.mark.parametrize("number", range(len(STAGES)))
def test_each_stage_of_the_update_lights_parts_that_are_there(number: int) -> None:
    state, trainer = ready()
    state = settle(update(state, m.StageChosen(number)), trainer)
    stage = says(state)["drawing", "data-stage"]
    lit = re.findall(rf'class="[^"]*\bpart\b[^"]*"[^>]* data-stages="[^"]*\b{stage}\b[^"]*"', PAGE)
    assert stage == STAGES[number]
    assert lit
    assert says(settle(update(state, m.TabChosen("map")), trainer))["drawing", "data-stage"] is None
    assert says(settle(update(state, m.QuestionTyped(0, "1")), trainer))["drawing", "data-stage"] is None


def test_what_flows_in_is_what_was_typed_or_chosen_last_and_the_heading_says_which() -> None:
    state, trainer = ready()
    told = []
    for message in (
        m.QuestionTyped(0, "0.6"),
        m.RowChosen(4),
        m.QuestionTyped(1, "5"),
        m.TabChosen("update"),
        m.TabChosen("map"),
        m.TabChosen("activation"),
    ):
        state = settle(update(state, message), trainer)
        page = says(state)
        fields = (page["question-0", "value"], page["question-1", "value"])
        drawn = [str(page[f"input-{number}-text", "text"]) for number in (1, 2)]
        assert fields == state.said.answered
        assert [float(str(field)) for field in fields] == [float(text) for text in drawn]
        told.append((page["selected-title", "text"], *fields))
        assert page["drawing-again-place", "hidden"] is (page["selected-title", "text"] != "Next training row: 1")
    assert told == [
        ("Your question", "0.6", "0.1"),
        ("Test row 5", "0.1", "0.7"),
        ("Your question", "0.1", "5"),  # the row, with another number
        ("Next training row: 1", "0.5", "0.5"),
        ("Next training row: 1", "0.5", "0.5"),
        ("Test row 5", "0.1", "0.7"),
    ]


def test_with_scaling_the_question_is_in_the_datas_units_and_the_products_are_the_neurons() -> None:
    state, trainer = with_data(
        CELSIUS, m.ChoiceMade("activation", "linear"), m.ChoiceMade("scaling", "0-1"), m.QuestionTyped(0, "25")
    )
    weight = trainer.run.neuron.weights[0]
    page = says(state)
    assert (page["question-0", "value"], page["input-1-text", "text"]) == ("25", "25.0")
    assert page["product-1-text", "text"] == printed(0.25 * weight, 4)
    assert page["output-text", "text"] == printed(trainer.run.task.answer(trainer.run.neuron, (25.0,)), 4)
    assert page["target-text", "text"] == "77.0"
    assert "The neuron meets it scaled, as 0.2500." in part_sentence(state.but(part="input-1"))
    assert part_sentence(state.but(part="output")).endswith("The target, the true value, is 77.0.")


@pytest.mark.parametrize("data", [CELSIUS, PETALS, THREE, TEN], ids=lambda data: data.name)
def test_with_scaling_the_numbers_of_the_drawing_multiply_out(data: DataSet) -> None:
    state, _ = with_data(data, m.ChoiceMade("activation", "linear"), m.ChoiceMade("scaling", "0-1"), m.RowChosen(1))
    page = says(state)

    def drawn(name: str) -> float:
        kind = "html" if name.startswith("tube") or name == "knob" else "text"
        return float(str(page[f"{name}-text", kind]).replace("−", "-"))

    inputs = range(1, data.inputs + 1)
    for number in inputs:
        product = drawn(f"scaled-{number}") * drawn(f"tube-{number}")
        assert product == pytest.approx(drawn(f"product-{number}"), abs=2e-4)
    total = sum(drawn(f"product-{number}") for number in inputs) + drawn("knob")
    assert total == pytest.approx(drawn("sum"), abs=1e-3)
    assert drawn("activated") == drawn("sum")
    drawing_of_it = str(page["drawing", "html"])
    assert (drawing_of_it.count(">as "), drawing_of_it.count(">scaled ")) == (data.inputs, 1)
    spoken = str(page["network-text", "text"])
    assert f" in as {' and '.join(state.said.report['selected']['scaled'])}, the weighted sum is" in spoken
    assert ", scaled back from " in spoken


def test_without_scaling_no_number_is_called_scaled() -> None:
    page = says(with_data(CELSIUS)[0])
    assert not re.search(">(as|scaled) ", str(page["drawing", "html"]))
    assert "scaled" not in str(page["network-text", "text"])


def test_a_target_that_nobody_knows_is_not_shown_and_a_class_is_named() -> None:
    state, trainer = with_data(PETALS, m.QuestionTyped(0, "2.25"))
    page = says(state)
    assert (page["target-caption", "text"], page["target-text", "text"]) == ("", "")
    assert part_sentence(state.but(part="output")).endswith("Nobody knows the target of your question.")
    state = settle(update(state, m.RowChosen(7)), trainer)
    assert says(state)["target-text", "text"] == "virginica"
    assert part_sentence(state.but(part="output")).endswith("The target, Kind, is virginica.")


@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_the_node_has_the_activations_name_and_a_curve_of_its_own(activation: str) -> None:
    state, _ = ready(m.ChoiceMade("activation", activation), m.PartPointed("activation"))
    page = says(state)
    markup = str(page["drawing", "html"])
    assert f">{SETTINGS['activation'].choices[activation]}</text>" in markup
    assert (
        len(
            {
                re.findall(r'class="response" d="([^"]*)"', drawing(("x",), "y", one, True, False))[0]
                for one in ACTIVATIONS
            }
        )
        == 5
    )
    selected = state.said.report["selected"]
    assert selected["sum"] in str(page["part-text", "text"])
    assert selected["activated"] in str(page["part-text", "text"])


def test_without_a_bias_there_is_no_knob_and_no_field_for_it() -> None:
    state, _ = ready(m.ChoiceMade("bias", "off"))
    page = says(state)
    assert "knob" not in str(page["drawing", "html"])
    assert page["bias-place", "hidden"] is True
    assert parameter_fields(state) == ("weight-1", "weight-2")
    assert part_sentence(state.but(part="sum")).count("plus") == 1
    assert "bias" not in str(page["network-text", "text"])


@given(
    st.lists(st.text(min_size=1, max_size=60), min_size=1, max_size=10),
    st.text(min_size=1, max_size=60),
    st.sampled_from(ACTIVATIONS),
    st.booleans(),
    st.booleans(),
)
def test_the_drawing_is_well_formed_for_any_names(
    names: list[str], target: str, activation: str, has_bias: bool, scaled: bool
) -> None:
    opened: list[str] = []
    texts: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, _: object) -> None:
            opened.append(tag)

        def handle_endtag(self, tag: str) -> None:
            assert opened.pop() == tag

        def handle_startendtag(self, tag: str, _: object) -> None:
            pass

        def handle_data(self, data: str) -> None:
            texts.append(data)

    Reader().feed(drawing(tuple(names), target, activation, has_bias, scaled))
    assert opened == []
    assert max(map(len, texts)) <= max(LONGEST_NAME, MOST_SHOWN)


@pytest.mark.parametrize("inputs", range(1, 11))
@pytest.mark.parametrize("scaled", [False, True])
def test_inputs_stand_in_rows_of_equal_height_and_every_tube_ends_at_the_sum(inputs: int, scaled: bool) -> None:
    high = height(inputs, scaled)
    rows = [input_y(position, inputs, scaled) for position in range(inputs)]
    assert all(abs(row - (position + 0.5) * high / inputs) < 1e-9 for position, row in enumerate(rows))
    assert all(below - above >= (66 if scaled else 50) for above, below in pairwise(rows))
    assert {tube(position, inputs, scaled).split()[-1] for position in range(inputs)} == {f"{high / 2:g}"}
    assert high <= (700 if scaled else 540)


def test_where_there_are_many_inputs_tubes_are_thinner_and_there_are_as_many_fields() -> None:
    state, trainer = with_data(TEN)
    page = says(state)
    weight = trainer.run.neuron.weights[9]
    assert page["tube-10", "stroke-width"] == f"{CROWDED_TUBE * tube_width(weight):.2f}"
    assert page["neuron", "data-crowded"] == ""
    assert [page[f"part-input-{number}", "hidden"] for number in range(1, 11)] == [False] * 10
    assert [page[f"weight-{number}-place", "hidden"] for number in range(1, 11)] == [False] * 10
    state = settle(update(state, m.ParameterTyped("weight-10", "7")), trainer)
    assert trainer.run.neuron.weights[9] == 7.0
    assert len(state.by_hand) == 11
    state = settle(update(state, m.QuestionTyped(9, "2,5")), trainer)
    assert state.said.answered[9] == "2.5"
    assert says(state)["asked", "text"] == "Target:"


def test_where_the_rule_is_known_the_question_stands_before_the_answer() -> None:
    asked = [str(says(with_data(data)[0])["asked", "text"]) for data in (THREE, CELSIUS, PETALS)]
    assert asked == ["0.0 + 0.0 + 0.1 ≈", "0.0 Celsius in Fahrenheit ≈", "Kind:"]
    for preset, words in (
        ("article", "0.5 + (−0.2) ≈"),
        ("differences", "0.5 − (−0.2) ≈"),
        ("products", "0.5 × (−0.2) ≈"),
        ("averages", "The average of 0.5 and −0.2 ≈"),
        ("xor", "A XOR B:"),
    ):
        state, trainer = ready(m.ChoiceMade("data", preset))
        for message in (m.QuestionTyped(0, "0.5"), m.QuestionTyped(1, "-0.2")):
            state = settle(update(state, message), trainer)
        assert says(state)["asked", "text"] == words


@pytest.mark.parametrize("data", [CELSIUS, PETALS, THREE, TEN], ids=lambda data: data.name)
def test_no_number_on_the_page_has_a_hyphen_for_a_minus_sign(data: DataSet) -> None:
    chosen = m.ChoiceMade("activation", "linear"), m.ParameterTyped("weight-1", "-2.5"), m.QuestionTyped(0, "-7.25")
    state, trainer = with_data(data, *chosen, m.SettingTyped("learning_rate", "0.0001"), m.StepPressed())
    assert says(state)["question-0", "value"] == "-7.25"
    for tab in TABS:
        state = settle(update(state, m.TabChosen(tab)), trainer)
        assert with_hyphens(says(state)) == {}
    for part in parts(state):
        assert with_hyphens(says(state.but(part=part))) == {}
    assert "−" in str(says(state)["weight-1-full", "text"])


@pytest.mark.parametrize(
    ("now", "old", "shown"),
    [
        ("0.2801", "0.2796", '0.2<tspan class="lit">801</tspan>'),
        ("0.2796", "0.2796", "0.2796"),
        ("−0.1", "0.1", '<tspan class="lit">−0.1</tspan>'),
        ("10.5", "9.5", '<tspan class="lit">10.5</tspan>'),
        ("12", "1", '1<tspan class="lit">2</tspan>'),
    ],
)
def test_a_number_is_lit_from_its_first_changed_digit_on(now: str, old: str, shown: str) -> None:
    assert lit(now, old) == shown


def test_a_step_keeps_the_old_numbers_beside_the_new_ones_until_another_run_or_moment() -> None:
    state, trainer = ready()
    before = drawn_parameters(state)
    state = settle(update(state, m.StepPressed()), trainer)
    page = says(state)
    assert (page["tube-1-caption", "text"], page["knob-old", "text"]) == (f"{before[0]} →", f"was {before[-1]}")
    assert 'class="lit"' in str(page["tube-1-text", "html"])
    for message in (m.MomentChosen(0, 0), m.ResetPressed(), m.TrainPressed()):
        page = says(settle(update(state, message), trainer))
        assert (page["tube-1-caption", "text"], page["knob-old", "text"]) == ("weight 1", "")
        assert 'class="lit"' not in str(page["tube-1-text", "html"])


def test_while_it_trains_the_changed_digits_are_lit_and_nothing_else_flickers() -> None:
    state, trainer = ready()
    state = settle(update(state, m.TrainPressed()), trainer, most=2)
    page = says(state)
    assert state.run == "training" and page["tube-1-caption", "text"] == "weight 1"
    assert 'class="lit"' in str(page["tube-1-text", "html"])
