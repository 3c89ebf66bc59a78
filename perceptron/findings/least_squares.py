"""Weights and bias with the smallest sum of squared errors of the weighted sums, for any number of inputs.

They solve the normal equations (Gauss, 1809). What floats lose there, the same equations for what is left bring back.
"""

from collections.abc import Sequence

# A column that differs from the columns before it by less than this share is made of them, and gets no weight.
NOTHING = 1e-12
ROUNDS = 3


def least_squares(rows: Sequence[Sequence[float]], goals: Sequence[float]) -> list[float]:
    """A weight for each number of a row, so that the weighted sums come as near to the goals as they can.

    Rows and goals should be of about the size 1. A bias is the weight of a column of ones.
    """
    products = [[_dot(one, other) for other in zip(*rows, strict=True)] for one in zip(*rows, strict=True)]
    weights, missing = [0.0] * len(products), list(goals)
    for _ in range(ROUNDS):
        more = _solved(products, [_dot(column, missing) for column in zip(*rows, strict=True)])
        weights = [weight + change for weight, change in zip(weights, more, strict=True)]
        missing = [goal - _dot(weights, row) for goal, row in zip(goals, rows, strict=True)]
    return weights


def _solved(products: Sequence[Sequence[float]], sums: Sequence[float]) -> list[float]:
    """Gauss and Jordan's elimination; the matrix of the products is symmetric, so its diagonal gives the pivots."""
    lines = [[*line, total] for line, total in zip(products, sums, strict=True)]
    used = []
    for place, line in enumerate(lines):
        if line[place] <= NOTHING * products[place][place]:
            continue
        used.append(place)
        lines[place] = pivot = [number / line[place] for number in line]
        for other, another in enumerate(lines):
            if other != place and another[place]:
                share = another[place]
                lines[other] = [a - share * b for a, b in zip(another, pivot, strict=True)]
    return [lines[place][-1] if place in used else 0.0 for place in range(len(lines))]


def _dot(first: Sequence[float], second: Sequence[float]) -> float:
    return sum([a * b for a, b in zip(first, second, strict=True)])
