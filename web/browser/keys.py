"""The keyboard: keys that move within the results, the tabs, time and lines, and single keys for the rest."""

from web.browser.javascript import create_proxy, document
from web.page import messages as m
from web.page.guide import tabs_shown
from web.page.lines import lines_told
from web.page.topics import TABS
from web.page.views.course import way_in

TYPE_CHECKING = False  # MicroPython has no typing module
if TYPE_CHECKING:
    from collections.abc import Callable

    from web.browser.main import App

# How far across and up they go; see web.browser.map.
ARROWS = {"ArrowLeft": (-1, 0), "ArrowRight": (1, 0), "ArrowUp": (0, 1), "ArrowDown": (0, -1)}
# Keys that work outside of fields, unless they are switched off.
SHORTCUTS = {
    "t": lambda state: m.TrainPressed(),
    "s": lambda state: m.StepPressed(),
    "r": lambda state: m.ResetPressed(),
    "n": lambda state: m.NowChosen(),
    "c": lambda state: m.CourseSwitched(),
    "[": lambda state: m.MomentChosen(state.shown_epoch - 1, 0),
    "]": lambda state: m.MomentChosen(state.shown_epoch + 1, 0),
    ",": lambda state: m.StageChosen(state.look.stage - 1),
    ".": lambda state: m.StageChosen(state.look.stage + 1),
}

# This one moves the focus and sends nothing.
TO_THE_COURSE = "l"
# Keys that do not act again and again while they are held down.
ONCE = ("t", "r", "c")


class Keys:
    """Listens to keys and passes messages on to `app`, which has a state and takes messages by `dispatch`."""

    def __init__(self, app: "App") -> None:
        self._app = app
        self._send = app.dispatch

    def listen(self) -> None:
        """Begin to listen to all of them."""
        places = [
            ("results-body", self._row_key),
            ("time", self._time_key),
            ("lines-table", self._line_key),
        ]
        for name, listener in places + [(f"tab-{tab}", self._tab_key) for tab in TABS]:
            self._app.page.element(name).addEventListener("keydown", create_proxy(self._plain(listener)))
        document.addEventListener("keydown", create_proxy(self._shortcut))

    def _plain(self, listener: "Callable[[object], None]") -> "Callable[[object], None]":
        """A listener that leaves the browser's own keys alone, such as Alt and an arrow, which go back."""
        return lambda event: None if is_with_others(event) else listener(event)

    def _row_key(self, event: object) -> None:
        moves: dict[str, object] = {"ArrowUp": m.RowStepped(-1), "ArrowDown": m.RowStepped(1)}
        if self._app.state.reason_is_open:
            moves["Escape"] = m.ReasonClosed()
        if event.key in moves:
            event.preventDefault()
            self._send(moves[event.key])
            # The next row may be on another page of the results, which Python has yet to tell.
            self._app.page.focus_soon(f"verdict-{self._app.state.look.test_row}", "results-body")

    def _time_key(self, event: object) -> None:
        """The page keys; the browser itself moves by one for the arrow keys."""
        pages = {"PageUp": 1, "PageDown": -1}
        if event.key in pages:
            event.preventDefault()
            self._send(m.MomentPaged(pages[event.key]))

    def _line_key(self, event: object) -> None:
        last = len(lines_told(self._app.state)) - 1
        moves: dict[str, object] = {"ArrowUp": m.LineMoved(-1), "ArrowDown": m.LineMoved(1)}
        moves.update({"Home": m.LineChosen(0), "End": m.LineChosen(last)})
        if event.key in moves:
            event.preventDefault()
            self._send(moves[event.key])

    def _tab_key(self, event: object) -> None:
        moves = {"ArrowLeft": -1, "ArrowRight": 1}
        tabs = tabs_shown(self._app.state)
        here = tabs.index(self._app.state.look.tab)
        places = {"Home": 0, "End": len(tabs) - 1}
        if event.key in moves:
            places[event.key] = (here + moves[event.key]) % len(tabs)
        if event.key in places:
            event.preventDefault()
            self._send(m.TabChosen(tabs[places[event.key]]))
            self._focus(f"tab-{self._app.state.look.tab}")

    def _shortcut(self, event: object) -> None:
        """Single keys, when they are on and nobody is typing."""
        # A browser that fills fields in sends key events without a key.
        key = getattr(event, "key", None)
        if (key not in SHORTCUTS and key != TO_THE_COURSE) or is_with_others(event):
            return
        if event.repeat and event.key in ONCE:
            return
        if not self._app.state.visit.shortcuts or event.target.closest("input, select, textarea, [role=application]"):
            return
        event.preventDefault()
        if key != TO_THE_COURSE:
            self._send(SHORTCUTS[key](self._app.state))
        elif self._app.state.course.course_open:
            self._focus(way_in(self._app.state))

    def _focus(self, name: str) -> None:
        """Give something the focus, if it is there: while Python starts anew, the table has no rows."""
        element = document.getElementById(name)
        if element:
            element.focus()


def is_with_others(event: object) -> bool:
    """Whether a key is pressed together with Ctrl, Alt or the like."""
    return bool(event.ctrlKey or event.metaKey or event.altKey)
