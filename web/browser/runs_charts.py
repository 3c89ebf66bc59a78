"""The pictures of runs side by side, drawn by uPlot: their errors or scores, and their weights, over the epochs."""

from perceptron.out.labels import SHARES, label_places
from web.browser.axes import LARGE, LOGARITHMIC, AxisNumbers, axis
from web.browser.chart import LETTER, draw_upright, uplot
from web.browser.javascript import create_proxy, document, to_js, window
from web.page import messages
from web.page.comparison import ERROR, Line, curves, epoch_read, nearest, parameters
from web.page.runs import COLOURS, chosen_of
from web.page.state import State

TYPE_CHECKING = False  # MicroPython has no typing module
if TYPE_CHECKING:
    from collections.abc import Callable

THIN, BOLD = 2, 4
LABEL_ROOM = 9  # half of the height of a label, and of its width with one letter, in pixels
A_LETTER_MORE = 4
LEAST_ROOM = 62  # of the axis up, in pixels
NAMES = {"error": "Mean squared error", "score": "Test rows right"}


class RunsCharts:
    """Both pictures. `tell` takes messages: the epoch under the pointer, and which run was clicked."""

    def __init__(self, tell: "Callable[[object], None]") -> None:
        self._charts = (LinesChart("runs-curves", tell), LinesChart("runs-weights", tell))
        self._drawn: tuple = ()

    def draw(self, state: State) -> None:
        """Show the runs of the State, if their panel is open, unless they are on the screen already."""
        if state.look.tab != "runs" or not state.runs.kept + state.runs.present:
            return
        chosen, runs = chosen_of(state), state.runs
        drawn = (runs.kept, runs.present, runs.drawn, chosen, runs.measured, state.curve.logarithmic)
        if len(drawn) != len(self._drawn) or any(new is not old for new, old in zip(drawn, self._drawn)):
            self._drawn = drawn
            axes = state.curve.logarithmic
            self._charts[0].show(curves(state), NAMES[runs.measured], axes if runs.measured == ERROR else axes[:0])
            self._charts[1].show(parameters(state), "Weights and bias", tuple([name for name in axes if name == "x"]))
        for chart in self._charts:
            chart.point(epoch_read(state))


class LinesChart:
    """One picture of lines in an element; it follows the element's width and the colour scheme."""

    def __init__(self, name: str, tell: "Callable[[object], None]") -> None:
        self._tell = tell
        self._place = document.getElementById(name)
        self._lines: list = []
        self._name, self._axes = "", ()
        self._chart = None
        self._epoch = -1
        self._places: list = []  # of the labels, once they are known
        self._pointed = create_proxy(self._pointer_moved)
        self._marked = create_proxy(self._draw_marks)
        self._numbers = AxisNumbers()
        window.ResizeObserver.new(create_proxy(self._resize)).observe(self._place)
        window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", create_proxy(self._rebuild))
        self._place.addEventListener("click", create_proxy(self._clicked))

    def show(self, lines: list, name: str, axes: tuple) -> None:
        """Draw these lines, with this name of what goes up, and these axes logarithmic."""
        self._lines, self._name, self._axes = lines, name, axes
        self._rebuild()

    def point(self, epoch: int) -> None:
        """Mark this epoch."""
        if epoch != self._epoch and self._chart:
            self._epoch = epoch
            self._chart.redraw(False)

    def _data(self) -> object:
        tables = [[line.epochs[self._first() :], self._drawable(line.values)] for line in self._lines]
        if not tables:
            return to_js([[0, 1], [None, None]])
        return uplot.default.join(to_js(tables))

    def _first(self) -> int:
        return 1 if "x" in self._axes else 0  # a logarithm has no place for epoch 0

    def _drawable(self, values: list) -> list:
        values = values[self._first() :]
        return [value if value > 0 else None for value in values] if "y" in self._axes else values

    def _pointer_moved(self, chart: object, *_: object) -> None:
        left = chart.cursor.left
        if left is not None and left >= 0 and self._lines:
            self._tell(messages.RunsPointed(int(chart.posToVal(left, "x") + 0.5)))

    def _clicked(self, _: object) -> None:
        """The line that is nearest above or below is chosen."""
        top = self._chart.cursor.top if self._chart else None
        if top is None or top < 0 or not self._lines:
            return
        epoch = self._chart.posToVal(self._chart.cursor.left, "x")
        self._tell(messages.RunChosen(sorted(self._lines, key=lambda line: self._away(line, epoch, top))[0].letter))

    def _away(self, line: Line, epoch: float, top: float) -> float:
        return abs(float(self._chart.valToPos(line.values[nearest(line.epochs, epoch)], "y")) - top)

    def _draw_marks(self, chart: object, *_: object) -> None:
        """A line at the epoch that is read, and on every line what it is called, each at another place."""
        context, ratio = chart.ctx, float(window.devicePixelRatio)
        context.save()
        context.setLineDash(to_js([]))
        if self._epoch > 0 or (self._epoch == 0 and "x" not in self._axes):
            draw_upright(chart, self._epoch, self._colour["--ink"], ratio)
        context.font = f"{int(11 * ratio)}px system-ui, sans-serif"
        context.textAlign, context.textBaseline = "center", "middle"
        if len(self._places) != len(self._lines):
            tries = [(_half(line) * ratio, self._tries(chart, line)) for line in self._lines]
            self._places = label_places(tries, LABEL_ROOM * ratio)
        for line, place in zip(self._lines, self._places):
            if place:
                self._draw_label(chart, line, place, ratio)
        context.restore()

    def _tries(self, chart: object, line: Line) -> list:
        """Where the label of a line may stand, in pixels of the screen: along what is drawn of it."""
        first, end = self._first(), chart.valToPos(line.epochs[-1], "x")
        begin = chart.valToPos(line.epochs[first], "x") if len(line.epochs) > first else end
        found = []
        for share in SHARES:
            at = nearest(line.epochs, chart.posToVal(begin + share * (end - begin), "x"))
            value = line.values[at]
            if at >= first and (value > 0 or "y" not in self._axes):
                found.append((chart.valToPos(line.epochs[at], "x", True), chart.valToPos(value, "y", True)))
        return found

    def _draw_label(self, chart: object, line: Line, place: tuple, ratio: float) -> None:
        x, y = place
        context, colour = chart.ctx, self._colour[f"--run-{line.colour}"]
        half = _half(line) * ratio
        context.fillStyle = self._colour["--panel"]
        context.fillRect(x - half, y - LABEL_ROOM * ratio, 2 * half, 2 * LABEL_ROOM * ratio)
        context.strokeStyle = context.fillStyle = colour
        context.lineWidth = (2 if line.is_chosen else 1) * ratio
        context.strokeRect(x - half, y - LABEL_ROOM * ratio, 2 * half, 2 * LABEL_ROOM * ratio)
        context.fillText(line.label, x, y)

    def _resize(self, *_: object) -> None:
        if self._chart and self._place.clientWidth:
            self._places = []
            self._chart.setSize(to_js(self._size()))

    def _size(self) -> dict:
        return {"width": self._place.clientWidth, "height": self._place.clientHeight}

    def _rebuild(self, *_: object) -> None:
        if self._chart:
            self._chart.destroy()
            self._chart = None
        self._places = []
        if not self._name:
            return
        style = window.getComputedStyle(document.documentElement)
        tokens = ["--ink", "--panel", "--text-quiet", "--line"] + [f"--run-{number}" for number in range(COLOURS)]
        self._colour = {token: style.getPropertyValue(token).strip() for token in tokens}
        self._chart = uplot.default.new(to_js(self._options()), self._data(), self._place)

    def _options(self) -> dict:
        across: dict = {"time": False}
        up: dict = {}
        for name, scale in (("x", across), ("y", up)):
            if name in self._axes:
                scale["distr"] = LOGARITHMIC
        text, grid = self._colour["--text-quiet"], self._colour["--line"]
        return {
            "width": self._size()["width"],
            "height": self._size()["height"],
            "padding": [8, 28, 0, 0],
            "scales": {"x": across, "y": up},
            "legend": {"show": False},
            "cursor": {"y": False, "drag": {"x": False, "y": False}, "points": {"show": False}},
            "hooks": {"setCursor": [self._pointed], "draw": [self._marked]},
            "series": [{}] + [self._series(line) for line in self._lines] if self._lines else [{}, {"show": False}],
            "axes": [
                axis("x", "Epoch", 30, text, grid, **self._numbers.whole()),
                axis("y", self._name, self._room(), text, grid, **self._numbers.any_size("y" in self._axes)),
            ],
        }

    def _room(self) -> int:
        """How wide the axis up is, in pixels: large weights are long numbers."""
        most = max([abs(value) for line in self._lines for value in line.values] + [0.0])
        return LEAST_ROOM if not most < LARGE else max(LEAST_ROOM, int(34 + LETTER * (1 + len(f"{int(most):,}"))))

    def _series(self, line: Line) -> dict:
        series: dict = {
            "scale": "y",
            "stroke": self._colour[f"--run-{line.colour}"],
            "width": BOLD if line.is_chosen else THIN,
            "points": {"show": False},
            "spanGaps": True,
        }
        if line.dash:
            series["dash"] = list(line.dash)
        return series


def _half(line: Line) -> float:
    """Half of the width of a line's label."""
    return float(LABEL_ROOM + A_LETTER_MORE * (len(line.label) - 1))
