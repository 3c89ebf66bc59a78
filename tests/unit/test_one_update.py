"""What is said of each stage of an update, for every neuron and any data."""

import re
from typing import Any

import pytest

from perceptron.aspects import STAGES
from perceptron.datasets import DataSet, Row
from perceptron.findings.one_update import OneUpdate, one_update
from perceptron.presets import PRESETS
from perceptron.words.one_update import asked_in_words, hint_in_words, stage_called, stage_in_words, title_in_words
from tests.unit.playing import ready, says, settle
from tests.unit.reporting import panel, run_of, said
from tests.unit.samples import TEN
from web.page import messages as m
from web.page.update import update


def one(place: int = 1, **settings: Any) -> OneUpdate:
    return one_update(run_of(0, learning_rate=0.01, **settings), 1, place)


def told(stage: int = 0, **settings: Any) -> dict[str, Any]:
    return panel(run_of(0, **settings), "update", stage=stage)


def labels(stage: int = 0, **settings: Any) -> list[str]:
    return [result["name"] for result in told(stage, **settings)["results"]]


def test_a_shuffled_row_is_named_by_its_number_in_the_data_and_its_place_in_the_epoch() -> None:
    run = run_of(2, steps=2, order="shuffled")
    found = one_update(run, 3, 3)
    data = run.settings.data
    assert data.training[found.number - 1] == Row(found.update.inputs, found.update.target)
    assert found.number != 3
    row = f"poch 3, training row {found.number} of 28, the 3rd of this epoch"
    assert panel(run, "update")["title"] == f"The next update, e{row}: not made yet"
    assert said("selected", run, flow="training row")["title"] == f"Next training row: {found.number}"
    endings = {1: "1st", 2: "2nd", 3: "3rd", 4: "4th", 11: "11th", 12: "12th", 13: "13th", 21: "21st", 22: "22nd"}
    for place, ending in endings.items():
        assert title_in_words(one(place, order="shuffled"), is_made=True).endswith(f", the {ending} of this epoch")
    assert title_in_words(one(3), is_made=True) == "Epoch 1, training row 3 of 28"


def test_an_update_that_is_not_made_yet_is_called_the_next_one() -> None:
    assert title_in_words(one(3), is_made=False) == "The next update, epoch 1, training row 3 of 28: not made yet"


@pytest.mark.parametrize(
    ("settings", "called", "output", "slope"),
    [
        ({}, "Sigmoid", "squashes the weighted sum to an output between 0 and 1", "at most 0.25"),
        ({"activation": "tanh"}, "Tanh", "between −1 and 1", "at most 1, and almost 0"),
        ({"activation": "linear"}, "Linear", "leaves the weighted sum as it is", "1 everywhere"),
        ({"activation": "relu"}, "ReLU", "every other one into 0", "Elsewhere it is 0"),
        ({"activation": "step"}, "Step function", "weighted sum of 0 or more into 1", "Rosenblatt’s rule"),
        ({"loss": "cross-entropy"}, "Sigmoid", "squashes", "The two cancel, so the slope counts as 1"),
    ],
    ids=str,
)
def test_output_and_slope_are_told_for_each_neuron(
    settings: dict[str, Any], called: str, output: str, slope: str
) -> None:
    found = one(**settings)
    assert stage_called("output", found.settings) == called
    assert told(**settings)["titles"][3] == called
    assert output in stage_in_words("output", found)
    assert slope in stage_in_words("slope", found)


def test_the_target_is_called_by_its_name() -> None:
    assert stage_in_words("inputs", one()) == "The numbers of the row go into the neuron. The target t is their sum."
    assert "The target t is 0 (versicolor)." in stage_in_words("inputs", one(data=PRESETS["iris"]))
    assert "The target t is what it should answer." in stage_in_words("inputs", one(data=PRESETS["celsius"]))
    assert labels(data=PRESETS["celsius"]) == ["Input 1 (Celsius)", "Target (Fahrenheit)"]
    assert labels(data=PRESETS["iris"])[-1] == f"Target ({PRESETS['iris'].target_name}: versicolor)"


def test_hints_count_the_numbers_that_there_are() -> None:
    assert hint_in_words("sum", 1, one()) == "Add the three numbers above."
    assert hint_in_words("sum", 1, one(bias="off")) == "Add the two numbers above."
    assert hint_in_words("sum", 1, one(data=TEN)) == "Add the eleven numbers above."
    assert (
        hint_in_words("sum", 1, one(data=PRESETS["celsius"], bias="off")) == "There is nothing to add to the product."
    )
    neurons: tuple[dict[str, Any], ...] = ({"activation": "step"}, {"activation": "tanh"}, {"loss": "cross-entropy"})
    for neuron in neurons:
        assert all(hint_in_words(stage, 1, one(**neuron))[-1] in ".?" for stage in STAGES)


def test_every_number_has_its_own_hint() -> None:
    assert hint_in_words("products", 2, one()) == "Multiply input 2 by weight 2."
    assert hint_in_words("changes", 2, one()) == "Multiply the four numbers of weight 2."
    assert hint_in_words("changes", 3, one()) == "Multiply the three numbers of the bias."
    assert hint_in_words("new", 1, one()) == "Add the change to the old weight 1."
    assert hint_in_words("new", 3, one()) == "Add the change to the old bias."


@pytest.mark.parametrize("neuron", [{"activation": "linear"}, {"activation": "step"}, {"loss": "cross-entropy"}])
def test_neither_a_question_nor_its_hint_tells_a_slope_that_is_always_1(neuron: dict[str, Any]) -> None:
    asked = one(**neuron)
    assert re.search(r"(as|is) 1\b", stage_in_words("slope", asked))
    assert not re.search(r"(as|is) 1\b", asked_in_words("slope", asked) + hint_in_words("slope", 1, asked))


def test_a_question_for_a_scaled_output_does_not_tell_it_scaled_back() -> None:
    scaled = one(data=PRESETS["celsius"], scaling="0-1")
    assert "scaled back" in stage_in_words("output", scaled)
    assert "scaled back" not in asked_in_words("output", scaled)


def first_hint(stage: str, asked: OneUpdate) -> str:
    return hint_in_words(stage, 1, asked)


@pytest.mark.parametrize("say", [stage_in_words, asked_in_words, first_hint])
def test_a_stage_that_there_is_not_is_said(say: object) -> None:
    with pytest.raises(ValueError, match="There is no stage “end”"):
        say("end", one())  # type: ignore[operator]


def test_a_row_that_there_is_not_is_refused() -> None:
    for place in (0, 29):
        with pytest.raises(ValueError, match="The training row must be from 1 to 28"):
            run_of(0, order="shuffled").row_met(1, place)


def test_every_row_of_a_shuffled_epoch_is_found_in_the_data() -> None:
    run = run_of(1, order="shuffled")
    met = [run.row_met(2, place) for place in range(1, 29)]
    assert sorted(met) == list(range(1, 29))
    for place, number in enumerate(met, start=1):
        found = run.update_at(2, place)
        assert run.settings.data.training[number - 1] == Row(found.inputs, found.target)


def test_without_a_bias_nothing_is_said_of_one() -> None:
    for data in (PRESETS["celsius"], PRESETS["three"]):
        for stage in ("changes", "new"):
            assert "bias" not in stage_in_words(stage, one(data=data, bias="off"))
    for number in range(len(STAGES)):
        assert not any("bias" in label for label in labels(number, bias="off"))


def test_a_name_of_a_column_is_never_markup() -> None:
    rows = (Row((0.0,), 0.0), Row((1.0,), 1.0))
    data = DataSet("own", rows, rows, 0, ("<b>",), "<i>", ("<u>", "&"))
    state, trainer = ready()
    state = settle(update(state, m.TabChosen("update")), trainer)
    page = says(state.but(panel=told(data=data)))
    assert "Input 1 (&lt;b&gt;)" in str(page["update-terms", "html"])
    assert "<b>" not in str(page["update-terms", "html"])


def test_only_the_python_that_runs_is_to_be_seen() -> None:
    state, trainer = ready()
    sigmoid, tanh = {"math", "sigmoid", "sigmoid-answer"}, {"math", "tanh", "tanh-answer", "tanh-slope"}
    bias = {"bias", "bias-change"}
    for messages, pieces in (
        ((), sigmoid | bias | {"sigmoid-slope"}),
        ((m.ChoiceMade("loss", "cross-entropy"),), sigmoid | bias | {"cross-entropy"}),
        ((m.ChoiceMade("loss", "squared"), m.ChoiceMade("activation", "tanh")), tanh | bias),
        ((m.ChoiceMade("bias", "off"),), tanh | {"no-bias"}),
    ):
        for message in messages:
            state = settle(update(state, message), trainer)
        page = says(state)
        seen = {
            name[5:] for (name, kind), value in page.items() if name[:5] == "code-" and kind == "hidden" and not value
        }
        assert seen == pieces
