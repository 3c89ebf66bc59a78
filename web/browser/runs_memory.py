"""The runs that the browser keeps from one visit to the next, each text of own data by itself, as it may be long."""

import json

from web.browser.javascript import attempt, window
from web.page import messages
from web.page.kept_runs import data_name, key_of, merged, read_stored, to_store
from web.page.runs import rows
from web.page.state import State

TYPE_CHECKING = False  # MicroPython has no typing module
if TYPE_CHECKING:
    from collections.abc import Callable

PLACE = "one-neuron-runs"
OWN = "own-"  # how the names of own data begin


class RunsMemory:
    """The browser's storage of runs. Where it is refused or full, that is told once. `tell` takes messages."""

    def __init__(self, tell: "Callable[[object], None]") -> None:
        self._tell = tell
        self._kept: tuple = ((), ())  # of the State, what was written last
        self._known: list = []  # the keys of the runs that this tab has read or written
        self._has_told = False

    def read(self) -> list:
        """The runs that an earlier visit left."""
        stored = self._stored()
        names = [name for name in map(_data_of, stored) if name.startswith(OWN)]
        data_of = {name: attempt("localStorage.getItem", f"{PLACE}-{name}") or "" for name in names}
        self._known = [key_of(run) for run in stored]
        return read_stored(stored, data_of)

    def keep(self, state: State) -> None:
        """Write the runs down, if they have changed since that was done last."""
        runs = state.runs
        if runs.kept is self._kept[0] and runs.present is self._kept[1]:
            return
        is_first, self._kept = self._kept == ((), ()) and not rows(state), (runs.kept, runs.present)
        if is_first:
            return
        before = self._stored()
        stored = merged(to_store(state), before, self._known)
        self._known = list(set(self._known + [key_of(run) for run in stored]))
        wanted = {data_name(run.settings["data"]): run.settings["data"] for run in rows(state)}
        written = [_data_of(run) for run in before]
        is_kept = True
        for name, data in wanted.items():
            if name.startswith(OWN) and name not in written:
                is_kept = bool(window.boot.keep(f"{PLACE}-{name}", data)) and is_kept
        is_kept = bool(window.boot.keep(PLACE, json.dumps(stored))) and is_kept
        for name in set(written) - {_data_of(run) for run in stored}:
            attempt("localStorage.removeItem", f"{PLACE}-{name}")
        if not is_kept and not self._has_told:
            self._has_told = True
            self._tell(messages.RunsNotKept())

    def _stored(self) -> list:
        try:
            stored = json.loads(attempt("localStorage.getItem", PLACE) or "[]")
        except ValueError:
            return []
        return stored if isinstance(stored, list) else []


def _data_of(run: dict) -> str:
    try:
        return str(run["settings"]["data"])
    except (KeyError, TypeError):
        return ""
