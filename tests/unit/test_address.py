"""The address bar as anybody may fill it: read_address takes every text, and names what it cannot use."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perceptron.fields import shortened
from perceptron.legs import canonical_legs
from perceptron.numerals import as_number
from perceptron.settings_table import DEFAULTS, FIELDS, canonical_start
from tests.hostile import ADDRESSES, NUMBERS, USABLE
from web.page import messages as m
from web.page.address import MOST_NOTICES, read_address, write_address
from web.page.request import next_request
from web.page.state import State
from web.page.update import update

NAMES = st.sampled_from(list(DEFAULTS))
# Text that looks like a setting more often than text does.
PARTS = st.tuples(
    NAMES | st.text(max_size=12),
    st.sampled_from(("=", "==", "", "%3D")),
    st.text("0123456789.,+-eE%_@ ", max_size=12) | st.text(max_size=12) | st.sampled_from(NUMBERS),
).map("".join)


def allowed(settings: dict[str, str]) -> bool:
    start = settings["start"]
    return (
        set(settings) == set(DEFAULTS)
        and all(field.parse(settings[name]) is not None for name, field in FIELDS.items())
        and (not start or canonical_start(start) == start)
        and canonical_legs(settings["legs"]) == settings["legs"]
    )


@given(st.lists(PARTS, max_size=8).map("&".join))
def test_whatever_the_address_says_the_settings_stay_allowed(text: str) -> None:
    settings, notices = read_address(text)
    assert allowed(settings)
    assert len(notices) <= MOST_NOTICES + 1
    assert all(len(notice) < 300 for notice in notices)


@given(st.lists(PARTS, max_size=8).map("&".join))
def test_what_was_read_is_written_and_read_again_without_a_notice(text: str) -> None:
    settings, _ = read_address(text)
    assert read_address(write_address(settings)) == (settings, [])


@pytest.mark.parametrize("text", [pytest.param(text, id=f"{number}") for number, text in enumerate(ADDRESSES)])
def test_a_hostile_address_is_named_unless_it_can_be_used(text: str) -> None:
    settings, notices = read_address(text)
    assert allowed(settings)
    assert (not notices) == (text in USABLE), notices


def test_there_are_at_least_two_hundred_hostile_addresses() -> None:
    assert len(set(ADDRESSES)) >= 200
    assert set(ADDRESSES) >= USABLE


def test_a_setting_named_twice_is_said() -> None:
    settings, notices = read_address("seed=5&epochs=7&seed=x")
    assert (settings["seed"], settings["epochs"]) == ("5", "7")
    assert "The address sets Seed more than once" in notices[0]
    assert read_address("&".join(["seed=5"] * 2000))[1] == notices[:1]


@pytest.mark.parametrize(
    ("typed", "kept"), [("+5", "5"), ("5.", "5"), ("+.5", ".5"), ("5.E+1", "5e+1"), (" 0,25 ", "0.25"), ("1e1", "1e1")]
)
def test_what_is_kept_of_a_number_is_what_a_number_field_takes(typed: str, kept: str) -> None:
    assert FIELDS["learning_rate"].canonical(typed) == kept
    assert float(kept) == as_number(typed)


def test_an_encoded_value_is_read_and_a_malformed_one_is_shown_as_it_is() -> None:
    assert read_address("learning_rate=0%2C5")[0]["learning_rate"] == "0.5"
    assert "“<b>”" in read_address("%3Cb%3E=1")[1][0]
    assert "“%C3%28”" in read_address("%C3%28=1")[1][0]
    assert "“%3”" in read_address("%3=1")[1][0]


def test_a_notice_shows_no_sign_that_could_turn_or_hide_its_text() -> None:
    assert shortened("a\u202eb\x00c\u200bd\ufeff") == "a�b�c�d�"
    assert shortened("x" * 41) == "x" * 40 + "…"


def test_many_wrong_parts_are_counted_and_not_all_recited() -> None:
    _, notices = read_address("&".join(f"a{number}=1" for number in range(3000)))
    assert notices[-1] == f"And {3000 - MOST_NOTICES:,} more parts of the address could not be used."
    _, notices = read_address("&".join(f"a{number}=1" for number in range(MOST_NOTICES + 1)))
    assert notices[-1] == "And 1 more part of the address could not be used."


@pytest.mark.parametrize("text", ["", ".", "e5", "-", "1e", "²", "１／２", "1\u200b0", "1" * 101, "nan", "0x1"])
def test_what_one_of_the_two_pythons_would_take_for_a_number_is_none(text: str) -> None:
    with pytest.raises(ValueError):
        as_number(text)


def test_the_address_holds_only_what_differs_from_the_defaults() -> None:
    assert write_address(dict(DEFAULTS)) == ""
    assert write_address({**DEFAULTS, "seed": "7", "learning_rate": "0.5"}) == "seed=7&learning_rate=0.5"


starts = st.one_of(
    st.just(""), st.lists(st.floats(-1000, 1000), min_size=3, max_size=3).map(lambda start: ",".join(map(repr, start)))
)


some_legs = st.sampled_from(["", "0.1@300", "0.1@300,0.5@512.7", "1e-4@0.1,100@999999999.27"])


@given(st.integers(0, 999_999_999), st.integers(1, 1_000_000), st.floats(0.0001, 100), starts, some_legs)
def test_what_is_written_into_the_address_is_read_back(
    seed: int, epochs: int, rate: float, start: str, legs: str
) -> None:
    settings = dict(DEFAULTS)
    settings |= {"seed": str(seed), "epochs": str(epochs), "learning_rate": repr(rate), "start": start, "legs": legs}
    assert read_address("#" + write_address(settings)) == (settings, [])


@pytest.mark.parametrize(
    ("address", "notice"),
    [
        ("#seed=abc", "“abc” is not. It is ignored."),
        ("#colour=red", "“colour”, which is not a setting. It is ignored."),
        ("#epochs=0", "Epochs to 0. The nearest allowed value is 1."),
        ("#epochs=99999999999", "The nearest allowed value is 1000000."),
        ("#seed=-5", "Seed to -5. The nearest allowed value is 0."),
        ("#seed=1.5", "“1.5” is not. It is ignored."),
        ("#learning_rate=nan", "“nan” is not. It is ignored."),
        ("#seed", "It is ignored."),
        (
            "#legs=0.5@300,0.1@200",
            "Legs must end one after another and after the start; “200” does not. It is ignored.",
        ),
        ("#legs=0.5@300.28", "0 to 27 rows; “300.28” does not. It is ignored."),
        ("#legs=0.5@3&legs=x", "The address sets Legs more than once"),
        ("#<img src=x onerror=alert(1)>", "which is not a setting"),
    ],
)
def test_nonsense_in_the_address_is_named(address: str, notice: str) -> None:
    settings, notices = read_address(address)
    assert notice in " ".join(notices)
    for name, field in FIELDS.items():
        field.parse(settings[name])


@given(st.text(max_size=300))
def test_no_address_breaks_the_page(text: str) -> None:
    settings, _ = read_address(text)
    state = update(State(), m.AddressRead(settings, []))
    request = next_request(update(state, m.TrainerReady()))
    assert (request["run"], request["do"]) == (state.wanted, [])
