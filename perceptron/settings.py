"""What decides a run: data, neuron, start, how it learns and what counts as right. All is validated here, once."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from perceptron.activations import ACTIVATIONS, Activation
from perceptron.criteria import Criterion, criterion_of
from perceptron.datasets import ARTICLE, DataSet
from perceptron.fields import PARAMETER, TOLERANCE, shortened
from perceptron.legs import LEG_RATE, Leg, check_legs
from perceptron.losses import LOSSES
from perceptron.neuron import Perceptron, Vector, drawn
from perceptron.order import Order
from perceptron.scaling import Scaling, scaling_of
from perceptron.schedule import Schedule
from perceptron.settings_table import FIELDS, SETTINGS, ZEROS, check_choice
from perceptron.task import Task


class SettingError(ValueError):
    """What a setting is does not go with the others; `setting` is its name in the table."""

    def __init__(self, setting: str, sentence: str) -> None:
        super().__init__(sentence)
        self.setting = setting


@dataclass(frozen=True)
class Settings:
    """What decides a run. Raises ValueError naming the field, the value and the range when one is not allowed.

    Raises SettingError, which is one too, when a setting does not go with the others.

    `start` holds the weights and then the bias, if there is one, when they are set by hand instead of drawn from the
    seed; or the word “zeros”. `learning_rate` holds from the last of the `legs` on; without legs, from the start.
    Where a setting is one of a few words, `settings_table` lists them. Without a `tolerance`, the data itself says
    which answers are right. `rule` is the text of a changed program, empty for the page's own.
    """

    data: DataSet = ARTICLE
    seed: int = int(FIELDS["seed"].default)
    epochs: int = int(FIELDS["epochs"].default)
    learning_rate: float = FIELDS["learning_rate"].default
    start: tuple[float, ...] | Literal["zeros"] | None = None
    legs: tuple[Leg, ...] = ()
    activation: str = "sigmoid"
    loss: str = "squared"
    bias: str = "on"
    order: str = "given"
    scaling: str = "none"
    tolerance: float | None = None
    rule: str = ""

    def __post_init__(self) -> None:
        for name, field in FIELDS.items():
            field.check(getattr(self, name))
        for name, setting in SETTINGS.items():
            if setting.choices:
                check_choice(name, getattr(self, name))
        if isinstance(self.start, str) and self.start != ZEROS:
            raise ValueError(f"Start must be numbers or {ZEROS}; “{shortened(self.start)}” is not.")
        if self.tolerance is not None:
            TOLERANCE.check(self.tolerance)
        if self.start is not None and not isinstance(self.start, str):
            _check_start(self.start, self.data.inputs, self.has_bias)
        for leg in self.legs:
            LEG_RATE.check(leg.learning_rate)
        _check("legs", lambda: check_legs(self.legs, len(self.data.training)))
        _check("loss", self._activation)
        if self.loss == "cross-entropy" and self.scaling == "none":
            _check_shares(self.data)
        _check("scaling", self.fitted_scaling)

    @property
    def has_bias(self) -> bool:
        """Whether the neuron has a bias."""
        return self.bias == "on"

    @property
    def is_seeded(self) -> bool:
        """Whether another seed is another run: it is not where the start is given, unless the rows are shuffled."""
        return self.start is None or self.order == "shuffled"

    @property
    def schedule(self) -> Schedule:
        """Which learning rate holds when."""
        return Schedule(self.legs, self.learning_rate)

    def first_neuron(self) -> Perceptron:
        """A new neuron as it stands before training. Raises ProgramError where a changed program is wrong."""
        weights, bias = self.first_numbers()
        if self.rule:
            # What these need of the library is rarely needed.
            from perceptron.changed_neuron import ChangedNeuron
            from perceptron.changed_program import Program

            return ChangedNeuron(Program(self.rule), weights, bias, self.schedule.rate_at(0, 0), self._activation())
        return Perceptron(weights, bias if self.has_bias else 0.0, self._activation(), self.has_bias)

    def first_numbers(self) -> tuple[Vector, float]:
        """The weights and the bias with which training starts."""
        inputs = self.data.inputs
        if self.start is None:
            return drawn(inputs, self.seed)  # also without a bias, so that the weights are the same with and without
        if isinstance(self.start, str):  # “zeros”
            return [0.0] * inputs, 0.0
        weights, bias = self.start[:inputs], self.start[inputs:]
        return list(weights), bias[0] if bias else 0.0

    def fitted_scaling(self) -> Scaling:
        """What is done to numbers before the neuron meets them, fitted to the training rows."""
        return scaling_of(self.scaling, self.data)

    def row_order(self, scaling: Scaling) -> Order:
        """The training rows, scaled, in the order of each epoch."""
        return Order(scaling.rows(self.data.training), self.seed if self.order == "shuffled" else None)

    def criterion(self) -> Criterion:
        """Which answers are right."""
        return criterion_of(self.data, self.tolerance)

    def task(self) -> Task:
        """What the neuron is to do, in the data's own units."""
        return Task(self.data, self.criterion(), self.fitted_scaling())

    def _activation(self) -> Activation:
        """What the neuron learns with. Raises ValueError when the loss does not go with it."""
        return LOSSES[self.loss].learned_with(ACTIVATIONS[self.activation])


def _check(setting: str, check: Callable[[], object]) -> None:
    """Say of which setting a check complains."""
    try:
        check()
    except ValueError as error:
        raise SettingError(setting, str(error)) from None


def _check_start(start: tuple[float, ...], inputs: int, has_bias: bool) -> None:
    names = [f"Weight {number}" for number in range(1, inputs + 1)] + ["Bias"] * has_bias
    if len(start) != len(names):
        what = "the weights and then the bias" if has_bias else "the weights alone, because the bias is off"
        raise SettingError("start", f"A start set by hand must have {len(names)} numbers, {what}; it has {len(start)}.")
    for name, value in zip(names, start, strict=True):
        PARAMETER.named(name).check(value)


def _check_shares(data: DataSet) -> None:
    """Raise ValueError for a target that cross-entropy cannot be used with."""
    for number, row in enumerate(data.training, start=1):
        if not 0.0 <= row.target <= 1.0:
            raise SettingError(
                "loss",
                f"The loss cross-entropy needs targets from 0 to 1; that of training row {number} is {row.target}. "
                "Scaling 0-1 would bring them there.",
            )
