"""Numbers as people write them: every common way is read as what it means, and nothing is read as something else."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perceptron.fields import PARAMETER, QUESTION
from perceptron.numerals import as_number, is_less, is_whole, reading, readings, step_on
from perceptron.settings_table import FIELDS

FULL_WIDTH = str.maketrans("0123456789.,+-", "０１２３４５６７８９．，＋－")
ARABIC = str.maketrans("0123456789.", "٠١٢٣٤٥٦٧٨٩٫")
PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
SPACES = " \u00a0\u2007\u2009\u202f\u3000"
DECIMALS = st.decimals(-(10**9), 10**9, allow_nan=False, allow_infinity=False, places=5)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("0,3", "0.3"),
        ("−2.5605", "-2.5605"),
        ("‐1", "-1"),
        ("‑1", "-1"),
        ("‒1", "-1"),
        ("–1", "-1"),
        ("—1", "-1"),
        ("﹣1", "-1"),
        ("1e−3", "1e-3"),
        ("1 000", "1000"),
        ("1\u202f000,5", "1000.5"),
        ("12\u00a0345\u00a0678", "12345678"),
        ("1'000", "1000"),
        ("1’234’567.5", "1234567.5"),
        ("1,000,000", "1000000"),
        ("1.000.000", "1000000"),
        ("1,234.5", "1234.5"),
        ("1.234,5", "1234.5"),
        ("1234,567", "1234.567"),
        ("0,125", "0.125"),
        ("-0,125", "-0.125"),
        ("１２", "12"),
        ("－１２．５", "-12.5"),
        ("１　０００", "1000"),
        ("٣٫٥", "3.5"),
        ("۱۲", "12"),
        ("+5", "5"),
        ("＋5", "5"),
        ("5.", "5"),
        (".5", ".5"),
        (",5", ".5"),
        ("\u00a05\u202f", "5"),
        ("1.000", "1.000"),
        ("007", "007"),
    ],
)
def test_what_people_write_is_understood(typed: str, meant: str) -> None:
    assert readings(typed) == (meant,)


@pytest.mark.parametrize(
    "typed",
    [
        "0,3\t0,4",
        "0,3\n0,4",
        "300↵400",
        "1/2",
        "1 2",
        "1 00",
        "1 0000",
        "'5",
        "5'",
        "1'00",
        "1' 000",
        "5’300’",
        "10 00",
        "1,00,000",
        "1,2,3",
        "1.2.3",
        "1,000 000",
    ],
)
@pytest.mark.parametrize("whole", [False, True])
def test_what_is_not_one_number_is_none(typed: str, whole: bool) -> None:
    assert readings(typed, whole) == ()


def test_a_comma_before_three_digits_can_mean_two_numbers() -> None:
    assert readings("1,000") == readings("1,000", True) == ("1000", "1.000")
    assert readings("-12,345") == ("-12345", "-12.345")
    assert readings("1.000", True) == ("1000", "1.000")


def test_a_number_that_is_not_clear_is_asked_about_in_words() -> None:
    for field, typed, words in (
        (FIELDS["epochs"], "10,000", "Epochs: “10,000” is not clear; write 10000 or 10."),
        (FIELDS["epochs"], "10.000", "Epochs: “10.000” is not clear; write 10000 or 10."),
        (
            FIELDS["seed"],
            "1,125",
            "Seed must be a whole number from 0 to 999,999,999; “1,125” is not. If you mean 1125, write it so.",
        ),
        (FIELDS["learning_rate"], "1,000", "Learning rate: “1,000” is not clear; write 1000 or 1.000."),
        (PARAMETER.named("Bias"), "−2,375", "Bias: “−2,375” is not clear; write -2375 or -2.375."),
    ):
        for way in (field.parse, field.canonical, field.clamp):
            with pytest.raises(ValueError) as error:
                way(typed)
            assert str(error.value) == words


@given(DECIMALS, st.sampled_from(SPACES), st.sampled_from(".,"), st.sampled_from("-−–"), st.integers(0, 3))
def test_every_number_is_read_from_every_way_to_write_it(
    number: Decimal, space: str, point: str, minus: str, digits: int
) -> None:
    written = f"{number:,f}".replace(",", space).replace(".", point).replace("-", minus)
    if digits:
        written = written.translate((FULL_WIDTH, ARABIC, PERSIAN)[digits - 1])
    assert readings(written) == (f"{number:f}",)
    assert as_number(written) == float(number)


@given(st.text("0123456789.,+-eE− \u202f\t１", max_size=14), st.booleans())
def test_what_is_read_is_what_python_reads_of_the_same_digits(text: str, whole: bool) -> None:
    for plain in readings(text, whole):
        assert "".join(filter(str.isdigit, plain)) == "".join(filter(str.isdigit, text)).replace("１", "1")
        assert Decimal(plain) is not None
        assert float(plain) == float(Decimal(plain))


@given(st.decimals(-100, 100, places=6, allow_nan=False), st.integers(-12, 2))
def test_whole_is_what_has_no_fraction(number: Decimal, exponent: int) -> None:
    plain = f"{number:f}e{exponent}"
    exact = number.scaleb(exponent)
    assert is_whole(plain) == (exact == exact.to_integral_value())


@given(st.decimals(allow_nan=False, allow_infinity=False), st.decimals(allow_nan=False, allow_infinity=False))
def test_two_numbers_are_compared_to_the_last_digit(one: Decimal, other: Decimal) -> None:
    assert is_less(str(one).lower(), str(other).lower()) == (one < other)
    assert not is_less(str(one).lower(), str(one).lower())


@pytest.mark.parametrize(
    ("typed", "nearest"),
    [("100.00000000000000000001", "100"), ("0.00009999999999999999999999", "0.0001"), ("1e5000000000", "100")],
)
def test_a_number_past_a_bound_is_refused_by_however_little(typed: str, nearest: str) -> None:
    with pytest.raises(ValueError, match=r"must be a number from 0\.0001 to 100; “.*” is not\."):
        FIELDS["learning_rate"].canonical(typed)
    assert FIELDS["learning_rate"].clamp(typed) == nearest
    with pytest.raises(ValueError, match="must be a number from −1,000 to 1,000"):
        PARAMETER.canonical("-1000.0000000000000000000000001")


def test_a_fraction_too_small_for_a_float_is_no_whole_number_either() -> None:
    for text in ("5.00000000000000000001", "1e-400"):
        with pytest.raises(ValueError, match="must be a whole number"):
            FIELDS["seed"].parse(text)


@given(DECIMALS, st.integers(-20, 20))
def test_steps_are_exact(number: Decimal, count: int) -> None:
    assert Decimal(step_on(f"{number:f}", "0.1", count)) == number + count * Decimal("0.1")


def test_three_steps_of_a_tenth_show_three_tenths() -> None:
    assert QUESTION.step_on("0", 3) == QUESTION.step_on("0,1", 2) == "0.3"
    assert PARAMETER.step_on("−0,05", 1) == "0.05"
    assert PARAMETER.step_on("0.2796", -10) == "-0.7204"


def test_the_learning_rate_steps_in_its_first_digit_and_never_comes_to_zero() -> None:
    rate = FIELDS["learning_rate"]
    seen = ["0.1"]
    while seen[-1] != rate.step_on(seen[-1], -1):
        seen.append(rate.step_on(seen[-1], -1))
    assert seen[:3] == ["0.1", "0.09", "0.08"]
    assert seen[9:11] == ["0.01", "0.009"]
    assert seen[-1] == "0.0001"
    back = ["0.0001"]
    while back[-1] != rate.step_on(back[-1], 1):
        back.append(rate.step_on(back[-1], 1))
    assert set(seen) < set(back)
    assert back[-4:] == ["70", "80", "90", "100"]
    assert rate.step_on("0.1", 10) == "2"


@pytest.mark.parametrize(
    ("name", "text", "count", "after"),
    [
        ("epochs", "10000", 1, "10001"),
        ("epochs", "5", -10, "1"),
        ("epochs", "1 000", 10, "1010"),
        ("epochs", "5000000", -1, "1000000"),
        ("seed", "0", -1, "0"),
        ("seed", "999999999", 1, "999999999"),
    ],
)
def test_steps_stay_within_what_is_allowed(name: str, text: str, count: int, after: str) -> None:
    assert FIELDS[name].step_on(text, count) == after


@pytest.mark.parametrize("text", ["1e300", "1e-300", "1e-5000000000", "1e5000000000", "9" * 99])
def test_steps_from_absurd_numbers_end_at_once(text: str) -> None:
    after = step_on(text, "0.1", 10)
    assert len(after) <= 120


def test_nothing_is_stepped_from_what_is_no_number() -> None:
    for text in ("", "x", "1,000"):
        with pytest.raises(ValueError):
            FIELDS["epochs"].step_on(text, 1)


@pytest.mark.parametrize(
    ("text", "with_point", "with_comma"),
    [
        ("1", "1", "1"),
        ("−0.5", "-0.5", ""),
        ("0,5", "", "0.5"),
        ("1,000", "1000", "1.000"),
        ("1.000", "1.000", "1000"),
        ("1,234.5", "1234.5", ""),
        ("1.234,5", "", "1234.5"),
        ("1 234,5", "", "1234.5"),
        ("1\u00a0234", "1234", "1234"),
        ("1,234,567", "1234567", ""),
        ("2,5E-3", "", "2.5e-3"),
        ("1,00", "", "1.00"),
        ("1 00", "", ""),
        ("", "", ""),
        ("e5", "", ""),
        ("nan", "", ""),
        ("1" * 101, "", ""),
    ],
)
def test_where_the_decimal_mark_is_known_a_text_means_one_number_or_none(
    text: str, with_point: str, with_comma: str
) -> None:
    assert (reading(text, "."), reading(text, ",")) == (with_point, with_comma)


@given(st.text("0123456789.,  -+e", max_size=12))
def test_every_number_with_a_known_mark_is_one_of_its_readings_or_the_points_thousands(text: str) -> None:
    found = {reading(text, "."), reading(text, ",")} - {""}
    thousands = {text.strip().lstrip("+").replace(".", "")} if "." in text else set()
    assert set(readings(text)) <= found <= set(readings(text)) | thousands
