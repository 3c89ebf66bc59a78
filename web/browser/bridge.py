"""The bridge to the worker: it starts one, listens to it, asks it, and replaces it, at once if there is a spare one."""

import json

from web.browser.javascript import create_proxy, to_js, window
from web.page.held import Held
from web.page.long_texts import LongTexts, whole
from web.page.topics import NOTHING

TYPE_CHECKING = False  # MicroPython has no typing module
if TYPE_CHECKING:
    from collections.abc import Callable

    from web.worker.session import Request


class Spare:
    """A worker that has started before it is needed. What it says is kept until somebody listens."""

    def __init__(self) -> None:
        self.worker = window.boot.startWorker()
        self.is_broken = False
        self._said: list = []
        self.worker.onmessage = self.worker.onerror = create_proxy(self._keep)

    def take_over(self, hear: "Callable[[object], None]") -> None:
        """From now on somebody else listens, first to what was said before."""
        for event in self._said:
            hear(event)

    def _keep(self, event: object) -> None:
        self.is_broken = self.is_broken or event.type == "error" or event.data.kind == "fault"
        self._said.append(event)


class Bridge:
    """At most one worker that is asked, with at most one request under way, and at most one spare worker.

    `tell` takes what the worker says: a kind, see web/runtime/worker.mjs, and a value, which for a reply is a dict.
    """

    def __init__(self, tell: "Callable[[str, object], None]") -> None:
        self._tell = tell
        self._heard = create_proxy(self._hear)
        self._worker = None
        self._spare: Spare | None = None
        self._asked = NOTHING  # what the worker is about to answer
        self._long_texts = LongTexts()

    def start(self) -> None:
        """Start a worker; once it can train, it says that it is ready. web/runtime/early.js may have begun it."""
        self.stop()
        self._long_texts = LongTexts()
        early = getattr(window, "earlyWorker", None)
        if early:
            self._worker = early.worker
            early.takeOver(self._heard)
            return
        spare, self._spare = self._spare, None
        if spare and not spare.is_broken:
            self._worker = spare.worker
            self._worker.onmessage = self._worker.onerror = self._heard
            spare.take_over(self._hear)
            return
        self._worker = window.boot.startWorker()
        self._worker.onmessage = self._worker.onerror = self._heard

    def warm(self) -> None:
        """Start a spare worker, if there is none, so that the next start need not wait for it."""
        if self._worker and not self._spare:
            self._spare = Spare()

    def stop(self) -> None:
        """End the worker, and hear nothing more of what it was doing."""
        if self._worker:
            self._worker.onmessage = self._worker.onerror = None
            self._worker.terminate()
        self._worker = None

    def ask(self, request: "Request") -> None:
        """Send a request, see web/page/request.py; the reply is told."""
        self._asked = request
        short, texts = self._long_texts.without(request)
        sent = [text.content if isinstance(text, Held) else text for text in texts]
        self._worker.postMessage(to_js([json.dumps(short)] + sent))

    def _hear(self, event: object) -> None:
        if event.type == "error":
            words = getattr(event, "message", "") or "The browser did not let it start."
            self._tell("fault", f"Python’s worker: {words}")
            return
        kind, value = event.data.kind, event.data.value
        if kind == "reply":
            short = str(value[0])
            try:
                # The first is the reply itself; a held text is an array that the browser cuts out.
                value = whole(
                    json.loads(short),
                    lambda number: str(value[number + 1]),
                    lambda number: value.slice(number + 1, number + 2),
                )
                value["request"] = self._asked
            except ValueError as error:
                kind, value = "fault", f"ValueError: {error} in the reply {short[:100]}"
        self._tell(kind, value)
