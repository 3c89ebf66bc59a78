"""Writes what the neuron answers as one formula, as in “Fahrenheit = 1.80 × Celsius + 32.0”."""

import math

from perceptron.fields import shortened
from perceptron.findings.answer_formula import AnswerFormula
from perceptron.findings.spans import span_of, target_span
from perceptron.numerals import MINUS
from perceptron.words.activation import activation_in_words
from perceptron.words.numbers import in_words

SIGNIFICANT = 3
# Of the targets' span, a ten-thousandth and less is as good as nothing.
FINE = 4
MOST_DECIMALS = 15
MOST_OF_A_NAME = 24


def answer_formula_in_words(formula: AnswerFormula | None) -> str:
    """The formula with three digits to each number; a number that hardly changes an answer is left out."""
    if formula is None:
        return ""
    total = _sum(formula)
    name = shortened(formula.task.data.target_name, MOST_OF_A_NAME)
    return f"{name} = {total if formula.is_linear else f'{activation_in_words(formula.activation)}({total})'}"


def _sum(formula: AnswerFormula) -> str:
    data, answers = formula.task.data, _width(*target_span(formula.task.data))
    terms = []
    for position, factor in enumerate(formula.factors):
        size = _number(factor, answers / _width(*span_of(data, position)))
        if size:
            terms.append((factor < 0.0, f"{size} × {shortened(data.input_names[position], MOST_OF_A_NAME)}"))
    size = _number(formula.constant, answers)
    if size:
        terms.append((formula.constant < 0.0, size))
    if not terms:
        return "0"
    (is_negative, first), *others = terms
    return (
        (MINUS if is_negative else "") + first + "".join(f" {MINUS if less else '+'} {term}" for less, term in others)
    )


def _width(least: float, most: float) -> float:
    """How far apart two ends are; 1 where that is no ordinary number."""
    width = most - least
    return width if 0.0 < width < math.inf else 1.0


def _number(value: float, scale: float) -> str:
    """A number without its sign, where `scale` is how large such a number usually is; empty for next to nothing."""
    rounded = float(f"{abs(value):.{SIGNIFICANT - 1}e}")
    if rounded == 0.0 or not 0.0 < scale < math.inf:
        return ""
    fine = FINE - math.floor(math.log10(scale))
    decimals = max(0, min(SIGNIFICANT - 1 - math.floor(math.log10(rounded)), fine, MOST_DECIMALS))
    return in_words(abs(value), decimals) if round(abs(value), decimals) else ""
