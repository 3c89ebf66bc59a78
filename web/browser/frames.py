"""Draws once a frame at most, and in slices: a picture with very many changes would keep the page from answering.

Between two slices the browser may show a part of the changes. The State is whole all the time.
"""

from web.browser.javascript import create_proxy, window

TYPE_CHECKING = False  # MicroPython has no typing module
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MILLISECONDS_A_SLICE = 16  # the last step of a slice, and what the browser itself does for a frame, come on top


class Frames:
    """When what `begin` draws is drawn. It pauses wherever it may be cut."""

    def __init__(self, begin: "Callable[[], Iterator[None]]") -> None:
        self._begin = begin
        self._begun = create_proxy(self._begin_slices)
        self._cut = create_proxy(self._go_on)
        self._drawing: Iterator[None] | None = None  # what is under way between two slices
        self._is_due = False
        self._is_wanted_again = False

    def soon(self) -> None:
        """Draw in the next frame, or after what is under way."""
        if self._drawing is not None:
            self._is_wanted_again = True
        elif not self._is_due:
            self._is_due = True
            window.requestAnimationFrame(self._begun)

    def at_once(self) -> None:
        """Draw all of it now, also what is under way."""
        self._drawing = None
        self._is_wanted_again = False
        for _ in self._begin():
            pass

    def _begin_slices(self, *_: object) -> None:
        self._is_due = False
        self._draw_slice(self._begin())

    def _draw_slice(self, drawing: "Iterator[None]") -> None:
        self._drawing = None  # unless it is cut it is over, even if it fails
        end = window.performance.now() + MILLISECONDS_A_SLICE
        try:
            for _ in drawing:
                if window.performance.now() > end:
                    self._drawing = drawing
                    window.boot.inNextTask(self._cut)
                    return
        finally:
            if self._drawing is None and self._is_wanted_again:
                self._is_wanted_again = False
                self.soon()

    def _go_on(self, *_: object) -> None:
        if self._drawing is not None:  # else all of it has been drawn at once meanwhile
            self._draw_slice(self._drawing)
