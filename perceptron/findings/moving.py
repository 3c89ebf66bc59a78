"""The data with a training row moved in a picture of it: to a place between the ends of its axes, or step by step.

A number that is moved has the decimals of the slider for its cell, see perceptron.findings.slides.
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

from perceptron.datasets import DataSet
from perceptron.editing import cell_text, with_cell
from perceptron.findings.slides import slide_of
from perceptron.scoring import printed

NOISE = 1e-9  # a number this close to a step, as a share of one, stands on it


class Place(NamedTuple):
    """Where a row is put along an axis: the column, the axis's ends, and how far along, from 0 to 1."""

    column: int
    least: float
    most: float
    share: float


def placed(data: DataSet, row: int, places: Sequence[Place]) -> DataSet:
    """The data with a training row there. Raises CellError where a number cannot stand in its column."""
    for column, least, most, share in places:
        data = _with(data, row, column, least + (most - least) * share)
    return data


def stepped(data: DataSet, row: int, steps: Sequence[tuple[int, int]]) -> DataSet:
    """The data with a training row moved by so many steps of a slider, by column. Raises CellError as `placed`."""
    for column, count in steps:
        slide = slide_of(data, column)
        if slide and count:
            unit = 10.0**-slide.decimals
            now = _number(data, row, column) / unit
            # From between two steps, the next one in that direction is the first.
            start = math.floor(now + NOISE) if count > 0 else math.ceil(now - NOISE)
            data = _with(data, row, column, (start + count) * unit)
    return data


def _with(data: DataSet, row: int, column: int, number: float) -> DataSet:
    """The data with this number, rounded, in a cell; unchanged where the column has no slider."""
    slide = slide_of(data, column)
    if not slide:
        return data
    if column == data.inputs and data.classes:
        text = data.classes[round(min(max(number, slide.least), slide.most))]
    else:
        text = printed(number, slide.decimals)
    return data if text == cell_text(data, data.training[row], column) else with_cell(data, row, column, text)


def _number(data: DataSet, row: int, column: int) -> float:
    inputs, target = data.training[row]
    return target if column == data.inputs else inputs[column]
