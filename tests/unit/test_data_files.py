"""Data files: what is read from them, what is refused, and what is said about it."""

import json
import os
import socket
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perceptron.data_files import read_data_set
from perceptron.datasets import ARTICLE, Row


def write(folder: Path, content: object, encoding: str = "utf-8") -> str:
    file = folder / "data.json"
    file.write_text(content if isinstance(content, str) else json.dumps(content), encoding=encoding)
    return str(file)


GOOD = {"training_inputs": [[0.1, 0.2]], "training_outputs": [0.3], "test_inputs": [[0.1, 0.25]]}
AND: dict[str, list[Any]] = {
    "training_inputs": [[0, 0], [0, 1], [1, 0], [1, 1]],
    "training_outputs": [0, 0, 0, 1],
    "test_inputs": [[1, 1], [0, 1], [0, 0], [1, 0]],
}


def test_the_test_targets_are_the_true_sums_at_the_datas_decimals(tmp_path: Path) -> None:
    data = read_data_set(write(tmp_path, GOOD))
    assert (data.decimals, data.test[0].target) == (2, 0.35)


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("{", "is not JSON"),
        ("", "is empty."),
        ("\n", "is empty."),
        ("[" * 100_000, "is nested too deeply"),
        ('{"a":' * 100_000, "is nested too deeply"),
        ([1], "there must be one JSON object with the keys training_inputs, training_outputs, test_inputs and, "),
        ({}, "“training_inputs” is missing."),
        ({key: value for key, value in GOOD.items() if key != "test_inputs"}, "“test_inputs” is missing."),
        ({**GOOD, "training_inputs": None}, "“training_inputs” must be a list"),
        ({**GOOD, "training_inputs": [["a", 1]]}, 'row 1” holds "a", which is not a number'),
        ({**GOOD, "training_inputs": [[True, 1]]}, "holds true, which is not a number"),
        ({**GOOD, "training_inputs": [3]}, "must be a list of numbers"),
        (
            {**GOOD, "training_outputs": []},
            "1 row in “training_inputs”, but 0 numbers in “training_outputs”; there must be one for each.",
        ),
        ({**GOOD, "training_outputs": None}, "“training_outputs” must be a list"),
        ({**GOOD, "test_inputs": [[1, 2, 3]]}, "test row 1 has 3 inputs"),
        ({**GOOD, "test_inputs": [[1]]}, "test row 1 has 1 input; the first training row has 2"),
        ({**GOOD, "test_inputs": []}, "no test rows"),
        ({**GOOD, "training_inputs": [[]]}, "training row 1 has 0 inputs"),
        ('{"training_inputs": [[1e999, 0]], "training_outputs": [0], "test_inputs": [[0, 0]]}', "64-bit float"),
        ('{"training_inputs": [[1, NaN]], "training_outputs": [0], "test_inputs": [[0, 0]]}', "holds NaN, which"),
        ({**GOOD, "training_inputs": [[10**400, 0]]}, "64-bit float"),
        ({**GOOD, "test_inputs": [[1e308, 1e308]]}, "64-bit float"),
        (
            {**GOOD, "test_outputs": [1, 2]},
            "1 row in “test_inputs”, but 2 numbers in “test_outputs”; there must be one for each.",
        ),
        ({**GOOD, "test_outputs": None}, "“test_outputs” must be a list"),
        ({**GOOD, "test_output": [0.35]}, "“test_output” is not known; write “test_outputs”."),
        ({**GOOD, "Test_Ouputs": [0.35]}, "“Test_Ouputs” is not known; write “test_outputs”."),
        ({**GOOD, "test_targets": [0.9]}, "“test_targets” is not known; the keys for numbers are training_inputs, "),
        ({**GOOD, "expected": [0.9]}, "“expected” is not known"),
        ({**GOOD, "expected": ["0.9"]}, "“expected” is not known"),
        ({**GOOD, "y_test": [0.9]}, "“y_test” is not known"),
        ({**GOOD, "validation": [[0.1, 0.2], [0.3, 0.4]]}, "“validation” is not known"),
        ({**GOOD, "outputs": None}, "“outputs” is not known"),
        ({**GOOD, "Test\nLabels": {}}, "“Test�Labels” is not known"),
        ('{"test_inputs": [[1]], "test_inputs": [[2]]}', "“test_inputs” appears more than once."),
        ('{"a": {"b": 1, "b": 1}}', "“b” appears more than once."),
        ('{"a\\n\\u0000b": 1, "a\\n\\u0000b": 1}', "“a��b” appears more than once."),
        ('{"training_inputs": [[1, %s]]}' % ("9" * 5000), "holds a number that a 64-bit float cannot hold."),
        *(
            (
                f'{{"training_inputs": [[1, 2]], "training_outputs": [{written}], "test_inputs": [[1, 2]]}}',
                f"“training_outputs” holds {shown}, but the nearest that a 64-bit float can hold is {nearest}.",
            )
            for written, shown, nearest in (
                ("9007199254740993", "9007199254740993", "9007199254740992"),
                ("-12345678901234567890", "-12345678901234567890", "-1.2345678901234567e+19"),
                ("100000000000000000000000", "100000000000000000000000", "1e+23"),
                ("9007199254740993.0", "9007199254740993.0", "9007199254740992"),
                ("0.1000000000000000000001", "0.1000000000000000000001", "0.1"),
                ("1e-400", "1E-400", "0"),
            )
        ),
        *(
            (f'{{"a": {written}}}', f"“{written}” is a number that a 64-bit float cannot hold.")
            for written in ("1e99999999999999999999", "-1e-99999999999999999999")
        ),
        ({**GOOD, "training_outputs": [1e-20]}, "holds 1e-20, but answers are compared at 15 decimals at most."),
        ({**GOOD, "test_outputs": [-1.5e-15]}, "holds -1.5e-15, but answers are compared at 15 decimals at most."),
        ({**GOOD, "test_inputs": [[1e-20, 0]]}, "“test_inputs, row 1” holds 1e-20, but answers are compared at 15"),
        ({**GOOD, "test_inputs": [[2**53, 1]]}, "test row 1 has a sum that a 64-bit float cannot hold to its last"),
        ({**AND, "test_inputs": [[0, 0], [0.5, 1]]}, "“test_outputs” is missing. The training outputs are not the"),
        ({**AND, "test_inputs": [[0, 0], [0.5, 1]]}, "test row 2 is no training row, so its target cannot be known."),
        ({**AND, "training_inputs": [[0, 0], [0, 0], [0, 0], [0, 0]]}, "test row 1 is no training row"),
        (
            {**AND, "training_inputs": [[0, 0], [0, 1], [1, 1], [1, 1]]},
            "test row 1 has more than one target in training, so its target cannot be known.",
        ),
    ],
)
def test_a_bad_file_is_refused_with_one_line_that_says_why(tmp_path: Path, content: object, complaint: str) -> None:
    with pytest.raises(ValueError) as error:
        read_data_set(write(tmp_path, content))
    assert complaint in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("0.1", 0.1),
        ("0.10000000000000001", 0.1),  # as C writes it, with 17 digits
        ("1.000000000000000056e-01", 0.1),
        ("0.30000000000000004", 0.1 + 0.2),
        ("9007199254740992", 2.0**53),
        ("1e23", 1e23),
        ("0.10000000000000000000", 0.1),
        ("1152921504606846976", 2.0**60),
        ("1.7976931348623157e308", 1.7976931348623157e308),
        ("5.684341886080802e-14", 2.0**-44),
        ("-0", 0.0),
        ("0.000", 0.0),
    ],
)
def test_a_number_that_a_float_holds_as_it_is_written_is_taken(tmp_path: Path, written: str, number: float) -> None:
    path = write(
        tmp_path,
        f'{{"training_inputs": [[{written}]], "training_outputs": [1], "test_inputs": [[{written}]]}}',
    )
    assert read_data_set(path).test == (Row((number,), 1.0),)


def test_an_input_may_have_any_number_of_decimals_where_its_target_is_given(tmp_path: Path) -> None:
    path = write(tmp_path, {"training_inputs": [[1e-20]], "training_outputs": [1], "test_inputs": [[1e-20]]})
    assert read_data_set(path).test == (Row((1e-20,), 1.0),)


@given(st.lists(st.floats(allow_nan=False, allow_infinity=False), min_size=1, max_size=10))
def test_every_float_that_json_writes_is_read_again(numbers: list[float]) -> None:
    content = {"training_inputs": [numbers], "training_outputs": [0.5], "test_inputs": [numbers], "test_outputs": [0]}
    with tempfile.TemporaryDirectory() as folder:
        assert read_data_set(write(Path(folder), content)).training[0].inputs == tuple(numbers)


def test_a_file_that_is_not_text_or_not_there_is_refused(tmp_path: Path) -> None:
    (tmp_path / "bytes").write_bytes(b"\xff\xfe\x00")
    for name in (tmp_path / "bytes", tmp_path / "nowhere", tmp_path):
        with pytest.raises(ValueError, match=str(name)):
            read_data_set(str(name))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="only some systems have named pipes")
def test_what_is_no_file_is_refused_before_it_can_keep_anybody_waiting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    os.mkfifo("pipe")
    Path("link").symlink_to("pipe")
    with socket.socket(socket.AF_UNIX) as unix:
        unix.bind("socket")
        for path, kind in (
            ("pipe", "a named pipe"),
            ("link", "a named pipe"),
            ("socket", "a socket"),
            (".", "a folder"),
            ("/dev/null", "a device"),
            ("/dev/zero", "a device"),
        ):
            with pytest.raises(ValueError, match=rf"^{path}: is {kind}, not a file\.$"):
                read_data_set(path)


def test_a_file_too_large_for_this_program_is_not_read_to_its_end(tmp_path: Path) -> None:
    with (tmp_path / "large").open("wb") as file:
        file.truncate(10**12)
    with pytest.raises(ValueError, match=r"is larger than 2 MB, the most that is read\.$"):
        read_data_set(str(tmp_path / "large"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_file_may_begin_with_a_byte_order_mark(tmp_path: Path, encoding: str) -> None:
    assert read_data_set(write(tmp_path, GOOD, encoding)).training == (Row((0.1, 0.2), 0.3),)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_table_may_be_in_any_unicode(tmp_path: Path, encoding: str) -> None:
    told: list[str] = []
    path = write(tmp_path, "Größe;Note\n1,5;2\n2,5;3\n", encoding)
    assert read_data_set(path, told.append).training == (Row((1.5,), 2.0), Row((2.5,), 3.0))
    assert told == [f"{path}: Read as: 2 rows, 1 input (Größe) → Note; semicolons, decimal comma, header."]


def test_letters_of_older_windows_programs_are_read_and_told(tmp_path: Path) -> None:
    told: list[str] = []
    path = write(tmp_path, "Größe;Preis in €\n1\u00a0234,5;2\n2,5;3\n", "cp1252")
    assert read_data_set(path, told.append).training == (Row((1234.5,), 2.0), Row((2.5,), 3.0))
    assert told == [
        f"{path}: It is not UTF-8, so its letters were read as Windows-1252.",
        f"{path}: Read as: 2 rows, 1 input (Größe) → Preis in €; semicolons, decimal comma, header.",
    ]


@pytest.mark.slow
def test_json_may_have_as_many_rows_as_a_table(tmp_path: Path) -> None:
    def content(training: int, test: int) -> dict[str, object]:
        return {"training_inputs": [[1]] * training, "training_outputs": [1] * training, "test_inputs": [[1]] * test}

    assert len(read_data_set(write(tmp_path, content(10_000, 10_000))).test) == 10_000
    for counts, kind in (((10_001, 1), "training"), ((1, 10_001), "test")):
        with pytest.raises(ValueError, match=f"has more than 10,000 {kind} rows, the most that are read"):
            read_data_set(write(tmp_path, content(*counts)))


def test_test_targets_left_out_are_those_of_the_same_training_rows_where_the_targets_are_no_sums(
    tmp_path: Path,
) -> None:
    assert [row.target for row in read_data_set(write(tmp_path, AND)).test] == [1.0, 0.0, 0.0, 0.0]
    repeated = {**AND, "training_inputs": [*AND["training_inputs"], [1, 1]], "training_outputs": [0, 0, 0, 1, 1]}
    assert [row.target for row in read_data_set(write(tmp_path, repeated)).test] == [1.0, 0.0, 0.0, 0.0]


def test_the_articles_own_form_gives_the_articles_rows(tmp_path: Path) -> None:
    form = {
        "training_inputs": [row.inputs for row in ARTICLE.training],
        "training_outputs": [row.target for row in ARTICLE.training],
        "test_inputs": [row.inputs for row in ARTICLE.test],
    }
    data = read_data_set(write(tmp_path, form))
    assert (data.training, data.test, data.decimals) == (ARTICLE.training, ARTICLE.test, ARTICLE.decimals)


def test_one_training_output_that_is_no_sum_is_enough_to_take_no_sums(tmp_path: Path) -> None:
    almost = {"training_inputs": [[0.1, 0.2], [0.2, 0.2]], "training_outputs": [0.3, 0.5], "test_inputs": [[0.2, 0.2]]}
    assert read_data_set(write(tmp_path, almost)).test == (Row((0.2, 0.2), 0.5),)


def test_a_sum_that_no_float_holds_is_no_sum(tmp_path: Path) -> None:
    huge = {"training_inputs": [[1e308, 1e308]], "training_outputs": [1], "test_inputs": [[1e308, 1e308]]}
    assert read_data_set(write(tmp_path, huge)).test[0].target == 1.0


def test_a_key_that_is_not_used_is_told(tmp_path: Path) -> None:
    told: list[str] = []
    notes = {"comment": "two\nlines", "article_after_training": ["0.9"], "version": 1, "labels": ["first", "second"]}
    path = write(tmp_path, {**GOOD, "test_outputs": [0.35], **notes})
    read_data_set(path, told.append)
    assert told == [f"{path}: “{key}” is not used." for key in notes]


def test_the_decimals_of_the_test_targets_count_too(tmp_path: Path) -> None:
    path = write(tmp_path, {**GOOD, "test_outputs": [0.125]})
    assert read_data_set(path).decimals == 3


@pytest.mark.parametrize(
    ("depth", "complaint"),
    [
        (1, "which is not a number"),
        (97, "which is not a number"),
        (98, "nested too deeply"),
        (984, "nested too deeply"),
    ],
)
def test_a_nested_value_is_refused_however_deep_it_is(tmp_path: Path, depth: int, complaint: str) -> None:
    nested = "[" * depth + "]" * depth
    path = write(tmp_path, f'{{"training_inputs": [[{nested}]], "training_outputs": [0], "test_inputs": [[0]]}}')
    with pytest.raises(ValueError, match=complaint):
        read_data_set(path)
