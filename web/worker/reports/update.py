"""One update in eight stages, each with its formula, the numbers filled in, and every digit of the result."""

from collections.abc import Callable
from typing import NamedTuple

from perceptron.experiment import Run
from perceptron.learning import Update
from web.worker.reports.digits import significant
from web.worker.reports.look import Look, Shown
from web.worker.reports.mathml import ON_THE_NEXT_LINE, formula, fraction, joined, name, number, power, row, sign


class Stage(NamedTuple):
    """What one stage shows. `results` are (label, value) pairs; the quiz asks for the first, and the hint helps."""

    name: str
    title: str
    sentence: str
    hint: str
    formulas: Callable[[Update], list[list[str]]]
    results: Callable[[Update], list[tuple[str, float]]]


def report(run: Run, look: Look, seen: Shown) -> dict[str, object]:
    """The next update from the moment that is looked at."""
    rows = len(run.settings.data.training)
    # After the last epoch, "this epoch" means the last one.
    epoch = max(1, min(seen.epoch + 1, run.epoch))
    return {
        "title": f"Epoch {seen.epoch + 1:,}, training row {seen.row + 1} of {rows}",
        "largest": [epoch, run.largest_update(epoch)],
        "last": [epoch, rows],
        "titles": [stage.title for stage in STAGES],
        "hint": STAGES[look.stage].hint,
        **_stage(STAGES[look.stage], seen.update),
    }


def asked_value(update: Update, stage: str) -> float:
    """What the quiz asks for at a stage. Raises KeyError when there is no such stage."""
    return {known.name: known.results(update)[0][1] for known in STAGES}[stage]


def _stage(stage: Stage, update: Update) -> dict[str, object]:
    results = stage.results(update)
    return {
        "stage": stage.name,
        "sentence": stage.sentence,
        "formulas": [formula(*parts) for parts in stage.formulas(update)],
        # Without what comes after the last equals sign, for the quiz.
        "questions": [formula(*parts[:-1], "<mi>?</mi>") for parts in stage.formulas(update)],
        "results": [{"name": label, "value": repr(value)} for label, value in results],
    }


def _value(value: float) -> str:
    return number(significant(value))


def _indices(update: Update) -> list[str]:
    return [str(position) for position in range(1, len(update.inputs) + 1)]


def _times(*parts: str) -> str:
    return joined(list(parts), "×")


EQUALS, MINUS = sign("="), sign("−")


def _inputs(update: Update) -> list[list[str]]:
    known = zip(_indices(update), update.inputs, strict=True)
    return [[name("x", i), EQUALS, _value(x)] for i, x in known] + [[name("t"), EQUALS, _value(update.target)]]


def _products(update: Update) -> list[list[str]]:
    return [
        [name("x", i), sign("×"), name("w", i), EQUALS, _times(_value(x), _value(w)), EQUALS, _value(x * w)]
        for i, x, w in zip(_indices(update), update.inputs, update.weights, strict=True)
    ]


def _sum(update: Update) -> list[list[str]]:
    letters = [name("b")] + [row(name("x", i), name("w", i)) for i in _indices(update)]
    numbers = [_value(update.bias)]
    numbers += [_value(x * w) for x, w in zip(update.inputs, update.weights, strict=True)]
    total = _value(update.weighted_sum)
    return [[name("z"), EQUALS, joined(letters, "+"), EQUALS, joined(numbers, "+"), EQUALS, total]]


def _output(update: Update) -> list[list[str]]:
    def sigmoid(exponent: str) -> str:
        return fraction(number("1"), row(number("1"), sign("+"), power(name("e"), row(MINUS, exponent))))

    z = _value(update.weighted_sum)
    return [[name("y"), EQUALS, sigmoid(name("z")), EQUALS, sigmoid(z), EQUALS, _value(update.output)]]


def _error(update: Update) -> list[list[str]]:
    letters = [name("t"), MINUS, name("y")]
    numbers = [_value(update.target), MINUS, _value(update.output)]
    return [["<mtext>error</mtext>", EQUALS, *letters, EQUALS, *numbers, EQUALS, _value(update.error)]]


def _slope(update: Update) -> list[list[str]]:
    def product(y: str) -> str:
        return row(y, sign("×"), sign("("), number("1"), MINUS, y, sign(")"))

    y = _value(update.output)
    return [["<mtext>slope</mtext>", EQUALS, product(name("y")), EQUALS, product(y), EQUALS, _value(update.derivative)]]


def _changes(update: Update) -> list[list[str]]:
    rate, error, slope = _value(update.learning_rate), _value(update.error), _value(update.derivative)
    words = ["<mtext>rate</mtext>", "<mtext>error</mtext>"]
    lines = []
    for i, x, change in zip(_indices(update), update.inputs, update.weight_changes, strict=True):
        letters = _times(*words, name("x", i), "<mtext>slope</mtext>")
        numbers = _times(rate, error, _value(x), slope)
        lines.append([sign("Δ"), name("w", i), EQUALS, letters, *_result(numbers, change)])
    letters = _times(*words, "<mtext>slope</mtext>")
    lines.append([sign("Δ"), name("b"), EQUALS, letters, *_result(_times(rate, error, slope), update.bias_change)])
    return lines


def _new(update: Update) -> list[list[str]]:
    olds, changes = (*update.weights, update.bias), (*update.weight_changes, update.bias_change)
    letters = [name("w", i) for i in _indices(update)] + [name("b")]
    return [
        [letter, sign("+"), sign("Δ"), letter, *_result(row(_value(old), sign("+"), _value(change)), new)]
        for letter, old, change, new in zip(letters, olds, changes, (*update.new_weights, update.new_bias), strict=True)
    ]


def _result(numbers: str, value: float) -> list[str]:
    """The same with numbers instead of letters, and the result."""
    return [ON_THE_NEXT_LINE, EQUALS, numbers, EQUALS, _value(value)]


def _numbered(label: str, values: tuple[float, ...]) -> list[tuple[str, float]]:
    return [(f"{label} {position}", value) for position, value in enumerate(values, start=1)]


def _multiplied(update: Update) -> tuple[float, ...]:
    return tuple(x * w for x, w in zip(update.inputs, update.weights, strict=True))


STAGES = (
    Stage(
        "inputs",
        "Inputs",
        "The numbers of the row go into the neuron. The target t is their sum.",
        "Read the numbers of the row.",
        _inputs,
        lambda update: [*_numbered("Input", update.inputs), ("Target", update.target)],
    ),
    Stage(
        "products",
        "Products",
        "Each input is multiplied by its weight.",
        "Multiply input 1 by weight 1.",
        _products,
        lambda update: _numbered("Product", _multiplied(update)),
    ),
    Stage(
        "sum",
        "Sum",
        "The bias and the products are added, in this order.",
        "Add the bias and the products.",
        _sum,
        lambda update: [("Weighted sum", update.weighted_sum)],
    ),
    Stage(
        "output",
        "Sigmoid",
        "The sigmoid squashes the sum to an output between 0 and 1. This is the prediction.",
        "Put the sum into the formula above.",
        _output,
        lambda update: [("Output", update.output)],
    ),
    Stage(
        "error",
        "Error",
        "Error = target − prediction. If it is negative, the prediction was too high.",
        "Subtract the prediction from the target.",
        _error,
        lambda update: [("Error", update.error)],
    ),
    Stage(
        "slope",
        "Slope",
        "The slope says how much the output changes when the sum changes a little. It is at most 0.25, and almost 0 "
        "when the output is near 0 or 1.",
        "Multiply the output by 1 minus the output.",
        _slope,
        lambda update: [("Derivative", update.derivative)],
    ),
    Stage(
        "changes",
        "Changes",
        "Each weight changes by learning rate × error × input × slope. The bias changes as if its input were 1.",
        "Multiply the four numbers above.",
        _changes,
        lambda update: [*_numbered("Change of weight", update.weight_changes), ("Change of bias", update.bias_change)],
    ),
    Stage(
        "new",
        "New weights",
        "Old value + change = new value. The next row uses these.",
        "Add the change to the old weight.",
        _new,
        lambda update: [*_numbered("New weight", update.new_weights), ("New bias", update.new_bias)],
    ),
)
