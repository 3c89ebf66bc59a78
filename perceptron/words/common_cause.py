"""Why an answer is right or wrong, row by row, and what all the wrong ones have in common."""

from collections import Counter
from collections.abc import Sequence

from perceptron.activations import Activation
from perceptron.datasets import Row, true_sum
from perceptron.findings.explanation import Explanation
from perceptron.neuron import Perceptron
from perceptron.scoring import bounds, printed
from perceptron.words.explanation import FLAT, sentences

WAYS = {"high": "too high", "low": "too low", "": "no number"}

__all__ = ["Explanation", "common_cause", "explain"]


def explain(neuron: Perceptron, row: Row, decimals: int) -> Explanation:
    """Explain the answer to one row, rounded to so many decimals. Raises ValueError on a wrong number of inputs."""
    activation = neuron.activation
    weighted_sum = neuron.weighted_sum(row.inputs)
    output = activation.function(weighted_sum)
    expected, answer = printed(row.target, decimals), printed(output, decimals)
    needed_output = _needed_output(output, *bounds(expected, decimals))
    explanation = Explanation(
        inputs=row.inputs,
        target=row.target,
        expected=expected,
        printed=answer,
        right=answer == expected,
        weighted_sum=weighted_sum,
        output=output,
        needed_output=needed_output,
        needed_sum=_needed_sum(activation, needed_output),
        slope=activation.derivative(output),
        steepest_slope=activation.steepest,
        activation=activation.name,
        sentences=(),
    )
    return explanation._replace(sentences=sentences(explanation, neuron))


def _needed_output(output: float, least: float, most: float) -> float | None:
    if output < least:
        return least
    return most if output > most else None


def _needed_sum(activation: Activation, needed_output: float | None) -> float | None:
    if needed_output is None or not activation.least < needed_output < activation.most:
        return None
    return activation.inverse(needed_output)


def common_cause(explanations: Sequence[Explanation], most_right: int | None = None) -> str:
    """A few sentences on what the wrong ones of all rows, at least one, have in common.

    `most_right` is the most rows that any weights and bias get right, if known; it must be less than all.
    """
    wrong = [explanation for explanation in explanations if not explanation.right]
    right = [explanation for explanation in explanations if explanation.right]
    if not wrong:
        return "The only row is right." if len(right) == 1 else f"{_all(right)} rows are right."
    called = _name_of_target(explanations)
    in_common = _about_targets(wrong, right, called, most_right) or _about_ways(wrong) or _about_sides(wrong, called)
    if in_common:
        where = "at this row" if len(wrong) == 1 else "at all wrong rows"
        return " ".join(filter(None, [in_common, _about_flatness(wrong, where)]))
    flatness = _about_flatness(wrong, f"at {_all(wrong).lower()} wrong rows")
    return flatness or f"The {len(wrong)} wrong rows have no one thing in common: {_ways(wrong)}."


def _about_targets(
    wrong: Sequence[Explanation], right: Sequence[Explanation], called: str, most_right: int | None
) -> str:
    """That the wrong rows share a target, or that all rows on one side of a target are wrong; else empty."""
    lowest, highest = min(wrong, key=_expected), max(wrong, key=_expected)
    rights = [_expected(explanation) for explanation in right]
    if lowest.expected == highest.expected:
        who = "The only wrong row has" if len(wrong) == 1 else f"{_all(wrong)} wrong rows have"
        more = _out_of_reach(lowest, most_right) or f"{_capital(_ways(wrong))}."
        return f"{who} a {called} of {lowest.expected}. {more}"
    who = f"The {len(wrong)} wrong rows are those with a {called} of"
    if rights and _expected(lowest) > max(rights):
        return f"{who} {lowest.expected} or more. {_capital(_ways(wrong))}."
    if rights and _expected(highest) < min(rights):
        return f"{who} {highest.expected} or less. {_capital(_ways(wrong))}."
    return ""


def _name_of_target(explanations: Sequence[Explanation]) -> str:
    return "true sum" if all(map(_expects_the_sum, explanations)) else "target"


def _expects_the_sum(explanation: Explanation) -> bool:
    decimals = explanation.decimals
    try:
        return printed(true_sum(explanation.inputs, decimals), decimals) == explanation.expected
    except ValueError:
        return False


def _out_of_reach(explanation: Explanation, most_right: int | None) -> str:
    expected = _expected(explanation)
    if explanation.activation != "sigmoid" or 0.0 < expected < 1.0:
        return ""
    if expected not in (0.0, 1.0):
        return "A sigmoid’s answer is always between 0 and 1."
    if explanation.needed_sum is None:
        return f"A sigmoid comes near {explanation.expected} but never reaches it."
    bound = f"about {explanation.needed_sum:.3g} or {'more' if explanation.way == 'low' else 'less'}"
    need = f"To round to {explanation.expected}, the weighted sum must be {bound}."
    if most_right is None:
        return need
    return f"{need} Weights that do so break other rows: {most_right} right is the most any setting gets."


def _about_ways(wrong: Sequence[Explanation]) -> str:
    """That all are too low, or all too high, or all no numbers; empty otherwise."""
    if len({explanation.way for explanation in wrong}) > 1:
        return ""
    return f"{_all(wrong)} wrong answers are {WAYS[wrong[0].way]}."


def _about_sides(wrong: Sequence[Explanation], called: str) -> str:
    """That answers too high have lower targets than answers too low, or the other way round; else empty."""
    high = [explanation for explanation in wrong if explanation.way == "high"]
    low = [explanation for explanation in wrong if explanation.way == "low"]
    if not high or not low or len(high) + len(low) < len(wrong):
        return ""
    for lower, upper in ((high, low), (low, high)):
        end, start = max(lower, key=_expected), min(upper, key=_expected)
        if _expected(end) < _expected(start):
            return (
                f"Of the {len(wrong)} wrong answers, {_are(len(lower))} {WAYS[lower[0].way]} (the {called} is "
                f"{end.expected} or less). The other {_are(len(upper))} {WAYS[upper[0].way]} (the {called} is "
                f"{start.expected} or more)."
            )
    return ""


def _about_flatness(wrong: Sequence[Explanation], where: str) -> str:
    """That all are where the activation is flat, so that training hardly helps; empty when one is not.

    `where` says which rows are meant.
    """
    if not all(explanation.slope < FLAT * explanation.steepest_slope for explanation in wrong):
        return ""
    name, them = wrong[0].activation, "it" if len(wrong) == 1 else "them"
    if all(explanation.slope == 0.0 for explanation in wrong):
        return f"The {name}’s slope is 0 {where}, so the neuron no longer learns from {them}."
    slope = f"The {name}’s slope {where} is less than a hundredth of its steepest"
    return f"{slope}, so the neuron hardly learns from {them}."


def _expected(explanation: Explanation) -> float:
    return float(explanation.expected)


def _ways(wrong: Sequence[Explanation]) -> str:
    """How many of the wrong answers are too high and how many too low."""
    ways = Counter(explanation.way for explanation in wrong)
    if len(ways) == 1:
        whose = "its answer is" if len(wrong) == 1 else "their answers are"
        return f"{whose} {WAYS[wrong[0].way]}"
    told = [(ways[way], words) for way, words in WAYS.items() if ways[way]]
    number, words = told[0]
    first = f"1 answer is {words}" if number == 1 else f"{number} answers are {words}"
    return ", ".join([first, *(f"{number} {words}" for number, words in told[1:])])


def _all(explanations: Sequence[Explanation]) -> str:
    return "Both" if len(explanations) == 2 else f"All {len(explanations)}"


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]


def _are(number: int) -> str:
    return "1 is" if number == 1 else f"{number} are"
