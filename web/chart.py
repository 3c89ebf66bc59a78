"""The picture of the curve, drawn by uPlot: mean squared error over epochs, with both axes labelled."""

from pyscript.js_modules import uplot

from web.browser import create_proxy, document, to_js, window
from web.state import State

HEIGHT = 210
COLOURS = {"line": "--accent", "text": "--text-quiet", "grid": "--line"}


class Chart:
    """The chart in the element with id `curve`; it follows the element's width and the colour scheme."""

    def __init__(self) -> None:
        self._place = document.getElementById("curve")
        self._drawn: dict = {}
        self._chart = None
        self._resized = create_proxy(self._resize)
        self._recoloured = create_proxy(self._rebuild)
        window.ResizeObserver.new(self._resized).observe(self._place)
        window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", self._recoloured)

    def draw(self, state: State) -> None:
        """Show the curve of the State's run, unless it is on the screen already."""
        curve = state.report["curve"] if state.report else {"epochs": [], "errors": []}
        if curve is self._drawn:
            return
        self._drawn = curve
        if self._chart is None:
            self._rebuild()
        else:
            self._chart.setData(self._data())

    def _data(self) -> object:
        return to_js([self._drawn["epochs"], self._drawn["errors"]])

    def _resize(self, *_: object) -> None:
        if self._chart:
            self._chart.setSize(to_js({"width": self._place.clientWidth, "height": HEIGHT}))

    def _rebuild(self, *_: object) -> None:
        if self._chart:
            self._chart.destroy()
        style = window.getComputedStyle(document.documentElement)
        colour = {name: style.getPropertyValue(token).strip() for name, token in COLOURS.items()}
        axis = {
            "stroke": colour["text"],
            "grid": {"stroke": colour["grid"], "width": 1},
            "ticks": {"stroke": colour["grid"], "width": 1},
            "font": "12px system-ui, sans-serif",
            "labelFont": "12px system-ui, sans-serif",
            "labelSize": 18,
        }
        across, up = dict(axis), dict(axis)
        across.update({"label": "Epoch", "size": 34})
        up.update({"label": "Mean squared error", "size": 56})
        options = {
            "width": self._place.clientWidth,
            "height": HEIGHT,
            "padding": [8, 26, 0, 0],
            "scales": {"x": {"time": False}},
            "legend": {"show": False},
            "cursor": {"show": False},
            "series": [{}, {"stroke": colour["line"], "width": 2, "points": {"show": False}}],
            "axes": [across, up],
        }
        self._chart = uplot.default.new(to_js(options), self._data(), self._place)
