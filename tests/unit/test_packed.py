"""Own data as a text for an address: it comes back bit for bit, and what is damaged or too much is refused."""

import base64
import json
import random
import struct
import zlib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perceptron.data_written import as_form
from perceptron.datasets import ARTICLE, DataSet, Row
from perceptron.floats import check_target
from perceptron.limits import MOST_BYTES, MOST_OF_A_NAME, MOST_WRITTEN
from perceptron.packed import pack, pack_program, unpack, unpack_program
from perceptron.packed_form import DENSE_VERSION, LETTERS, MOST_PACKED, is_packed
from perceptron.packed_numbers import END, as_bytes, as_text
from perceptron.presets import PRESETS
from perceptron.rules import RULES
from tests.unit.programs import MOMENTUM


def fits(target: float) -> bool:
    try:
        check_target(target)
    except ValueError:
        return False
    return True


NUMBERS = st.floats(allow_nan=False, allow_infinity=False) | st.integers(-(10**15), 10**15).map(float)
TARGETS = NUMBERS.filter(fits)
NAMES = st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1, max_size=9)


@st.composite
def data_sets(draw: st.DrawFn) -> DataSet:
    inputs = draw(st.integers(1, 10))
    classes = draw(st.none() | st.lists(NAMES, min_size=2, max_size=2, unique=True))
    targets = st.sampled_from([0.0, 1.0]) if classes else TARGETS
    rows = st.lists(st.builds(Row, st.tuples(*[NUMBERS] * inputs), targets), min_size=1, max_size=4).map(tuple)
    training = draw(rows)
    test = draw(st.just(training) | rows)
    names = tuple(draw(st.lists(NAMES, min_size=inputs, max_size=inputs)))
    return DataSet("own", training, test, draw(st.integers(0, 15)), names, draw(NAMES), tuple(classes or ()))


def bits(data: DataSet) -> bytes:
    """Every number of a data set, which tells 0 from -0."""
    numbers = [value for row in (*data.training, *data.test) for value in (*row.inputs, row.target)]
    return struct.pack(f"{len(numbers)}d", *numbers)


@given(data_sets())
def test_all_comes_back_bit_for_bit(data: DataSet) -> None:
    text = pack(data)
    assert is_packed(text)
    assert unpack(text) == data
    assert bits(unpack(text)) == bits(data)
    assert pack(unpack(text)) == text


@given(data_sets())
def test_numbers_come_back_as_bytes_bit_for_bit_too(data: DataSet) -> None:
    assert as_text(as_bytes(as_form(data))) == json.dumps(as_form(data), ensure_ascii=False, separators=(",", ":"))
    text = dense(as_bytes(as_form(data)))
    assert is_packed(text)
    assert (unpack(text), bits(unpack(text))) == (data, bits(data))


@pytest.mark.parametrize("name", PRESETS)
def test_presets_come_back_with_their_rules(name: str) -> None:
    assert unpack(pack(PRESETS[name])) == replace(PRESETS[name], name="own")


def test_a_small_table_is_a_short_text() -> None:
    assert len(pack(PRESETS["and"])) < 200
    assert len(pack(ARTICLE)) < 500


@pytest.mark.slow
def test_ten_thousand_rows_of_ten_inputs_fit() -> None:
    numbers = random.Random(1)
    rows = tuple(
        Row(tuple(round(numbers.uniform(0, 10), 9) for _ in range(10)), round(numbers.random(), 9))
        for _ in range(10_000)
    )
    data = DataSet("own", rows, rows, 9)
    text = pack(data)
    assert is_packed(text)
    assert unpack(text) == data


@pytest.mark.slow
def test_two_megabytes_of_numbers_fit() -> None:
    """Both as most programs write random numbers, and with as many digits as a float can have."""
    numbers = random.Random(1)
    for draw, count in (
        (numbers.random, 10_000),
        (lambda: numbers.gauss(0, 1) * 10.0 ** numbers.randint(-5, 5), 9_400),
    ):
        rows = tuple(Row(tuple(draw() for _ in range(10)), 1.0) for _ in range(count))
        table = "\n".join([",".join([*map(repr, row.inputs), repr(row.target)]) for row in rows])
        assert 0.95 * MOST_BYTES < len(table) <= MOST_BYTES
        text = pack(DataSet("own", rows, rows, 1))
        assert text[0] == DENSE_VERSION
        assert is_packed(text)
        assert unpack(text).training == rows


@pytest.mark.slow
def test_what_is_too_much_for_an_address_is_not_packed() -> None:
    numbers = random.Random(1)
    rows = tuple(Row(tuple(numbers.random() for _ in range(10)), 1.0) for _ in range(20_000))
    with pytest.raises(ValueError, match=f"{MOST_PACKED:,} are the most that an address may hold"):
        pack(DataSet("own", rows[:10_000], rows[10_000:], 1))


def test_the_longest_name_is_kept() -> None:
    named = replace(PRESETS["or"], target_name="é" * MOST_OF_A_NAME)
    assert unpack(pack(named)).target_name == named.target_name


@pytest.mark.parametrize("name", ["x" * (MOST_OF_A_NAME + 1), "two\nlines", " ", "\u202eabc"])
def test_a_name_that_would_not_be_read_again_is_not_packed(name: str) -> None:
    with pytest.raises(ValueError, match="a name"):
        pack(replace(ARTICLE, target_name=name))


def test_a_rule_is_kept_only_if_it_is_known_and_every_target_follows_it() -> None:
    for data in (
        replace(ARTICLE, rule="quotient"),
        replace(ARTICLE, rule="product"),
        replace(PRESETS["celsius"], rule="difference"),
    ):
        assert unpack(pack(data)).rule == ""
    for rule in RULES:
        assert any(unpack(pack(data)).rule == rule for data in PRESETS.values())


def text_of(content: bytes) -> str:
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
    deflated = deflate.compress(content) + deflate.flush()
    return "1" + base64.urlsafe_b64encode(deflated).decode().rstrip("=")


GOOD = {"training_inputs": [[1, 2], [3, 4]], "training_outputs": [0, 1], "test_inputs": "same"}


def changed(**parts: object) -> str:
    return text_of(json.dumps({**GOOD, **parts}).encode())


def dense(content: bytes) -> str:
    return "2" + text_of(content)[1:]


GOOD_BYTES = as_bytes(GOOD)
DENSE = dense(as_bytes(as_form(ARTICLE)))
ENOUGH = pack(ARTICLE)
PROGRAM = pack_program(MOMENTUM)
WHOLE_GROUPS = next(text for text in map(pack, PRESETS.values()) if len(text) % 4 == 1)
MALFORMED: dict[str, tuple[str, str]] = {
    "nothing": ("", "“” is none."),
    "a version alone": ("1", "“1” is none."),
    "another version": ("3" + ENOUGH[1:], "is of version 3; only versions 1 and 2 can be read."),
    "version 0": ("0", "is of version 0; only versions 1 and 2 can be read."),
    "JSON where its numbers should be bytes": ("2" + ENOUGH[1:], "is damaged."),
    "numbers as bytes where JSON should be": ("1" + DENSE[1:], "is damaged or not complete."),
    "numbers as bytes, cut off": (DENSE[:-9], "is not complete."),
    "a number too few": (dense(GOOD_BYTES[:-8]), "is damaged."),
    "a number too many": (dense(GOOD_BYTES + bytes(8)), "is damaged."),
    "no numbers": (dense(GOOD_BYTES.partition(END)[0]), "is damaged."),
    "no shapes": (dense(b'{"training_inputs":7}' + END), "is damaged."),
    "a billion columns of nothing": (dense(b'{"training_inputs":[1000000000,0]}' + END), "is damaged."),
    "fewer than no rows": (dense(b'{"training_inputs":[-1,-1]}' + END + bytes(8)), "is damaged."),
    "shapes that are texts": (dense(b'{"training_inputs":["a",2]}' + END), "is damaged."),
    "a list of shapes": (dense(b"[1]" + END), "is damaged."),
    "shapes that are nested": (dense(b"[" * 100_000 + END), "is nested too deeply to read;"),
    "bytes that are NaN": (dense(GOOD_BYTES.partition(END)[0] + END + b"\xff" * 48), "is damaged."),
    "a header alone": (dense(b""), "is damaged."),
    "a key of numbers that is missing": (dense(b'{"training_outputs":[1,1]}' + END + bytes(8)), "is missing."),
    "a word": ("article", "“article” is none."),
    "a minus": ("-1", "“-1” is none."),
    "a space inside": (ENOUGH[:9] + " " + ENOUGH[9:], " is none."),
    "a line break at the end": (ENOUGH + "\n", " is none."),
    "other base64": (ENOUGH + "+/=", " is none."),
    "letters of another alphabet": ("1абв", "“1абв” is none."),
    "unseen characters": ("1\u202e\0", "“1��” is none."),
    "too long": ("1" + "A" * MOST_PACKED, "has 1,030,001 characters; 1,030,000 are the most that an address may hold."),
    "one letter": ("1A", "is not complete."),
    "cut off": (ENOUGH[:-20], "is not complete."),
    "cut off by one": (ENOUGH[:-1], "is not complete."),
    "something after it": (ENOUGH + "AAAA", "is damaged: more stands there than was packed."),
    "one letter after it": (WHOLE_GROUPS + "A", "is damaged: more stands there than was packed."),
    "no deflated text": ("1" + "_" * 40, "is damaged or not complete."),
    "another sum": (
        "1" + base64.urlsafe_b64encode(zlib.compress(json.dumps(GOOD).encode())[:-1] + b"!").decode().rstrip("="),
        "is damaged or not complete.",
    ),
    "bytes that are no UTF-8": (text_of(b"\xff\xfe"), "is damaged or not complete."),
    "much in little": (text_of(b" " * (MOST_WRITTEN + 1)), "is larger than 8 MB, the most that is read."),
    "very much in little": (text_of(b"[" * 100_000_000), "is larger than 8 MB, the most that is read."),
    "nested": (text_of(b"[" * 100_000), "is nested too deeply to read; only lists of lists are needed."),
    "no JSON": (text_of(b"hello"), "is not JSON (Expecting value: line 1 column 1 (char 0)); there must be one JSON"),
    "an empty text": (text_of(b""), "is not JSON (Expecting value"),
    "a list": (text_of(b"[1]"), "there must be one JSON object with the keys training_inputs"),
    "an object without rows": (text_of(b"{}"), "“training_inputs” is missing."),
    "a key twice": (text_of(b'{"a":"","a":""}'), "“a” appears more than once."),
    "a key that is not known": (changed(validation=[[1, 2]]), "“validation” is not known"),
    "no training rows": (changed(training_inputs=[], training_outputs=[]), "The data set has no training rows."),
    "no test rows": (changed(test_inputs=[]), "no test rows"),
    "ragged rows": (changed(training_inputs=[[1, 2], [3]]), "training row 2 has 1 input;"),
    "a row without inputs": (changed(training_inputs=[[], []]), "training row 1 has 0 inputs;"),
    "too few outputs": (changed(training_outputs=[0]), "2 rows in “training_inputs”, but 1 number in"),
    "11 inputs": (changed(training_inputs=[[0] * 11] * 2), "has 11 inputs; the neuron takes 10 at most."),
    "10,001 rows": (
        changed(training_inputs=[[0]] * 10_001, training_outputs=[0] * 10_001),
        "has more than 10,000 training rows, the most that are read.",
    ),
    "a text for a number": (changed(training_outputs=["0", 1]), '“training_outputs” holds "0", which is not a number.'),
    "NaN": (text_of(b'{"training_inputs":[[NaN]]}'), "“training_inputs, row 1” holds NaN, which is not a number."),
    "infinity": (changed(training_outputs=[0, float("inf")]), "holds Infinity, which is not a number."),
    "1e400": (text_of(b'{"training_inputs":[[1e400]]}'), "holds a number that a 64-bit float cannot hold."),
    "a whole number of 5,000 digits": (text_of(b'{"training_inputs":[[%s]]}' % (b"9" * 5000)), "64-bit float cannot"),
    "a target of 1e-20": (changed(training_outputs=[0, 1e-20]), "holds 1e-20, but answers are compared at 15"),
    "another word for the test rows": (changed(test_inputs="all"), "“test_inputs” must be a list of lists of numbers."),
    "outputs of the same rows": (changed(test_outputs=[0, 1]), "“test_outputs” is not needed, because “test_inputs”"),
    "one name for two inputs": (changed(input_names=["a"]), "The data set has 2 inputs, but 1 name for them."),
    "a name for all": (changed(input_names="ab"), "“input_names” must be a list of names."),
    "a number for a name": (changed(input_names=["a", 1]), "“input_names” must be text."),
    "a long name": (changed(target_name="x" * 101), "”; a name has 100 characters at most."),
    "an empty name": (changed(target_name=" "), "“target_name” holds “ ”, a name that is empty."),
    "half a character": (changed(target_name="\ud800"), "a name that has characters that cannot be shown."),
    "three classes": (changed(classes=["a", "b", "c"]), "“classes” must be two different names"),
    "one class twice": (changed(classes=["a", "a"]), "“classes” must be two different names"),
    "classes for other targets": (
        changed(classes=["a", "b"], training_outputs=[0, 2]),
        "With “classes”, every target must be 0 or 1; 2.0 is not.",
    ),
    "16 decimals": (changed(decimals=16), "“decimals” must be a whole number from 0 to 15."),
    "half a decimal": (changed(decimals=0.5), "“decimals” must be a whole number from 0 to 15."),
    "no decimals": (changed(decimals=None), "“decimals” must be a whole number from 0 to 15."),
    "a list for a rule": (changed(rule=["sum"]), "“rule” must be text."),
}


@pytest.mark.parametrize("name", MALFORMED)
def test_what_is_malformed_is_refused_in_one_sentence(name: str) -> None:
    text, complaint = MALFORMED[name]
    with pytest.raises(ValueError) as refused:
        unpack(text)
    sentence = str(refused.value)
    assert sentence.startswith("Packed data: ")
    assert complaint in sentence
    assert sentence.isprintable()
    assert sentence.endswith(".")


@given(st.integers(1, len(ENOUGH) - 1), st.sampled_from(LETTERS))
def test_a_changed_letter_never_makes_other_data(place: int, letter: str) -> None:
    text = ENOUGH[:place] + letter + ENOUGH[place + 1 :]
    try:
        assert unpack(text) == unpack(ENOUGH)
    except ValueError as error:
        assert str(error).startswith("Packed data: is ")


@given(st.integers(1, len(PROGRAM) - 1), st.sampled_from(LETTERS))
def test_nor_does_it_make_another_program(place: int, letter: str) -> None:
    try:
        assert unpack_program(PROGRAM[:place] + letter + PROGRAM[place + 1 :]) == MOMENTUM
    except ValueError as error:
        assert str(error).startswith("Packed program: is ")


def test_addresses_of_before_there_was_a_sum_are_still_read() -> None:
    assert unpack(text_of(json.dumps(as_form(ARTICLE)).encode())) == unpack(ENOUGH)


@given(st.text("ABCabc019-_", min_size=1, max_size=60), st.integers(0, len(ENOUGH)))
def test_any_change_is_read_or_refused(part: str, place: int) -> None:
    for text in ("1" + part, "2" + part, ENOUGH[:place] + part + ENOUGH[place:], DENSE[:place] + part + DENSE[place:]):
        try:
            unpack(text)
        except ValueError as error:
            assert str(error).isprintable()
