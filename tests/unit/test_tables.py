"""Tables as people have them: what they are read as, and what a person can say about them."""

import csv
import io
import operator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perceptron.cells import MARKS, plain_number
from perceptron.datasets import DataSet, Row
from perceptron.numerals import reading
from perceptron.own_data import own_data
from perceptron.splits import read_split
from perceptron.tables import UNDECIDED, Choices, SeveralReadingsError
from tests.well_formed import TWO, WELL_FORMED, Numbers


def read(text: str, choices: Choices = UNDECIDED) -> tuple[DataSet, str]:
    """The data, and what was told about it."""
    told: list[str] = []
    data = own_data("own", text, choices, told.append)
    return data, "\n".join(told)


def rows(numbers: Numbers) -> tuple[Row, ...]:
    return tuple(Row(tuple(map(float, inputs)), float(target)) for *inputs, target in numbers)


@pytest.mark.parametrize("name", WELL_FORMED)
def test_a_table_is_read_as_what_it_means(name: str) -> None:
    text, numbers, how = WELL_FORMED[name]
    data, told = read(text)
    assert data.training == data.test == rows(numbers)
    assert told == f"Read as: {len(numbers)} rows, {how}"


def test_rows_and_inputs_that_reach_the_limits_are_read() -> None:
    data, told = read("x,y\n" + "1.5,2\n" * 10_000)
    assert len(data.training) == 10_000
    assert told.startswith("Read as: 10,000 rows, 1 input (x) → y;")


@pytest.mark.parametrize(
    ("text", "undecided"),
    [
        ("1,200;3,400\n1,300;4,500\n", ["decimal"]),
        ("1.500 2\n3.250 4\n", ["decimal"]),
        ("1,500 200,300\n1,600 300,400\n", ["separator", "decimal"]),
        ("1 ,2\n3 ,4\n", ["separator", "decimal"]),
        ("1,5 yes\n2,5 no\n", ["separator", "decimal"]),
    ],
)
def test_where_several_readings_fit_none_is_taken(text: str, undecided: list[str]) -> None:
    with pytest.raises(SeveralReadingsError) as error:
        read(text)
    assert error.value.undecided == undecided


@pytest.mark.parametrize(
    ("choices", "first"),
    [
        (Choices("comma"), (1, 500200, 300)),
        (Choices("space", "point"), (1500, 200300)),
        (Choices("space", "comma"), (1.5, 200.3)),
    ],
)
def test_a_person_chooses_between_readings(choices: Choices, first: tuple[float, ...]) -> None:
    assert read("1,500 200,300\n1,600 300,400\n", choices)[0].training[0] == rows([first])[0]


def test_a_separator_that_is_chosen_is_the_only_one_that_is_tried() -> None:
    with pytest.raises(ValueError, match=r"^has only one column, because its cells are not separated by tabs\.$"):
        read("1,2\n3,4\n", Choices(separator="tab"))


def test_whether_there_is_a_header_can_be_said() -> None:
    years = "2019,2020,2021\n1,2,3\n4,5,6\n"
    assert len(read(years)[0].training) == 3
    data, told = read(years, Choices(header=True))
    assert (data.training, told) == (rows(TWO), "Read as: 2 rows, 2 inputs (2019, 2020) → 2021; commas, header.")
    with pytest.raises(ValueError, match=r"^line 1, cell 1 holds “a”, which is not a number"):
        read("a,b,c\n1,2,3\n", Choices(header=False))


@pytest.mark.parametrize("target", ["b", "2"])
def test_the_target_is_a_column_by_name_or_number(target: str) -> None:
    data, told = read("a,b,c\n1,2,3\n4,5,6\n", Choices(target=target))
    assert data.training == rows([(1, 3, 2), (4, 6, 5)])
    assert told == "Read as: 2 rows, 2 inputs (a, c) → b; commas, header."


def test_a_name_counts_before_a_number() -> None:
    assert read("2,x,1\n1,2,3\n4,5,6\n", Choices(header=True, target="1"))[0].training == rows(TWO)


@pytest.mark.parametrize(
    ("text", "target", "complaint"),
    [
        ("a,b,c\n1,2,3\n4,5,6\n", "d", "has no column “d” that can be chosen; the columns are 1 (a), 2 (b), 3 (c)."),
        ("1,2,3\n4,5,6\n", "4", "has no column “4” that can be chosen; the columns are 1, 2, 3."),
        ("1,2,3\n4,5,6\n", "0", "has no column “0” that can be chosen; the columns are 1, 2, 3."),
        ("a,a,c\n1,2,3\n4,5,6\n", "a", "has several columns of the name “a”; choose one by its number: 1 and 2."),
        (",a,c\n1,2,3\n2,5,6\n", "1", "has no column “1” that can be chosen; the columns are 2 (a), 3 (c)."),
    ],
)
def test_a_target_that_is_not_there_is_refused(text: str, target: str, complaint: str) -> None:
    with pytest.raises(ValueError) as error:
        read(text, Choices(target=target))
    assert str(error.value) == complaint


def test_answers_are_compared_at_the_targets_own_decimals() -> None:
    assert read("0.125,1\n0.25,2\n")[0].decimals == 0
    assert read("1,0.5\n2,0.25\n")[0].decimals == 2
    assert read("0.5,no\n1.5,yes\n")[0].decimals == 0


TEN = "x,y\n" + "".join(f"{number},{number}\n" for number in range(1, 11))


def split(text: str, said: str) -> tuple[list[float], list[float], str]:
    """The targets of the training rows and of the test rows, and what was told."""
    data, told = read(text, Choices(test=read_split(said)))
    return [row.target for row in data.training], [row.target for row in data.test], told


def test_every_nth_row_is_a_test_row() -> None:
    training, test, told = split(TEN, "every:4")
    assert (training, test) == ([1, 2, 3, 5, 6, 7, 9, 10], [4, 8])
    assert told.endswith("; commas, header; 8 training rows, 2 test rows.")


def test_equal_rows_are_divided_too() -> None:
    training, test, told = split("1,2\n" * 4, "every:2")
    assert (training, test) == ([2, 2], [2, 2])
    assert told.endswith("; 2 training rows, 2 test rows.")


def test_a_share_is_drawn_with_its_seed_and_keeps_the_order() -> None:
    training, test, _ = split(TEN, "share:30%")
    assert (len(test), sorted(training + test)) == (3, list(range(1, 11)))
    assert (training, test) == (sorted(training), sorted(test))
    assert split(TEN, "share:30%:0")[1] == test
    drawn = {tuple(split(TEN, f"share:30%:{seed}")[1]) for seed in range(20)}
    assert len(drawn) > 10
    assert {number for numbers in drawn for number in numbers} == set(range(1, 11))


@pytest.mark.parametrize("words", [("test", "training"), ("Test", "train"), ("1", "0")])
def test_a_column_can_say_which_rows_are_test_rows(words: tuple[str, str]) -> None:
    text = "x,use,y\n" + "".join(f"{number},{words[number % 3 > 0]},{number}\n" for number in range(1, 7))
    training, test, told = split(text, "column:use")
    assert (training, test) == ([1, 2, 4, 5], [3, 6])
    assert told.startswith("Read as: 6 rows, 1 input (x) → y;")
    assert split(text, "column:2")[1] == test


def test_the_target_is_the_last_column_besides_the_one_for_test_rows() -> None:
    assert split("x,y,use\n1,2,test\n3,4,train\n", "column:use")[:2] == ([4], [2])


@pytest.mark.parametrize(
    ("said", "complaint"),
    [
        ("every:3", "has 2 rows, and so divided none of them is a test row."),
        ("share:10%", "has 2 rows, and so divided none of them is a test row."),
        ("share:99%", "has 2 rows, and so divided none of them is a training row."),
        ("column:use", "has no column “use” that can be chosen; the columns are 1 (x), 2 (z), 3 (y)."),
        (
            "column:z",
            "line 2, cell 2 (z) holds “9”; a column that chooses the test rows says test or training, or 1 or 0.",
        ),
        (
            "column:3",
            "line 2, cell 3 (y) holds “6”; a column that chooses the test rows says test or training, or 1 or 0.",
        ),
    ],
)
def test_a_division_that_leaves_nothing_is_refused(said: str, complaint: str) -> None:
    with pytest.raises(ValueError) as error:
        split("x,z,y\n5,9,6\n7,9,8\n", said)
    assert str(error.value) == complaint


def test_a_column_for_test_rows_must_leave_an_input_and_a_target() -> None:
    with pytest.raises(ValueError, match="has only one column that can be used"):
        split("x,use\n5,test\n7,train\n", "column:use")


@pytest.mark.parametrize(
    ("said", "complaint"),
    [
        ("", "“” does not say which rows are test rows; write all, every:4, share:20%"),
        ("some", "“some” does not say which rows"),
        ("column:", "“column:” does not say which rows"),
        ("every:1", "N of every:N must be a whole number from 2 to 10,000; “1” is not."),
        ("every:", "this is empty"),
        ("share:0%", "The share of test rows must be a whole number from 1 to 99; “0” is not."),
        ("share:100%", "“100” is not."),
        ("share:20%:x", "Seed must be a whole number from 0 to 999,999,999; “x” is not."),
    ],
)
def test_what_does_not_say_which_rows_are_test_rows_is_refused(said: str, complaint: str) -> None:
    with pytest.raises(ValueError) as error:
        read_split(said)
    assert complaint in str(error.value)


def test_what_is_said_of_tables_does_not_apply_to_json() -> None:
    with pytest.raises(ValueError, match=r"^is JSON, which says itself what is input"):
        read("{}", Choices(target="2"))


@given(
    st.from_regex(r"[-+]?[0-9]{0,4}([., ][0-9]{0,4}){0,3}(e-?[0-9]{1,2})?", fullmatch=True),
    st.sampled_from(list(MARKS)),
)
def test_numbers_read_quickly_are_those_that_the_page_reads(cell: str, decimal: str) -> None:
    if not cell.endswith(","):
        assert plain_number(cell, decimal) == reading(cell, MARKS[decimal])


POSITIVE = st.floats(1e-9, 1e15, exclude_min=True, exclude_max=True)
FLOATS = st.sampled_from([0.0, -0.0]) | POSITIVE | POSITIVE.map(operator.neg)


@given(st.lists(st.tuples(FLOATS, st.sampled_from([0.0, 0.5, 1.0])), min_size=2))
def test_every_table_that_python_writes_is_read_again(numbers: list[tuple[float, float]]) -> None:
    written = io.StringIO()
    csv.writer(written).writerows([("x", "y"), *numbers])
    assert read(written.getvalue(), Choices(decimal="point"))[0].training == rows(numbers)
