"""Writes what the views say into the page, and only what changed since the last time."""

from web.browser.javascript import document, to_js, window
from web.page.state import State
from web.page.views import VIEWS

PROPERTIES = {
    "text": "textContent",
    "html": "innerHTML",
    "value": "value",
    "choice": "value",  # of a list: HTML marks the chosen entry otherwise, so the build leaves it alone
    "hidden": "hidden",
    "checked": "checked",
    "disabled": "disabled",
}
# What a field shows, so that it is another after somebody changed it.
SHOWN_BY_FIELDS = ("value", "choice", "checked", "aria-valuenow")
# The types of fields in which people type.
TYPED_INTO = ("text", "textarea")
# Where the focus goes from what vanishes with it; from any other button it goes to one beside it.
HEIRS = {
    "failure": "train",
    "course": "course-switch",
    "course-list": "course-title",
    "course-lesson": "course-title",
    "course-end": "course-title",
    "course-all": "course-title",
    "course-on": "course-title",
    "end-undone": "course-title",
    "lesson-on": "course-title",
    "course-teachers": "course-title",
    "course-teachers-on": "course-title",
    "guide": "train",
    "hand-learn": "train",
    "seed-start": "weight-1-slider",
    "hand-best": "weight-1-slider",
    "legs": "learning_rate",
    "quiz-form": "quiz",
    "guess-field": "guess-send",
    "guess-show": "guess-send",
    "way-up": "train",
    "by-program-place": "train",
    "near": "train",
    "own-train": "own-use",
}
# Heirs to which the page scrolls: another page of the course begins there.
SCROLLED_TO = ("course-title",)
PANEL = "panel-"
CHOSEN_TAB = "[role=tab][aria-selected=true]"
WORKING = "button:enabled:not([hidden], [hidden] *)"
# What stays in sight when the page is scrolled, and so may come to lie over what has the focus.
STICKY = ("failure", "course")


class Page:
    """The document, with a memory of everything written into it, first of all by the build for the `drawn` State."""

    def __init__(self, drawn: State) -> None:
        # Not in the State, because only the browser knows where the focus is, and when it leaves a field.
        self._typed_into = ""  # the field that somebody has begun to change, and has not left
        self._edited: set = set()  # the fields in which something typed could be undone
        self._elements: dict = {}
        self._written: dict = {}
        self._awaited = ("", "")  # what is to have the focus as soon as it is there, and within what
        self._left = ""  # what has just been hidden or switched off with the focus in it
        self._covers = False  # whether something has just been shown that stays in sight over all else
        for view in VIEWS:
            for name, kind, value in view(drawn):
                self._written[(name, kind)] = value

    def show(self, state: State) -> None:
        """Make the page say what the State says. A view that fails keeps none of the others from it."""
        failed = None
        if self._typed_into and document.activeElement.id != self._typed_into:
            self._typed_into = ""
        for view in VIEWS:
            try:
                for write in view(state):
                    self._write(*write)
            except Exception as error:
                failed = failed or error
        self._hand_focus_on()
        if failed:
            raise failed

    def touched(self, element: object, typing: bool) -> None:
        """Somebody changed this field: while they type it shows just that, and then again what the State says."""
        for kind in SHOWN_BY_FIELDS:
            self._written.pop((element.id, kind), None)
        self._typed_into = element.id if typing and element.type in TYPED_INTO else ""
        if self._typed_into and element.type == "text":
            self._edited.add(element.id)
            element.removeAttribute("aria-valuenow")  # what it reads aloud now is what is typed

    def rewrite(self, element: object, text: object) -> None:
        """Put another text into a field. What was typed there before can then no longer be undone.

        Chromium would undo it all the same, and so put the text of then behind that of now. It forgets what it could
        undo in a field that for a moment is of another type.
        """
        if element.id in self._edited and element.value != text:
            self._edited.discard(element.id)
            element.type = "tel"
            element.type = "text"
        element.value = text
        if getattr(element, "type", "") == "textarea":
            tell(element, "rewritten")  # where an editor shows it, see web/runtime/editor.mjs

    def focus_soon(self, name: str, within: str) -> None:
        """Give something the focus as soon as it is there, unless somebody has left the place around it by then."""
        self._awaited = (name, within)

    def replaced(self, name: str) -> None:
        """Another element has this id now, and shows nothing yet."""
        self._forget([name])

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
        if kind in SHOWN_BY_FIELDS and name == self._typed_into:
            return  # the numbers flow, but not over what somebody is typing
        self._written[key] = value
        if kind in ("min", "max", "step"):
            self._written.pop((name, "value"), None)  # a slider's other ends or step may have moved it
        if kind == "hidden" and not value and name in STICKY:
            self._covers = True
        if kind in ("disabled", "hidden") and value and element.contains(document.activeElement):
            self._left = name
        focused = focused_button(element) if kind == "html" else -1
        selected = kind == "value" and is_wholly_selected(element)
        if kind == "value":
            self.rewrite(element, value)
        elif kind in PROPERTIES:
            setattr(element, PROPERTIES[kind], value)
        elif value is None:
            element.removeAttribute(kind)
        else:
            element.setAttribute(kind, value)
        if selected:
            element.select()  # or what is typed over it now would be added to it
        if kind == "html":
            self._written.pop((name, "choice"), None)  # another list shows its first entry
            self._forget([inner.id for inner in element.querySelectorAll("[id]")])
        if focused >= 0:
            focus_button(element, focused)

    def _hand_focus_on(self) -> None:
        """When everything is written, for only then is it known which buttons work."""
        awaited, within = self._awaited
        if awaited:
            found, focused = document.getElementById(awaited), document.activeElement
            is_there = found and not found.closest("[hidden]")
            is_left = not focused.isSameNode(document.body) and not self.element(within).contains(focused)
            if is_there and not is_left:
                found.focus()
                self._left = ""
            if is_there or is_left:
                self._awaited = ("", "")
        name, self._left = self._left, ""
        if name in HEIRS:
            heir = HEIRS[name]
            self.element(heir).focus(to_js({"preventScroll": heir not in SCROLLED_TO}))
        elif name.startswith(PANEL):
            document.querySelector(CHOSEN_TAB).focus(to_js({"preventScroll": True}))
        elif name:
            focus_button(self.element(name).parentNode, 0)
        if self._covers and not document.activeElement.isSameNode(document.body):
            document.activeElement.scrollIntoView(to_js({"block": "nearest"}))  # as far as the style sheet's padding
        self._covers = False

    def _forget(self, names: list) -> None:
        """New markup brings new elements, so forget what was known about old ones with these ids."""
        for name in names:
            self._elements.pop(name, None)
        for key in [key for key in self._written if key[0] in names] if names else []:
            del self._written[key]


def tell(element: object, event: str) -> None:
    """Let everybody who listens hear of a change that the browser does not tell of by itself."""
    element.dispatchEvent(window.Event.new(event, to_js({"bubbles": True})))


def is_wholly_selected(element: object) -> bool:
    """Whether this is a field of text with the focus and all of its text selected, ready to be typed over."""
    if getattr(element, "type", "") != "text" or not element.isSameNode(document.activeElement):
        return False
    return bool(element.value) and element.selectionEnd - element.selectionStart == len(element.value)


def focused_button(element: object) -> int:
    """Which of the working buttons in here has the focus; -1 for none."""
    if not element.contains(document.activeElement):
        return -1
    for number, button in enumerate(element.querySelectorAll(WORKING)):
        if button.isSameNode(document.activeElement):
            return number
    return -1


def focus_button(element: object, number: int) -> None:
    """Give the focus to this one of the working buttons in here, or to the last, if there are any."""
    buttons = element.querySelectorAll(WORKING)
    if buttons.length:
        buttons[min(number, buttons.length - 1)].focus()
    else:  # they have all gone, but the place is still there
        element.setAttribute("tabindex", "-1")
        element.focus()
