"""What a neuron is to do, in the data's own units: the data, which answers are right, and the scaling it learned with.

All that people are told of an answer is told in these units, and written with as many decimals as they need to see
why it is right or wrong.
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

from perceptron.criteria import Criterion, Nearer, Rounding, Within
from perceptron.datasets import DataSet
from perceptron.floats import most_decimals
from perceptron.neuron import Perceptron
from perceptron.scaling import Scaling
from perceptron.scoring import readable

# With two targets an answer lies between them, and a share of the way shows only in decimals.
FEWEST_BETWEEN_TWO_TARGETS = 2


class Task(NamedTuple):
    """The data, when an answer is right, and what is done to numbers before the neuron meets them."""

    data: DataSet
    criterion: Criterion
    scaling: Scaling

    def answer(self, neuron: Perceptron, inputs: Sequence[float]) -> float:
        """What the neuron says to these inputs. Raises ValueError on a wrong number of inputs."""
        return self.scaling.answer(neuron.predict(self.scaling.inputs(tuple(inputs))))

    @property
    def answer_decimals(self) -> int:
        """With how many decimals answers are written: those of the data, or more where these would not do."""
        match self.criterion:
            case Rounding():
                return self.data.decimals
            case Nearer():
                return max(FEWEST_BETWEEN_TWO_TARGETS, self.data.decimals + 1)
            case Within(tolerance):
                return max(self.data.decimals, most_decimals([tolerance]))

    def shown(self, answer: float) -> str:
        """An answer as it is written."""
        return readable(answer, self.answer_decimals)

    def shown_target(self, target: float) -> str:
        """A target as it is written."""
        return readable(target, self.data.decimals)

    def nearer_target(self, answer: float) -> float | None:
        """With just two targets, the one that is nearer to an answer; None half-way, and with other data."""
        if not isinstance(self.criterion, Nearer) or math.isnan(answer):
            return None
        return next((target for target in self.criterion if self.criterion.accepts(answer, target)), None)

    def class_of(self, target: float | None) -> str:
        """The name that a target stands for; empty if it is only a number, or none."""
        if not self.data.classes or target is None:
            return ""
        return {0.0: self.data.classes[0], 1.0: self.data.classes[1]}.get(target, "")
