"""The curve of error and score over the epochs: the time slider below it, and the words that say the same."""

from perceptron.legs import Leg
from perceptron.numerals import with_minus
from web.page.state import State
from web.page.views.legs import legs_of

MOST_CHANGES = 5
LARGEST = 1e300  # what infinity is told as
ABOUT = (
    "The error is the mean squared error over all training rows. The neuron predicts each row just before it learns "
    "from it. At the start, it predicts all rows before it learns from any."
)
WITH_CROSS_ENTROPY = (
    "It is the squared error also with the loss cross-entropy, so that runs with different losses can be compared."
)
WITH_SCALING = "It is taken in the neuron’s own numbers, which scaling has brought to the range from 0 to 1."
MORE_MARKS = "As it trains, marks appear here. Press one to look back at that epoch."
ABOUT_THE_SCORE = "The score counts the test rows that are right at the end of the epoch."


def view(state: State) -> list:
    """The writes around the curve; the picture itself is drawn by web.browser.chart."""
    past = bool(state.look.moment)
    writes = [
        ("log-x", "checked", "x" in state.curve.logarithmic),
        ("log-y", "checked", "y" in state.curve.logarithmic),
        ("time", "max", str(state.epoch)),
        ("time", "value", str(state.shown_epoch)),
        ("time", "disabled", not state.epoch),
        ("play", "text", "Stop" if state.curve.playing else "Play"),
        ("play", "disabled", not state.epoch),
        ("now", "disabled", not past),
        ("rewind", "disabled", not past),
        ("curve", "data-empty", None if state.said.report else ""),
        ("curve-about", "text", _about(state)),
        ("page", "data-moment", str(state.look.moment[0]) if past and state.look.moment[0] <= state.epoch else None),
    ]
    if not state.said.report:
        return writes + [("time", "aria-valuetext", None), ("curve-text", "text", ""), ("curve-marks", "html", "")]
    return writes + [
        ("time", "aria-valuetext", _time(state)),
        ("curve-text", "text", _point(state) or _text(state)),
        ("curve-marks", "html", _marks(state)),
    ]


def _about(state: State) -> str:
    """What exactly is measured, as the settings have it."""
    settings = state.form.settings
    words = [ABOUT]
    if settings["loss"] == "cross-entropy":
        words.append(WITH_CROSS_ENTROPY)
    if settings["scaling"] != "none":
        words.append(WITH_SCALING)
    return " ".join(words + [ABOUT_THE_SCORE])


def speed_in_words(epochs_a_second: int) -> str:
    """What the list of playback speeds says; the build writes it."""
    return f"{epochs_a_second:,} epochs/s"


def _time(state: State) -> str:
    """Where the slider stands, with the score there if Python has said it already."""
    place = f"Epoch {state.shown_epoch:,} of {state.epoch:,}"
    is_said = state.said.report["shown"]["epoch"] == state.shown_epoch
    return f"{place}: {state.said.report['score']}" if is_said else place


def _text(state: State) -> str:
    """The numbers, and the moment that they belong to: the one in Python's last report."""
    report, shown = state.said.report, state.said.report["shown"]
    place, numbers = f"poch {shown['epoch']:,}", f"mean squared error {report['error']}, {report['score']}"
    if shown["row"]:
        place = f"poch {shown['epoch'] + 1:,}, row {shown['row']}"
        before = f"after epoch {shown['epoch']:,}" if shown["epoch"] else "at the start"
        numbers = f"{report['score']}. The mean squared error {before} was {report['error']}"
    if not shown["is_now"]:
        return f"Looking back at e{place}: {numbers}. The run is at epoch {state.epoch:,}."
    if not state.epoch:
        return f"E{place}: {numbers}." if shown["row"] else f"At the start: {numbers}."
    return f"E{place}: {numbers}. The error at the start was {state.said.start['error']}."


def _point(state: State) -> str:
    """The values under the pointer; empty when it is not on the curve."""
    curve = state.said.report["curve"]
    if not 0 <= state.pointer.point < len(curve["epochs"]):
        return ""
    epoch, error, right = [curve[name][state.pointer.point] for name in ("epochs", "errors", "scores")]
    score = f"{right:,} of {curve['rows']:,} right"
    return f"At the pointer: epoch {epoch:,}, mean squared error {error_in_words(error)}, {score}."


def error_in_words(error: float) -> str:
    """With six decimals, unless it is too large or too small for them."""
    if error >= LARGEST:
        return "too large for a 64-bit float"
    return f"{error:.6f}" if 1e-6 <= error < 1e9 or error == 0 else with_minus(f"{error:.6g}")


def _marks(state: State) -> str:
    marks = [(mark["epoch"], mark["sentence"]) for mark in state.said.milestones] + _changes(state)
    buttons = [
        f'<li><button type="button" class="mark" data-epoch="{epoch}">{sentence}</button></li>'
        for epoch, sentence in sorted(marks)
    ]
    return "".join(buttons) + ("" if state.epoch or state.row else f"<li>{MORE_MARKS}</li>")


def _from(leg: Leg) -> str:
    return f"from row {leg.row + 1} of epoch {leg.epoch + 1:,} on" if leg.row else f"after epoch {leg.epoch:,}"


def _changes(state: State) -> list:
    """The last changes of the learning rate up to now, each with its epoch."""
    rates = [leg.learning_rate for leg in legs_of(state)] + [state.form.settings["learning_rate"]]
    changes = [
        (leg.epoch, f"Learning rate {with_minus(rate)} {_from(leg)}")
        for leg, rate in zip(legs_of(state), rates[1:])
        if (leg.epoch, leg.row) <= (state.epoch, state.row)
    ]
    return changes[-MOST_CHANGES:]
