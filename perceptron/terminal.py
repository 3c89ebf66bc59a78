"""What commands print and complain of, also where the output is full or closed."""

import os
import sys
from collections.abc import Callable
from typing import TextIO

MOST_OF_A_NAME = 200  # of a file's name that is repeated


def complain(sentence: str) -> None:
    """Tell one line where errors are told, if there is such a place."""
    if sys.stderr is not None:
        _write(sentence, sys.stderr)


def written(text: str, complain: Callable[[str], None] = complain) -> bool:
    """Print, and say whether all of it was taken; if not, why not is told where errors are told."""
    if sys.stdout is None:  # the shell has closed it
        complain("the output cannot be written (standard output is closed).")
        return False
    error = _write(text, sys.stdout)
    # Whoever reads only the first lines knows it.
    if error and not isinstance(error, BrokenPipeError):
        complain(f"the output cannot be written ({error.strerror}).")
    return error is None


def _write(text: str, stream: TextIO) -> OSError | None:
    """Write all of it at once, and return what kept it from being written."""
    try:
        print(text, file=stream, flush=True)
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())  # or Python would try once more at its end
        return error
    return None
