"""The mean loss of all training rows, for any weights and bias: what training makes small."""

import math
from collections.abc import Sequence

from perceptron.activations import ACTIVATIONS
from perceptron.losses import cross_entropy
from perceptron.settings import Settings


class TrainingError:
    """Of the training rows as the neuron meets them, a column for each parameter; that of the bias is all ones."""

    def __init__(self, settings: Settings) -> None:
        rows = settings.fitted_scaling().rows(settings.data.training)
        self.columns = [*zip(*[row.inputs for row in rows], strict=True)]
        if settings.has_bias:
            self.columns.append((1.0,) * len(rows))
        self.targets = [row.target for row in rows]
        self.function = ACTIVATIONS[settings.activation].function
        self.is_cross_entropy = settings.loss == "cross-entropy"

    def sums(self, numbers: Sequence[float], but: Sequence[int] = ()) -> list[float]:
        """The weighted sums, without the parts of some parameters."""
        totals = [0.0] * len(self.targets)
        for place, (number, column) in enumerate(zip(numbers, self.columns, strict=True)):
            if place not in but:
                totals = [total + number * x for total, x in zip(totals, column, strict=True)]
        return totals

    def error(self, numbers: Sequence[float]) -> float:
        """The mean loss with these weights and this bias; infinite where it is no number."""
        return self.error_of_sums(self.sums(numbers))

    def error_of_sums(self, sums: Sequence[float]) -> float:
        """The same, of the weighted sums."""
        function = self.function
        outputs = [function(total) for total in sums]
        if self.is_cross_entropy:
            losses = [cross_entropy(target, output) for target, output in zip(self.targets, outputs, strict=True)]
        else:
            losses = [
                (target - output) * (target - output) for target, output in zip(self.targets, outputs, strict=True)
            ]
        total = sum(losses)
        return total / len(losses) if not math.isnan(total) else math.inf
