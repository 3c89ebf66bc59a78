"""Says that the error no longer falls."""

from perceptron.fields import grouped
from perceptron.findings.standstill import Standstill

DIGITS = 4


def standstill_in_words(found: Standstill | None) -> str:
    """As in “The error no longer falls: it has been 0.1337 since epoch 9,000.”; empty while it does."""
    if found is None:
        return ""
    then, now, since = f"{found.then:.{DIGITS}g}", f"{found.now:.{DIGITS}g}", grouped(found.since)
    if then == now:
        return f"The error no longer falls: it has been {now} since epoch {since}."
    return f"The error no longer falls: it was {then} at epoch {since} and is {now} now."
