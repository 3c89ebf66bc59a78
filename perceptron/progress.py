"""Says on standard error how far a long job is: nothing in its first second, and then about once a second."""

import sys
import time
from collections.abc import Callable

SILENT_FOR = 1.0  # seconds
TO_A_FILE = 10.0  # seconds between lines where nobody watches


class Progress:
    """In a terminal one line changes; elsewhere there is a line now and then."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._said_at = clock()
        self._width = 0
        self._is_watched = sys.stderr is not None and sys.stderr.isatty()
        self._pause = SILENT_FOR

    def tell(self, sentence: str) -> None:
        """Say it, if it is time."""
        now = self._clock()
        if sys.stderr is None or now - self._said_at < self._pause:
            return
        self._said_at = now
        self._pause = SILENT_FOR if self._is_watched else TO_A_FILE
        if self._is_watched:
            self._write(f"\r{sentence.ljust(self._width)}")
            self._width = len(sentence)
        else:
            self._write(f"{sentence}\n")

    def close(self) -> None:
        """Leave an empty line for what is printed next."""
        if self._width:
            self._write(f"\r{' ' * self._width}\r")
            self._width = 0

    def _write(self, text: str) -> None:
        try:
            sys.stderr.write(text)
            sys.stderr.flush()
        except OSError:
            self._pause = float("inf")  # nobody can read it
