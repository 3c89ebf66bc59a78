"""Formulas as MathML: well-formed whatever the number, and saying it as a person writes it."""

import math
from xml.etree import ElementTree

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from web.worker.reports.digits import significant
from web.worker.reports.mathml import formula, fraction, joined, name, number, power, row, sign


def read(markup: str) -> str:
    """The text of well-formed markup."""
    return "".join(ElementTree.fromstring(markup).itertext())


def value_of(markup: str) -> float:
    text = read(markup).replace("−", "-").strip("()")
    mantissa, _, exponent = text.partition("×10")
    return float(f"{mantissa}e{exponent or 0}")


@given(st.floats(allow_nan=False))
@example(-0.0)
@example(math.inf)
@example(5e-324)
@example(-1.7976931348623157e308)
def test_any_number_is_well_formed(value: float) -> None:
    ElementTree.fromstring(formula(number(repr(value)), sign("="), number(significant(value))))


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_formula_says_the_number_that_it_was_given(value: float) -> None:
    assert value_of(number(repr(value))) == value


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0029142249, "0.00291422"),
        (-0.5, "(−0.5)"),
        (2.9e-05, "2.90000×10−5"),
        (-1.25e-10, "(−1.25000×10−10)"),
        (3e22, "3.00000×1022"),
        (0.0, "0"),
    ],
)
def test_numbers_are_written_as_a_person_writes_them(value: float, text: str) -> None:
    assert read(number(significant(value))) == text


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_six_significant_digits_are_near_enough(value: float) -> None:
    assert float(significant(value)) == pytest.approx(value, rel=1e-5, abs=0.0)


def test_parts_are_put_together() -> None:
    z = row(name("x", "1"), name("w", "1"))
    whole = formula(name("y"), sign("="), fraction(number("1"), power(name("e"), row(sign("−"), z))))
    assert read(whole) == "y=1e−x1w1"
    assert read(formula(joined([name("a"), name("b"), name("c")], "+"))) == "a+b+c"
