"""The ground of the map: one pixel for each value, which the style sheet stretches."""

from perceptron.aspects import MAP_SIDE
from web.browser.javascript import document, to_js, window
from web.page.palette import pixels
from web.page.state import State


class Canvas:
    """The canvas with the id `map-canvas`."""

    def __init__(self) -> None:
        self._element = document.getElementById("map-canvas")
        self._context = self._element.getContext("2d")
        self._drawn: dict = {}

    def draw(self, state: State) -> None:
        """Show the map of the State, if its panel is open and it is not on the canvas already."""
        ground = state.said.ground
        if not state.panel_of("map") or ground is self._drawn or "values" not in ground:
            return
        self._drawn = ground
        colours = window.Uint32Array.new(to_js(pixels(ground["values"], ground["quantity"], MAP_SIDE)))
        bytes_of_colours = window.Uint8ClampedArray.new(colours.buffer)
        self._context.putImageData(window.ImageData.new(bytes_of_colours, MAP_SIDE, MAP_SIDE), 0, 0)
        self._element.className = "exact" if ground["quantity"] == "right" else ""
