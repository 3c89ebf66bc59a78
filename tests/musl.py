"""e^x as musl computes it, the C library of Pyodide, so that native Python can say what the page must show bit for bit.

glibc rounds the last bit otherwise where the processor multiplies and adds in one step. The method is that of musl's
`exp.c`: e^x = 2^(k/128) * e^r with a small rest r, the first factor from a table, the second from a polynomial.
"""

import math
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal, localcontext

NATIVE = math.exp
STEPS = 128
STEPS_PER_UNIT = float.fromhex("0x1.71547652b82fep0") * STEPS
# Adding and taking away this rounds to a whole number.
SHIFT = float.fromhex("0x1.8p52")
# Minus the logarithm of 2^(1/128), in two parts.
HIGH = float.fromhex("-0x1.62e42fefa0000p-8")
LOW = float.fromhex("-0x1.cf79abc9e3b39p-47")
C2 = float.fromhex("0x1.ffffffffffdbdp-2")
C3 = float.fromhex("0x1.555555555543cp-3")
C4 = float.fromhex("0x1.55555cf172b91p-5")
C5 = float.fromhex("0x1.1111167a4d017p-7")
TINY = 2.0**-54
LARGE = 512.0


def _table() -> list[tuple[float, float]]:
    """For each step 2^(k/128) as a float, and what it lacks, as a share of it."""
    with localcontext() as context:
        context.prec = 50
        exact = [Decimal(2) ** (Decimal(k) / STEPS) for k in range(STEPS)]
        return [(float(power), float(power / Decimal(float(power)) - 1)) for power in exact]


TABLE = _table()


def exp(x: float) -> float:
    """e^x. Raises OverflowError, as `math.exp` does."""
    if abs(x) < TINY:
        return 1.0 + x
    if not abs(x) < 1024.0:
        return NATIVE(x)  # infinite, 0, no number, or an error
    k = (x * STEPS_PER_UNIT + SHIFT) - SHIFT
    r = x + k * HIGH + k * LOW
    r2 = r * r
    power, exponent = int(k) % STEPS, int(k) // STEPS
    scale, lacking = TABLE[power]
    rest = lacking + r + r2 * (C2 + r * C3) + r2 * r2 * (C4 + r * C5)
    if abs(x) < LARGE:
        scale = math.ldexp(scale, exponent)
        return scale + scale * rest
    return _near_the_ends(scale, rest, exponent)


def _near_the_ends(scale: float, rest: float, exponent: int) -> float:
    """The last steps where the result may be past the largest float, or among the smallest ones."""
    if exponent > 0:
        scale = math.ldexp(scale, exponent - 1009)
        return math.ldexp(scale + scale * rest, 1009)
    scale = math.ldexp(scale, exponent + 1022)
    y = scale + scale * rest
    if y < 1.0:
        low = scale - y + scale * rest
        high = 1.0 + y
        y = high + (1.0 - high + y + low) - 1.0
    return math.ldexp(y, -1022)


@contextmanager
def as_in_pyodide() -> Iterator[None]:
    """Within this, `math.exp` is Pyodide's."""
    math.exp = exp  # type: ignore[assignment]  # it takes floats, and nothing that only can become one
    try:
        yield
    finally:
        math.exp = NATIVE
