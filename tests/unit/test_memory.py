"""What the browser kept from an earlier visit: whatever is there, the State that comes of it can be shown."""

import json
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from perceptron.aspects import QUANTITIES
from tests.unit.playing import parts, ready, settle
from web.build.site import first_state
from web.page import messages as m
from web.page.lessons import LESSONS
from web.page.state import State
from web.page.topics import AXES, TABS
from web.page.update import update
from web.page.update.look import KEPT, to_keep, with_changes
from web.page.views import VIEWS

USED: dict[str, Any] = {
    "tab": "map",
    "quantity": "error",
    "logarithmic": ["x", "y"],
    "lesson": 3,
    "lessons_done": [0, 2, 1],
    "clearings": 2,
    "shortcuts": False,
    "speed": "100",
    "best_by_hand": 21,
    "draft": ["x = 1"],
    "draft_for": "1packed",
    "earlier": ["y = 2"],
}
WHOLE = st.integers() | st.integers(-2, 30)
ANYTHING = st.recursive(
    st.none() | st.booleans() | WHOLE | st.floats() | st.text(max_size=8) | st.sampled_from(["map", "error", "x", "y"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=5,
)


def remembered(kept: dict[str, Any]) -> State:
    return update(first_state(), m.MemoryRead(json.loads(json.dumps(kept))))


def is_valid(state: State) -> bool:
    lessons = range(len(LESSONS))
    done = state.course.lessons_done
    return (
        state.look.tab in TABS
        and state.look.quantity in QUANTITIES
        and isinstance(state.curve.logarithmic, tuple)
        and set(state.curve.logarithmic) <= set(AXES)
        and type(state.visit.shortcuts) is bool
        and {type(number) for number in (state.course.lesson, state.hand.best_by_hand, *done)} == {int}
        and type(state.course.clearings) is int
        and state.course.clearings >= 0
        and state.course.lesson in lessons
        and isinstance(done, tuple)
        and set(done) <= set(lessons)
        and len(set(done)) == len(done)
        and state.hand.best_by_hand in range(-1, 26)
    )


def test_what_is_kept_is_found_again() -> None:
    state = remembered(USED)
    assert json.loads(json.dumps(to_keep(state))) == USED
    assert set(USED) == set(KEPT)


def test_a_first_visit_has_nothing_to_find() -> None:
    assert parts(remembered({})) == parts(first_state())


@given(st.fixed_dictionaries({}, optional=dict.fromkeys(KEPT, ANYTHING)))
@example(dict.fromkeys(KEPT))
@example({"lesson": True, "best_by_hand": True, "clearings": True, "shortcuts": 0})
def test_whatever_was_kept_the_state_stays_valid_and_can_be_shown(kept: dict[str, Any]) -> None:
    state = remembered(kept)
    assert is_valid(state)
    for view in VIEWS:
        view(state)
    assert is_valid(remembered(to_keep(state)))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("tab", "nowhere"),
        ("tab", ["map"]),
        ("quantity", "colour"),
        ("logarithmic", ["z"]),
        ("logarithmic", ["x", "x"]),
        ("logarithmic", "x"),
        ("clearings", -1),
        ("clearings", True),
        ("lesson", 999),
        ("lesson", -1),
        ("lesson", 1.0),
        ("lessons_done", ["one", "two"]),
        ("lessons_done", [0, 0]),
        ("lessons_done", [0, len(LESSONS)]),
        ("lessons_done", [[]]),
        ("lessons_done", {"0": 1}),
        ("best_by_hand", 26),
        ("best_by_hand", 10**30),
        ("best_by_hand", -2),
        ("best_by_hand", True),
        ("draft", "x = 1"),
        ("draft", ["x", "y"]),
        ("draft", [1]),
        ("draft", ["x" * 100_001]),
        ("draft_for", ["x"]),
        ("earlier", {"0": "x"}),
    ],
)
def test_what_cannot_be_used_is_left_as_it_is_and_the_rest_is_taken_over(name: str, value: object) -> None:
    state = remembered({**USED, name: value})
    assert state.part(name) == first_state().part(name)
    assert {**to_keep(state), name: None} == {**to_keep(remembered(USED)), name: None}


def test_what_was_found_again_is_what_python_is_asked_for() -> None:
    state, trainer = ready(m.MemoryRead({"tab": "map", "quantity": "error"}))
    assert state.said.panel["name"] == "map"
    assert state.said.ground["quantity"] == "error"
    assert settle(update(state, m.MemoryRead({"quantity": "colour"})), trainer).said.panel == state.said.panel


def test_a_best_score_cannot_be_found_again_while_nobody_knows_how_many_rows_there_are() -> None:
    assert update(State(), m.MemoryRead({"best_by_hand": 21})).hand.best_by_hand == -1


def test_what_was_reached_in_another_tab_is_reached_here_and_nothing_else_follows() -> None:
    state = remembered({**USED, "best_by_hand": 20, "lessons_done": [0, 2]})
    after = update(
        state, m.MemoryShared({**USED, "best_by_hand": 23, "lessons_done": [2, 4], "tab": "why", "lesson": 5})
    )
    assert to_keep(after) == {**to_keep(state), "best_by_hand": 23, "lessons_done": (0, 2, 4)}


def test_a_smaller_score_of_another_tab_changes_nothing() -> None:
    state = remembered(USED)
    assert to_keep(update(state, m.MemoryShared({"best_by_hand": 3, "lessons_done": [1]}))) == to_keep(state)


def test_a_tab_writes_down_its_own_changes_only_and_never_less_than_another_has_reached() -> None:
    kept = {**USED, "best_by_hand": 23, "lessons_done": [0, 2], "another version's": 1}
    changes = {"best_by_hand": 19, "lessons_done": (1,), "tab": "why"}
    after = with_changes(kept, changes, first_state())
    assert after == {**kept, "lessons_done": (1, 0, 2), "tab": "why"}
    assert with_changes(kept, {"best_by_hand": 24}, first_state())["best_by_hand"] == 24


def test_progress_that_is_cleared_in_one_tab_is_cleared_in_all_of_them() -> None:
    kept = {**USED, "lessons_done": [0, 2], "clearings": 2}
    state = remembered(kept)
    cleared = update(state, m.ProgressCleared())
    written = with_changes(kept, {"lessons_done": (), "clearings": 3, "lesson": 0}, cleared)
    assert (written["lessons_done"], written["clearings"]) == ((), 3)
    other = update(state, m.MemoryShared(json.loads(json.dumps(written))))
    assert (other.course.lessons_done, other.course.clearings) == ((), 3)


@given(st.fixed_dictionaries({}, optional=dict.fromkeys(KEPT, ANYTHING)))
def test_whatever_another_tab_kept_the_state_stays_valid_and_can_be_kept(kept: dict[str, Any]) -> None:
    state = update(remembered(USED), m.MemoryShared(json.loads(json.dumps(kept))))
    assert is_valid(state)
    after = with_changes(kept, to_keep(state), state)
    assert is_valid(remembered(after))
    assert to_keep(remembered(after))["best_by_hand"] >= 21
