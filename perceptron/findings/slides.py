"""How far a slider moves a cell of the training rows, and in which steps."""

import math
from typing import NamedTuple

from perceptron.datasets import DataSet

STEPS = 100  # or up to ten times as many
MOST = 1e15  # past this size, floats have no steps of 1 any more
MOST_DECIMALS = 12


class Slide(NamedTuple):
    """From the least to the most, with so many decimals. Of a column of classes, these are the positions of names."""

    least: float
    most: float
    decimals: int


def slide_of(data: DataSet, column: int) -> Slide | None:
    """Half as far again to each side as the column's numbers reach; None where they are too large or too small.

    A target is moved in steps of the decimals that the targets have already, because with more of them other answers
    would be right.
    """
    is_target = column == data.inputs
    if is_target and data.classes:
        return Slide(0, len(data.classes) - 1, 0)
    numbers = [row.target if is_target else row.inputs[column] for row in data.training]
    least, most = min(numbers), max(numbers)
    if max(-least, most) >= MOST:
        return None
    reach = (most - least) / 2 or max(1.0, abs(most) / 2)
    width = most - least + 2 * reach
    if width <= STEPS * 10.0**-MOST_DECIMALS:
        return None
    decimals = max(0, math.ceil(math.log10(STEPS / width)))
    if is_target:
        decimals = min(decimals, data.decimals)
    unit = 10.0**-decimals
    # A little more, so that no noise of floats leaves out an end.
    return Slide(
        math.ceil((least - reach) / unit - 1e-9) * unit, math.floor((most + reach) / unit + 1e-9) * unit, decimals
    )
