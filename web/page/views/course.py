"""The course: the list of its lessons, the open lesson with what it asks for and what happened, and the end."""

from perceptron.fields import listed
from perceptron.settings_table import DEFAULTS
from web.page import messages as m
from web.page.lessons import LESSONS, PARTS, part_of
from web.page.lessons.lesson import has_its_run
from web.page.state import State
from web.page.topics import COURSE_PAGES

# On which pages each button is.
BUTTONS = (
    ("lesson-back", ("lesson",)),
    ("lesson-on", ("lesson",)),
    ("lesson-again", ("lesson",)),
    ("course-clear", ("list",)),
    ("course-all", ("lesson", "end", "teachers")),
    ("course-teachers-on", ("list",)),
)
OTHER_RUN = "The page now shows another run than this lesson needs. Press “Start again” to go on."
OTHER_PYTHON = (
    "Your own Python runs now, and this lesson is about the page’s. Press “Start again” to go on. Yours stays in the "
    "tab Code."
)
TITLES = {"list": "Course", "end": "The end of the course", "teachers": "For teachers"}


def view(state: State) -> list:
    """The writes for the course."""
    course = state.course
    is_lesson = course.course_page == "lesson"
    writes: list = [
        ("course-switch", "aria-expanded", "true" if course.course_open else "false"),
        ("course", "hidden", not course.course_open),
        ("course", "data-page", course.course_page),
        ("course-title", "text", LESSONS[course.lesson].title if is_lesson else TITLES[course.course_page]),
        ("course-count", "text", _count(state)),
        ("course-left", "text", _comes_back(state)),
        ("course-left", "hidden", not _comes_back(state)),
        ("course-return", "hidden", not course.course_open),
        ("course", "data-done", "" if course.told or course.only_to_see else None),
        ("shortcuts", "checked", state.visit.shortcuts),
    ]
    for page in COURSE_PAGES:
        writes.append((f"course-{page}", "hidden", course.course_page != page))
    writes += [(button, "hidden", course.course_page not in pages) for button, pages in BUTTONS]
    return writes + _lesson(state) + _list(state) + _end(state)


def way_in(state: State) -> str:
    """Where in the course the focus goes when a person comes back to it: the id of an element."""
    if state.course.course_page == "lesson":
        return "lesson-on" if state.course.told else "course-title"
    if state.course.course_page == "end" and _undone(state):
        return "end-on"
    return "course-on" if state.course.course_page == "list" else "course-title"


def next_page(lesson: int) -> object:
    """The message that leads on from a lesson: to the next, or from the last to the end."""
    return m.LessonChosen(lesson + 1) if lesson + 1 < len(LESSONS) else m.CoursePageChosen("end")


def to_be_seen(state: State) -> tuple:
    """The ids of what the open lesson still waits to be seen; empty where it waits for nothing."""
    return sight_names(state) if not state.course.told else ()


def sight_names(state: State) -> tuple:
    """The ids of that of which the open lesson speaks; empty while none is open."""
    course = state.course
    is_open = course.course_open and course.course_page == "lesson"
    return LESSONS[course.lesson].sight.names if is_open else ()


def is_done_or_to_see(state: State) -> bool:
    """Whether the deed of the open lesson is done, be its sight on the screen or not."""
    return bool(sight_names(state) and (state.course.told or state.course.only_to_see))


def _count(state: State) -> str:
    if state.course.course_page == "teachers":
        return ""
    done = f"{len(state.course.lessons_done)} of {len(LESSONS)} lessons done"
    if state.course.course_page != "lesson":
        return done
    part, _ = part_of(state.course.lesson)
    return f"Lesson {state.course.lesson + 1} of {len(LESSONS)}, {part.title}"


def _comes_back(state: State) -> str:
    """What comes back when the course is left, if the person would miss it; also before a lesson takes its place."""
    if not state.course.course_open:
        return ""
    left = state.course.left
    settings, at = (left["settings"], left["at"]) if left else (state.form.settings, state.here)
    if not (any(at) or any(settings[name] != DEFAULTS[name] for name in DEFAULTS)):
        return ""
    what = "your run and your Python" if settings["rule"] else "your run"
    return f"Leaving brings {what} back (epoch {at[0]:,})."


def _lesson(state: State) -> list:
    number, told = state.course.lesson, state.course.told
    lesson, (part, last) = LESSONS[number], part_of(number)
    is_done = bool(told) or state.course.only_to_see
    return [
        ("lesson-words", "text", lesson.text),
        ("lesson-task", "text", lesson.task),
        ("lesson-place", "href", f"#{lesson.sight.names[0] if is_done else lesson.place}"),
        # The page leads there by itself. Where something keeps it from that, this stands out.
        ("lesson-place", "text", "Show me" if state.course.only_to_see else "Show me where"),
        ("lesson-place", "class", "stands-out" if state.course.only_to_see else None),
        ("lesson-on", "class", "primary" if told else None),
        ("lesson-look", "text", _to_do(state)),
        ("lesson-needs", "hidden", bool(told) or has_its_run(lesson, state)),
        ("lesson-needs", "text", OTHER_PYTHON if state.form.settings["rule"] else OTHER_RUN),
        ("lesson-state", "text", f"✓ {told}" if told else ""),
        ("lesson-stop", "text", _stop(number, part.title, part.last_words) if told and number == last else ""),
        ("lesson-back", "disabled", number == 0),
        ("lesson-on", "text", "Next lesson" if number < len(LESSONS) - 1 else "End of the course"),
    ]


def _to_do(state: State) -> str:
    """What the lesson still waits for, after its deed or a part of it."""
    lesson = LESSONS[state.course.lesson]
    if state.course.only_to_see:
        return f"Done. Now look at {lesson.sight.words}."
    return "" if state.course.told else str(lesson.missing(state))


def _stop(number: int, title: str, last_words: str) -> str:
    """At the end of a part."""
    stop = " This is a good place to stop." if number < len(LESSONS) - 1 else ""
    return f"Part “{title}” ends here. {last_words}{stop}"


def _list(state: State) -> list:
    done, undone = state.course.lessons_done, _undone(state)
    number = undone[0] if undone else 0
    verb = "Start" if not done else "Continue" if undone else "Start again"
    return [
        ("course-parts", "html", _parts(done, number)),
        ("course-on", "text", f"{verb} with lesson {number + 1}"),
        ("course-on", "data-lesson", str(number)),
        ("course-clear", "disabled", not done),
    ]


def _undone(state: State) -> list:
    """The lessons, from 0, that are still to be done."""
    return [number for number in range(len(LESSONS)) if number not in state.course.lessons_done]


def _end(state: State) -> list:
    """At the end of the course, what was left out and the way there."""
    undone = _undone(state)
    lessons = listed(_in_spans(undone))
    return [
        ("end-learned", "text", "What the course shows" if undone else "What you learned"),
        ("end-undone", "hidden", not undone),
        ("end-undone-text", "text", f"Not done yet: lesson{'s' if len(undone) > 1 else ''} {lessons}."),
        ("end-on", "text", f"Continue with lesson {undone[0] + 1 if undone else 1}"),
        ("end-on", "data-lesson", str(undone[0] if undone else 0)),
    ]


def _in_spans(lessons: list) -> list:
    """Their numbers as people count, from 1; three and more in a row as in “2 to 4”."""
    spans: list = []
    for lesson in lessons:
        if spans and spans[-1][1] == lesson - 1:
            spans[-1] = (spans[-1][0], lesson)
        else:
            spans.append((lesson, lesson))
    texts = []
    for first, last in spans:
        far = last - first > 1
        texts += [f"{first + 1} to {last + 1}"] if far else [str(lesson + 1) for lesson in range(first, last + 1)]
    return texts


def _parts(done: tuple, next_one: int) -> str:
    """Each part with its lessons, a button for each; the one that is next stands out, and what was left out is told."""
    parts, number = [], 0
    for place, part in enumerate(PARTS):
        buttons = []
        for lesson in part.lessons:
            mark = '<span class="mark">✓ done</span>' if number in done else ""
            if not mark and number < max(done, default=0):
                mark = '<span class="mark skipped">not done yet</span>'
            chosen = ' class="next"' if number == next_one else ""
            buttons.append(
                f'<li><button type="button" data-lesson="{number}"{chosen}><span>{number + 1}. {lesson.title}</span>'
                f"{mark}</button></li>"
            )
            number += 1
        parts.append(f"<section><h3>Part {place + 1}: {part.title}</h3><ul>{''.join(buttons)}</ul></section>")
    return "".join(parts)
