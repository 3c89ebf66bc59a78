"""Makes a data set from JSON of the article's form: lists of numbers under the article's keys.

The article leaves the test's outputs out, because its targets are sums. Where they are not, they must be given. A
number that would not be kept as it is written is refused, never rounded in silence.
"""

import difflib
import json
from collections.abc import Callable, Sequence
from decimal import Decimal

from perceptron.data_written import SAME
from perceptron.datasets import DataSet, Row, check_rows, true_sum
from perceptron.fields import counted, shortened
from perceptron.floats import check_target, held, most_decimals
from perceptron.labels import LABELS, labelled
from perceptron.limits import check_inputs, check_row_count

KEYS = ("training_inputs", "training_outputs", "test_inputs", "test_outputs")
MUST_HOLD = f"there must be one JSON object with the keys {', '.join(KEYS[:-1])} and, where they are needed, {KEYS[-1]}"
TARGET_WORDS = ("target", "output", "expect", "label", "answer")
MOST_SHOWN = 40
OWN_NAME = "own"  # of data that has no file


def data_set(name: str, content: object, tell: Callable[[str], None]) -> DataSet:
    """Make a data set of what JSON says under `training_inputs`, `training_outputs`, `test_inputs`, `test_outputs`.

    Inputs are lists of number lists, outputs lists of numbers. Without `test_outputs` the target of a test row is
    the sum of its inputs where all training outputs are sums, and else that of the same row in training. The word
    “same” for `test_inputs` stands for the training rows. What else may be said of the data is in `perceptron.labels`.
    Other keys may hold notes, and `tell` gets a sentence for each; a key that seems to hold numbers is refused.
    Raises ValueError with one clear sentence for anything else.
    """
    if not isinstance(content, dict):
        raise ValueError(f"{MUST_HOLD}.")
    for key in content:
        if key not in (*KEYS, *LABELS):
            _refuse_if_meant(key, content)
            tell(f"“{shortened(key)}” is not used.")
    training_inputs = _vectors(content, "training_inputs")
    training_outputs = _targets(content, "training_outputs")
    test_inputs = _test_inputs(content, training_inputs)
    decimals = _decimals([*training_inputs, *test_inputs, training_outputs])
    training = _rows("training", training_inputs, training_outputs)
    check_rows("training", training, training)
    check_inputs(len(training[0].inputs))
    check_row_count(len(training), "training row")
    check_row_count(len(test_inputs), "test row")
    if content["test_inputs"] == SAME:
        test_outputs = training_outputs
    elif "test_outputs" in content:
        test_outputs = _targets(content, "test_outputs")
        decimals = max(decimals, _decimals([test_outputs]))
    else:
        test_outputs = _missing_outputs(training, test_inputs, decimals)
    data = DataSet(name, training, _rows("test", test_inputs, test_outputs), decimals)
    return labelled(data, content, tell)


def _refuse_if_meant(key: str, content: dict[str, object]) -> None:
    """Allow a note, but refuse a key that looks as if it should be used."""
    meant = difflib.get_close_matches(key.lower(), (*KEYS, *LABELS), n=1, cutoff=0.8)
    if meant:
        raise ValueError(f"“{shortened(key)}” is not known; write “{meant[0]}”.")
    targets_meant = "test_outputs" not in content and any(word in key.lower() for word in TARGET_WORDS)
    if targets_meant or _has_numbers(content[key]):
        raise ValueError(f"“{shortened(key)}” is not known; the keys for numbers are {', '.join(KEYS)}.")


def _has_numbers(value: object) -> bool:
    """Whether it is a list of numbers, or of lists of them."""
    rows = value if isinstance(value, list) else []
    return any(isinstance(number, Decimal) for row in rows for number in (row if isinstance(row, list) else [row]))


def _test_inputs(content: dict[str, object], training_inputs: list[tuple[float, ...]]) -> list[tuple[float, ...]]:
    if content.get("test_inputs") != SAME:
        return _vectors(content, "test_inputs")
    if "test_outputs" in content:
        raise ValueError(f"“test_outputs” is not needed, because “test_inputs” is the word {SAME}.")
    return training_inputs


def _missing_outputs(
    training: Sequence[Row], test_inputs: Sequence[tuple[float, ...]], decimals: int
) -> tuple[float, ...]:
    """The targets of the test rows, as far as the training rows tell them."""
    if all(_is_sum(row, decimals) for row in training):
        return tuple(_sum(inputs, decimals, number) for number, inputs in enumerate(test_inputs, start=1))
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


def _sum(inputs: tuple[float, ...], decimals: int, number: int) -> float:
    """The target of a test row that is left out."""
    target = true_sum(inputs, decimals)
    whole = all(value.is_integer() for value in inputs)
    if whole and int(target) != sum(int(value) for value in inputs):
        raise ValueError(f"test row {number} has a sum that a 64-bit float cannot hold to its last digit.")
    _check_targets(inputs, f"test_inputs, row {number}")
    return target


def _check_targets(values: tuple[float, ...], where: str) -> None:
    for value in values:
        try:
            check_target(value)
        except ValueError as error:
            raise ValueError(f"“{where}” holds {error}.") from None


def _rows(kind: str, inputs: list[tuple[float, ...]], outputs: tuple[float, ...]) -> tuple[Row, ...]:
    if len(inputs) != len(outputs):
        rows, numbers = counted(len(inputs), "row"), counted(len(outputs), "number")
        raise ValueError(f"{rows} in “{kind}_inputs”, but {numbers} in “{kind}_outputs”; there must be one for each.")
    return tuple(Row(*pair) for pair in zip(inputs, outputs, strict=True))


def _value(content: dict[str, object], key: str) -> object:
    if key not in content:
        raise ValueError(f"“{key}” is missing.")
    return content[key]


def _vectors(content: dict[str, object], key: str) -> list[tuple[float, ...]]:
    rows = _value(content, key)
    if not isinstance(rows, list):
        raise ValueError(f"“{key}” must be a list of lists of numbers.")
    return [_vector(row, f"{key}, row {number}") for number, row in enumerate(rows, start=1)]


def _targets(content: dict[str, object], key: str) -> tuple[float, ...]:
    targets = _vector(_value(content, key), key)
    _check_targets(targets, key)
    return targets


def _vector(values: object, where: str) -> tuple[float, ...]:
    if not isinstance(values, list):
        raise ValueError(f"“{where}” must be a list of numbers.")
    return tuple(_number(value, where) for value in values)


def _number(value: object, where: str) -> float:
    if not isinstance(value, Decimal):
        raise ValueError(f"“{where}” holds {_shown(value)}, which is not a number.")
    try:
        return held(value)
    except ValueError as error:
        raise ValueError(f"“{where}” holds {error}.") from None


def _shown(value: object) -> str:
    """The beginning of a value; of what is nested only that it is."""
    return "a list or an object" if isinstance(value, list | dict) else json.dumps(value)[:MOST_SHOWN]


def _decimals(vectors: list[tuple[float, ...]]) -> int:
    """The most decimals that any number is written with, from 1 to 15."""
    return max(1, most_decimals(value for vector in vectors for value in vector))
