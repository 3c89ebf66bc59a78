"""Writes what the views say into the page, and only what changed since the last time."""

from web.browser import document
from web.state import State
from web.update.settings import PARAMETER_FIELDS
from web.views import VIEWS

PROPERTIES = {
    "text": "textContent",
    "html": "innerHTML",
    "value": "value",
    "choice": "value",  # of a list: HTML marks the chosen entry otherwise, so the build leaves it alone
    "hidden": "hidden",
    "checked": "checked",
    "disabled": "disabled",
}


class Page:
    """The document, with a memory of everything written into it."""

    def __init__(self) -> None:
        self._written: dict = {}
        self._elements: dict = {}

    def show(self, state: State) -> None:
        """Make the page say what the State says. A view that fails keeps none of the others from it."""
        failed = None
        for view in VIEWS:
            try:
                for write in view(state):
                    self._write(*write)
            except Exception as error:
                failed = failed or error
        if failed:
            raise failed

    def element(self, name: str) -> object:
        """The element with this id."""
        if name not in self._elements:
            self._elements[name] = document.getElementById(name)
        return self._elements[name]

    def _write(self, name: str, kind: str, value: object) -> None:
        key = (name, kind)
        if key in self._written and self._written[key] == value:
            return
        element = self.element(name)
        if name in PARAMETER_FIELDS and kind == "value" and document.activeElement.id == name:
            return  # the numbers flow, but not over what somebody is typing
        # A field still at its built-in value may hold what somebody typed early.
        if kind == "value" and key not in self._written and value == getattr(element, "defaultValue", None):
            self._written[key] = value
            return
        self._written[key] = value
        if kind in PROPERTIES:
            setattr(element, PROPERTIES[kind], value)
        elif value is None:
            element.removeAttribute(kind)
        else:
            element.setAttribute(kind, value)
        if kind == "html":
            self._forget_what_is_gone()

    def _forget_what_is_gone(self) -> None:
        """New markup replaces elements; what was known of the old ones is void."""
        for name in [name for name, element in self._elements.items() if not element.isConnected]:
            del self._elements[name]
            for key in [key for key in self._written if key[0] == name]:
                del self._written[key]
