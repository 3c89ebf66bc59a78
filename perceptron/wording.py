"""The sentences that explain one answer. Every word comes from the numbers, for any data, start and settings."""

import math

from perceptron.explanation import Explanation
from perceptron.neuron import Perceptron
from perceptron.scoring import bounds, printed

MOST_TERMS_TOLD = 4
MOST_PLACES = 17
# Below this share of its steepest slope an activation counts as flat,
FLAT = 0.01
# and below this one the share is not worth a number.
NEXT_TO_NOTHING = 1e-9


def sentences(explanation: Explanation, neuron: Perceptron) -> tuple[str, ...]:
    """How the sum comes about, what the answer is, what it lacks or has to spare, and how steep it is there."""
    if math.isnan(explanation.output):
        return (_about_the_sum(explanation, neuron), "So there is no answer.")
    return (
        _about_the_sum(explanation, neuron),
        _about_the_output(explanation),
        _about_the_room(explanation, neuron) if explanation.right else _about_the_need(explanation, neuron),
        _about_the_slope(explanation),
    )


def _about_the_sum(explanation: Explanation, neuron: Perceptron) -> str:
    if not math.isfinite(explanation.weighted_sum):
        return "Its weighted sum is past what a 64-bit float can hold."
    result = _shown(explanation.weighted_sum, _places_of_sum(explanation))
    if len(explanation.inputs) > MOST_TERMS_TOLD:
        inputs = len(explanation.inputs)
        return f"Its weighted sum, the bias and {inputs} inputs times their weights, is {result}."
    terms = [
        f"{_in_brackets(str(x))} × {_in_brackets(_shown(weight, 4))}"
        for x, weight in zip(explanation.inputs, neuron.weights, strict=True)
    ]
    return f"Its weighted sum is {' + '.join([_shown(neuron.bias, 4), *terms])} = {result}."


def _about_the_output(explanation: Explanation) -> str:
    if explanation.activation == "linear":
        answer = "A linear neuron answers with the sum itself"
    else:
        output = _shown(explanation.output, _places_of_output(explanation))
        answer = f"The {explanation.activation} of that is {output}"
    if explanation.right:
        return f"{answer}, which prints as {explanation.printed}, as it should."
    way, expected = explanation.way, explanation.expected
    return f"{answer}, which prints as {explanation.printed}: too {way}, it should be {expected}."


def _about_the_need(explanation: Explanation, neuron: Perceptron) -> str:
    assert explanation.needed_output is not None
    limit = "at least" if explanation.way == "low" else "at most"
    places = _places_of_output(explanation)
    # The bound is half a unit of the last decimal away from a printed number, so one decimal more tells it.
    if places == _fewest_places(explanation):
        places = explanation.decimals + 1
    output = _shown(explanation.needed_output, places)
    has = f"it has {_shown(explanation.weighted_sum, _places_of_sum(explanation))}."
    if explanation.activation == "linear":
        return f"To print {explanation.expected} it needs a sum of {limit} {output}; {has}"
    need = f"To print {explanation.expected} it needs an output of {limit} {output}"
    if explanation.needed_sum is None:
        least, most = neuron.activation.least, neuron.activation.most
        return f"{need}, which no sum gives: a {explanation.activation} stays between {least:g} and {most:g}."
    return f"{need}, and so a sum of {limit} {_shown(explanation.needed_sum, _places_of_sum(explanation))}; {has}"


def _about_the_room(explanation: Explanation, neuron: Perceptron) -> str:
    """How far the output of a right row may move and still print alike, as far as the activation can move it."""
    least, most = bounds(explanation.expected, explanation.decimals)
    below, above = f"{explanation.output - least:.2g}", f"{most - explanation.output:.2g}"
    if least <= neuron.activation.least:
        return f"It is right, with {above} to spare above; no {explanation.activation} can be too low for it."
    if most >= neuron.activation.most:
        return f"It is right, with {below} to spare below; no {explanation.activation} can be too high for it."
    return f"It is right, with {below} to spare below and {above} above."


def _about_the_slope(explanation: Explanation) -> str:
    name, slope, steepest = explanation.activation, explanation.slope, explanation.steepest_slope
    if name == "linear":
        return "A linear neuron’s slope is 1 everywhere: the same error always moves the weights as far."
    if slope == 0.0:
        exactly = f"In 64-bit floats the output is exactly {explanation.output:g}"
        return f"{exactly}, where the {name}’s slope is 0: the neuron no longer learns from this row."
    share = slope / steepest
    if share >= 0.995:
        return f"The {name} is about as steep here as anywhere: an error moves the weights about as far as it can."
    shown = f"{slope:.3f}" if slope >= FLAT else f"{slope:.2g}"
    against = f"The {name}’s slope is {shown} here, against {steepest:g} at its steepest"
    if share < NEXT_TO_NOTHING:
        return f"{against}: the same error moves the weights next to not at all."
    if share < FLAT:
        return f"{against}: the same error moves the weights {float(f'{1.0 / share:.2g}'):,.0f} times less far."
    times = f"{share:.2f}" if share >= 0.1 else f"{share:.2g}"
    return f"{against}: the same error moves the weights {times} times as far."


def _fewest_places(explanation: Explanation) -> int:
    return max(4, explanation.decimals + 2)


def _places_of_output(explanation: Explanation) -> int:
    return _places_to_tell_apart(explanation.output, explanation.needed_output, _fewest_places(explanation))


def _places_of_sum(explanation: Explanation) -> int:
    if explanation.activation == "linear":
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
