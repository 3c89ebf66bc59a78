"""What follows in the guide: lessons are opened and closed, and it is noticed when one is done."""

from web.page import messages
from web.page.lessons import LESSONS, is_at_home
from web.page.state import State


def with_lessons_done(state: State) -> State:
    """The same State, with the open lesson among those that are done if it now is."""
    if not state.course.guide_open or state.course.lesson in state.course.lessons_done or state.outdated:
        return state
    if not is_at_home(state) or not LESSONS[state.course.lesson].done(state):
        return state
    done = state.course.lessons_done + (state.course.lesson,)
    return state.but(lessons_done=done, spoken=f"Lesson done: {LESSONS[state.course.lesson].title}.")


def _guide_switched(state: State, _: messages.GuideSwitched) -> State:
    return state.but(guide_open=not state.course.guide_open)


def _lesson_chosen(state: State, message: messages.LessonChosen) -> State:
    """Also one that was done can be done again."""
    lesson = max(0, min(message.lesson, len(LESSONS) - 1))
    return state.but(
        guide_open=True,
        lesson=lesson,
        lessons_done=tuple(number for number in state.course.lessons_done if number != lesson),
    )


UPDATES = {
    messages.GuideSwitched: _guide_switched,
    messages.LessonChosen: _lesson_chosen,
}
