"""What a target is called, how it is written, and what it takes to be right."""

from perceptron.criteria import Nearer, Rounding, Within
from perceptron.task import Task

TRUTHS = {
    "": "target",
    "sum": "true sum",
    "difference": "true difference",
    "average": "true average",
    "product": "true product",
}
KINDS = {"sum": "sums", "difference": "differences", "average": "averages", "product": "products"}


def target_called(rule: str) -> str:
    """What the target is by its rule, as in “true sum”; where there is none, “target”."""
    return TRUTHS.get(rule, "true value")


def targets_called(task: Task) -> str:
    """What all targets are, with the word that follows, as in “the sums were” and “Fahrenheit was”."""
    kind = KINDS.get(task.data.rule)
    return f"the {kind} were" if kind else f"{task.data.target_name} was"


def target_in_words(task: Task, value: float, text: str = "") -> str:
    """A target as it is written, with the name of its class, as in “1 (passed)”.

    `text` replaces the number that the data's own decimals would give.
    """
    name, number = task.class_of(value), text or task.shown_target(value)
    return f"{number} ({name})" if name else number


def half_way_in_words(task: Task) -> str:
    """As in “half-way between 0 and 1”, or between two classes, where there are just two targets."""
    assert isinstance(task.criterion, Nearer)
    return f"half-way between {' and '.join([task.class_of(end) or task.shown_target(end) for end in task.criterion])}"


def goal_in_words(task: Task, value: float, text: str = "") -> str:
    """What an answer must do to be right, as in “round to 1.0”."""
    target = target_in_words(task, value, text)
    match task.criterion:
        case Rounding():
            return f"round to {target}"
        case Nearer():
            return f"be nearer to {target}"
        case Within(tolerance):
            return f"be within {tolerance:g} of {target}"
