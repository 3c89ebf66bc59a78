"""A task without all the other settings, for tests of what only a task is needed for."""

from perceptron.criteria import criterion_of
from perceptron.datasets import DataSet
from perceptron.scaling import scaling_of
from perceptron.task import Task


def task_of(data: DataSet, tolerance: float | None = None, scaling: str = "none") -> Task:
    """The task of these data, with the criterion and the scaling that settings of these names have."""
    return Task(data, criterion_of(data, tolerance), scaling_of(scaling, data))
