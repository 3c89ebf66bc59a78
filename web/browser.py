"""The browser's own objects, for the few modules that touch the page."""

from pyscript import document
from pyscript.ffi import create_proxy, to_js

# pyscript.window is a module, and MicroPython calls a module's functions without their `this`, which
# breaks those with two arguments; the document knows the window as an object.
window = document.defaultView


def attempt(path, *arguments):  # type: ignore[no-untyped-def]  # it returns anything; MicroPython has no Any
    """Call a function of the browser, such as localStorage.getItem; None where the browser refuses it.

    MicroPython cannot catch what JavaScript throws, so what may be refused must be called by this.
    """
    return window.boot.attempt(path, *arguments) if hasattr(window, "boot") else None


__all__ = ["attempt", "create_proxy", "document", "to_js", "window"]
