"""Columns from 0 to 1, and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perceptron.datasets import DataSet, Row
from perceptron.experiment import Run
from perceptron.scaling import Scaling, ZeroToOne, scaling_of
from perceptron.settings import Settings

numbers = st.floats(-1e6, 1e6)
row_lists = st.lists(st.builds(Row, st.tuples(numbers, numbers, numbers), numbers), min_size=1, max_size=8).map(tuple)


@given(row_lists)
def test_every_training_column_goes_from_0_to_1(rows: tuple[Row, ...]) -> None:
    scaled = ZeroToOne(DataSet("drawn", rows, rows, 1)).rows(rows)
    before = zip(*((*row.inputs, row.target) for row in rows), strict=True)
    after = zip(*((*row.inputs, row.target) for row in scaled), strict=True)
    for old, new in zip(before, after, strict=True):
        assert (min(new), max(new)) == (0.0, 1.0 if min(old) < max(old) else 0.0)
        assert new[old.index(min(old))] == 0.0


@given(row_lists)
def test_an_answer_is_scaled_back_to_the_target(rows: tuple[Row, ...]) -> None:
    scaling = ZeroToOne(DataSet("drawn", rows, rows, 1))
    for row, scaled in zip(rows, scaling.rows(rows), strict=True):
        assert scaling.answer(scaled.target) == pytest.approx(row.target, rel=1e-12, abs=1e-9)


def test_a_constant_column_becomes_0_and_what_differs_from_it_stays_a_number() -> None:
    rows = (Row((5.0, 1.0), 3.0), Row((5.0, 2.0), 3.0))
    scaling = ZeroToOne(DataSet("constant", rows, rows, 1))
    assert scaling.rows(rows) == (Row((0.0, 0.0), 0.0), Row((0.0, 1.0), 0.0))
    assert scaling.inputs((7.0, 3.0)) == (2.0, 2.0)
    assert scaling.answer(0.25) == 3.25


def test_without_scaling_the_numbers_stay_the_very_same() -> None:
    rows = (Row((5.0,), 3.0),)
    scaling = scaling_of("none", DataSet("one", rows, rows, 1))
    assert type(scaling) is Scaling
    assert scaling.rows(rows) is rows


@pytest.mark.parametrize(
    ("rows", "column"), [(((1e308, -1e308), (0.0, 1.0)), "input 1"), (((0, 1), (1e308, -1e308)), "the target")]
)
def test_values_that_are_too_far_apart_are_refused(rows: tuple[tuple[float, float], ...], column: str) -> None:
    training = tuple(Row((x,), target) for x, target in zip(*rows, strict=True))
    with pytest.raises(ValueError, match=f"Scaling cannot be 0-1: the values of {column} are too far apart"):
        Settings(DataSet("wide", training, training, 1), scaling="0-1")


def test_the_neuron_meets_scaled_rows_and_people_see_their_own_units() -> None:
    rows = tuple(Row((1000.0 * x,), 50.0 + 10.0 * x) for x in range(6))
    run = Run(Settings(DataSet("large", rows, rows, 1), activation="linear", scaling="0-1"))
    first = run.update_at(1, 3)
    assert (first.inputs, first.target) == ((0.4,), 0.4)
    run.advance(2_000)
    assert [verdict.inputs for verdict in run.verdicts()] == [row.inputs for row in rows]
    assert [verdict.output for verdict in run.verdicts()] == pytest.approx([row.target for row in rows], abs=1e-6)
    assert [verdict.printed for verdict in run.verdicts()] == ["50.0", "60.0", "70.0", "80.0", "90.0", "100.0"]
