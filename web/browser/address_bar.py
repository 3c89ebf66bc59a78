"""Keeps the address bar true, without new entries in the browser's history.

Browsers limit how often it may be written, Safari to 100 times in 30 seconds, and refuse more. So a few writes are done
at once, and of many the latest, after a pause, again and again until it stands there. An address with much own data
takes the time of a whole frame, so it is written by itself, right after what brought it.
"""

from web.browser.javascript import attempt, create_proxy, later, window
from web.page.address import address_of
from web.page.state import State

AT_ONCE = 20
LONG = 10_000  # characters of own data
PAUSE = 400  # milliseconds for each write more
LONGEST_PAUSE = 12_800  # for where it is never allowed


class AddressBar:
    """The part behind the # of the page's address."""

    def __init__(self) -> None:
        self._wanted = ""
        self._followed: tuple = ()  # what stands there comes from these: a long address is not made for nothing
        self._known = ""  # what stood there when it was last read or written
        self._left = AT_ONCE  # so many writes may be done at once, as of this time
        self._counted_at = 0.0
        self._pause = PAUSE
        self._is_pausing = False
        self._delayed: State | None = None  # one with a long address, to be followed in a moment
        self._moment_later = create_proxy(self._follow_delayed)

    def was_read(self, settings: str) -> None:
        """What stands there is known now, and right until a State is shown that says otherwise."""
        self._known = self._wanted = settings
        self._followed = ()
        self._delayed = None

    def follow(self, state: State) -> None:
        """Show the settings of the State, at once or as soon as may be."""
        waited, self._delayed = self._delayed, None
        if self._followed and all(new is old for new, old in zip(_told(state), self._followed)):
            return
        if len(state.form.settings["data"]) <= LONG:
            self._follow(state)
            return
        self._delayed = state
        if waited is None:
            window.boot.inNextTask(self._moment_later)

    def _follow_delayed(self, *_: object) -> None:
        state, self._delayed = self._delayed, None
        if state is not None:
            self._follow(state)

    def _follow(self, state: State) -> None:
        self._wanted = address_of(state)
        if not self._is_pausing:
            self._write()
            self._followed = _told(state)

    def _write(self) -> None:
        if self._is(self._wanted) or not self._is(self._known):
            return  # what somebody has just put there is read first
        path = window.location.pathname + window.location.search
        attempt("history.replaceState", None, "", path + ("#" + self._wanted if self._wanted else ""))
        is_true = self._is(self._wanted)
        self._known = self._wanted if is_true else window.location.hash[1:]
        self._pause = PAUSE if is_true else min(2 * self._pause, LONGEST_PAUSE)
        if not is_true or self._used_up():
            self._is_pausing = True
            later(self._pause, self._go_on)

    def _used_up(self) -> bool:
        """Whether this write was the last that may be done at once."""
        now = window.performance.now()
        self._left = min(self._left + (now - self._counted_at) / PAUSE, AT_ONCE) - 1
        self._counted_at = now
        return self._left < 1

    def _go_on(self) -> None:
        self._is_pausing = False
        self._write()

    def _is(self, settings: str) -> bool:
        """Whether this stands there. The browser compares: to copy a long address into Python takes longer."""
        return bool(window.boot.hasAddress(settings))


def _told(state: State) -> tuple:
    """The settings, the course, the guide, the program and the brought runs, on which the address depends."""
    return (state.form.settings, state.course, state.guide, state.code.in_address, state.sharing.brought_runs)
