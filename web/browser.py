"""The browser's own objects, for the few modules that touch the page."""

from pyscript import document
from pyscript.ffi import create_proxy, to_js

# pyscript.window is a module, and MicroPython calls a module's functions without their `this`, which
# breaks those with two arguments; the document knows the window as an object.
window = document.defaultView

__all__ = ["create_proxy", "document", "to_js", "window"]
