"""The exercises in which one looks: which way a weight goes, and how a run went on."""

from perceptron.fields import grouped
from perceptron.findings.worksheet.directions import DOWN, STAYS, UP, Directions
from perceptron.findings.worksheet.progress import Progress
from perceptron.words.worksheet.wording import BLANK, Wording, number, row_named, when

WAYS = {UP: "up", DOWN: "down", STAYS: "stays"}


def directions_in_words(exercise: Directions) -> Wording:
    """Up, down, or neither."""
    name = f"weight {exercise.number}"
    heads = ("Training row", "Target", "Prediction", f"Input {exercise.number}", f"{name.capitalize()}?")
    cells = [
        (row_named(exercise.subject, row.met), number(row.target), number(row.prediction), number(row.x))
        for row in exercise.rows
    ]
    return Wording(
        title="Up or down?",
        given=f"Does {name} go up, go down or stay after each row?{when(exercise.subject)}",
        table=(heads, *((*row, BLANK) for row in cells)),
        asks=(),
        answers=tuple(f"{row[0]}: {WAYS[found.way]}." for row, found in zip(cells, exercise.rows, strict=True)),
        note="The weight goes up if error × input is positive. With an input of 0 it stays, however large the error "
        "is. Students often look at the error alone.",
    )


def progress_in_words(exercise: Progress) -> Wording:
    """A curve as a table."""
    asks = [
        f"How many per cent of the {grouped(exercise.total)} test rows are right at the end? (whole number)",
    ]
    last = exercise.points[-1]
    answers = [f"{last.right} ÷ {exercise.total} = {exercise.per_cent} %"]
    if exercise.settled:
        asks.append("From which epoch in the table on does the score stay the same?")
        answers.append(f"From epoch {grouped(exercise.settled)} on.")
    if 0 < exercise.settled < last.epoch:
        asks.append("Does the error still change after that?")
        answers.append(_what_the_error_does(exercise))
    return Wording(
        title="Reading the curve",
        given="The table shows the neuron during training.",
        table=(
            ("Epoch", *(grouped(point.epoch) for point in exercise.points)),
            ("Mean squared error", *(number(point.error) for point in exercise.points)),
            ("Test rows right", *(grouped(point.right) for point in exercise.points)),
        ),
        asks=tuple(asks),
        answers=tuple(answers),
        note="The score only counts right answers, so the error can get smaller while the score stays the same.",
    )


def _what_the_error_does(exercise: Progress) -> str:
    then, last = exercise.settled_error, exercise.points[-1].error
    if last == then:
        return f"Not in these digits: it stays at {number(last)}."
    return f"Yes, it gets {'smaller' if last < then else 'larger'}: from {number(then)} to {number(last)}."
