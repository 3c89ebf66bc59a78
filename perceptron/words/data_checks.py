"""Says what to know about a data set, one sentence for each fact, and what would help, in a few words."""

import math

from perceptron.fields import counted, grouped
from perceptron.findings.column_checks import ConstantInput, DifferentSizes, Outside, OutsideOfTraining
from perceptron.findings.data_checks import Fact
from perceptron.findings.overshoot import Overshoot
from perceptron.findings.remedies import Remedy
from perceptron.findings.row_checks import (
    AllInBoth,
    Contradiction,
    InBoth,
    LineNotKnown,
    NoLine,
    Repeated,
    TooFew,
)
from perceptron.findings.target_checks import NearAnEnd, OneTarget, OutOfReach
from perceptron.scoring import LARGE
from perceptron.settings_table import SETTINGS
from perceptron.words.activation import activation_in_words

MOST_INPUTS_TOLD = 3


def fact_in_words(fact: Fact) -> str:
    """One sentence, or two short ones."""
    match fact:
        case OutOfReach():
            return _about_reach(fact)
        case NearAnEnd(at_ends, targets, activation, ends):
            are = _are(at_ends, targets, "target", "targets")
            name = activation_in_words(activation)
            return f"{are} {_or(ends)}, which a {name} only comes near. It hardly learns there."
        case OneTarget(target, name):
            return f"{name} is {shown(target)} in all training rows, so the neuron learns only this one answer."
        case Contradiction(contradicting, rows, inputs, targets, classes):
            have = f"{grouped(contradicting)} of {counted(rows, 'row')} have equal inputs but different targets"
            targets_in_words = " and ".join(classes) or _and(targets)
            return f"{have}, for example {_list(inputs)} with {targets_in_words}. No neuron gets all of them right."
        case Overshoot(rows, training, learning_rate, activation):
            have = "have" if rows > 1 else "has"
            return (
                f"{grouped(rows)} of {counted(training, 'training row')} {have} numbers that are too large for the "
                f"learning rate {learning_rate:g}: each step of a {activation_in_words(activation)} neuron goes past "
                "its goal."
            )
        case NoLine():
            return _about_line(fact)
        case LineNotKnown(rows, inputs):
            return (
                f"Whether one {_divider(inputs)} separates the two classes is not known: "
                f"{grouped(rows)} rows with {inputs} inputs are too many to find out."
            )
        case TooFew(different, inputs):
            only = f"There is only {counted(different, 'training row')}"
            if different > 1:
                only = f"There are only {grouped(different)} different training rows"
            return f"{only} for {counted(inputs, 'input')}. Many different neurons fit so few rows."
        case DifferentSizes(wide, narrow, times):
            return (
                f"{wide} varies {_times(times)} times as much as {narrow}, "
                "so no learning rate suits the weights of both."
            )
        case ConstantInput(name, value):
            return f"{name} is {shown(value)} in all training rows, so the neuron cannot learn what it changes."
        case OutsideOfTraining(outside, test, inputs):
            are = _are(outside, test, "test row", "test rows")
            return f"{are} outside of what was trained: {_about_outside(inputs)}."
        case AllInBoth():
            return "All rows are both training and test rows, so the score does not tell how it does on new ones."
        case InBoth(shared, test):
            are = _are(shared, test, "test row", "test rows")
            also = "also a training row" if shared == 1 else "also training rows"
            return f"{are} {also}, so the neuron has seen {'its' if shared == 1 else 'their'} targets."
        case Repeated(repeated, training):
            one = repeated == 1
            again = "repeats an earlier one and counts" if one else "repeat an earlier one and count"
            return f"{grouped(repeated)} of {counted(training, 'training row')} {again} again in every epoch."


def remedy_in_words(remedy: Remedy) -> str:
    """As in “Activation: linear”."""
    name, value = remedy
    return f"{SETTINGS[name].label}: {SETTINGS[name].choices[value]}"


def shown(number: float) -> str:
    """A number of the data as people write it."""
    return f"{number:.12g}"


def _about_reach(fact: OutOfReach) -> str:
    least, most = shown(fact.least), shown(fact.most)
    neuron = f"{'with this scaling ' if fact.scaled else ''}a {activation_in_words(fact.activation)}"
    if fact.between:
        are = _are(fact.above + fact.below + fact.between, fact.targets, "target", "targets")
        return f"{are} neither {least} nor {most}, and {neuron} gives only these."
    sides = {f"above {most}": fact.above, f"below {least}": fact.below}
    (first, count), *others = [(side, count) for side, count in sides.items() if count]
    also = "".join(f" and {grouped(other)} {side}" for side, other in others)
    if others:
        stays = f"between {least} and {most}"
    elif fact.above:
        stays = f"at most {most}" if fact.activation == "step" else f"below {most}"
    else:
        stays = f"above {least}" if fact.activation in ("sigmoid", "tanh") else f"at {least} or above"
    return f"{_are(count, fact.targets, 'target', 'targets')} {first}{also}, and {neuron} stays {stays}."


def _about_line(fact: NoLine) -> str:
    divider = _divider(fact.inputs)
    if fact.has_bias:
        return f"No {divider} separates the two classes, so no neuron gets all training rows right."
    where = "the point where all inputs are 0" if fact.inputs > 1 else "0"
    through = f"at {where}" if fact.inputs == 1 else f"through {where}"
    return (
        f"No {divider} {through} separates the two classes, so no neuron without a bias gets all training rows right."
    )


def _divider(inputs: int) -> str:
    """What separates classes where a neuron has so many inputs."""
    return {1: "limit", 2: "line", 3: "plane"}.get(inputs, "flat boundary")


def _about_outside(inputs: tuple[Outside, ...]) -> str:
    told = [
        f"{name} in {grouped(outside)} ({shown(least)} to {shown(most)} in training)"
        for name, outside, least, most in inputs[:MOST_INPUTS_TOLD]
    ]
    more = len(inputs) - MOST_INPUTS_TOLD
    return ", ".join(told) + (f" and {counted(more, 'more input')}" if more > 0 else "")


def _are(number: int, total: int, one: str, many: str) -> str:
    return f"{grouped(number)} of {grouped(total)} {one if total == 1 else many} {'is' if number == 1 else 'are'}"


def _times(times: float) -> str:
    """A large factor as people write it, in short where it has very many digits."""
    if math.isinf(times):
        return "more than 1e+308"
    return grouped(round(times)) if times < LARGE else f"{times:.3g}"


def _list(numbers: tuple[float, ...]) -> str:
    return ", ".join(map(shown, numbers))


def _and(numbers: tuple[float, ...]) -> str:
    return " and ".join(filter(None, [_list(numbers[:-1]), shown(numbers[-1])]))


def _or(numbers: tuple[float, ...]) -> str:
    return " or ".join(map(shown, numbers))
