"""The browser's own objects, for the few modules that touch the page."""

import asyncio

from pyscript import document
from pyscript.ffi import create_proxy, to_js

TYPE_CHECKING = False  # MicroPython has no typing module
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

# pyscript.window is a module, and MicroPython calls a module's functions without their `this`, which
# breaks those with two arguments; the document knows the window as an object.
window = document.defaultView


def attempt(path: str, *arguments: object) -> "Any":
    """Call a function of the browser, such as localStorage.getItem; None where the browser refuses it.

    MicroPython cannot catch what JavaScript throws, so what may be refused must be called by this.
    """
    return window.boot.attempt(path, *arguments)


def copy(text: str, tell: "Callable[[bool], None]") -> None:
    """Copy a text, and tell whether that was done; without HTTPS there is no clipboard."""
    copying = attempt("navigator.clipboard.writeText", text)
    if copying:
        copying.then(create_proxy(lambda *_: tell(True)), create_proxy(lambda *_: tell(False)))
    else:
        tell(False)


def later(milliseconds: float, action: "Callable[[], None]") -> None:
    """Call a function after a while.

    The window's own setTimeout would do harm: once it is called as a method, MicroPython passes a `this` to it
    wherever it calls it, also in asyncio, which calls it as a function and would then fail.
    """
    asyncio.create_task(_wait(milliseconds, action))


async def _wait(milliseconds: float, action: "Callable[[], None]") -> None:
    await asyncio.sleep(milliseconds / 1000)
    action()


__all__ = ["attempt", "copy", "create_proxy", "document", "later", "to_js", "window"]
