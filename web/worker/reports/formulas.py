"""The formulas of one update, stage by stage, with the numbers filled in, as MathML.

Each formula is a row of parts, and the last part is its result.
"""

import math
from collections.abc import Callable, Sequence

from perceptron.findings.one_update import OneUpdate
from perceptron.findings.quiz import decimals_that_tell
from perceptron.scaling import Span
from perceptron.words.numbers import past_floats
from web.worker.reports.digits import significant
from web.worker.reports.mathml import (
    ON_THE_NEXT_LINE,
    bracketed,
    formula,
    fraction,
    joined,
    name,
    number,
    power,
    row,
    sign,
    word,
)

EQUALS, MINUS, PLUS = sign("="), sign("−"), sign("+")
# Of more terms than this, letters are told by the first and the last, and the numbers stand on several lines.
MOST_TERMS_A_LINE = 4
# Decimals besides those in which a number changes, so that whoever calculates with them rounds to the right ones.
SPARE = 2


def formulas(stage: str, one: OneUpdate) -> list[str]:
    """All formulas of a stage. Raises KeyError when there is no such stage."""
    return [formula(*parts) for parts in STAGES[stage](one)]


def questions(stage: str, one: OneUpdate) -> list[str]:
    """The same without what comes after the last equals sign, for the quiz; one for each number of the stage."""
    return [formula(*parts[:-1], "<mi>?</mi>") for parts in STAGES[stage](one)]


def _value(value: float) -> str:
    return word(past_floats(value)) if math.isnan(value) else number(significant(value))


def _times(*parts: str) -> str:
    return joined(list(parts), "×")


def _indices(one: OneUpdate) -> list[str]:
    return [str(position) for position in range(1, len(one.update.inputs) + 1)]


def _inputs(one: OneUpdate) -> list[list[str]]:
    letters = [name("x", i) for i in _indices(one)] + [name("t")]
    met = (*one.update.inputs, one.update.target)
    if not one.spans:
        return [[letter, EQUALS, _value(value)] for letter, value in zip(letters, met, strict=True)]
    given = (*one.row.inputs, one.row.target)
    return [
        [letter, EQUALS, _scaled(value, span), EQUALS, _value(result)]
        for letter, value, span, result in zip(letters, given, one.spans, met, strict=True)
    ]


def _scaled(value: float, span: Span) -> str:
    return fraction(row(_value(value), MINUS, _value(span.least)), _value(span.width))


def _products(one: OneUpdate) -> list[list[str]]:
    terms = zip(_indices(one), one.update.inputs, one.update.weights, one.products, strict=True)
    return [
        [name("x", i), sign("×"), name("w", i), EQUALS, _times(_value(x), _value(w)), EQUALS, _value(product)]
        for i, x, w, product in terms
    ]


def _sum(one: OneUpdate) -> list[list[str]]:
    letters = [row(name("x", i), name("w", i)) for i in _indices(one)]
    numbers = [_value(product) for product in one.products]
    if one.update.has_bias:
        letters, numbers = [name("b"), *letters], [_value(one.update.bias), *numbers]
    total = _value(one.update.weighted_sum)
    start = [name("z"), EQUALS, joined(_shortened(letters), "+")]
    if len(numbers) <= MOST_TERMS_A_LINE:
        return [[*start, EQUALS, joined(numbers, "+"), EQUALS, total]]
    return [[*start, *_on_lines(numbers), EQUALS, total]]


def _shortened(letters: list[str]) -> list[str]:
    return letters if len(letters) <= MOST_TERMS_A_LINE else [*letters[:2], sign("⋯"), letters[-1]]


def _on_lines(numbers: Sequence[str]) -> list[str]:
    """A long sum, a few terms on each line."""
    parts: list[str] = []
    for first in range(0, len(numbers), MOST_TERMS_A_LINE):
        line = joined(list(numbers[first : first + MOST_TERMS_A_LINE]), "+")
        parts += [ON_THE_NEXT_LINE, PLUS if first else EQUALS, line]
    return parts


def _output(one: OneUpdate) -> list[list[str]]:
    z, y = _value(one.update.weighted_sum), _value(one.update.output)
    activated = ACTIVATED[one.settings.activation]
    return [[name("y"), EQUALS, activated(name("z")), EQUALS, activated(z), EQUALS, y]]


def _sigmoid(exponent: str) -> str:
    return fraction(number("1"), row(number("1"), PLUS, power(name("e"), row(MINUS, exponent))))


def _function(called: str) -> Callable[[str], str]:
    return lambda argument: row(word(called), bracketed(argument))


# How an activation is written, of a letter or of a number.
ACTIVATED: dict[str, Callable[[str], str]] = {
    "sigmoid": _sigmoid,
    "tanh": _function("tanh"),
    "linear": row,
    "relu": lambda z: row(word("max"), bracketed(number("0"), sign(","), z)),
    "step": _function("step"),
}


def _error(one: OneUpdate) -> list[list[str]]:
    letters = [name("t"), MINUS, name("y")]
    numbers = [_value(one.update.target), MINUS, _value(one.update.output)]
    return [[word("error"), EQUALS, *letters, EQUALS, *numbers, EQUALS, _value(one.update.error)]]


def _slope(one: OneUpdate) -> list[list[str]]:
    y, slope = _value(one.update.output), _value(one.update.derivative)
    start = [word("slope"), EQUALS]
    if one.loss_cancels_the_slope:
        of_sigmoid = _sigmoid_slope(name("y"))
        return [[*start, fraction(of_sigmoid, of_sigmoid), EQUALS, slope]]
    match one.settings.activation:
        case "sigmoid":
            return [[*start, _sigmoid_slope(name("y")), EQUALS, _sigmoid_slope(y), EQUALS, slope]]
        case "tanh":
            return [[*start, _tanh_slope(name("y")), EQUALS, _tanh_slope(y), EQUALS, slope]]
        case "relu":
            above = [sign("&gt;"), number("0")] if one.update.output > 0.0 else []
            return [[name("y"), EQUALS, y, *above, sign(","), *start, slope]]
        case _:
            return [[*start, slope]]


def _sigmoid_slope(y: str) -> str:
    return row(y, sign("×"), bracketed(number("1"), MINUS, y))


def _tanh_slope(y: str) -> str:
    return row(number("1"), MINUS, y, sign("×"), y)


def _changes(one: OneUpdate) -> list[list[str]]:
    update = one.update
    rate, error, slope = _value(update.learning_rate), _value(update.error), _value(update.derivative)
    words = [word("rate"), word("error")]
    lines = []
    for i, x, change in zip(_indices(one), update.inputs, update.weight_changes, strict=True):
        letters = _times(*words, name("x", i), word("slope"))
        numbers = _times(rate, error, _value(x), slope)
        lines.append([sign("Δ"), name("w", i), EQUALS, letters, *_result(numbers, change)])
    if update.has_bias:
        letters = _times(*words, word("slope"))
        lines.append([sign("Δ"), name("b"), EQUALS, letters, *_result(_times(rate, error, slope), update.bias_change)])
    return lines


def _new(one: OneUpdate) -> list[list[str]]:
    update = one.update
    letters = [name("w", i) for i in _indices(one)] + ([name("b")] if update.has_bias else [])
    changes = (*update.weight_changes, *((update.bias_change,) if update.has_bias else ()))
    lines = []
    for letter, (old, new), change in zip(letters, one.old_and_new, changes, strict=True):
        numbers = row(_changing(old, old, new), PLUS, _value(change))
        lines.append([letter, PLUS, sign("Δ"), letter, *_result_of(numbers, _changing(new, old, new))])
    return lines


def _changing(value: float, old: float, new: float) -> str:
    """The old or the new number with so many digits that the change can be seen in them and calculated with them."""
    decimals = decimals_that_tell(old, new)
    if decimals is None:
        return _value(value)
    text = f"{value:.{max(0, decimals) + SPARE}f}"
    return number(text) if len(text) > len(significant(value)) else _value(value)


def _result(numbers: str, value: float) -> list[str]:
    """The same with numbers instead of letters, and the result."""
    return _result_of(numbers, _value(value))


def _result_of(numbers: str, result: str) -> list[str]:
    return [ON_THE_NEXT_LINE, EQUALS, numbers, EQUALS, result]


STAGES: dict[str, Callable[[OneUpdate], list[list[str]]]] = {
    "inputs": _inputs,
    "products": _products,
    "sum": _sum,
    "output": _output,
    "error": _error,
    "slope": _slope,
    "changes": _changes,
    "new": _new,
}
