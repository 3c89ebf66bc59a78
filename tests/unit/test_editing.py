"""Training rows are changed, added and removed as a person types them, and what cannot stand there is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perceptron.datasets import ARTICLE, DataSet, Row
from perceptron.editing import CellError, cell_text, with_cell, with_row, without_row
from perceptron.packed import pack, unpack
from perceptron.presets import PRESETS

ROWS = (Row((1.0, 2.5), 0.0), Row((3.0, -4.0), 1.0))
BOTH = DataSet("own", ROWS, ROWS, 0, ("hours", "sleep"), "passed", ("no", "yes"))


def test_a_cell_is_changed_in_training_and_test_where_all_rows_are_both() -> None:
    changed = with_cell(BOTH, 1, 0, " 1 000,5 ")
    assert changed.training == (ROWS[0], Row((1000.5, -4.0), 1.0)) == changed.test
    assert changed.input_names == BOTH.input_names


def test_test_rows_of_their_own_stay() -> None:
    changed = with_cell(ARTICLE, 0, 2, "0.7")
    assert changed.test == ARTICLE.test
    assert changed.training == (Row((0.5, 0.5), 0.7), *ARTICLE.training[1:])


def test_a_rule_stays_only_as_long_as_every_target_follows_it() -> None:
    assert with_row(ARTICLE, ["0.25", "0.5", "0.75"]).rule == "sum"
    assert with_cell(ARTICLE, 0, 2, "0.7").rule == ""
    assert without_row(ARTICLE, 0).rule == "sum"


def test_a_class_is_typed_by_its_name() -> None:
    assert with_cell(BOTH, 0, 2, "yes").training[0].target == 1.0
    with pytest.raises(CellError, match="passed is no or yes; “maybe” is neither") as refused:
        with_cell(BOTH, 0, 2, "maybe")
    assert refused.value.column == 2


@pytest.mark.parametrize(
    ("column", "text", "complaint"),
    [
        (0, "", "First number must be a number; this is empty."),
        (1, "x", "Second number must be a number; “x” is not."),
        (0, "1,000", "First number: “1,000” is not clear; write 1000 or 1.000."),
        (0, "1e999", "First number: “1e999” is too large; a 64-bit float cannot hold it."),
        (
            0,
            "9007199254740993",
            "First number: the cell holds 9007199254740993, but the nearest that",
        ),
        (2, "1e-20", "Sum: the cell holds 1e-20, but answers are compared at 15 decimals at most."),
    ],
)
def test_what_cannot_stand_in_a_cell_is_refused_with_the_columns_name(column: int, text: str, complaint: str) -> None:
    with pytest.raises(CellError) as refused:
        with_cell(ARTICLE, 3, column, text)
    assert str(refused.value).startswith(complaint)
    assert refused.value.column == column


def test_two_rows_stay_as_a_table_must_have_two() -> None:
    three = with_row(BOTH, ["1", "2", "yes"])
    two = without_row(three, 0)
    assert two.training == three.training[1:] == two.test
    with pytest.raises(ValueError, match="at least two rows"):
        without_row(two, 0)


def test_a_row_too_many_and_a_row_of_another_width_are_refused() -> None:
    many = DataSet("own", ROWS * 5_000, ROWS, 0)
    with pytest.raises(ValueError, match="The data has more than 10,000 training rows"):
        with_row(many, ["1", "2", "3"])
    with pytest.raises(ValueError, match="A row has 3 cells here; this one has 2"):
        with_row(BOTH, ["1", "2"])


@pytest.mark.parametrize("name", PRESETS)
def test_a_cell_that_is_typed_as_it_is_shown_changes_nothing(name: str) -> None:
    data = PRESETS[name]
    for number, row in enumerate(data.training):
        for column in range(data.inputs + 1):
            assert with_cell(data, number, column, cell_text(data, row, column)) == data


@given(st.floats(-1e9, 1e9), st.integers(0, 27), st.integers(0, 1))
def test_a_changed_data_set_can_be_packed_and_comes_back(value: float, row: int, column: int) -> None:
    changed = with_cell(ARTICLE, row, column, repr(value))
    again = unpack(pack(changed))
    assert (again.training, again.test, again.input_names) == (changed.training, changed.test, changed.input_names)
    assert again.training[row].inputs[column] == value
