"""The link to the experiment: what is said of its copy, at the button that was pressed, as long as it holds."""

import pytest

from tests.unit.playing import ready, says
from web.page import messages as m
from web.page.state import State
from web.page.topics import LINK_PLACES
from web.page.update import update

SHORT = "https://example.org/#seed=7"
LONG = f"https://example.org/#data={'x' * 2_000}"


def after(place: str, text: str, copied: bool) -> State:
    state, _ = ready(m.SettingTyped("seed", "7"))
    return update(state, m.LinkCopied(place, text, copied))


@pytest.mark.parametrize("place", LINK_PLACES)
def test_a_copied_link_is_said_where_it_was_copied(place: str) -> None:
    page = says(after(place, SHORT, True))
    for one in LINK_PLACES:
        assert page[f"link-{one}-said", "text"] == ("Link copied." if one == place else "")
        assert page[f"link-{one}-field", "hidden"] is True


@pytest.mark.parametrize("place", LINK_PLACES)
def test_a_link_that_could_not_be_copied_stands_in_a_field(place: str) -> None:
    page = says(after(place, SHORT, False))
    assert (page[f"link-{place}-field", "hidden"], page[f"link-{place}-text", "value"]) == (False, SHORT)
    assert str(page[f"link-{place}-said", "text"]).endswith("The link is selected, so you can copy it yourself.")


def test_of_a_long_link_it_is_said_that_it_may_be_cut() -> None:
    said = str(says(after("data", LONG, True))["link-data-said", "text"])
    assert said.startswith("Link copied. It has 2,026 characters, and mail and chat programs may cut what is longer")


def test_what_was_said_of_a_link_holds_until_the_settings_are_others() -> None:
    state = update(after("settings", SHORT, False), m.SettingTyped("seed", "8"))
    page = says(state)
    assert (page["link-settings-said", "text"], page["link-settings-field", "hidden"]) == ("", True)


def test_a_place_that_there_is_not_changes_nothing() -> None:
    state = State()
    assert update(state, m.LinkCopied("elsewhere", SHORT, True)) is state
