"""Reads JSON with every digit of its numbers, so that none is rounded in silence; refuses what can be read two ways."""

import json
import re
from decimal import Decimal, InvalidOperation

from perceptron.fields import shortened

MOST_NESTED = 100


def parsed(text: str, must_hold: str) -> object:
    """What JSON says, its numbers as Decimals. `must_hold` says what there must be instead of what is no JSON.

    Raises ValueError with a sentence to show.
    """
    if _depth(text) > MOST_NESTED:  # json would go down to the end of the stack, which Pyodide does not survive
        raise ValueError("is nested too deeply to read; only lists of lists are needed.")
    try:
        return json.loads(text, parse_int=_written, parse_float=_written, object_pairs_hook=_with_every_key_once)
    except json.JSONDecodeError as error:
        raise ValueError(f"is not JSON ({error}); {must_hold}.") from None


def _depth(text: str) -> int:
    """How many brackets are open at once, at most; those inside of strings do not count."""
    deepest = depth = 0
    for found in re.finditer(r'"(?:[^"\\]|\\.)*"?|[\[\]{}]', text, re.DOTALL):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(found.group(), 0)
        deepest = max(deepest, depth)
    return deepest


def _written(text: str) -> Decimal:
    """A number with every digit that is written."""
    try:
        return Decimal(text)
    except InvalidOperation:  # its exponent has some twenty digits
        raise ValueError(f"“{shortened(text)}” is a number that a 64-bit float cannot hold.") from None


def _with_every_key_once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            raise ValueError(f"“{shortened(key)}” appears more than once.")
        found[key] = value
    return found
