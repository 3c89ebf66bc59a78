"""The exercises in which one judges: which answers are right, what a target needs, and what the new rows say."""

from perceptron.criteria import Nearer, Rounding, Within
from perceptron.fields import counted
from perceptron.findings.worksheet.needed import Needed
from perceptron.findings.worksheet.new_rows import NewRows
from perceptron.findings.worksheet.subject import Subject
from perceptron.findings.worksheet.verdicts import Judged, Verdicts
from perceptron.numerals import with_minus
from perceptron.words.activation import activation_in_words
from perceptron.words.worksheet.wording import BLANK, Wording, number, row_named


def verdicts_in_words(exercise: Verdicts) -> Wording:
    """Three answers, to be called right or wrong."""
    subject = exercise.subject
    heads = ("Test row", "Target", "Answer", _compared(subject), "Right or wrong?")
    cells = [
        (row_named(subject, judged.met), _target(subject, judged), number(judged.answer)) for judged in exercise.rows
    ]
    return Wording(
        title="Right or wrong?",
        given=_rule(subject),
        table=(heads, *((*row, BLANK, BLANK) for row in cells)),
        asks=(),
        answers=tuple(
            f"{row}: {_why(subject, judged)}, so {'right' if judged.right else 'wrong'}."
            for (row, _, _), judged in zip(cells, exercise.rows, strict=True)
        ),
        note="Students often call an answer right because it looks near. The rule decides, not the eye.",
    )


def needed_in_words(exercise: Needed) -> Wording:
    """From which sum on the largest target is met."""
    subject = exercise.subject
    name = activation_in_words(subject.neuron.activation.name)
    target, limit = with_minus(subject.run.task.shown_target(float(exercise.target))), number(exercise.least)
    must = f"{'more than' if exercise.more_than else 'at least'} {limit}"
    asks = ["From which sum in the table on is the answer right?"]
    answers = [
        f"From {number(exercise.enough)} on. Between the lines: from a sum of about {number(exercise.needed_sum)}."
    ]
    if float(exercise.target) == subject.neuron.activation.most:
        asks.append(f"Why is the answer never exactly {target}?")
        answers.append(f"A {name} only comes near {target}, however large the sum is.")
    return Wording(
        title=f"Which sum does a target of {target} need?",
        given=f"For the target {target}, an answer is right if it is {must}.",
        table=(
            ("Weighted sum", *(number(total) for total, _ in exercise.table)),
            (name, *(number(output) for _, output in exercise.table)),
        ),
        asks=tuple(asks),
        answers=tuple(answers),
        answer_notes=(
            f"Students often look for {target} itself in the table. “About {number(exercise.needed_sum)}” is right "
            "too, for those who calculate it.",
            "",
        )[: len(answers)],
        to_explain=tuple(range(1, len(asks))),
    )


def new_rows_in_words(exercise: NewRows) -> Wording:
    """What test rows say that are no training rows."""
    rows = f"There are {counted(exercise.training, 'training row')} and {counted(exercise.test, 'test row')}."
    by_heart = "It could have learned the training rows by heart. It cannot know a new row by heart."
    if exercise.per_cent is None:
        return Wording(
            title="Training rows and test rows",
            given=f"{rows} Every test row is a training row too.",
            table=(),
            asks=("What does the score not tell about this neuron?",),
            answers=("How it answers rows that it never trained on.",),
            answer_notes=(f"“Whether it learned the rule” is right too. {by_heart}",),
            to_explain=(0,),
        )
    seen = "None of the test rows is a training row." if not exercise.known else _seen(exercise.known)
    return Wording(
        title="Training rows and test rows",
        given=f"{rows} {seen} Of the {counted(exercise.new, 'new row')}, {exercise.right} "
        f"{'is' if exercise.right == 1 else 'are'} right.",
        table=(),
        asks=(
            "How many per cent of the new rows are right? (whole number)",
            "Why do the new rows show better what it learned?",
        ),
        answers=(f"{exercise.right} ÷ {exercise.new} = {exercise.per_cent} %", by_heart),
        answer_notes=(
            f"Students often divide by all {exercise.test} test rows: those include rows that it trained on."
            if exercise.known
            else "",
            "“A test should ask something new” is right too.",
        ),
        to_explain=(1,),
    )


def _seen(known: int) -> str:
    are = "is a training row" if known == 1 else "are training rows"
    return f"{counted(known, 'test row')} {are} too; the others are new."


def _rule(subject: Subject) -> str:
    task = subject.run.task
    match task.criterion:
        case Rounding(0):
            return "An answer is right if it is its target when it is rounded to a whole number."
        case Rounding(decimals):
            return f"An answer is right if it rounds to its target, with {counted(decimals, 'decimal')}."
        case Nearer(low, high):
            ends = " and ".join(with_minus(task.shown_target(end)) for end in (low, high))
            return f"The targets are {ends}. An answer is right if it is nearer to its own target than to the other."
        case Within(tolerance):
            return f"An answer is right if it is at most {tolerance:g} from its target."


def _compared(subject: Subject) -> str:
    """The head over what decides."""
    match subject.run.task.criterion:
        case Rounding():
            return "Rounds to"
        case Nearer():
            return "Nearer to"
        case Within():
            return "Distance"


def _why(subject: Subject, judged: Judged) -> str:
    match subject.run.task.criterion:
        case Rounding():
            return f"rounds to {with_minus(judged.counts_as)}"
        case Nearer():
            return f"nearer to {with_minus(judged.counts_as)}"
        case Within():
            return f"distance {number(judged.distance)}"


def _target(subject: Subject, judged: Judged) -> str:
    return with_minus(subject.run.task.shown_target(judged.met.row.target))
