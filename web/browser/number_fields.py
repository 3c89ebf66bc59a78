"""The page's number fields, which are text: arrow keys step in them, ± turns the sign, pasted lines stay apart."""

from perceptron.numerals import plain_character
from web.browser.javascript import create_proxy, document
from web.browser.keys import is_with_others
from web.browser.screen import tell
from web.page.update.form import NUMBER_FIELDS, PARAMETER_FIELDS, QUESTION_FIELDS, parameter_fields
from web.page.update.hand import in_short, parameters_in_full

TYPE_CHECKING = False  # MicroPython has no typing module
if TYPE_CHECKING:
    from collections.abc import Callable

    from web.browser.main import App

STEPS = {"ArrowUp": 1, "ArrowDown": -1, "PageUp": 10, "PageDown": -10}
# A phone's keys for decimals have no minus, so beside these fields there is a button for it.
SIGN = "-sign"
SIGNS = tuple([name + SIGN for name in PARAMETER_FIELDS + QUESTION_FIELDS + ("guess",)])
PASTED_INTO = tuple(NUMBER_FIELDS) + ("guess",)
TAB, LINE_END = "⇥", "↵"


class NumberFields:
    """Listens to what is special about them; what comes of it reaches everybody else as if it had been typed."""

    def __init__(self, app: "App") -> None:
        self._app = app

    def listen(self) -> None:
        """Begin to listen to all of them."""
        self._on("keydown", self._key_pressed, tuple(NUMBER_FIELDS))
        self._on("beforeinput", self._pasted, PASTED_INTO)
        self._on("mousedown", self._focus_kept, SIGNS)
        self._on("click", self._sign_turned, SIGNS)

    def _on(self, event: str, listener: "Callable[[object], None]", names: tuple) -> None:
        """Listen to all elements with these ids at once: there are many, and the page should start soon."""
        # The target of an event can be the document, which has no id.
        heard = create_proxy(lambda event: listener(event) if getattr(event.target, "id", "") in names else None)
        document.addEventListener(event, heard)

    def _key_pressed(self, event: object) -> None:
        """The arrows and the page keys step; Home and End move the cursor, as in every field with text."""
        modified = is_with_others(event) or event.shiftKey or event.isComposing
        # A browser that fills fields in sends key events without a key.
        if modified or getattr(event, "key", None) not in STEPS:
            return
        event.preventDefault()
        field = event.target
        try:
            text = NUMBER_FIELDS[field.id].step_on(self._in_full(field), STEPS[event.key])
        except ValueError:
            text = field.value  # what is wrong with it is said
        self._app.page.rewrite(field, text)
        tell(field, "input")
        tell(field, "change")

    def _focus_kept(self, event: object) -> None:
        """A field that is left for its button is not left: what stands in it is not judged yet."""
        event.preventDefault()

    def _sign_turned(self, event: object) -> None:
        field = self._app.page.element(event.target.id[: -len(SIGN)])
        text = self._in_full(field).strip()
        sign = plain_character(text[0]) if text else ""
        digits = text[1:].strip() if sign in ("+", "-") else text
        self._app.page.rewrite(field, digits if sign == "-" else "-" + digits)
        field.focus()
        tell(field, "input")
        if digits:
            tell(field, "change")
            self._app.page.touched(field, True)  # the person may go on typing after changing the sign

    def _in_full(self, field: object) -> str:
        """What a field holds: of a weight or bias that is shown in short, all its digits."""
        state = self._app.state
        if field.id in PARAMETER_FIELDS:
            position = parameter_fields(state).index(field.id)
            shown = in_short(state)
            if shown and field.value == shown[position]:
                return str(parameters_in_full(state)[position])
        return str(field.value)

    def _pasted(self, event: object) -> None:
        """Browsers join pasted lines, and two numbers would become one; so what parts them, or cells, is shown."""
        text = (getattr(event, "data", None) or "").strip()
        if "\n" not in text and "\t" not in text:
            return
        event.preventDefault()
        shown = text.replace("\r", "").replace("\n", LINE_END).replace("\t", TAB)
        document.execCommand("insertText", False, shown)


def was_changed(element: object) -> bool:
    """Whether a control shows something else than it was made with."""
    if element.type == "checkbox":
        return bool(element.checked != element.defaultChecked)
    if element.type == "range":
        # The browser puts it on the nearest step, but not further than that.
        made_with = float(element.defaultValue or element.min)
        return abs(float(element.value) - made_with) > float(element.step) / 2
    if element.type == "select-one":
        chosen = [option.value for option in element.options if option.defaultSelected]
        first = element.options[0].value if element.options.length else element.value
        return bool(element.value != (chosen[0] if chosen else first))
    return bool(element.value != element.defaultValue)
