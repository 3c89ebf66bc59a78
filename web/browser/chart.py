"""The picture of the curve, drawn by uPlot: mean squared error and score over the epochs, all axes labelled."""

from pyscript.js_modules import uplot

from web.browser.axes import LOGARITHMIC, AxisNumbers, axis, letters
from web.browser.javascript import create_proxy, document, to_js, window
from web.page import messages
from web.page.state import State

TYPE_CHECKING = False  # MicroPython has no typing module
if TYPE_CHECKING:
    from collections.abc import Callable

LEAST_HEIGHT = 160
LETTER = 7.5  # the width of a digit of an axis
COLOURS = {
    "error": "--accent",
    "score": "--right",
    "text": "--text-quiet",
    "grid": "--line",
    "moment": "--ink",
}


class Chart:
    """The chart in the element with id `curve`; it follows the element's width and the colour scheme.

    `tell` takes messages: which point of the curve is under the pointer, and which was clicked.
    """

    def __init__(self, tell: "Callable[[object], None]") -> None:
        self._tell = tell
        self._place = document.getElementById("curve")
        self._curve: dict = {}
        self._axes: tuple = ()
        self._moment: tuple = ()
        self._chart = None
        self._colour: dict = {}
        self._letters = 1.0
        self._pointed = create_proxy(self._pointer_moved)
        self._marked = create_proxy(self._draw_moment)
        self._numbers = AxisNumbers()
        window.ResizeObserver.new(create_proxy(self._resize)).observe(self._place)
        window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", create_proxy(self._rebuild))
        self._place.addEventListener("click", create_proxy(self._clicked))

    def draw(self, state: State) -> None:
        """Show the curve of the State's run and where it is looked at, unless that is on the screen already."""
        curve = (
            state.said.report["curve"] if state.said.report else {"epochs": [], "errors": [], "scores": [], "rows": 1}
        )
        moment = state.look.moment if state.epoch else ()
        if curve is self._curve and state.curve.logarithmic == self._axes and moment == self._moment:
            return
        rebuild = self._chart is None or state.curve.logarithmic != self._axes or curve["rows"] != self._curve["rows"]
        redraw = curve is not self._curve
        self._curve, self._axes, self._moment = curve, state.curve.logarithmic, moment
        if rebuild:
            self._rebuild()
        elif redraw:
            self._chart.setData(self._data())
        else:
            self._chart.redraw(False)

    def _data(self) -> object:
        # A logarithm has no place for epoch 0.
        first = 1 if "x" in self._axes else 0
        errors = self._curve["errors"]
        if "y" in self._axes:
            errors = [error if error > 0 else None for error in errors]  # nor has it for an error of 0
        return to_js([self._curve["epochs"][first:], errors[first:], self._curve["scores"][first:]])

    def _pointer_moved(self, chart: object, *_: object) -> None:
        index = chart.cursor.idx
        first = 1 if "x" in self._axes else 0
        self._tell(messages.CurvePointed(-1 if index is None else int(index) + first))

    def _clicked(self, _: object) -> None:
        index = self._chart.cursor.idx if self._chart else None
        if index is not None:
            first = 1 if "x" in self._axes else 0
            self._tell(messages.MomentChosen(int(self._curve["epochs"][int(index) + first]), 0))

    def _draw_moment(self, chart: object, *_: object) -> None:
        """A line at the moment that is looked at."""
        if not self._moment or (not self._moment[0] and "x" in self._axes):
            return
        chart.ctx.save()
        draw_upright(chart, self._moment[0], self._colour["moment"], 2 * window.devicePixelRatio)
        chart.ctx.restore()

    def _resize(self, *_: object) -> None:
        if self._chart and letters() != self._letters:
            self._rebuild()
        elif self._chart:
            self._chart.setSize(to_js(self._size()))

    def _size(self) -> dict:
        """As large as its place, which the style sheet makes."""
        return {"width": self._place.clientWidth, "height": max(LEAST_HEIGHT, self._place.clientHeight)}

    def _rebuild(self, *_: object) -> None:
        if self._chart:
            self._chart.destroy()
        style, self._letters = window.getComputedStyle(document.documentElement), letters()
        self._colour = {name: style.getPropertyValue(token).strip() for name, token in COLOURS.items()}
        self._chart = uplot.default.new(to_js(self._options()), self._data(), self._place)

    def _options(self) -> dict:
        across: dict = {"time": False}
        up: dict = {}
        for name, scale in (("x", across), ("y", up)):
            if name in self._axes:
                scale["distr"] = LOGARITHMIC
        line = {"width": 2, "points": {"show": False}}
        error, score = self._numbers.any_size("y" in self._axes), self._numbers.whole_to_the_end()
        error["stroke"] = self._colour["error"]
        score.update({"stroke": self._colour["score"], "side": 1, "grid": {"show": False}})
        letters_of_scores = len(f"{self._curve['rows']:,}")
        return {
            "width": self._size()["width"],
            "height": self._size()["height"],
            "padding": [8, 4, 0, 0],
            "scales": {"x": across, "error": up, "score": {"range": [0, self._curve["rows"]]}},
            "legend": {"show": False},
            "cursor": {"y": False, "drag": {"x": False, "y": False}, "points": {"size": 7}},
            "hooks": {"setCursor": [self._pointed], "draw": [self._marked]},
            "series": [
                {},
                dict(line, scale="error", stroke=self._colour["error"]),
                dict(line, scale="score", stroke=self._colour["score"], dash=[6, 4]),
            ],
            "axes": [
                self._axis("x", "Epoch", 30, **self._numbers.whole()),
                self._axis("error", "Mean squared error", 62, **error),
                self._axis("score", "Rows right (dashed)", 16 + int(LETTER * letters_of_scores), **score),
            ],
        }

    def _axis(self, scale: str, label: str, size: int, **more: object) -> dict:
        ink, lines = self._colour["text"], self._colour["grid"]
        return axis(scale, label, int(size * self._letters), ink, lines, self._letters, **more)


def draw_upright(chart: object, epoch: float, colour: str, width: float) -> None:
    """A line from top to bottom at an epoch, so many pixels of the screen wide."""
    context, box = chart.ctx, chart.bbox
    x = chart.valToPos(epoch, "x", True)
    context.strokeStyle, context.lineWidth = colour, width
    context.beginPath()
    context.moveTo(x, box.top)
    context.lineTo(x, box.top + box.height)
    context.stroke()
