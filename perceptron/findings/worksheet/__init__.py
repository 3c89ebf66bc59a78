"""A worksheet: exercises with the numbers of one run, drawn with a seed, and their answers.

Everything is calculated with the numbers as they stand on the paper, so whoever calculates with those gets the answers.
An exercise that makes no sense for the data or the neuron is left out.
"""

import random
from collections.abc import Callable
from typing import NamedTuple

from perceptron.experiment import Run
from perceptron.findings.worksheet.change import Change, change
from perceptron.findings.worksheet.correction import Correction, correction
from perceptron.findings.worksheet.directions import Directions, directions
from perceptron.findings.worksheet.forward import Forward, forward
from perceptron.findings.worksheet.needed import Needed, needed
from perceptron.findings.worksheet.new_rows import NewRows, new_rows
from perceptron.findings.worksheet.paper import NotForPaperError
from perceptron.findings.worksheet.progress import Progress, progress
from perceptron.findings.worksheet.subject import Subject
from perceptron.findings.worksheet.verdicts import Verdicts, verdicts
from perceptron.neuron import Perceptron

Exercise = Forward | Verdicts | Correction | Change | Directions | Needed | Progress | NewRows

MAKERS: tuple[Callable[[Subject, random.Random], Exercise | None], ...] = (
    forward,
    verdicts,
    correction,
    change,
    directions,
    needed,
    progress,
    new_rows,
)
MOST = 6  # exercises that fit on one page
# Of more, some of these are left out.
SPARED = (Verdicts, Directions, Needed, Progress, NewRows)


class Worksheet(NamedTuple):
    """The exercises that make sense for this subject, in the order of the course."""

    subject: Subject
    seed: int
    exercises: tuple[Exercise, ...]


def worksheet(run: Run, neuron: Perceptron, epoch: int, row: int, seed: int) -> Worksheet:
    """The worksheet of this seed about a run's neuron, as it is after so many epochs and rows."""
    subject = Subject(run, neuron, epoch, row)
    found = []
    for number, make in enumerate(MAKERS):
        # Each draws by itself, so that leaving one out changes no other.
        draw = random.Random(len(MAKERS) * seed + number)
        try:
            found.append(make(subject, draw))
        except NotForPaperError:
            continue
    exercises = [exercise for exercise in found if exercise]
    draw = random.Random(-1 - seed)
    while len(exercises) > MOST:
        exercises.remove(draw.choice([exercise for exercise in exercises if isinstance(exercise, SPARED)]))
    return Worksheet(subject, seed, tuple(exercises))
