"""A training row is moved in a picture: to a place along its axes, or by the steps of the slider for its cell."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perceptron.datasets import ARTICLE, DataSet
from perceptron.editing import cell_text, with_cell
from perceptron.findings.moving import Place, placed, stepped
from perceptron.findings.slides import slide_of
from perceptron.presets import PRESETS
from tests.examples import examples
from web.worker.own_data import edit

SHARES = st.floats(0, 1)


def cells(data: DataSet, row: int) -> list[str]:
    return [cell_text(data, data.training[row], column) for column in range(data.inputs + 1)]


def test_a_place_is_rounded_as_its_slider_does_and_the_rest_of_the_row_stays() -> None:
    moved = placed(ARTICLE, 2, [Place(0, 0.0, 1.0, 0.4567), Place(1, 0.0, 1.0, 0.2501)])
    assert cells(moved, 2) == ["0.46", "0.25", cells(ARTICLE, 2)[2]]
    assert [row for place, row in enumerate(moved.training) if place != 2] == [
        row for place, row in enumerate(ARTICLE.training) if place != 2
    ]


def test_a_target_keeps_its_own_decimals() -> None:
    assert cells(placed(ARTICLE, 0, [Place(2, 0.0, 1.0, 0.4567)]), 0)[2] == "0.5"


@examples(100)
@given(st.sampled_from(sorted(PRESETS)), st.data())
def test_what_a_pointer_does_a_slider_does_too(name: str, data: st.DataObject) -> None:
    """Each place is one where the cell's slider can stand, and gives the data of the cell that it is put to."""
    rows = PRESETS[name]
    row = data.draw(st.integers(0, len(rows.training) - 1))
    column = data.draw(st.integers(0, rows.inputs))
    slide = slide_of(rows, column)
    assert slide
    moved = placed(rows, row, [Place(column, slide.least, slide.most, data.draw(SHARES))])
    text = cells(moved, row)[column]
    assert moved == (rows if text == cells(rows, row)[column] else with_cell(rows, row, column, text))
    if not (column == rows.inputs and rows.classes):
        assert slide.least - 1e-9 <= float(text) <= slide.most + 1e-9
        assert round(float(text), slide.decimals) == float(text)


@examples(100)
@given(st.sampled_from(sorted(PRESETS)), st.integers(0, 3), st.integers(1, 12), st.data())
def test_steps_there_and_back_lead_to_the_same_row(name: str, row: int, count: int, data: st.DataObject) -> None:
    rows = PRESETS[name]
    column = data.draw(st.integers(0, rows.inputs - 1))
    there = stepped(rows, row, [(column, 1)])
    slide, after = slide_of(rows, column), slide_of(there, column)
    assert slide and after
    assert 0 < float(cells(there, row)[column]) - float(cells(rows, row)[column]) <= 1.001 * 10.0**-slide.decimals
    if (
        slide.decimals == after.decimals
        and round(rows.training[row].inputs[column], slide.decimals) == (rows.training[row].inputs[column])
    ):
        assert cells(stepped(there, row, [(column, -1)]), row) == cells(rows, row)


def test_several_steps_at_once_are_as_good_as_one_after_another() -> None:
    at_once, one_by_one = stepped(ARTICLE, 1, [(0, 3), (1, -2)]), ARTICLE
    for step in [(0, 1), (1, -1), (0, 1), (1, -1), (0, 1)]:
        one_by_one = stepped(one_by_one, 1, [step])
    assert at_once.training == one_by_one.training


def test_a_class_moves_to_its_neighbour_and_not_further() -> None:
    iris = PRESETS["iris"]
    assert iris.classes
    first = next(number for number, row in enumerate(iris.training) if row.target == 0.0)
    assert cells(stepped(iris, first, [(iris.inputs, 1)]), first)[-1] == iris.classes[1]
    assert cells(stepped(iris, first, [(iris.inputs, 9)]), first)[-1] == iris.classes[-1]
    assert stepped(iris, first, [(iris.inputs, -1)]) == iris
    half = placed(iris, first, [Place(iris.inputs, 0.0, 1.0, 0.7)])
    assert cells(half, first)[-1] == iris.classes[1]


def test_numbers_that_no_slider_can_hold_stay() -> None:
    rows = tuple([row._replace(inputs=(row.inputs[0] * 1e16, row.inputs[1])) for row in ARTICLE.training])
    past = replace(ARTICLE, training=rows, test=rows, rule="")
    assert slide_of(past, 0) is None
    assert placed(past, 0, [Place(0, 0.0, 1e18, 0.5)]) == stepped(past, 0, [(0, 1)]) == past


@pytest.mark.parametrize(("deed", "texts"), [("place", [[0, "0.0", "1.0", "0.0"]]), ("step", [[0, 0], [1, 0]])])
def test_a_row_that_stays_is_no_other_data(deed: str, texts: list[list[object]]) -> None:
    at_zero = with_cell(ARTICLE, 0, 0, "0")
    assert edit(at_zero, deed, 0, -1, texts) == {"same": True}


def test_a_place_of_the_page_is_read_from_its_texts() -> None:
    told = edit(ARTICLE, "place", 2, -1, [[0, "0.0", "1.0", "0.25"], [1, "0.0", "1.0", "0.75"]])
    assert told["rows"] == len(ARTICLE.training)
    moved = edit(ARTICLE, "change", 2, 0, ["0.25"])
    assert told != moved
