"""The rows of the data as points of a picture, each with whether the neuron is right there."""

from collections import Counter
from typing import NamedTuple

from perceptron.datasets import Row
from perceptron.findings.plane import Plane
from perceptron.findings.sampling import sample
from perceptron.neuron import Perceptron
from perceptron.task import Task

AXES = 2


class Point(NamedTuple):
    """A row, by its number from 0 in the training or the test rows, with the neuron's answer."""

    number: int
    is_test: bool
    row: Row
    answer: float
    right: bool


class Points(NamedTuple):
    """Those that are drawn, and how many rows of each kind there are."""

    drawn: tuple[Point, ...]
    training_rows: int
    test_rows: int


def points_of(neuron: Perceptron, task: Task, most: int) -> Points:
    """At most so many rows; where there are more, half of them are test rows, as far as there are so many."""
    training, test = task.data.training, task.data.test
    if len(training) + len(test) <= most:
        limits = (len(training), len(test))
    else:
        fewer = min(len(training), len(test), most // 2)
        limits = (most - fewer, fewer) if len(training) > len(test) else (fewer, most - fewer)
    drawn = []
    for is_test, rows, limit in ((False, training, limits[0]), (True, test, limits[1])):
        for number in sample(len(rows), limit):
            row = rows[number]
            answer = task.answer(neuron, row.inputs)
            drawn.append(Point(number, is_test, row, answer, task.criterion.accepts(answer, row.target)))
    return Points(tuple(drawn), len(training), len(test))


def place_of(point: Point, plane: Plane) -> tuple[float, float]:
    """Where a row is: its values of the inputs that are axes; with one input, its target goes up."""
    inputs = point.row.inputs
    return inputs[plane.across.position], inputs[plane.up.position] if plane.up else point.row.target


def of_its_place(points: Points, plane: Plane) -> list[tuple[int, int]]:
    """For each drawn row, which one it is of the rows at its place, from 0, and how many these are.

    Rows of more than two inputs can differ although they are at the same place. Of others, each counts as alone.
    """
    if len(points.drawn[0].row.inputs) <= AXES:
        return [(0, 1)] * len(points.drawn)
    places = [place_of(point, plane) for point in points.drawn]
    counts, seen = Counter(places), Counter[tuple[float, float]]()
    found = []
    for place in places:
        found.append((seen[place], counts[place]))
        seen[place] += 1
    return found
