"""What is said of the map, or of the curve over one input: its quantities, its rows, and one place on it."""

import math
from collections.abc import Sequence

from perceptron.aspects import MAP_STEPS
from perceptron.criteria import Nearer, Rounding, Within
from perceptron.fields import counted, grouped
from perceptron.findings.plane import Reading
from perceptron.findings.points import Point, Points
from perceptron.numerals import MINUS
from perceptron.task import Task
from perceptron.words.numbers import decimals_of, finely, in_words, with_minuses
from perceptron.words.questions import SIGNS, row_in_words
from perceptron.words.targets import target_called, target_in_words

MOST_DECIMALS = 6
FINER, MOST_FINE = 6, 15  # decimals of a prediction that seems to be half-way


def quantity_in_words(task: Task, quantity: str) -> str:
    """A quantity of the map as a list of them says it."""
    if quantity == "true value":
        return target_called(task.data.rule).capitalize()
    return {"right": "Right or wrong", "class": "Which class"}.get(quantity, quantity.capitalize())


def side_in_words(task: Task, target: float) -> str:
    """What the answers of a class are, as in “nearer to 1 (virginica)”."""
    return f"nearer to {with_minuses(target_in_words(task, target))}"


def reading_in_words(task: Task, reading: Reading) -> str:
    """The answer at one place, and whether it would be right there, as far as that is known."""
    answer = reading.answer
    said = f"{_place(task, reading)}. Prediction {_prediction(task, answer.prediction)}"
    if answer.truth is not None and reading.target is not None:
        said += f", error {finely(task, answer.truth - answer.prediction)}"
    return f"{said}. {_verdict(task, reading)}{_half_way(task, reading)}".rstrip()


def point_in_words(task: Task, point: Point) -> str:
    """As in “Test row 3, 0.2 + 0.3 = 0.5: prediction 0.4812, right”."""
    kind = "Test row" if point.is_test else "Training row"
    row = with_minuses(row_in_words(task, *point.row))
    return f"{kind} {grouped(point.number + 1)}, {row}: prediction {finely(task, point.answer)}, {verdict(point.right)}"


def verdict(right: bool) -> str:
    """Right or wrong."""
    return "right" if right else "wrong"


def drawn_in_words(points: Points) -> str:
    """How many rows are not drawn, if any are not."""
    missing = points.training_rows + points.test_rows - len(points.drawn)
    if not missing:
        return ""
    rows = f"{counted(points.training_rows, 'training row')} and {counted(points.test_rows, 'test row')}"
    return f"{grouped(len(points.drawn))} of {rows} are drawn, evenly chosen; {grouped(missing)} are not."


def spread_in_words(of_their_places: Sequence[tuple[int, int]]) -> str:
    """That rows which differ only in other inputs are drawn around their place, if there are any."""
    hidden = sum(count > 1 for _, count in of_their_places)
    return f"{grouped(hidden)} rows share a place with others and are drawn around it." if hidden else ""


def listed_in_words(listed: int, rows: int) -> str:
    """That a list has not all rows, if it has not."""
    return f"The first {grouped(listed)} of {counted(rows, 'row')} that are drawn." if listed < rows else ""


def _place(task: Task, reading: Reading) -> str:
    """The inputs, and the true value where it is known."""
    data, plane, truth = task.data, reading.plane, reading.answer.truth
    # So many decimals that two steps of the cursor look different.
    fine = {
        axis.position: max(data.decimals, min(decimals_of([axis.least, axis.at(1, MAP_STEPS)]), MOST_DECIMALS))
        for axis in (plane.across, plane.up)
        if axis
    }
    written = {position: in_words(reading.inputs[position], places) for position, places in fine.items()}
    decimals = max(fine.values())
    sign = SIGNS.get(data.rule)
    if sign and truth is not None:
        numbers = [written.get(i, in_words(x, decimals)) for i, x in enumerate(reading.inputs)]
        first, *others, total = without_common_zeros([*numbers, in_words(truth, decimals)], data.decimals)
        shown = [first, *(f"({x})" if x.startswith(MINUS) else x for x in others)]
        return f"{f' {sign} '.join(shown)} = {total}"
    named = ", ".join(f"{data.input_names[position]} {number}" for position, number in written.items())
    return named if truth is None else f"{named}: {target_called(data.rule)} {finely(task, truth)}"


def without_common_zeros(numbers: Sequence[str], least: int) -> list[str]:
    """The numbers without the last decimals that are 0 in all of them; at least so many decimals stay."""
    short = list(numbers)
    while all("." in number and number.endswith("0") and len(number.partition(".")[2]) > least for number in short):
        short = [number[:-1].rstrip(".") for number in short]
    return short


def _prediction(task: Task, prediction: float) -> str:
    """With so many digits that one sees to which side it is rounded."""
    shown = finely(task, prediction)
    if not isinstance(task.criterion, Rounding) or not math.isfinite(prediction):
        return shown
    for decimals in range(FINER, MOST_FINE + 1):
        if not is_half_way(shown, task.answer_decimals):
            return shown
        shown = in_words(prediction, decimals)
    return shown


def _half_way(task: Task, reading: Reading) -> str:
    """To which side a true value counts that is half-way between two numbers of the targets’ decimals."""
    truth, target = reading.answer.truth, reading.target
    if truth is None or target is None or not isinstance(task.criterion, Rounding):
        return ""
    written = with_minuses(f"{truth:.12g}")
    if not is_half_way(written, task.answer_decimals):
        return ""
    return f" ({written} is half-way between two answers. Here it counts as {_goal(task, target)}.)"


def is_half_way(written: str, decimals: int) -> bool:
    """Whether a number, as it is written, lies half-way between two numbers with so many decimals."""
    _, _, after = written.partition(".")
    return "e" not in written and after[decimals:].rstrip("0") == "5"


def _goal(task: Task, target: float) -> str:
    return with_minuses(target_in_words(task, target))


def _verdict(task: Task, reading: Reading) -> str:
    answer, right, target = reading.answer, reading.right, reading.target
    mark = "" if right is None else "✓ right" if right else "✗ wrong"
    goal = "" if target is None else _goal(task, target)
    match task.criterion:
        case Rounding() if not math.isfinite(answer.prediction):
            return f"{mark}." if mark else ""
        case Rounding():
            said = f"It rounds to {in_words(answer.prediction, task.answer_decimals)}"
            if right is None:
                return f"{said}."
            return f"{said}: {mark}." if right else f"{said}: {mark}, it should round to {goal}."
        case Nearer():
            if answer.nearer is None:
                return "It is nearer to neither target."
            said = f"It is {side_in_words(task, answer.nearer)}"
            return f"{said}: {mark}." if mark else f"{said}."
        case Within(tolerance):
            return "" if right is None else f"It is {'' if right else 'not '}within {tolerance:g} of {goal}: {mark}."
