"""From where to where a picture of the data goes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perceptron.datasets import ARTICLE
from perceptron.findings.spans import held_values, rounded_span, span_of
from tests.unit.samples import AND, CELSIUS, PETALS


def test_the_articles_inputs_go_from_0_to_1() -> None:
    assert [span_of(ARTICLE, position) for position in (0, 1)] == [(0.0, 1.0), (0.0, 1.0)]


@pytest.mark.parametrize(
    ("values", "span"),
    [
        ((32.0, 212.0), (20.0, 220.0)),
        ((-1.7, 3.3), (-2.0, 4.0)),
        ((1.3, 6.9), (1.0, 7.0)),
        ((0.0, 0.0), (-1.0, 1.0)),
        ((5.0, 5.0), (2.0, 8.0)),
        ((1e-9, 5e-9), (1e-9, 5e-9)),
        ((-1e308, 1e308), (-1e308, 1e308)),
        ((0.0, 5e-324), (0.0, 5e-324)),
    ],
)
def test_a_span_goes_to_the_next_round_numbers(values: tuple[float, ...], span: tuple[float, float]) -> None:
    assert rounded_span(values) == span


@given(st.lists(st.floats(allow_nan=False, allow_infinity=False), min_size=1))
def test_a_span_holds_all_values_but_for_a_floats_noise(values: list[float]) -> None:
    least, most = rounded_span(values)
    noise = 1e-9 * max(map(abs, (*values, least, most)))
    assert least < most
    assert least - noise <= min(values)
    assert max(values) <= most + noise


@given(st.lists(st.floats(-1e6, 1e6), min_size=2))
def test_a_span_is_not_much_wider_than_the_values(values: list[float]) -> None:
    width = max(values) - min(values)
    least, most = rounded_span(values)
    if width > 1e-3:
        assert most - least <= 1.51 * width


def test_inputs_are_held_at_the_middle_training_value() -> None:
    assert held_values(CELSIUS) == (50.0,)
    assert held_values(AND) == (0.0, 0.0)
    assert held_values(PETALS) == (2.5, 0.75)
