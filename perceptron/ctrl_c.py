"""Tells Ctrl+C apart from a KeyboardInterrupt that a person's program raises itself."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from perceptron.faults import Stopped


@contextmanager
def heard() -> Iterator[None]:
    """Meanwhile Ctrl+C raises Stopped. Python allows that in its main thread only, and raises ValueError elsewhere."""
    before = signal.signal(signal.SIGINT, _stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise Stopped
