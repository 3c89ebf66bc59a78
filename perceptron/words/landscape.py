"""Says what a landscape shows: its axes, what is done with the other parameters, and whose error a path has."""

import math
from collections.abc import Sequence

from perceptron.datasets import DataSet
from perceptron.fields import grouped
from perceptron.findings.landscape import PathPoint, Surface, method_of, parameters
from perceptron.findings.lowest import SCANNED
from perceptron.settings import Settings
from perceptron.words.numbers import past_floats, with_minuses
from perceptron.words.race import ONE_START
from perceptron.words.runs import weight_in_words

ERRORS = {"squared": "mean squared error", "cross-entropy": "mean cross-entropy"}
NONE = {
    "rule": "A changed program has no landscape here: only it knows what it answers.",
    "one": "The landscape needs two numbers to learn; this neuron has one weight only.",
}


def parameter_called(data: DataSet, parameter: int) -> str:
    """As in “weight 1 (of First number)” or “bias”."""
    if parameter == data.inputs:
        return "bias"
    return f"weight {parameter + 1} (of {data.input_names[parameter]})"


def error_called(settings: Settings) -> str:
    """What the height of the landscape is."""
    return ERRORS[settings.loss]


def no_landscape_in_words(settings: Settings) -> str:
    """Why there is none; empty where there is one."""
    if settings.rule:
        return NONE["rule"]
    return NONE["one"] if parameters(settings) < 2 else ""


def no_race_in_words(settings: Settings, is_drawn: bool) -> str:
    """Why there is no race of many starts, or nothing to draw it on; empty if there is."""
    if not settings.is_seeded:
        return ONE_START
    return no_landscape_in_words(settings) if is_drawn else ""


def surface_in_words(surface: Surface) -> str:
    """What the map shows, in one or two sentences."""
    data, settings = surface.settings.data, surface.settings
    axes = (surface.across.position, surface.up.position)
    error = f"The {error_called(settings)} of all {grouped(len(data.training))} training rows"
    begin = f"{error}, over {parameter_called(data, axes[0])} and {parameter_called(data, axes[1])}."
    others = [place for place in range(parameters(settings)) if place not in axes]
    return f"{begin} {_others(surface, others)}" if others else begin


def _others(surface: Surface, others: Sequence[int]) -> str:
    called = [parameter_called(surface.settings.data, place) for place in others]
    names = called[0] if len(called) == 1 else f"{', '.join(called[:-1])} and {called[-1]}"
    match method_of(surface):
        case "exact":
            return f"At each point the best {names} {_are(called)} worked out exactly."
        case "search":
            return (
                f"At each point a good {names} is searched for: among {SCANNED} values, then around the best of them. "
                "An even better one could be elsewhere."
            )
        case _:
            held = ", ".join([weight_in_words(surface.held[place]) for place in others])
            return f"{_capital(names)} {_are(called)} held at {held}."


def path_point_in_words(point: PathPoint) -> str:
    """As in “Epoch 100: 1.1450, 1.6960; error 0.02582, on the map 0.3060”."""
    place = f"{weight_in_words(point.across)}, {weight_in_words(point.up)}"
    below = f", on the map {_height(point.map_error)}" if point.differs else ""
    return f"Epoch {grouped(point.epoch)}: {place}; error {_height(point.own_error)}{below}"


def path_in_words(points: Sequence[PathPoint]) -> str:
    """Whether the path's own error is that of the map below it; empty where it is everywhere."""
    apart = sum(point.differs for point in points)
    if not apart:
        return ""
    where = "everywhere" if apart == len(points) else f"at {grouped(apart)} of {grouped(len(points))} moments"
    return f"On its way the run has other values for the rest, so its own error differs from the map’s {where}."


def _are(called: Sequence[str]) -> str:
    return "is" if len(called) == 1 else "are"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _height(error: float) -> str:
    return with_minuses(f"{error:.4g}") if math.isfinite(error) else past_floats(error)
