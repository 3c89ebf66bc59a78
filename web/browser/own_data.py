"""The tab “Data” in the browser: what is typed, chosen, opened or dropped there becomes messages."""

from perceptron.limits import MOST_IN_THE_BOX, MOST_WRITTEN, check_bytes
from web.browser.javascript import create_proxy, document, later, to_js, window
from web.page import messages as m
from web.page.guide import tabs_shown
from web.page.held import Held
from web.page.update.choices import OWN, choice_field

TYPE_CHECKING = False  # MicroPython has no typing module
if TYPE_CHECKING:
    from collections.abc import Callable

    from web.browser.main import App

FILE = "one-neuron.json"
PASTED = "The pasted text"  # stands where the name of a file would
MILLISECONDS_TO_SAVE = 10_000  # until the browser surely has the file

# The controls that say how a table is read, with the event on which they count.
WAYS = (
    ("separator", "change"), ("decimal", "change"), ("header", "change"), ("target", "change"), ("test", "change"),
    ("every", "input"), ("percent", "input"), ("seed", "input"), ("column", "change"),
)  # fmt: skip


class OwnData:
    """Listens to the tab, and to files that are dropped anywhere; passes messages on to `app`."""

    def __init__(self, app: "App") -> None:
        self._app = app
        self._send = app.dispatch
        self._chosen_by_keys = False  # not in the State: it says only how the list is used just now

    def listen(self) -> None:
        """Begin to listen to all of it."""
        self._on(choice_field("data"), "change", self._data_chosen)
        for event in ("keydown", "pointerdown"):
            self._on(choice_field("data"), event, self._list_touched)
        self._on("own-way", "click", self._way_pressed)
        self._on("own-text", "input", lambda event: self._send(m.OwnTyped(text_of(event.target))))
        self._on("own-text", "paste", self._pasted)
        self._on("own-file", "change", self._file_chosen)
        document.addEventListener("dragover", create_proxy(self._dragged))
        document.addEventListener("drop", create_proxy(self._dropped))
        for name, event in WAYS:
            self._on(f"own-{name}", event, self._way_chosen(name))
        self._on("own-readings", "click", self._reading_clicked)
        self._on("own-use", "click", lambda event: self._send(m.UsePressed()))
        self._on("data-facts", "click", self._remedy_clicked)
        self._on("data-rows", "change", self._cell_changed)
        self._on("data-rows", "click", self._remove_clicked)
        self._on("data-rows", "focusin", self._cell_entered)
        self._on("live-cell", "input", lambda event: self._send(m.CellMoved(event.target.value)))
        self._on("new-cells", "input", self._new_cell_changed)
        self._on("new-cells", "keydown", self._new_cell_key)
        self._on("new-add", "click", lambda event: self._send(m.RowAdded()))
        self._on("save-experiment", "click", lambda event: self._send(m.SavePressed()))
        for name, direction in (("training-back", -1), ("training-on", 1)):
            self._on(name, "click", self._pager(direction))

    def _on(self, name: str, event: str, listener: "Callable[[object], None]") -> None:
        self._app.page.element(name).addEventListener(event, create_proxy(listener))

    def _data_chosen(self, event: object) -> None:
        """Whoever wants their own data is taken to where it is given.

        But not by keys: a list tells of every entry that they pass on the way to another.
        """
        if event.target.value == OWN and not self._chosen_by_keys:
            self._go_to_the_text()

    def _list_touched(self, event: object) -> None:
        self._chosen_by_keys = event.type == "keydown"

    def _way_pressed(self, event: object) -> None:
        self._send(m.TabChosen("data"))
        self._go_to_the_text()

    def _go_to_the_text(self) -> None:
        self._app.draw()  # the tab must be seen first
        self._app.page.element("own-text").focus()

    def _pasted(self, event: object) -> None:
        """A long text is opened as a file is. To put 1 MB into a text box takes Chromium 40 seconds."""
        box = event.target
        if box.selectionEnd - box.selectionStart < box.textLength:
            return  # it goes beside what is there
        content = window.boot.bytesOfLongPaste(event, MOST_IN_THE_BOX)
        if content:
            self._was_read(PASTED, Held(content, content.length))

    def _file_chosen(self, event: object) -> None:
        if event.target.files.length:
            self._open(event.target.files.item(0))
        event.target.value = ""  # so that the same file can be opened again

    def _dragged(self, event: object) -> None:
        """A browser would leave the page for a file that is dropped on it."""
        if "Files" in [str(kind) for kind in event.dataTransfer.types]:
            event.preventDefault()

    def _dropped(self, event: object) -> None:
        if event.dataTransfer.files.length:
            event.preventDefault()
            if "data" not in tabs_shown(self._app.state):
                return
            self._send(m.TabChosen("data"))
            self._open(event.dataTransfer.files.item(0))

    def _open(self, file: object) -> None:
        read_file(file, self._was_read, lambda words: self._send(m.FileRefused(words)))

    def _was_read(self, name: str, content: Held) -> None:
        # Where the text box still has the focus, what is in the file comes into it all the same.
        self._app.page.touched(self._app.page.element("own-text"), False)
        self._send(m.FileOpened(name, content))

    def _way_chosen(self, name: str) -> "Callable[[object], None]":
        return lambda event: self._send(m.WayChosen(name, event.target.value))

    def _reading_clicked(self, event: object) -> None:
        separator = event.target.getAttribute("data-separator")
        if separator:
            self._send(m.ReadingChosen(separator, event.target.getAttribute("data-decimal")))

    def _remedy_clicked(self, event: object) -> None:
        setting = event.target.getAttribute("data-setting")
        if setting:
            self._send(m.ChoiceMade(setting, event.target.getAttribute("data-word")))

    def _cell_changed(self, event: object) -> None:
        row, column = event.target.getAttribute("data-row"), event.target.getAttribute("data-column")
        self._send(m.CellTyped(int(row), int(column), event.target.value))

    def _cell_entered(self, event: object) -> None:
        """The cell that somebody goes to is the one that the slider moves."""
        column = event.target.getAttribute("data-column")
        if column:
            self._send(m.CellChosen(int(event.target.getAttribute("data-row")), int(column)))

    def _remove_clicked(self, event: object) -> None:
        if event.target.tagName == "BUTTON":
            self._send(m.RowRemoved(int(event.target.getAttribute("data-row"))))

    def _new_cell_changed(self, event: object) -> None:
        self._send(m.NewCellTyped(int(event.target.getAttribute("data-column")), event.target.value))

    def _new_cell_key(self, event: object) -> None:
        if getattr(event, "key", None) == "Enter" and not event.isComposing:
            self._send(m.RowAdded())

    def _pager(self, direction: int) -> "Callable[[object], None]":
        return lambda event: self._send(m.TrainingPageChosen(self._app.state.look.training_page + direction))


def text_of(box: object) -> "str | Held":
    """What stands in a text box; if it is long, the browser holds it."""
    if box.textLength <= MOST_IN_THE_BOX:
        return box.value
    content = window.boot.bytesOf(box)
    return Held(content, content.length)


def read_file(file: object, tell: "Callable[[str, Held], None]", refuse: "Callable[[str], None]") -> None:
    """Read a file, and tell its name and its bytes, which the browser holds; or say why not, as when it is too large.

    A table may have fewer bytes than other files, which Python says when it has seen what it is.
    """
    name = str(file.name)
    try:
        check_bytes(int(file.size), MOST_WRITTEN)
    except ValueError as error:
        refuse(f"{name} {error}")
        return
    reader = window.FileReader.new()
    reader.onload = create_proxy(lambda event: tell(name, Held(reader.result, reader.result.byteLength)))
    reader.onerror = create_proxy(lambda event: refuse(f"{name} could not be read."))
    reader.readAsArrayBuffer(file)


def save(text: object, name: str = FILE, kind: str = "application/json") -> None:
    """Hand a text to the person as a file; it may be a held one, see web.page.long_texts."""
    hand_over(blob_of(text, kind), name)


def blob_of(text: object, kind: str) -> object:
    """A text, or a held one, as the browser's own kind of file."""
    return window.Blob.new(held(text), to_js({"type": kind}))


def held(text: object) -> object:
    """A text as the browser holds it: in an array."""
    return to_js([text]) if isinstance(text, str) else text


def hand_over(file: object, name: str) -> None:
    """Let the browser save a file under a name."""
    address = window.URL.createObjectURL(file)
    link = document.createElement("a")
    link.href, link.download = address, name
    document.body.appendChild(link)  # some browsers follow no other
    link.click()
    link.remove()
    later(MILLISECONDS_TO_SAVE, lambda: window.URL.revokeObjectURL(address))
