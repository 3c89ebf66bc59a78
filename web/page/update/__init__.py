"""The one place where a State follows from another: `update(state, message)`, which is pure."""

from web.page import messages
from web.page.lessons import LESSONS
from web.page.state import State
from web.page.update import choices, course, data, form, hand, look, map, rate, stepper, trainer, training

_UPDATES: dict = {}
for _topic in (form, choices, data, hand, rate, training, trainer, look, map, stepper, course):
    _UPDATES.update(_topic.UPDATES)


def update(state: State, message: object) -> State:
    """The State after a message. A newly opened lesson sets the page up with further messages."""
    after: State = _UPDATES[type(message)](state, message)
    if isinstance(message, messages.LessonChosen):
        for setting_up in LESSONS[after.course.lesson].setting_up:
            after = _UPDATES[type(setting_up)](after, setting_up)
    else:
        after = course.with_lessons_done(after)
    return data.without_outdated_edits(state, form.without_outdated_complaints(state, after))
