"""Plays a run back: it says how much time has passed, frame by frame, or second by second where motion is unwanted."""

from web.browser.javascript import create_proxy, later, window
from web.page import messages
from web.page.state import State

TYPE_CHECKING = False  # MicroPython has no typing module
if TYPE_CHECKING:
    from collections.abc import Callable

MILLISECONDS_A_STILL = 1000
MOST_MILLISECONDS = 2000  # a tab in the background gets no frames; it must not jump when it is back


class Playback:
    """Ticks while the State plays. `tell` takes messages."""

    def __init__(self, tell: "Callable[[object], None]") -> None:
        self._tell = tell
        self._tick = create_proxy(self._ticked)
        self._last = 0.0
        self._running = False

    def follow(self, state: State) -> None:
        """Start to tick when the State plays; it stops by itself."""
        if state.curve.playing and not self._running:
            self._running = True
            self._last = window.performance.now()
            self._wait()
        elif not state.curve.playing:
            self._running = False

    def _wait(self) -> None:
        if window.matchMedia("(prefers-reduced-motion: reduce)").matches:
            later(MILLISECONDS_A_STILL, self._ticked)
        else:
            window.requestAnimationFrame(self._tick)

    def _ticked(self, *_: object) -> None:
        if not self._running:
            return
        now = window.performance.now()
        passed, self._last = min(now - self._last, MOST_MILLISECONDS), now
        self._tell(messages.PlaybackTicked(passed / 1000))
        if self._running:
            self._wait()
