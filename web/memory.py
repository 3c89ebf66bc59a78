"""What the browser keeps from one visit to the next: the open tab, the guide, the best score by hand."""

import json

from web.browser import attempt
from web.state import State
from web.update.looking import to_keep

PLACE = "one-neuron"


class Memory:
    """The browser's storage. Where it is refused, nothing is kept and nothing else changes."""

    def __init__(self) -> None:
        self._kept: dict = {}

    def read(self) -> dict:
        """What an earlier visit left; empty when there is nothing, or nothing that can be read."""
        try:
            kept = json.loads(attempt("localStorage.getItem", PLACE) or "{}")
        except ValueError:
            return {}
        return kept if isinstance(kept, dict) else {}

    def keep(self, state: State) -> None:
        """Write down what the next visit should find again, if it has changed."""
        wanted = to_keep(state)
        if wanted == self._kept:
            return
        self._kept = wanted
        attempt("localStorage.setItem", PLACE, json.dumps(wanted))
