"""The worksheet in words: what stands on the sheet, and what stands in the key."""

from collections.abc import Callable
from typing import Any

from perceptron.fields import counted, shortened
from perceptron.findings.worksheet import Exercise, Worksheet
from perceptron.findings.worksheet.change import Change
from perceptron.findings.worksheet.correction import Correction
from perceptron.findings.worksheet.directions import Directions
from perceptron.findings.worksheet.forward import Forward
from perceptron.findings.worksheet.needed import Needed
from perceptron.findings.worksheet.new_rows import NewRows
from perceptron.findings.worksheet.progress import Progress
from perceptron.findings.worksheet.subject import Subject
from perceptron.findings.worksheet.verdicts import Verdicts
from perceptron.preset_names import PRESET_NAMES
from perceptron.words.activation import activation_in_words
from perceptron.words.data_set import OWN_DATA, is_preset
from perceptron.words.worksheet import calculating, judging, looking
from perceptron.words.worksheet.wording import Wording

MOST_OF_A_NAME = 40

WORDS: dict[type, Callable[[Any], Wording]] = {
    Forward: calculating.forward_in_words,
    Verdicts: judging.verdicts_in_words,
    Correction: calculating.correction_in_words,
    Change: calculating.change_in_words,
    Directions: looking.directions_in_words,
    Needed: judging.needed_in_words,
    Progress: looking.progress_in_words,
    NewRows: judging.new_rows_in_words,
}


def exercise_in_words(exercise: Exercise) -> Wording:
    """One exercise with its answers."""
    return WORDS[type(exercise)](exercise)


def scaled_in_words(sheet: Worksheet) -> str:
    """Which numbers on the sheet are scaled; empty without scaling."""
    if not sheet.subject.scaled:
        return ""
    own = any(isinstance(exercise, Verdicts) for exercise in sheet.exercises)
    but = ", but not in “Right or wrong?”" if own else ""
    return f"Inputs, targets and predictions are scaled to 0 to 1, as the neuron meets them{but}."


def subject_in_words(subject: Subject) -> str:
    """Which neuron the worksheet is about, as in “The article’s sums, sigmoid, seed 109, after 10,000 epochs.”."""
    settings = subject.run.settings
    name = PRESET_NAMES[settings.data.name] if is_preset(settings.data) else OWN_DATA
    told = [shortened(name, MOST_OF_A_NAME), f"activation {activation_in_words(settings.activation)}"]
    if settings.loss != "squared":
        told.append(f"loss {settings.loss}")
    if subject.scaled:
        told.append("every column scaled to 0 to 1")
    rows = f" and {counted(subject.row, 'row')}" if subject.row else ""
    when = f"after {counted(subject.epoch, 'epoch')}{rows}" if subject.epoch or subject.row else "before training"
    return f"{', '.join(told)}, learning rate {settings.learning_rate}, {when}."
