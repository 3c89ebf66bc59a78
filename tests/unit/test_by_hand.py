"""Weights and bias set by hand: a new start, at once, and the page's challenge."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perceptron.datasets import ARTICLE
from perceptron.experiment import Run
from perceptron.judging import judge
from perceptron.neuron import Perceptron
from perceptron.scoring import score
from perceptron.settings import Settings
from perceptron.settings_table import DEFAULTS
from tests.examples import examples
from tests.unit.playing import Trainer, busy, place, ready, says, settle
from web.page import messages as m
from web.page.attempts import MOST_ATTEMPTS, own_attempts, points, set_in_words
from web.page.request import next_request
from web.page.state import State
from web.page.topics import NOTHING
from web.page.update import update
from web.page.update.form import NUMBER_FIELDS
from web.page.update.hand import FINE_REACH
from web.page.views.hand import BORROWED

pytestmark = pytest.mark.slow  # left to “make unit” and “make test”

PARAMETERS = ("weight-1", "weight-2", "bias")


def set_by_hand(*texts: str) -> tuple[State, Trainer]:
    state, trainer = ready()
    for name, text in zip(PARAMETERS, texts, strict=False):
        state = settle(update(state, m.ParameterTyped(name, text)), trainer)
    return state, trainer


def test_weights_1_1_and_bias_0_are_what_the_neuron_has_and_the_table_follows() -> None:
    state, trainer = set_by_hand("1", "1", "0")
    assert state.form.settings["start"] == "1.0,1.0,0"
    assert (trainer.run.neuron.weights, trainer.run.neuron.bias) == ([1.0, 1.0], 0.0)
    assert place(state) == (0, 0, "untrained")
    assert [row["before"] for row in state.said.start["table"]] == state.said.report["printed"]
    page = says(state)
    assert [page[name, "value"] for name in PARAMETERS] == ["1.0000", "1.0000", "0.0000"]
    assert state.hand.best_by_hand >= state.said.report["right_count"]
    assert (
        page["hand-text", "text"] == f"Set by hand: {state.said.report['score']}, 9 too high ▲, 11 too low ▼. "
        f"The most there is: 21. Your best by hand is {state.hand.best_by_hand} of 25."
    )


def test_the_other_numbers_stay_to_the_last_digit() -> None:
    state, trainer = set_by_hand("-2,5")
    weights, bias = Run(Settings()).start
    assert state.form.settings["start"] == f"-2.5,{weights[1]!r},{bias!r}"
    assert trainer.run.start == ((-2.5, weights[1]), bias)


def test_numbers_set_while_python_is_busy_are_all_kept() -> None:
    state, trainer = ready()
    state = busy(
        state,
        trainer,
        m.ParameterTyped("weight-1", "3"),
        m.ParameterTyped("weight-2", "4"),
        m.ParameterTyped("bias", "-5"),
    )
    assert [says(state)[name, "value"] for name in PARAMETERS] == ["3", "4", "-5"]
    state = settle(state, trainer)
    assert trainer.run.start == ((3.0, 4.0), -5.0)


@pytest.mark.parametrize("text", ["", "abc", "1001", "-1000.5", "nan", "1e999", "<b>"])
@pytest.mark.parametrize("name", PARAMETERS)
def test_a_number_that_cannot_be_used_is_named_and_changes_nothing(name: str, text: str) -> None:
    state, trainer = ready()
    after = update(state, m.ParameterTyped(name, text))
    complaint = after.form.complaints[name]
    assert complaint.startswith(f"{NUMBER_FIELDS[name].label} must be a number from −1,000 to 1,000; ")
    assert (after.form.settings, next_request(after)) == (state.form.settings, NOTHING)
    assert says(after)[name, "aria-invalid"] == "true"
    assert not settle(update(after, m.ParameterTyped(name, "1")), trainer).form.complaints


@examples(40)
@given(st.lists(st.floats(-1000, 1000), min_size=3, max_size=3))
def test_any_allowed_numbers_are_taken_as_they_are(numbers: list[float]) -> None:
    _, trainer = set_by_hand(*map(repr, numbers))
    assert [*trainer.run.start[0], trainer.run.start[1]] == numbers


def test_numbers_that_training_took_beyond_what_may_be_set_are_set_to_the_nearest() -> None:
    state, trainer = set_by_hand("1000", "-1000", "0")
    state = settle(update(state, m.SettingTyped("learning_rate", "100")), trainer)
    state = settle(update(state, m.StepPressed()), trainer)
    assert state.said.report["weights"][0] > 1000
    learned = state.said.report["weights_in_full"][0]
    state = settle(update(state, m.ParameterTyped("bias", "1")), trainer)
    assert trainer.run.start == ((1000.0, -993.75), 1.0)
    said = f"By hand you can set weight 1 from −1,000 to 1,000. It was {learned} and is 1000 now."
    assert says(state)["notices", "text"] == said
    assert settle(update(state, m.ParameterTyped("bias", "2")), trainer).form.notices == ()


def test_a_score_counts_only_where_no_number_was_learned_or_came_with_the_address() -> None:
    state, trainer = ready(m.AddressRead({**DEFAULTS, "start": "5,5,-2.5"}, ()))
    assert (state.hand.best_by_hand, BORROWED in str(says(state)["hand-text", "text"])) == (-1, True)
    for name in ("weight-1", "weight-2"):
        state = settle(update(state, m.ParameterTyped(name, "1")), trainer)
        assert state.hand.best_by_hand == -1
    state = settle(update(state, m.ParameterTyped("bias", "0")), trainer)
    assert state.hand.best_by_hand == state.said.report["right_count"] > 0
    assert BORROWED not in str(says(state)["hand-text", "text"])
    state = settle(update(state, m.AddressRead(dict(state.form.settings), ())), trainer)
    assert state.hand.borrowed == ()
    state = settle(update(state, m.StepPressed()), trainer)
    assert str(says(state)["hand-text", "text"]).startswith("Trained from your weights.")
    assert settle(update(state, m.ParameterTyped("weight-1", "3")), trainer).hand.borrowed == ("weight-2", "bias")


def test_what_waits_for_the_start_is_no_fault() -> None:
    page = says(update(State(), m.ParameterTyped("weight-1", "2")))
    assert (page["weight-1-complaint", "class"], page["weight-1", "aria-invalid"]) == ("note", None)
    failed = update(State(), m.TrainerFailed("worker", ""))
    assert "Train will run" in str(says(update(failed, m.TrainPressed()))["train-note", "text"])


def test_nothing_is_said_of_what_is_being_typed_anew() -> None:
    state = update(update(State(), m.ParameterTyped("weight-1", "x")), m.SettingTyped("seed", "y"))
    state = update(state, m.TypingBegun("weight-1"))
    assert (list(state.form.complaints), list(state.form.refused)) == (["seed"], ["seed"])


def test_weights_typed_before_python_has_drawn_a_start_are_set_when_it_has_and_the_page_says_so() -> None:
    state = update(State(), m.ParameterTyped("weight-1", "1,5"))
    assert says(state)["weight-1-complaint", "text"] == "Weight 1 changes to this when Python is ready."
    assert says(state)["weight-1", "value"] == "1,5"
    for message in (m.ParameterTyped("bias", "-2"), m.ParameterTyped("weight-2", "x"), m.TrainerReady()):
        state = update(state, message)
    assert says(state)["weight-2-complaint", "text"] == (
        "Weight 2 must be a number from −1,000 to 1,000; “x” is not. It stays as it was."
    )
    trainer = Trainer()
    state = settle(state, trainer)
    assert state.by_hand == ("1.5", repr(Run(Settings()).start[0][1]), "-2")
    assert (list(state.form.complaints), state.form.refused) == (["weight-2"], {"weight-2": "x"})


def test_a_train_that_was_kept_comes_after_weights_that_were_kept() -> None:
    state, _ = ready(m.SettingTyped("epochs", "5"), m.ParameterTyped("weight-1", "1.5"), m.TrainPressed())
    assert (state.by_hand[0], place(state)) == ("1.5", (5, 0, "trained"))


def test_weights_typed_while_no_start_is_known_are_void_with_another_seed() -> None:
    state = update(update(State(), m.ParameterTyped("weight-1", "1")), m.SettingTyped("seed", "7"))
    state = settle(update(state, m.TrainerReady()), Trainer())
    assert (state.form.complaints, state.form.settings["start"]) == ({}, "")


def test_a_weight_that_was_typed_over_and_back_is_no_new_start() -> None:
    state, trainer = ready()
    state = settle(update(state, m.StepPressed()), trainer)
    shown = str(says(state)["bias", "value"])
    after = settle(update(update(state, m.ParameterTyped("bias", "x")), m.ParameterTyped("bias", shown)), trainer)
    assert (after.form.settings, after.form.complaints, place(after)) == (state.form.settings, {}, place(state))


def test_the_same_seed_typed_again_keeps_what_was_set_by_hand_and_what_was_learned() -> None:
    state, trainer = set_by_hand("5")
    state = settle(update(update(state, m.SettingTyped("epochs", "3")), m.TrainPressed()), trainer)
    after = settle(update(state, m.SettingTyped("seed", " 109 ")), trainer)
    assert (after.by_hand, after.epoch, after.run) == (state.by_hand, 3, "trained")


def test_the_seeds_own_start_comes_back() -> None:
    state, trainer = set_by_hand("5")
    state = settle(update(state, m.SeedStartPressed()), trainer)
    assert (state.form.settings["start"], state.by_hand) == ("", ())
    assert trainer.run.start[0][0] == 0.27958303860586786
    assert says(state)["seed-start", "hidden"] is True


@pytest.mark.parametrize("message", [m.SettingTyped("seed", "7"), m.NewStartPressed(7)])
def test_another_seed_takes_the_place_of_what_was_set_by_hand(message: object) -> None:
    state, trainer = set_by_hand("5")
    state = settle(update(state, message), trainer)
    assert (state.form.settings["seed"], state.form.settings["start"]) == ("7", "")
    assert trainer.run.settings.start is None


def test_the_best_score_by_hand_is_kept_and_training_does_not_count() -> None:
    state, trainer = set_by_hand("4.97", "5.18", "-2.56")
    assert state.hand.best_by_hand == 21
    state = settle(update(state, m.ParameterTyped("bias", "-9")), trainer)
    assert (state.hand.best_by_hand, state.said.report["right_count"] < 21) == (21, True)
    assert says(state)["hand-learn", "hidden"] is False
    state = settle(update(update(state, m.SettingTyped("epochs", "10000")), m.TrainPressed()), trainer)
    assert state.hand.best_by_hand == 21
    page = says(state)
    told = "The most that training got so far: 21; the most there is: 21. Your best by hand is 21 of 25."
    assert page["hand-text", "text"] == f"Trained from your weights. {told}"
    assert (page["hand-learn", "hidden"], page["seed-start", "hidden"]) == (True, False)


def test_a_trained_neuron_of_a_seed_is_no_score_by_hand() -> None:
    state, trainer = ready(m.SettingTyped("epochs", "1200"))
    state = settle(update(state, m.TrainPressed()), trainer)
    assert (state.said.report["right_count"], state.hand.best_by_hand) == (21, -1)
    assert str(says(state)["hand-text", "text"]).startswith("Can you do it by hand?")


def test_a_start_in_the_address_is_not_shown_with_another_starts_numbers() -> None:
    state, trainer = ready()
    state = update(state, m.AddressRead({**state.form.settings, "start": "1,1,0"}, ()))
    assert (state.said.report, state.said.start, state.said.panel) == ({}, {}, {})
    assert says(state)["weight-1", "value"] == "1"
    assert settle(state, trainer).said.report["weights_in_full"] == ["1.0", "1.0"]


def test_the_same_address_again_changes_nothing() -> None:
    state, _ = set_by_hand("1", "1", "0")
    after = update(state, m.AddressRead(dict(state.form.settings), ()))
    assert (after.said.report, after.trainer.opened, next_request(after)) == (
        state.said.report,
        state.trainer.opened,
        NOTHING,
    )


WINNING = ("4.97", "5.18", "-2.56")


def slide(state: State, trainer: Trainer, name: str, *texts: str) -> State:
    """The slider is moved over these places, and let go at the last."""
    for text in texts:
        state = settle(update(state, m.ParameterMoved(name, text)), trainer)
    return settle(update(state, m.ParameterLetGo()), trainer)


def test_only_what_is_let_go_is_an_attempt() -> None:
    state, trainer = ready()
    state = settle(update(state, m.ParameterMoved("weight-1", "4")), trainer)
    assert (own_attempts(state), state.hand.best_by_hand, says(state)["attempts", "hidden"]) == ((), -1, True)
    state = slide(state, trainer, "weight-1", "4.5", "5")
    assert own_attempts(state) == (state.said.report["right_count"],)
    assert says(state)["attempts-text", "text"] == f"Your attempt: {state.said.report['right_count']} of 25 right."
    assert state.visit.spoken == f"{set_in_words(state)}."


def test_what_is_let_go_before_python_has_scored_it_counts_when_it_has() -> None:
    state, trainer = ready()
    state = busy(state, trainer, m.ParameterMoved("weight-1", "4"), m.ParameterLetGo())
    assert own_attempts(state) == ()
    assert len(own_attempts(settle(state, trainer))) == 1
    state, trainer = ready()
    those = m.ParameterMoved("weight-1", "4"), m.ParameterLetGo(), m.ParameterMoved("weight-1", "5")
    moved_on = busy(state, trainer, *those)
    assert own_attempts(settle(moved_on, trainer)) == ()


def test_the_curve_has_a_point_for_each_attempt_and_a_line_at_the_most_there_is() -> None:
    state, trainer = set_by_hand(*WINNING)
    state = slide(state, trainer, "bias", "-9")
    picture, scores = str(says(state)["attempts-drawing", "html"]), own_attempts(state)
    assert len(scores) == picture.count("<circle") == 4
    assert (picture.count('class="best"'), picture.count('class="goal"')) == (1, 1)
    assert says(state)["attempts-text", "text"] == f"Your attempts: {', '.join(map(str, scores))} of 25 right."
    places = points(scores, 25)
    assert [x for x, _ in places] == sorted(x for x, _ in places)
    assert sorted(scores) == [right for _, right in sorted(zip([-y for _, y in places], scores, strict=True))]


def test_many_attempts_are_drawn_as_far_as_there_is_room_and_the_last_are_told() -> None:
    state, trainer = ready()
    for number in range(MOST_ATTEMPTS + 5):
        state = settle(update(state, m.ParameterTyped("bias", f"{number / 10}")), trainer)
    page = says(state)
    assert len(own_attempts(state)) == str(page["attempts-drawing", "html"]).count("<circle") == MOST_ATTEMPTS
    assert str(page["attempts-text", "text"]).startswith("Your last 12 attempts: ")


def test_the_best_attempt_comes_back_and_is_no_other_attempt() -> None:
    state, trainer = set_by_hand(*WINNING)
    assert says(state)["hand-best", "hidden"] is True
    state = settle(update(state, m.ParameterTyped("bias", "-9")), trainer)
    page = says(state)
    assert (page["hand-best", "hidden"], page["hand-best", "text"]) == (False, "Back to my best: 21 of 25")
    back = settle(update(state, m.BestStartPressed()), trainer)
    assert back.by_hand == tuple(f"{float(text)}" for text in WINNING)
    assert (back.said.report["right_count"], own_attempts(back)) == (21, own_attempts(state))
    assert update(back, m.BestStartPressed()) is back


def test_from_training_the_best_attempt_comes_back_too() -> None:
    state, trainer = set_by_hand(*WINNING)
    state = settle(update(update(state, m.SettingTyped("epochs", "5")), m.TrainPressed()), trainer)
    assert says(state)["hand-best", "hidden"] is False
    back = settle(update(state, m.BestStartPressed()), trainer)
    assert (place(back), back.said.report["right_count"]) == ((0, 0, "untrained"), 21)


def test_attempts_stay_with_their_settings_and_go_with_their_data() -> None:
    state, trainer = set_by_hand(*WINNING)
    scores = own_attempts(state)
    state = settle(update(state, m.TabChosen("map")), trainer)
    other = settle(update(state, m.ChoiceMade("activation", "tanh")), trainer)
    page = says(other)
    assert (page["attempts", "hidden"], "best by hand" in str(page["hand-text", "text"])) == (True, False)
    assert own_attempts(settle(update(other, m.ChoiceMade("activation", "sigmoid")), trainer)) == scores
    left = settle(update(state, m.ChoiceMade("data", "and")), trainer)
    again = settle(update(left, m.ChoiceMade("data", "sums")), trainer)
    assert (own_attempts(again), again.hand.best_by_hand) == ((), -1)


def test_a_better_score_of_another_tab_has_no_weights_here() -> None:
    state, _ = set_by_hand("1", "1", "0")
    other = update(state, m.MemoryShared({"best_by_hand": 20}))
    assert (other.hand.best_by_hand, other.hand.best_start) == (20, "")
    assert says(other)["hand-best", "hidden"] is True


def test_wrong_rows_say_to_which_side_they_are_off_while_the_neuron_is_set_by_hand() -> None:
    state, trainer = set_by_hand("1", "1", "0")
    report, page = state.said.report, says(state)
    verdicts = [str(page[f"verdict-{number}", "text"]) for number in range(25)]
    for verdict, answer, row in zip(verdicts, report["printed"], state.said.start["table"], strict=True):
        expected = "▲ too high" if float(answer) > float(row["target"]) else "▼ too low"
        assert verdict == ("✓ right" if float(answer) == float(row["target"]) else expected)
    assert (verdicts.count("▲ too high"), verdicts.count("▼ too low")) == (report["too_high"], report["too_low"])
    state = settle(update(state, m.StepPressed()), trainer)
    assert {str(says(state)[f"verdict-{number}", "text"]) for number in range(25)} == {"✓ right", "✗ wrong"}


def test_the_target_in_sight_is_what_training_got_and_the_most_there_is() -> None:
    state, trainer = ready(m.SettingTyped("epochs", "10000"))
    assert str(says(state)["hand-text", "text"]).endswith("as you can. The most there is: 21.")
    state = settle(update(state, m.TrainPressed()), trainer)
    state = settle(update(update(state, m.ResetPressed()), m.ParameterTyped("bias", "0")), trainer)
    assert "The most that training got so far: 21; the most there is: 21." in str(says(state)["hand-text", "text"])
    state = settle(update(state, m.ChoiceMade("activation", "linear")), trainer)
    assert "by training" not in str(says(state)["hand-text", "text"])


def test_a_fine_slider_reaches_a_little_to_both_sides_and_follows_when_it_is_let_go() -> None:
    state, trainer = ready()
    ends = [says(state)["weight-1-slider", end] for end in ("min", "max")]
    assert ends == ["-10", "10"]
    state = update(state, m.FineSwitched(True))
    shown = float(str(says(state)["weight-1", "value"]))
    ends = [float(str(says(state)["weight-1-slider", end])) for end in ("min", "max")]
    assert ends == [round(shown - FINE_REACH, 2), round(shown + FINE_REACH, 2)]
    state = settle(update(state, m.ParameterMoved("weight-1", str(ends[1]))), trainer)
    assert float(str(says(state)["weight-1-slider", "max"])) == ends[1]  # it stays under the hand
    state = settle(update(state, m.ParameterLetGo()), trainer)
    assert float(str(says(state)["weight-1-slider", "max"])) == pytest.approx(ends[1] + FINE_REACH)
    state = settle(update(state, m.ParameterTyped("weight-1", "500")), trainer)
    assert [says(state)["weight-1-slider", end] for end in ("min", "max")] == ["499.00", "501.00"]


def test_a_fine_slider_is_fine_enough_to_win_with() -> None:
    """The best weights may be off by so little that a coarse slider jumps over them; a finger moves some 5 pixels."""
    track, finger = 130, 5
    step = 2 * FINE_REACH / track * finger
    weights = [float(text) for text in WINNING]
    for position in range(3):
        window = [
            offset / 1000
            for offset in range(-500, 500)
            if right_with([*weights[:position], weights[position] + offset / 1000, *weights[position + 1 :]]) == 21
        ]
        assert window[-1] - window[0] > step


def right_with(numbers: list[float]) -> int:
    return score(judge(Perceptron(tuple(numbers[:2]), numbers[2]), ARTICLE)).right


@pytest.mark.parametrize("is_trained_before", [False, True])
def test_who_gets_the_most_there_is_by_hand_is_told_so(is_trained_before: bool) -> None:
    state, trainer = ready(m.SettingTyped("epochs", "2000"))
    if is_trained_before:
        state = settle(update(state, m.TrainPressed()), trainer)
        state = settle(update(state, m.ResetPressed()), trainer)
    for name, text in zip(PARAMETERS, ("5", "5.2", "-2.56"), strict=True):
        assert says(state)["hand-reached", "text"] == ""
        state = settle(update(state, m.ParameterTyped(name, text)), trainer)
    assert state.said.report["right_count"] == 21
    assert says(state)["hand-reached", "text"] == "You did it: 21 of 25 right, the most there is."
    assert state.visit.spoken.endswith("You did it: 21 of 25 right, the most there is.")
    state = settle(update(state, m.ParameterTyped("bias", "0")), trainer)
    assert says(state)["hand-reached", "text"] == ""


def test_as_many_as_training_got_is_told_where_the_most_is_not_reached() -> None:
    state, trainer = ready(m.SettingTyped("epochs", "100"))
    state = settle(update(state, m.TrainPressed()), trainer)
    assert state.said.report["right_count"] == 3
    state = settle(update(state, m.ResetPressed()), trainer)
    for name, text in zip(PARAMETERS, ("1", "1", "0"), strict=True):
        state = settle(update(state, m.ParameterTyped(name, text)), trainer)
    right = state.said.report["right_count"]
    assert 3 <= right < 21
    told = f"You did it: {right} of 25 right, as many as the neuron got by training."
    if right > 3:
        told = f"You did it: {right} of 25 right, more than the neuron got by training."
    assert says(state)["hand-reached", "text"] == told


def test_numbers_that_training_found_are_no_deed_of_ones_own() -> None:
    state, trainer = ready(m.SettingTyped("epochs", "2000"))
    state = settle(update(state, m.TrainPressed()), trainer)
    state = settle(update(state, m.ParameterTyped("weight-1", state.said.report["weights_in_short"][0] + "1")), trainer)
    assert state.said.report["right_count"] == 21
    assert says(state)["hand-reached", "text"] == ""


def test_what_is_set_by_hand_is_not_compared_with_the_article() -> None:
    state, trainer = ready()
    assert says(state)["comparison", "hidden"] is False
    state = settle(update(state, m.ParameterTyped("weight-1", "5")), trainer)
    said = says(state)
    assert (said["comparison", "hidden"], said["comparison", "text"]) == (True, "")
    assert said["differences-more", "hidden"] is True


def test_a_number_that_its_slider_cannot_show_is_said_to_be_beyond() -> None:
    page = says(set_by_hand("10", "-12.5", "99")[0])
    assert page["weight-1-full", "text"] == "10.0"
    assert page["weight-2-full", "text"] == "−12.5: beyond the slider, which ends at −10"
    assert page["bias-full", "text"] == "99.0: beyond the slider, which ends at 10"


def test_what_training_got_on_its_way_counts_as_in_the_list_of_what_happened_when() -> None:
    state, trainer = ready(m.SettingTyped("epochs", "300"), m.ChoiceMade("activation", "tanh"))
    state = settle(update(state, m.TrainPressed()), trainer)
    best = max(mark["right"] for mark in state.said.milestones)
    assert best > state.said.report["right_count"]
    assert f"The most that training got so far: {best}; " in str(says(state)["hand-text", "text"])
