"""The settings in the address bar: `#seed=7&epochs=500` brings an experiment back, and `#lesson=4` opens a lesson.
`#hide=map,update&lock=settings` is what a teacher’s link hides and locks.

A lesson shows a run of its own. While it is open, the settings in the address are those that come back after it.
Only settings that differ from the defaults are written. The page names every part it cannot use, so that
a person knows why a link does not do what it says.
"""

from perceptron.fields import counted, grouped, shortened
from perceptron.numerals import as_number
from perceptron.packed_form import MOST_PACKED, is_packed
from perceptron.settings_table import DEFAULTS, SETTINGS
from web.page.guide import HIDE, KINDS, LOCK, read_names, write_guide
from web.page.lessons import LESSONS
from web.page.state import State

MOST_NOTICES = 5
MOST_IN_AN_ADDRESS = MOST_PACKED + 10_000  # own data, and the other settings
TOO_LONG = f"The address is longer than {grouped(MOST_IN_AN_ADDRESS)} characters, the most that is read. It is ignored."
LESSON = "lesson"
RULE = "rule"
RUNS = "runs"
BROUGHT = "The address brings a changed program. It is in the tab Code, and runs when you press “Run this Python”."
NO_PROGRAM = "In the address: Python must be a program as this page packs it; “{}” is not. It is ignored."
NO_RUNS = "The address has “runs=” with nothing behind it, so it brings no runs. Perhaps the link was cut off."
TWO_LISTS = "The address brings runs more than once. The last ones count."
HEXADECIMAL = "0123456789abcdefABCDEF"


def read_address(text: str) -> tuple:
    """Settings and notices from the part behind the #: a dict of every setting, and a list of sentences."""
    settings = dict(DEFAULTS)
    notices = []
    seen: list = []
    for part in text.lstrip("#").split("&"):
        if not part:
            continue
        name, _, value = [_decoded(piece) for piece in part.partition("=")]
        if name == RUNS:
            if not value or seen.count(RUNS) == 1:
                notices.append(TWO_LISTS if value else NO_RUNS)
            seen += [RUNS] if value else []
            continue  # what else is wrong with them is said where they are shown
        if name == LESSON:
            notices += _lesson_notices(value)
            continue
        if name in KINDS:
            notices += _guide_notices(name, value)
            continue
        if name not in DEFAULTS:
            notices.append(f"The address has “{shortened(name)}”, which is not a setting. It is ignored.")
            continue
        if seen.count(name) == 1:
            notices.append(f"The address sets {SETTINGS[name].label} more than once. The last usable value counts.")
        if seen.count(name) < 2:
            seen.append(name)
        if name == RULE:
            notices.append(BROUGHT if is_packed(value) else NO_PROGRAM.format(shortened(value)))
            continue
        notices += _take(settings, name, value)
    left_out = len(notices) - MOST_NOTICES
    if left_out > 0:
        notices = notices[:MOST_NOTICES] + [f"And {counted(left_out, 'more part')} of the address could not be used."]
    return settings, notices


def write_address(settings: dict) -> str:
    """The part behind the #, empty when every setting is at its default."""
    return "&".join(_written(settings))


def read_lesson(text: str) -> int:
    """The lesson, from 0, that the part behind the # asks for; -1 for none, or none that there is."""
    found = -1
    for part in text.lstrip("#").split("&"):
        name, _, value = [_decoded(piece) for piece in part.partition("=")]
        if name == LESSON and not _lesson_notices(value):
            found = int(as_number(value)) - 1
    return found


def read_rule(text: str) -> str:
    """The changed program, packed, that the part behind the # brings; empty for none."""
    found = ""
    for part in text.lstrip("#").split("&"):
        name, _, value = [_decoded(piece) for piece in part.partition("=")]
        if name == RULE and is_packed(value):
            found = value
    return found


def read_runs(text: str) -> str:
    """The packed runs that the part behind the # brings; empty for none."""
    found = ""
    for part in text.lstrip("#").split("&"):
        name, _, value = [_decoded(piece) for piece in part.partition("=")]
        if name == RUNS and value:
            found = value
    return found


def read_guide(text: str) -> tuple:
    """What the part behind the # hides and locks: names of tabs, and of web.page.topics.LOCKS."""
    found: dict = {HIDE: (), LOCK: ()}
    for part in text.lstrip("#").split("&"):
        name, _, value = [_decoded(piece) for piece in part.partition("=")]
        if name in KINDS:
            found[name] = read_names(name, value)[0] or found[name]
    return found[HIDE], found[LOCK]


def address_of(state: State) -> str:
    """What the address says in this State."""
    is_lesson = bool(state.course.left) and state.course.course_page == "lesson"
    lesson = state.course.lesson if is_lesson else -1
    parts = _parts(lesson, state.guide.hidden_tabs, state.guide.locks, own(state))
    source, _, content = state.sharing.brought_runs or ("", "", "")
    # Runs that a link brought, and that are still to be looked at, are there again after a reload.
    return "&".join(parts + ([f"{RUNS}={content}"] if source == "link" else []))


def link(lesson: int, hidden_tabs: tuple, locks: tuple, settings: dict) -> str:
    """The part behind the # for a lesson, from 0, or none (-1), with what is hidden and locked, and settings."""
    return "&".join(_parts(lesson, hidden_tabs, locks, settings))


def _parts(lesson: int, hidden_tabs: tuple, locks: tuple, settings: dict) -> list:
    """What `link` writes, part by part: own data is long, and each joining copies it."""
    opens = [f"{LESSON}={lesson + 1}"] if lesson >= 0 else []
    return opens + write_guide(hidden_tabs, locks) + _written(settings)


def _written(settings: dict) -> list:
    """Each setting that is not at its default, with its name."""
    return [name + "=" + settings[name] for name in DEFAULTS if settings[name] != DEFAULTS[name]]


def own(state: State) -> dict:
    """The person's settings: while a lesson shows its run, those that come back after it.

    A program that came with the address and has neither run nor been thrown away still belongs to them.
    """
    settings: dict = state.course.left["settings"] if state.course.left else state.form.settings
    if not state.code.in_address or settings[RULE]:
        return settings
    settings = dict(settings)
    settings[RULE] = state.code.in_address
    return settings


def _lesson_notices(value: str) -> list:
    """What must be said about a lesson in the address: nothing, if there is one of this number."""
    try:
        number = as_number(value)
    except ValueError:
        number = 0
    if 1 <= number <= len(LESSONS) and number == int(number):
        return []
    return [f"The address asks for lesson {shortened(value)}. The course has lessons 1 to {len(LESSONS)}."]


def _guide_notices(kind: str, value: str) -> list:
    """What must be said about the names after `hide=` or `lock=`."""
    known, sentence = KINDS[kind]
    return [sentence.format(shortened(name), ", ".join(known)) for name in read_names(kind, value)[1]]


def _take(settings: dict, name: str, value: str) -> list:
    """Put a value, or the nearest that is allowed, into the settings; returns what must be said about it."""
    setting = SETTINGS[name]
    try:
        settings[name] = setting.canonical(value)
        return []
    except ValueError as error:
        ignored = [f"In the address: {error} It is ignored."]
    if not setting.clamp:
        return ignored
    try:
        settings[name] = setting.clamp(value)
    except ValueError:
        return ignored
    return [f"The address sets {setting.label} to {shortened(value)}. The nearest allowed value is {settings[name]}."]


def _decoded(text: str) -> str:
    """The text without percent-encoding, or as it is when that is malformed."""
    first, *rest = text.split("%")
    decoded = bytearray(first.encode())
    for piece in rest:
        if len(piece) < 2 or piece[0] not in HEXADECIMAL or piece[1] not in HEXADECIMAL:
            return text
        decoded.append(int(piece[:2], 16))
        decoded.extend(piece[2:].encode())
    try:
        return bytes(decoded).decode()
    except UnicodeError:
        return text
