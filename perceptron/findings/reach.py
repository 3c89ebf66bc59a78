"""Which answers a neuron can give at all, whatever its weights and bias are."""

from typing import Literal, NamedTuple

from perceptron.activations import LINEAR, RELU, STEP, Activation
from perceptron.scaling import Scaling
from perceptron.scoring import printed

OutOfReach = Literal["", "near", "far"]


class Reach(NamedTuple):
    """The least and the most that an activation can answer, in the data's own units; `scaled` if scaling changes it."""

    activation: str
    least: float
    most: float
    scaled: bool


def reach_of(activation: Activation, scaling: Scaling) -> Reach:
    """The reach of a neuron with this activation and scaling."""
    least, most = scaling.answer(activation.least), scaling.answer(activation.most)
    return Reach(activation.name, least, most, scaling.changes)


def can_give(activation: Activation, output: float) -> bool:
    """Whether an activation gives this output for some sum; what it only comes near, it does not give."""
    if activation.name == STEP.name:
        return output in (activation.least, activation.most)
    if activation.name in (LINEAR.name, RELU.name):
        return activation.least <= output <= activation.most
    return activation.least < output < activation.most


def out_of_reach(activation: Activation, scaling: Scaling, answer: float, decimals: int) -> OutOfReach:
    """Whether a neuron only comes “near” this answer or is always “far” from it, at so many decimals.

    Empty when it can give it.
    """
    if can_give(activation, scaling.output(answer)):
        return ""
    reach = reach_of(activation, scaling)
    ends = [printed(end, decimals) for end in (reach.least, reach.most)]
    return "near" if printed(answer, decimals) in ends and activation.name != STEP.name else "far"
