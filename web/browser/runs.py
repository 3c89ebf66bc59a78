"""The tab “Runs” in the browser: what is pressed, typed and chosen there becomes messages."""

from web.browser.javascript import copy, create_proxy
from web.browser.keys import is_with_others
from web.browser.own_data import read_file
from web.page import messages as m
from web.page.held import Held
from web.page.runs import chosen_of
from web.page.runs_request import PICTURES
from web.page.update.landscape import KINDS
from web.page.update.sharing import OF_ALL, OF_ONE
from web.page.views.pairs import NAMES
from web.page.views.what_if import button_of

TYPE_CHECKING = False  # MicroPython has no typing module
if TYPE_CHECKING:
    from collections.abc import Callable

    from web.browser.main import App


class Runs:
    """Listens to the tab and passes messages on to `app`, which has a state and takes messages by `dispatch`."""

    def __init__(self, app: "App") -> None:
        self._app = app
        self._send = app.dispatch

    def listen(self) -> None:
        """Begin to listen to all of it."""
        self._on("runs-head", "click", self._clicked("data-sort", m.RunsSorted))
        self._on("runs-body", "click", self._clicked("data-draw", m.RunDrawn))
        self._on("runs-body", "click", self._clicked("data-choose", m.RunChosen))
        self._on(
            "runs-differences", "change", lambda event: self._send(m.DifferencesSwitched(bool(event.target.checked)))
        )
        self._on("runs-unsort", "click", lambda event: self._send(m.RunsSorted("")))
        self._on("runs-measure", "change", lambda event: self._send(m.MeasureChosen(event.target.value)))
        self._on("runs-cursor", "input", lambda event: self._send(m.RunsPointed(int(event.target.value))))
        self._on("runs-halt", "click", lambda event: self._send(m.HaltPressed()))
        self._on("run-name", "change", self._named)
        self._on("what-ifs", "click", self._clicked("data-what-if", m.WhatIfPressed))
        self._on("what-if-choices", "click", self._expectation_chosen)
        self._on("what-if-stop", "click", self._sender(m.WhatIfStopped()))
        self._on("panel-runs", "keydown", self._key_pressed)
        for name, message in (
            ("run-back", m.RunGoneBackTo),
            ("run-let", m.RunLet),
            ("run-baseline", m.BaselineChosen),
            ("run-pin", m.RunPinned),
            ("run-remove", m.RunRemoved),
        ):
            self._on(name, "click", self._deed(message))
        self._on("sweep-number", "change", lambda event: self._send(m.SweptChosen(event.target.value)))
        self._on("sweep-steps", "change", lambda event: self._send(m.FactorsChosen(event.target.value == "factors")))
        for part in ("from", "to", "count"):
            self._on(f"sweep-{part}", "change", self._span_typed(part))
        self._on("sweep-run", "click", self._sender(m.SweepPressed()))
        self._on("landscape-draw", "click", self._with_room(m.LandscapePressed()))
        self._on("race-start", "click", self._with_room(m.RacePressed()))
        self._on("race-play", "click", self._race_play_pressed)
        self._on("racers", "change", lambda event: self._send(m.RacersChosen(int(event.target.value))))
        self._on("race-time", "input", lambda event: self._send(m.RaceEpochChosen(int(event.target.value))))
        for kind in KINDS:
            self._on(f"landscape-{kind}", "click", self._sender(m.MapFileWanted(kind)))
        self._on("pair-switch", "click", self._sender(m.PairSwitched()))
        self._on("pair-step", "input", lambda event: self._send(m.PairPlaced(int(event.target.value))))
        for side, name in enumerate(NAMES):
            self._on(f"pair-{name}", "change", self._pair_chosen(side))
        self._on("runs-out", "toggle", lambda event: self._send(m.SharingSwitched(bool(event.target.open))))
        for form in OF_ALL + OF_ONE + PICTURES:
            self._on(f"runs-{form}", "click", self._sender(m.RunsFileWanted(form)))
        self._on("runs-stride", "change", lambda event: self._send(m.StrideChosen(int(event.target.value))))
        for what, field in (("markdown", "runs-markdown"), ("link", "runs-link-text")):
            self._on(f"runs-{what}-copy", "click", self._copier(what, field))
        self._on("runs-file", "change", self._file_chosen)
        self._on("brought-add", "click", self._sender(m.BroughtAdded()))
        self._on("brought-drop", "click", self._sender(m.BroughtDropped()))

    def _on(self, name: str, event: str, listener: "Callable[[object], None]") -> None:
        self._app.page.element(name).addEventListener(event, create_proxy(listener))

    def _key_pressed(self, event: object) -> None:
        """Escape closes what is open around the focus, which goes to what opened it."""
        if event.key != "Escape" or is_with_others(event):
            return
        what_if = self._app.state.what_if
        details = event.target.closest("details[open]")
        if details:
            details.open = False
            details.querySelector("summary").focus()
        elif event.target.closest("#pair"):
            self._send(m.PairSwitched())
            self._app.page.element("pair-switch").focus()
        elif event.target.closest("#what-if-place") and what_if.experiment and not what_if.expected:
            self._app.page.focus_soon(button_of(what_if.experiment), "what-if-place")
            self._send(m.WhatIfPressed(what_if.experiment))

    def _expectation_chosen(self, event: object) -> None:
        """The question goes, so the focus goes back to the button that asked it."""
        self._app.page.focus_soon(button_of(self._app.state.what_if.experiment), "what-if-place")
        self._clicked("data-expected", m.ExpectationChosen)(event)

    def _span_typed(self, part: str) -> "Callable[[object], None]":
        return lambda event: self._send(m.SpanTyped(part, event.target.value))

    def _race_play_pressed(self, _: object) -> None:
        self._app.race_picture.tell_place()
        self._send(m.RacePlayPressed())

    def _with_room(self, message: object) -> "Callable[[object], None]":
        """A listener that first says how wide a picture may be."""

        def listen(_: object) -> None:
            self._send(m.MapRoomKnown(int(self._app.page.element("landscape").clientWidth)))
            self._send(message)

        return listen

    def _pair_chosen(self, side: int) -> "Callable[[object], None]":
        return lambda event: self._send(m.PairChosen(side, event.target.value))

    def _sender(self, message: object) -> "Callable[[object], None]":
        return lambda event: self._send(message)

    def _copier(self, what: str, name: str) -> "Callable[[object], None]":
        return lambda event: self._copy(what, self._app.page.element(name))

    def _copy(self, what: str, field: object) -> None:
        """Where the browser does not copy, the text is selected, ready to be copied by hand."""
        text = str(field.value)

        def copied(done: bool) -> None:
            if not done:
                field.focus()
                field.select()
            self._send(m.RunsCopied(what, done, text))

        copy(text, copied)

    def _file_chosen(self, event: object) -> None:
        if event.target.files.length:
            read_file(event.target.files.item(0), self._file_read, lambda words: self._send(m.RunsRefused(words)))
        event.target.value = ""  # so that the same file can be opened again

    def _file_read(self, name: str, content: Held) -> None:
        self._send(m.RunsBrought("file", name, content))

    def _deed(self, message: "Callable[[str], object]") -> "Callable[[object], None]":
        """A listener that does something with the chosen run."""
        return lambda event: self._with_the_chosen(lambda letter: message(letter))

    def _named(self, event: object) -> None:
        self._with_the_chosen(lambda letter: m.RunNamed(letter, event.target.value))

    def _with_the_chosen(self, message: "Callable[[str], object]") -> None:
        run = chosen_of(self._app.state)
        if run:
            self._send(message(run.letter))

    def _clicked(self, attribute: str, message: "Callable[[str], object]") -> "Callable[[object], None]":
        """A listener to many buttons, each of which says with an attribute what it is for."""

        def listen(event: object) -> None:
            button = event.target.closest(f"[{attribute}]")
            if button:
                self._send(message(button.getAttribute(attribute)))

        return listen
