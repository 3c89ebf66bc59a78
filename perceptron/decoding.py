"""Bytes become text: UTF-8, -16 and -32 with or without a byte-order mark, and what older Windows programs write."""

import json
import re
from collections.abc import Callable

# How files begin that people take for a table.
KINDS = (
    (b"PK\x03\x04", "a workbook (.xlsx, .ods) or another zip file; save the sheet as CSV"),
    (b"\xd0\xcf\x11\xe0", "a workbook of older Excel (.xls) or the like; save the sheet as CSV"),
    (b"%PDF", "a PDF; copy its table into a text file"),
    (b"\x1f\x8b", "packed by gzip; unpack it first"),
    (b"\x89PNG", "a picture; only text can be read"),
    (b"\xff\xd8\xff", "a picture; only text can be read"),
)


def decoded(content: bytes, tell: Callable[[str], None]) -> str:
    """The text of a file; `tell` gets a sentence if that was not sure. Raises ValueError when it is no text."""
    for beginning, kind in KINDS:
        if content.startswith(beginning):
            raise ValueError(f"is {kind}.")
    encoding = json.detect_encoding(content)
    try:
        return _checked(content.decode(encoding))
    except UnicodeDecodeError as error:
        if encoding != "utf-8" or b"\0" in content:
            raise ValueError(f"is not text (byte {error.start + 1:,} is not {encoding.upper()}).") from None
    try:
        text = _checked(content.decode("cp1252"))
    except UnicodeDecodeError as error:
        raise ValueError(f"is not text (byte {error.start + 1:,} is neither UTF-8 nor Windows-1252).") from None
    tell("It is not UTF-8, so its letters were read as Windows-1252.")
    return text


def _checked(text: str) -> str:
    """The same text, unless it holds characters that no text has."""
    found = re.search("[\x00-\x08\x0e-\x1f]", text)
    if found:
        line = text.count("\n", 0, found.start()) + 1
        raise ValueError(f"is not text (line {line:,} holds the control character {ord(found.group())}).")
    return text
