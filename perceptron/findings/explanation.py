"""Why one answer is right or wrong: how it is made, and what the neuron would need to give the right one."""

from typing import NamedTuple

from perceptron.activations import STEP, Activation
from perceptron.criteria import LARGEST, Nearer, Rounding
from perceptron.datasets import Row
from perceptron.findings.reach import Reach, can_give, reach_of
from perceptron.neuron import Perceptron
from perceptron.scoring import readable
from perceptron.task import Task

# Below this share of its steepest slope an activation counts as flat.
FLAT = 0.01


class Explanation(NamedTuple):
    """One row, the neuron and its answer, the right answer, and what the neuron would need to give it.

    `answer`, `target` and all that is about them are in the data's own units. `met`, the inputs that the neuron meets,
    `weighted_sum`, `output` and `needed_sum` are the neuron's own numbers; without scaling the two are the same.

    `expected` is the target as the criterion sees it, and `printed` the answer.
    `needed_answer` is the nearest answer that would be right, or for a step the one that it can give: None when the row
    is right, or when the answer is not a number. `needed_sum` is the weighted sum that gives it, or for a step the one
    at which it jumps: None when no sum does. `can_fall` and `can_rise` are how far a right answer can move and still be
    right: None when the row is not right, when the neuron cannot answer too low, or too high, and for a step. `slope`
    is the derivative at the output.
    """

    task: Task
    inputs: tuple[float, ...]
    met: tuple[float, ...]
    target: float
    weights: tuple[float, ...]
    bias: float
    has_bias: bool
    activation: Activation
    expected: str
    printed: str
    weighted_sum: float
    output: float
    answer: float
    right: bool
    needed_answer: float | None
    needed_sum: float | None
    can_fall: float | None
    can_rise: float | None
    slope: float

    @property
    def way(self) -> str:
        """Whether a wrong answer is too “low” or too “high”; empty when it is right, or no number."""
        if self.needed_answer is None:
            return ""
        return "low" if self.answer < self.needed_answer else "high"

    @property
    def nearer(self) -> float | None:
        """With just two targets, the one that is nearer to the answer; None half-way, and with other data."""
        return self.task.nearer_target(self.answer)

    @property
    def half_way(self) -> bool:
        """Whether there are just two targets and the answer is nearer to neither."""
        return self.nearer is None and bool(self.way) and isinstance(self.task.criterion, Nearer)

    @property
    def reach(self) -> Reach:
        """Which answers the neuron could give with other weights and another bias."""
        return reach_of(self.activation, self.task.scaling)

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


def explain(neuron: Perceptron, row: Row, task: Task) -> Explanation:
    """Explain the answer to one row, in the data's own units. Raises ValueError on a wrong number of inputs."""
    activation = neuron.activation
    met = task.scaling.inputs(row.inputs)
    weighted_sum = neuron.weighted_sum(met)
    output = activation.function(weighted_sum)
    answer = task.scaling.answer(output)
    least, most = task.criterion.bounds(row.target)
    right = task.criterion.accepts(answer, row.target)
    needed_answer = _needed_answer(activation, task, answer, least, most)
    fall, rise = _room(activation, task, answer, least, most) if right else (None, None)
    return Explanation(
        task=task,
        inputs=row.inputs,
        met=met,
        target=row.target,
        weights=tuple(neuron.weights),
        bias=neuron.bias,
        has_bias=neuron.has_bias,
        activation=activation,
        expected=_as_compared(task, row.target) or task.shown_target(row.target),
        printed=_as_compared(task, answer) or task.shown(answer),
        weighted_sum=weighted_sum,
        output=output,
        answer=answer,
        right=right,
        needed_answer=needed_answer,
        needed_sum=_needed_sum(activation, task, needed_answer),
        can_fall=fall,
        can_rise=rise,
        slope=activation.derivative(output),
    )


def _as_compared(task: Task, value: float) -> str:
    """A number as it is rounded to be compared; empty when the criterion does not round."""
    return readable(value, task.criterion.decimals) if isinstance(task.criterion, Rounding) else ""


def _needed_answer(activation: Activation, task: Task, answer: float, least: float, most: float) -> float | None:
    if not answer < least and not answer > most:
        return None
    if activation.name == STEP.name:
        for end in (task.scaling.answer(activation.least), task.scaling.answer(activation.most)):
            if least <= end <= most:
                return end
    return least if answer < least else most


def _needed_sum(activation: Activation, task: Task, needed_answer: float | None) -> float | None:
    if needed_answer is None:
        return None
    output = task.scaling.output(needed_answer)
    return activation.inverse(output) if can_give(activation, output) else None


def _room(
    activation: Activation, task: Task, answer: float, least: float, most: float
) -> tuple[float | None, float | None]:
    """How far a right answer can fall and rise."""
    if activation.name == STEP.name:
        return None, None
    reach = reach_of(activation, task.scaling)
    return (
        answer - least if least > max(reach.least, -LARGEST) else None,
        most - answer if most < min(reach.most, LARGEST) else None,
    )
