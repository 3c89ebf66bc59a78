"""Says in a few sentences what all wrong answers have in common."""

from perceptron.criteria import Nearer
from perceptron.fields import grouped
from perceptron.findings.common_cause import CommonCause, OneEnd, OneTarget, OneWay, Side, TwoSides
from perceptron.words.activation import activation_in_words
from perceptron.words.reach import always_in_words
from perceptron.words.targets import goal_in_words, target_called, target_in_words

WAYS = {"high": "too high", "low": "too low", "": "no number"}


def cause_in_words(cause: CommonCause) -> str:
    """At most three sentences, also when the wrong rows share nothing or there are none."""
    if not cause.wrong:
        return "The only row is right." if cause.rows == 1 else f"{_all(cause.rows)} rows are right."
    shared = _about_shared(cause)
    if shared:
        return " ".join(filter(None, [shared, _about_learning(cause, "all wrong rows")]))
    nothing = f"There is no clear pattern in the {grouped(cause.wrong)} wrong rows: {_ways(cause)}."
    return _about_learning(cause, f"{_all(cause.wrong).lower()} wrong rows") or nothing


def _about_shared(cause: CommonCause) -> str:
    called = target_called(cause.task.data.rule)
    match cause.shared:
        case OneTarget(value=value) as shared:
            target = target_in_words(cause.task, value, shared.target)
            who = "The only wrong row has" if cause.wrong == 1 else f"{_all(cause.wrong)} wrong rows have"
            return f"{who} a {called} of {target}. {_about_reach(shared, cause)}"
        case OneEnd(target, or_more):
            who = f"The {grouped(cause.wrong)} wrong rows are those with a {called} of {target}"
            return f"{who} or {'more' if or_more else 'less'}. {_capital(_ways(cause))}."
        case OneWay(way):
            return f"{_all(cause.wrong)} wrong answers are {WAYS[way]}."
        case TwoSides(lower, upper):
            return (
                f"Of the {grouped(cause.wrong)} wrong answers, {_are(lower.answers)} {WAYS[lower.way]} "
                f"(the {called} is {_end(cause, lower, 'less')}). The other {_others_are(upper.answers)} "
                f"{WAYS[upper.way]} (the {called} is {_end(cause, upper, 'more')})."
            )
        case None:
            return ""


def _end(cause: CommonCause, side: Side, or_what: str) -> str:
    """The targets on a side; where there are just two, there is one on each."""
    if isinstance(cause.task.criterion, Nearer):
        return cause.task.class_of(float(side.target)) or side.target
    return f"{side.target} or {or_what}" if side.has_others else side.target


def _about_reach(shared: OneTarget, cause: CommonCause) -> str:
    """Why the neuron cannot give the target that all wrong rows have; if it can, how the answers are wrong."""
    if not shared.out_of_reach:
        return f"{_capital(_ways(cause))}."
    if shared.out_of_reach == "far":
        return f"{always_in_words(shared.reach)}."
    if shared.needed_sum is None:
        name = activation_in_words(cause.activation)
        return f"A {name} comes near {shared.target} but never reaches it."
    bound = f"about {shared.needed_sum:.3g} or {'more' if shared.way == 'low' else 'less'}"
    return f"To {goal_in_words(cause.task, shared.value, shared.target)}, the weighted sum must be {bound}."


def _about_learning(cause: CommonCause, rows: str) -> str:
    """That the activation is flat at all wrong rows; empty when it is not."""
    if not cause.learning:
        return ""
    name = activation_in_words(cause.activation)
    where, them = ("at this row", "it") if cause.wrong == 1 else (f"at {rows}", "them")
    if cause.learning == "no":
        return f"The {name}’s slope is 0 {where}, so the neuron does not learn from {them}."
    slope = f"The {name}’s slope {where} is less than a hundredth of its steepest"
    return f"{slope}, so the neuron hardly learns from {them}."


def _ways(cause: CommonCause) -> str:
    """How many of the wrong answers are too high and how many too low."""
    told = [(cause.ways[way], words) for way, words in WAYS.items() if cause.ways.get(way)]
    number, words = told[0]
    if len(told) == 1:
        whose = "its answer is" if number == 1 else "their answers are"
        return f"{whose} {words}"
    first = f"1 answer is {words}" if number == 1 else f"{grouped(number)} answers are {words}"
    return ", ".join([first, *(f"{grouped(number)} {words}" for number, words in told[1:])])


def _all(number: int) -> str:
    return "Both" if number == 2 else f"All {grouped(number)}"


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]


def _are(number: int) -> str:
    return "1 is" if number == 1 else f"{grouped(number)} are"


def _others_are(number: int) -> str:
    return "is" if number == 1 else _are(number)
