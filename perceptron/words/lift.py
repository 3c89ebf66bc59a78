"""Says what moving the bias does to the rows that were wrong, and to all others."""

from perceptron.findings.lift import Lift
from perceptron.floats import most_decimals
from perceptron.words.numbers import in_words
from perceptron.words.questions import question_in_words
from perceptron.words.targets import goal_in_words, target_called, target_in_words

LEAST_DECIMALS = 2
OLD_DECIMALS = 4


def label_in_words(moved: Lift) -> str:
    """What the button says, as in “Lift the 1.0 rows”."""
    verb = "Lift" if moved.way == "low" else "Lower"
    return f"{verb} the {target_in_words(moved.task, moved.value, moved.target)} rows"


def lift_in_words(moved: Lift) -> str:
    """What was done, which rows broke, and how many are right now."""
    return " ".join([_move(moved), _broken(moved)])


def _move(moved: Lift) -> str:
    new = in_words(moved.bias, max(LEAST_DECIMALS, most_decimals([moved.bias])))
    old = in_words(moved.old_bias, OLD_DECIMALS)
    goal = goal_in_words(moved.task, moved.value, moved.target)
    if moved.rows == 1:
        rows, reach = "the row", goal.replace("round", "rounds", 1).replace("be ", "is ", 1)
    else:
        rows, reach = f"{'both' if moved.rows == 2 else f'all {moved.rows}'} rows", goal.replace("be ", "are ", 1)
    called, target = target_called(moved.task.data.rule), target_in_words(moved.task, moved.value, moved.target)
    return f"With the bias at {new} instead of {old}, {rows} with a {called} of {target} {reach}."


def _broken(moved: Lift) -> str:
    count = f"{moved.right} of {moved.total} are right"
    if not moved.broken:
        return f"No other row breaks: {count}."
    first = moved.broken[0]
    example = (
        f"{question_in_words(moved.task.data, first.inputs)} now gives {first.printed} instead of {first.expected}"
    )
    if len(moved.broken) == 1:
        return f"But another row breaks: {example}. So {count}."
    return f"But {len(moved.broken)} other rows break; for example, {example}. So {count}."
