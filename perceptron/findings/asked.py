"""One question to a trained neuron, in the data's own units, and the class that its answer means."""

from typing import NamedTuple

from perceptron.experiment import Run
from perceptron.scoring import printed


class Asked(NamedTuple):
    """The question and its answer; `kind` is the class that it is nearer to, or empty where there is none."""

    inputs: tuple[float, ...]
    output: float
    printed: str
    kind: str


def asked(run: Run, inputs: tuple[float, ...]) -> Asked:
    """Ask a run's neuron as it now is. Raises ValueError on a wrong number of inputs."""
    data, output = run.settings.data, run.answer(inputs)
    return Asked(inputs, output, printed(output, data.decimals), _kind(data.classes, output))


def _kind(classes: tuple[str, ...], output: float) -> str:
    """The classes stand for 0 and 1; half-way between them is neither."""
    if not classes or output == 0.5 or output != output:
        return ""
    return classes[output > 0.5]
