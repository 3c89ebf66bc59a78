"""A teacher’s link: what it hides and locks, the way out, and the address that brings it back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.playing import ready, says, settle
from web.page import messages as m
from web.page.address import address_of, read_address, read_guide, read_lesson
from web.page.guide import locks_held, tabs_shown
from web.page.lessons import LESSONS
from web.page.state import State
from web.page.topics import LOCKS, TABS
from web.page.update import update
from web.page.views.teachers import link_in_words, link_of

pytestmark = pytest.mark.slow  # left to “make unit” and “make test”


def after(*those: object, state: State | None = None) -> State:
    state = state or State()
    for message in those:
        state = update(state, message)
    return state


@given(st.integers(-1, len(LESSONS) - 1), st.sets(st.sampled_from(TABS)), st.sets(st.sampled_from(LOCKS)))
def test_the_link_is_read_as_it_was_made_and_stays_in_the_address(
    lesson: int, hides: set[str], locks: set[str]
) -> None:
    made = after(m.LinkLessonChosen(lesson), *[m.LinkTabSwitched(tab, True) for tab in hides],
                 *[m.LinkLockSwitched(lock, True) for lock in locks], m.SettingTyped("seed", "7"))  # fmt: skip
    text = link_of(made)
    assert read_address(text)[1] == []
    opened = after(m.AddressRead(*read_address(text)), m.GuideRead(*read_guide(text)))
    if read_lesson(text) >= 0:
        opened = after(m.LessonChosen(read_lesson(text)), state=opened)
    assert (set(opened.guide.hidden_tabs), set(opened.guide.locks)) == (hides, locks)
    assert address_of(opened) == text
    assert opened.look.tab in tabs_shown(opened) or not tabs_shown(opened)


def test_a_part_that_is_not_known_is_named_and_dropped() -> None:
    _, notices = read_address("hide=map,foo&lock=doors")
    assert ["“foo”" in notices[0], "“doors”" in notices[1]] == [True, True]
    assert read_guide("hide=map,foo&lock=doors") == (("map",), ())


def test_locked_settings_stay_and_unlock_frees_them() -> None:
    locked = after(m.GuideRead((), ("settings", "weights")))
    for message in (m.SettingTyped("seed", "7"), m.ChoiceMade("activation", "tanh"), m.NewStartPressed(4)):
        assert after(message, state=locked) is locked
    said = says(locked)
    assert said["settings", "disabled"]
    assert said["new-start", "disabled"]
    assert (said["own-fields", "disabled"], said["own-locked", "hidden"]) == (True, False)
    assert "locks the settings and weights and bias" in str(said["guide-text", "text"])
    free = after(m.GuideDropped(), m.SettingTyped("seed", "7"), state=locked)
    assert free.form.settings["seed"] == "7"
    assert says(free)["guide", "hidden"]
    assert (says(free)["own-fields", "disabled"], says(free)["own-locked", "hidden"]) == (False, True)


def test_nobody_is_sent_to_a_button_that_is_locked() -> None:
    state, _ = ready(m.GuideRead((), ("settings",)), m.TrainPressed())
    assert says(state)["way-up", "disabled"]
    assert says(state)["train-note", "text"] == (
        "Trained: 21 of 25 test sums right, the most this neuron can get. Ask it something new."
    )
    looking = after(m.GuideDropped(), m.MomentChosen(5, 0), state=state)
    assert "Without the sigmoid" not in str(says(looking)["train-note", "text"])


def test_who_may_set_weights_may_lift_rows_and_go_back_though_the_settings_are_locked() -> None:
    state, trainer = ready(m.TrainPressed(), m.GuideRead((), ("settings",)))
    assert says(state)["lift", "disabled"] is False
    lifted = settle(after(m.LiftPressed(), state=state), trainer)
    assert (bool(lifted.by_hand), says(lifted)["lift-back", "disabled"]) == (True, False)
    back = settle(after(m.RunBeforePressed(), state=lifted), trainer)
    assert (bool(back.by_hand), back.epoch) == (False, 10_000)
    both = after(m.GuideRead((), ("settings", "weights")), state=state)
    assert says(both)["lift", "disabled"]
    assert after(m.LiftPressed(), state=both) is both
    other = settle(after(m.GuideDropped(), m.SettingTyped("seed", "7"), state=state), trainer)
    held = after(m.GuideRead((), ("settings",)), state=other)
    assert says(held)["run-before", "disabled"]
    assert after(m.RunBeforePressed(), state=held) is held


def test_the_lessons_in_which_one_sets_weights_lift_their_lock() -> None:
    locked = after(m.GuideRead((), ("weights",)))
    for number, lesson in enumerate(LESSONS):
        held = locks_held(after(m.LessonChosen(number), state=locked))
        assert (held == ()) is (lesson.title in ("Weights", "Bias")), lesson.title


def test_a_hidden_tab_does_not_open_but_a_lesson_shows_what_it_needs() -> None:
    state = after(m.TabChosen("map"), m.GuideRead(("map", "update"), ("settings",)))
    assert state.look.tab == "why"
    assert after(m.TabChosen("map"), state=state).look.tab == "why"
    lesson = after(m.LessonChosen(5), state=state)  # one update, stage by stage
    assert lesson.look.tab == "update"
    assert "needs One update" in str(says(lesson)["guide-text", "text"])
    assert locks_held(after(m.LessonChosen(8), state=state)) == ()  # the learning rate is changed in it
    assert "needs the settings" in link_in_words(after(m.LinkLessonChosen(8), m.LinkLockSwitched("settings", True)))


@pytest.mark.parametrize("hides", [(), ("map",)])
def test_the_worksheet_is_asked_for_while_it_is_seen(hides: tuple[str, ...]) -> None:
    state, trainer = ready(m.GuideRead(hides, ()), m.CoursePageChosen("teachers"))
    state = settle(after(m.WorksheetPressed(), state=state), trainer)
    assert state.said.worksheet["seed"] == "1"
    assert ("page", "data-sheet") in says(state)
    state = settle(after(m.SheetSeedTyped("12"), state=state), trainer)
    assert state.said.worksheet["seed"] == "12"
    assert "<h4>A prediction by hand</h4>" in str(says(state)["sheet", "html"])
    bad = after(m.SheetSeedTyped("x"), state=state)
    assert (bad.look.sheet, bool(bad.form.complaints["sheet-seed"])) == ("12", True)
    assert after(m.CourseSwitched(), state=state).look.sheet == ""
