"""The picture of the landscape, which Python made as SVG for its place on the page."""

from web.browser.javascript import document, window
from web.browser.own_data import blob_of
from web.page.state import State

SVG = "image/svg+xml"


class MapPicture:
    """The element with the id `landscape-picture`."""

    def __init__(self) -> None:
        self._element = document.getElementById("landscape-picture")
        self._shown: dict = {}
        self._address = ""

    def draw(self, state: State) -> None:
        """Show the picture of the State, unless it is there already."""
        told = state.landscape.map_told
        if told is self._shown or not told.get("picture"):
            return
        self._shown = told
        if self._address:
            window.URL.revokeObjectURL(self._address)
        self._address = window.URL.createObjectURL(blob_of(told["picture"], SVG))
        self._element.src = self._address
