"""Right or wrong: a prediction counts when it prints the same as the target at the data's decimals."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from perceptron.datasets import DataSet
from perceptron.neuron import Perceptron


@dataclass(frozen=True)
class Verdict:
    """What the neuron said to one test row, what it should have said, and whether both print alike."""

    inputs: tuple[float, ...]
    target: float
    output: float
    expected: str
    printed: str

    @property
    def right(self) -> bool:
        """Whether the prediction prints as the target does."""
        return self.printed == self.expected

    @property
    def line(self) -> str:
        """The row as the article's program prints it."""
        return f"Input: {list(self.inputs)}, Prediction: {self.printed}"


@dataclass(frozen=True)
class Score:
    """How many verdicts are right, out of how many."""

    right: int
    total: int

    def __str__(self) -> str:
        return f"{self.right} of {self.total} correct"


def printed(value: float, decimals: int) -> str:
    """A number at a fixed count of decimals; what rounds to zero prints without a minus sign."""
    text = f"{value:.{decimals}f}"
    return text.removeprefix("-") if text.strip("-0.") == "" else text


def judge(neuron: Perceptron, data: DataSet) -> list[Verdict]:
    """One verdict for each test row, in order."""
    verdicts = []
    for inputs, target in data.test:
        output = neuron.predict(inputs)
        verdicts.append(Verdict(inputs, target, output, printed(target, data.decimals), printed(output, data.decimals)))
    return verdicts


def score(verdicts: Iterable[Verdict]) -> Score:
    """Count the right verdicts."""
    rights = [verdict.right for verdict in verdicts]
    return Score(sum(rights), len(rights))


def lines_alike(verdicts: Sequence[Verdict], predictions: Sequence[str]) -> int:
    """How many verdicts print what a list of printed predictions says, row by row."""
    return sum(verdict.printed == prediction for verdict, prediction in zip(verdicts, predictions, strict=True))
