"""Reads a data set from a file or from standard input. Only this module opens files."""

import os
import stat
import sys
from collections.abc import Callable
from typing import BinaryIO

from perceptron.datasets import DataSet
from perceptron.decoding import decoded
from perceptron.fields import shortened
from perceptron.limits import MOST_BYTES, check_bytes
from perceptron.own_data import own_data
from perceptron.tables import UNDECIDED, Choices, SeveralReadingsError
from perceptron.terminal import MOST_OF_A_NAME

STANDARD_INPUT = "-"
NO_FILES = ((stat.S_ISDIR, "a folder"), (stat.S_ISFIFO, "a named pipe"), (stat.S_ISSOCK, "a socket"))
SHELL_PIPES = ("/dev/stdin", "/dev/fd/", "/proc/self/fd/")  # what “|” and “<(...)” are called


def read_data_set(
    path: str, tell: Callable[[str], None] = lambda sentence: None, choices: Choices = UNDECIDED
) -> DataSet:
    """Read a table or JSON of the article's form from a file, or from standard input where the path is “-”.

    `tell` gets a sentence for each thing that a person should know about how it was read.
    Raises ValueError with one clear sentence when it cannot be read.
    """
    name = "standard input" if path == STANDARD_INPUT else shortened(path, MOST_OF_A_NAME) or "“”"

    def tell_of_it(sentence: str) -> None:
        tell(f"{name}: {sentence}")

    try:
        content = _standard_input() if path == STANDARD_INPUT else _content(path)
        return own_data(name if path == STANDARD_INPUT else path, decoded(content, tell_of_it), choices, tell_of_it)
    except SeveralReadingsError as error:
        options = " and ".join([f"--{choice}" for choice in error.undecided])
        raise ValueError(f"{name}: {error} Choose with {options}.") from None
    except ValueError as error:
        raise ValueError(f"{name}: {error}") from None


def _standard_input() -> bytes:
    if sys.stdin is None:  # the shell has closed it
        raise ValueError("is closed.")
    try:
        return _limited(sys.stdin.buffer)
    except OSError as error:
        raise ValueError(f"cannot be read ({error.strerror}).") from None


def _content(path: str) -> bytes:
    """The content of a file. Anything else might never end, so it is refused."""
    try:
        mode = os.stat(path).st_mode
        if not stat.S_ISREG(mode) and not (stat.S_ISFIFO(mode) and path.startswith(SHELL_PIPES)):
            kind = next((kind for is_so, kind in NO_FILES if is_so(mode)), "a device")
            raise ValueError(f"is {kind}, not a file.")
        with open(path, "rb") as file:
            return _limited(file)
    except OSError as error:
        raise ValueError(f"cannot be read ({error.strerror}).") from None


def _limited(file: BinaryIO) -> bytes:
    """All that is in a file, unless it is too much."""
    content = file.read(MOST_BYTES + 1)
    check_bytes(len(content))
    return content
