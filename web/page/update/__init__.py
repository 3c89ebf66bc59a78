"""The one place where a State follows from another: `update(state, message)`, which is pure."""

from web.page import messages
from web.page.state import State
from web.page.update import (
    choices,
    course,
    data,
    form,
    hand,
    lift,
    link,
    look,
    map,
    pace,
    rate,
    stepper,
    trainer,
    training,
)

_UPDATES: dict = {}
for _topic in (form, choices, data, hand, lift, rate, pace, training, trainer, look, link, map, stepper, course):
    _UPDATES.update(_topic.UPDATES)


def update(state: State, message: object) -> State:
    """The State after a message. Another address ends the course, and then says what there is instead."""
    before = course.without_course(state) if isinstance(message, messages.AddressRead) else state
    after: State = course.with_lesson_done(_UPDATES[type(message)](before, message))
    return data.without_outdated_edits(state, form.without_outdated_complaints(state, after))
