"""The ground of a map: one pixel for each value, which the style sheet stretches."""

from perceptron.aspects import MAP_SIDE
from web.browser.javascript import document, to_js, window
from web.page.palette import GROUNDS, pixels
from web.page.state import State


class Canvas:
    """A canvas of MAP_SIDE by MAP_SIDE pixels, by its id."""

    def __init__(self, name: str) -> None:
        self._element = document.getElementById(name)
        self._context = self._element.getContext("2d")
        self._drawn: dict = {}

    def show(self, ground: dict) -> None:
        """Show this ground, see web.worker.reports.map, unless it is on the canvas already or has no values."""
        if ground is self._drawn or "values" not in ground:
            return
        self._drawn = ground
        colours = window.Uint32Array.new(to_js(pixels(ground["values"], ground["quantity"], MAP_SIDE)))
        bytes_of_colours = window.Uint8ClampedArray.new(colours.buffer)
        self._context.putImageData(window.ImageData.new(bytes_of_colours, MAP_SIDE, MAP_SIDE), 0, 0)
        self._element.className = "exact" if ground["quantity"] == "right" else ""


class Canvases:
    """The grounds of the tab “Map”, and of two runs side by side."""

    def __init__(self) -> None:
        self._map, *self._pair = [Canvas(name) for name in GROUNDS]

    def draw(self, state: State) -> None:
        """Show the grounds of the State, if their panel is open."""
        if state.panel_of("map"):
            self._map.show(state.said.ground)
        if state.look.tab == "runs" and state.pair.pair_open:
            for canvas, side in zip(self._pair, state.pair.pair_told.get("sides", [])):
                canvas.show(side["ground"])
