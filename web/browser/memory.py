"""What the browser keeps from one visit to the next: the open tab, the lessons done, the best score by hand, a program
that was typed and has not run."""

import json

from web.browser.javascript import attempt, create_proxy, window
from web.page import messages
from web.page.state import State
from web.page.update.look import to_keep, with_changes

TYPE_CHECKING = False  # MicroPython has no typing module
if TYPE_CHECKING:
    from collections.abc import Callable

PLACE = "one-neuron"


class Memory:
    """The browser's storage. Where it is refused, nothing is kept and nothing else changes.

    Other tabs of the page keep things there too, so each writes down only what changed in itself.
    """

    def __init__(self) -> None:
        self._known: dict = {}

    def read(self) -> dict:
        """What an earlier visit left; empty when there is nothing, or nothing that can be read."""
        try:
            kept = json.loads(attempt("localStorage.getItem", PLACE) or "{}")
        except ValueError:
            return {}
        return kept if isinstance(kept, dict) else {}

    def keep(self, state: State) -> None:
        """Write down what the next visit should find again, if it has changed since this was called first."""
        wanted = to_keep(state)
        changes = {name: value for name, value in wanted.items() if self._known and value != self._known[name]}
        self._known = wanted
        if changes:
            attempt("localStorage.setItem", PLACE, json.dumps(with_changes(self.read(), changes, state)))

    def listen(self, tell: "Callable[[object], None]") -> None:
        """Tell whenever another tab has written something down. `tell` takes messages."""

        def hear(event: object) -> None:
            if event.key == PLACE:
                tell(messages.MemoryShared(self.read()))

        window.addEventListener("storage", create_proxy(hear))
