"""What decides a run: data, seed or start, epochs and learning rates. They are validated here, once."""

from dataclasses import dataclass

from perceptron.datasets import ARTICLE, DataSet
from perceptron.fields import PARAMETER
from perceptron.legs import LEG_RATE, Leg, check_legs
from perceptron.neuron import Perceptron
from perceptron.schedule import Schedule
from perceptron.settings_table import FIELDS


@dataclass(frozen=True)
class Settings:
    """What decides a run. Raises ValueError naming the field, the value and the range when one is not allowed.

    `start` holds the weights and then the bias when they are set by hand instead of drawn from the seed.
    `learning_rate` holds from the last of the `legs` on; without legs, from the start.
    """

    data: DataSet = ARTICLE
    seed: int = int(FIELDS["seed"].default)
    epochs: int = int(FIELDS["epochs"].default)
    learning_rate: float = FIELDS["learning_rate"].default
    start: tuple[float, ...] | None = None
    legs: tuple[Leg, ...] = ()

    def __post_init__(self) -> None:
        for name, field in FIELDS.items():
            field.check(getattr(self, name))
        if self.start is not None:
            _check_start(self.start, self.data.inputs)
        for leg in self.legs:
            LEG_RATE.check(leg.learning_rate)
        check_legs(self.legs, len(self.data.training))

    @property
    def schedule(self) -> Schedule:
        """Which learning rate holds when."""
        return Schedule(self.legs, self.learning_rate)

    def first_neuron(self) -> Perceptron:
        """A new neuron as it stands before training."""
        if self.start is None:
            return Perceptron.random(self.data.inputs, self.seed)
        return Perceptron(self.start[:-1], self.start[-1])


def _check_start(start: tuple[float, ...], inputs: int) -> None:
    names = [f"Weight {number}" for number in range(1, inputs + 1)] + ["Bias"]
    if len(start) != len(names):
        raise ValueError(
            f"A start set by hand must have {len(names)} numbers, the weights and then the bias; it has {len(start)}."
        )
    for name, value in zip(names, start, strict=True):
        PARAMETER.named(name).check(value)
