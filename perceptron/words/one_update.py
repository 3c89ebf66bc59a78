"""Says what happens in each stage of one update, for every activation, loss and data, and how to work it out."""

from perceptron.findings.one_update import OneUpdate
from perceptron.settings import Settings
from perceptron.words.activation import activation_in_words
from perceptron.words.targets import target_in_words

TITLES = {
    "inputs": "Inputs",
    "products": "Products",
    "sum": "Weighted sum",
    "error": "Error",
    "slope": "Slope",
    "changes": "Changes",
    "new": "New weights",
}
RULES = {"sum": "their sum", "difference": "their difference", "average": "their average", "product": "their product"}
SCALED = (
    "Scaling brings each number to the range from 0 to 1 first: it subtracts the smallest value of the column and "
    "divides by the column’s width."
)
OUTPUTS = {
    "sigmoid": "The sigmoid squashes the weighted sum to an output between 0 and 1.",
    "tanh": "The tanh squashes the weighted sum to an output between −1 and 1.",
    "linear": "A linear neuron leaves the weighted sum as it is.",
    "relu": "The ReLU leaves a positive weighted sum as it is and turns every other one into 0.",
    "step": "The step turns a weighted sum of 0 or more into 1 and every other one into 0.",
}
WHAT_A_SLOPE_IS = "The slope says how much the output changes when the weighted sum changes a little."
SLOPES = {
    "sigmoid": f"{WHAT_A_SLOPE_IS} It is at most 0.25, and almost 0 when the output is near 0 or 1.",
    "tanh": f"{WHAT_A_SLOPE_IS} It is at most 1, and almost 0 when the output is near −1 or 1.",
    "linear": f"{WHAT_A_SLOPE_IS} The output is the weighted sum, so the slope is 1 everywhere.",
    "relu": f"{WHAT_A_SLOPE_IS} It is 1 where the output is more than 0. Elsewhere it is 0, and nothing is learned.",
    "step": "A step has no slope to learn by, so the slope counts as 1. This is Rosenblatt’s rule.",
}
CANCELS = "The loss cross-entropy divides the error by y × (1 − y), and that is just the sigmoid’s slope."
CANCELLED = f"{CANCELS} The two cancel, so the slope counts as 1."
# The same without the number that the quiz asks for.
ASKED_SLOPES = {
    "linear": f"{WHAT_A_SLOPE_IS} The output is the weighted sum.",
    "relu": f"{WHAT_A_SLOPE_IS} It depends on whether the output is more than 0.",
    "step": "A step has no slope to learn by. Rosenblatt’s rule puts a number in its place.",
}
OUTPUT_HINTS = {
    "sigmoid": "Raise e to the power of minus the weighted sum, add 1, and divide 1 by the result.",
    "tanh": "Take the tanh of the weighted sum. Scientific calculators have a key for it.",
    "linear": "The output is the weighted sum itself.",
    "relu": "The output is the weighted sum, or 0 if that is negative.",
    "step": "The output is 1 if the weighted sum is 0 or more, and 0 if it is not.",
}
SLOPE_HINTS = {
    "sigmoid": "Multiply the output by 1 minus the output.",
    "tanh": "Multiply the output by itself and subtract that from 1.",
    "linear": "When the weighted sum grows by 1, how much does the output grow?",
    "relu": "The slope is 1 if the output is more than 0, and 0 if it is not.",
    "step": "The rule leaves the change as it is. Which number changes nothing when you multiply by it?",
}
CANNOT_BE_MADE = "This update cannot be made, because its numbers grow too large for a 64-bit float."
COUNTS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven")


def title_in_words(one: OneUpdate, is_made: bool) -> str:
    """Which row it is of the data, and where it stands in a shuffled epoch, as in “the 3rd of this epoch”.

    An update that is not made yet is called the next one.
    """
    title = f"poch {one.epoch:,}, training row {one.number:,} of {one.rows:,}"
    title = f"{title}, the {_ordinal(one.place)} of this epoch" if one.is_shuffled else title
    return f"E{title}" if is_made else f"The next update, e{title}: not made yet"


def stage_called(stage: str, settings: Settings) -> str:
    """The name of a stage; that of the output is the activation."""
    if stage != "output":
        return TITLES[stage]
    if settings.activation == "step":
        return "Step function"  # “Step” is what a button is called that makes an update
    name = activation_in_words(settings.activation)
    return name[0].upper() + name[1:]


def stage_in_words(stage: str, one: OneUpdate) -> str:
    """What happens in a stage, and whether the update can be made at all."""
    said = _about_stage(stage, one)
    return said if one.update.can_be_made else f"{said} {CANNOT_BE_MADE}"


def asked_in_words(stage: str, one: OneUpdate) -> str:
    """The same while the quiz asks for the numbers of the stage: it names none of them."""
    said = _about_asked_stage(stage, one)
    return said if one.update.can_be_made else f"{said} {CANNOT_BE_MADE}"


def hint_in_words(stage: str, number: int, one: OneUpdate) -> str:
    """How a number of a stage, counted from 1, can be worked out. Raises ValueError when there is no such stage."""
    is_bias = number > len(one.update.inputs)
    match stage:
        case "inputs":
            return "Read the numbers of the row."
        case "products":
            return f"Multiply input {number} by weight {number}."
        case "sum":
            terms = len(one.update.inputs) + one.update.has_bias
            return f"Add the {COUNTS[terms]} numbers above." if terms > 1 else "There is nothing to add to the product."
        case "output":
            return OUTPUT_HINTS[one.settings.activation]
        case "error":
            return "Error = target − prediction."
        case "slope":
            cancelled = "What is left of a fraction when both its halves are the same?"
            return cancelled if one.loss_cancels_the_slope else SLOPE_HINTS[one.settings.activation]
        case "changes":
            if is_bias:
                return "Multiply the three numbers of the bias."
            return f"Multiply the four numbers of weight {number}."
        case "new":
            return "Add the change to the old bias." if is_bias else f"Add the change to the old weight {number}."
    raise ValueError(f"There is no stage “{stage}”.")


def input_called(number: int, name: str) -> str:
    """An input by its number, from 1, and by its column's name if that says more."""
    return f"Input {number}" if name == f"Input {number}" or name.endswith(" number") else f"Input {number} ({name})"


def target_called_in_full(one: OneUpdate) -> str:
    """The target, with its column's name if that says more, and its class, as in “Target (Kind: virginica)”."""
    data = one.settings.data
    names = [data.target_name] if data.target_name != "Target" else []
    names += [name for name in (one.task.class_of(one.row.target),) if name]
    return f"Target ({': '.join(names)})" if names else "Target"


def _about_stage(stage: str, one: OneUpdate) -> str:
    several = len(one.update.inputs) > 1
    match stage:
        case "inputs":
            return _about_inputs(one)
        case "products":
            return "Each input is multiplied by its weight." if several else "The input is multiplied by its weight."
        case "sum":
            return _about_the_sum(one)
        case "output":
            return f"{OUTPUTS[one.settings.activation]} {_about_the_prediction(one)}"
        case "error":
            scaled = ", both scaled" if one.spans else ""
            return f"Error = target − prediction{scaled}. If it is negative, the prediction was too high."
        case "slope":
            return CANCELLED if one.loss_cancels_the_slope else SLOPES[one.settings.activation]
        case "changes":
            each = "Each weight" if several else "The weight"
            bias = " The bias changes as if its input were 1." if one.update.has_bias else ""
            return f"{each} changes by learning rate × error × input × slope.{bias}"
        case "new":
            return "Old value + change = new value. The next row uses these."
    raise ValueError(f"There is no stage “{stage}”.")


def _about_asked_stage(stage: str, one: OneUpdate) -> str:
    activation = one.settings.activation
    if stage == "output":
        return OUTPUTS[activation]
    if stage == "slope":
        return CANCELS if one.loss_cancels_the_slope else ASKED_SLOPES.get(activation, SLOPES[activation])
    return _about_stage(stage, one)


def _about_inputs(one: OneUpdate) -> str:
    data, several = one.settings.data, len(one.update.inputs) > 1
    numbers = "The numbers of the row go into the neuron." if several else "The number of the row goes into the neuron."
    if data.rule in RULES:
        target = f"The target t is {RULES[data.rule]}."
    elif data.classes:
        target = f"The target t is {target_in_words(one.task, one.row.target)}."
    else:
        target = "The target t is what it should answer."
    return f"{numbers} {target} {SCALED}" if one.spans else f"{numbers} {target}"


def _about_the_sum(one: OneUpdate) -> str:
    several, has_bias = len(one.update.inputs) > 1, one.update.has_bias
    if has_bias:
        return f"The bias and the {'products are' if several else 'product are'} added, in this order."
    if several:
        return "The products are added, in this order. This neuron has no bias."
    return "There is one product and no bias, so the weighted sum is the product."


def _about_the_prediction(one: OneUpdate) -> str:
    if not one.spans:
        return "This is the prediction."
    return f"This is the prediction, which is {one.task.shown(one.answer)} when it is scaled back."


def _ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number % 100 not in (11, 12, 13) else "th"
    return f"{number:,}{ending}"
