"""The panel of one update: its stages, and the way to other updates."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perceptron.aspects import STAGES
from tests.unit.playing import Trainer, place, ready, says, settle
from web.page import messages as m
from web.page.state import State
from web.page.update import update


def after(*those: object, epochs: int = 30) -> tuple[State, Trainer]:
    state, trainer = ready(m.SettingTyped("epochs", str(epochs)))
    for message in those:
        state = settle(update(state, message), trainer)
    return state, trainer


def test_the_stages_are_gone_through_forward_and_back_and_no_further() -> None:
    state, trainer = after()
    seen = []
    for _ in range(9):
        seen.append(state.said.panel["stage"])
        page = says(state)
        assert page["update-code", "data-stage"] == state.said.panel["stage"]
        # The drawing shows the question first, and the update as soon as somebody goes through it.
        assert page["drawing", "data-stage"] == (state.said.panel["stage"] if len(seen) > 1 else None)
        assert page["stage-back", "disabled"] is (state.look.stage == 0)
        assert page["stage-on", "disabled"] is (state.look.stage == 7)
        state = settle(update(state, m.StageChosen(state.look.stage + 1)), trainer)
    assert tuple(seen) == (*STAGES, "new")
    assert update(state, m.StageChosen(6)).look.stage == 6


@given(st.integers())
def test_any_stage_is_kept_among_the_eight(stage: int) -> None:
    assert update(State(), m.StageChosen(stage)).look.stage == max(0, min(stage, 7))


def test_the_next_row_is_learned_now_and_the_previous_one_is_looked_at() -> None:
    state, _ = after(m.RowMoved(1), m.RowMoved(1), m.RowMoved(1))
    assert (place(state), state.look.moment) == ((0, 3, "paused"), ())
    state, _ = after(*[m.RowMoved(1)] * 3, m.RowMoved(-1), m.RowMoved(-1))
    assert (place(state), state.look.moment) == ((0, 3, "paused"), (0, 1))
    assert state.said.panel["title"] == "Epoch 1, training row 2 of 28"
    state, _ = after(*[m.RowMoved(1)] * 3, m.RowMoved(-1), m.RowMoved(1), m.RowMoved(1))
    assert (place(state), state.look.moment) == ((0, 4, "paused"), ())


def test_rows_are_gone_through_across_epochs() -> None:
    state, trainer = after(m.TrainPressed(), m.MomentChosen(12, 0), m.RowMoved(-1))
    assert (state.look.moment, state.said.panel["title"]) == ((11, 27), "Epoch 12, training row 28 of 28")
    state = settle(update(state, m.RowMoved(1)), trainer)
    assert (state.look.moment, state.said.panel["title"]) == ((12, 0), "Epoch 13, training row 1 of 28")


def test_there_is_no_row_before_the_first() -> None:
    state, trainer = after(m.TrainPressed(), m.FirstUpdateChosen())
    assert state.said.panel["title"] == "Epoch 1, training row 1 of 28"
    assert says(state)["row-back", "disabled"] is True
    assert settle(update(state, m.RowMoved(-1)), trainer).look.moment == (0, 0)


def test_the_last_and_the_largest_update_of_the_epoch_are_found() -> None:
    state, trainer = after(m.TrainPressed(), m.LastUpdateChosen())
    assert state.said.panel["title"] == "Epoch 30, training row 28 of 28"
    state = settle(update(state, m.LargestUpdateChosen()), trainer)
    run = trainer.run
    largest = run.largest_update(30)
    assert state.said.panel["title"] == f"Epoch 30, training row {largest} of 28"
    moved = [abs(run.update_at(30, row).bias_change) for row in range(1, 29)]
    assert moved[largest - 1] == max(moved)
    state = settle(update(state, m.FirstUpdateChosen()), trainer)
    state = settle(update(state, m.LargestUpdateChosen()), trainer)
    assert state.said.panel["title"] == f"Epoch 1, training row {run.largest_update(1)} of 28"


@pytest.mark.parametrize("message", [m.LargestUpdateChosen(), m.LastUpdateChosen()])
def test_without_the_panel_there_is_no_way_to_another_update(message: object) -> None:
    state, _ = after(m.TrainPressed(), m.TabChosen("map"))
    assert update(state, message) is state


def test_another_update_begins_at_its_first_stage() -> None:
    for message in (m.RowMoved(1), m.RowMoved(-1), m.FirstUpdateChosen(), m.LargestUpdateChosen()):
        state, trainer = after(m.TrainPressed(), m.MomentChosen(9, 5), m.StageChosen(5))
        assert settle(update(state, message), trainer).look.stage == 0
