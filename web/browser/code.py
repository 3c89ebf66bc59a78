"""The tab “Code” in the browser: what is typed and pressed there becomes messages; Enter keeps the spaces of a line."""

from web.browser.javascript import create_proxy, document
from web.page import messages as m

TYPE_CHECKING = False  # MicroPython has no typing module
if TYPE_CHECKING:
    from collections.abc import Callable

    from web.browser.main import App

TEXT = "python-text"
STEP = "    "  # what a line gets more after a colon
FILE, KIND = "neuron.py", "text/x-python"


class Code:
    """Listens to the tab and passes messages on to `app`, which has a state and takes messages by `dispatch`."""

    def __init__(self, app: "App") -> None:
        self._app = app
        self._send = app.dispatch

    def listen(self) -> None:
        """Begin to listen to all of it."""
        self._on(TEXT, "input", lambda event: self._send(m.ProgramTyped(event.target.value)))
        self._on(TEXT, "keydown", self._key_pressed)
        self._on("python-change", "change", lambda event: self._send(m.ChangeChosen(event.target.value)))
        self._on("python-go", "click", self._go_to_the_line)
        for name, message in (
            ("python-run", m.RunProgramPressed()),
            ("python-stop", m.StopPressed()),
            ("python-restore", m.RestorePressed()),
            ("python-use", m.ChangePressed()),
            ("python-save", m.TakeHomePressed()),
        ):
            self._on(name, "click", self._sender(message))

    def _on(self, name: str, event: str, listener: "Callable[[object], None]") -> None:
        self._app.page.element(name).addEventListener(event, create_proxy(listener))

    def _sender(self, message: object) -> "Callable[[object], None]":
        return lambda event: self._send(message)

    def _key_pressed(self, event: object) -> None:
        """Ctrl and Enter run the program. Tab leaves the text, as everywhere."""
        if getattr(event, "key", None) != "Enter" or event.isComposing or event.shiftKey or event.altKey:
            return
        event.preventDefault()
        if event.ctrlKey or event.metaKey:
            self._send(m.RunProgramPressed())
            return
        field = event.target
        before = str(field.value)[: int(field.selectionStart)].split("\n")[-1]
        spaces = before[: len(before) - len(before.lstrip(" "))]
        more = STEP if before.rstrip().endswith(":") else ""
        document.execCommand("insertText", False, f"\n{spaces}{more}")  # which can be undone

    def _go_to_the_line(self, event: object) -> None:
        line = int(self._app.state.code.fault.get("line", 0))
        field = self._app.page.element(TEXT)
        lines = str(field.value).split("\n")
        if not 1 <= line <= len(lines):
            return
        first = sum([len(text) + 1 for text in lines[: line - 1]])
        field.focus()
        field.setSelectionRange(first, first + len(lines[line - 1]))
