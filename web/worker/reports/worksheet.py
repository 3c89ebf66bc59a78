"""A worksheet and its key, all in words."""

from perceptron.experiment import Run
from perceptron.words.changed_rule import UNSAID
from web.worker.reports.look import Look, Shown


def report(run: Run, look: Look, seen: Shown) -> dict[str, object]:
    """The worksheet of the wanted seed about the neuron of the shown moment; empty while none is wanted."""
    if not look.sheet:
        return {}
    if run.has_changed_program:
        return {"unsaid": UNSAID["worksheet"]}
    # Few ever want one.
    from perceptron.findings.worksheet import worksheet
    from perceptron.words.worksheet import exercise_in_words, scaled_in_words, subject_in_words

    sheet = worksheet(run, seen.neuron, seen.epoch, seen.row, int(look.sheet))
    return {
        "seed": look.sheet,
        "epoch": seen.epoch,
        "about": subject_in_words(sheet.subject),
        "scaled": scaled_in_words(sheet),
        "exercises": [exercise_in_words(exercise)._asdict() for exercise in sheet.exercises],
    }
