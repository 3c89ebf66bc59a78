"""An exercise: how the neuron does on the test rows that it was not trained on."""

import random
from typing import NamedTuple

from perceptron.findings.worksheet.progress import share
from perceptron.findings.worksheet.subject import Subject


class NewRows(NamedTuple):
    """How many rows there are, how many test rows are no training rows, and how many of these are right.

    `per_cent` is that share of them; None where all test rows are training rows too.
    """

    subject: Subject
    training: int
    test: int
    new: int
    right: int
    per_cent: int | None

    @property
    def known(self) -> int:
        """How many test rows are training rows too."""
        return self.test - self.new


def new_rows(subject: Subject, draw: random.Random) -> NewRows:
    """The counts; nothing in them is drawn."""
    data, seen = subject.run.settings.data, {row.inputs for row in subject.run.settings.data.training}
    new = [verdict for verdict in subject.run.verdicts_of(subject.neuron) if verdict.inputs not in seen]
    right = sum(verdict.right for verdict in new)
    return NewRows(
        subject, len(data.training), len(data.test), len(new), right, share(right, len(new)) if new else None
    )
