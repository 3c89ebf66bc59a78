"""Whether the screen shows that of which the open lesson speaks, which depends on how far the page is scrolled."""

from web.browser.javascript import create_proxy, document, window
from web.page import messages as m
from web.page.views.course import to_be_seen

TYPE_CHECKING = False  # MicroPython has no typing module
if TYPE_CHECKING:
    from web.browser.main import App

# Something is in sight if this share of it is, or so many pixels of something tall.
SHARE = 0.6
PIXELS = 120


class Sight:
    """Tells `app` what of the open lesson’s sight is on the screen, whenever that changes."""

    def __init__(self, app: "App") -> None:
        self._app = app
        self._look = create_proxy(self.look)
        self._is_due = False

    def listen(self) -> None:
        """Look again when the page is scrolled or gets another size."""
        scrolled = create_proxy(self._scrolled)
        document.addEventListener("scroll", scrolled, True)
        window.addEventListener("resize", scrolled)

    def look(self, *_: object) -> None:
        """Look now. While no lesson waits for anything, there is nothing to look for."""
        self._is_due = False
        names = to_be_seen(self._app.state)
        if not names:
            return
        top, bottom = free_room()
        seen = tuple([name for name in names if is_between(document.getElementById(name), top, bottom)])
        if seen != self._app.state.course.in_sight:
            self._app.dispatch(m.SightChanged(seen))

    def _scrolled(self, _: object) -> None:
        if not self._is_due and to_be_seen(self._app.state):
            self._is_due = True
            window.requestAnimationFrame(self._look)


def free_room() -> tuple:
    """From where to where, in pixels from the window’s top, the open course leaves the page free."""
    course = document.getElementById("course")
    place = course.getBoundingClientRect()
    if window.getComputedStyle(course).position == "fixed":  # on a phone it is a sheet at the bottom
        return 0, place.top
    return max(0, place.bottom), window.innerHeight


def is_between(element: object, top: float, bottom: float) -> bool:
    """Whether enough of it is; of something hidden nothing is."""
    place = element.getBoundingClientRect()
    shown = min(place.bottom, bottom) - max(place.top, top)
    return place.height > 0 and shown >= min(SHARE * place.height, PIXELS)
