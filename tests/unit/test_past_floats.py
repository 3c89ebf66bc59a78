"""Numbers at the ends of what 64-bit floats hold: the page shows all its panels, and says what is too large."""

import json
import re
from typing import Any

import pytest

from perceptron.aspects import FLOWS, STAGES
from perceptron.own_data import own_data
from perceptron.packed import pack
from perceptron.settings_table import DEFAULTS
from perceptron.tables import UNDECIDED
from tests.unit.playing import plain, ready, says, settle
from web.page import messages as m
from web.page.reply import AT_REST, SHOWN
from web.page.request import asked
from web.page.state import State
from web.page.topics import TABS
from web.page.update import update
from web.page.views.network import part_sentence, parts
from web.worker.session import Session

NO_WORDS = re.compile(r"(?<![\w.])-?(inf|nan)(?![\w])", re.IGNORECASE)
MANY_DIGITS = re.compile(r"\d{30}|(\d{1,3},){8}")
HUGE = "1e308,1e308,1e308\n-1e308,1e308,-1e308\n1,2,3"
LARGE = "1e160,1\n2e160,2"
WIDE = "-1.7e308,1,0\n1.7e308,2,1\n0,3,2"
TINY = "1e-308,1e-308,1\n2e-308,5e-324,0"
TINIEST = "1e-310,1\n2e-310,0"
NARROW = "5e-324,0,0\n0,2,3\n5e-324,2,4"
EVERY = [
    (HUGE, {}),
    (HUGE, {"activation": "linear"}),
    (HUGE, {"activation": "relu", "scaling": "0-1"}),
    (LARGE, {"activation": "linear"}),
    (WIDE, {}),
    (WIDE, {"activation": "linear"}),
    (WIDE, {"activation": "linear", "scaling": "0-1"}),
    (TINY, {"activation": "tanh"}),
    (TINY, {"activation": "linear"}),
    (TINIEST, {}),
    (TINIEST, {"activation": "linear"}),
    (NARROW, {"activation": "linear", "scaling": "0-1"}),
    (NARROW, {}),
    (HUGE, {"activation": "linear", "start": "1000,1000,0"}),
    (HUGE, {"activation": "linear", "start": "1000,-1000,0"}),
    (HUGE, {"activation": "tanh", "start": "1000,-1000,0"}),
    (HUGE, {"activation": "step", "start": "1000,-1000,0"}),
    (HUGE, {"activation": "linear", "scaling": "0-1", "start": "1000,1000,0"}),
    (WIDE, {"activation": "relu", "start": "-1000,1000,0"}),
]


def state_of(text: str, settings: dict[str, str], **look: object) -> State:
    data = pack(own_data("own", text, UNDECIDED, lambda sentence: None))
    state = State().but(settings={**DEFAULTS, "data": data, **settings})
    return state.but(**look) if look else state


def reply_to(state: State, *do: object) -> dict[str, Any]:
    return plain(Session(), asked(state, (0, 0), SHOWN + AT_REST, do))


def update_panel(stage: str) -> dict[str, Any]:
    state = state_of(LARGE, {"activation": "linear"}, tab="update", stage=STAGES.index(stage))
    found: dict[str, Any] = reply_to(state)["panel"]
    return found


@pytest.mark.parametrize(("text", "settings"), EVERY)
@pytest.mark.parametrize("do", [(), ("advance", 3, 60), ("step",)])
def test_every_panel_is_shown_and_no_number_reads_inf_or_nan(
    text: str, settings: dict[str, str], do: tuple[object, ...]
) -> None:
    for tab in TABS:
        for flow in FLOWS:
            reply = reply_to(state_of(text, settings, tab=tab, flow=flow), *do)
            told = json.dumps({name: part for name, part in reply.items() if name != "request"}, ensure_ascii=False)
            assert not NO_WORDS.search(told), NO_WORDS.search(told)


@pytest.mark.parametrize(("text", "settings"), EVERY)
def test_the_page_writes_no_inf_or_nan_and_no_number_of_very_many_digits(text: str, settings: dict[str, str]) -> None:
    data = pack(own_data("own", text, UNDECIDED, lambda sentence: None))
    state, trainer = ready(m.AddressRead({**DEFAULTS, "data": data, **settings}, ()))
    assert state.said.report
    state = settle(update(state, m.StepPressed()), trainer)
    for tab in TABS:
        state = settle(update(state, m.TabChosen(tab)), trainer)
        page = says(state)
        for part in parts(state):
            page["part-text", part] = part_sentence(update(state, m.PartPointed(part)))
        for place, value in page.items():
            written = re.sub(r"<[^>]*>", " ", str(value))
            assert not NO_WORDS.search(written), (place, written)
            assert not MANY_DIGITS.search(written), (place, written)


@pytest.mark.parametrize("stage", STAGES)
def test_an_update_that_overflows_is_shown_and_said_to_be_impossible(stage: str) -> None:
    panel = update_panel(stage)
    assert "This update cannot be made" in panel["sentence"]
    assert not NO_WORDS.search(json.dumps(panel))


def test_the_new_weight_of_such_an_update_is_called_too_large() -> None:
    panel = update_panel("new")
    assert [result["value"] for result in panel["results"]][0] == "too large for a 64-bit float"
    assert "∞" in panel["formulas"][0]


def test_the_quiz_asks_for_no_number_that_is_too_large() -> None:
    state = state_of(LARGE, {"activation": "linear"}, tab="update", stage=STAGES.index("new"))
    marked = reply_to(state, "mark", "new", "5")["mark"]
    assert marked["sentence"] == "There is nothing to work out here: the number is too large for a 64-bit float."


@pytest.mark.parametrize(("text", "settings"), [EVERY[0], EVERY[3]])
def test_training_stops_in_the_first_epoch(text: str, settings: dict[str, str]) -> None:
    report = reply_to(state_of(text, settings), "advance", 5, 60)["report"]
    assert report["stopped"].startswith("Training stopped in epoch 1: ")
    assert report["epoch"] == 0
