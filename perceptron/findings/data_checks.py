"""What to know about a data set before a neuron with these settings is trained with it, most important first."""

from collections.abc import Callable, Iterable
from itertools import chain

from perceptron.findings.column_checks import (
    ConstantInput,
    DifferentSizes,
    OutsideOfTraining,
    constant_inputs,
    different_sizes,
    outside_of_training,
)
from perceptron.findings.overshoot import Overshoot, overshoot
from perceptron.findings.row_checks import (
    AllInBoth,
    Contradiction,
    InBoth,
    LineNotKnown,
    NoLine,
    Repeated,
    TooFew,
    contradiction,
    in_both,
    no_line,
    repeated,
    too_few,
)
from perceptron.findings.target_checks import NearAnEnd, OneTarget, OutOfReach, near_an_end, one_target, out_of_reach
from perceptron.settings import Settings

Fact = (
    OutOfReach
    | Contradiction
    | NoLine
    | OneTarget
    | Overshoot
    | TooFew
    | DifferentSizes
    | NearAnEnd
    | ConstantInput
    | OutsideOfTraining
    | InBoth
    | AllInBoth
    | Repeated
    | LineNotKnown
)
# First what keeps a neuron from getting all right, then what makes learning hard, then what a score does not tell.
CHECKS: tuple[Callable[[Settings], Iterable[Fact]], ...] = (
    out_of_reach,
    contradiction,
    no_line,
    one_target,
    overshoot,
    too_few,
    different_sizes,
    near_an_end,
    constant_inputs,
    outside_of_training,
    in_both,
    repeated,
)


def known_of(settings: Settings) -> tuple[Fact, ...]:
    """All facts about the data and how it goes with the other settings; none of them depends on a run."""
    return tuple(chain.from_iterable(check(settings) for check in CHECKS))
