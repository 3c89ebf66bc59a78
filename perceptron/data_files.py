"""Reads a data set from a JSON file of the article's form: `training_inputs`, `training_outputs`, `test_inputs`.

The article leaves the test's outputs out, because its targets are sums. Where they are not, they must be given.
"""

import json
import os
import stat
from collections.abc import Callable
from decimal import Decimal, InvalidOperation

from perceptron.data_form import MUST_HOLD, data_set
from perceptron.datasets import DataSet
from perceptron.fields import shortened
from perceptron.terminal import MOST_OF_A_NAME

MOST_BYTES = 10_000_000
NO_FILES = ((stat.S_ISDIR, "a folder"), (stat.S_ISFIFO, "a named pipe"), (stat.S_ISSOCK, "a socket"))
SHELL_PIPES = ("/dev/stdin", "/dev/fd/", "/proc/self/fd/")  # what “|” and “<(...)” are called


def read_data_set(path: str, tell: Callable[[str], None] = lambda sentence: None) -> DataSet:
    """Read a JSON file with `training_inputs`, `training_outputs`, `test_inputs` and, optionally, `test_outputs`.

    Inputs are lists of number lists, outputs lists of numbers. Without `test_outputs` the target of a test row is
    the sum of its inputs where all training outputs are sums, and else that of the same row in training. Other keys
    may hold notes, and `tell` gets a sentence for each; a key that seems to hold numbers for the run is refused.
    Raises ValueError with one clear sentence for anything else.
    """
    name = shortened(path, MOST_OF_A_NAME) or "“”"
    try:
        return data_set(path, _parsed(_content(path)), lambda sentence: tell(f"{name}: {sentence}"))
    except ValueError as error:
        raise ValueError(f"{name}: {error}") from None


def _content(path: str) -> bytes:
    """The content of a file. Anything else might never end, so it is refused."""
    try:
        mode = os.stat(path).st_mode
        if not stat.S_ISREG(mode) and not (stat.S_ISFIFO(mode) and path.startswith(SHELL_PIPES)):
            kind = next((kind for is_so, kind in NO_FILES if is_so(mode)), "a device")
            raise ValueError(f"is {kind}, not a file.")
        with open(path, "rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise ValueError(f"cannot be read ({error.strerror}).") from None
    if len(content) > MOST_BYTES:
        raise ValueError(f"is larger than {MOST_BYTES // 1_000_000} MB, the most that is read.")
    return content


def _parsed(content: bytes) -> object:
    """What JSON says in UTF-8, -16 or -32, with or without a byte-order mark."""
    if not content.strip():
        raise ValueError("is empty.")
    try:
        return json.loads(content, parse_int=_written, parse_float=_written, object_pairs_hook=_with_every_key_once)
    except RecursionError:
        raise ValueError("is nested too deeply to read; only lists of lists are needed.") from None
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise ValueError(f"is not JSON ({error}). Only JSON files are read, and {MUST_HOLD}.") from None


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
