"""Why one answer is right or wrong: how it is made, and what the neuron would need to give the right one."""

from typing import NamedTuple

from perceptron.activations import Activation
from perceptron.datasets import Row
from perceptron.neuron import Perceptron
from perceptron.scoring import bounds, printed

# Below this share of its steepest slope an activation counts as flat.
FLAT = 0.01


class Explanation(NamedTuple):
    """One row, the neuron and its answer, the right answer, and what the neuron would need to give it.

    `needed_output` is the nearest output that would round to the target: None when the row is right, or
    when the output is not a number. `needed_sum` is the weighted sum that gives this output: None when no
    sum does. `can_fall` and `can_rise` are how far the output of a right row can move and still round to the
    target: None when the row is not right, or no output of this activation is too low, or too high. `slope` is the
    derivative at the output.
    """

    inputs: tuple[float, ...]
    target: float
    decimals: int
    weights: tuple[float, ...]
    bias: float
    activation: Activation
    expected: str
    printed: str
    weighted_sum: float
    output: float
    needed_output: float | None
    needed_sum: float | None
    can_fall: float | None
    can_rise: float | None
    slope: float

    @property
    def right(self) -> bool:
        """Whether the answer rounds to the target."""
        return self.printed == self.expected

    @property
    def way(self) -> str:
        """Whether a wrong answer is too “low” or too “high”; empty when it is right, or no number."""
        if self.needed_output is None:
            return ""
        return "low" if self.output < self.needed_output else "high"

    @property
    def steepness(self) -> float:
        """The slope as a share of the steepest that this activation has: how fast the neuron learns here."""
        return self.slope / self.activation.steepest

    @property
    def times_slower(self) -> float:
        """How many times more slowly it learns here than where the activation is steepest; the slope must not be 0."""
        return 1.0 / self.steepness

    @property
    def flat(self) -> bool:
        """Whether the activation is so flat here that training hardly helps."""
        return self.steepness < FLAT


def explain(neuron: Perceptron, row: Row, decimals: int) -> Explanation:
    """Explain the answer to one row, rounded to so many decimals. Raises ValueError on a wrong number of inputs."""
    activation = neuron.activation
    weighted_sum = neuron.weighted_sum(row.inputs)
    output = activation.function(weighted_sum)
    expected, answer = printed(row.target, decimals), printed(output, decimals)
    least, most = bounds(expected, decimals)
    right = answer == expected
    needed_output = _needed_output(output, least, most)
    return Explanation(
        inputs=row.inputs,
        target=row.target,
        decimals=decimals,
        weights=tuple(neuron.weights),
        bias=neuron.bias,
        activation=activation,
        expected=expected,
        printed=answer,
        weighted_sum=weighted_sum,
        output=output,
        needed_output=needed_output,
        needed_sum=_needed_sum(activation, needed_output),
        can_fall=output - least if right and least > activation.least else None,
        can_rise=most - output if right and most < activation.most else None,
        slope=activation.derivative(output),
    )


def _needed_output(output: float, least: float, most: float) -> float | None:
    if output < least:
        return least
    return most if output > most else None


def _needed_sum(activation: Activation, needed_output: float | None) -> float | None:
    if needed_output is None or not activation.least < needed_output < activation.most:
        return None
    return activation.inverse(needed_output)
