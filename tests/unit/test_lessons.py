"""The course: every lesson begins undone, is done by its deed and says what happened, and costs no run."""

import functools
import re
from pathlib import Path
from typing import Any

import pytest

from perceptron.aspects import STAGES
from perceptron.datasets import ARTICLE
from tests.unit import playing
from tests.unit.playing import Recalling, Trainer, parts, says, settle
from tests.unit.programs import MOMENTUM
from web.build.site import drawn, first_state
from web.page import messages as m
from web.page.address import address_of, read_address, read_lesson
from web.page.lessons import LESSONS, PARTS, part_of
from web.page.state import State
from web.page.topics import parts_of
from web.page.update import update
from web.page.views.course import next_page, to_be_seen, way_in

pytestmark = pytest.mark.slow  # left to “make unit” and “make test”

PAGE = (Path(__file__).parents[2] / "index.html").read_text("utf-8")

# What a person does in each lesson, all but the last of which is not enough; and what the lesson then says.
DONE_BY: dict[str, tuple[tuple[object, ...], str]] = {
    "A neuron": (
        (m.QuestionTyped(0, "0.3"), m.QuestionTyped(0, "0,8")),
        "The neuron answers 0.7, but the true sum is 0.9. For the test rows, it answers from 0.6 to 0.7: it has not "
        "learned yet.",
    ),
    "Weights": (
        (
            m.ParameterTyped("weight-2", "-3"),
            m.ParameterTyped("weight-2", "0.4593"),
            m.ParameterTyped("weight-1", "-1"),
            m.ParameterTyped("weight-1", "-2"),
        ),
        "With weight 1 at −2, its tube is dashed. It turns the input 0.2 into −0.4000, which makes the sum smaller. "
        "Now the sum is 0.1932, and the prediction 0.5481.",
    ),
    "Bias": (
        (m.ParameterTyped("bias", "1.9"), m.ParameterTyped("bias", "2")),
        "The bias of 2 is part of every sum. Here the sum is 2.1018, and the prediction 0.8911. The answers to all "
        "test rows are 0.9 now. Before, they were from 0.6 to 0.7.",
    ),
    "Activation": (
        (m.RowChosen(3), m.RowChosen(1)),
        "For 0.5 + 0.5 the weighted sum is 2.5229. The sigmoid squashes it to 0.9257.",
    ),
    "Prediction": (
        (m.QuestionTyped(0, "0.6"), m.QuestionTyped(1, "0,2")),
        "The neuron answers 0.8, and the true sum is 0.8. It never trained on 0.6 + 0.2.",
    ),
    "Error and backpropagation": (
        tuple(m.StageChosen(stage) for stage in range(1, 8)),
        "One row changes weight 1 only a little: from 0.279583… to 0.282497…",
    ),
    "One row after another": (
        (m.StepPressed(), m.StepPressed(), m.StepPressed()),
        "After 3 rows, weight 1 is 0.2841, weight 2 is 0.4712 and the bias is 0.5637. Each row changed the "
        "bias, and every weight whose input was not 0.",
    ),
    "Epochs": (
        (m.StepPressed(), m.TrainPressed()),
        "After 100 epochs, 3 of 25 right. The mean squared error went from 0.046384 to 0.026033.",
    ),
    "Learning rate": (
        (m.SettingTyped("learning_rate", "1"), m.TrainPressed()),
        "With the learning rate 1, 100 epochs give 18 of 25 right. With 0.1, 100 epochs gave 3. If you like, press "
        "Reset and try the learning rate 100: such steps jump past the goal.",
    ),
    "Before and after": (
        (m.StepPressed(), m.TrainPressed()),
        "Before training: 2 of 25 right. After 10,000 epochs: 21 of 25 right.",
    ),
    "Training rows and test rows": (
        (m.RowChosen(2), m.RowChosen(17)),
        "0.7 + 0.0 is no training row. The answer 0.7 is right. Such a row shows what the neuron really learned, "
        "because it cannot know it by heart.",
    ),
    "Why not 25?": (
        (m.RowChosen(3), m.RowChosen(0)),
        "The answer to 0.9 + 0.1 is 0.9. All 4 wrong rows have a true sum of 1.0. To round to 1.0, the "
        "weighted sum must be about 2.94 or more. Weights that do so break other rows: no weights and bias get "
        "more than 21 right.",
    ),
    "When did it learn?": (
        (m.MomentChosen(2500, 0), m.MomentChosen(500, 0), m.MomentChosen(1500, 0)),
        "At epoch 1,500: 21 of 25 right. No later epoch makes another row right. The error still gets smaller.",
    ),
    "How near is right?": (
        (m.ToleranceChosen(80), m.ToleranceChosen(85)),
        "Within 0.085 of its target, every row counts as right: 25 of 25. The largest error is 0.0803.",
    ),
    "Outside of the training rows": (
        (m.QuestionTyped(0, "0.9"), m.QuestionTyped(1, "0.9")),
        "The neuron answers 1.0, but the true sum is 1.8. A sigmoid never gives more than 1, and no sum in training "
        "was above 1.0.",
    ),
    "Another activation": (
        (m.ChoiceMade("activation", "linear"), m.TrainPressed()),
        "Without the sigmoid: 25 of 25 right. Now weight 1 is 1.0000, weight 2 is 1.0000 and the bias is 0.0000. "
        "Weights of 1 and a bias of 0 add two numbers exactly.",
    ),
    "Other data, also yours": (
        (m.ChoiceMade("data", "and"), m.TrainPressed()),
        "After 10,000 epochs with the data “AND”: 4 of 4 right. The neuron learns in the same way. "
        "Only its rows are different.",
    ),
    "Layers": (
        (m.StepPressed(), m.TrainPressed()),
        "After 10,000 epochs: 1 of 4 right. No weights and bias get all rows of XOR right. That takes a hidden layer.",
    ),
}
NUMBERS = {lesson.title: number for number, lesson in enumerate(LESSONS)}


ready = functools.partial(playing.ready, kind=Recalling)


def played(state: State, trainer: Trainer, *those: object) -> State:
    """As on a screen so large that all of the page is in sight."""
    for message in those:
        state = settle(update(state, message), trainer)
        if to_be_seen(state):
            state = update(state, m.SightChanged(to_be_seen(state)))
    return state


@functools.cache  # a State never changes, and a trainer remembers nobody
def trained(*before: object) -> tuple[State, Trainer]:
    state, trainer = ready(*before)
    return played(state, trainer, m.TrainPressed()), trainer


def test_there_is_a_way_to_do_every_lesson() -> None:
    assert list(DONE_BY) == [lesson.title for lesson in LESSONS]


def test_the_course_can_be_done_from_start_to_end() -> None:
    state, trainer = ready(m.CourseSwitched())
    assert state.course.course_page == "list"
    state = played(state, trainer, m.LessonChosen(0))
    for number, lesson in enumerate(LESSONS):
        assert (state.course.lesson, state.course.told) == (number, "")
        assert state.course.lessons_done == tuple(range(number))
        (*before, last), told = DONE_BY[lesson.title]
        state = played(state, trainer, *before)
        assert number not in state.course.lessons_done, lesson.title
        state = played(state, trainer, last)
        assert state.course.told == told
        assert state.course.lessons_done == tuple(range(number + 1)), lesson.title
        state = played(state, trainer, next_page(number))
    assert state.course.course_page == "end"


@pytest.mark.parametrize("title", DONE_BY)
def test_a_lesson_sets_up_what_it_needs_and_can_be_done_again(title: str) -> None:
    state, trainer = trained(m.SettingTyped("epochs", "50"), m.SettingTyped("seed", "7"))
    deed, told = DONE_BY[title]
    for _ in range(2):
        state = played(state, trainer, m.LessonChosen(NUMBERS[title]))
        assert state.course.told == ""
        state = played(state, trainer, *deed)
        assert (state.course.told, state.course.lessons_done) == (told, (NUMBERS[title],))


@pytest.mark.slow
@pytest.mark.parametrize(
    "before",
    [
        (m.StepPressed(),),
        (m.TabChosen("yardsticks"), m.ToleranceChosen(200)),
        (
            m.SettingTyped("epochs", "100"),
            m.ParameterTyped("weight-1", "-3"),
            m.ParameterTyped("bias", "5"),
            m.TrainPressed(),
        ),
        (m.QuestionTyped(0, "0.8"), m.QuestionTyped(1, "0.1"), m.StageChosen(7), m.PartPointed("output")),
        (m.SettingTyped("learning_rate", "100"), m.SettingTyped("epochs", "1100"), m.TrainPressed(), m.RowChosen(9)),
        (m.SettingTyped("epochs", "1200"), m.TrainPressed(), m.MomentChosen(1199, 0)),
        (m.ChoiceMade("data", "and"), m.ChoiceMade("activation", "linear"), m.TrainPressed()),
    ],
    ids=["a step on", "forgiving", "by hand", "asked", "too fast", "looking back", "other data"],
)
def test_wherever_a_person_comes_from_a_lesson_begins_undone(before: tuple[object, ...]) -> None:
    state, trainer = trained(m.SettingTyped("epochs", "1150"))
    for number, lesson in enumerate(LESSONS):
        state = played(state, trainer, *before, m.LessonChosen(number))
        assert state.course.told == "", lesson.title
        assert (state.epoch, state.row) == (lesson.scene.epoch, 0)
        assert state.form.settings == lesson.scene.settings


def what_is_there(state: State) -> dict[str, Any]:
    """All that a person would miss."""
    found = parts(state)
    names = ["settings", "question", "borrowed", "run_before", "quiz", "best_by_hand", *parts_of(state.look)]
    return {name: found[name] for name in names} | {"weights": state.said.report["weights_in_full"], "at": state.here}


BEFORE_THE_COURSE: dict[str, tuple[object, ...]] = {
    "nothing": (),
    "a run and a look back": (m.TrainPressed(), m.MomentChosen(30, 2), m.TabChosen("map"), m.CursorMoved(3, 4)),
    "a step and a question": (m.StepPressed(), m.QuestionTyped(0, "0.77"), m.RowChosen(11), m.TabChosen("update")),
    "by hand": (m.ParameterTyped("weight-1", "-3"), m.ParameterTyped("bias", "5"), m.TrainPressed()),
    "two learning rates": (m.TrainPressed(), m.SettingTyped("learning_rate", "3"), m.TrainPressed()),
    "other data": (m.ChoiceMade("data", "and"), m.ChoiceMade("activation", "tanh"), m.TrainPressed(), m.RowChosen(2)),
    "a run before": (m.TrainPressed(), m.ChoiceMade("activation", "linear"), m.StepPressed()),
}


@pytest.mark.slow
@pytest.mark.parametrize("before", BEFORE_THE_COURSE.values(), ids=BEFORE_THE_COURSE)
@pytest.mark.parametrize("number", [0, 3, 8, 15, 16, 17])
def test_what_was_there_comes_back_when_the_course_is_left(before: tuple[object, ...], number: int) -> None:
    state, trainer = ready(m.SettingTyped("epochs", "50"))
    there = played(state, trainer, *before)
    state = played(there, trainer, m.LessonChosen(5), m.LessonChosen(number), *DONE_BY[LESSONS[number].title][0])
    assert state.course.told
    left = played(state, trainer, m.CourseSwitched())
    assert what_is_there(left) == what_is_there(there)
    assert says(left)["progress-text", "text"] == says(there)["progress-text", "text"]
    assert not left.course.left


def test_to_look_at_the_list_of_lessons_changes_no_run() -> None:
    there, trainer = trained(m.SettingTyped("epochs", "50"))
    state = played(there, trainer, m.CourseSwitched())
    assert what_is_there(state) == what_is_there(there)
    assert what_is_there(played(state, trainer, m.CourseSwitched())) == what_is_there(there)


def test_it_is_said_that_the_run_comes_back_also_before_a_lesson_takes_its_place() -> None:
    there, trainer = trained(m.SettingTyped("epochs", "50"))
    assert says(there)["course-left", "hidden"]
    state = played(there, trainer, m.CourseSwitched())
    for shown in (state, played(state, trainer, m.LessonChosen(1))):
        said = says(shown)
        assert (said["course-left", "text"], said["course-left", "hidden"]) == (
            "Leaving brings your run back (epoch 50).",
            False,
        )
    assert says(update(first_state(), m.CourseSwitched()))["course-left", "hidden"]


def test_a_run_that_is_under_way_comes_back_paused() -> None:
    state, trainer = ready(m.SettingTyped("epochs", "5000"))
    state = settle(update(state, m.TrainPressed()), trainer, most=3)
    there = state.here
    assert 0 < there[0] < 5000
    state = played(state, trainer, m.LessonChosen(4), m.CourseSwitched())
    assert (state.here, state.run) == (there, "paused")


def test_a_lesson_is_done_only_when_its_result_is_shown() -> None:
    state, trainer = ready(m.LessonChosen(NUMBERS["Before and after"]))
    state = settle(update(state, m.TrainPressed()), trainer, most=10)
    state = update(state, m.SightChanged(to_be_seen(state)))
    assert not state.course.told
    assert settle(state, trainer).course.told


def test_a_lesson_is_done_only_when_the_screen_shows_what_it_speaks_of() -> None:
    state, trainer = ready(m.LessonChosen(0))
    for message in DONE_BY["A neuron"][0]:
        state = settle(update(state, message), trainer)
    assert (state.course.told, to_be_seen(state)) == ("", ("prediction",))
    said = says(state)
    assert said["lesson-look", "text"] == "Done. Now look at the answer, under “Ask it”."
    assert (said["lesson-place", "href"], said["lesson-place", "text"]) == ("#prediction", "Show me")
    assert (said["lesson-place", "class"], said["lesson-on", "class"]) == ("stands-out", None)
    state = update(state, m.SightChanged(("prediction",)))
    assert (state.course.told, to_be_seen(state)) == (DONE_BY["A neuron"][1], ())
    said = says(state)
    assert (said["lesson-look", "text"], said["lesson-place", "text"]) == ("", "Show me where")
    assert (said["lesson-place", "class"], said["lesson-on", "class"]) == (None, "primary")
    assert update(state, m.SightChanged(())).course.told  # it was seen


def test_another_deed_while_the_first_one_is_unseen_takes_its_place() -> None:
    state, trainer = ready(m.LessonChosen(NUMBERS["Weights"]))
    state = settle(update(state, m.ParameterTyped("weight-1", "-2")), trainer)
    assert state.course.only_to_see
    state = settle(update(state, m.ParameterTyped("weight-1", "1")), trainer)
    assert not state.course.only_to_see
    assert says(state)["lesson-look", "text"] == ""


def test_the_row_of_the_lesson_on_activation_must_be_shown_as_a_point() -> None:
    state, trainer = ready(m.LessonChosen(NUMBERS["Activation"]))
    state = played(state, trainer, m.TabChosen("map"), m.RowPressed(1))
    assert (state.course.told, state.look.tab) == ("", "why")
    assert played(state, trainer, m.TabChosen("activation")).course.told


@pytest.mark.parametrize(
    ("first", "told"),
    [("0", "turns the input 0.0 into 0.0000, which adds nothing to the sum."), ("-1", "which makes the sum larger.")],
)
def test_what_a_negative_weight_does_to_the_sum_depends_on_the_input(first: str, told: str) -> None:
    state, trainer = ready(m.LessonChosen(NUMBERS["Weights"]))
    state = played(state, trainer, m.QuestionTyped(0, first), m.ParameterTyped("weight-1", "-2"))
    assert told in state.course.told


def test_the_lesson_on_one_update_ends_only_when_all_stages_were_seen() -> None:
    number, last = NUMBERS["Error and backpropagation"], len(STAGES) - 1
    state, trainer = ready(m.LinesSwitched(True), m.LessonChosen(number))
    assert not state.look.by_line
    state = played(state, trainer, m.StageChosen(2), m.StageChosen(last))
    assert (state.look.stage, state.course.told) == (last, "")
    assert says(state)["lesson-look", "text"] == (
        "You left out Products, Sigmoid, Error, Slope and Changes. Look at them, too."
    )
    state = played(state, trainer, *map(m.StageChosen, (1, 3, 4, 5)), m.StageChosen(last))
    assert says(state)["lesson-look", "text"] == "You left out Changes. Look at it, too."
    state = played(state, trainer, m.StageChosen(6))
    assert (state.course.told, says(state)["lesson-look", "text"]) == ("", "")
    state = played(state, trainer, m.StageChosen(last))
    assert state.course.told
    state = played(state, trainer, m.LessonChosen(number), m.StageChosen(last))
    assert not state.course.told  # begun again, nothing was seen


def test_a_stage_is_seen_only_in_the_open_lesson_and_in_its_tab() -> None:
    state, trainer = ready(m.LessonChosen(NUMBERS["Error and backpropagation"]), m.TabChosen("map"))
    state = played(state, trainer, m.StageChosen(4))
    assert state.course.stages_seen == (0,)


def test_a_wrong_row_alone_is_no_reason() -> None:
    state, trainer = ready(m.LessonChosen(NUMBERS["Why not 25?"]))
    state = played(state, trainer, m.TabChosen("map"), m.RowPressed(0), m.ReasonClosed(), m.TabChosen("map"))
    state = played(state, trainer, m.LessonChosen(NUMBERS["Why not 25?"]), m.TabChosen("map"))
    assert not state.course.told
    assert played(state, trainer, m.RowPressed(0)).course.told


def test_the_linear_neuron_of_the_lesson_must_get_all_rows() -> None:
    state, trainer = ready(m.LessonChosen(NUMBERS["Another activation"]))
    short = (m.SettingTyped("epochs", "1"), m.ChoiceMade("activation", "linear"))
    state = played(state, trainer, *short, m.TrainPressed())
    assert (state.run, state.course.told) == ("trained", "")
    state = played(state, trainer, m.SettingTyped("epochs", "10000"), m.TrainPressed())
    assert state.course.told.startswith("Without the sigmoid: 25 of 25 right.")


def test_the_sights_of_the_lessons_are_on_the_page() -> None:
    for lesson in LESSONS:
        for name in lesson.sight.names:
            assert re.search(rf'\bid="{name}"', PAGE), name


def test_a_lesson_is_not_done_by_another_experiment_and_says_so() -> None:
    state, trainer = ready(m.LessonChosen(NUMBERS["Epochs"]))
    state = played(state, trainer, m.ChoiceMade("activation", "linear"), m.TrainPressed())
    assert (state.course.told, says(state)["lesson-needs", "hidden"]) == ("", False)
    state = played(state, trainer, m.LessonChosen(state.course.lesson))
    assert says(state)["lesson-needs", "hidden"] is True


def test_a_lesson_puts_a_changed_program_aside_and_leaving_brings_it_back() -> None:
    there, trainer = ready(m.SettingTyped("epochs", "20"))
    there = played(there, trainer, m.TabChosen("code"), m.ProgramTyped(MOMENTUM), m.RunProgramPressed())
    rule, numbers = there.form.settings["rule"], there.said.report["weights"]
    assert rule
    state = played(there, trainer, m.CourseSwitched())
    assert says(state)["course-left", "text"] == "Leaving brings your run and your Python back (epoch 20)."
    state = played(state, trainer, m.LessonChosen(NUMBERS["Another activation"]))
    assert (state.form.settings["rule"], says(state)["lesson-needs", "hidden"]) == ("", True)
    state = played(state, trainer, m.ChoiceMade("activation", "linear"), m.TrainPressed())
    assert state.course.told.startswith("Without the sigmoid: 25 of 25 right.")
    state = played(state, trainer, m.CourseSwitched())
    assert (state.form.settings["rule"], state.epoch) == (rule, 20)
    assert state.said.report["weights"] == numbers


def test_a_program_that_is_run_within_a_lesson_is_no_part_of_it_and_is_not_lost() -> None:
    state, trainer = ready(m.LessonChosen(NUMBERS["Another activation"]))
    state = played(state, trainer, m.TabChosen("code"), m.SettingTyped("epochs", "20"))
    state = played(state, trainer, m.ProgramTyped(MOMENTUM), m.RunProgramPressed())
    assert state.form.settings["rule"]
    page = says(state)
    assert page["lesson-needs", "hidden"] is False
    assert "Your own Python runs now" in str(page["lesson-needs", "text"])
    state = played(state, trainer, m.LessonChosen(state.course.lesson))
    assert (state.form.settings["rule"], says(state)["lesson-needs", "hidden"]) == ("", True)
    state = played(state, trainer, m.CourseSwitched(), m.TabChosen("code"))
    assert state.program == MOMENTUM


def test_a_lesson_is_done_only_in_the_open_course() -> None:
    state, trainer = ready(m.LessonChosen(0), m.CourseSwitched())
    state = played(state, trainer, m.QuestionTyped(0, "0.8"), m.QuestionTyped(1, "0.1"))
    assert state.course.lessons_done == ()


def test_the_learning_rates_of_the_lesson_show_what_it_says() -> None:
    """After 100 epochs each: a small rate is slow, a larger one gets further, a very large one less far again."""
    scores = []
    for rate in ("0.1", "1", "50", "100"):
        state, _ = trained(m.SettingTyped("epochs", "100"), m.SettingTyped("learning_rate", rate))
        scores.append(state.said.report["right_count"])
    assert scores == [3, 18, 10, 4]


def test_whoever_begins_with_too_large_steps_is_led_to_smaller_ones() -> None:
    state, trainer = ready(m.LessonChosen(NUMBERS["Learning rate"]))
    state = played(state, trainer, m.SettingTyped("learning_rate", "100"), m.TrainPressed())
    assert state.course.told.endswith(
        "100 epochs give 4 of 25 right. With 0.1, 100 epochs gave 3. Such steps jump past the goal. Press Reset and "
        "try the learning rate 1."
    )


def test_the_numbers_that_the_lessons_tell_beforehand_are_those_of_the_run() -> None:
    state, _ = ready()
    start = state.said.start
    assert (start["training_rows"], start["rows"], start["table"][0]["before"]) == (28, 25, "0.7")
    assert {row["before"] for row in start["table"]} == {"0.6", "0.7"}
    training = [list(row.inputs) for row in ARTICLE.training]
    assert [0.5, 0.5] in training
    assert not [row for row in training if row in ([0.7, 0.0], [0.6, 0.2], [0.2, 0.6])]
    both = [row for row in start["table"] if row["trained"]]
    assert both == [row for row in start["table"] if [float(text) for text in row["inputs"]] in training]
    assert len(both) < 25 / 2
    assert (min(map(min, training)), max(map(max, training))) == (0.0, 0.9)
    sums = [round(sum(row), 1) for row in training]
    assert (min(sums), max(sums)) == (0.2, 1.0)


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.title)
def test_a_lesson_leads_to_a_place_of_the_page_and_asks_for_one_thing(lesson) -> None:  # type: ignore[no-untyped-def]
    assert re.search(rf'\bid="{lesson.place}"', drawn(PAGE))
    assert lesson.task.endswith(".")
    assert re.search(r"[.?]$", lesson.text)
    assert not re.search(r"[<>&]", lesson.title + lesson.text + lesson.task)


def test_every_part_ends_with_a_place_to_stop() -> None:
    assert [part.title for part in PARTS] == ["The neuron", "Learning", "Beyond the article"]
    ends = {part_of(number)[1] for number in range(len(LESSONS))}
    assert ends == {4, 12, 17}
    with pytest.raises(IndexError):
        part_of(len(LESSONS))
    for number in range(len(LESSONS)):
        state = first_state().but(lesson=number, course_page="lesson", course_open=True, told="That happened.")
        assert bool(says(state)["lesson-stop", "text"]) is (number in ends)
        assert ("stop." in str(says(state)["lesson-stop", "text"])) is (number in {4, 12})


@pytest.mark.parametrize(("chosen", "opened"), [(-5, 0), (99, len(LESSONS) - 1)])
def test_there_is_no_lesson_before_the_first_or_after_the_last(chosen: int, opened: int) -> None:
    state = update(first_state(), m.LessonChosen(chosen))
    assert state.course.lesson == opened
    assert says(state)["lesson-back", "disabled"] is (opened == 0)


def test_the_course_says_where_one_is_and_what_is_done() -> None:
    state, trainer = ready(m.LessonChosen(0))
    state = played(state, trainer, *DONE_BY["A neuron"][0])
    said = says(state)
    assert said["course-title", "text"] == "A neuron"
    assert said["course-count", "text"] == f"Lesson 1 of {len(LESSONS)}, The neuron"
    assert said["lesson-state", "text"] == "✓ " + DONE_BY["A neuron"][1]
    assert said["course", "hidden"] is False
    assert said["course-switch", "aria-expanded"] == "true"
    assert said["lesson-place", "href"] == "#prediction"  # it is done, so there is something to see
    listed = says(update(state, m.CoursePageChosen("list")))
    assert listed["course-count", "text"] == f"1 of {len(LESSONS)} lessons done"
    assert listed["course-on", "text"] == "Continue with lesson 2"
    assert str(listed["course-parts", "html"]).count("✓") == 1
    cleared = update(state, m.ProgressCleared())
    assert cleared.course.lessons_done == ()
    assert says(cleared)["course-on", "text"] == "Start with lesson 1"
    closed = says(update(state, m.CourseSwitched()))
    assert (closed["course", "hidden"], closed["course-switch", "aria-expanded"]) == (True, "false")
    assert update(state, m.CoursePageChosen("nowhere")) is state


@pytest.mark.parametrize(
    ("undone", "words", "button"),
    [
        ((5,), "Not done yet: lesson 6.", "Continue with lesson 6"),
        ((0, 1, 5, 7, 8, 9), "Not done yet: lessons 1, 2, 6 and 8 to 10.", "Continue with lesson 1"),
        (tuple(range(18)), "Not done yet: lessons 1 to 18.", "Continue with lesson 1"),
    ],
)
def test_the_end_of_the_course_says_what_was_left_out_and_leads_there(
    undone: tuple[int, ...], words: str, button: str
) -> None:
    """“Next lesson” leads from each lesson to the one behind it, so a person may come to the end with some left out."""
    done = tuple(number for number in range(len(LESSONS)) if number not in undone)
    state = update(first_state().but(lessons_done=done), next_page(len(LESSONS) - 1))
    said = says(state)
    assert (said["end-undone", "hidden"], said["end-undone-text", "text"]) == (False, words)
    assert (said["end-on", "text"], said["end-on", "data-lesson"]) == (button, str(undone[0]))
    assert way_in(state) == "end-on"


def test_the_end_of_a_course_with_all_lessons_done_has_nothing_left_out() -> None:
    state = update(first_state().but(lessons_done=tuple(range(len(LESSONS)))), next_page(len(LESSONS) - 1))
    assert says(state)["end-undone", "hidden"] is True
    assert way_in(state) == "course-title"


def test_the_first_undone_lesson_is_next_and_those_that_were_left_out_say_so() -> None:
    state = first_state().but(course_open=True, lesson=11, lessons_done=(1, 2, 3, 4, 11))
    listed = says(state)
    assert listed["course-on", "text"] == "Continue with lesson 1"
    assert listed["course-on", "data-lesson"] == "0"
    parts = str(listed["course-parts", "html"])
    left_out = re.findall(r">(\d+)\. [^<]*</span><span class=\"mark skipped\">not done yet", parts)
    assert left_out == ["1", "6", "7", "8", "9", "10", "11"]
    assert re.findall(r'data-lesson="(\d+)" class="next"', parts) == ["0"]
    every = says(state.but(lessons_done=tuple(range(len(LESSONS)))))
    assert every["course-on", "text"] == "Start again with lesson 1"
    assert "not done yet" not in str(every["course-parts", "html"])


def test_what_a_lesson_asks_to_be_set_is_no_attempt() -> None:
    there, trainer = ready(m.ParameterTyped("weight-1", "0.9"))
    attempts = there.hand.attempts, there.hand.best_by_hand, there.hand.best_start
    assert len(there.hand.attempts) == 1
    state = played(there, trainer, m.LessonChosen(NUMBERS["Bias"]), *DONE_BY["Bias"][0])
    assert (state.hand.attempts, state.hand.best_by_hand, state.hand.best_start) == attempts
    assert state.visit.spoken.startswith("4 of 25 right")
    assert (says(state)["hand-best", "hidden"], says(state)["attempts", "hidden"]) == (True, True)
    state = played(state, trainer, m.CourseSwitched())
    assert (state.hand.attempts, state.hand.best_by_hand, state.hand.best_start) == attempts
    assert says(state)["attempts", "hidden"] is False
    assert len(played(state, trainer, m.ParameterTyped("bias", "0.3")).hand.attempts) == 2


def test_the_way_back_into_the_course_leads_on_when_the_lesson_is_done() -> None:
    state, trainer = ready(m.CourseSwitched())
    assert way_in(state) == "course-on"
    state = played(state, trainer, m.LessonChosen(0))
    assert way_in(state) == "course-title"
    assert way_in(played(state, trainer, *DONE_BY["A neuron"][0])) == "lesson-on"


def test_an_open_lesson_stands_in_the_address_beside_the_settings_that_come_back() -> None:
    there, trainer = trained(m.SettingTyped("epochs", "50"), m.SettingTyped("seed", "7"))
    state = played(there, trainer, m.LessonChosen(3))
    assert address_of(state) == "lesson=4&seed=7&epochs=50"
    assert address_of(update(state, m.CoursePageChosen("end"))) == "seed=7&epochs=50"
    assert address_of(played(state, trainer, m.CourseSwitched())) == "seed=7&epochs=50"
    settings, notices = read_address(address_of(state))
    assert (settings, notices, read_lesson(address_of(state))) == (there.form.settings, [], 3)


@pytest.mark.parametrize("asked", ["0", "99", "x", "-1", "2.5", "", "1e999", "%3Cb%3E"])
def test_a_lesson_that_is_not_there_is_named_and_not_opened(asked: str) -> None:
    settings, notices = read_address(f"seed=7&lesson={asked}")
    assert settings["seed"] == "7"
    assert len(notices) == 1
    assert notices[0].endswith("The course has lessons 1 to 18.")
    assert read_lesson(f"seed=7&lesson={asked}") == -1


def test_another_address_ends_the_course_and_the_run_before_is_not_lost() -> None:
    there, trainer = trained(m.SettingTyped("epochs", "50"))
    state = played(there, trainer, m.LessonChosen(3), m.AddressRead(*read_address("epochs=50")), m.LessonChosen(6))
    assert state.course.left["at"] == (50, 0)
    state = played(state, trainer, m.AddressRead(*read_address("epochs=50&seed=3")))
    assert (state.course.course_open, state.course.left, state.form.settings["seed"]) == (False, {}, "3")


def test_what_was_wrong_in_the_address_is_still_told_in_its_lesson() -> None:
    state, _ = ready(m.AddressRead(*read_address("lesson=2&what=1")), m.LessonChosen(1))
    assert len(state.form.notices) == 1
