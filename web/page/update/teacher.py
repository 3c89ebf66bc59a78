"""What follows when a teacher makes a link or a worksheet."""

from web.page import messages
from web.page.lessons import LESSONS
from web.page.state import State
from web.page.topics import LOCKS, TABS
from web.page.update.form import NUMBER_FIELDS, SHEET_SEED, with_complaint, without_complaint

PAGE = "teachers"  # of the course


def without_unseen_sheet(state: State) -> State:
    """A worksheet is only asked for while it can be seen."""
    is_seen = state.course.course_open and state.course.course_page == PAGE
    return state.but(sheet="", worksheet={}) if state.look.sheet and not is_seen else state


def _place_known(state: State, message: messages.PlaceKnown) -> State:
    return state.but(page_address=message.page_address)


def _lesson_chosen(state: State, message: messages.LinkLessonChosen) -> State:
    return state.but(link_lesson=max(-1, min(message.lesson, len(LESSONS) - 1)), link_copied="")


def _tab_switched(state: State, message: messages.LinkTabSwitched) -> State:
    hides = _switched(TABS, state.teacher.link_hides, message.tab, message.hides)
    return state.but(link_hides=hides, link_copied="")


def _lock_switched(state: State, message: messages.LinkLockSwitched) -> State:
    locks = _switched(LOCKS, state.teacher.link_locks, message.lock, message.on)
    return state.but(link_locks=locks, link_copied="")


def _switched(known: tuple, chosen: tuple, name: str, on: bool) -> tuple:
    """What is chosen with this name or without it, in the usual order."""
    return tuple([other for other in known if (on if other == name else other in chosen)])


def _link_copied(state: State, message: messages.TeacherLinkCopied) -> State:
    return state.but(link_copied="done" if message.done else "refused")


def _worksheet_pressed(state: State, _: messages.WorksheetPressed) -> State:
    return state.but(sheet="" if state.look.sheet else state.teacher.sheet_seed, worksheet={})


def _seed_typed(state: State, message: messages.SheetSeedTyped) -> State:
    """A worksheet that is shown becomes the one with this seed."""
    try:
        seed = str(NUMBER_FIELDS[SHEET_SEED].canonical(message.text))
    except ValueError as error:
        return with_complaint(state, SHEET_SEED, f"{error} It stays {state.teacher.sheet_seed}.", message.text)
    after = without_complaint(state, SHEET_SEED).but(sheet_seed=seed)
    return after.but(sheet=seed) if after.look.sheet else after


UPDATES = {
    messages.PlaceKnown: _place_known,
    messages.LinkLessonChosen: _lesson_chosen,
    messages.LinkTabSwitched: _tab_switched,
    messages.LinkLockSwitched: _lock_switched,
    messages.TeacherLinkCopied: _link_copied,
    messages.WorksheetPressed: _worksheet_pressed,
    messages.SheetSeedTyped: _seed_typed,
}
