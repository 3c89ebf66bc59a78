"""The guide: the open lesson, what it asks for, and whether that is done."""

from web.page.lessons import LESSONS, is_at_home
from web.page.state import State


def view(state: State) -> list:
    """The writes for the guide."""
    lesson = LESSONS[state.course.lesson]
    done = state.course.lesson in state.course.lessons_done
    count = f"Lesson {state.course.lesson + 1} of {len(LESSONS)}"
    return [
        ("guide-switch", "aria-expanded", "true" if state.course.guide_open else "false"),
        ("guide", "hidden", not state.course.guide_open),
        ("guide-count", "text", f"{count}, {len(state.course.lessons_done)} done"),
        ("guide-title", "text", lesson.title),
        ("guide-words", "text", lesson.text),
        ("guide-task", "text", lesson.task),
        ("guide-place", "href", f"#{lesson.place}"),
        ("guide-needs", "hidden", is_at_home(state)),
        ("guide-state", "text", "✓ Done." if done else ""),
        ("guide-back", "disabled", state.course.lesson == 0),
        ("guide-next", "disabled", state.course.lesson == len(LESSONS) - 1),
        ("shortcuts", "checked", state.visit.shortcuts),
    ]
