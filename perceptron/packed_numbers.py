"""What JSON should hold of a data set, with its numbers as bytes: shorter than their digits where these are many.

First the JSON, with the shape of each list of numbers in the place of the list; a zero byte; and all the numbers as
64-bit floats, list by list and column by column. Of these the first bytes stand together, then the second ones, and so
on, because bytes of one kind deflate better side by side.
"""

import json
import struct
from collections.abc import Mapping
from typing import Any

from perceptron.data_form import KEYS
from perceptron.data_written import SAME, short_number
from perceptron.json_text import check_nesting
from perceptron.limits import MOST_INPUTS

BYTES = 8  # of a float
END = b"\0"


def as_bytes(form: Mapping[str, Any]) -> bytes:
    """The bytes of what `perceptron.data_written.as_form` makes."""
    shapes, numbers = {}, []
    for key in KEYS:
        rows = form.get(key, SAME)
        if rows == SAME:
            continue
        columns = [rows] if key.endswith("outputs") else list(zip(*rows, strict=True))
        shapes[key] = [len(columns), len(rows)]
        numbers += [float(number) for column in columns for number in column]
    packed = struct.pack(f"<{len(numbers)}d", *numbers)
    header = json.dumps({**form, **shapes}, ensure_ascii=False, separators=(",", ":")).encode()
    return header + END + b"".join(packed[place::BYTES] for place in range(BYTES))


def as_text(content: bytes) -> str:
    """The JSON that was meant, with every digit. Raises ValueError, with words that can follow a name, if damaged."""
    header, end, planes = content.partition(END)
    check_nesting(header.decode("utf-8", "replace"))
    try:
        form = json.loads(header)
        shapes = {key: form[key] for key in KEYS if form.get(key, SAME) != SAME}
        sizes = {key: columns * rows for key, (columns, rows) in shapes.items()}
        count = sum(sizes.values())
        is_allowed = all(0 <= columns <= MOST_INPUTS and rows >= 0 for columns, rows in shapes.values())
        if not end or not is_allowed or len(planes) != BYTES * count:
            raise ValueError
        packed = bytearray(len(planes))
        for place in range(BYTES):
            packed[place::BYTES] = planes[place * count : (place + 1) * count]
        numbers = [short_number(number) for number in struct.unpack(f"<{count}d", packed)]
        first = 0
        for key, (columns, rows) in shapes.items():
            table = [numbers[first + rows * column : first + rows * (column + 1)] for column in range(columns)]
            form[key] = table[0] if key.endswith("outputs") else [list(row) for row in zip(*table, strict=True)]
            first += sizes[key]
        return json.dumps(form, allow_nan=False, ensure_ascii=False, separators=(",", ":"))
    except (ValueError, TypeError, AttributeError, IndexError, RecursionError):
        raise ValueError("is damaged.") from None
