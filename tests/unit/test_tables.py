"""Tables as people have them: what they are read as, and what a person can say about them."""

import csv
import io
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perceptron import DataSet, Row
from perceptron.cells import MARKS, plain_number
from perceptron.numerals import reading
from perceptron.own_data import own_data
from perceptron.splits import read_split
from perceptron.tables import UNDECIDED, Choices, SeveralReadingsError

Numbers = Sequence[Sequence[float]]


def read(text: str, choices: Choices = UNDECIDED) -> tuple[DataSet, str]:
    """The data, and what was told about it."""
    told: list[str] = []
    data = own_data("own", text, choices, told.append)
    return data, "\n".join(told)


def rows(numbers: Numbers) -> tuple[Row, ...]:
    return tuple(Row(tuple(map(float, inputs)), float(target)) for *inputs, target in numbers)


TWO = ((1, 2, 3), (4, 5, 6))
HALVES = ((0.5, 8, 0), (1.5, 7, 1))
IRIS = ((5.1, 3.5, 1.4, 0.2, 0), (4.9, 3.0, 1.4, 0.2, 0), (7.0, 3.2, 4.7, 1.4, 1), (6.4, 3.2, 4.5, 1.5, 1))
WELL_FORMED: dict[str, tuple[str, Numbers, str]] = {
    "commas": ("1,2,3\n4,5,6\n", TWO, "2 inputs (column 1, column 2) → column 3; commas, no header."),
    "commas and spaces": ("1, 2, 3\n4, 5, 6", TWO, "2 inputs (column 1, column 2) → column 3; commas, no header."),
    "a header": ("a,b,c\n1,2,3\n4,5,6\n", TWO, "2 inputs (a, b) → c; commas, header."),
    "a header in quotes": ('"a, b","c ""d""",e\n1,2,3\n4,5,6\n', TWO, '2 inputs (a, b, c "d") → e; commas, header.'),
    "a header of two lines": (
        '"hours\nslept",b,c\n1,2,3\n4,5,6\n',
        TWO,
        "2 inputs (hours�slept, b) → c; commas, header.",
    ),
    "numbers in quotes": (
        '"1","2","3"\n"4","5","6"\n',
        TWO,
        "2 inputs (column 1, column 2) → column 3; commas, no header.",
    ),
    "spaces": ("  1 2   3\n  4 5   6\n", TWO, "2 inputs (column 1, column 2) → column 3; spaces, no header."),
    "tabs, old Mac": ("a\tb\tc\r1\t2\t3\r4\t5\t6\r", TWO, "2 inputs (a, b) → c; tabs, header."),
    "blank lines": ("\n\na,b,c\r\n \r\n1,2,3\r\n\r\n4,5,6\r\n\r\n", TWO, "2 inputs (a, b) → c; commas, header."),
    "empty rows and columns": (",a,,b,c,\n,,,,,\n,1,,2,3,\n,4,,5,6,\n", TWO, "2 inputs (a, b) → c; commas, header."),
    "a header with one unnamed column": ("a,,c\n1,2,3\n4,5,6\n", TWO, "2 inputs (a, column 2) → c; commas, header."),
    "the same name twice": ("a,a,c\n1,2,3\n4,5,6\n", TWO, "2 inputs (a, a) → c; commas, header."),
    "one input": ("C;F\n0;32\n100;212\n", ((0, 32), (100, 212)), "1 input (C) → F; semicolons, header."),
    "ten inputs": (
        "0,1,2,3,4,5,6,7,8,9,45\n" * 2,
        ((*range(10), 45),) * 2,
        "10 inputs (column 1, column 2, column 3, column 4, column 5, column 6, column 7, column 8, column 9, "
        "column 10) → column 11; commas, no header.",
    ),
    "signs and exponents": (
        "-1;+2.5e-1;1E3\n\u22124;.5;6.\n",
        ((-1, 0.25, 1000), (-4, 0.5, 6)),
        "2 inputs (column 1, column 2) → column 3; semicolons, decimal point, no header.",
    ),
    "full-width and Arabic digits": (
        "１\t２\t３\n٤\t٥\t٦\n",
        TWO,
        "2 inputs (column 1, column 2) → column 3; tabs, no header.",
    ),
    "Excel with German settings": (
        "Stunden;Schlaf;bestanden\r\n0,5;8;0\r\n1,5;7;1\r\n",
        HALVES,
        "2 inputs (Stunden, Schlaf) → bestanden; semicolons, decimal comma, header.",
    ),
    "Excel with German settings and thousands": (
        "Fläche;Preis\r\n1.234,5;2.000\r\n80;1.000.000\r\n",
        ((1234.5, 2000), (80, 1_000_000)),
        "1 input (Fläche) → Preis; semicolons, decimal comma, header.",
    ),
    "Excel's line for itself": (
        "sep=;\r\na;b;c\r\n1;2;3\r\n4;5;6\r\n",
        TWO,
        "2 inputs (a, b) → c; semicolons, header.",
    ),
    "copied from Excel with French settings": (
        "surface\tprix\n1\u202f234,5\t2\u00a0000\n80\t900\n",
        ((1234.5, 2000), (80, 900)),
        "1 input (surface) → prix; tabs, decimal comma, header.",
    ),
    "Google Sheets": (
        "hours,sleep,passed\r\n0.5,8,0\r\n1.5,7,1",
        HALVES,
        "2 inputs (hours, sleep) → passed; commas, decimal point, header.",
    ),
    "Google Sheets with German settings": (
        'Stunden,Schlaf,bestanden\r\n"0,5",8,0\r\n"1,5",7,1',
        HALVES,
        "2 inputs (Stunden, Schlaf) → bestanden; commas, decimal comma, header.",
    ),
    "Google Sheets with thousands": (
        'area,price\r\n"1,234.5","2,000"\r\n80,"1,000,000"',
        ((1234.5, 2000), (80, 1_000_000)),
        "1 input (area) → price; commas, decimal point, header.",
    ),
    "LibreOffice, TSV": (
        '"hours"\t"sleep"\t"passed"\n0.5\t8\t0\n1.5\t7\t1\n',
        HALVES,
        "2 inputs (hours, sleep) → passed; tabs, decimal point, header.",
    ),
    "R, write.csv": (
        '"","hours","sleep","passed"\n"1",0.5,8,0\n"2",1.5,7,1\n',
        HALVES,
        "2 inputs (hours, sleep) → passed; commas, decimal point, header; "
        "the first column holds row names and is left out.",
    ),
    "R, write.csv of cars": (
        '"","mpg","cyl","hp"\n"Mazda RX4",21,6,110\n"Datsun 710",22.8,4,93\n',
        ((21, 6, 110), (22.8, 4, 93)),
        "2 inputs (mpg, cyl) → hp; commas, decimal point, header; the first column holds row names and is left out.",
    ),
    "R, write.csv2": (
        '"";"hours";"sleep";"passed"\n"1";0,5;8;0\n"2";1,5;7;1\n',
        HALVES,
        "2 inputs (hours, sleep) → passed; semicolons, decimal comma, header; "
        "the first column holds row names and is left out.",
    ),
    "R, write.table": (
        '"hours" "sleep" "passed"\n"1" 0.5 8 0\n"2" 1.5 7 1\n',
        HALVES,
        "2 inputs (hours, sleep) → passed; spaces, decimal point, header; "
        "the first column holds row names and is left out.",
    ),
    "pandas with an index": (
        ",hours,sleep,passed\n0,0.5,8,0\n1,1.5,7,1\n",
        HALVES,
        "2 inputs (hours, sleep) → passed; commas, decimal point, header; "
        "the first column holds row names and is left out.",
    ),
    "pandas, a part of its rows": (
        ",a,b,c\n50,1,2,3\n51,4,5,6\n",
        TWO,
        "2 inputs (a, b) → c; commas, header; the first column holds row names and is left out.",
    ),
    "pandas without an index": (
        "a,b,c\n1.0,2.0,3.0\n4.0,5.0,6.0\n",
        TWO,
        "2 inputs (a, b) → c; commas, decimal point, header.",
    ),
    "NumPy, savetxt": (
        "5.000000000000000000e-01 8.000000000000000000e+00 0.000000000000000000e+00\n"
        "1.500000000000000000e+00 7.000000000000000000e+00 1.000000000000000000e+00\n",
        HALVES,
        "2 inputs (column 1, column 2) → column 3; spaces, decimal point, no header.",
    ),
    "two kinds of iris": (
        "5.1,3.5,1.4,0.2,Iris-setosa\n4.9,3.0,1.4,0.2,Iris-setosa\n"
        "7.0,3.2,4.7,1.4,Iris-versicolor\n6.4,3.2,4.5,1.5,Iris-versicolor\n\n",
        IRIS,
        "4 inputs (column 1, column 2, column 3, column 4) → column 5; commas, decimal point, no header; "
        "“Iris-setosa” is 0 and “Iris-versicolor” is 1.",
    ),
    "two kinds of iris, upside down": (
        "6.4,3.2,4.5,1.5,Iris-versicolor\n5.1,3.5,1.4,0.2,Iris-setosa\n",
        (IRIS[3], IRIS[0]),
        "4 inputs (column 1, column 2, column 3, column 4) → column 5; commas, decimal point, no header; "
        "“Iris-setosa” is 0 and “Iris-versicolor” is 1.",
    ),
    "yes and no with decimal commas": (
        "0,5;8;no\n1,5;7;Yes\n",
        HALVES,
        "2 inputs (column 1, column 2) → column 3; semicolons, decimal comma, no header; “no” is 0 and “Yes” is 1.",
    ),
    "plus and minus": (
        "1,2,-\n4,5,+\n",
        ((1, 2, 1), (4, 5, 0)),
        "2 inputs (column 1, column 2) → column 3; commas, no header; “+” is 0 and “-” is 1.",
    ),
    "classes with numbers in their names": (
        "a,type\n1,Type 1\n2,Type 2\n",
        ((1, 0), (2, 1)),
        "1 input (a) → type; commas, header; “Type 1” is 0 and “Type 2” is 1.",
    ),
    "decimal commas or commas: only one way fits": (
        "0,1;0\n0,2;1\n",
        ((0.1, 0), (0.2, 1)),
        "1 input (column 1) → column 2; semicolons, decimal comma, no header.",
    ),
    "a truth table": (
        "a b and\n0 0 0\n0 1 0\n1 0 0\n1 1 1\n",
        ((0, 0, 0), (0, 1, 0), (1, 0, 0), (1, 1, 1)),
        "2 inputs (a, b) → and; spaces, header.",
    ),
}


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


def test_of_json_nothing_else_can_be_said() -> None:
    with pytest.raises(ValueError, match=r"^is JSON, which names its inputs, targets and test rows itself"):
        read("{}", Choices(target="2"))


@given(
    st.from_regex(r"[-+]?[0-9]{0,4}([., ][0-9]{0,4}){0,3}(e-?[0-9]{1,2})?", fullmatch=True),
    st.sampled_from(list(MARKS)),
)
def test_numbers_read_quickly_are_those_that_the_page_reads(cell: str, decimal: str) -> None:
    if not cell.endswith(","):
        assert plain_number(cell, decimal) == reading(cell, MARKS[decimal])


FLOATS = st.floats(allow_nan=False, allow_infinity=False).filter(
    lambda number: number == 0 or 1e-9 < abs(number) < 1e15
)


@given(st.lists(st.tuples(FLOATS, st.sampled_from([0.0, 0.5, 1.0])), min_size=2))
def test_every_table_that_python_writes_is_read_again(numbers: list[tuple[float, float]]) -> None:
    written = io.StringIO()
    csv.writer(written).writerows([("x", "y"), *numbers])
    assert read(written.getvalue(), Choices(decimal="point"))[0].training == rows(numbers)
