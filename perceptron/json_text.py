"""Reads JSON with every digit of its numbers, so that none is rounded in silence; refuses what can be read two ways."""

import json
import re
from decimal import Decimal, InvalidOperation

from perceptron.fields import shortened

MOST_NESTED = 100
TOKENS = r'"(?:[^"\\]|\\.)*"?|[\[\]{}]'  # strings, which may hold brackets, and brackets


def parsed(text: str, must_hold: str) -> object:
    """What JSON says, its numbers as Decimals. `must_hold` says what there must be instead of what is no JSON.

    Raises ValueError with a sentence to show.
    """
    check_nesting(text)
    try:
        return json.loads(text, parse_int=_written, parse_float=_written, object_pairs_hook=_with_every_key_once)
    except json.JSONDecodeError as error:
        raise ValueError(f"is not JSON ({error}); {must_hold}.") from None


def check_nesting(text: str) -> None:
    """Raise ValueError for JSON in which json would go down to the end of the stack, which Pyodide does not survive."""
    if _depth(text) > MOST_NESTED:
        raise ValueError("is nested too deeply to read; only lists of lists are needed.")


def whole_beginning(text: str) -> str:
    """JSON up to where it is cut off or damaged, without the list item there, and closed again.

    It is for an object whose last key holds a list of objects. Empty where no item is whole, and for JSON that is
    neither cut off nor damaged, or is nested too deeply to look into.
    """
    try:
        if _depth(text) <= MOST_NESTED:
            json.loads(text, parse_int=str, parse_float=str)
        return ""
    except json.JSONDecodeError as error:
        damaged_at = error.pos
    opened, end = [], 0
    for found in re.finditer(TOKENS, text[:damaged_at], re.DOTALL):
        if found.group() in ("[", "{"):
            opened.append(found.group())
        elif found.group() in ("]", "}") and opened:
            opened.pop()
            if found.group() == "}" and opened == ["{", "["]:
                end = found.end()
    return text[:end] + "]}" if end else ""


def _depth(text: str) -> int:
    """How many brackets are open at once, at most; those inside of strings do not count."""
    deepest = depth = 0
    for found in re.finditer(TOKENS, text, re.DOTALL):
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
