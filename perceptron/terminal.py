"""How the commands print and complain, even when the output is full or closed."""

import os
import sys
from collections.abc import Callable
from typing import TextIO

MOST_OF_A_NAME = 200  # of a file's name that is repeated


def complain(sentence: str) -> None:
    """Print one line to standard error, if it is open."""
    if sys.stderr is not None:
        _write(sentence, sys.stderr)


def written(text: str, complain: Callable[[str], None] = complain) -> bool:
    """Print, and return whether all of it was written. If not, complain about the reason."""
    if sys.stdout is None:  # the shell has closed it
        complain("the output cannot be written (standard output is closed).")
        return False
    error = _write(text, sys.stdout)
    # A closed pipe is no error: the reader wanted only the first lines.
    if error and not isinstance(error, BrokenPipeError):
        complain(f"the output cannot be written ({error.strerror}).")
    return error is None


def _write(text: str, stream: TextIO) -> OSError | None:
    """Write all of it at once, and return the error that prevented it, if any.

    Letters that the terminal cannot write, for example a class's name in another script, appear by their numbers.
    """
    encoding = stream.encoding or "utf-8"
    text = text.encode(encoding, "backslashreplace").decode(encoding)
    try:
        print(text, file=stream, flush=True)
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())  # or Python would try once more at its end
        return error
    return None
