"""“Copy link”: the address of this experiment goes to the clipboard, or else into a field to be copied from."""

from web.browser.javascript import copy, create_proxy, window
from web.page import messages as m
from web.page.address import address_of
from web.page.topics import LINK_PLACES

TYPE_CHECKING = False  # MicroPython has no typing module
if TYPE_CHECKING:
    from collections.abc import Callable

    from web.browser.main import App


class Link:
    """Listens to the buttons and passes what became of it on to `app`."""

    def __init__(self, app: "App") -> None:
        self._app = app

    def listen(self) -> None:
        """Begin to listen to both of them."""
        for place in LINK_PLACES:
            self._app.page.element(f"link-{place}").addEventListener("click", create_proxy(self._copier(place)))

    def _copier(self, place: str) -> "Callable[[object], None]":
        return lambda event: self._copy(place)

    def _copy(self, place: str) -> None:
        # The address bar itself may lag behind, because browsers limit how often it is written.
        settings = address_of(self._app.state)
        text = str(window.location.href).partition("#")[0] + (f"#{settings}" if settings else "")
        copy(text, lambda done: self._copied(place, text, done))

    def _copied(self, place: str, text: str, done: bool) -> None:
        """Say so; or show the link in a field, all of it selected."""
        self._app.dispatch(m.LinkCopied(place, text, done))
        if done:
            return
        self._app.draw()
        field = self._app.page.element(f"link-{place}-text")
        field.focus()
        field.select()
