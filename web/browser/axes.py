"""The axes of uPlot's charts: where they have numbers, how these are written, and how all of it looks."""

from web.browser.javascript import create_proxy, document, to_js, window
from web.page.geometry import between_ticks, logarithmic_ticks, ticks_to

LARGE = 10_000_000  # from here on with an exponent
WHOLE_STEPS = [multiple * 10**exponent for exponent in range(7) for multiple in (1, 2, 5)]
# Of the error, which may be of any size; the chart's own steps end where it would have no numbers any more.
EXPONENTS = list(range(-30, 20)) + list(range(20, 308, 8))
ANY_STEPS = [multiple * 10.0**exponent for exponent in EXPONENTS for multiple in (1, 2, 5)]
FONT = "{:g}px system-ui, sans-serif"
FONT_SIZE, USUAL_SIZE = 12, 16  # of the axes, where the page's own letters have the usual size
LARGEST = 1.5  # times as large
LOGARITHMIC = 3  # uPlot's name for it


class AxisNumbers:
    """What uPlot asks about the numbers of one chart's axes.

    Each answer is kept, because MicroPython may free an object of JavaScript's that nobody in Python holds while it
    returns it.
    """

    def __init__(self) -> None:
        self._last_labels: object = None
        self._last_places: object = None
        self._labels = create_proxy(self._written)
        self._powers = create_proxy(self._logarithmic)
        self._all = create_proxy(lambda chart, values, *more: values)
        self._up_to_the_end = create_proxy(self._to_the_end)
        self._apart = create_proxy(lambda chart, axis, least, most, length, *more: between_ticks(float(length)))

    def any_size(self, is_logarithmic: bool) -> dict:
        """Of an upright axis whose numbers may have any size."""
        found: dict = {"values": self._labels, "incrs": ANY_STEPS, "space": self._apart}
        if is_logarithmic:
            found.update({"splits": self._powers, "filter": self._all})
        return found

    def whole(self) -> dict:
        """Of an axis of whole numbers."""
        return {"values": self._labels, "incrs": WHOLE_STEPS}

    def whole_to_the_end(self) -> dict:
        """The same of an upright axis, with a number at its end."""
        found = self.whole()
        found.update({"splits": self._up_to_the_end, "space": self._apart})
        return found

    def _written(self, _: object, values: object, *more: object) -> object:
        """Each number in just the digits that it needs; some of a logarithmic axis stay without."""
        self._last_labels = to_js(["" if value is None else number_of_an_axis(value) for value in values])
        return self._last_labels

    def _logarithmic(self, _: object, axis: int, least: float, most: float, *more: object) -> object:
        self._last_places = to_js(logarithmic_ticks(float(least), float(most)))
        return self._last_places

    def _to_the_end(self, _: object, axis: int, least: float, most: float, step: float, *more: object) -> object:
        self._last_places = to_js(ticks_to(int(most), int(step)))
        return self._last_places


def axis(scale: str, label: str, size: int, ink: str, lines: str, larger: float = 1.0, **more: object) -> dict:
    """An axis of a chart with a label, so large in pixels, in these colours, and what else uPlot is to know of it.

    Its letters are so many times `larger` than usual.
    """
    line = {"stroke": lines, "width": 1}
    font = FONT.format(FONT_SIZE * larger)
    made = {
        "scale": scale,
        "label": label,
        "size": size,
        "stroke": ink,
        "grid": line,
        "ticks": line,
        "font": font,
        "labelFont": font,
        "labelSize": int(USUAL_SIZE * larger),
    }
    made.update(more)
    return made


def letters() -> float:
    """How many times as large as usual the page's letters are, as on a projector."""
    size = str(window.getComputedStyle(document.documentElement).fontSize).replace("px", "")
    return min(LARGEST, max(1.0, float(size) / USUAL_SIZE))


def number_of_an_axis(value: float) -> str:
    """In just the digits that it needs, with commas between thousands and a real minus sign."""
    whole = abs(value) < LARGE and value == int(value)
    return (f"{int(value):,}" if whole else f"{value:g}").replace("-", "−")
