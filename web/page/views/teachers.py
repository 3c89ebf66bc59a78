"""For teachers: a link with what students will see, and the worksheet of the present run."""

from perceptron.fields import listed
from perceptron.settings_table import DEFAULTS
from web.page.address import link, own
from web.page.guide import locks_lifted
from web.page.lessons import LESSONS
from web.page.lessons.lesson import tab_of
from web.page.state import State
from web.page.topics import LOCK_NAMES, LOCKS, TAB_NAMES, TABS
from web.page.update.form import SHEET_SEED
from web.page.views.controls import number_writes
from web.page.views.guide import guide_in_words
from web.page.views.settings import in_words
from web.page.views.worksheet import key, sheet

COPIED = {
    "": "",
    "done": "Copied.",
    "refused": "The browser did not copy it. It is selected above: copy it with Ctrl+C or ⌘C.",
}
# What is said of a worksheet that has another than the usual run behind it.
UNTRAINED = "This neuron has not learned yet. Train it first, and the worksheet has more questions."
WAITING = "Python writes it."


def view(state: State) -> list:
    """The writes for the page of the course that is for teachers; none while another is open."""
    if not state.course.course_open or state.course.course_page != "teachers":
        return [("page", "data-sheet", None)]
    return _link(state) + _worksheet(state)


def link_of(state: State) -> str:
    """The part behind the # of the link that the teacher makes."""
    teacher = state.teacher
    return link(teacher.link_lesson, teacher.link_hides, teacher.link_locks, own(state))


def link_in_words(state: State) -> str:
    """What students will see who open the link."""
    teacher, settings = state.teacher, own(state)
    lesson, hides, locks = teacher.link_lesson, teacher.link_hides, teacher.link_locks
    changed = [in_words(name, settings[name]) for name in DEFAULTS if settings[name] != DEFAULTS[name]]
    run = listed(changed) if changed else "the article’s settings"
    if lesson >= 0:
        opens = f"This link opens lesson {lesson + 1}, “{LESSONS[lesson].title}”. After the course, the run has {run}."
    else:
        opens = f"This link opens the page with {run}."
    guides = guide_in_words(hides, locks)
    needed = []
    if lesson >= 0:
        needed = [TAB_NAMES[tab] for tab in hides if tab == tab_of(LESSONS[lesson])]
        needed += [LOCK_NAMES[lock] for lock in locks if lock in locks_lifted(lesson)]
    stays = f" This lesson needs {listed(needed)}, so students have that until the next lesson." if needed else ""
    return f"{opens}{f' The link {guides}.' if guides else ''}{stays}"


def _link(state: State) -> list:
    teacher = state.teacher
    address = link_of(state)
    writes: list = [
        ("link-lesson", "choice", str(teacher.link_lesson)),
        ("link-preview", "text", link_in_words(state)),
        ("link-text", "value", teacher.page_address + (f"#{address}" if address else "")),
        ("link-open", "href", f"#{address}"),
        ("link-copied", "text", COPIED[teacher.link_copied]),
    ]
    writes += [(f"link-hide-{tab}", "checked", tab in teacher.link_hides) for tab in TABS]
    return writes + [(f"link-lock-{lock}", "checked", lock in teacher.link_locks) for lock in LOCKS]


def _worksheet(state: State) -> list:
    wanted, told = state.look.sheet, state.said.worksheet
    is_there = bool(wanted) and "exercises" in told
    note = UNTRAINED if wanted and not state.shown_epoch else ""
    if wanted and not is_there:
        note = str(told.get("unsaid", WAITING))
    return [
        ("page", "data-sheet", "" if is_there else None),
        ("worksheet", "aria-expanded", "true" if wanted else "false"),
        ("worksheet", "text", "Hide the worksheet" if wanted else "Worksheet"),
        ("print-sheet", "disabled", not is_there),
        ("sheet-note", "text", note),
        ("sheets", "hidden", not is_there),
        ("sheet", "html", sheet(state, told) if is_there else ""),
        ("sheet-key", "html", key(state, told) if is_there else ""),
    ] + number_writes(state, SHEET_SEED, state.teacher.sheet_seed)
