"""Whether the screen shows that of which the open lesson speaks, and the way there once the lesson's deed is done.

Likewise the way to runs that a link or a file brought, which may be told of far from where a person looks.
"""

from web.browser.javascript import create_proxy, document, window
from web.browser.room import bring_into_sight, free_room, is_between
from web.page import messages as m
from web.page.views.course import is_done_or_to_see, sight_names, to_be_seen

TYPE_CHECKING = False  # MicroPython has no typing module
if TYPE_CHECKING:
    from web.browser.main import App


BROUGHT = ("brought",)


class Sight:
    """Tells `app` what of the open lesson’s sight is on the screen, and scrolls there when only that is missing."""

    def __init__(self, app: "App") -> None:
        self._app = app
        self._look = create_proxy(self.look)
        self._is_due = False
        self._is_held = False  # a finger or a mouse button is down, so nothing may move under it
        self._led_to: tuple = ()  # for what the page was scrolled last
        self._shown: tuple = ()  # which page of the course, and which lesson
        self._preview: dict = {}  # of runs that were brought, to which the page was scrolled last

    def listen(self) -> None:
        """Look again when the page is scrolled or gets another size, or a hand lets go."""
        scrolled = create_proxy(self._scrolled)
        document.addEventListener("scroll", scrolled, True)
        window.addEventListener("resize", scrolled)
        pressed, let_go = create_proxy(self._pressed), create_proxy(self._let_go)
        document.addEventListener("pointerdown", pressed, True)
        for name in ("pointerup", "pointercancel"):
            document.addEventListener(name, let_go, True)

    def look(self, *_: object) -> None:
        """Look now. While no lesson waits for anything, there is nothing to look for."""
        self._is_due = False
        self._begin()
        names = to_be_seen(self._app.state)
        if names:
            seen = names_in_sight(names)
            if seen != self._app.state.course.in_sight:
                self._app.dispatch(m.SightChanged(seen))
                return  # what the lesson says now takes room, so the way is known when it is drawn
        self._lead()
        self._lead_to_the_brought()

    def _begin(self) -> None:
        """Another page of the course begins at its top, also where the one before was scrolled within its sheet."""
        course = self._app.state.course
        shown = (course.course_page, course.lesson)
        if shown != self._shown:
            self._shown = shown
            document.getElementById("course").scrollTop = 0

    def _lead(self) -> None:
        """Bring the sight onto the screen: once when the deed is done, and once more when what the lesson then says
        has taken some of the room."""
        state = self._app.state
        if self._is_held:
            return
        wanted = (state.course.lesson, bool(state.course.told)) if is_done_or_to_see(state) else ()
        if wanted == self._led_to:
            return
        self._led_to = wanted
        if wanted and not names_in_sight(sight_names(state)):
            bring_into_sight(sight_names(state), state.visit.still)

    def _lead_to_the_brought(self) -> None:
        """Bring onto the screen what Python found in a link or a file, once."""
        preview = self._app.state.sharing.preview
        if self._is_held or preview is self._preview:
            return
        self._preview = preview
        if preview and not names_in_sight(BROUGHT):
            bring_into_sight(BROUGHT, self._app.state.visit.still)

    def _pressed(self, _: object) -> None:
        self._is_held = True

    def _let_go(self, _: object) -> None:
        self._is_held = False
        self._app.draw_soon()

    def _scrolled(self, _: object) -> None:
        if not self._is_due and to_be_seen(self._app.state):
            self._is_due = True
            window.requestAnimationFrame(self._look)


def names_in_sight(names: tuple) -> tuple:
    """Those of these elements that the screen shows."""
    top, bottom = free_room()
    return tuple([name for name in names if is_between(document.getElementById(name), top, bottom)])
