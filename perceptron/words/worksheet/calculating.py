"""The exercises in which one calculates: a prediction, an error with its slope, and one weight’s change."""

from perceptron.fields import listed
from perceptron.findings.worksheet.change import Change
from perceptron.findings.worksheet.correction import Correction
from perceptron.findings.worksheet.forward import Forward
from perceptron.findings.worksheet.paper import last_place, places_of
from perceptron.words.activation import activation_in_words
from perceptron.words.worksheet.wording import Wording, factor, number, row_named, when

SLOPES = {
    "sigmoid": "output × (1 − output)",
    "tanh": "1 − output × output",
    "relu": "1 if the output is positive, else 0",
}
OUTPUTS = {
    "relu": "A ReLU leaves a positive weighted sum as it is and turns a negative one into 0.",
    "step": "A step turns a negative weighted sum into 0 and every other one into 1.",
}


def forward_in_words(exercise: Forward) -> Wording:
    """The weighted sum and the output."""
    name = exercise.subject.neuron.activation.name
    weights = [f"weight {place} is {number(weight)}" for place, weight in enumerate(exercise.weights, start=1)]
    bias = [] if exercise.bias is None else [f"the bias is {number(exercise.bias)}"]
    inputs = [f"input {place} is {number(x)}" for place, x in enumerate(exercise.inputs, start=1)]
    terms = [] if exercise.bias is None else [number(exercise.bias)]
    terms += [f"{factor(x)} × {factor(weight)}" for x, weight in zip(exercise.inputs, exercise.weights, strict=True)]
    places = places_of(exercise.weighted_sum)
    asks = [f"Weighted sum, with {places} decimals:"]
    answers = [f"{' + '.join(terms)} = {number(exercise.weighted_sum)}"]
    if exercise.looked_up is not None:
        asks.append("Output: round the weighted sum to one decimal and read the table.")
        answers.append(
            f"The weighted sum rounds to {number(exercise.looked_up)}, so the output is {number(exercise.output)}."
        )
    elif name in OUTPUTS:
        asks.append(f"Output. {OUTPUTS[name]}")
        answers.append(number(exercise.output))
    heads = ("Weighted sum", *(number(total) for total, _ in exercise.table))
    outputs = (activation_in_words(name), *(number(output) for _, output in exercise.table))
    often = "lose a minus" if exercise.bias is None else "forget the bias or lose a minus"
    off = f"A sum that is {number(last_place(exercise.weighted_sum))} off from rounding on the way is right too."
    return Wording(
        title="A prediction by hand",
        given=f"For the row {row_named(exercise.subject, exercise.met)}, {listed(inputs)}. "
        f"{listed(weights + bias).capitalize()}.{when(exercise.subject)}",
        table=(heads, outputs) if exercise.table else (),
        asks=tuple(asks),
        answers=tuple(answers),
        answer_notes=(f"Students often {often}. {off}", "")[: len(answers)],
    )


def correction_in_words(exercise: Correction) -> Wording:
    """The error, and the slope if it counts."""
    name = exercise.subject.neuron.activation.name
    asks = ["Error = target − prediction ="]
    answers = [f"{number(exercise.target)} − {factor(exercise.prediction)} = {number(exercise.error)}"]
    notes = ["Students often take prediction − target. With that sign the weights would move away from the target."]
    if exercise.slope is not None:
        asks.append(f"Slope = {SLOPES[name]} =")
        answers.append(_slope_in_words(name, exercise))
        notes.append("The output is the prediction. Some students put the error into the slope.")
    return Wording(
        title="Error" if exercise.slope is None else "Error and slope",
        given=f"For the training row {row_named(exercise.subject, exercise.met)}, the target is "
        f"{number(exercise.target)}. The neuron predicts {number(exercise.prediction)}.{when(exercise.subject)}",
        table=(),
        asks=tuple(asks),
        answers=tuple(answers),
        answer_notes=tuple(notes),
    )


def change_in_words(exercise: Change) -> Wording:
    """The change of one weight, and the weight after it."""
    factors = [exercise.rate, exercise.error, exercise.x]
    names = ["learning rate", "error", "input"]
    given = f"the learning rate is {number(exercise.rate)}, the error is {number(exercise.error)}"
    given += f", input {exercise.number} is {number(exercise.x)}"
    if exercise.slope is not None:
        factors.append(exercise.slope)
        names.append("slope")
        given += f", the slope is {number(exercise.slope)}"
    product = " × ".join(factor(part) for part in factors)
    return Wording(
        title="One weight moves",
        given=f"For the training row {row_named(exercise.subject, exercise.met)}, {given}. "
        f"Weight {exercise.number} is {number(exercise.weight)}.{when(exercise.subject)}",
        table=(),
        asks=(
            f"Change = {' × '.join(names)}, with {places_of(exercise.change)} decimals:",
            "New weight = old weight + change =",
        ),
        answers=(
            f"{product} = {number(exercise.change)}",
            f"{number(exercise.weight)} + {factor(exercise.change)} = {number(exercise.new_weight)}",
        ),
        answer_notes=(
            "Students often drop a zero after the decimal point: the change is small. The last digit may differ by 1.",
            "A new weight that follows from a wrong change is right.",
        ),
    )


def _slope_in_words(name: str, exercise: Correction) -> str:
    output, slope = exercise.prediction, exercise.slope
    assert slope is not None
    if name == "sigmoid":
        return f"{number(output)} × {number(1 - output)} = {number(slope)}"
    if name == "tanh":
        return f"1 − {factor(output)} × {factor(output)} = {number(slope)}"
    return number(slope)
