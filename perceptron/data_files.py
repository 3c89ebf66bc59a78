"""Reads a data set or an experiment from a file or from standard input. Only this module opens files."""

import os
import stat
import sys
from collections.abc import Callable
from typing import BinaryIO, TypeVar

from perceptron.datasets import DataSet
from perceptron.decoding import decoded
from perceptron.experiments import KEYS, MUST_HOLD, read_experiment
from perceptron.fields import shortened
from perceptron.json_text import parsed
from perceptron.limits import MOST_BYTES, MOST_WRITTEN, check_bytes
from perceptron.own_data import own_data
from perceptron.run_lists import KEY as EXPERIMENTS
from perceptron.run_lists import ReadRuns, read_runs
from perceptron.tables import UNDECIDED, Choices, SeveralReadingsError
from perceptron.terminal import MOST_OF_A_NAME

Content = TypeVar("Content")
STANDARD_INPUT = "-"
EXPERIMENT = KEYS[0]
NO_FILES = ((stat.S_ISDIR, "a folder"), (stat.S_ISFIFO, "a named pipe"), (stat.S_ISSOCK, "a socket"))
SHELL_PIPES = ("/dev/stdin", "/dev/fd/", "/proc/self/fd/")  # what “|” and “<(...)” are called


def read_data_set(
    path: str, tell: Callable[[str], None] = lambda sentence: None, choices: Choices = UNDECIDED
) -> DataSet:
    """Read a table or JSON of the article's form from a file, or from standard input where the path is “-”.

    `tell` gets a sentence for each thing that a person should know about how it was read.
    Raises ValueError with one clear sentence when it cannot be read.
    """
    own_name = "standard input" if path == STANDARD_INPUT else path
    try:
        return _read(path, MOST_BYTES, tell, lambda text, tell: _own_data(own_name, text, choices, tell))
    except SeveralReadingsError as error:
        options = " and ".join([f"--{choice}" for choice in error.undecided])
        raise ValueError(f"{_shown(path)}: {error} Choose with {options}.") from None


def _own_data(name: str, text: str, choices: Choices, tell: Callable[[str], None]) -> DataSet:
    """The data set that a text is. Raises ValueError also for an experiment, which says how that is read."""
    try:
        content = parsed(text.removeprefix("\ufeff"), MUST_HOLD)
    except ValueError:
        content = None
    if isinstance(content, dict) and EXPERIMENTS in content:
        raise ValueError("is a list of experiments and not data alone; “compare” reads it, with the file first.")
    if isinstance(content, dict) and EXPERIMENT in content:
        raise ValueError("is an experiment and not data alone; --experiment reads it.")
    return own_data(name, text, choices, tell)


def read_experiment_file(
    path: str, tell: Callable[[str], None] = lambda sentence: None
) -> tuple[dict[str, str], DataSet]:
    """Read the settings and the data of an experiment from a file, or from standard input where the path is “-”.

    `tell` gets a sentence for each thing that a person should know about how it was read.
    Raises ValueError with one clear sentence when it cannot be read.
    """
    return _read(path, MOST_WRITTEN, tell, read_experiment)


def read_runs_file(path: str, tell: Callable[[str], None] = lambda sentence: None) -> ReadRuns:
    """Read one experiment or a list of them from a file, or from standard input where the path is “-”.

    Raises ValueError with one clear sentence when there is no run in it that can be used.
    """
    read = _read(path, MOST_WRITTEN, tell, read_runs)
    return read._replace(refused=tuple([f"{_shown(path)}: {sentence}" for sentence in read.refused]))


def _read(
    path: str, most: int, tell: Callable[[str], None], read: Callable[[str, Callable[[str], None]], Content]
) -> Content:
    """What `read` makes of a file's text, with the file's name in front of all that is said of it."""

    def tell_of_it(sentence: str) -> None:
        tell(f"{_shown(path)}: {sentence}")

    try:
        content = _standard_input(most) if path == STANDARD_INPUT else _content(path, most)
        return read(decoded(content, tell_of_it), tell_of_it)
    except SeveralReadingsError:
        raise
    except ValueError as error:
        raise ValueError(f"{_shown(path)}: {error}") from None


def _shown(path: str) -> str:
    return "standard input" if path == STANDARD_INPUT else shortened(path, MOST_OF_A_NAME) or "“”"


def _standard_input(most: int) -> bytes:
    if sys.stdin is None:  # the shell has closed it
        raise ValueError("is closed.")
    try:
        return _limited(sys.stdin.buffer, most)
    except OSError as error:
        raise ValueError(f"cannot be read ({error.strerror}).") from None


def _content(path: str, most: int) -> bytes:
    """The content of a file. Anything else might never end, so it is refused."""
    try:
        mode = os.stat(path).st_mode
        if not stat.S_ISREG(mode) and not (stat.S_ISFIFO(mode) and path.startswith(SHELL_PIPES)):
            kind = next((kind for is_so, kind in NO_FILES if is_so(mode)), "a device")
            raise ValueError(f"is {kind}, not a file.")
        with open(path, "rb") as file:
            return _limited(file, most)
    except OSError as error:
        raise ValueError(f"cannot be read ({error.strerror}).") from None


def _limited(file: BinaryIO, most: int) -> bytes:
    """All that is in a file, unless it is too much."""
    content = file.read(most + 1)
    check_bytes(len(content), most)
    return content
