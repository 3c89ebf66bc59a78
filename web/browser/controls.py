"""Every control of the page: which event of which element becomes which message."""

from perceptron.settings_table import FIELDS
from web.browser.javascript import attempt, copy, create_proxy, document, later, window
from web.browser.number_fields import was_changed
from web.browser.room import bring_to_the_middle
from web.browser.screen import TYPED_INTO, tell
from web.page import messages as m
from web.page.lessons import LESSONS
from web.page.lessons.lesson import tab_of
from web.page.lines import lines_told
from web.page.reply import near_of
from web.page.topics import LOCKS, TABS
from web.page.update.choices import LISTS, choice_field
from web.page.update.form import PARAMETER_FIELDS, QUESTION_FIELDS, SHEET_SEED, parameter_fields
from web.page.views.course import next_page, way_in

TYPE_CHECKING = False  # MicroPython has no typing module
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from web.browser.main import App

SEEDS = 1_000_000
MILLISECONDS_FOUND = 3000  # for which a place that was asked for is marked
# Sliders that all of a run follows, with what is said when they are let go.
LIVE = {"live-rate": m.RateLetGo(), "live-cell": m.CellLetGo()}
SLIDER = "-slider"  # the end of a slider's id, after that of its field


class Controls:
    """Listens to the page and passes messages on to `app`, which has a state and takes messages by `dispatch`."""

    def __init__(self, app: "App") -> None:
        self._app = app
        self._send = app.dispatch
        # Not in the State either, see web.browser.screen: the browser alone knows what it told.
        self._unheard = ""  # the field with a text that no change was told of
        self._moved, self._key_is_down = False, False  # of the sliders: whether to let go, and whether a key holds it

    def listen(self) -> None:
        """Begin to listen to all of them."""
        for name, action in (
            ("wait", self._app.wait),
            ("use-new-version", self._app.offline.use_new_version),
        ):
            self._on(name, "click", self._caller(action))
        for name, message in self._buttons():
            self._on(name, "click", self._sender(message))
        for name, event, message in self._fields():
            self._on(name, event, self._reader(message))
        for name, message in self._switches():
            self._on(name, "change", self._switcher(message))
        # Before anybody else hears of it, the page must know that a control shows what was done to it.
        for event in ("input", "change", "focusout", "keyup"):
            document.addEventListener(event, create_proxy(self._touched), True)
        # Of what there can be many, all are listened to at once.
        self._on("asked-numbers", "input", self._question_typed)
        self._on("asked-numbers", "keydown", self._question_key_pressed)
        for event in ("change", "input"):
            self._on("parameters", event, self._parameter_typed)
        for event in ("keydown", "keyup", "focusout"):
            self._on("parameters", event, self._slider_key)
            for name in LIVE:
                self._on(name, event, self._slider_key)
        for name in LIVE:
            self._on(name, "change", self._slider_changed)
        for event in ("pointerover", "focusin", "pointerout", "focusout"):
            self._on("neuron", event, self._part_pointed)
        self._on("results-body", "click", self._row_clicked)
        self._on("curve-marks", "click", self._mark_clicked)
        self._on("stage-trail", "click", self._trail_clicked)
        self._on("lines-body", "click", self._line_clicked)
        # A frame may forbid to send forms, so this is none.
        self._on("guess-send", "click", self._guess_sent)
        self._on("guess-show", "click", lambda event: self._app.page.element("guess").focus())
        self._on("quiz-form", "keydown", self._guess_key_pressed)
        self._on("map-held", "change", self._held_typed)
        self._on("lesson-place", "click", self._lesson_place_clicked)
        self._on("course-parts", "click", self._lesson_clicked)
        self._on("course-on", "click", self._lesson_clicked)
        self._on("end-on", "click", self._lesson_clicked)
        self._on("course-return", "click", lambda event: self._go_to(event, way_in(self._app.state)))
        self._on("link-copy", "click", self._link_copy_clicked)
        self._on("print-sheet", "click", self._print_clicked)
        self._on("ask-own", "click", self._ask_clicked)
        self._on("skip", "click", lambda event: self._go_to(event, "train"))

    def take_what_was_done(self) -> None:
        """Whoever typed, chose or switched something before the page could listen is heard now."""
        for name, event in self._changeable():
            element = self._app.page.element(name)
            if was_changed(element):
                tell(element, event)
                if element.isSameNode(document.activeElement):
                    tell(element, "input")  # perhaps there is more to come

    def _changeable(self) -> list:
        """All controls that hold something, with the event that tells of a change."""
        parameters = parameter_fields(self._app.state)
        changeable = [field[:2] for field in self._fields()] + [(name, "change") for name, _ in self._switches()]
        changeable += [(name, "change") for name in parameters] + [
            (f"{name}-slider", event) for name in parameters for event in ("input", "change")
        ]
        return changeable + [(name, "input") for name in QUESTION_FIELDS[: len(self._app.state.input_names)]]

    def _buttons(self) -> list:
        buttons = [
            ("train", m.TrainPressed()),
            ("step", m.StepPressed()),
            ("restart", m.RestartPressed()),
            ("reset", m.ResetPressed()),
            ("hand-learn", m.TrainPressed()),
            ("own-train", m.TrainPressed()),
            ("rate-back", m.RateBackPressed()),
            ("run-before", m.RunBeforePressed()),
            ("run-before-edit", m.RunBeforePressed()),
            ("to-article", m.ArticlePressed()),
            ("way-up", m.WayUpPressed()),
            ("own-python", m.OwnPythonPressed()),
            ("lift", m.LiftPressed()),
            ("allow", lambda state: m.SettingTyped("tolerance", near_of(state).get("tolerance", ""))),
            ("lift-back", m.RunBeforePressed()),
            ("rows-back", lambda state: m.PageChosen(state.look.page - 1)),
            ("rows-on", lambda state: m.PageChosen(state.look.page + 1)),
            ("seed-start", m.SeedStartPressed()),
            ("hand-best", m.BestStartPressed()),
            ("now", m.NowChosen()),
            ("rewind", m.RewindPressed()),
            ("play", m.PlayPressed()),
            ("row-back", m.RowMoved(-1)),
            ("row-on", m.RowMoved(1)),
            ("update-first", m.FirstUpdateChosen()),
            ("update-largest", m.LargestUpdateChosen()),
            ("update-last", m.LastUpdateChosen()),
            ("guess-show", m.AnswerWanted()),
            ("settings-switch", m.SettingsSwitched()),
            ("course-switch", m.CourseSwitched()),
            ("course-close", m.CourseSwitched()),
            ("course-all", m.CoursePageChosen("list")),
            ("course-clear", m.ProgressCleared()),
            ("course-teachers-on", m.CoursePageChosen("teachers")),
            ("guide-drop", m.GuideDropped()),
            ("worksheet", m.WorksheetPressed()),
            ("lesson-again", lambda state: m.LessonChosen(state.course.lesson)),
            ("new-start", lambda state: m.NewStartPressed(int(window.Math.random() * SEEDS))),
            ("stage-back", lambda state: m.StageChosen(state.look.stage - 1)),
            ("stage-on", lambda state: m.StageChosen(state.look.stage + 1)),
            ("line-first", m.LineChosen(0)),
            ("line-back", m.LineMoved(-1)),
            ("line-on", m.LineMoved(1)),
            ("line-last", lambda state: m.LineChosen(len(lines_told(state)) - 1)),
            ("line-play", m.LinesPlayPressed()),
            ("lesson-back", lambda state: m.LessonChosen(state.course.lesson - 1)),
            ("lesson-on", lambda state: next_page(state.course.lesson)),
        ]
        return buttons + [(f"tab-{tab}", m.TabChosen(tab)) for tab in TABS]

    def _fields(self) -> list:
        """Fields, with the message that their text makes."""
        fields: list = [(name, "change", self._setting_typed(name)) for name in list(FIELDS) + ["tolerance"]]
        fields += [(choice_field(name), "change", self._choice_made(name)) for name in LISTS]
        fields += [
            ("time", "input", lambda text: m.MomentChosen(int(text), 0)),
            ("playback", "change", lambda text: m.PlaybackChosen(int(text))),
            ("training-speed", "change", m.SpeedChosen),
            ("quantity", "change", m.QuantityChosen),
            ("map-across", "change", lambda text: m.MapAxisChosen("across", int(text))),
            ("map-up", "change", lambda text: m.MapAxisChosen("up", int(text))),
            ("live-rate", "input", lambda text: m.RateMoved(int(text))),
            ("yard-tolerance", "input", lambda text: m.ToleranceChosen(int(text))),
            ("guess", "input", m.GuessTyped),
            ("line-number", "change", m.LineTyped),
            ("link-lesson", "change", lambda text: m.LinkLessonChosen(int(text))),
            (SHEET_SEED, "change", m.SheetSeedTyped),
        ]
        return fields

    def _switches(self) -> list:
        """Switches, with the message that they make when they are put on (True) or off."""
        switches: list = [
            ("quiz", m.QuizSwitched),
            ("by-line", m.LinesSwitched),
            ("fine", m.FineSwitched),
            (choice_field("bias"), lambda on: m.ChoiceMade("bias", "on" if on else "off")),
            ("log-x", lambda on: m.AxisSwitched("x", on)),
            ("log-y", lambda on: m.AxisSwitched("y", on)),
            ("shortcuts", m.ShortcutsSwitched),
            ("compiled", m.CompiledSwitched),
            ("live", m.LiveSwitched),
        ]
        switches += [(f"link-hide-{tab}", self._tab_hider(tab)) for tab in TABS]
        return switches + [(f"link-lock-{lock}", self._locker(lock)) for lock in LOCKS]

    def _touched(self, event: object) -> None:
        """Fields show what is done to them, and what was typed counts when they are left or Enter is pressed.

        Browsers tell no change where the text is again what it was when they last told one, whatever was put there
        in the meantime; so what they leave out is told here.
        """
        field = event.target
        if event.type == "keyup" and getattr(event, "key", None) != "Enter":
            return
        is_focused = field.isSameNode(document.activeElement)
        if event.type in ("input", "change"):
            typing = event.type == "input" and field.type in TYPED_INTO
            self._unheard = field.id if typing and is_focused else ""
            self._app.page.touched(field, typing)
            if self._unheard in self._app.state.form.complaints:
                self._send(m.TypingBegun(field.id))
        elif self._unheard and field.id == self._unheard and is_focused == (event.type == "keyup"):
            tell(field, "change")  # but a window that is left leaves its focus where it was
        self._app.draw_soon()

    def _setting_typed(self, name: str) -> "Callable[[str], object]":
        return lambda text: m.SettingTyped(name, text)

    def _choice_made(self, name: str) -> "Callable[[str], object]":
        return lambda word: m.ChoiceMade(name, word)

    def _tab_hider(self, tab: str) -> "Callable[[bool], object]":
        return lambda on: m.LinkTabSwitched(tab, on)

    def _locker(self, lock: str) -> "Callable[[bool], object]":
        return lambda on: m.LinkLockSwitched(lock, on)

    def _question_typed(self, event: object) -> None:
        self._send(m.QuestionTyped(QUESTION_FIELDS.index(event.target.id), event.target.value))

    def _question_key_pressed(self, event: object) -> None:
        """Enter goes on to the next number, and from the last one back to the first, ready to be typed over."""
        if event.isComposing or getattr(event, "key", None) != "Enter" or event.target.id not in QUESTION_FIELDS:
            return
        event.preventDefault()
        following = (QUESTION_FIELDS.index(event.target.id) + 1) % len(self._app.state.input_names)
        field = self._app.page.element(QUESTION_FIELDS[following])
        field.focus()
        field.select()

    def _parameter_typed(self, event: object) -> None:
        """A field counts when it is left, a slider when it is let go; meanwhile the neuron follows it."""
        name = event.target.id
        if event.type == "input" and name.endswith(SLIDER):
            self._send(m.ParameterMoved(name[: -len(SLIDER)], event.target.value))
        elif event.type == "change" and name.endswith(SLIDER):
            self._moved = True
            self._let_go(name)
        elif event.type == "change" and name in PARAMETER_FIELDS:
            self._send(m.ParameterTyped(name, event.target.value))

    def _slider_changed(self, event: object) -> None:
        self._moved = True
        self._let_go(event.target.id)

    def _slider_key(self, event: object) -> None:
        """A key that is held down changes a slider again and again, and lets go of it when it comes up."""
        name = event.target.id
        self._key_is_down = event.type == "keydown" and (name.endswith(SLIDER) or name in LIVE)
        self._let_go(name)

    def _let_go(self, name: str) -> None:
        if self._moved and not self._key_is_down:
            self._moved = False
            self._send(LIVE.get(name, m.ParameterLetGo()))

    def _part_pointed(self, event: object) -> None:
        """A part of the drawing has the pointer or the focus, or none has; a finger is lifted to read."""
        if event.type == "pointerout" and event.pointerType == "touch":
            return
        place = event.relatedTarget if event.type in ("pointerout", "focusout") else event.target
        part = place.closest(".part[id]") if place else None
        name = part.id[len("part-") :] if part else ""
        if name != self._app.state.pointer.part:
            self._send(m.PartPointed(name))

    def _caller(self, action: "Callable[[], None]") -> "Callable[[object], None]":
        """A listener that needs nothing of its event."""
        return lambda event: action()

    def _sender(self, message: "Any") -> "Callable[[object], None]":
        """A listener that sends a message, or what a function makes of the State."""
        made = message if callable(message) else lambda state: message
        return lambda event: self._send(made(self._app.state))

    def _reader(self, message: "Callable[[str], object]") -> "Callable[[Any], None]":
        """A listener that sends what a function makes of the field's text."""
        return lambda event: self._send(message(event.target.value))

    def _switcher(self, message: "Callable[[bool], object]") -> "Callable[[Any], None]":
        """A listener that sends what a function makes of the switch."""
        return lambda event: self._send(message(bool(event.target.checked)))

    def _on(self, name: str, event: str, listener: "Callable[[object], None]") -> None:
        self._app.page.element(name).addEventListener(event, create_proxy(listener))

    def _row_clicked(self, event: object) -> None:
        if event.target.closest("[data-more]"):
            self._send(m.TabChosen("why"))
            self._show("tab-why")
            return
        row = event.target.closest("[data-row]")
        if row:
            self._send(m.RowPressed(int(row.getAttribute("data-row"))))

    def _mark_clicked(self, event: object) -> None:
        epoch = event.target.getAttribute("data-epoch")
        if epoch:
            self._send(m.MomentChosen(int(epoch), 0))

    def _lesson_place_clicked(self, event: object) -> None:
        """The deed is done there, so the way back into the course is there too. The lesson's tab may be closed."""
        name = event.currentTarget.hash[1:]
        if not document.getElementById(name):  # a row of a table that is not there, or is another by now
            name = "results"
        tab = tab_of(LESSONS[self._app.state.course.lesson])
        if document.getElementById(name).closest("#panels") and self._app.state.look.tab != tab:
            self._send(m.TabChosen(tab))
            self._app.draw()
        document.getElementById(name).closest("section").appendChild(self._app.page.element("course-return"))
        self._go_to(event, name)

    def _ask_clicked(self, event: object) -> None:
        """To the first number of the question, ready to be typed over."""
        self._go_to(event, QUESTION_FIELDS[0])
        self._app.page.element(QUESTION_FIELDS[0]).select()

    def _link_copy_clicked(self, event: object) -> None:
        """Where the browser does not copy, the link is selected, ready to be copied by hand."""
        copy(self._app.page.element("link-text").value, self._link_copied)

    def _link_copied(self, done: bool) -> None:
        if not done:
            self._app.page.element("link-text").select()
        self._send(m.TeacherLinkCopied(done))

    def _print_clicked(self, event: object) -> None:
        """The style sheet prints the worksheet alone; the button has the focus again when the window is closed."""
        attempt("print")
        event.currentTarget.focus()

    def _lesson_clicked(self, event: object) -> None:
        button = event.target.closest("[data-lesson]")
        if button:
            self._send(m.LessonChosen(int(button.getAttribute("data-lesson"))))

    def _trail_clicked(self, event: object) -> None:
        number = event.target.getAttribute("data-number")
        if number:
            self._send(m.StageChosen(int(number)))

    def _line_clicked(self, event: object) -> None:
        row = event.target.closest("[data-line]")
        if row:
            self._send(m.LineChosen(int(row.getAttribute("data-line"))))

    def _guess_key_pressed(self, event: object) -> None:
        key = "" if event.isComposing else getattr(event, "key", None)
        if key == "Enter" and event.target.id == "guess":
            self._guess_sent()
        elif key == "Escape":
            self._send(m.QuizSwitched(False))

    def _guess_sent(self, *_: object) -> None:
        """Whatever comes of it, the next number can be typed at once, or as soon as one is asked for."""
        field = self._app.page.element("guess")
        self._app.page.touched(field, False)  # it is done with, and shows what the State says: nothing for the next
        self._send(m.Guessed(field.value))
        field.focus()
        self._app.page.focus_soon("guess", "quiz-form")

    def _held_typed(self, event: object) -> None:
        position = event.target.getAttribute("data-position")
        if position:
            self._send(m.HeldTyped(int(position), event.target.value))

    def _go_to(self, event: object, name: str) -> None:
        """Where a link within the page leads; the address bar is for the settings alone."""
        event.preventDefault()
        self._show(name)

    def _show(self, name: str) -> None:
        """Bring a place into sight and give it the focus."""
        place = document.getElementById(name)
        if place.closest("#settings-place") and place.offsetParent is None:  # on a phone, where they are one click away
            self._send(m.SettingsSwitched())
            self._app.draw()
        bring_to_the_middle(place)
        if place.tabIndex < 0:
            place.setAttribute("tabindex", "-1")
        place.focus()
        # A browser marks the focus only for those who came by keys, and here everybody is to find it.
        place.setAttribute("data-found", "")
        later(MILLISECONDS_FOUND, lambda: place.removeAttribute("data-found"))
