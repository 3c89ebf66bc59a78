"""Numbers as 64-bit floats hold them."""

from decimal import Context, Decimal


def is_held(written: Decimal, number: float) -> bool:
    """Whether a float is the number that is written, to the last digit written.

    So 0.1 is held, though no float is exactly a tenth: to one digit, the float is 0.1. A whole number, written
    without a point or an exponent, is held only when the float is exactly that.
    """
    _, digits, exponent = written.as_tuple()
    if exponent == 0:
        return written == Decimal(number)
    return written in (Decimal(repr(number)), Context(prec=len(digits)).create_decimal_from_float(number))
