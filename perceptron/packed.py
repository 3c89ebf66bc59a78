"""Own data, a changed program or a list of runs as one short text for an address: the version, and then JSON or the
program itself, deflated and written in base64url. Data that would be too long as JSON has its numbers as bytes.

What comes from an address was perhaps written by somebody else, so it is checked like every other data.
"""

import base64
import binascii
import codecs
import json
import zlib
from collections.abc import Sequence

from perceptron.data_form import MUST_HOLD, OWN_NAME, data_set
from perceptron.data_written import as_form
from perceptron.datasets import DataSet
from perceptron.fields import grouped, shortened
from perceptron.json_text import parsed, whole_beginning
from perceptron.limits import MOST_WRITTEN, check_bytes, check_name, check_program
from perceptron.packed_form import DENSE_VERSION, MOST_PACKED, PACKED_VERSION, is_packed
from perceptron.packed_numbers import as_bytes, as_text

RAW = -15  # deflate alone, as addresses once had it
CHECKED = 15  # with zlib's header and sum, so that one changed letter is found out
DAMAGED = "is damaged or not complete."
CUT_OFF = "is not complete."
HEADER = b"\x78"  # of what is checked; no deflated text begins so


def pack(data: DataSet) -> str:
    """The data set, all but its own name, as a text that `unpack` reads.

    Raises ValueError with a sentence to show when a name or the whole text is too long for that.
    """
    for name in (*data.input_names, data.target_name, *data.classes):
        check_name(name, "data")
    form = as_form(data)
    text = _deflated(json.dumps(form, ensure_ascii=False, separators=(",", ":")).encode())
    if len(text) > MOST_PACKED:
        text = _deflated(as_bytes(form), DENSE_VERSION)
    if len(text) > MOST_PACKED:
        raise ValueError(f"Packed data: {_too_long(text)}")
    return text


def unpack(text: str) -> DataSet:
    """The data set that was packed. Raises ValueError with one clear sentence when it is damaged or not allowed."""
    try:
        return data_set(OWN_NAME, parsed(_json_of(text), MUST_HOLD), lambda sentence: None)
    except ValueError as error:
        raise ValueError(f"Packed data: {error}") from None


def _json_of(text: str) -> str:
    if text[:1] != DENSE_VERSION:
        return _inflated(text, (PACKED_VERSION, DENSE_VERSION))
    content, is_whole = _beginning(text, (DENSE_VERSION,))
    if not is_whole:
        raise ValueError(CUT_OFF)
    written = as_text(content)
    check_bytes(len(written), MOST_WRITTEN)
    return written


def pack_program(program: str) -> str:
    """The text of a program as a text that `unpack_program` reads; an empty one stays empty.

    Raises ValueError with a sentence to show when it is too long.
    """
    check_program(program)
    return _deflated(program.encode()) if program else ""


def unpack_program(text: str) -> str:
    """The program that was packed. Raises ValueError with one clear sentence when it is damaged or not allowed."""
    try:
        program = _inflated(text) if text else ""
        check_program(program)
    except ValueError as error:
        raise ValueError(f"Packed program: {error}") from None
    return program


def pack_list(runs: str) -> str:
    """A list of runs as JSON, see perceptron.run_lists, as a text that `unpack_list` reads.

    Raises ValueError with a sentence to show when it is too long.
    """
    text = _deflated(runs.encode())
    if len(text) > MOST_PACKED:
        raise ValueError(f"The link {_too_long(text)}")
    return text


def unpack_list(text: str) -> str:
    """The list that was packed; where the text is cut off, the beginning of it, if a run in it is whole.

    Raises ValueError, with words that can follow “This link”, where it is damaged.
    """
    if len(text) <= MOST_PACKED and (text[:1] == PACKED_VERSION or not text[:1].isdecimal()) and not is_packed(text):
        raise ValueError("is damaged: it is empty or has letters that packed runs do not have.")
    content, is_whole = _text_of(*_beginning(text))
    if not (is_whole or content.endswith("}") or whole_beginning(content)):
        raise ValueError("is cut off before the end of its first run.")
    return content


def _deflated(content: bytes, version: str = PACKED_VERSION) -> str:
    deflated = zlib.compress(content, 9)
    return version + base64.urlsafe_b64encode(deflated).decode("ascii").rstrip("=")


def _too_long(text: str) -> str:
    return f"has {grouped(len(text))} characters; {grouped(MOST_PACKED)} are the most that an address may hold."


def _inflated(text: str, versions: Sequence[str] = (PACKED_VERSION,)) -> str:
    """All of the text that was deflated. Raises ValueError where it is not complete."""
    content, is_whole = _text_of(*_beginning(text, versions))
    if not is_whole:
        raise ValueError(CUT_OFF)
    return content


def _text_of(content: bytes, is_whole: bool) -> tuple[str, bool]:
    """The text and whether it is whole. Of a character that is cut off, the decoder waits for the rest."""
    try:
        return codecs.getincrementaldecoder("utf-8")().decode(content, final=is_whole), is_whole
    except UnicodeDecodeError:
        raise ValueError(DAMAGED) from None


def _beginning(text: str, versions: Sequence[str] = (PACKED_VERSION,)) -> tuple[bytes, bool]:
    """What was deflated, as far as it is there, and whether this is all. Raises ValueError where it is damaged."""
    version = text[:1]
    if version not in versions and version.isdecimal():
        known = " and ".join(versions)
        raise ValueError(f"is of version {version}; only version{'s' * (len(versions) > 1)} {known} can be read.")
    if len(text) > MOST_PACKED:
        raise ValueError(_too_long(text))
    if not is_packed(text):
        raise ValueError(f"“{shortened(text)}” is none.")
    try:
        letters = text[1 : len(text) - (len(text) % 4 == 2)]  # a single last letter of four holds no whole byte
        deflated = base64.urlsafe_b64decode(letters + "=" * (-len(letters) % 4))
        inflate = zlib.decompressobj(CHECKED if deflated[:1] == HEADER else RAW)
        content = inflate.decompress(deflated, MOST_WRITTEN + 1)  # a small text may hold very much
        check_bytes(len(content), MOST_WRITTEN)
        if inflate.unused_data or (inflate.eof and letters != text[1:]):
            raise ValueError("is damaged: more stands there than was packed.")
        return content, inflate.eof
    except (binascii.Error, zlib.error):
        raise ValueError(DAMAGED) from None
