"""What a person worked out: which roundings are right, and what is said of the others."""

from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from perceptron.findings.quiz import decimals_that_tell, decimals_to_ask_for, mark
from perceptron.words.quiz import mark_in_words, rule_in_words

values = st.one_of(st.floats(allow_nan=False, allow_infinity=False), st.floats(-2, 2))


HINT = "Add them."
ENOUGH = "Give two significant digits, also if the last is a 0. This does not count as a miss."


def told(text: str, value: float) -> str:
    return mark_in_words(mark(text, value), HINT)


@given(values, st.integers(0, 12), st.sampled_from([ROUND_HALF_UP, ROUND_HALF_EVEN]), st.booleans())
@example(0.125, 2, ROUND_HALF_UP, True)
@example(0.125, 2, ROUND_HALF_EVEN, True)
def test_any_correct_rounding_of_enough_digits_is_right(
    value: float, decimals: int, rounding: str, comma: bool
) -> None:
    assume(abs(value) < 1e15)
    rounded = Decimal(value).quantize(Decimal(1).scaleb(-decimals), rounding)
    assume(rounded != 0)
    # Two digits of the value itself: 1.0 for 0.97 has just one of them.
    assume(-decimals <= Decimal(value).adjusted() - 1)
    text = f"{rounded:f}".replace(".", "," if comma else ".")
    assert mark(text, value).right


@given(values)
def test_the_number_in_full_is_right(value: float) -> None:
    assert mark(repr(value), value).right
    assert told(repr(value), value) == f"Right. In full it is {value!r}."


@given(values, st.integers(1, 16))
def test_exponent_notation_is_right_too(value: float, digits: int) -> None:
    assume(value != 0)
    assert mark(f"{value:.{digits}e}", value).right


@given(values, st.integers(0, 12), st.integers(-3, 3))
def test_a_number_that_is_off_in_its_last_digit_is_wrong_and_the_value_is_not_given_away(
    value: float, decimals: int, off: int
) -> None:
    assume(off != 0)
    assume(abs(value) < 1e12)
    unit = Decimal(1).scaleb(-decimals)
    nearest = Decimal(value).quantize(unit, ROUND_HALF_UP)
    given = nearest + off * unit
    # One unit off may still be the other way to round a half, or of the written number.
    assume(abs(given - Decimal(repr(value))) > unit / 2)
    assume(decimals or given % 10)  # 10 may be 7 in one digit
    assert mark(f"{given:f}", value).found in ("wrong", "sign")
    sentence = told(f"{given:f}", value)
    assert sentence.startswith(("Not ", "Almost: "))
    assert repr(value) not in sentence.replace(f"{given:f}", "")


@pytest.mark.parametrize(
    ("text", "value", "right"),
    [
        ("0.71", 0.714361, True),
        ("0,7144", 0.714361, True),
        (" +0.714 ", 0.714361, True),
        ("1", 0.714361, False),
        ("0.7", 0.714361, False),
        ("0.710", 0.714361, False),
        ("0.7", 0.7, True),
        ("0.9", 0.9001, False),
        ("0.90", 0.9001, True),
        ("0.2", 0.204, False),
        ("0.20", 0.204, True),
        ("0.3", 0.1 + 0.2, True),
        ("1", 1.0, True),
        ("0.1", 0.0996, False),
        ("0.10", 0.0996, True),
        ("310", 312.0, True),
        ("310.0", 312.0, False),
        ("1000", 1000.4, True),
        ("12000", 12345.0, True),
        ("12300", 12345.0, True),
        ("12400", 12345.0, False),
        ("0.70", 0.7, True),
        (".5", 0.5, True),
        ("2.9e-3", 0.00291422, True),
        ("2,914E-03", 0.00291422, True),
        ("-0.0029", -0.00291422, True),
        ("−0.0029", -0.00291422, True),
        ("0.12", 0.125, True),
        ("0.13", 0.125, True),
        # The float 0.285 is a little less than its name; a person rounds what is written.
        ("0.29", 0.285, True),
        ("0.28", 0.285, True),
        ("0", 0.0, True),
        ("-0.00", 0.0, True),
        ("0.72", 0.714361, False),
        ("0.715", 0.714361, False),
        ("7.1", 0.714361, False),
        ("0", 0.714361, False),
        ("1e400", 0.5, False),
        ("1e-5000", 0.5, False),
        ("0.1", 0.0, False),
        ("300", 312.0, False),
        ("3e2", 312.0, False),
    ],
)
def test_answers_are_marked_as_a_teacher_would(text: str, value: float, right: bool) -> None:
    assert mark(text, value).right is right


@pytest.mark.parametrize("text", ["0", "0.00", "0,0", "-0.0", "0e-2"])
def test_a_small_number_is_not_rounded_away(text: str) -> None:
    assert not mark(text, -0.00291422).right
    assert told(text, -0.00291422) == f"It rounds to 0, but it is not 0. {ENOUGH}"


def test_a_wrong_sign_is_said_to_be_all_that_is_wrong() -> None:
    assert not mark("-0.71", 0.714361).right
    assert told("-0.71", 0.714361) == f"Almost: only the sign is wrong. {HINT}"
    assert told("0.0029", -0.00291422) == f"Almost: only the sign is wrong. {HINT}"
    assert told("-0.72", 0.714361) == f"Not -0.72. {HINT}"


@pytest.mark.parametrize("text", ["x", "0.7.1", "1 00", "1_0", "nan", "inf", "--1", "e", "1e99999999999999999999", "½"])
def test_what_is_no_number_is_said_to_be_none(text: str) -> None:
    assert not mark(text, 0.5).right
    assert told(text, 0.5).startswith(f"“{text}” is not a number. Write digits")


@pytest.mark.parametrize("text", ["−0,714", "－０．７１４", "–0.714"])
def test_answers_may_be_typed_as_people_write_them(text: str) -> None:
    assert mark(text, -0.714361).right


def test_an_answer_that_can_mean_two_numbers_is_right_when_one_of_them_is() -> None:
    assert mark("1,235", 1.2349).right
    assert mark("1,235", 1234.8).right
    assert told("1,235", 5.0) == f"Not 1,235. {HINT}"


def test_nothing_typed_is_said_to_be_nothing() -> None:
    assert told("  ", 0.5).startswith("There is no number here. Write digits")


@given(st.text(max_size=300), values)
def test_whatever_is_typed_gets_one_short_answer(text: str, value: float) -> None:
    assert len(told(text, value)) < 160


def test_what_is_not_precise_enough_is_asked_for_again_and_is_no_miss() -> None:
    assert told("0.7", 0.714361) == f"0.7 is right so far, but not precise enough. {ENOUGH}"
    for text, value in (("0.7", 0.714361), ("0", 0.0029), ("x", 0.5)):
        assert not mark(text, value).is_miss
    for text in ("0.72", "-0.71"):
        assert mark(text, 0.714361).is_miss


@given(st.floats(allow_nan=False, allow_infinity=False).filter(bool), st.integers(2, 8))
def test_two_significant_digits_are_enough_and_a_third_that_is_wrong_is_too_many(value: float, off: int) -> None:
    assert mark(f"{value:.1e}", value).right
    mantissa, _, exponent = f"{value:.2e}".partition("e")
    third = (int(mantissa[-1]) + off) % 10
    assert not mark(f"{mantissa[:-1]}{third}e{exponent}", value).right


@pytest.mark.parametrize(
    ("old", "new", "decimals"),
    [
        (0.279583, 0.282497, 3),  # 0.28 and 0.28, but 0.280 and 0.282
        (4.977809, 4.978260, 4),
        (0.1, 0.9, None),
        (-0.004, 0.0055, None),
        (312.0, 312.7, 0),
        (312.0, 340.0, None),
        (0.5, 0.5, None),
        (0.5, 0.50000000001, None),
        (float("inf"), 1.0, None),
    ],
)
def test_a_new_number_is_asked_for_with_so_many_decimals_that_it_looks_new(
    old: float, new: float, decimals: int | None
) -> None:
    assert decimals_to_ask_for(old, new) == decimals


small = st.floats(-100, 100).filter(bool)


@given(small, st.floats(-1, 1))
@example(0.99999, -1.0)  # the new one is smaller than six decimals can show
def test_the_old_number_is_never_a_right_answer_for_the_new_one(old: float, change: float) -> None:
    new = old + change
    decimals = decimals_that_tell(old, new)
    if decimals is None:
        assert not new or abs(new - old) < 1.01e-6
        return
    asked_for = decimals_to_ask_for(old, new)
    unit = Decimal(1).scaleb(-max(0, decimals if asked_for is None else asked_for))
    assert not mark(f"{Decimal(repr(old)).quantize(unit)}", new, asked_for).right
    assert mark(f"{Decimal(repr(new)).quantize(unit)}", new, asked_for).right


def test_too_few_decimals_are_no_miss_and_the_rule_says_how_many_it_takes() -> None:
    marked = mark("0.28", 0.282497, 3)
    assert (marked.found, marked.is_miss) == ("short", False)
    assert mark_in_words(marked, HINT) == (
        "0.28 is right so far, but not precise enough. Give 3 decimals, also if the last is a 0. "
        "This does not count as a miss."
    )
    assert rule_in_words(3) == "Give 3 decimals: with fewer digits, the old and the new number look the same."
    assert rule_in_words(0).startswith("Give a whole number:")
    assert rule_in_words(None).startswith("Two significant digits are enough")
