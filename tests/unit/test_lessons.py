"""The guide's lessons: each is set up undone, can be done by what it asks for, and leads to a place that is there."""

import functools
import re
from pathlib import Path

import pytest

from tests.unit.playing import Trainer, ready, settle
from web.build.markup import write
from web.page import messages as m
from web.page.lessons import LESSONS
from web.page.state import State
from web.page.update import update
from web.page.views import guide

PAGE = (Path(__file__).parents[2] / "index.html").read_text("utf-8")

# What a person does in each lesson, all but the last of which is not enough.
DONE_BY: dict[str, tuple[object, ...]] = {
    "A neuron": (m.PartPointed("sum"), m.PartPointed("output")),
    "Layers": (m.RowChosen(4),),
    "Weights": (m.ParameterTyped("weight-2", "-2"), m.ParameterTyped("weight-1", "-0,5")),
    "Bias": (m.ParameterTyped("bias", "1.9"), m.ParameterTyped("bias", "2")),
    "Activation": (m.RowChosen(3), m.RowChosen(1)),
    "Prediction": (m.QuestionTyped(0, "0.6"), m.QuestionTyped(1, "0,2")),
    "Error and backpropagation": tuple(m.StageChosen(stage) for stage in range(1, 8)),
    "One row after another": (m.StepPressed(),),
    "Epochs": (m.StepPressed(), m.TrainPressed()),
    "Learning rate": (m.SettingTyped("learning_rate", "1"), m.TrainPressed()),
    "Before and after": (m.TrainPressed(),),
    "Why not 25?": (m.RowChosen(3), m.RowChosen(0)),
    "When did it learn?": (m.MomentChosen(2500, 0), m.MomentChosen(500, 0), m.MomentChosen(1500, 0)),
    "A choice of yardstick": (m.ToleranceChosen(80), m.ToleranceChosen(85)),
}
NUMBERS = {lesson.title: number for number, lesson in enumerate(LESSONS)}


def played(state: State, trainer: Trainer, *those: object) -> State:
    for message in those:
        state = settle(update(state, message), trainer)
    return state


@functools.cache  # a State never changes, and a trainer remembers nobody
def trained(*before: object) -> tuple[State, Trainer]:
    state, trainer = ready(*before)
    return played(state, trainer, m.TrainPressed()), trainer


def test_there_is_a_way_to_do_every_lesson() -> None:
    assert list(DONE_BY) == [lesson.title for lesson in LESSONS]


def test_the_course_can_be_done_from_start_to_end() -> None:
    state, trainer = ready(m.GuideSwitched())
    for number, lesson in enumerate(LESSONS):
        state = played(state, trainer, m.LessonChosen(number))
        assert state.course.lessons_done == tuple(range(number))
        *before, last = DONE_BY[lesson.title]
        state = played(state, trainer, *before)
        assert number not in state.course.lessons_done, lesson.title
        state = played(state, trainer, last)
        assert state.course.lessons_done == tuple(range(number + 1)), lesson.title


@pytest.mark.parametrize("title", DONE_BY)
def test_a_lesson_opened_again_after_it_was_done_is_not_done(title: str) -> None:
    state, trainer = trained()
    state = played(state, trainer, m.LessonChosen(NUMBERS[title]))
    assert state.course.lessons_done == ()
    state = played(state, trainer, *DONE_BY[title])
    assert state.course.lessons_done == (NUMBERS[title],)
    state = played(state, trainer, m.LessonChosen(NUMBERS[title]))
    assert NUMBERS[title] not in state.course.lessons_done
    assert (state.course.guide_open, state.course.lesson) == (True, NUMBERS[title])


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
        (m.QuestionTyped(0, "0.6"), m.QuestionTyped(1, "0.2"), m.StageChosen(7), m.PartPointed("output")),
        (m.SettingTyped("learning_rate", "100"), m.SettingTyped("epochs", "1100"), m.TrainPressed(), m.RowChosen(9)),
        (m.SettingTyped("epochs", "1200"), m.TrainPressed(), m.MomentChosen(1199, 0)),
    ],
    ids=["a step on", "forgiving", "by hand", "asked", "too fast", "looking back"],
)
def test_wherever_a_person_comes_from_a_lesson_begins_undone(before: tuple[object, ...]) -> None:
    state, trainer = trained(m.SettingTyped("epochs", "1150"))
    for number, lesson in enumerate(LESSONS):
        state = played(state, trainer, *before, m.LessonChosen(number))
        assert number not in state.course.lessons_done, lesson.title


def test_the_lesson_on_the_learning_rate_shows_what_it_says() -> None:
    """After 100 epochs each: a small rate is slow, a larger one gets further, a very large one less far again."""
    scores = []
    for rate in ("0.1", "1", "100"):
        state, _ = trained(m.SettingTyped("epochs", "100"), m.SettingTyped("learning_rate", rate))
        scores.append(state.said.report["right_count"])
    assert scores == [3, 18, 4]


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.title)
def test_a_lesson_leads_to_a_place_of_the_page_and_asks_for_one_thing(lesson) -> None:  # type: ignore[no-untyped-def]
    assert re.search(rf'\bid="{lesson.place}"', PAGE)
    assert all(words.endswith(".") for words in (lesson.text, lesson.task))
    assert not re.search(r"[<>&]", lesson.title + lesson.text + lesson.task)


def test_the_first_lesson_can_be_done_while_python_still_starts() -> None:
    state = update(update(State(), m.LessonChosen(0)), m.PartPointed("output"))
    assert state.course.lessons_done == (0,)


def test_a_lesson_is_done_only_in_the_open_guide() -> None:
    state = update(State(), m.PartPointed("output"))
    assert state.course.lessons_done == ()
    assert update(state, m.GuideSwitched()).course.lessons_done == (0,)


@pytest.mark.parametrize(("chosen", "opened"), [(-5, 0), (99, len(LESSONS) - 1)])
def test_there_is_no_lesson_before_the_first_or_after_the_last(chosen: int, opened: int) -> None:
    state = update(State(), m.LessonChosen(chosen))
    assert state.course.lesson == opened
    says = {(name, kind): value for name, kind, value in guide.view(state)}
    assert says["guide-back", "disabled"] is (opened == 0)
    assert says["guide-next", "disabled"] is (opened == len(LESSONS) - 1)


def test_the_guide_says_where_one_is_and_what_is_done() -> None:
    state = update(update(State(), m.LessonChosen(0)), m.PartPointed("output"))
    says = {(name, kind): value for name, kind, value in guide.view(state)}
    assert says["guide-count", "text"] == f"Lesson 1 of {len(LESSONS)}, 1 done"
    assert says["guide-state", "text"] == "✓ Done."
    assert says["guide", "hidden"] is False
    assert says["guide-switch", "aria-expanded"] == "true"
    assert says["guide-place", "href"] == "#network"
    closed = {(name, kind): value for name, kind, value in guide.view(update(state, m.GuideSwitched()))}
    assert (closed["guide", "hidden"], closed["guide-switch", "aria-expanded"]) == (True, "false")
    assert 'href="#network"' in write('<a id="guide-place" href="#train">x</a>', "guide-place", "href", "#network")
