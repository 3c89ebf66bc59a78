"""Looking elsewhere: other moments, playback, rows, tabs, the map's cursor and the yardsticks' tolerance."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perceptron.aspects import CLASS, MAP_SIDE, MOST_TOLERANCE, QUANTITIES
from tests.unit.playing import Trainer, ready, says, settle
from web.page import messages as m
from web.page.request import asked, next_request
from web.page.state import State
from web.page.topics import NOTHING, PLAYBACKS, TABS
from web.page.update import update


def trained(epochs: int = 1200, steps: int = 0) -> tuple[State, Trainer]:
    state, trainer = ready(m.SettingTyped("epochs", str(epochs)))
    for message in [m.TrainPressed()] + [m.StepPressed()] * steps:
        state = settle(update(state, message), trainer)
    return state, trainer


RUN, _ = trained(1200, steps=3)


def at(state: State, *those: object) -> State:
    for message in those:
        state = update(state, message)
    return state


def test_the_moment_of_epoch_1150_has_21_of_25_and_the_one_before_fewer() -> None:
    state, trainer = trained()
    scores = []
    for epoch in (0, 1000, 1150):
        state = settle(update(state, m.MomentChosen(epoch, 0)), trainer)
        assert state.shown_epoch == state.said.report["shown"]["epoch"] == epoch
        scores.append(state.said.report["score"])
    assert scores == ["2 of 25 right", "18 of 25 right", "21 of 25 right"]
    assert (state.epoch, state.run) == (1200, "trained")
    state = settle(update(state, m.NowChosen()), trainer)
    assert (state.look.moment, state.said.report["shown"]) == ((), {"epoch": 1200, "row": 0, "is_now": True})


@given(st.integers(), st.integers())
def test_any_moment_is_kept_within_the_run(epoch: int, row: int) -> None:
    state = at(RUN, m.MomentChosen(epoch, row))
    assert state.look.moment == () or (0, 0) <= state.look.moment < (1200, 3)
    assert not state.look.moment or 0 <= state.look.moment[1] < 28
    if (0, 0) <= (epoch, row) < (1200, 3) and row in range(28):
        assert state.look.moment == (epoch, row)


@pytest.mark.parametrize("chosen", [(1200, 3), (1200, 4), (1201, 0), (99_999, 0)])
def test_the_end_of_the_run_is_now(chosen: tuple[int, int]) -> None:
    assert at(RUN, m.MomentChosen(*chosen)).look.moment == ()


def test_a_page_is_a_hundredth_of_the_run_and_at_least_an_epoch() -> None:
    assert at(RUN, m.MomentPaged(-1)).look.moment == (1188, 0)
    assert at(RUN, m.MomentPaged(-1), m.MomentPaged(-1), m.MomentPaged(1)).look.moment == (1188, 0)
    assert at(RUN, m.MomentPaged(-1), m.MomentPaged(1)).look.moment == (1200, 0)
    assert at(RUN, m.MomentPaged(-1), m.MomentPaged(1), m.MomentPaged(1)).look.moment == ()
    few, _ = trained(7)
    assert at(few, m.MomentPaged(-1)).look.moment == (6, 0)


def test_another_moment_forgets_what_was_answered_of_the_one_before() -> None:
    state = at(RUN, m.QuizSwitched(True), m.StageChosen(2), m.AnswerWanted(), m.Guessed("1"), m.MomentChosen(5, 0))
    stepper = state.stepper
    assert (stepper.worked_out, stepper.missed, stepper.guess, stepper.mark) == ((), (), (), {})


def test_playback_begins_at_the_start_and_ends_now() -> None:
    state = at(RUN, m.PlaybackChosen(100), m.PlayPressed())
    assert (state.curve.playing, state.look.moment, state.curve.played) == (True, (0, 0), 0.0)
    state = at(state, m.PlaybackTicked(0.25), m.PlaybackTicked(0.25))
    assert (state.look.moment, state.curve.played) == ((50, 0), 50.0)
    state = at(state, m.PlaybackTicked(11.6))
    assert (state.curve.playing, state.look.moment) == (False, ())


def test_playback_goes_on_from_the_moment_that_is_looked_at_and_slow_ticks_add_up() -> None:
    state = at(RUN, m.PlaybackChosen(10), m.MomentChosen(300, 0), m.PlayPressed())
    for _ in range(4):
        state = at(state, m.PlaybackTicked(0.04))
    assert state.look.moment == (301, 0)


@pytest.mark.parametrize(
    "message",
    [
        *(m.PlayPressed(), m.NowChosen(), m.MomentChosen(3, 0), m.MomentPaged(1), m.TrainPressed(), m.StepPressed()),
        *(m.ResetPressed(), m.FirstUpdateChosen(), m.RowMoved(1), m.RowMoved(-1), m.RewindPressed()),
    ],
    ids=lambda message: type(message).__name__,
)
def test_whatever_goes_elsewhere_stops_the_playback(message: object) -> None:
    state = at(RUN, m.PlayPressed(), m.PlaybackTicked(0.01), message)
    assert not state.curve.playing
    assert at(state, m.PlaybackTicked(0.01)).look.moment == state.look.moment


def test_there_is_nothing_to_play_before_the_first_epoch() -> None:
    state, _ = ready()
    assert not at(state, m.PlayPressed()).curve.playing
    assert says(state)["play", "disabled"] is True


@given(st.integers())
def test_only_an_offered_speed_can_be_chosen(speed: int) -> None:
    assert at(State(), m.PlaybackChosen(speed)).curve.playback in PLAYBACKS


@given(st.integers())
def test_any_row_is_kept_within_the_table(row: int) -> None:
    assert at(RUN, m.RowChosen(row)).look.test_row == max(0, min(row, 24))
    assert at(State(), m.RowChosen(row)).look.test_row == 0


@given(st.text(max_size=12) | st.sampled_from([*TABS, *QUANTITIES, CLASS, "x", "y"]))
def test_an_unknown_tab_quantity_or_axis_changes_nothing(name: str) -> None:
    state = at(State(), m.TabChosen(name), m.QuantityChosen(name), m.AxisSwitched(name, True))
    assert state.look.tab == (name if name in TABS else TABS[0])
    assert state.look.quantity == (name if name in (*QUANTITIES, CLASS) else "prediction")
    assert state.curve.logarithmic == ((name,) if name in ("x", "y") else ())


def test_an_axis_is_switched_there_and_back() -> None:
    state = at(State(), m.AxisSwitched("x", True), m.AxisSwitched("y", True))
    assert state.curve.logarithmic == ("x", "y")
    assert at(state, m.AxisSwitched("x", False)).curve.logarithmic == ("y",)
    assert says(state)["log-x", "checked"] is True


@given(st.integers(), st.integers(), st.integers())
def test_cursor_and_tolerance_stay_on_their_scales(across: int, up: int, place: int) -> None:
    state = at(State(), m.CursorMoved(across, up), m.ToleranceChosen(place))
    assert all(step in range(MAP_SIDE) for step in state.look.cursor)
    assert 0 <= state.look.tolerance <= MOST_TOLERANCE


@given(st.integers())
def test_any_point_of_the_curve_can_be_pointed_at(index: int) -> None:
    text = str(says(at(RUN, m.CurvePointed(index)))["curve-text", "text"])
    known = 0 <= index < len(RUN.said.report["curve"]["epochs"])
    assert text.startswith("At the pointer: epoch ") == known


def test_keyboard_shortcuts_can_be_switched_off() -> None:
    assert not at(State(), m.ShortcutsSwitched(False)).visit.shortcuts
    assert at(State(), m.ShortcutsSwitched(False), m.ShortcutsSwitched(True)).visit.shortcuts


def test_compiling_can_be_switched_off_which_no_address_says() -> None:
    off = at(RUN, m.CompiledSwitched(False))
    assert (asked(RUN, (0, 0), ())["compiled"], asked(off, (0, 0), ())["compiled"]) == (True, False)
    assert says(off)["compiled", "checked"] is False
    assert says(off)["engine", "text"] == "Off: Train runs plain Python, which gives the same digits."
    assert (off.wanted, off.run, next_request(off)) == (RUN.wanted, RUN.run, NOTHING)


@pytest.mark.parametrize("engine", ["python", "compiled"])
def test_the_page_says_which_engine_ran(engine: str) -> None:
    told = {"request": asked(RUN, (0, 0), ()), "at": [0, 0], "engine": [engine, "Python says so."]}
    after = says(at(RUN, m.RequestAnswered(told, 1.0)))
    assert (after["page", "data-engine"], after["engine", "text"]) == (engine, "Python says so.")
    before = says(State())
    assert before["page", "data-engine"] == "python"
    assert str(before["engine", "text"]).startswith("Train runs these lines compiled to WebAssembly")
