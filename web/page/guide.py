"""What a teacher’s link hides and locks, and what the open lesson needs all the same.

It only guides: everybody can press “Unlock”, and change the address.
"""

from web.page.lessons import LESSONS
from web.page.lessons.lesson import tab_of
from web.page.state import State
from web.page.topics import LOCKS, TABS

HIDE, LOCK = "hide", "lock"
OF_A_START = ("start", "legs")  # what weights set by hand change: the start, and with it the learning rates before
# What each of them can name, and what is said of another name.
KINDS = {
    HIDE: (TABS, "The address hides “{}”, which is none of {}. It is ignored."),
    LOCK: (LOCKS, "The address locks “{}”, which is none of {}. It is ignored."),
}


def tabs_shown(state: State) -> tuple:
    """The tabs that are there: those that nothing hides, and the one that the open lesson needs."""
    lesson = _open_lesson(state)
    needed = tab_of(LESSONS[lesson]) if lesson >= 0 else ""
    return tuple([tab for tab in TABS if tab == needed or tab not in state.guide.hidden_tabs])


def locks_held(state: State) -> tuple:
    """What is locked now: the open lesson lifts a lock on what the person has to change in it."""
    lesson = _open_lesson(state)
    lifted = locks_lifted(lesson) if lesson >= 0 else ()
    return tuple([lock for lock in state.guide.locks if lock not in lifted])


def is_way_back_locked(state: State) -> bool:
    """Whether the run before is out of reach: a lock on the settings keeps it, but not from who only set weights."""
    held, before = locks_held(state), state.form.run_before.get("settings", {})
    settings = state.form.settings
    others = [name for name in before if name not in OF_A_START and before[name] != settings[name]]
    return "settings" in held and ("weights" in held or bool(others))


def locks_lifted(lesson: int) -> tuple:
    """Which locks a lesson, from 0, lifts while it is open: a start is set by hand, at the weights."""
    free = LESSONS[lesson].scene.free
    return tuple([lock for lock in LOCKS if any((name == "start") == (lock == "weights") for name in free)])


def read_names(kind: str, value: str) -> tuple:
    """The names after `hide=` or `lock=` that are known, in their usual order, and those that are not."""
    known = KINDS[kind][0]
    names = [name.strip(" ").lower() for name in value.split(",")]
    return tuple([name for name in known if name in names]), tuple([name for name in names if name not in known])


def write_guide(hidden_tabs: tuple, locks: tuple) -> list:
    """The parts of the address that say what is hidden and locked."""
    parts = [(HIDE, hidden_tabs), (LOCK, locks)]
    return [f"{kind}={','.join(names)}" for kind, names in parts if names]


def _open_lesson(state: State) -> int:
    """The lesson that is open, from 0; -1 for none."""
    course = state.course
    return course.lesson if course.course_open and course.course_page == "lesson" else -1
