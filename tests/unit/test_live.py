"""Live: all of a run is trained anew with every change, also while a hand still moves a slider."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perceptron.datasets import ARTICLE, DataSet
from perceptron.editing import with_cell
from perceptron.experiment import Run
from perceptron.fields import LEARNING_RATE
from perceptron.findings.in_a_frame import MOST_EPOCHS, MOST_ROWS
from perceptron.packed import unpack
from perceptron.presets import PRESETS
from perceptron.settings import Settings
from perceptron.settings_table import read_settings
from tests.examples import examples
from tests.unit.playing import Compiling, Trainer, ready, says, settle
from tests.unit.programs import NOISE, OWN
from web.page import messages as m
from web.page.address import address_of
from web.page.rates import MOST_PLACES, place_of, rate_at
from web.page.request import FOLLOWING, next_request
from web.page.runs import rows
from web.page.state import State
from web.page.update import update
from web.page.update.data import slid_cell
from web.worker import live
from web.worker.session import Request

pytestmark = pytest.mark.slow  # left to “make unit” and “make test”

EPOCHS = "400"
NUMBERS = ("weights", "bias", "error", "printed", "score")


def switched_on(*before: object) -> tuple[State, Trainer]:
    """The page with Live on, and all that it trains then trained."""
    state, trainer = ready(m.SettingTyped("epochs", EPOCHS), *before, kind=Compiling)
    return settle(update(state, m.LiveSwitched(True)), trainer), trainer


def after(state: State, *those: object) -> State:
    for message in those:
        state = update(state, message)
    return state


def sent(state: State) -> State:
    """The State while its next request is under way."""
    return update(state, m.RequestSent(next_request(state), 0.0))


def answered(state: State, trainer: Trainer) -> State:
    return update(state, m.RequestAnswered(trainer.reply(state.trainer.request), 1.0))


def all_of(state: State) -> dict[str, object]:
    """What Python said of the run, and what the page says of it in the address."""
    report = {name: state.said.report[name] for name in NUMBERS}
    return {**report, "curve": state.said.report["curve"], "address": address_of(state), "start": state.said.start}


def unpack_or_preset(data: str) -> DataSet:
    return PRESETS[data] if data in PRESETS else unpack(data)


def trained_by_the_button(state: State) -> dict[str, object]:
    """The same of a page on which these settings were given and Train was pressed."""
    fresh, trainer = ready(m.AddressRead(state.form.settings, ()))
    return all_of(settle(update(fresh, m.TrainPressed()), trainer))


@pytest.mark.parametrize(
    "moves",
    [
        [m.ParameterMoved("weight-1", "-2.5"), m.ParameterMoved("weight-1", "3.25")],
        [m.ParameterMoved("bias", "1"), m.ParameterMoved("weight-2", "-0.07"), m.ParameterLetGo()],
        [m.RateMoved(200), m.RateMoved(20), m.RateMoved(133), m.RateLetGo()],
        [m.RateMoved(180), m.RateLetGo(), m.ParameterMoved("weight-2", "9"), m.ParameterLetGo()],
    ],
)
def test_what_a_hand_leaves_is_what_train_gives(moves: list[object]) -> None:
    state, trainer = switched_on()
    for message in moves:
        state = answered(sent(update(state, message)), trainer) if "Moved" in str(message) else update(state, message)
    state = settle(after(state, m.ParameterLetGo()), trainer)
    assert (state.epoch, state.run) == (int(EPOCHS), "trained")
    assert all_of(state) == trained_by_the_button(state)
    # And the worker has the whole run, to go back in and to train on.
    texts = {name: text for name, text in state.form.settings.items() if name != "data"}
    run = Run(Settings(**read_settings(texts)))
    run.advance(int(EPOCHS))
    assert trainer.run.history.weights == run.history.weights
    assert trainer.run.history.errors == run.history.errors


def test_a_row_that_is_moved_is_trained_with_and_the_start_stays() -> None:
    state, trainer = switched_on(m.ParameterTyped("weight-1", "1.5"), m.TabChosen("data"))
    start = state.form.settings["start"]
    assert start.startswith("1.5,")
    state = after(state, m.CellChosen(2, 2))
    assert slid_cell(state) == (2, 2)
    for text in ("0.9", "0.3", "0.2"):
        state = settle(update(state, m.CellMoved(text)), trainer)
    assert says(state)["cell-2-2", "value"] == "0.2"
    assert says(state)["live-cell-label", "text"] == f"Row 3, {ARTICLE.target_name}: 0.2"
    state = settle(after(state, m.CellLetGo()), trainer)
    assert state.form.settings["start"] == start
    assert unpack(state.form.settings["data"]).training == with_cell(ARTICLE, 2, 2, "0.2").training
    assert all_of(state) == trained_by_the_button(state)
    assert state.said.panel["rows"][2][2] == "0.2"


def test_quick_presses_are_all_counted_though_python_answers_late() -> None:
    """What the slider shows is where the next press begins, so it never shows the row as it was before the last one."""
    state, trainer = switched_on(m.TabChosen("data"), m.CellChosen(2, 2))
    shown = float(str(says(state)["live-cell", "value"]))
    assert shown == 1.0
    for press in range(1, 5):
        text = f"{float(str(says(state)['live-cell', 'value'])) - 0.1:.1f}"
        state = update(state, m.CellMoved(text))
        state = update(state, m.CellLetGo()) if press % 2 else state  # the key comes up before Python answers, or later
        for _ in range(press):  # of the replies, ever more come before the next press
            state = answered(sent(state), trainer) if next_request(state) else state
            assert says(state)["live-cell", "value"] == says(state)["cell-2-2", "value"] == text
        state = update(state, m.CellLetGo())
    state = settle(state, trainer)
    assert says(state)["live-cell", "value"] == "0.6"
    assert unpack(state.form.settings["data"]).training == with_cell(ARTICLE, 2, 2, "0.6").training


def test_a_cell_that_is_typed_with_a_comma_puts_its_slider_there() -> None:
    state, trainer = switched_on(m.TabChosen("data"), m.CellChosen(2, 2))
    state = answered(sent(update(state, m.CellTyped(2, 2, "0,7"))), trainer)
    assert (says(state)["cell-2-2", "value"], says(state)["live-cell", "value"]) == ("0,7", "0.7")
    state = settle(state, trainer)
    assert (says(state)["cell-2-2", "value"], says(state)["live-cell", "value"]) == ("0.7", "0.7")


def test_of_many_places_only_the_newest_is_asked_and_each_reply_is_drawn() -> None:
    state, trainer = switched_on()
    state = sent(update(state, m.ParameterMoved("weight-1", "-1")))
    state = after(state, *(m.ParameterMoved("weight-1", str(number)) for number in range(5)))
    assert not next_request(state)
    state = answered(state, trainer)
    # The first place is drawn, the slider stands at the last.
    assert trainer.run.start[0][0] == -1
    assert state.said.report["weights"] == trainer.run.neuron.weights
    assert says(state)["weight-1-slider", "value"] == "4"
    request = next_request(state)
    assert request["run"]["start"].startswith("4,")
    assert (request["at"], request["do"]) == ([0, 0], ["live", int(EPOCHS)])
    state = answered(sent(state), trainer)
    assert not next_request(state)  # while the hand holds on, Python is free for it


def test_a_frame_tells_only_what_can_be_seen_in_it() -> None:
    state, _ = switched_on()
    moved = update(state, m.RateMoved(100))
    assert set(next_request(moved)["tell"]) == set(FOLLOWING)
    assert set(next_request(update(state, m.ParameterMoved("bias", "1")))["tell"]) == {*FOLLOWING, "start"}
    on_the_map = after(state, m.TabChosen("map"), m.RateMoved(100))
    assert set(next_request(on_the_map)["tell"]) == {*FOLLOWING, "panel", "ground"}


def test_while_a_hand_holds_on_nothing_is_read_aloud() -> None:
    state, trainer = switched_on()
    state = answered(sent(update(state, m.ParameterMoved("weight-1", "2"))), trainer)
    assert state.voice == "off"
    before = state.visit.spoken
    state = update(state, m.ParameterLetGo())
    assert state.voice == "polite"
    assert state.visit.spoken == f"Trained to epoch {EPOCHS}: {state.said.report['score_now']}." != before


def test_the_sliders_show_the_start_while_it_is_on() -> None:
    state, _ = switched_on()
    start = Run(Settings()).start[0][0]
    page = says(state)
    assert page["weight-1-slider", "value"] == page["weight-1", "value"] == f"{start:.4f}"
    assert page["weight-1-full", "text"] == repr(start)
    assert page["hand-title", "text"] == "By hand: where training starts"
    state = update(state, m.LiveSwitched(False))
    page = says(state)
    assert page["weight-1", "value"] == state.said.report["weights_in_short"][0] != f"{start:.4f}"
    assert page["hand-title", "text"] == "By hand"


def test_what_a_hand_sets_live_is_no_attempt_and_nothing_is_borrowed() -> None:
    state, trainer = switched_on()
    state = settle(after(state, m.ParameterMoved("weight-1", "2"), m.ParameterLetGo()), trainer)
    assert (state.hand.attempts, state.hand.borrowed, state.hand.let_go) == ((), (), False)


def test_the_way_back_leads_to_the_run_before_the_hand_took_hold() -> None:
    state, trainer = switched_on()
    before, numbers = state.form.settings, state.said.report["weights"]
    for text in ("1", "2", "3"):
        state = settle(update(state, m.ParameterMoved("weight-1", text)), trainer)
    state = settle(after(state, m.ParameterLetGo(), m.RunBeforePressed()), trainer)
    assert state.form.settings == before
    assert (state.epoch, state.said.report["weights"]) == (int(EPOCHS), numbers)


def test_reset_goes_to_the_start_and_the_next_change_trains_again() -> None:
    state, trainer = switched_on()
    state = settle(update(state, m.ResetPressed()), trainer)
    assert (state.epoch, state.live.live) == (0, True)
    state = settle(update(state, m.NewStartPressed(7)), trainer)
    assert state.epoch == int(EPOCHS)


@pytest.mark.parametrize(
    "change",
    [
        m.ChoiceMade("activation", "tanh"), m.ChoiceMade("data", "xor"), m.SettingTyped("seed", "5"),
        m.SettingTyped("learning_rate", "0.7"), m.SettingTyped("epochs", "600"), m.ParameterTyped("bias", "1"),
        m.ChoiceMade("start", "zeros"), m.ChoiceMade("order", "shuffled"),
    ],
)  # fmt: skip
def test_every_other_change_trains_to_the_end_too(change: object) -> None:
    state, trainer = switched_on()
    state = settle(update(state, change), trainer)
    assert (state.epoch, state.form.settings["legs"]) == (state.epochs, "")
    assert all_of(state) == trained_by_the_button(state)


def test_switched_on_it_goes_on_from_where_the_run_is() -> None:
    state, trainer = ready(m.SettingTyped("epochs", EPOCHS), kind=Compiling)
    state = settle(after(state, m.StepPressed()), trainer)
    state = settle(after(state, m.SettingTyped("learning_rate", "0.5")), trainer)
    state = settle(update(state, m.LiveSwitched(True)), trainer)
    assert (state.epoch, state.form.settings["legs"]) == (int(EPOCHS), "0.1@0.1")
    further = settle(after(state, m.TrainPressed()), trainer)
    again = settle(after(further, m.LiveSwitched(False), m.LiveSwitched(True)), trainer)
    assert again.epoch == further.epoch == 2 * int(EPOCHS)


def test_switched_off_where_nothing_is_left_to_train_it_rests() -> None:
    state, trainer = switched_on()
    state = after(settle(after(state, m.LiveSwitched(False)), trainer), m.LiveSwitched(True))
    state = settle(after(sent(state), m.LiveSwitched(False)), trainer)
    assert (state.epoch, state.wants.training, state.run) == (int(EPOCHS), False, "trained")


def test_switched_off_in_the_middle_it_trains_to_the_end_as_usual() -> None:
    state, trainer = switched_on()
    state = sent(update(state, m.ParameterMoved("weight-1", "2")))
    reply = trainer.reply(state.trainer.request)
    state = after(state, m.LiveSwitched(False), m.RequestAnswered(reply, 1.0))
    state = settle(state, trainer)
    assert (state.epoch, state.live.live, state.live.live_off) == (int(EPOCHS), False, "")
    assert all_of(state) == trained_by_the_button(state)


@pytest.mark.parametrize(
    ("before", "why"),
    [
        ((m.CompiledSwitched(False),), "Switch on “Compiled” in the tab “One update”."),
        ((m.SettingTyped("epochs", str(MOST_EPOCHS + 1)),), f"at most {MOST_ROWS} rows, 40,000 epochs"),
        ((m.ProgramTyped(NOISE), m.RunProgramPressed()), "Plain Python runs your program."),
    ],
)
def test_it_switches_itself_off_and_says_why(before: tuple[object, ...], why: str) -> None:
    state, trainer = ready(m.SettingTyped("epochs", "40"), kind=Compiling)
    for message in before:
        state = settle(update(state, message), trainer)
    at, settings = (state.epoch, state.row), state.form.settings
    state = settle(update(state, m.LiveSwitched(True)), trainer)
    page = says(state)
    assert (page["live", "checked"], page["live-place", "hidden"]) == (False, False)
    assert str(page["live-text", "text"]).startswith("Live is off: ")
    assert why in str(page["live-text", "text"])
    assert state.visit.spoken == page["live-text", "text"]
    assert (state.form.settings, (state.epoch, state.row)) == (settings, at)
    assert says(after(state, m.CompiledSwitched(True), m.LiveSwitched(True)))["live", "checked"]


def test_it_says_so_at_once_when_compiling_is_switched_off() -> None:
    state, trainer = switched_on()
    before = all_of(state)
    state = settle(update(state, m.CompiledSwitched(False)), trainer)
    assert not state.live.live
    assert "Switch on “Compiled”" in state.live.live_off
    assert all_of(state) == before


def test_ten_thousand_rows_are_too_many() -> None:
    state, trainer = switched_on()
    many = "a,b,c\n" + "\n".join(f"{number % 90 / 100},0.1,0.3" for number in range(1_000))
    state = settle(after(state, m.TabChosen("data"), m.OwnTyped(many), m.UsePressed()), trainer, 20)
    assert not state.live.live
    assert state.live.live_off.startswith(f"Live is off: {EPOCHS} epochs with 1,000 rows take too long")
    assert state.epoch == 0


def test_numbers_that_grow_too_large_do_not_switch_it_off() -> None:
    state, trainer = switched_on(m.ChoiceMade("activation", "linear"))
    state = settle(after(state, m.RateMoved(230), m.RateLetGo()), trainer)
    assert state.live.live
    assert state.said.report["stopped"] == state.visit.spoken != ""
    state = settle(after(state, m.RateMoved(100), m.RateLetGo()), trainer)
    assert (state.epoch, state.said.report["stopped"]) == (int(EPOCHS), "")


class Slow(Compiling):
    """A computer on which each request ends early."""

    def reply(self, request: Request, most: int = 400) -> dict[str, Any]:
        if request["do"][:1] != ["live"]:
            return super().reply(request, most)
        found = super().reply({**request, "do": ["live", max(1, request["do"][1] // 2)]}, most)
        return {**found, "request": request, "live": {"kind": "slow", "sentence": "Live is off: too slow."}}


def test_a_computer_that_is_too_slow_again_and_again_trains_as_usual() -> None:
    state, trainer = ready(m.SettingTyped("epochs", EPOCHS), kind=Slow)
    state = answered(sent(update(state, m.LiveSwitched(True))), trainer)
    assert (state.live.live, state.epoch) == (True, 200)  # once is no reason
    state = settle(state, trainer)
    assert (state.live.live, state.live.live_off, state.epoch) == (False, "Live is off: too slow.", int(EPOCHS))
    assert all_of(state) == trained_by_the_button(state)


def test_training_ends_when_its_time_is_over() -> None:
    run = Run(Settings(epochs=10_000), Compiling.engine)
    clock = iter(range(100))
    told = live.train(run, 10_000, True, lambda: float(next(clock)))
    assert told["kind"] == "slow"
    assert 0 < run.epoch < 10_000


def test_a_request_that_failed_is_not_made_again() -> None:
    state, _ = switched_on()
    state = sent(update(state, m.ParameterMoved("weight-1", "2")))
    state = update(state, m.RequestFailed("ZeroDivisionError"))
    assert (state.live.whole, state.trainer.error["details"]) == (False, "ZeroDivisionError")


def test_another_worker_trains_what_was_wanted_but_not_what_hung() -> None:
    state, trainer = switched_on()
    moved = update(state, m.ParameterMoved("weight-1", "2"))
    for wanted, reached in ((moved, int(EPOCHS)), (sent(moved), 0)):
        new = after(wanted, m.TrainerFailed("worker", "gone"), m.RestartPressed(), m.TrainerReady())
        assert settle(new, trainer).epoch == reached


def test_a_lesson_switches_it_off() -> None:
    state, _ = switched_on()
    assert not update(state, m.LessonChosen(2)).live.live


def test_a_refused_row_stays_as_it_was_and_says_why() -> None:
    state, trainer = switched_on(m.ChoiceMade("scaling", "0-1"), m.ChoiceMade("loss", "cross-entropy"))
    state = settle(after(state, m.ChoiceMade("scaling", "none"), m.TabChosen("data"), m.CellChosen(0, 2)), trainer)
    before = state.form.settings
    state = settle(after(state, m.CellMoved("1.3"), m.CellLetGo()), trainer)
    assert state.form.settings == before
    assert any("cross-entropy needs targets from 0 to 1" in words for words in state.form.complaints.values())


def test_a_choice_that_is_refused_at_the_start_leaves_it_untrained() -> None:
    state, trainer = switched_on(m.ChoiceMade("activation", "tanh"))
    state = settle(update(state, m.ResetPressed()), trainer)
    before = state.form.settings
    state = settle(update(state, m.ChoiceMade("loss", "cross-entropy")), trainer)
    assert (state.epoch, state.form.settings, state.live.live) == (0, before, True)


def test_a_lock_on_the_settings_holds() -> None:
    state, _ = ready(m.GuideRead((), ("settings",)))
    assert not update(state, m.LiveSwitched(True)).live.live
    assert says(state)["live-rate", "disabled"]


@examples(200)
@given(st.integers(0, MOST_PLACES))
def test_every_place_of_the_slider_is_a_rate_and_back(place: int) -> None:
    rate = rate_at(place)
    assert place_of(rate) == place
    assert LEARNING_RATE.least <= float(rate) <= LEARNING_RATE.most  # type: ignore[operator]
    assert place == 0 or float(rate_at(place - 1)) < float(rate)


@pytest.mark.parametrize("name", list(PRESETS))
def test_every_cell_of_every_data_set_has_a_slider_that_can_stand_where_it_is(name: str) -> None:
    state, trainer = switched_on(m.TabChosen("data"), m.ChoiceMade("data", name))
    columns = state.said.panel["columns"]
    for column in range(len(columns)):
        state = settle(update(state, m.CellChosen(0, column)), trainer)
        page, slide = says(state), state.said.panel["slides"][column]
        least, most, step = (float(slide[end]) for end in ("least", "most", "step"))
        assert least <= float(str(page["live-cell", "value"])) <= most
        assert 2 <= (most - least) / step + 1 <= 1_001
        text = slide["names"][-1] if slide["names"] else slide["most"]
        moved = settle(after(state, m.CellMoved(slide["most"]), m.CellLetGo()), trainer)
        rows = with_cell(PRESETS[name], 0, column, text).training
        assert unpack_or_preset(moved.form.settings["data"]).training == rows
        assert moved.epoch == int(EPOCHS)


def run_of(state: State, trainer: Trainer, program: str) -> State:
    return settle(after(state, m.TabChosen("code"), m.ProgramTyped(program), m.RunProgramPressed()), trainer)


def test_a_program_that_is_not_compiled_is_trained_all_the_same_and_its_button_says_that_live_is_off() -> None:
    state, trainer = switched_on()
    state = run_of(
        state, trainer, f"print('hello')\n{OWN}".replace("error = target", "print(1)\n        error = target")
    )
    assert (state.epoch, state.run, state.live.live) == (int(EPOCHS), "trained", False)
    assert "prints something" in str(says(state)["python-engine", "text"])
    assert str(says(state)["python-engine", "text"]).startswith("Live is off: it needs a compiled program.")


def test_a_program_that_is_compiled_keeps_live_on() -> None:
    state, trainer = switched_on()
    state = run_of(state, trainer, f"{OWN}# mine\n")
    assert (state.epoch, state.run, state.live.live, state.wants.training) == (int(EPOCHS), "trained", True, False)


def test_a_program_that_fails_on_the_way_is_told_as_without_live() -> None:
    state, trainer = switched_on()
    program = OWN.replace(
        "self.learning_rate = learning_rate", "self.learning_rate = learning_rate\n        self.n = 0.0"
    )
    program = program.replace(
        "        error = target", "        self.n += 1.0\n        1.0 / (self.n - 285.0)\n        error = target"
    )
    state = run_of(state, trainer, program)
    assert state.run == "paused"
    assert state.epoch == 10
    assert "in epoch 11" in str(says(state)["train-note", "text"])
    assert "ZeroDivisionError" in str(says(state)["python-complaint", "text"])
    again = settle(after(state, m.ParameterMoved("weight-1", "1"), m.ParameterLetGo()), trainer)
    assert "in epoch 11" in str(says(again)["train-note", "text"])


def test_the_numbers_that_were_not_moved_stay_as_short_as_before() -> None:
    state, trainer = switched_on()
    before = [says(state)[name, "value"] for name in ("weight-1", "weight-2", "bias")]
    for moved in (update(state, m.ParameterMoved("weight-1", "1.5")),):
        for shown in (moved, settle(moved, trainer)):
            assert [says(shown)[name, "value"] for name in ("weight-1", "weight-2", "bias")] == ["1.5", *before[1:]]


def test_while_it_is_on_the_sliders_are_no_exercise() -> None:
    state, _ = switched_on()
    assert "where training starts" in str(says(state)["hand-text", "text"])
    assert "by training" not in str(says(state)["hand-text", "text"])


@pytest.mark.parametrize("kind", [m.ParameterMoved, m.RateMoved])
def test_of_all_the_runs_on_a_sliders_way_only_the_first_and_the_last_are_kept(kind: type) -> None:
    state, trainer = switched_on()
    first = state.form.settings
    for step in range(25):
        move = m.ParameterMoved("weight-1", str(step / 10)) if kind is m.ParameterMoved else m.RateMoved(step)
        state = settle(update(state, move), trainer)
        assert len(rows(state)) == 1
    let_go = m.ParameterLetGo() if kind is m.ParameterMoved else m.RateLetGo()
    state = settle(update(state, let_go), trainer)
    assert [run.settings for run in rows(state)] == [first, state.form.settings]


PRESSES: dict[str, list[list[object]]] = {
    "slider": [[m.ParameterMoved("weight-1", str(step / 10)), m.ParameterLetGo()] for step in range(25)],
    "rate": [[m.RateMoved(step), m.RateLetGo()] for step in range(25)],
    "weight": [[m.TypingBegun("weight-2"), m.ParameterTyped("weight-2", str(step / 10))] for step in range(25)],
    "setting": [[m.SettingTyped("seed", str(step))] for step in range(25)],
    "cell": [[m.CellMoved(str(step / 10)), m.CellLetGo()] for step in range(6, 18)],
    "typed cell": [[m.CellTyped(0, 1, str(step / 10))] for step in range(6, 18)],
}


@pytest.mark.parametrize("name", PRESSES)
def test_of_all_the_runs_on_the_way_of_many_presses_only_the_first_and_the_last_are_kept(name: str) -> None:
    state, trainer = switched_on(m.TabChosen("data"))
    first = state.form.settings
    for presses in PRESSES[name]:
        state = settle(after(state, *presses), trainer)
    assert [run.settings for run in rows(state)] == [first, state.form.settings]
    second = state.form.settings
    for presses in PRESSES["rate" if name != "rate" else "weight"][:3]:
        state = settle(after(state, *presses), trainer)
    assert [run.settings for run in rows(state)] == [first, second, state.form.settings]


def test_a_run_that_was_looked_at_between_two_presses_is_kept() -> None:
    state, trainer = switched_on()
    first = state.form.settings
    state = settle(after(state, m.ParameterMoved("weight-1", "2"), m.ParameterLetGo()), trainer)
    second = state.form.settings
    state = settle(after(state, m.TabChosen("runs"), m.ParameterMoved("weight-1", "2.5"), m.ParameterLetGo()), trainer)
    assert [run.settings for run in rows(state)] == [first, second, state.form.settings]
