"""What is said of a prediction: its verdict, how it is printed, the score of many, and yardsticks that do not round."""

import math
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from perceptron.fields import counted

# As many targets as own data may have rows, so that each is worked out once.
DIFFERENT_TARGETS = 10_000
# From here on, decimals are noise.
LARGE = 1e12
HUGE = 1e100
# From so many decimals on, nobody counts the zeros of a tiny number.
MANY_DECIMALS = 6
# More than floats can be wrong about a distance, as a share of the numbers that it is made of.
NOISE = 1e-12
SMALL = 1e-4
NO_NUMBER = "no number"


class Verdict(NamedTuple):
    """The prediction for one test row, its target, both as they are printed, and whether the prediction is right.

    Where targets stand for classes, `answered` is the one that the prediction is nearer to, and `meant` the target's.
    """

    inputs: tuple[float, ...]
    target: float
    output: float
    expected: str
    printed: str
    right: bool
    answered: str = ""
    meant: str = ""


class Score(NamedTuple):
    """How many verdicts are right, out of how many."""

    right: int
    total: int


class Yardsticks(NamedTuple):
    """How far the predictions are from their targets, without any rounding.

    `r_squared` is the share of the targets' variance that the predictions explain, 1 - sum of (output - target)^2 /
    sum of (target - mean target)^2; None when the targets are all equal, or numbers are too large for a square.
    """

    r_squared: float | None
    mean_absolute_error: float
    largest_error: float


def printed(value: float, decimals: int) -> str:
    """A number rounded to so many decimals; zero has no minus sign."""
    text = f"{value:.{decimals}f}"
    return text.removeprefix("-") if text.strip("-0.") == "" else text


def readable(value: float, decimals: int) -> str:
    """The same as a person reads it: a number that would be a long row of digits or of zeros has an exponent.

    An infinite number is its sign, and NaN “no number”.
    """
    if not math.isfinite(value):
        return NO_NUMBER if math.isnan(value) else "∞" if value > 0.0 else "-∞"
    text = printed(value, decimals)
    if abs(value) >= LARGE:
        # With a long exponent there is room for few digits, and none of them matters.
        return f"{value:.3g}" if abs(value) >= HUGE else f"{value:.6g}"
    return f"{float(text):.12g}" if decimals >= MANY_DECIMALS and abs(float(text)) < SMALL else text


def score(verdicts: Iterable[Verdict]) -> Score:
    """Count the right verdicts."""
    rights = [verdict.right for verdict in verdicts]
    return Score(sum(rights), len(rights))


def yardsticks(verdicts: Sequence[Verdict]) -> Yardsticks:
    """Measure at least one verdict."""
    errors = [abs(verdict.output - verdict.target) for verdict in verdicts]
    targets = [verdict.target for verdict in verdicts]
    mean = sum(targets) / len(targets)
    variance = sum((target - mean) * (target - mean) for target in targets)
    r_squared = None
    if min(targets) < max(targets) and 0.0 < variance < math.inf:
        r_squared = 1.0 - sum(error * error for error in errors) / variance
        r_squared = r_squared if math.isfinite(r_squared) else None
    return Yardsticks(r_squared, sum(errors) / len(errors), max(errors))


def right_within(verdicts: Iterable[Verdict], tolerance: float) -> int:
    """How many outputs are at most `tolerance` from their target.

    The distance is taken exactly, with target and tolerance as they are written, so that no noise of
    floats decides. Half a unit of the last printed decimal as tolerance is then the same as rounding,
    except for an output exactly half-way: it rounds to one of its neighbours, but is within reach of both.
    """
    return sum(is_within(verdict.output, verdict.target, tolerance) for verdict in verdicts)


def is_within(output: float, target: float, tolerance: float) -> bool:
    """Whether an output is at most `tolerance` from its target, as `right_within` takes it."""
    if not math.isfinite(output):
        return False
    distance = abs(output - target)
    if abs(distance - tolerance) > NOISE * (abs(output) + abs(target) + tolerance):
        return distance < tolerance  # floats decide, where their noise cannot
    return abs(Decimal(output) - Decimal(repr(target))) <= Decimal(repr(tolerance))


@lru_cache(maxsize=DIFFERENT_TARGETS)
def bounds(expected: str, decimals: int) -> tuple[float, float]:
    """The smallest and the largest float that round to `expected` at so many decimals.

    They are about half a unit of the last decimal away, but not exactly: the float 0.95 is a little less
    than its name and rounds to 0.9. Raises ValueError when no float rounds to `expected`.
    """
    centre = _number_that_prints(expected, decimals)
    # A number two units away rounds to something else; where floats lie further apart, the next float does.
    away = 2.0 * 10.0**-decimals
    below = min(centre - away, math.nextafter(centre, -math.inf))
    above = max(centre + away, math.nextafter(centre, math.inf))
    return _last_that_prints(expected, decimals, centre, below), _last_that_prints(expected, decimals, centre, above)


def _number_that_prints(expected: str, decimals: int) -> float:
    try:
        number = float(expected)
    except ValueError:
        number = math.nan
    if not math.isfinite(number) or printed(number, decimals) != expected:
        raise ValueError(f"No number rounds to “{expected}” at {counted(decimals, 'decimal')}.")
    return number


def _last_that_prints(expected: str, decimals: int, inside: float, outside: float) -> float:
    """The float furthest towards `outside` that still rounds to `expected`, found by bisection."""
    while True:
        middle = inside + (outside - inside) / 2.0
        if middle in (inside, outside):
            return inside
        if printed(middle, decimals) == expected:
            inside = middle
        else:
            outside = middle
