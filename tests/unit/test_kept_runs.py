"""Runs that the browser keeps: they come back as they were, whatever else stands there, and other tabs lose none."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from perceptron.packed import pack, pack_program
from perceptron.settings_table import DEFAULTS
from tests.unit.playing import kept_run, out_of_shape, ready, says, settle
from tests.unit.programs import MOMENTUM
from tests.unit.samples import CELSIUS
from web.build.site import first_state
from web.page import messages as m
from web.page.kept_runs import data_name, key_of, merged, read_stored, to_store
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
    assert merged(ours, others, []) == ours + others
    assert merged(ours[:1], ours + others, [key_of(run) for run in ours]) == ours[:1] + others
    assert len(merged(ours * 11, [], [])) == MOST_KEPT + 1


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-2, 30) | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["settings", "at", "letter"]), inner),
    max_leaves=8,
)


@given(PLAIN, st.integers(0, 3), st.sampled_from(["letter", "settings", "at", "called", "pinned"]))
def test_whatever_stands_there_the_page_can_be_shown(found: object, place: int, part: str) -> None:
    good = stored(first_state().but(kept=runs(*SETTINGS)))
    good[place][part] = found
    for content in (found, [found], good):
        known = read_stored(content, {data_name(OWN): OWN})
        state = update(first_state(), m.RunsRemembered(known)).but(tab="runs")
        assert out_of_shape(state) == []
        assert len({run.letter for run in rows(state)}) == len(rows(state))
        assert says(state)


def test_that_the_browser_keeps_nothing_is_said() -> None:
    state = update(first_state(), m.RunsNotKept()).but(tab="runs")
    assert "does not keep your runs" in str(says(state)["runs-note", "text"])
