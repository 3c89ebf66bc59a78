"""Whether a line (with three inputs a plane) separates two classes, decided exactly.

Either some weights and bias put all rows of one class above 0 and all of the other below, or a mean of the rows, with
those of the second class turned round, is 0 (Gordan, 1873). The simplex method looks for such a mean, in fractions; it
never goes round in a circle because it always takes the first column that helps (Bland, 1977).
"""

from collections.abc import Sequence
from fractions import Fraction
from math import lcm

from perceptron.datasets import Row

# Different rows times the square of the inputs: all that own data may have with three inputs, or 1,000 rows with ten.
MOST_WORK = 100_000

Column = tuple[int, ...]


def is_decidable(rows: Sequence[Row]) -> bool:
    """Whether there are few enough inputs and different rows for `are_separable` to take less than about a second."""
    return len(set(rows)) * len(rows[0].inputs) ** 2 <= MOST_WORK


def are_separable(rows: Sequence[Row], has_bias: bool = True) -> bool:
    """Whether weights, and a bias if there is one, separate rows with two different targets.

    The numbers count as they are written: 0.1 is a tenth. Raises ValueError unless there are just two targets.
    """
    targets = {row.target for row in rows}
    if len(targets) != 2:
        raise ValueError(f"Only two classes can be separated; these rows have {len(targets)}.")
    upper = max(targets)
    return not _has_mean_of_0([_column(row, row.target == upper, has_bias) for row in dict.fromkeys(rows)])


def _column(row: Row, upper: bool, has_bias: bool) -> Column:
    """The inputs, and 1 for the bias, turned round for the lower class, as whole numbers; only their ratio matters."""
    numbers = [Fraction(repr(x)) for x in row.inputs] + [Fraction(1)] * has_bias
    whole = lcm(*(number.denominator for number in numbers))
    return tuple(int(number * whole) * (1 if upper else -1) for number in numbers)


def _has_mean_of_0(columns: Sequence[Column]) -> bool:
    """Whether shares of the columns, none negative and together 1, add up to 0 in every row."""
    columns = [(*column, 1) for column in columns]
    size = len(columns[0])
    # The rows of the inverse of the basis, then the share that each has. At first the basis is made of helping columns
    # (numbered after the others), and what is left of these is made small.
    table = [[Fraction(i == j) for j in range(size)] + [Fraction(i == size - 1)] for i in range(size)]
    basis = [len(columns) + i for i in range(size)]
    while True:
        helping = [line for line, number in zip(table, basis, strict=True) if number >= len(columns)]
        left = [sum(parts) for parts in zip(*helping, strict=True)]
        if not helping or left[-1] == 0:
            return True
        gains = _whole(left[:-1])
        entering = next((i for i, column in enumerate(columns) if _product(gains, column) > 0), None)
        if entering is None:
            return False
        _pivot(table, basis, entering, columns[entering])


def _pivot(table: list[list[Fraction]], basis: list[int], entering: int, column: Column) -> None:
    """Bring a column into the basis in the place of the one whose share is first used up."""
    slopes = [_product(line[:-1], column) for line in table]
    _, _, place = min((table[i][-1] / slope, basis[i], i) for i, slope in enumerate(slopes) if slope > 0)
    table[place] = [number / slopes[place] for number in table[place]]
    basis[place] = entering
    for i, slope in enumerate(slopes):
        if i != place and slope:
            table[i] = [number - slope * other for number, other in zip(table[i], table[place], strict=True)]


def _whole(numbers: Sequence[Fraction]) -> list[int]:
    """The numbers times one positive number that makes them whole: faster to multiply, with the same signs."""
    whole = lcm(*(number.denominator for number in numbers))
    return [int(number * whole) for number in numbers]


def _product(first: Sequence[Fraction | int], second: Column) -> Fraction | int:
    return sum(a * b for a, b in zip(first, second, strict=True))
