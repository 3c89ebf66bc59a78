"""How a fault is put into words, and how a silent worker is noticed."""

import io
import sys

# How many looks, half a second apart, may find it silent: while its first file comes, while it starts, and later. The
# first two are as long as web/runtime/boot.js waits.
SILENT_LOOKS = {"first": 20, "booting": 60, "ready": 12}


class Watchdog:
    """Counts the looks at which a worker that should have spoken was silent.

    It counts looks, not seconds: a page that slept, or that was too busy to listen, did not look either.
    """

    def __init__(self) -> None:
        self._silent = 0

    def heard(self) -> None:
        """The worker just spoke, or was just asked."""
        self._silent = 0

    def look(self, state: object, hidden: bool) -> bool:
        """Whether the worker has been silent for too long. Browsers slow hidden pages down, so those do not count."""
        waiting = state.trainer.status == "booting" or state.trainer.request
        self._silent = self._silent + 1 if waiting and not hidden else 0
        stage = "first" if state.trainer.status == "booting" and not state.trainer.phase else state.trainer.status
        return bool(waiting) and self._silent > SILENT_LOOKS[stage]


def fault_text(error: object) -> str:
    """The text of an error that was raised in the page."""
    if type(error).__name__ != "JsException":
        written = io.StringIO()
        sys.print_exception(error, written)
        return written.getvalue().strip()
    # A JavaScript error comes as the object itself, its name and its message.
    return ": ".join(str(part) for part in error.args[1:3])
