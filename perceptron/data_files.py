"""Reads a data set from a JSON file of the article's form: `training_inputs`, `training_outputs`, `test_inputs`.

The article leaves the test's outputs out, because its targets are sums. Where they are not, they must be given.
"""

import json
import math
import os
import stat
from collections.abc import Callable, Sequence
from decimal import Decimal

from perceptron.datasets import DataSet, Row, check_rows, true_sum
from perceptron.fields import shortened

KEYS = ("training_inputs", "training_outputs", "test_inputs", "test_outputs")
MUST_HOLD = (
    f"the file must hold one JSON object with the keys {', '.join(KEYS[:-1])} and, where they are needed, {KEYS[-1]}"
)
TARGET_WORDS = ("target", "output", "expect", "label", "answer")
MOST_DECIMALS = 15
MOST_SHOWN = 40
MOST_OF_A_NAME = 200
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
        return _data_set(path, _parsed(_content(path)), lambda sentence: tell(f"{name}: {sentence}"))
    except ValueError as error:
        raise ValueError(f"{name}: {error}") from None


def _content(path: str) -> bytes:
    """All of a file. What is no file could keep the reader waiting for ever."""
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
        # Each number becomes a float, so one with thousands of digits is too large, and not an error of its own.
        return json.loads(content, parse_int=float, object_pairs_hook=_with_every_key_once)
    except RecursionError:
        raise ValueError("is nested too deeply to be read; the form needs lists of lists only.") from None
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise ValueError(f"is not JSON ({error}). Only JSON files are read, and {MUST_HOLD}.") from None


def _with_every_key_once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            raise ValueError(f"“{shortened(key)}” is there more than once.")
        found[key] = value
    return found


def _data_set(name: str, content: object, tell: Callable[[str], None]) -> DataSet:
    if not isinstance(content, dict):
        raise ValueError(f"{MUST_HOLD}.")
    for key in content:
        if key not in KEYS:
            _refuse_if_meant(key, content)
            tell(f"“{shortened(key)}” is not used.")
    training_inputs = _vectors(content, "training_inputs")
    training_outputs = _vector(content.get("training_outputs"), "training_outputs")
    test_inputs = _vectors(content, "test_inputs")
    decimals = _decimals([*training_inputs, *test_inputs, training_outputs])
    training = _rows("training", training_inputs, training_outputs)
    check_rows("training", training, training)
    if "test_outputs" in content:
        test_outputs = _vector(content["test_outputs"], "test_outputs")
        decimals = max(decimals, _decimals([test_outputs]))
    else:
        test_outputs = _missing_outputs(training, test_inputs, decimals)
    return DataSet(name, training, _rows("test", test_inputs, test_outputs), decimals)


def _refuse_if_meant(key: str, content: dict[str, object]) -> None:
    """Let a note pass, but no key that somebody must think is used."""
    import difflib  # only here, because the page's trainer, which reads no files, loads this module too

    meant = difflib.get_close_matches(key.lower(), KEYS, n=1, cutoff=0.8)
    if meant:
        raise ValueError(f"“{shortened(key)}” is not known; it must be spelt “{meant[0]}”.")
    targets_meant = "test_outputs" not in content and any(word in key.lower() for word in TARGET_WORDS)
    if targets_meant or _has_numbers(content[key]):
        raise ValueError(f"“{shortened(key)}” is not known; the keys for numbers are {', '.join(KEYS)}.")


def _has_numbers(value: object) -> bool:
    """Whether it is a list of numbers, or of lists of them."""
    rows = value if isinstance(value, list) else []
    return any(isinstance(number, float) for row in rows for number in (row if isinstance(row, list) else [row]))


def _missing_outputs(
    training: Sequence[Row], test_inputs: Sequence[tuple[float, ...]], decimals: int
) -> tuple[float, ...]:
    """The targets of the test rows, as far as the training rows tell them."""
    if all(_is_sum(row, decimals) for row in training):
        return tuple(true_sum(inputs, decimals) for inputs in test_inputs)
    targets: dict[tuple[float, ...], set[float]] = {}
    for inputs, target in training:
        targets.setdefault(inputs, set()).add(target)
    for number, inputs in enumerate(test_inputs, start=1):
        if len(targets.get(inputs, ())) != 1:
            why = "has more than one target in training" if inputs in targets else "is no training row"
            raise ValueError(
                f"“test_outputs” is missing. The training outputs are not the sums of their inputs, "
                f"and test row {number} {why}, so its target cannot be known."
            )
    return tuple(target for inputs in test_inputs for target in targets[inputs])


def _is_sum(row: Row, decimals: int) -> bool:
    try:
        return round(row.target, decimals) == true_sum(row.inputs, decimals)
    except ValueError:  # no float holds the sum
        return False


def _rows(kind: str, inputs: list[tuple[float, ...]], outputs: tuple[float, ...]) -> tuple[Row, ...]:
    if len(inputs) != len(outputs):
        raise ValueError(f"{len(inputs)} {kind} inputs, but {len(outputs)} {kind} outputs; there must be as many.")
    return tuple(Row(*pair) for pair in zip(inputs, outputs, strict=True))


def _vectors(content: dict[str, object], key: str) -> list[tuple[float, ...]]:
    rows = content.get(key)
    if not isinstance(rows, list):
        raise ValueError(f"“{key}” must be a list of lists of numbers.")
    return [_vector(row, f"{key}, row {number}") for number, row in enumerate(rows, start=1)]


def _vector(values: object, where: str) -> tuple[float, ...]:
    if not isinstance(values, list):
        raise ValueError(f"“{where}” must be a list of numbers.")
    return tuple(_number(value, where) for value in values)


def _number(value: object, where: str) -> float:
    if not isinstance(value, float) or math.isnan(value):
        raise ValueError(f"“{where}” holds {_shown(value)}, which is not a number.")
    if math.isinf(value):
        raise ValueError(f"“{where}” holds a number that a 64-bit float cannot hold.")
    return value


def _shown(value: object) -> str:
    """The beginning of a value; of what is nested only that it is."""
    return "a list or an object" if isinstance(value, list | dict) else json.dumps(value)[:MOST_SHOWN]


def _decimals(vectors: list[tuple[float, ...]]) -> int:
    """The most decimals that any number is written with, from 1 to 15."""
    exponents = [Decimal(repr(value)).as_tuple().exponent for vector in vectors for value in vector]
    return max(1, min(MOST_DECIMALS, max((-int(exponent) for exponent in exponents), default=1)))
