"""What follows in the course: it is opened and left, a lesson sets the page up, and it is noticed when one is done.

Before the first lesson is set up, all that was there is remembered in `left`. It comes back when the course is left.
"""

from perceptron.settings_table import OF_THE_DIGITS
from web.page import messages
from web.page.asking import NOTHING_ASKED
from web.page.attempts import NO_ATTEMPTS
from web.page.geometry import between
from web.page.lessons import LESSONS
from web.page.lessons.lesson import has_its_run, is_in_sight
from web.page.request import next_request
from web.page.state import State
from web.page.topics import COURSE_PAGES, parts_of
from web.page.update.choices import CHOICE_FIELDS
from web.page.update.code import with_program_kept
from web.page.update.form import NUMBER_FIELDS, at_its_start, with_settings, without_complaints

# What `left` has besides the settings, the moment of the run and all that one looks at.
ALSO_LEFT = ("question", "borrowed", "run_before", "quiz", "reason_of") + tuple(NO_ATTEMPTS)


def with_lesson_done(state: State) -> State:
    """The same State, with what the open lesson says when it is done, if it now is and the screen shows it."""
    if state.course.course_page != "lesson" or not state.course.course_open:
        return state
    state = _with_stage_seen(state)
    lesson, number = LESSONS[state.course.lesson], state.course.lesson
    if not _is_at_rest(state):
        return state
    is_done = has_its_run(lesson, state) and lesson.done(state)
    only_to_see = bool(is_done and not state.course.told and not is_in_sight(lesson, state))
    if only_to_see != state.course.only_to_see:
        state = state.but(only_to_see=only_to_see)
    if not is_done or only_to_see:
        return state
    done, told = state.course.lessons_done, lesson.told(state)
    if told == state.course.told:
        return state
    # A deed may be done on the way, as while a slider moves, so what is told follows the numbers on the page.
    return state.but(
        told=told,
        lessons_done=done if number in done else done + (number,),
    )


def _with_stage_seen(state: State) -> State:
    """The open stage of an update is one of those that the person has seen in this lesson."""
    seen, stage = state.course.stages_seen, state.look.stage
    if state.look.tab != "update" or state.look.by_line or stage in seen:
        return state
    return state.but(stages_seen=seen + (stage,))


def _is_at_rest(state: State) -> bool:
    """Whether Python has done all that was wanted, and all of it is shown."""
    trainer = state.trainer
    return trainer.status == "ready" and not trainer.request and not trainer.error and not next_request(state)


def _course_switched(state: State, _: messages.CourseSwitched) -> State:
    if state.course.course_open:
        return without_course(state)
    return state.but(course_open=True, course_page="list")


def without_course(state: State) -> State:
    """The course is left, and what was there before comes back: the run is trained again to where it was."""
    left = state.course.left
    after = state.but(course_open=False, left={}, told="", in_sight=(), only_to_see=False)
    if not left:
        return after
    after = _run_to(after, left["settings"], left["at"])
    looked_at = {name: getattr(left["look"], name) for name in parts_of(left["look"])}
    return after.but(**looked_at).but(**{name: left[name] for name in ALSO_LEFT})


def _lesson_chosen(state: State, message: messages.LessonChosen) -> State:
    """A lesson that was done can be done again, and stays done."""
    number = between(message.lesson, 0, len(LESSONS) - 1)
    scene = LESSONS[number].scene
    notices = () if state.course.left else state.form.notices  # those of the address are still to be read
    left = state.course.left or _what_is_there(state)
    after = _run_to(state, dict(scene.settings), (scene.epoch, 0)).but(**scene.shown)
    rule = state.form.settings["rule"]
    if rule and rule != left["settings"]["rule"]:  # which does not come back when the course is left
        after = with_program_kept(after, state, rule)
    if scene.settings["data"] != state.form.settings["data"]:
        after = after.but(**NO_ATTEMPTS)
    return after.but(
        course_open=True, course_page="lesson", lesson=number, told="", left=left, notices=notices,
        run_before={}, borrowed=(), part="", quiz=False, in_sight=(), only_to_see=False, reason_of=(),
        stages_seen=(),
    )  # fmt: skip


def _what_is_there(state: State) -> dict:
    left = {"settings": state.form.settings, "at": state.here, "look": state.look}
    for name in ALSO_LEFT:
        left[name] = state.part(name)
    return left


def _run_to(state: State, settings: dict, moment: tuple) -> State:
    """This run at this moment, and nothing going on. If it is there already, it stays."""
    is_same = all(settings[name] == state.form.settings[name] for name in OF_THE_DIGITS)
    is_there = is_same and state.here == moment and state.run != "training" and not state.wants_more
    after = without_complaints(state, CHOICE_FIELDS + tuple(NUMBER_FIELDS)).but(training=False, steps=0)
    if is_same and not is_there:
        after = at_its_start(after)
    after = with_settings(after, settings)
    place = moment if any(moment) else ()
    return after.but(
        training=False, place=after.trainer.place if is_there else place, playing=False,
        **NOTHING_ASKED, goal=max(int(settings["epochs"]), moment[0]),
    )  # fmt: skip


def _page_chosen(state: State, message: messages.CoursePageChosen) -> State:
    if message.page not in COURSE_PAGES:
        return state
    return state.but(course_open=True, course_page=message.page)


def _sight_changed(state: State, message: messages.SightChanged) -> State:
    return state.but(in_sight=message.names)


def _progress_cleared(state: State, _: messages.ProgressCleared) -> State:
    return state.but(lessons_done=(), lesson=0, clearings=state.course.clearings + 1)


UPDATES = {
    messages.CourseSwitched: _course_switched,
    messages.LessonChosen: _lesson_chosen,
    messages.CoursePageChosen: _page_chosen,
    messages.ProgressCleared: _progress_cleared,
    messages.SightChanged: _sight_changed,
}
