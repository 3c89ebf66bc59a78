"""Which learning rates the run had before, and the way back to the last of them."""

from perceptron.legs import Leg, read_legs
from perceptron.numerals import with_minus
from web.page.state import State

MOST_TOLD = 3

_read: dict = {}


def view(state: State) -> list:
    """The writes for the line under the settings."""
    legs = legs_of(state)
    return [
        ("legs", "hidden", not legs),
        ("legs-text", "text", _sentence(legs, state.form.settings["learning_rate"]) if legs else ""),
        ("rate-back", "text", _way_back(legs[-1], state.here) if legs else ""),
    ]


def legs_of(state: State) -> tuple:
    """The legs of the State's run. The same text is read only once, because a frame has little time."""
    text = state.form.settings["legs"]
    if _read.get("text") != text:
        _read["text"], _read["legs"] = text, read_legs(text)
    return tuple(_read["legs"])


def _sentence(legs: tuple, rate: str) -> str:
    told = legs if len(legs) <= MOST_TOLD else legs[-1:]
    stretches = ", ".join([f"{with_minus(leg.learning_rate)} up to {_moment(leg)}" for leg in told])
    others = len(legs) - len(told)
    earlier = f" (after {others} earlier changes)" if others else ""
    return f"Learning rate: {stretches}, then {with_minus(rate)}{earlier}."


def _way_back(leg: Leg, here: tuple) -> str:
    """The button names the moment it goes back to, because everything learned after it is lost."""
    rate = with_minus(leg.learning_rate)
    return f"Back to {rate}" if here <= (leg.epoch, leg.row) else f"Back to {rate} at {_moment(leg)}"


def _moment(leg: Leg) -> str:
    return f"row {leg.row} of epoch {leg.epoch + 1:,}" if leg.row else f"epoch {leg.epoch:,}"
