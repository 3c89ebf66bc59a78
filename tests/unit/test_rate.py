"""The learning rate changes in mid-run: the neuron goes on, the page says so, and there is a way back."""

import pytest

from perceptron.experiment import Run
from perceptron.legs import MOST_LEGS, parse_legs
from perceptron.settings import Settings
from perceptron.settings_table import DEFAULTS
from tests.unit.playing import Trainer, busy, looking, place, ready, says, settle
from web.build.site import first_state
from web.page import messages as m
from web.page.address import read_address, write_address
from web.page.lessons import LESSONS
from web.page.request import next_request
from web.page.state import State
from web.page.update import update

pytestmark = pytest.mark.slow  # left to “make unit” and “make test”

RATE = "learning_rate"
LEARNING_RATE = [lesson.title for lesson in LESSONS].index("Learning rate")


def rate(text: str) -> m.SettingTyped:
    return m.SettingTyped(RATE, text)


def played(state: State, trainer: Trainer, *those: object) -> State:
    for message in those:
        state = settle(update(state, message), trainer)
    return state


def trained(epochs: int = 300, *then: object) -> tuple[State, Trainer]:
    state, trainer = ready(m.SettingTyped("epochs", str(epochs)))
    return played(state, trainer, m.TrainPressed(), *then), trainer


def held(state: State) -> tuple[str, str]:
    """The learning rate, and those before."""
    return state.form.settings[RATE], state.form.settings["legs"]


def digits(state: State) -> list[str]:
    return [*state.said.report["weights_in_full"], state.said.report["bias_in_full"]]


def expected(learning_rate: float, legs: str, epoch: int, row: int = 0) -> list[str]:
    run = Run(Settings(learning_rate=learning_rate, legs=parse_legs(legs)))
    run.advance(epoch)
    for _ in range(row):
        run.step()
    return [repr(number) for number in (*run.neuron.weights, run.neuron.bias)]


def test_a_changed_rate_goes_on_from_the_weights_that_are_there() -> None:
    state, trainer = trained()
    before = state.said.report
    state = update(state, rate("0.5"))
    assert (state.said.report, place(state), held(state)) == (before, (300, 0, "trained"), ("0.5", "0.1@300"))
    assert state.visit.spoken == "The learning rate is 0.5 from epoch 301 on."
    state = settle(state, trainer)
    assert (state.said.report, place(state)) == (before, (300, 0, "trained"))
    assert state.visit.spoken == "The learning rate is 0.5 from epoch 301 on."
    assert says(state)["legs-text", "text"] == "Learning rate: 0.1 up to epoch 300, then 0.5."
    state = played(state, trainer, m.TrainPressed())
    assert (place(state), digits(state)) == ((600, 0, "trained"), expected(0.5, "0.1@300", 600))


def test_it_goes_on_in_the_middle_of_an_epoch() -> None:
    state, _ = trained(5, m.StepPressed(), m.StepPressed(), rate("3"), m.StepPressed())
    assert (place(state), held(state)) == ((5, 3, "trained"), ("3", "0.1@5.2"))
    assert digits(state) == expected(3, "0.1@5.2", 5, 3)
    assert says(state)["legs-text", "text"] == "Learning rate: 0.1 up to row 2 of epoch 6, then 3."
    assert says(state)["rate-back", "text"] == "Back to 0.1 at row 2 of epoch 6"
    state, _ = trained(5, m.StepPressed(), m.StepPressed(), rate("3"))
    assert state.visit.spoken == "The learning rate is 3 from epoch 6, row 3, on."


def test_at_the_start_the_rate_is_only_set() -> None:
    state, trainer = ready(rate("0.5"))
    assert (place(state), held(state)) == ((0, 0, "untrained"), ("0.5", ""))
    assert says(state)["legs", "hidden"] is True
    state = played(state, trainer, rate("2"))
    assert (held(state), state.visit.spoken) == (("2", ""), "The learning rate is 2.")
    assert state.said.report["score"] == "2 of 25 right"


@pytest.mark.parametrize("moment", [0, 1, 3])
def test_training_goes_on_and_python_is_cut_back_to_what_the_page_knew(moment: int) -> None:
    state, trainer = ready(m.SettingTyped("epochs", "5000"))
    state = settle(update(state, m.TrainPressed()), trainer, most=moment)
    known = state.epoch
    request = next_request(state)
    assert request["do"][0] == "advance"
    state = update(state, m.RequestSent(request, 0.0))
    reply = trainer.reply(request)
    state = update(update(state, rate("0.5")), m.RequestAnswered(reply, 5.0))
    assert reply["at"] == [known + 400, 0]
    assert (state.epoch, state.wants.training) == (known, True)
    following = next_request(state)
    assert (following["run"], following["at"], following["do"]) == (state.wanted, [known, 0], [])
    assert trainer.reply(following)["at"] == [known, 0]
    state = settle(state, trainer)
    legs = f"0.1@{known}" if known else ""
    assert (place(state), held(state)) == ((5000, 0, "trained"), ("0.5", legs))
    assert digits(state) == expected(0.5, legs, 5000)


@pytest.mark.parametrize("typed", ["0.5", "0.10"])
def test_a_step_that_python_just_made_at_the_old_rate_is_made_again_and_only_once(typed: str) -> None:
    state, trainer = trained(40)
    state = update(state, m.StepPressed())
    request = next_request(state)
    state = update(state, m.RequestSent(request, 0.0))
    reply = trainer.reply(request)
    state = settle(update(update(state, rate(typed)), m.RequestAnswered(reply, 1.0)), trainer)
    assert place(state) == (40, 1, "trained")
    assert digits(state) == expected(float(typed), held(state)[1], 40, 1)


def test_changed_and_changed_back_at_the_same_moment_nothing_was_changed() -> None:
    state, trainer = trained()
    before = state
    state = busy(state, trainer, rate("0.5"), rate("7"), rate("0.1"))
    state = settle(state, trainer)
    assert (held(state), state.said.report, place(state)) == (("0.1", ""), before.said.report, place(before))
    assert settle(update(state, rate("0.10")), trainer).form.settings["legs"] == ""


def test_several_changes_are_all_told_and_of_many_the_last() -> None:
    state, trainer = trained(10)
    for number, (text, sentence) in enumerate(
        [
            ("0.5", "0.1 up to epoch 10, then 0.5."),
            ("3", "0.1 up to epoch 10, 0.5 up to epoch 20, then 3."),
            ("0.2", "0.1 up to epoch 10, 0.5 up to epoch 20, 3 up to epoch 30, then 0.2."),
            ("1", "0.2 up to epoch 40, then 1 (after 3 earlier changes)."),
        ],
        1,
    ):
        state = played(state, trainer, rate(text))
        assert says(state)["legs-text", "text"] == f"Learning rate: {sentence}"
        state = played(state, trainer, m.TrainPressed())
        assert state.epoch == 10 + 10 * number
    assert digits(state) == expected(1, "0.1@10,0.5@20,3@30,0.2@40", 50)
    marks = str(says(state)["curve-marks", "html"])
    assert '<button type="button" class="mark" data-epoch="20">Learning rate 3 after epoch 20</button>' in marks


def test_a_change_within_an_epoch_names_its_row() -> None:
    state, trainer = trained(10)
    state = played(state, trainer, m.StepPressed(), rate("0.5"))
    assert "Learning rate 0.5 from row 2 of epoch 11 on" in str(says(state)["curve-marks", "html"])


def test_back_is_as_if_it_had_never_been_changed() -> None:
    state, trainer = trained()
    before = state
    state = played(state, trainer, rate("0.5"), m.TrainPressed())
    assert says(state)["rate-back", "text"] == "Back to 0.1 at epoch 300"
    state = played(state, trainer, m.RateBackPressed())
    assert (state.said.report, state.form.settings, state.said.milestones) == (
        before.said.report,
        before.form.settings,
        before.said.milestones,
    )
    assert (place(state), state.visit.spoken) == ((300, 0, "trained"), "Back at epoch 300: 7 of 25 right.")
    assert says(state)["legs", "hidden"] is True
    assert update(state, m.RateBackPressed()) is state


def test_back_goes_one_change_at_a_time_to_the_row_where_it_was() -> None:
    state, trainer = trained(
        5, m.StepPressed(), rate("3"), m.StepPressed(), m.StepPressed(), rate("0.2"), m.TrainPressed()
    )
    assert held(state) == ("0.2", "0.1@5.1,3@5.3")
    state = played(state, trainer, m.RateBackPressed())
    assert (place(state)[:2], held(state)) == ((5, 3), ("3", "0.1@5.1"))
    assert digits(state) == expected(3, "0.1@5.1", 5, 3)
    state = played(state, trainer, m.RateBackPressed())
    assert (place(state)[:2], held(state)) == ((5, 1), ("0.1", ""))
    assert digits(state) == expected(0.1, "", 5, 1)


def test_back_while_it_trains_stops_and_shows_the_run_as_it_was() -> None:
    state, trainer = trained(40, rate("0.5"), m.SettingTyped("epochs", "5000"))
    state = settle(update(state, m.TrainPressed()), trainer, most=2)
    state = busy(state, trainer, m.RateBackPressed())
    state = settle(state, trainer)
    assert (place(state), held(state)) == ((40, 0, "paused"), ("0.1", ""))


@pytest.mark.parametrize("message", [m.ResetPressed(), m.NewStartPressed(7), m.ParameterTyped("weight-1", "2")])
def test_a_new_beginning_keeps_the_rate_that_is_shown_and_has_had_no_other(message: object) -> None:
    state, trainer = trained(40, rate("0.5"), m.TrainPressed(), message)
    assert (place(state), held(state)) == ((0, 0, "untrained"), ("0.5", ""))
    run = trainer.run
    assert (run.epoch, run.settings.learning_rate, run.settings.legs) == (0, 0.5, ())


def test_the_start_of_the_seed_is_wanted_again_or_is_there_already() -> None:
    state, trainer = trained(40, rate("0.5"))
    assert update(state, m.SeedStartPressed()).form.settings == state.form.settings
    assert update(state, m.SettingTyped("seed", "109")).form.settings == state.form.settings
    state = played(state, trainer, m.ParameterTyped("weight-1", "2"), m.TrainPressed(), rate("3"))
    assert held(state) == ("3", "0.5@40")
    assert held(update(state, m.SeedStartPressed())) == ("3", "")


@pytest.mark.parametrize(
    ("epoch", "legs", "spoken"),
    [
        (20, "0.1@20", " The learning rate is 3 from epoch 21 on."),
        (60, "0.1@40,0.5@60", " The learning rate is 3 from epoch 61 on."),
        (40, "0.1@40", " The learning rate is 3 from epoch 41 on."),
        (100, "0.1@40,0.5@80", ""),
        (0, "", ""),
    ],
)
def test_training_on_from_an_earlier_moment_is_done_at_the_rate_that_is_shown(
    epoch: int, legs: str, spoken: str
) -> None:
    state, trainer = trained(40, rate("0.5"), m.TrainPressed(), rate("3"), m.TrainPressed())
    assert held(state) == ("3", "0.1@40,0.5@80")
    state = played(state, trainer, m.MomentChosen(epoch, 0), m.RewindPressed())
    assert (place(state)[:2], held(state), state.look.moment) == ((epoch, 0), ("3", legs), ())
    assert digits(state) == expected(3, legs, epoch)
    assert state.visit.spoken == f"Back at epoch {epoch}: {state.said.report['score']}.{spoken}"
    state = played(state, trainer, m.TrainPressed())
    assert digits(state) == expected(3, legs, state.epoch)


def test_another_moment_shows_the_rate_that_it_had() -> None:
    state, trainer = trained(40, rate("0.25"), m.TrainPressed(), m.TabChosen("update"), m.StageChosen(6))
    for epoch, own in ((10, "0.1"), (39, "0.1"), (40, "0.25"), (79, "0.25"), (80, "0.25")):
        state = played(state, trainer, m.MomentChosen(epoch, 0))
        found = [f"<mn>{text}</mn>" in state.said.panel["formulas"][0] for text in ("0.1", "0.25")]
        assert found == [own == "0.1", own == "0.25"]


def test_an_address_with_legs_begins_at_its_start_and_gives_the_same_digits() -> None:
    state, trainer = trained(40, rate("0.5"), m.TrainPressed())
    address = write_address(state.form.settings)
    assert address == "epochs=40&learning_rate=0.5&legs=0.1@40"
    other, other_trainer = ready(m.AddressRead(*read_address(address)))
    assert place(other) == (0, 0, "untrained")
    assert says(other)["legs-text", "text"] == "Learning rate: 0.1 up to epoch 40, then 0.5."
    assert says(other)["rate-back", "text"] == "Back to 0.1"
    other = played(other, other_trainer, m.TrainPressed(), m.TrainPressed())
    assert (digits(other), other.said.report) == (digits(state), state.said.report)
    state = played(state, trainer, m.AddressRead(*read_address("epochs=40&learning_rate=3&legs=0.1@40")))
    assert (place(state), held(state)) == ((0, 0, "untrained"), ("3", "0.1@40"))


def test_a_rate_typed_before_the_planned_changes_takes_their_place() -> None:
    state, trainer = ready(m.SettingTyped("epochs", "20"), m.AddressRead(*read_address("epochs=20&legs=3@30,0.5@60")))
    state = played(state, trainer, m.TrainPressed(), rate("7"))
    assert held(state) == ("7", "3@20")
    state = played(state, trainer, m.TrainPressed())
    assert digits(state) == expected(7, "3@20", 40)


def test_back_to_a_change_that_is_still_to_come_only_takes_it_away() -> None:
    state, trainer = ready(m.AddressRead(*read_address("epochs=20&learning_rate=7&legs=3@30,0.5@60")))
    state = played(state, trainer, m.TrainPressed(), m.RateBackPressed())
    assert (place(state)[:2], held(state)) == ((20, 0), ("0.5", "3@30"))


@pytest.mark.parametrize("then", [(), (rate("3"),), (m.StepPressed(),), (m.RateBackPressed(),)])
def test_a_restarted_python_gets_to_where_it_was_through_the_legs(then: tuple[object, ...]) -> None:
    state, trainer = trained(40, rate("0.5"), m.TrainPressed(), m.StepPressed())
    there, there_trainer = state, trainer
    for message in (m.TrainerFailed("worker", "Traceback"), m.RestartPressed(), *then, m.TrainerReady()):
        state = update(state, message)
    state = settle(state, Trainer())
    there = played(there, there_trainer, *then)
    assert (state.said.report, held(state), place(state)) == (there.said.report, held(there), place(there))


def test_training_on_from_a_moment_that_is_just_being_taken_back_changes_nothing() -> None:
    state, trainer = trained(40, rate("0.5"), m.TrainPressed(), m.MomentChosen(79, 0))
    state = busy(state, trainer, m.RateBackPressed(), m.RewindPressed())
    state = settle(state, trainer)
    assert (state.epoch, held(state), digits(state)) == (40, ("0.1", ""), expected(0.1, "", 40))


@pytest.mark.parametrize(
    "message", [rate("3"), m.RateBackPressed(), m.RewindPressed(), m.ResetPressed(), m.NewStartPressed(7)]
)
@pytest.mark.parametrize("sent", [True, False])
def test_what_was_asked_of_a_python_that_fails_before_it_hears_of_it_comes_true(message: object, sent: bool) -> None:
    state, trainer = trained(40, rate("0.5"), m.TrainPressed(), m.StepPressed(), m.MomentChosen(20, 0))
    smooth = settle(update(state, message), trainer)
    state = update(state, m.RequestSent(looking(state), 0.0))
    state = update(state, message)
    if sent:
        state = update(state, m.RequestAnswered(trainer.reply(state.trainer.request), 1.0))
        state = update(state, m.RequestSent(next_request(state), 2.0))
    state = update(state, m.TrainerFailed("worker", "Traceback"))
    says(state)
    state = settle(update(update(state, m.RestartPressed()), m.TrainerReady()), Trainer())
    assert (state.said.report["weights_in_full"], place(state)[:2], held(state)) == (
        smooth.said.report["weights_in_full"], place(smooth)[:2], held(smooth),
    )  # fmt: skip


def test_what_is_shown_of_an_update_at_the_old_rate_goes_while_python_is_not_there() -> None:
    state = update(first_state(), m.TrainPressed())
    assert state.panel_of("update")
    state = update(state, rate("0.5"))
    assert (state.said.panel, state.said.report["score"], state.wants.training) == ({}, "2 of 25 right", True)
    state = settle(update(state, m.TrainerReady()), Trainer())
    assert (place(state), held(state)) == ((10_000, 0, "trained"), ("0.5", ""))


def test_a_rate_changed_and_changed_back_before_python_is_ready_leaves_no_panel_empty() -> None:
    state, trainer = first_state(), Trainer()
    for message in (rate("30"), rate("0.1"), m.TrainerReady()):
        state = update(state, message)
    state = settle(state, trainer)
    assert (state.said.panel["name"], held(state)) == ("update", ("0.1", ""))


def test_a_start_set_by_hand_is_not_shown_again_when_only_the_rate_changes() -> None:
    state, _ = trained(40, m.ParameterTyped("weight-1", "2"), m.TrainPressed())
    state = update(state, rate("0.5"))
    assert says(state)["weight-1", "value"] == state.said.report["weights_in_short"][0]
    numbers = update(state, m.ParameterTyped("weight-2", "1")).form.settings["start"].split(",")
    assert numbers == [state.said.report["weights_in_full"][0], "1", state.said.report["bias_in_full"]]


@pytest.mark.slow
def test_it_can_change_a_hundred_times_and_then_the_page_says_why_not() -> None:
    state, trainer = trained(1)
    for number in range(MOST_LEGS):
        state = played(state, trainer, rate(f"0.{1 + number % 2}5"), m.StepPressed())
    assert len(parse_legs(state.form.settings["legs"])) == MOST_LEGS
    before = held(state)
    state = played(state, trainer, rate("9"))
    assert held(state) == before
    assert state.form.complaints[RATE] == (
        f"The learning rate can change at most 100 times in one run. Reset begins a new run. It stays {before[0]}."
    )
    lesson = played(state, trainer, m.LessonChosen(0))
    assert (held(lesson), lesson.form.complaints) == (("0.1", ""), {})
    state = played(state, trainer, m.ResetPressed())
    assert (held(state), state.form.complaints) == ((before[0], ""), {})
    state = played(state, trainer, rate("9"))
    assert (held(state), state.form.complaints) == (("9", ""), {})


@pytest.mark.slow
def test_a_lesson_begins_without_legs() -> None:
    state, trainer = trained(40, rate("0.5"), m.TrainPressed())
    for number, lesson in enumerate(LESSONS):
        state = played(state, trainer, rate("3"), m.StepPressed(), m.LessonChosen(number))
        assert held(state) == ("0.1", "")
        assert place(state)[:2] == (lesson.scene.epoch, 0)


def test_the_lesson_on_the_learning_rate_is_not_done_by_a_change_after_training() -> None:
    state, trainer = ready(m.LessonChosen(LEARNING_RATE))
    state = update(state, m.SightChanged(("score",)))
    state = played(state, trainer, m.TrainPressed(), rate("1"), m.TrainPressed())
    assert state.course.lessons_done == ()
    state = played(state, trainer, m.ResetPressed(), m.TrainPressed())
    assert state.course.lessons_done == (LEARNING_RATE,)


def test_a_run_that_changed_is_not_the_articles_even_where_it_prints_the_same() -> None:
    state, trainer = trained(5000, rate("0.11"), m.SettingTyped("epochs", "9545"), m.TrainPressed())
    assert state.said.report["comparison"] == {
        "sentence": "All 50 lines match the article, but the learning rate changed during this run.",
        "differences": "",
        "same": False,
    }
    state = played(state, trainer, m.MomentChosen(0, 0))
    assert state.said.report["comparison"]["sentence"].startswith("Same as the article so far")


def test_legs_are_among_the_settings_that_the_address_holds() -> None:
    assert list(DEFAULTS)[:6] == ["data", "seed", "epochs", RATE, "start", "legs"]


@pytest.mark.slow
def test_after_an_overflow_another_rate_begins_anew() -> None:
    state, trainer = ready(m.ChoiceMade("activation", "linear"), m.SettingTyped(RATE, "30"))
    state = settle(update(state, m.TrainPressed()), trainer)
    assert state.said.report["stopped"]
    state = settle(update(state, m.SettingTyped(RATE, "0.1")), trainer)
    assert (state.epoch, state.form.settings["legs"]) == (0, "")
    state = settle(update(state, m.TrainPressed()), trainer)
    assert state.said.report["right_count"] == 25
