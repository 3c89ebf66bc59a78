"""The runs that the browser keeps from one visit to the next, each text of own data by itself, as it may be long."""

import json

from web.browser.javascript import attempt, window
from web.page import messages
from web.page.kept_runs import OWN, data_in, data_name, key_of, merged, read_stored, to_store, unread
from web.page.runs import rows
from web.page.state import State

TYPE_CHECKING = False  # MicroPython has no typing module
if TYPE_CHECKING:
    from collections.abc import Callable

PLACE = "one-neuron-runs"
ASIDE = f"{PLACE}-unread"  # where a text goes that cannot be written back as it was


class RunsMemory:
    """The browser's storage of runs. Where it is refused or full, that is told once. `tell` takes messages."""

    def __init__(self, tell: "Callable[[object], None]") -> None:
        self._tell = tell
        self._kept: tuple = ((), ())  # of the State, what was written last
        self._ours: list = []  # these runs as they are stored
        self._known: list = []  # the keys of the runs that this tab has read or written
        self._unread: list = []  # what stands there and cannot be read
        self._without_room: list = []  # the names of own data that there was no room for
        self._may_write = True
        self._has_told = False

    def read(self) -> list:
        """The runs that an earlier visit left. What of them cannot be read stays, and that is told."""
        text = attempt("localStorage.getItem", PLACE) or "[]"
        listed = _listed(text)
        stored = listed or []
        self._unread = unread(stored)
        readable = [run for run in stored if run not in self._unread]
        is_aside = listed is None or not _can_be_written_back(self._unread)
        if is_aside:
            self._put_aside(text, readable)
        names = [name for name in map(data_in, readable) if name.startswith(OWN)]
        data_of = {name: attempt("localStorage.getItem", f"{PLACE}-{name}") or "" for name in names}
        self._known = [key_of(run) for run in readable]
        found = read_stored(readable, data_of)
        if is_aside or self._unread or len(found) < len(readable):
            self._tell(messages.RunsUnread(is_aside, len(self._unread), len(readable) - len(found)))
        return found

    def _put_aside(self, text: str, readable: list) -> None:
        """Keep the text elsewhere, and here what can be read of it. Where it has no room there, all stays as it is."""
        before = attempt("localStorage.getItem", ASIDE)
        self._unread = []
        if window.boot.keep(ASIDE, f"{before}\n{text}" if before else text):
            window.boot.keep(PLACE, json.dumps(readable))
        else:
            self._may_write = False
            self._tell_of_no_room()

    def keep(self, state: State) -> None:
        """Write the runs down, if they have changed since that was done last."""
        runs = state.runs
        if runs.kept is self._kept[0] and runs.present is self._kept[1]:
            return
        is_first, self._kept = self._kept == ((), ()) and not rows(state), (runs.kept, runs.present)
        if is_first or not self._may_write:
            return
        ours = to_store(state)
        if ours == self._ours:
            return  # only what Python told of them is new
        self._ours, before = ours, self._stored()
        stored = merged(ours, before, self._known, self._unread)
        self._known = list(set(self._known + [key_of(run) for run in stored]))
        wanted = {data_name(run.settings["data"]): run.settings["data"] for run in rows(state)}
        written = [data_in(run) for run in before]
        new = [name for name in wanted if name.startswith(OWN) and (name not in written or name in self._without_room)]
        self._without_room = [name for name in new if not window.boot.keep(f"{PLACE}-{name}", wanted[name])]
        is_kept = bool(window.boot.keep(PLACE, json.dumps(stored)))
        for name in set(written) - {data_in(run) for run in stored} if is_kept else ():
            attempt("localStorage.removeItem", f"{PLACE}-{name}")
        if not is_kept or self._without_room:
            self._tell_of_no_room()

    def _stored(self) -> list:
        return _listed(attempt("localStorage.getItem", PLACE) or "[]") or []

    def _tell_of_no_room(self) -> None:
        if not self._has_told:
            self._has_told = True
            self._tell(messages.RunsNotKept())


def _can_be_written_back(stored: list) -> bool:
    """Whether JSON has the same again: it has no infinite numbers, but reads 1e400 as one."""
    try:
        return bool(json.loads(json.dumps(stored)) == stored)
    except ValueError:
        return False


def _listed(text: str) -> "list | None":
    """The list that a stored text is; None where it is none."""
    try:
        stored = json.loads(text)
    except ValueError:
        return None
    return stored if isinstance(stored, list) else None
