"""Runs side by side: each is kept when the next begins, told beside a baseline, and comes back bit for bit."""

import json
from typing import Any

import pytest

from perceptron.changed_run import run_of
from perceptron.findings.run_summary import summary_of
from perceptron.packed import pack_program
from perceptron.settings import Settings
from tests.unit.playing import Trainer, kept_run, out_of_shape, place, ready, says, settle
from tests.unit.programs import MOMENTUM
from web.page import messages as m
from web.page.request import next_request
from web.page.runs import (
    COLOURS,
    LETTERS,
    MOST_DRAWN,
    MOST_KEPT,
    KeptRun,
    baseline_of,
    colour_number,
    dash_of,
    rows,
    run_called,
    shown_letter,
)
from web.page.state import State
from web.page.update import update
from web.page.views.runs import called, ordered

pytestmark = pytest.mark.slow  # left to “make unit” and “make test”

EPOCHS = m.SettingTyped("epochs", "60")
FASTER = m.SettingTyped("learning_rate", "1")
LINEAR = m.ChoiceMade("activation", "linear")


def play(state: State, trainer: Trainer, *those: object) -> State:
    for message in those:
        state = settle(update(state, message), trainer)
    return state


def letters(state: State) -> str:
    return "".join([run.letter for run in rows(state)])


@pytest.fixture
def trained() -> tuple[State, Trainer]:
    """A run of 60 epochs, with the tab open."""
    state, trainer = ready(EPOCHS, m.TabChosen("runs"))
    return play(state, trainer, m.TrainPressed()), trainer


@pytest.fixture
def three(trained: tuple[State, Trainer]) -> tuple[State, Trainer]:
    """A: the start; B: goes on with another rate; C: linear, which the page shows."""
    state, trainer = trained
    return play(state, trainer, FASTER, m.TrainPressed(), LINEAR, m.TrainPressed()), trainer


def test_an_untrained_page_has_no_run_and_says_how_there_will_be_one() -> None:
    state, _ = ready(m.TabChosen("runs"))
    assert rows(state) == ()
    assert says(state)["runs-there", "hidden"] is True
    assert "when you have trained it" in str(says(state)["runs-about", "text"])


def test_every_trained_run_is_kept_when_the_next_begins(three: tuple[State, Trainer]) -> None:
    state, _ = three
    assert letters(state) == "ABC"
    assert [run.at for run in rows(state)] == [(60, 0), (120, 0), (60, 0)]
    assert [called(run, state) for run in rows(state)] == [
        "60 epochs",
        "120 epochs, learning rate 1, learning rate 0.1 up to epoch 60",
        "learning rate 1, linear",
    ]
    assert shown_letter(state) == "C"


@pytest.mark.parametrize(
    "leave",
    [m.ResetPressed(), m.NewStartPressed(7), LINEAR, m.ParameterTyped("weight-1", "2"), m.ChoiceMade("data", "xor")],
)
def test_however_a_run_is_left_it_is_kept_once(trained: tuple[State, Trainer], leave: object) -> None:
    state, trainer = trained
    state = play(state, trainer, leave)
    assert letters(state) == "A"
    assert [run.at for run in state.runs.kept] == [(60, 0)]
    state = play(state, trainer, m.RunGoneBackTo("A"), leave)
    assert letters(state) == "A"


@pytest.mark.parametrize("way_back", [m.RunGoneBackTo("A"), m.RunBeforePressed()])
def test_a_run_is_kept_that_is_left_for_one_of_the_same_length(
    trained: tuple[State, Trainer], way_back: object
) -> None:
    state, trainer = trained
    state = play(state, trainer, LINEAR, m.TrainPressed(), way_back)
    assert [(run.letter, run.settings["activation"], run.at) for run in rows(state)] == [
        ("A", "sigmoid", (60, 0)),
        ("B", "linear", (60, 0)),
    ]
    assert shown_letter(state) == "A"


def test_a_run_that_is_only_paused_is_the_same_run_when_it_goes_on(trained: tuple[State, Trainer]) -> None:
    state, trainer = trained
    state = play(state, trainer, m.StepPressed())
    assert (letters(state), rows(state)[0].at) == ("A", (60, 1))
    assert state.runs.kept == ()
    state = play(state, trainer, m.TrainPressed())
    assert (letters(state), rows(state)[0].at, state.runs.kept) == ("A", (120, 0), ())


def test_another_rate_makes_no_run_before_anything_was_trained_with_it(trained: tuple[State, Trainer]) -> None:
    state, trainer = trained
    state = play(state, trainer, FASTER)
    assert letters(state) == "A"
    state = play(state, trainer, m.SettingTyped("learning_rate", "2"))
    assert letters(state) == "A"
    state = play(state, trainer, m.StepPressed())
    assert (letters(state), rows(state)[1].at) == ("AB", (60, 1))


def test_an_untrained_start_and_a_lesson_leave_no_run() -> None:
    state, trainer = ready(EPOCHS)
    state = play(state, trainer, m.StepPressed(), LINEAR, m.NewStartPressed(3))
    assert rows(state) == ()
    state = play(state, trainer, m.LessonChosen(0), m.TrainPressed(), m.LessonChosen(1), m.CourseSwitched())
    assert rows(state) == ()


def test_the_run_before_a_lesson_is_there_again_after_it(trained: tuple[State, Trainer]) -> None:
    state, trainer = trained
    state = play(state, trainer, m.LessonChosen(0))
    assert rows(state) == ()
    state = play(state, trainer, m.CourseSwitched())
    assert (letters(state), rows(state)[0].at, place(state)) == ("A", (60, 0), (60, 0, "trained"))


def test_each_run_has_the_numbers_of_a_fresh_run(three: tuple[State, Trainer]) -> None:
    state, _ = three
    for run, settings, epochs in zip(
        rows(state)[::2], (Settings(), Settings(activation="linear", learning_rate=1.0)), (60, 60), strict=True
    ):
        fresh = run_of(settings)
        fresh.advance(epochs)
        found, told = summary_of(fresh), run.told["summary"]
        assert told["weights"] == list(map(repr, found.weights))
        assert (told["right"], told["best_epoch"], float(told["mean_error"])) == (
            found.right,
            found.best_epoch,
            found.mean_error,
        )
        assert run.told["curve"]["epochs"][-1] == epochs
        assert run.told["curve"]["scores"][-1] == found.right


def test_the_table_says_how_far_each_is_from_the_baseline_and_what_is_better(three: tuple[State, Trainer]) -> None:
    state, trainer = three
    body = str(says(state)["runs-body", "html"])
    first, second, third = body.split("<tr")[1:]
    assert "baseline" in first
    assert "better" not in first
    assert "shown now" in third
    assert '<small class="better">' in third
    state = play(state, trainer, m.BaselineChosen("C"))
    first, second, third = str(says(state)["runs-body", "html"]).split("<tr")[1:]
    assert 'data-choose="C"' in first
    assert '<small class="worse">' in second
    assert called(run_called(state, "A") or KeptRun(), state) == "learning rate 0.1, sigmoid"


def test_a_run_comes_back_bit_for_bit(three: tuple[State, Trainer]) -> None:
    state, trainer = three
    for letter in "BACB":
        run = run_called(state, letter)
        assert run
        state = play(state, trainer, m.RunGoneBackTo(letter))
        assert (state.epoch, state.row) == run.at
        assert state.said.report["weights_in_full"] == run.told["summary"]["weights"]
        assert state.said.report["bias_in_full"] == run.told["summary"]["bias"]
        assert shown_letter(state) == letter
        assert letters(state) == "ABC"


def test_runs_are_sorted_best_first_below_the_baseline(three: tuple[State, Trainer]) -> None:
    state, trainer = three
    assert [run.letter for run in ordered(play(state, trainer, m.RunsSorted("right")))] == ["A", "C", "B"]
    state = play(state, trainer, m.RunsSorted("right"), m.RunsSorted("right"))
    assert [run.letter for run in ordered(state)] == ["A", "B", "C"]
    assert 'aria-sort="ascending"' in str(says(state)["runs-head", "html"])
    assert ordered(play(state, trainer, m.RunsSorted("mean_error")))[1].letter == "C"
    assert [run.letter for run in ordered(play(state, trainer, m.RunsSorted("")))] == ["A", "B", "C"]
    assert play(state, trainer, m.RunsSorted("beauty")).runs.sorted_by == state.runs.sorted_by


def test_a_run_can_be_named_and_the_name_is_never_markup(three: tuple[State, Trainer]) -> None:
    state, trainer = three
    state = play(state, trainer, m.RunNamed("B", " <b>mine</b> "))
    assert "&lt;b&gt;mine&lt;/b&gt;" in str(says(state)["runs-body", "html"])
    assert "<b>" not in str(says(state)["runs-body", "html"])
    long = play(state, trainer, m.RunChosen("B"), m.RunNamed("B", "x" * 81))
    assert "has 81" in str(says(long)["run-complaint", "text"])
    assert called(run_called(long, "B") or KeptRun(), long) == "<b>mine</b>"
    state = play(state, trainer, m.RunNamed("B", ""))
    assert called(run_called(state, "B") or KeptRun(), state).startswith("120 epochs")


def test_a_removed_run_is_gone_but_for_the_one_that_the_page_shows(three: tuple[State, Trainer]) -> None:
    state, trainer = three
    state = play(state, trainer, m.RunRemoved("A"), m.RunRemoved("C"), m.RunRemoved("Z"))
    assert letters(state) == "BC"
    assert (baseline_of(state) or KeptRun()).letter == "B"
    state = play(state, trainer, m.RunChosen("C"))
    assert says(state)["run-remove", "disabled"] is True


def with_many(state: State, count: int, **parts: object) -> State:
    kept = tuple(
        kept_run(letter=LETTERS[place], settings={**state.form.settings, "seed": str(place)}, at=(60, 0), **parts)
        for place in range(count)
    )
    return state.but(kept=kept, present=(), letter=LETTERS[count], drawn=tuple(LETTERS[: MOST_DRAWN - 1]))


def test_the_oldest_run_that_is_not_pinned_makes_room_and_this_is_said(trained: tuple[State, Trainer]) -> None:
    state, trainer = trained
    full = with_many(state, MOST_KEPT).but(tab="data")
    full = play(full, trainer, m.RunPinned("B"), m.NewStartPressed(500))
    assert len(full.runs.kept) == MOST_KEPT
    assert not run_called(full, "C")  # A is the baseline, and B is pinned
    assert full.runs.runs_note == "Run C was removed, because at most 20 runs are kept. Pin a run that must stay."
    assert len(full.runs.drawn) <= MOST_DRAWN


def test_where_all_are_pinned_none_goes_and_this_is_said(trained: tuple[State, Trainer]) -> None:
    state, trainer = trained
    full = with_many(state, MOST_KEPT, pinned=True).but(tab="data")
    after = play(full, trainer, m.NewStartPressed(500))
    assert letters(after) == LETTERS[:MOST_KEPT]
    assert "All 20 runs are pinned" in after.runs.runs_note


def test_no_two_runs_have_the_same_colour_and_dash() -> None:
    assert len(LETTERS) > MOST_KEPT + 1
    looks = {(colour_number(letter), dash_of(letter)) for letter in LETTERS}
    assert len(looks) == len(LETTERS)
    assert {colour for colour, _ in looks} == set(range(COLOURS))


def test_the_pictures_show_six_runs_at_most(trained: tuple[State, Trainer]) -> None:
    state = with_many(trained[0], 9).but(tab="data")
    for letter in "HIABC":
        state = update(state, m.RunDrawn(letter))
    assert len(state.runs.drawn) <= MOST_DRAWN
    state = update(state, m.RunDrawn("I"))
    assert "I" not in state.runs.drawn


def test_the_pictures_are_read_at_one_epoch_in_words_and_numbers(three: tuple[State, Trainer]) -> None:
    state, trainer = three
    state = play(state, trainer, m.RunsPointed(10))
    reading = str(says(state)["runs-reading", "html"])
    assert reading.count("<li") == 3
    assert reading.count("epoch 10,") == 3
    assert says(state)["runs-cursor", "max"] == "120"
    assert says(play(state, trainer, m.RunsPointed(10**9)))["runs-cursor", "value"] == "120"
    twin = str(says(state)["runs-twin-body", "html"])
    assert twin.count("<tr>") == 5  # the start, 1, 10, 100 and 120
    assert twin.count("<td>–</td>") == 2 * 2 * 5  # A and C ended at 60


def test_what_differs_or_all_settings(three: tuple[State, Trainer]) -> None:
    state, trainer = three
    state = play(state, trainer, m.DifferencesSwitched(False))
    assert "rows as given" in called(rows(state)[2], state)
    assert says(state)["runs-differences", "checked"] is False


def test_a_long_run_says_how_far_it_is_and_can_be_stopped(trained: tuple[State, Trainer]) -> None:
    state, trainer = trained
    slow = kept_run(letter="B", settings={**state.form.settings, "seed": "5"}, at=(1_000, 0))
    state = state.but(kept=(slow,), letter="C")
    state = state.but(reached=("table", "B", 250, 1_000))
    page = says(state)
    assert page["runs-progress-text", "text"] == "Run B is trained: epoch 250 of 1,000."
    assert (page["runs-progress", "value"], page["runs-halt", "text"]) == ("0.25", "Stop")
    halted = play(state, trainer, m.HaltPressed())
    assert run_called(halted, "B").told == {}  # type: ignore[union-attr]
    assert says(halted)["runs-halt", "text"] == "Go on"
    assert run_called(play(halted, trainer, m.HaltPressed()), "B").told["done"]  # type: ignore[union-attr]


def test_a_worker_that_hangs_with_a_run_is_not_asked_for_it_again(trained: tuple[State, Trainer]) -> None:
    state, _ = trained
    slow = kept_run(letter="B", settings={**state.form.settings, "seed": "5"}, at=(1_000, 0))
    state = update(state.but(kept=(slow,)), m.TabChosen("runs"))
    request = next_request(state)
    assert request["do"][:3] == ["runs", "run", "B"]
    state = update(state, m.RequestSent(request, 0.0))
    state = update(update(state, m.TrainerFailed("worker", "hung")), m.RestartPressed())
    assert state.runs.halted
    assert run_called(state, "B")


FAILED = "ImportError: web.worker.runs is in the part that could not be fetched now. Is the network there?"


def with_a_run_that_failed(trained: tuple[State, Trainer]) -> State:
    """Python could not compute run B, for example because a file was missing; it did nothing else."""
    state, _ = trained
    lost = kept_run(letter="B", settings={**state.form.settings, "seed": "5"}, at=(100, 0))
    state = update(state.but(kept=(lost,), letter="C"), m.TabChosen("runs"))
    state = update(state, m.RequestSent(next_request(state), 0.0))
    assert state.trainer.request["do"][:3] == ["runs", "run", "B"]
    return update(state, m.RequestFailed(FAILED))


def test_a_run_that_failed_is_not_asked_for_again_by_itself(trained: tuple[State, Trainer]) -> None:
    state = with_a_run_that_failed(trained)
    assert not next_request(state)
    assert (says(state)["runs-busy", "hidden"], says(state)["runs-halt", "text"]) == (False, "Go on")


@pytest.mark.parametrize(
    "way_on", [(m.HaltPressed(),), (m.RestartPressed(), m.TrainerReady()), (m.LandscapePressed(),)], ids=str
)
def test_a_run_that_failed_is_computed_once_the_person_goes_on(
    trained: tuple[State, Trainer], way_on: tuple[object, ...]
) -> None:
    state = play(with_a_run_that_failed(trained), Trainer(), *way_on)
    assert run_called(state, "B").told["summary"]["epoch"] == 100  # type: ignore[union-attr]
    assert (state.trainer.error, says(state)["runs-busy", "hidden"]) == ({}, True)
    assert "…" not in str(says(state)["runs-body", "html"])


def test_a_brought_program_waits_until_the_person_lets_it_run(trained: tuple[State, Trainer]) -> None:
    state, trainer = trained
    texts = {**state.form.settings, "rule": pack_program(MOMENTUM)}
    state = play(state.but(kept=(kept_run(letter="Q", settings=texts, at=(60, 0), waits=True),)), trainer)
    state = play(state, trainer, m.RunChosen("Q"))
    assert run_called(state, "Q").told == {}  # type: ignore[union-attr]
    assert says(state)["run-let", "hidden"] is False
    assert "Run its Python" in str(says(state)["runs-body", "html"])
    state = play(state, trainer, m.RunLet("Q"))
    assert run_called(state, "Q").told["summary"]["epoch"] == 60  # type: ignore[union-attr]


def test_a_program_that_is_wrong_says_so_in_its_row(trained: tuple[State, Trainer]) -> None:
    state, trainer = trained
    texts = {**state.form.settings, "rule": pack_program("x = 1")}
    state = play(state.but(kept=(kept_run(letter="Q", settings=texts, at=(60, 0)),)), trainer, m.TabChosen("data"))
    state = play(state, trainer, m.TabChosen("runs"))
    run = run_called(state, "Q")
    assert run
    assert run.told["complaint"]
    assert '<small class="worse">' in str(says(state)["runs-body", "html"])


def test_nothing_is_computed_while_another_tab_is_open(trained: tuple[State, Trainer]) -> None:
    state, trainer = trained
    state = play(state, trainer, m.TabChosen("map"), LINEAR, m.TrainPressed())
    assert rows(state)[1].told == {}
    assert rows(play(state, trainer, m.TabChosen("runs")))[1].told["done"]


def test_whatever_is_sent_of_letters_that_there_are_not_changes_nothing(three: tuple[State, Trainer]) -> None:
    state, trainer = three
    nonsense: tuple[Any, ...] = (
        *(message("Z") for message in (m.RunChosen, m.RunDrawn, m.RunPinned, m.RunRemoved, m.RunGoneBackTo, m.RunLet)),
        *(m.BaselineChosen("Z"), m.RunNamed("Z", "x"), m.MeasureChosen("beauty")),
    )
    after = play(state, trainer, *nonsense)
    assert out_of_shape(after) == []
    assert letters(after) == "ABC"
    assert json.dumps(after.runs.kept[0].settings) == json.dumps(state.runs.kept[0].settings)
