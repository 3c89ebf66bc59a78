"""Says how steep the activation is at one answer, which decides how fast the neuron learns there."""

import math

from perceptron.findings.explanation import Explanation

# Below this share of the steepest slope, the share is not worth a number.
NEXT_TO_NOTHING = 1e-9


def slope_in_words(explanation: Explanation) -> str:
    """The slope, and how fast the neuron learns because of it."""
    name, slope, share = explanation.activation.name, explanation.slope, explanation.steepness
    if name == "linear":
        return "A linear neuron’s slope is 1 everywhere, so it learns equally fast everywhere."
    if explanation.activation.counts_as_one:
        whose = "The step’s slope" if name == "step" else f"With cross-entropy the {name}’s slope"
        return f"{whose} counts as 1 everywhere, so the neuron learns equally fast everywhere."
    if name == "relu":
        if slope == 0.0:
            return (
                "The ReLU’s slope is 0 where the weighted sum is not positive, so the neuron does not learn "
                "from this row."
            )
        return "The ReLU’s slope is 1 here, so the neuron learns as fast as it can."
    if math.isnan(slope):
        return f"The {name} has no slope here, because the weighted sum is no number."
    if slope == 0.0:
        exactly = f"In 64-bit floats the output is exactly {explanation.output:g}"
        return f"{exactly}. The {name}’s slope is 0 there, so the neuron no longer learns from this row."
    if share >= 0.995:
        return f"The {name} is about as steep as it can be here, so the neuron learns about as fast as it can."
    shown = f"{slope:.3f}" if slope >= 0.01 else f"{slope:.2g}"
    against = f"The {name}’s slope is {shown} here and {explanation.activation.steepest:g} at its steepest"
    if share < NEXT_TO_NOTHING:
        return f"{against}, so it learns almost nothing here."
    if explanation.flat:
        return f"{against}, so it learns here {float(f'{explanation.times_slower:.2g}'):,.0f} times more slowly."
    percent = f"{100.0 * share:.0f}" if share >= 0.1 else f"{100.0 * share:.2g}"
    only = "only " if share < 0.5 else ""
    return f"{against}, so it learns here {only}{percent} % as fast."
