"""The tab “Code” in the browser: what is typed and pressed there becomes messages; Enter keeps the spaces of a line.

When the tab is opened first, an editor is fetched, which takes the place of the text box: see web/runtime/editor.mjs.
Where it does not come, the text box stays.
"""

from web.browser.javascript import create_proxy, document, to_js, window
from web.browser.screen import tell
from web.page import messages as m
from web.page.state import State

TYPE_CHECKING = False  # MicroPython has no typing module
if TYPE_CHECKING:
    from collections.abc import Callable

    from web.browser.main import App

TEXT = "python-text"
PLACE = "python-place"  # around it, whichever it is
EDITOR = "./web/runtime/editor.mjs"
STEP = "    "  # what a line gets more after a colon
FILE, KIND = "neuron.py", "text/x-python"


class Code:
    """Listens to the tab and passes messages on to `app`, which has a state and takes messages by `dispatch`."""

    def __init__(self, app: "App") -> None:
        self._app = app
        self._send = app.dispatch
        self._tab = ""
        self._fault: object = {}  # what the person has been shown
        self._is_asked_for = False

    def listen(self) -> None:
        """Begin to listen to all of it."""
        self._on(PLACE, "input", self._typed)
        self._on(PLACE, "undone", self._typed)
        self._on(PLACE, "keydown", self._key_pressed)
        self._on(PLACE, "replaced", self._replaced)
        self._on("python-change", "change", lambda event: self._send(m.ChangeChosen(event.target.value)))
        self._on("python-go", "click", self._go_to_the_line)
        self._on("train-fault", "click", self._fault_wanted)
        for name, message in (
            ("python-run", m.RunProgramPressed()),
            ("python-stop", m.StopPressed()),
            ("python-restore", m.RestorePressed()),
            ("python-earlier", m.EarlierPressed()),
            ("python-use", m.ChangePressed()),
            ("python-save", m.TakeHomePressed()),
        ):
            self._on(name, "click", self._sender(message))

    def draw(self, state: State) -> None:
        """Bring a new fault into sight. Fetch the editor when the tab is opened, until it has come once."""
        fault = state.code.fault
        if fault and fault != self._fault and state.look.tab == "code" and self._is_in_sight():
            # No further than what is wrong and its line, so that the button stays under the hand where it can.
            shown = "python-where" if fault["where"] else "python-complaint"
            self._app.page.element(shown).scrollIntoView(to_js({"block": "nearest"}))
        self._fault = fault
        is_opened = state.look.tab == "code" and self._tab != "code"
        self._tab = state.look.tab
        if is_opened and not self._is_asked_for:
            self._is_asked_for = True
            script = document.createElement("script")
            script.type, script.src = "module", EDITOR
            script.setAttribute("data-optional", "")
            script.addEventListener("error", create_proxy(self._not_there))
            document.head.appendChild(script)

    def _is_in_sight(self) -> bool:
        """Whether the person sees the text or the button, and has not scrolled elsewhere."""
        for name in (PLACE, "python-run"):
            box = self._app.page.element(name).getBoundingClientRect()
            if box.bottom > 0 and box.top < window.innerHeight:
                return True
        return False

    def _fault_wanted(self, event: object) -> None:
        """From the line beside Train to what stands about it here."""
        self._send(m.TabChosen("code"))
        self._app.page.element("tab-code").focus()
        self._app.page.focus_soon("python-where", "panels")

    def _not_there(self, event: object) -> None:
        event.target.remove()
        self._is_asked_for = False

    def _replaced(self, event: object) -> None:
        self._app.page.replaced(TEXT)
        self._send(m.EditorReady())

    def _typed(self, event: object) -> None:
        field = self._app.page.element(TEXT)
        self._app.page.touched(field, True)
        self._send(m.ProgramTyped(field.value))

    def _on(self, name: str, event: str, listener: "Callable[[object], None]") -> None:
        self._app.page.element(name).addEventListener(event, create_proxy(listener))

    def _sender(self, message: object) -> "Callable[[object], None]":
        return lambda event: self._send(message)

    def _key_pressed(self, event: object) -> None:
        """Ctrl and Enter run the program. An editor does the rest itself, and lets nobody hear of it."""
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
        tell(field, "sought")
