"""Whether a neuron can give an output at all."""

from typing import Literal

from perceptron.activations import Activation

OutOfReach = Literal["", "near", "far"]


def out_of_reach(activation: Activation, output: float, decimals: int) -> OutOfReach:
    """Whether a sigmoid only comes “near” this output or is always “far” from it, at so many decimals.

    Empty when it can give it, and for every other activation.
    """
    if activation.name != "sigmoid" or 0.0 < output < 1.0:
        return ""
    return "near" if round(output, decimals) in (0.0, 1.0) else "far"
