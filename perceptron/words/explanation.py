"""Says why one answer is right or wrong. Every word comes from the numbers, for any data, start and settings."""

import math

from perceptron.findings.explanation import Explanation
from perceptron.scoring import printed

MOST_TERMS_TOLD = 4
MOST_PLACES = 17
# Below this share of the steepest slope, the share is not worth a number.
NEXT_TO_NOTHING = 1e-9


def explanation_in_words(explanation: Explanation) -> tuple[str, ...]:
    """How the sum is made, what the answer is, how far it is from right or wrong, and how steep the curve is there."""
    if math.isnan(explanation.output):
        return (_about_the_sum(explanation), "So there is no answer.")
    return (
        _about_the_sum(explanation),
        _about_the_output(explanation),
        _about_the_room(explanation) if explanation.right else _about_the_need(explanation),
        _about_the_slope(explanation),
    )


def _about_the_sum(explanation: Explanation) -> str:
    if not math.isfinite(explanation.weighted_sum):
        return "Its weighted sum does not fit in a 64-bit float."
    result = _shown(explanation.weighted_sum, _places_of_sum(explanation))
    if len(explanation.inputs) > MOST_TERMS_TOLD:
        inputs = len(explanation.inputs)
        return f"Its weighted sum (the bias plus {inputs} inputs times their weights) is {result}."
    terms = [
        f"{_in_brackets(str(x))} × {_in_brackets(_shown(weight, 4))}"
        for x, weight in zip(explanation.inputs, explanation.weights, strict=True)
    ]
    return f"Its weighted sum is {' + '.join([_shown(explanation.bias, 4), *terms])} = {result}."


def _about_the_output(explanation: Explanation) -> str:
    if explanation.activation.name == "linear":
        answer = "A linear neuron answers with the sum itself"
    else:
        output = _shown(explanation.output, _places_of_output(explanation))
        answer = f"The {explanation.activation.name} squashes it to {output}"
    if explanation.right:
        return f"{answer}, which rounds to {explanation.printed}. That is right."
    way, expected = explanation.way, explanation.expected
    return f"{answer}, which rounds to {explanation.printed}. That is too {way}: the target is {expected}."


def _about_the_need(explanation: Explanation) -> str:
    assert explanation.needed_output is not None
    limit = "at least" if explanation.way == "low" else "at most"
    places = _places_of_output(explanation)
    # The bound is half a unit of the last decimal away from a printed number, so one decimal more tells it.
    if places == _fewest_places(explanation):
        places = explanation.decimals + 1
    output = _shown(explanation.needed_output, places)
    has = f"It is {_shown(explanation.weighted_sum, _places_of_sum(explanation))}."
    if explanation.activation.name == "linear":
        return f"To round to {explanation.expected}, the sum must be {limit} {output}. {has}"
    need = f"To round to {explanation.expected}, the output must be {limit} {output}"
    if explanation.needed_sum is None:
        name, least, most = explanation.activation.name, explanation.activation.least, explanation.activation.most
        return f"{need}, which no sum gives: a {name} stays between {least:g} and {most:g}."
    needed = _shown(explanation.needed_sum, _places_of_sum(explanation))
    return f"{need}, so the sum must be {limit} {needed}. {has}"


def _about_the_room(explanation: Explanation) -> str:
    """How far the output of a right row can move and still round to the target."""
    name, fall, rise = explanation.activation.name, explanation.can_fall, explanation.can_rise
    still = f"and still round to {explanation.expected}"
    if fall is None:
        return f"It can rise by about {rise:.2g} {still}. No {name} output is too low for that."
    if rise is None:
        return f"It can fall by about {fall:.2g} {still}. No {name} output is too high for that."
    return f"It can fall by about {fall:.2g} or rise by about {rise:.2g} {still}."


def _about_the_slope(explanation: Explanation) -> str:
    name, slope, share = explanation.activation.name, explanation.slope, explanation.steepness
    if name == "linear":
        return "A linear neuron’s slope is 1 everywhere, so it learns equally fast everywhere."
    if slope == 0.0:
        exactly = f"In 64-bit floats the output is exactly {explanation.output:g}"
        return f"{exactly}. The {name}’s slope is 0 there, so the neuron no longer learns from this row."
    if share >= 0.995:
        return f"The {name} is about as steep as it can be here, so the neuron learns about as fast as it can."
    shown = f"{slope:.3f}" if slope >= 0.01 else f"{slope:.2g}"
    against = f"The {name}’s slope is {shown} here and {explanation.activation.steepest:g} at its steepest"
    if share < NEXT_TO_NOTHING:
        return f"{against}, so it learns almost nothing here."
    if explanation.flat:
        return f"{against}, so it learns here {float(f'{explanation.times_slower:.2g}'):,.0f} times more slowly."
    percent = f"{100.0 * share:.0f}" if share >= 0.1 else f"{100.0 * share:.2g}"
    only = "only " if share < 0.5 else ""
    return f"{against}, so it learns here {only}{percent} % as fast."


def _fewest_places(explanation: Explanation) -> int:
    return max(4, explanation.decimals + 2)


def _places_of_output(explanation: Explanation) -> int:
    return _places_to_tell_apart(explanation.output, explanation.needed_output, _fewest_places(explanation))


def _places_of_sum(explanation: Explanation) -> int:
    if explanation.activation.name == "linear":
        return _places_to_tell_apart(explanation.weighted_sum, explanation.needed_sum, _fewest_places(explanation))
    return _places_to_tell_apart(explanation.weighted_sum, explanation.needed_sum, 3)


def _places_to_tell_apart(value: float, other: float | None, places: int) -> int:
    """The fewest decimals, from `places` on, at which two different numbers look different."""
    while other is not None and places < MOST_PLACES and printed(value, places) == printed(other, places):
        places += 1
    return places


def _shown(value: float, places: int) -> str:
    """A number as a person reads it: a very large or a very small one with an exponent."""
    if value and not 1e-4 <= abs(value) < 1e7:
        return f"{value:.4g}"
    return printed(value, places)


def _in_brackets(number: str) -> str:
    return f"({number})" if number.startswith("-") else number
