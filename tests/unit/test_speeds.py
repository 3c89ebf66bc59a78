"""How fast training may go: eased, at so many epochs a second, or as fast as it can."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.playing import Trainer, place, ready, settle
from web.page import messages as m
from web.page.request import next_request
from web.page.speeds import EASED, FULL, SPEEDS, gained
from web.page.state import State
from web.page.update import update


def moving(speed: str = EASED) -> tuple[State, Trainer]:
    """The page where motion is welcome, with Train pressed at such a speed."""
    state, trainer = ready()
    for message in (m.MotionAsked(False), m.SpeedChosen(speed), m.TrainPressed()):
        state = update(state, message)
    return state, trainer


def after(state: State, trainer: Trainer, seconds: float, ticks: int = 30) -> State:
    """The State after some time, with so many ticks a second, each answered before the next."""
    for _ in range(round(seconds * ticks)):
        state = update(state, m.TrainingTicked(1 / ticks))
        if request := next_request(state):
            state = update(state, m.RequestSent(request, 0.0))
            state = update(state, m.RequestAnswered(trainer.reply(request, 10_000), 1.0))
    return state


def test_eased_a_hundred_epochs_take_two_seconds_and_ten_thousand_take_five() -> None:
    assert gained(EASED, 0, 2) == pytest.approx(100, rel=0.02)
    assert gained(EASED, 0, 5) == pytest.approx(10_000, rel=0.02)
    assert 0.1 < gained(EASED, 0, 0.125) / 1 < 1.1


@given(st.sampled_from([EASED]), st.floats(0, 1e6), st.floats(0, 3), st.floats(0, 3))
def test_it_is_the_same_in_one_tick_or_in_two(speed: str, epoch: float, first: float, second: float) -> None:
    halfway = epoch + gained(speed, epoch, first)
    assert halfway + gained(speed, halfway, second) == pytest.approx(epoch + gained(speed, epoch, first + second))


def test_the_first_train_shows_the_early_epochs_slowly_and_is_done_in_time() -> None:
    state, trainer = moving()
    assert not next_request(state)
    state = after(state, trainer, 1)
    assert 12 <= state.epoch <= 20 and state.run == "training"
    state = after(state, trainer, 1)
    assert 80 <= state.epoch <= 110
    state = after(state, trainer, 3.2)
    assert place(state) == (10_000, 0, "trained")


@pytest.mark.parametrize("speed", ["10", "100", "1000"])
def test_a_chosen_speed_holds(speed: str) -> None:
    state, trainer = moving(speed)
    assert after(state, trainer, 2).epoch == pytest.approx(2 * int(speed), abs=int(speed) / 15 + 1)


def test_full_speed_and_unwanted_motion_wait_for_no_tick() -> None:
    for state in (moving(FULL)[0], update(moving()[0], m.MotionAsked(True))):
        assert next_request(state)["do"][:2] == ["advance", 10_000]


def test_a_speed_that_was_chosen_holds_also_where_motion_is_unwanted() -> None:
    state, trainer = moving("100")
    state = update(state, m.MotionAsked(True))
    assert after(state, trainer, 1).epoch == pytest.approx(100, abs=8)


def test_the_speed_can_change_on_the_way_and_the_goal_stays() -> None:
    state, trainer = moving("10")
    state = update(after(state, trainer, 1), m.SpeedChosen(FULL))
    assert place(settle(state, trainer)) == (10_000, 0, "trained")


def test_nothing_is_owed_from_a_pause_and_a_long_tick_ends_at_the_goal() -> None:
    state, trainer = moving("1000")
    state = update(update(state, m.TrainingTicked(5)), m.TrainPressed())
    state = settle(state, trainer)
    state = update(state, m.TrainPressed())
    assert not next_request(state)
    state = after(update(state, m.TrainingTicked(60)), trainer, 0.1)
    assert place(state) == (10_000, 0, "trained")


def test_only_speeds_that_there_are_can_be_chosen() -> None:
    state, _ = ready()
    assert update(state, m.SpeedChosen("7")) is state
    assert [update(state, m.SpeedChosen(speed)).pace.speed for speed in SPEEDS] == list(SPEEDS)
