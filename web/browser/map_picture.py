"""The picture of the landscape, which Python made as SVG, and its copy as PNG for the person."""

from web.browser.javascript import document, to_js, window
from web.browser.png import hand_over_png
from web.page.state import State

SVG = "image/svg+xml"


class MapPicture:
    """The element with the id `landscape-picture`."""

    def __init__(self) -> None:
        self._element = document.getElementById("landscape-picture")
        self._race = document.getElementById("race-canvas")
        self._shown: dict = {}
        self._address = ""

    def draw(self, state: State) -> None:
        """Show the picture of the State, unless it is there already."""
        told = state.landscape.map_told
        if told is self._shown or not told.get("content"):
            return
        self._shown = told
        if self._address:
            window.URL.revokeObjectURL(self._address)
        self._address = window.URL.createObjectURL(window.Blob.new(to_js([told["content"]]), to_js({"type": SVG})))
        self._element.src = self._address

    def save_as_png(self, state: State) -> None:
        """Hand the picture to the person as PNG, under the same name, with the race as it is seen over it."""
        if self._shown:
            over = self._race if state.landscape.map_kind == "race" else None
            hand_over_png(self._element, self._shown["name"].rsplit(".", 1)[0] + ".png", over)
