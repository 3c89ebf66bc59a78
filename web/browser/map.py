"""The map in the browser: the pointer and the keys move its cursor and, while Live is on, its training rows."""

from perceptron.aspects import MAP_STEPS
from web.browser.javascript import create_proxy
from web.browser.keys import ARROWS, is_with_others
from web.page import messages as m
from web.page.geometry import CURVE_ACROSS, MAP_ACROSS, axis_share, curve_step, map_step, part_across, part_up
from web.page.update.grip import handles_of, nearest_row, row_at_cursor

TYPE_CHECKING = False  # MicroPython has no typing module
if TYPE_CHECKING:
    from collections.abc import Callable

    from web.browser.main import App

FARTHER, FARTHER_ROW = 4, 10  # steps with Shift: of the cursor, of a row


class Map:
    """Listens to the map and passes messages on to `app`, which has a state and takes messages by `dispatch`."""

    def __init__(self, app: "App") -> None:
        self._app = app
        self._send = app.dispatch
        # Not in the State: the pointer that drags a row, if any, and how far it is from the middle of the row.
        self._pointer: object = None
        self._apart = (0.0, 0.0)

    def listen(self) -> None:
        """Begin to listen to it."""
        self._on("pointerdown", self._pressed)
        self._on("touchstart", self._touched)
        self._on("pointermove", self._moved)
        for event in ("pointerup", "pointercancel", "lostpointercapture"):
            self._on(event, self._lifted)
        self._on("keydown", self._key_pressed)
        self._on("keyup", self._key_lifted)
        self._on("focusout", self._left)

    def _on(self, event: str, listener: "Callable[[object], None]") -> None:
        self._app.page.element("map-place").addEventListener(event, create_proxy(listener))

    def _pressed(self, event: object) -> None:
        """On a training row it takes hold of the nearest one; elsewhere it moves the cursor."""
        if self._pointer is not None or event.button:
            return
        if not event.target.closest(".handle"):
            self._point(event)
            return
        across, up = self._shares(event)
        row = nearest_row(self._app.state, across, up)
        self._send(m.RowGripped(row, True))
        for number, x, y, _, _ in handles_of(self._app.state):
            if number == row:
                self._pointer, self._apart = event.pointerId, (x - across, y - up)
                event.currentTarget.setPointerCapture(event.pointerId)

    def _touched(self, event: object) -> None:
        """A finger on a training row drags it and does not scroll. Browsers heed no touch-action within a drawing."""
        if event.target.closest(".handle") and event.touches.length == 1:
            event.preventDefault()

    def _moved(self, event: object) -> None:
        if self._pointer is None:
            if event.buttons or event.pointerType == "mouse":
                self._point(event)
        elif event.pointerId == self._pointer:
            across, up = self._shares(event)
            if across is not None:
                self._send(m.RowDragged(across + self._apart[0], up + self._apart[1]))

    def _lifted(self, event: object) -> None:
        if self._pointer is not None and event.pointerId == self._pointer:
            self._pointer = None
            self._send(m.RowReleased())

    def _point(self, event: object) -> None:
        if self._app.state.look.grip:
            return  # which keys hold; the cursor would only be in the way
        across, down = self._parts(event)
        if across is None:
            return
        if self._is_curve:
            self._send(m.CursorMoved(curve_step(part_across(across, CURVE_ACROSS)), self._app.state.look.cursor[1]))
        else:
            step_down = map_step(part_up(down))
            self._send(m.CursorMoved(map_step(part_across(across, MAP_ACROSS)), MAP_STEPS - step_down))

    def _shares(self, event: object) -> tuple:
        """Where the pointer is, as shares of the two axes; both None as in `_parts`."""
        across, down = self._parts(event)
        if across is None:
            return None, None
        if self._is_curve:
            return part_across(across, CURVE_ACROSS), 1.0 - part_up(down)
        return axis_share(part_across(across, MAP_ACROSS)), 1.0 - axis_share(part_up(down))

    def _parts(self, event: object) -> tuple:
        """Where it is within the drawing, as parts of its width and height.

        Both are None where there is no drawing: a finger still rests where the map was before another tab was opened.
        """
        box = event.currentTarget.getBoundingClientRect()
        if not box.width:
            return None, None
        return (event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height

    @property
    def _is_curve(self) -> bool:
        return bool(self._app.state.said.ground.get("kind") == "curve")

    def _key_pressed(self, event: object) -> None:
        key = getattr(event, "key", None)
        if is_with_others(event) or (key == "Enter" and event.repeat):
            return
        if self._app.state.look.grip:
            message = self._of_a_row(event, key)
        elif key == "Enter":
            message = m.RowGripped(row_at_cursor(self._app.state), False)
        elif key in ARROWS:
            step, here = FARTHER if event.shiftKey else 1, self._app.state.look.cursor
            message = m.CursorMoved(here[0] + step * ARROWS[key][0], here[1] + step * ARROWS[key][1])
        else:
            message = None
        if message is not None:
            event.preventDefault()
            self._send(message)

    def _of_a_row(self, event: object, key: object) -> object:
        """What a key does with the row that is held; None for a key that does nothing."""
        if key == "Escape":
            self._pointer = None
            return m.RowPutBack()
        if self._pointer is not None:
            return None
        if key == "Enter":
            return m.RowReleased()
        if key not in ARROWS:
            return None
        step = FARTHER_ROW if event.shiftKey else 1
        return m.RowNudged(step * ARROWS[key][0], step * ARROWS[key][1])

    def _key_lifted(self, event: object) -> None:
        """A key that is held down moves a row again and again; what came of it is told when it comes up."""
        if self._app.state.look.grip and self._pointer is None and getattr(event, "key", None) in ARROWS:
            self._send(m.CellLetGo())

    def _left(self, event: object) -> None:
        if self._app.state.look.grip and self._pointer is None:
            self._send(m.RowReleased())
