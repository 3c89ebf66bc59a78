"""Whether what a person worked out is right: any correct rounding of the value will do."""

from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal, InvalidOperation
from typing import NamedTuple

from perceptron.fields import as_number, shortened

# Enough digits for the longest float there is, and room for exponents that none has.
WIDE = Context(prec=1_500, Emin=-999_999, Emax=999_999)


class Marked(NamedTuple):
    """Whether an answer is right, and a sentence to the person who gave it."""

    right: bool
    sentence: str


def mark(text: str, value: float) -> Marked:
    """Mark a typed answer to the question what `value` is; it must be finite.

    Right is what rounds the value, halves up or to even, to the digits that were given, with a decimal
    point or comma, a sign, an exponent. What is wrong never gives the value away.
    """
    given = _given(text)
    if given is None:
        said = f"“{shortened(text)}” is not a number" if text.strip() else "There is no number here"
        return Marked(False, f"{said}. Write it with digits, and with a decimal point or comma where it needs one.")
    if not _rounds(given, value):
        if given and _rounds(-given, value):
            return Marked(False, "Not quite: only the sign is wrong.")
        return Marked(False, f"Not quite: {shortened(text.strip())} is not a rounding of it.")
    if value and not given:
        return Marked(False, "It rounds to that, but is not zero: give at least one digit that is not zero.")
    return Marked(True, f"Right. In full it is {value!r}.")


def _given(text: str) -> Decimal | None:
    """The typed number with just the digits that were typed; None when it is none."""
    text = text.strip().replace(",", ".").replace("−", "-")
    try:
        as_number(text)
        return Decimal(text)
    except (ValueError, InvalidOperation):
        return None


def _rounds(given: Decimal, value: float) -> bool:
    """Whether this is what the value rounds to at the last digit given, as the float it is or as it is written."""
    try:
        return any(
            exact.quantize(given, rounding, WIDE) == given
            for exact in (Decimal(value), Decimal(repr(value)))
            for rounding in (ROUND_HALF_UP, ROUND_HALF_EVEN)
        )
    except InvalidOperation:
        return False
