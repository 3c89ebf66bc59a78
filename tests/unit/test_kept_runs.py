"""Runs that the browser keeps: they come back as they were, whatever else stands there, and other tabs lose none."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perceptron.own_data import own_data
from perceptron.packed import pack, pack_program
from perceptron.settings_table import DEFAULTS
from perceptron.tables import UNDECIDED
from tests.unit.playing import kept_run, out_of_shape, ready, says, settle
from tests.unit.programs import MOMENTUM
from tests.unit.samples import CELSIUS
from web.build.site import first_state
from web.page import messages as m
from web.page.kept_runs import data_name, key_of, merged, read_stored, to_store, unread
from web.page.runs import MOST_KEPT, KeptRun, rows
from web.page.state import State
from web.page.update import update

OWN = pack(CELSIUS)
SETTINGS = [
    {**DEFAULTS},
    {**DEFAULTS, "seed": "5", "start": "1,-2,0.5", "legs": "0.1@3", "tolerance": "0.05"},
    {**DEFAULTS, "data": OWN, "activation": "linear"},
    {**DEFAULTS, "rule": pack_program(MOMENTUM)},
]


def runs(*settings: dict[str, str], **parts: object) -> tuple[KeptRun, ...]:
    return tuple(
        kept_run(letter="ABCDEFGH"[place], settings=dict(one), at=(5, 2), **parts) for place, one in enumerate(settings)
    )


def stored(state: State) -> Any:
    return json.loads(json.dumps(to_store(state)))


def test_runs_come_back_as_they_were_and_own_data_has_only_a_name_beside_them() -> None:
    state = first_state().but(kept=runs(*SETTINGS, called="mine", pinned=True))
    text = json.dumps(to_store(state))
    assert OWN not in text
    found = read_stored(json.loads(text), {data_name(OWN): OWN})
    for one, other in zip(found, state.runs.kept, strict=True):
        assert (one.letter, one.settings, one.at, one.called, one.pinned) == (
            other.letter, other.settings, other.at, other.called, other.pinned,
        )  # fmt: skip
    assert [run.waits for run in found] == [False, False, False, True]  # a changed program runs when the person says so


def test_where_own_data_is_gone_only_its_run_is() -> None:
    state = first_state().but(kept=runs(*SETTINGS))
    assert [run.letter for run in read_stored(stored(state), {})] == ["A", "B", "D"]


def test_the_run_that_the_page_shows_is_kept_too_and_is_shown_again() -> None:
    state, trainer = ready(m.SettingTyped("epochs", "9"))
    state = settle(update(state, m.TrainPressed()), trainer)
    found = read_stored(stored(state), {})
    there, other = ready(m.RunsRemembered(found), m.TabChosen("runs"))
    assert [(run.letter, run.at) for run in rows(there)] == [("A", (9, 0))]
    there = settle(update(there, m.RunGoneBackTo("A")), other)
    assert there.said.report["weights_in_full"] == state.said.report["weights_in_full"]


def test_the_runs_of_another_tab_stay_and_those_that_were_removed_do_not_come_back() -> None:
    ours, others = (stored(first_state().but(kept=runs(*those))) for those in (SETTINGS[:2], SETTINGS[2:]))
    assert merged(ours, others, [], []) == ours + others
    assert merged(ours[:1], ours + others, [key_of(run) for run in ours], []) == ours[:1] + others
    assert len(merged(ours * 11, [], [], [])) == MOST_KEPT + 1


# What a later version may keep, or damage may leave: nobody can say which run it is.
LATER = [
    {**DEFAULTS, "activation": "gelu"},
    {**DEFAULTS, "momentum": "0.9"},
    {name: text for name, text in DEFAULTS.items() if name != "seed"},
]


def test_what_cannot_be_read_stays_however_many_runs_there_are() -> None:
    ours, later = (stored(first_state().but(kept=runs(*those))) for those in (SETTINGS, LATER))
    later += [7, None, {"settings": [], "at": "now"}, {**later[0], "pinned": True}]
    assert unread(ours + later) == later
    assert read_stored(later, {}) == []
    assert merged(ours * 11, later + ours, [key_of(run) for run in ours], later)[MOST_KEPT + 1 :] == later


def test_a_run_that_ends_where_no_run_can_says_so_and_nothing_hangs() -> None:
    damaged = stored(first_state().but(kept=runs(*SETTINGS[:2])))
    damaged[0]["at"], damaged[1]["at"] = [3, 999], [3, 10**7]
    assert unread(damaged) == damaged[1:]
    state, trainer = ready(m.RunsRemembered(read_stored(damaged, {})), m.TabChosen("runs"))
    assert "It ends after 999 rows of an epoch, but its data has 28 rows." in str(says(state)["runs-body", "html"])
    state = settle(update(state, m.RunGoneBackTo("A")), trainer)
    assert state.epoch == 0
    assert str(says(state)["runs-note", "text"]).startswith("Run A cannot be trained again. It ends after 999 rows")


def test_a_run_whose_data_is_gone_can_be_read_but_not_be_used() -> None:
    [run] = stored(first_state().but(kept=runs(SETTINGS[2])))
    assert unread([run]) == []
    assert read_stored([run], {}) == []


def test_data_that_differs_in_one_digit_has_another_name() -> None:
    rows = [",".join(map(str, (number % 7, number % 5, number % 3))) for number in range(400)]
    texts = ["\n".join(rows), "\n".join(["1,1,0", *rows[1:]]), "\n".join(["0,1,1", *rows[1:]])]
    packed = [pack(own_data("own", text, UNDECIDED, lambda sentence: None)) for text in texts]
    assert len(set(packed)) == len({data_name(data) for data in packed}) == 3
    short = [f"1{'A' * place}B{'A' * (90 - place)}" for place in range(90)]
    assert len({data_name(data) for data in short}) == 90


def test_of_one_run_more_than_are_kept_the_oldest_goes_and_that_is_said() -> None:
    many = [{**DEFAULTS, "seed": str(seed)} for seed in range(MOST_KEPT + 1)]
    found = read_stored(stored(first_state().but(kept=tuple(kept_run(settings=one, at=(5, 0)) for one in many))), {})
    assert len(found) == MOST_KEPT + 1
    state = update(first_state(), m.RunsRemembered(found)).but(tab="runs")
    assert [run.settings["seed"] for run in rows(state)] == ["0", *[str(seed) for seed in range(2, MOST_KEPT + 1)]]
    assert "Run B was removed" in str(says(state)["runs-note", "text"])
    assert out_of_shape(state) == []


@pytest.mark.parametrize(
    ("message", "words"),
    [
        (m.RunsUnread(True, 0, 0), ["put aside there", "nothing of it is deleted"]),
        (m.RunsUnread(False, 2, 0), ["also keeps 2 runs that this page cannot read"]),
        (m.RunsUnread(False, 1, 3), ["also keeps 1 run that", "3 runs cannot be shown, because the data is no longer"]),
    ],
)
def test_what_could_not_be_read_is_said_where_the_runs_are(message: m.RunsUnread, words: list[str]) -> None:
    state = update(update(first_state(), message), m.RunsRemembered(list(runs(SETTINGS[0])))).but(tab="runs")
    assert all(part in str(says(state)["runs-note", "text"]) for part in words)


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-2, 30) | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["settings", "at", "letter"]), inner),
    max_leaves=8,
)


@given(PLAIN, st.integers(0, 3), st.sampled_from(["letter", "settings", "at", "called", "pinned"]))
def test_whatever_stands_there_the_page_can_be_shown(found: object, place: int, part: str) -> None:
    good = stored(first_state().but(kept=runs(*SETTINGS)))
    good[place][part] = found
    for content in ([found], good, [good, found, good[0]]):
        known = read_stored(content, {data_name(OWN): OWN})
        assert len(known) + len(unread(content)) == len(content)
        state = update(first_state(), m.RunsRemembered(known)).but(tab="runs")
        assert out_of_shape(state) == []
        assert len({run.letter for run in rows(state)}) == len(rows(state))
        assert says(state)


def test_that_the_browser_keeps_nothing_is_said() -> None:
    state = update(first_state(), m.RunsNotKept()).but(tab="runs")
    assert "does not keep your runs" in str(says(state)["runs-note", "text"])
