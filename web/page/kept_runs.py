"""Runs as the browser keeps them from one visit to the next: plain dicts, in which own data only has a name.

Other tabs of the page keep their runs in the same place, perhaps in another version of it. So what a tab does not know
of, or cannot read, stays there.
"""

from perceptron.limits import MOST_ROWS
from perceptron.preset_names import PRESET_NAMES
from perceptron.settings_table import DEFAULTS, OF_THE_DIGITS, SETTINGS
from web.page.runs import LETTERS, MOST_KEPT, KeptRun, rows
from web.page.state import State

OWN = "own-"  # how the names of own data begin

PRIME = 2**64 - 59  # with 2**61 - 1, characters 61 places apart could make up for each other
SOME_DATA = "1AA"  # stands for own data where only the rest of a run is looked at
_names: dict = {}  # of the last own data: a name of very long data takes time


def data_name(data: str) -> str:
    """The word of a preset; for own data a name that other data does not have, as all of its characters decide it."""
    if data in PRESET_NAMES:
        return data
    if data not in _names:
        if len(_names) > MOST_KEPT:
            _names.clear()
        _names[data] = f"{OWN}{len(data)}-{int.from_bytes(data.encode(), 'big') % PRIME}"
    return str(_names[data])


def to_store(state: State) -> list:
    """All runs as plain dicts, and with them the one that the page shows now."""
    stored = []
    for run in rows(state):
        settings = dict(run.settings)
        settings["data"] = data_name(settings["data"])
        stored.append(
            {
                "letter": run.letter,
                "settings": settings,
                "at": list(run.at),
                "called": run.called,
                "pinned": run.pinned,
            }
        )
    return stored


def merged(ours: list, stored: list, known: list, unread: list) -> list:
    """What is to be kept: our runs, and those of other tabs that we never heard of, as many as there may be.

    What nobody here can read stays behind them, whatever there is.
    """
    keys = [key_of(run) for run in ours]
    others = [run for run in stored if run not in unread and key_of(run) not in known + keys]
    return (ours + others)[: MOST_KEPT + 1] + [run for run in stored if run in unread]


def key_of(stored: dict) -> str:
    """What tells a stored run from every other one; empty for what is none."""
    try:
        texts = [stored["settings"][name] for name in OF_THE_DIGITS]
        return " ".join(texts + [str(number) for number in stored["at"]])
    except (KeyError, TypeError):
        return ""


def unread(stored: list) -> list:
    """What is damaged, or of another version of this page; a run whose own data is gone is not."""
    return [one for one in stored if not _read(one, {data_in(one): SOME_DATA} if data_in(one).startswith(OWN) else {})]


def data_in(stored: object) -> str:
    """The preset or the name of own data in a stored run; empty for what is none."""
    try:
        return str(stored["settings"]["data"])  # type: ignore[index]
    except (KeyError, TypeError):
        return ""


def read_stored(stored: list, data_of: dict) -> list:
    """The runs that can be used, the last one that the page showed among them; `data_of` has own data by its names."""
    found: list = []
    for one in stored:
        run = _read(one, data_of)
        if run and len(found) <= MOST_KEPT:
            taken = [other.letter for other in found]
            letter = run.letter if len(run.letter) == 1 and run.letter in LETTERS and run.letter not in taken else ""
            free = [letter for letter in LETTERS if letter not in taken]
            found.append(run.but(letter=letter or free[0]))
    return found


def _read(one: object, data_of: dict) -> "KeptRun | None":
    """A run whose changed program, if it has one, waits until the person lets it run again."""
    try:
        texts = one["settings"]  # type: ignore[index]
        settings = {}
        if any(name not in DEFAULTS for name in texts):
            return None  # a setting of a later version changes what the run is
        for name in DEFAULTS:
            text = data_of.get(texts[name], texts[name]) if name == "data" else texts[name]
            settings[name] = text if text == DEFAULTS[name] else str(SETTINGS[name].canonical(text))
        epoch, row = one["at"]  # type: ignore[index]
        letter, called = one["letter"], one["called"]  # type: ignore[index]
        pinned = one["pinned"]  # type: ignore[index]
        if not (
            _is_count(epoch)
            and _is_count(row)
            and row < MOST_ROWS
            and epoch
            and isinstance(letter, str)
            and isinstance(called, str)
        ):
            return None
    except (AttributeError, KeyError, TypeError, ValueError):
        return None
    run: KeptRun = KeptRun().but(
        letter=letter,
        settings=settings,
        at=(epoch, row),
        called=called,
        pinned=pinned is True,
        waits=bool(settings["rule"]),
    )
    return run


def _is_count(value: object) -> bool:
    return type(value) is int and 0 <= value <= 100_000_000
