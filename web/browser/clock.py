"""Says how much time has passed, as long as the State goes by it: for what plays, and for training at a chosen pace."""

from web.browser.javascript import create_proxy, later, window
from web.page import messages
from web.page.lines import is_playing
from web.page.state import State

TYPE_CHECKING = False  # MicroPython has no typing module
if TYPE_CHECKING:
    from collections.abc import Callable

STILL = "(prefers-reduced-motion: reduce)"
MILLISECONDS_A_STILL = 1000
MILLISECONDS_A_LINE = 1500  # long enough to read a line and its values
MILLISECONDS_A_PACE = 30  # a tab in the background gets no frames, and trains on all the same
MOST_MILLISECONDS = {
    "playback": 2000,  # a tab in the background gets no frames; it must not jump when it is back
    "training": 60_000,
    "lines": 60_000,
}


class Clock:
    """Ticks while the State plays the run or the lines, or trains at a pace. `tell` takes messages."""

    def __init__(self, kind: str, tell: "Callable[[object], None]") -> None:
        self._kind = kind
        self._tell = tell
        self._tick = create_proxy(self._ticked)
        self._last = 0.0
        self._running = False

    def follow(self, state: State) -> None:
        """Start to tick when the State wants it; it stops by itself."""
        wanted = {"playback": state.curve.playing, "lines": is_playing(state), "training": state.is_paced}[self._kind]
        if wanted and not self._running:
            self._running = True
            self._last = window.performance.now()
            self._wait()
        elif not wanted:
            self._running = False

    def _wait(self) -> None:
        if self._kind == "training":
            later(MILLISECONDS_A_PACE, self._ticked)
        elif self._kind == "lines":
            later(MILLISECONDS_A_LINE, self._ticked)
        elif window.matchMedia(STILL).matches:
            later(MILLISECONDS_A_STILL, self._ticked)
        else:
            window.requestAnimationFrame(self._tick)

    def _ticked(self, *_: object) -> None:
        if not self._running:
            return
        now = window.performance.now()
        seconds, self._last = min(now - self._last, MOST_MILLISECONDS[self._kind]) / 1000, now
        self._tell(
            {
                "playback": messages.PlaybackTicked(seconds),
                "lines": messages.LinesTicked(),
                "training": messages.TrainingTicked(seconds),
            }[self._kind]
        )
        if self._running:
            self._wait()


def listen_to_motion(tell: "Callable[[object], None]") -> None:
    """Tell whether the browser asks for little motion, now and whenever that changes."""
    query = window.matchMedia(STILL)
    query.addEventListener("change", create_proxy(lambda event: tell(messages.MotionAsked(bool(event.matches)))))
    tell(messages.MotionAsked(bool(query.matches)))
