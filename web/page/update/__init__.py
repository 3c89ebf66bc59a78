"""The one place where a State follows from another: `update(state, message)`, which is pure."""

from web.page import messages
from web.page.request import answers, next_request
from web.page.state import State
from web.page.update import (
    choices,
    code,
    code_runs,
    course,
    data,
    form,
    grip,
    guide,
    hand,
    landscape,
    lift,
    lines,
    link,
    live,
    look,
    map,
    pace,
    pairs,
    rate,
    runs,
    sharing,
    stepper,
    sweep,
    teacher,
    trainer,
    training,
    what_if,
)

_UPDATES: dict = {}
_RUN = (form, choices, data, hand, live, grip, lift, rate, pace, training, trainer, look, link, map, stepper, lines)
_BESIDE_IT = (course, guide, teacher, code, code_runs, runs, what_if, sharing, sweep, landscape, pairs)
for _topic in _RUN + _BESIDE_IT:
    _UPDATES.update(_topic.UPDATES)


def update(state: State, message: object) -> State:
    """The State after a message, which may be a reply that answers two requests."""
    if not isinstance(message, messages.RequestAnswered):
        return _after(state, message)
    first, *rest = answers(message.reply)
    state = _after(state, messages.RequestAnswered(first, message.milliseconds))
    for reply in rest:
        request, wanted = reply["request"], next_request(state)
        if not wanted or wanted["run"] != request["run"] or wanted["do"] != request["do"]:
            # It was asked for before the person wanted something else; or wanted it no longer at once, but as usual.
            is_wanted = not state.live.live and state.wanted == request["run"]
            return state.but(training=True) if is_wanted else state
        state = _after(state, messages.RequestSent(request, message.milliseconds))
        state = _after(state, messages.RequestAnswered(reply, message.milliseconds))
    return state


def _after(state: State, message: object) -> State:
    """The State after a message. Another address ends the course, and then says what there is instead."""
    if guide.is_locked(state, message):
        return state
    before = course.without_course(state) if isinstance(message, messages.AddressRead) else state
    after = live.followed(before, _UPDATES[type(message)](before, message), message)
    after = grip.without_lost_grip(course.with_lesson_done(after))
    after = runs.with_runs_kept(state, after, message)
    after = data.without_outdated_edits(state, form.without_outdated_complaints(state, after))
    return teacher.without_unseen_sheet(guide.with_open_tab(state, after))
