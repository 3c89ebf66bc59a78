"""Says why one answer is right or wrong. Every word comes from the numbers, for any data, start and settings."""

import math

from perceptron.criteria import Nearer, Rounding
from perceptron.findings.asked_row import AskedRow
from perceptron.findings.explanation import Explanation
from perceptron.scoring import printed, readable
from perceptron.words.activation import activation_in_words
from perceptron.words.questions import value_in_words
from perceptron.words.reach import stays_in_words
from perceptron.words.slope import slope_in_words
from perceptron.words.targets import goal_in_words, half_way_in_words, target_in_words

MOST_TERMS_TOLD = 4
MOST_PLACES = 17

Judged = Explanation | AskedRow  # what an answer is worth is said in the same words


def explanation_in_words(explanation: Explanation) -> tuple[str, ...]:
    """How the sum is made, what the answer is, how far it is from right or wrong, and how steep the curve is there."""
    if not math.isfinite(explanation.answer):
        return (_about_the_sum(explanation), "So there is no answer.")
    return (
        _about_the_sum(explanation),
        _about_the_answer(explanation),
        _about_the_room(explanation) if explanation.right else _about_the_need(explanation),
        slope_in_words(explanation),
    )


def reason_in_words(explanation: Explanation) -> str:
    """The same in short: what the answer is, and what a right one would need."""
    if not math.isfinite(explanation.answer):
        return f"{_about_the_sum(explanation)} So there is no answer."
    total = number_in_words(explanation.weighted_sum, _places_of_sum(explanation))
    need = _about_the_room(explanation) if explanation.right else _about_the_need(explanation)
    return f"{_about_the_answer(explanation, f'the weighted sum {total}')} {need}"


def _about_the_sum(explanation: Explanation) -> str:
    scaled = explanation.reach.scaled
    whose = "Its weighted sum of the scaled inputs" if scaled else "Its weighted sum"
    if not math.isfinite(explanation.weighted_sum):
        return f"{whose} does not fit in a 64-bit float."
    result = number_in_words(explanation.weighted_sum, _places_of_sum(explanation))
    if len(explanation.met) > MOST_TERMS_TOLD:
        products = f"{len(explanation.met)} inputs times their weights"
        return f"{whose} ({f'the bias plus {products}' if explanation.has_bias else products}) is {result}."
    inputs = [number_in_words(x, 4) if scaled else value_in_words(explanation.task.data, x) for x in explanation.met]
    terms = [number_in_words(explanation.bias, 4)] if explanation.has_bias else []
    terms += [
        f"{_in_brackets(x)} × {_in_brackets(number_in_words(weight, 4))}"
        for x, weight in zip(inputs, explanation.weights, strict=True)
    ]
    return f"{whose} is {' + '.join(terms)} = {result}."


def _about_the_answer(explanation: Explanation, total: str = "") -> str:
    """`total` is what the weighted sum is called; without it, it has just been told."""
    told = f"{_about_the_output(explanation, total)}{counted_in_words(explanation)}."
    if explanation.right:
        return f"{told} That is right."
    expected = target_in_words(explanation.task, explanation.target, explanation.expected)
    return f"{told} That is too {explanation.way}: the target is {expected}."


def _about_the_output(explanation: Explanation, total: str) -> str:
    scaled, answer = explanation.reach.scaled, number_in_words(explanation.answer, _places_of_answer(explanation))
    places = 4 if scaled else _places_of_answer(explanation)
    output = number_in_words(explanation.output, places)
    match explanation.activation.name:
        case "linear":
            told = f"A linear neuron answers with {total or 'the weighted sum'} itself"
        case "relu" if explanation.output > 0.0:
            told = f"The ReLU leaves {total or 'a positive weighted sum'} as it is"
        case "relu" | "step" as name:
            told = f"The {activation_in_words(name)} turns {total or 'it'} into {explanation.output:g}"
        case name:
            told = f"The {name} squashes {total or 'it'} to {output}"
    return f"{told}. Scaled back, that is {answer}" if scaled else told


def counted_in_words(explanation: Judged) -> str:
    """What of an answer decides whether it is right."""
    task = explanation.task
    match task.criterion:
        case Rounding():
            return f", which rounds to {explanation.printed}"
        case Nearer() if explanation.nearer is None:
            return f", which is {half_way_in_words(task)}"
        case Nearer(low, high):
            near, far = (low, high) if explanation.nearer == low else (high, low)
            return f", which is nearer to {target_in_words(task, near)} than to {target_in_words(task, far)}"
        case _:
            goal = goal_in_words(task, explanation.target).removeprefix("be ")
            return f", which is {'' if explanation.right else 'not '}{goal}"


def _about_the_need(explanation: Explanation) -> str:
    assert explanation.needed_answer is not None
    goal = goal_in_words(explanation.task, explanation.target, explanation.expected)
    limit = limit_in_words(explanation)
    answer = needed_in_words(explanation, explanation.needed_answer)
    has = f"It is {number_in_words(explanation.weighted_sum, _places_of_sum(explanation))}."
    scaled, activation = explanation.reach.scaled, explanation.activation
    if activation.name == "linear" and not scaled:
        return f"To {goal}, the weighted sum must be {limit} {answer}. {has}"
    if activation.name == "step" and explanation.needed_sum is not None:
        side = "at least" if explanation.way == "low" else "less than"
        return f"To {goal}, the weighted sum must be {side} {explanation.needed_sum:g}, where the step jumps. {has}"
    need = f"To {goal}, the {'answer' if scaled else 'output'} must be {limit} {answer}"
    if explanation.needed_sum is None:
        return f"{need}, which no weighted sum gives: {stays_in_words(explanation.reach)}."
    shown = printed if isinstance(explanation.task.criterion, Nearer) else number_in_words
    needed = shown(explanation.needed_sum, _places_of_sum(explanation))
    return f"{need}, so the weighted sum must be {limit} {needed}. {has}"


def limit_in_words(explanation: Judged) -> str:
    """Which side of the needed answer is right. Half-way between two targets is not."""
    low = explanation.way == "low"
    if isinstance(explanation.task.criterion, Nearer):
        return "more than" if low else "less than"
    return "at least" if low else "at most"


def needed_in_words(explanation: Judged, needed: float) -> str:
    """A needed answer with as many decimals as tell it from the one that there is."""
    places, criterion = _places_of_answer(explanation), explanation.task.criterion
    if places > _fewest_places(explanation) and not isinstance(criterion, Nearer):
        return number_in_words(needed, places)
    # The bound is half a unit of the last decimal away from a printed number, so one decimal more tells it.
    return number_in_words(needed, criterion.decimals + 1) if isinstance(criterion, Rounding) else f"{needed:.12g}"


def _about_the_room(explanation: Explanation) -> str:
    """How far the answer of a right row can move and still be right."""
    name = activation_in_words(explanation.activation.name)
    fall, rise = explanation.can_fall, explanation.can_rise
    still = f"and still {goal_in_words(explanation.task, explanation.target, explanation.expected)}"
    low = f"No {name} output is too low for that."
    high = f"No {name} output is too high for that."
    if fall is None and rise is None:
        if name == "step":
            return "Only a weighted sum on the other side of 0, where the step jumps, would change that."
        return f"Every {name} output would {still.removeprefix('and still ')}."
    if fall is None:
        return f"It can rise by about {rise:.2g} {still}. {low}"
    if rise is None:
        return f"It can fall by about {fall:.2g} {still}. {high}"
    if f"{fall:.2g}" == f"{rise:.2g}":
        return f"It can fall or rise by about {fall:.2g} {still}."
    return f"It can fall by about {fall:.2g} or rise by about {rise:.2g} {still}."


def answer_in_words(explanation: Judged) -> str:
    """The answer with as many decimals as tell it from a right one."""
    return number_in_words(explanation.answer, _places_of_answer(explanation))


def _fewest_places(explanation: Judged) -> int:
    criterion = explanation.task.criterion
    if isinstance(criterion, Rounding):
        return max(4, criterion.decimals + 2)
    return max(4, explanation.task.answer_decimals)


def _places_of_answer(explanation: Judged) -> int:
    if explanation.half_way:
        return _fewest_places(explanation)
    return _places_to_tell_apart(explanation.answer, explanation.needed_answer, _fewest_places(explanation))


def _places_of_sum(explanation: Explanation) -> int:
    fewest = _fewest_places(explanation) if explanation.activation.name == "linear" else 3
    if explanation.half_way:
        return fewest
    return _places_to_tell_apart(explanation.weighted_sum, explanation.needed_sum, fewest)


def _places_to_tell_apart(value: float, other: float | None, places: int) -> int:
    """The fewest decimals, from `places` on, at which two different numbers look different."""
    if other is None or other == value:
        return places
    while places < MOST_PLACES and printed(value, places) == printed(other, places):
        places += 1
    return places


def number_in_words(value: float, places: int) -> str:
    """A number as a person reads it: a very large or a very small one with an exponent."""
    if not math.isfinite(value):
        return readable(value, places)
    if value and not 1e-4 <= abs(value) < 1e7:
        return f"{value:.4g}"
    return printed(value, places)


def _in_brackets(number: str) -> str:
    return f"({number})" if number.startswith("-") else number
