"""The picture of the landscape, which Python made as SVG, and its copy as PNG for the person."""

from web.browser.javascript import create_proxy, document, to_js, window
from web.browser.own_data import hand_over
from web.page.state import State

SVG = "image/svg+xml"
PNG_SCALE = 2  # pixels for each of the picture's own


class MapPicture:
    """The element with the id `landscape-picture`."""

    def __init__(self) -> None:
        self._element = document.getElementById("landscape-picture")
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

    def save_as_png(self, *_: object) -> None:
        """Hand the picture to the person as PNG, under the same name."""
        if not self._shown:
            return
        canvas = document.createElement("canvas")
        canvas.width = PNG_SCALE * self._element.naturalWidth
        canvas.height = PNG_SCALE * self._element.naturalHeight
        canvas.getContext("2d").drawImage(self._element, 0, 0, canvas.width, canvas.height)
        name = self._shown["name"].rsplit(".", 1)[0]
        canvas.toBlob(create_proxy(lambda blob: hand_over(blob, f"{name}.png")))
