"""One row's answer with what explains it: `words.common_cause` makes this record, `words.explanation` says it."""

from typing import NamedTuple


class Explanation(NamedTuple):
    """One row, the neuron's answer, the right answer, and what the neuron would need to give it.

    `needed_output` is the nearest output that would round to the target: None when the row is right, or
    when the output is not a number. `needed_sum` is the weighted sum that gives this output: None when no
    sum does. `slope` is the derivative at the output, `steepest_slope` the largest one of this activation.
    """

    inputs: tuple[float, ...]
    target: float
    expected: str
    printed: str
    right: bool
    weighted_sum: float
    output: float
    needed_output: float | None
    needed_sum: float | None
    slope: float
    steepest_slope: float
    activation: str
    sentences: tuple[str, ...]

    @property
    def way(self) -> str:
        """Whether a wrong answer is too “low” or too “high”; empty when it is right, or no number."""
        if self.needed_output is None:
            return ""
        return "low" if self.output < self.needed_output else "high"

    @property
    def decimals(self) -> int:
        """How many decimals are printed."""
        return len(self.expected.partition(".")[2])
