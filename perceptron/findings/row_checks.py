"""Checks of the rows: those that contradict or repeat others, are too few, or cannot be told apart by a line."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from perceptron.criteria import Criterion
from perceptron.findings.remedies import Remedy, remedies_that_help
from perceptron.findings.separability import are_separable, is_decidable
from perceptron.findings.target_checks import all_rows
from perceptron.settings import Settings


class Contradiction(NamedTuple):
    """So many of all rows have the inputs of another row, but not its target. `inputs` with `targets` is an example.

    `classes` are the names of 0 and 1, if the targets stand for classes.
    """

    contradicting: int
    rows: int
    inputs: tuple[float, ...]
    targets: tuple[float, ...]
    classes: tuple[str, ...] = ()


class NoLine(NamedTuple):
    """No line has all training rows of one class on one side. Without a bias, lines go through the point of zeros."""

    inputs: int
    has_bias: bool
    remedies: tuple[Remedy, ...]


class LineNotKnown(NamedTuple):
    """The training rows have two classes, but it would take too long to find out whether a line separates them."""

    rows: int
    inputs: int


class TooFew(NamedTuple):
    """Fewer different training rows than the inputs plus 2."""

    different: int
    inputs: int


class AllInBoth(NamedTuple):
    """The test rows are just the training rows."""

    rows: int


class InBoth(NamedTuple):
    """So many of the test rows are also training rows."""

    shared: int
    test: int


class Repeated(NamedTuple):
    """So many of the training rows are the same as an earlier one."""

    repeated: int
    training: int


def contradiction(settings: Settings) -> Iterator[Contradiction]:
    """Rows that no neuron can all get right."""
    rows, targets = all_rows(settings.data), defaultdict[tuple[float, ...], set[float]](set)
    for row in rows:
        targets[row.inputs].add(row.target)
    criterion = settings.criterion()
    disputed = {inputs: asked for inputs, asked in targets.items() if not _have_an_answer(criterion, asked)}
    if disputed:
        inputs, asked = next(iter(disputed.items()))
        contradicting = sum(row.inputs in disputed for row in rows)
        yield Contradiction(contradicting, len(rows), inputs, tuple(sorted(asked)), settings.data.classes)


def no_line(settings: Settings) -> Iterator[NoLine | LineNotKnown]:
    """Two classes that one neuron cannot separate.

    It says nothing where equal inputs are in both classes, or where one answer is right for both.
    """
    rows, inputs = settings.data.training, settings.data.inputs
    classes = {row.target for row in rows}
    if len(classes) != 2 or _have_an_answer(settings.criterion(), classes):
        return
    if len({row.inputs for row in rows}) < len(set(rows)):
        return
    if not is_decidable(rows):
        yield LineNotKnown(len(rows), inputs)
    elif not are_separable(rows, settings.has_bias):
        help = remedies_that_help(settings, (("bias", "on"),), lambda changed: are_separable(rows, changed.has_bias))
        yield NoLine(inputs, settings.has_bias, help)


def too_few(settings: Settings) -> Iterator[TooFew]:
    """Fewer training rows than tell what the weights and the bias should be."""
    different, inputs = len(set(settings.data.training)), settings.data.inputs
    if different < inputs + 2:
        yield TooFew(different, inputs)


def in_both(settings: Settings) -> Iterator[AllInBoth | InBoth]:
    """Test rows that the neuron was trained with."""
    training, test = settings.data.training, settings.data.test
    known = set(training)
    if sorted(training) == sorted(test):
        yield AllInBoth(len(test))
    elif any(row in known for row in test):
        yield InBoth(sum(row in known for row in test), len(test))


def repeated(settings: Settings) -> Iterator[Repeated]:
    """Training rows that count more than once."""
    training = settings.data.training
    if len(set(training)) < len(training):
        yield Repeated(len(training) - len(set(training)), len(training))


def _have_an_answer(criterion: Criterion, targets: set[float]) -> bool:
    """Whether one answer is right for all of these targets."""
    bounds = [criterion.bounds(target) for target in targets]
    return max(least for least, _ in bounds) <= min(most for _, most in bounds)
