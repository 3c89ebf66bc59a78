"""Keeps the address bar true, without new entries in the browser's history.

Browsers limit how often it may be written, Safari to 100 times in 30 seconds, and refuse more. So a few writes are done
at once, and of many the latest, after a pause, again and again until it stands there.
"""

from web.browser.javascript import attempt, later, window
from web.page.address import address_of
from web.page.state import State

AT_ONCE = 20
PAUSE = 400  # milliseconds for each write more
LONGEST_PAUSE = 12_800  # for where it is never allowed


class AddressBar:
    """The part behind the # of the page's address."""

    def __init__(self) -> None:
        self._wanted = ""
        # The settings, the course, the guide, the program and the brought runs that stand there: long texts take time.
        self._followed: tuple = ()
        self._known = ""  # what stood there when it was last read or written
        self._left = AT_ONCE  # so many writes may be done at once, as of this time
        self._counted_at = 0.0
        self._pause = PAUSE
        self._is_pausing = False

    def was_read(self, settings: str) -> None:
        """What stands there is known now, and right until a State is shown that says otherwise."""
        self._known = self._wanted = settings
        self._followed = ()

    def follow(self, state: State) -> None:
        """Show the settings of the State, at once or as soon as may be."""
        told = (state.form.settings, state.course, state.guide, state.code.in_address, state.sharing.brought_runs)
        if self._followed and all(new is old for new, old in zip(told, self._followed)):
            return
        self._wanted = address_of(state)
        if not self._is_pausing:
            self._write()
            self._followed = told

    def _write(self) -> None:
        if self._is_true() or self._now() != self._known:
            return  # what somebody has just put there is read first
        path = window.location.pathname + window.location.search
        attempt("history.replaceState", None, "", path + ("#" + self._wanted if self._wanted else ""))
        self._known = self._now()
        self._pause = PAUSE if self._is_true() else min(2 * self._pause, LONGEST_PAUSE)
        if not self._is_true() or self._used_up():
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

    def _is_true(self) -> bool:
        return self._now() == self._wanted

    def _now(self) -> str:
        return window.location.hash[1:]
