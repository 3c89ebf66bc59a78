"""A training row is taken hold of on the map and moved, by a pointer or by keys, while Live is on."""

import pytest

from perceptron.datasets import ARTICLE
from perceptron.editing import cell_text, with_cell
from tests.unit.playing import Compiling, Trainer, says, settle
from tests.unit.test_live import (
    EPOCHS,
    after,
    all_of,
    answered,
    sent,
    switched_on,
    trained_by_the_button,
    unpack_or_preset,
)
from web.page import messages as m
from web.page.request import FOLLOWING, MOVE, answers, next_request
from web.page.runs import rows
from web.page.state import State
from web.page.update import update
from web.page.update.grip import handles_of, nearest_row, row_at_cursor

pytestmark = pytest.mark.slow  # left to “make unit” and “make test”

ROW = 2


def on_the_map(*before: object) -> tuple[State, Trainer]:
    state, trainer = switched_on(*before)
    return settle(update(state, m.TabChosen("map")), trainer), trainer


def gripped(by_pointer: bool = True, *before: object) -> tuple[State, Trainer]:
    state, trainer = on_the_map(*before)
    return settle(update(state, m.RowGripped(ROW, by_pointer)), trainer), trainer


def cells(state: State, row: int = ROW) -> list[str]:
    data = unpack_or_preset(state.form.settings["data"])
    return [cell_text(data, data.training[row], column) for column in range(data.inputs + 1)]


def place(state: State, row: int = ROW) -> list[float]:
    return next(handle[1:3] for handle in state.said.ground["handles"] if handle[0] == row)


def test_every_training_row_has_a_handle_at_its_place_while_live_is_on() -> None:
    state, _ = on_the_map()
    handles = handles_of(state)
    assert [handle[:3] for handle in handles] == [[i, *row.inputs] for i, row in enumerate(ARTICLE.training)]
    assert str(says(state)["map-handles", "html"]).count("<circle") == len(ARTICLE.training)
    assert "drag a training row" in str(says(state)["map-hand", "text"])
    off = update(state, m.LiveSwitched(False))
    assert (says(off)["map-handles", "html"], says(off)["map-hand", "hidden"]) == ("", True)
    assert handles_of(off) == []


def test_the_nearest_row_is_taken_hold_of() -> None:
    state, _ = on_the_map()
    for number, across, up, _, _ in handles_of(state):
        assert place(state, nearest_row(state, across + 0.01, up - 0.01)) == [across, up]
        assert place(state, number) == [across, up]
    assert nearest_row(State(), 0.5, 0.5) == -1
    row = ARTICLE.training[ROW]
    state = update(state, m.CursorMoved(*(round(40 * number) for number in row.inputs)))
    assert row_at_cursor(state) == ROW


@pytest.mark.parametrize("quick", [False, True])
def test_what_a_dragged_row_leaves_is_what_train_gives(quick: bool) -> None:
    """Whether each place is drawn or, on a slow computer, only the last."""
    state, trainer = gripped()
    for across, up in [(0.2, 0.9), (0.11, 0.52), (0.337, 0.68)]:
        state = update(state, m.RowDragged(across, up))
        state = sent(state) if quick and not state.trainer.request else state if quick else settle(state, trainer)
    if quick:
        state = answered(state, trainer)
    state = settle(after(state, m.RowReleased()), trainer)
    assert cells(state) == ["0.34", "0.68", cells(State())[2]]
    assert (state.epoch, state.run, state.look.grip, state.live.gripped) == (int(EPOCHS), "trained", (), {})
    assert all_of(state) == trained_by_the_button(state)


def test_it_is_the_same_as_the_slider_of_its_cells() -> None:
    state, trainer = gripped()
    state = settle(after(state, m.RowDragged(0.4, 0.3), m.RowReleased()), trainer)
    other, trainer = switched_on(m.TabChosen("data"))
    for column, text in ((0, "0.4"), (1, "0.3")):
        other = settle(after(other, m.CellChosen(ROW, column), m.CellMoved(text), m.CellLetGo()), trainer)
    assert all_of(state) == all_of(other)


def test_each_place_is_drawn_while_the_hand_holds_on_and_only_the_newest_is_asked_for() -> None:
    state, trainer = gripped()
    state = sent(update(state, m.RowDragged(0.1, 0.1)))
    state = after(state, *(m.RowDragged(share / 10, 0.2) for share in range(3, 9)))
    assert state.live.holding
    assert len(state.own.edits) == 2
    request = state.trainer.request
    assert (request["do"][0], set(request["tell"])) == (MOVE, {*FOLLOWING, "start", "panel", "ground"})
    state = answered(state, trainer)
    assert place(state) == [0.1, 0.1]  # it is drawn, and the next one is asked for
    state = answered(sent(state), trainer)
    assert place(state) == [0.8, 0.2]
    assert not next_request(state)
    assert state.voice == "off"


def test_a_move_leaves_what_its_two_deeds_leave_one_after_the_other() -> None:
    state, trainer = gripped()
    state = sent(update(state, m.RowDragged(0.3, 0.4)))
    reply = trainer.reply(state.trainer.request)
    edited, trained = answers(reply)
    other = Compiling()
    assert other.reply(edited["request"])["own"] == edited["own"]
    assert other.reply(trained["request"]) == trained
    assert (edited["request"]["do"][0], trained["request"]["do"]) == ("edit", ["live", int(EPOCHS)])


def test_a_place_where_the_row_is_already_trains_nothing() -> None:
    state, trainer = gripped()
    state = settle(update(state, m.RowDragged(0.3, 0.4)), trainer)
    run = trainer.run
    state = sent(update(state, m.RowDragged(0.3004, 0.4004)))
    reply = trainer.reply(state.trainer.request)
    assert reply["own"] == {"same": True}
    state = update(state, m.RequestAnswered(reply, 1.0))
    assert (state.own.edits, trainer.run) == ((), run)
    assert not next_request(state)


@pytest.mark.parametrize(
    ("meanwhile", "is_moved"),
    [(m.RowPutBack(), False), (m.ChoiceMade("data", "xor"), False), (m.LiveSwitched(False), True)],
)
def test_a_run_that_came_with_a_row_is_nothing_to_whom_wants_another_by_then(meanwhile: object, is_moved: bool) -> None:
    state, trainer = gripped()
    state = sent(update(state, m.RowDragged(0.3, 0.4)))
    state = update(state, meanwhile)
    wanted = state.form.settings
    state = settle(answered(state, trainer), trainer)
    assert (state.form.settings != wanted) == is_moved
    if isinstance(meanwhile, m.LiveSwitched):
        assert state.run == "trained"  # as usual
        assert rows(state)[-1].settings == state.form.settings
    state = settle(update(state, m.TrainPressed()), trainer) if state.run != "trained" else state
    assert all_of(state) == trained_by_the_button(state)


def test_a_move_that_fails_is_not_asked_for_again_by_itself() -> None:
    state, _ = gripped()
    state = sent(update(state, m.RowDragged(0.3, 0.4)))
    state = update(state, m.RequestFailed("ValueError: no"))
    assert state.own.edits == ()
    assert not next_request(state)
    assert cells(state) == cells(State())


def test_the_axes_stay_while_a_pointer_holds_the_row_at_their_end() -> None:
    wide = with_cell(ARTICLE, ROW, 0, "8")
    state, trainer = switched_on(m.TabChosen("data"))
    state = settle(after(state, m.CellTyped(ROW, 0, "8")), trainer)
    assert unpack_or_preset(state.form.settings["data"]).training == wide.training
    state = settle(update(state, m.TabChosen("map")), trainer)
    before = state.said.ground["ends"]
    state = settle(update(state, m.RowGripped(ROW, True)), trainer)
    state = settle(update(state, m.RowDragged(0.25, 0.5)), trainer)
    assert state.said.ground["ends"] == before
    assert place(state)[0] == 0.25
    state = settle(update(state, m.RowReleased()), trainer)
    assert state.said.ground["ends"] != before


def test_no_pointer_leads_out_of_the_picture() -> None:
    state, trainer = gripped()
    state = settle(after(state, m.RowDragged(-3.0, 1.2), m.RowReleased()), trainer)
    assert cells(state)[:2] == ["0", "1"]


def test_keys_move_it_by_the_steps_of_its_slider_and_no_press_is_lost() -> None:
    state, trainer = gripped(False)
    assert "Training row 3" in str(says(state)["map-hand", "text"])
    assert "Arrow keys move it" in str(says(state)["map-hand", "text"])
    before = [float(text) for text in cells(state)[:2]]
    state = sent(update(state, m.RowNudged(1, 0)))
    state = after(state, m.RowNudged(1, 0), m.RowNudged(0, -1), m.RowNudged(10, 0), m.CellLetGo())
    state = settle(answered(state, trainer), trainer)
    assert [float(text) for text in cells(state)[:2]] == [round(before[0] + 0.12, 2), round(before[1] - 0.01, 2)]
    assert all_of(state) == trained_by_the_button(state)
    assert state.visit.spoken.startswith(f"Trained to epoch {EPOCHS}: ")
    assert state.look.grip == (ROW,)
    assert update(state, m.RowReleased()).look.grip == ()


@pytest.mark.parametrize("by_pointer", [True, False])
@pytest.mark.parametrize("is_trained", [True, False])
def test_put_back_everything_is_as_before(by_pointer: bool, is_trained: bool) -> None:
    state, trainer = gripped(by_pointer)
    before, numbers, back = state.form.settings, all_of(state), state.form.run_before
    for move in (m.RowDragged(0.7, 0.9), m.RowNudged(5, 5)):
        state = update(state, move)
        state = settle(state, trainer) if is_trained else sent(state) if next_request(state) else state
    if state.trainer.request:
        state = answered(update(state, m.RowPutBack()), trainer)
    state = settle(update(state, m.RowPutBack()), trainer)
    assert state.form.settings == before
    assert (all_of(state), state.form.run_before, state.look.grip) == (numbers, back, ())
    assert (state.epoch, state.own.edits) == (int(EPOCHS), ())


def test_put_back_it_is_trained_as_far_as_it_was() -> None:
    state, trainer = on_the_map()
    state = settle(update(state, m.TrainPressed()), trainer)
    assert state.epoch == 2 * int(EPOCHS)
    numbers = all_of(state)
    state = settle(after(state, m.RowGripped(ROW, True), m.RowDragged(0.7, 0.9)), trainer)
    assert state.epoch == int(EPOCHS)
    state = settle(update(state, m.RowPutBack()), trainer)
    assert (state.epoch, all_of(state)) == (2 * int(EPOCHS), numbers)


def test_the_way_back_leads_to_the_run_before_the_hand_took_hold() -> None:
    state, trainer = gripped()
    before = state.form.settings
    for across in (0.5, 0.6, 0.7):
        state = settle(update(state, m.RowDragged(across, 0.5)), trainer)
    state = settle(after(state, m.RowReleased(), m.RunBeforePressed()), trainer)
    assert state.form.settings == before


def test_the_way_back_leads_there_also_where_the_hand_lets_go_before_python_has_answered() -> None:
    state, trainer = gripped()
    before = state.form.settings
    state = update(state, m.RowDragged(0.4, 0.5))
    state = answered(sent(state), trainer)
    state = after(sent(update(state, m.RowDragged(0.6, 0.5))), m.RowReleased())
    state = settle(answered(state, trainer), trainer)
    assert cells(state)[0] == "0.6"
    assert state.live.left_by_hand == {}
    state = settle(update(state, m.RunBeforePressed()), trainer)
    assert state.form.settings == before


def test_with_one_input_the_target_is_moved_too() -> None:
    state, trainer = on_the_map(m.ChoiceMade("data", "celsius"), m.ChoiceMade("activation", "linear"))
    assert state.said.ground["kind"] == "curve"
    ends = state.said.ground["ends"]
    assert state.said.ground["columns"] == [0, 1]
    row = row_at_cursor(state)
    state = settle(update(state, m.RowGripped(row, True)), trainer)
    state = settle(update(state, m.RowDragged(0.5, 0.25)), trainer)
    assert state.said.ground["ends"] == ends
    data = unpack_or_preset(state.form.settings["data"])
    least, most = map(float, ends[2:])
    assert data.training[row].target == pytest.approx(least + (most - least) / 4, abs=0.5 * 10.0**-data.decimals)
    state = settle(update(state, m.RowReleased()), trainer)
    assert all_of(state) == trained_by_the_button(state)


def test_of_more_inputs_those_on_the_axes_are_moved() -> None:
    state, trainer = on_the_map(m.ChoiceMade("data", "three"))
    state = settle(update(state, m.MapAxisChosen("across", 2)), trainer)
    before = cells(state, 0)
    columns = state.said.ground["columns"]
    assert columns[0] == 2
    state = settle(after(state, m.RowGripped(0, False), m.RowNudged(3, -2), m.RowReleased()), trainer)
    changed = [column for column, text in enumerate(cells(state, 0)) if text != before[column]]
    assert changed == sorted(columns)


@pytest.mark.parametrize(
    "leaving", [m.TabChosen("data"), m.LiveSwitched(False), m.ChoiceMade("data", "xor"), m.SettingTyped("seed", "5")]
)
def test_it_is_let_go_where_the_hand_has_nothing_to_hold(leaving: object) -> None:
    state, _ = gripped(False)
    assert update(state, leaving).look.grip == ()


def test_a_row_that_is_not_there_cannot_be_held_nor_moved() -> None:
    state, _ = on_the_map()
    for row in (-1, 28):
        assert update(state, m.RowGripped(row, True)) is state
    for message in (m.RowDragged(0.5, 0.5), m.RowNudged(1, 1), m.RowPutBack()):
        assert update(state, message).form.settings == state.form.settings
    off = update(state, m.LiveSwitched(False))
    assert update(off, m.RowGripped(ROW, True)).look.grip == ()
    locked = update(state, m.GuideRead((), ("settings",)))
    assert update(locked, m.RowGripped(ROW, True)).look.grip == ()


def test_a_target_that_the_loss_does_not_take_goes_back_and_it_is_said() -> None:
    one_input = "x,y\n0,0\n0.2,0.3\n0.5,0.4\n0.7,1\n"
    state, trainer = switched_on(m.TabChosen("data"), m.OwnTyped(one_input), m.UsePressed())
    state = settle(after(state, m.ChoiceMade("loss", "cross-entropy"), m.TabChosen("map")), trainer)
    state = settle(update(state, m.RowGripped(3, False)), trainer)
    before = state.form.settings
    state = settle(after(state, m.RowNudged(0, 3), m.CellLetGo()), trainer)
    assert state.form.settings == before
    assert any("cross-entropy needs targets from 0 to 1" in words for words in state.form.complaints.values())


def test_the_handles_stay_while_a_finger_holds_one_of_them() -> None:
    state, trainer = gripped()
    before = says(state)["map-handles", "html"]
    state = settle(update(state, m.RowDragged(0.77, 0.77)), trainer)
    assert says(state)["map-handles", "html"] == before
    assert 'class="grip"' in str(says(state)["map-cursor", "html"])
    assert str(says(state)["map-place", "class"]) == "map-place gripped"


@pytest.mark.parametrize("quick", [False, True])
def test_of_all_the_runs_on_a_hands_way_only_the_first_and_the_last_are_kept(quick: bool) -> None:
    """However long it moves, no run goes to make room."""
    state, trainer = gripped()
    first = state.form.settings
    for step in range(30):
        state = update(state, m.RowDragged(0.2 + step / 50, 0.4))
        state = settle(state, trainer) if not quick else state if state.trainer.request else sent(state)
        assert len(rows(state)) == 1
    state = update(state, m.RowReleased())
    if quick:
        state = answered(state, trainer)
    state = settle(state, trainer)
    assert [run.settings for run in rows(state)] == [first, state.form.settings]
    assert rows(state)[1].at == (int(EPOCHS), 0)
