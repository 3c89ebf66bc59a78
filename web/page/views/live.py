"""The switch “Live”, the slider that is there while it is on, and why it has switched itself off."""

from perceptron.fields import counted
from perceptron.numerals import with_minus
from web.page.rates import place_of
from web.page.state import State

HAND = "By hand"
HAND_OF_THE_START = "By hand: where training starts"


def view(state: State) -> list:
    """The writes for the line below the settings, and for the title of the sliders."""
    live, rate = state.live.live, state.form.settings["learning_rate"]
    return [
        ("live", "checked", live),
        ("live-place", "hidden", not live and not state.live.live_off),
        ("live-text", "text", _text(state)),
        ("live-rate-place", "hidden", not live),
        ("live-rate-label", "text", f"Learning rate {with_minus(rate)}"),
        ("live-rate", "value", str(place_of(rate))),
        ("live-rate", "aria-valuetext", with_minus(rate)),
        ("hand-title", "text", HAND_OF_THE_START if live else HAND),
    ]


def _text(state: State) -> str:
    if not state.live.live:
        return state.live.live_off
    return (
        f"Live: all {counted(state.epochs, 'epoch')} train anew in every frame while you move this slider, "
        "a starting weight or the bias, a cell in the tab “Data”, or a training row on the map. "
        "Train adds as many epochs, until the next move."
    )
