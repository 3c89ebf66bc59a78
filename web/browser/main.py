"""Where the page is put together: the first State, the controls, and the loop from message to screen."""

import asyncio
import gc
import json

from web.browser.address_bar import AddressBar
from web.browser.bridge import Bridge
from web.browser.canvas import Canvases
from web.browser.chart import Chart
from web.browser.clock import Clock, listen_to_motion
from web.browser.code import FILE, KIND, Code
from web.browser.controls import Controls
from web.browser.faults import Watchdog, fault_text
from web.browser.javascript import create_proxy, document, later, window
from web.browser.keys import Keys
from web.browser.lines import Lines
from web.browser.link import Link
from web.browser.map import Map
from web.browser.map_picture import MapPicture
from web.browser.memory import Memory
from web.browser.number_fields import NumberFields
from web.browser.offline import Offline
from web.browser.own_data import OwnData, save
from web.browser.png import KIND as PNG
from web.browser.png import save_as_png
from web.browser.race import RacePicture
from web.browser.runs import Runs
from web.browser.runs_charts import RunsCharts
from web.browser.runs_memory import RunsMemory
from web.browser.screen import Page
from web.browser.sight import Sight
from web.page import messages
from web.page.address import TOO_LONG, address_of, read_address, read_guide, read_lesson, read_rule, read_runs
from web.page.heard import heard
from web.page.reply import with_told
from web.page.request import next_request
from web.page.state import State
from web.page.update import update

TYPE_CHECKING = False  # MicroPython has no typing module
if TYPE_CHECKING:
    from typing import Any

MILLISECONDS_BETWEEN_LOOKS = 500
# What changes nothing to be seen before Python has answered.
UNSEEN = (messages.RowDragged,)
# By itself MicroPython would collect after every event that makes 16 kB: 1.5 ms for every move of a hand, every reply
# and every frame, which was a quarter of the page's time while a row is dragged.
BYTES_UNTIL_COLLECTED = 4_000_000


class App:
    """The one place that holds a State; everything reaches it as a message to `dispatch`."""

    def __init__(self) -> None:
        first_reply = json.loads(document.getElementById("first-reply").textContent)
        self.state = with_told(State(), first_reply)
        self.page = Page(self.state)
        self.chart = Chart(self.dispatch)
        self.canvases = Canvases()
        self.lines = Lines(self.page)
        self.code = Code(self)
        self.runs_charts = RunsCharts(self.dispatch)
        self.map_picture = MapPicture()
        self.race_picture = RacePicture(self.dispatch)
        self.clocks = [Clock(kind, self.dispatch) for kind in ("playback", "lines", "training")]
        self.memory = Memory()
        self.runs_memory = RunsMemory(self.dispatch)
        self.address_bar = AddressBar()
        self.sight = Sight(self)
        self.bridge = Bridge(self.trainer_said)
        self.offline = Offline(self.dispatch)
        self._draw = create_proxy(self.draw)
        self._frame_is_due = False
        self._cause_found = create_proxy(self.cause_found)
        self.watchdog = Watchdog()

    def dispatch(self, message: object) -> None:
        """Take a message in: a new State, a worker if it wants another, the next request, and a frame to show it in."""
        before = self.state
        self.state = update(self.state, message)
        others = self.state.course is not before.course or self.state.guide is not before.guide
        others = others or self.state.code.in_address is not before.code.in_address
        others = others or self.state.sharing.brought_runs is not before.sharing.brought_runs
        if self.state.form.settings is not before.form.settings or others:
            self.address_bar.follow(self.state)  # at once: a reload may come before the next frame
        if self.state.own.saved is not before.own.saved:
            save(self.state.own.saved)
        if self.state.code.program_file is not before.code.program_file:
            save(self.state.code.program_file, FILE, KIND)
        made = self.state.sharing.made_file
        if made is not before.sharing.made_file:
            name, kind, content = made
            if kind == PNG:
                save_as_png(content, name)
            else:
                save(content, name, kind)
        if self.state.trainer.restarts != before.trainer.restarts:
            self.start_trainer()
        request = next_request(self.state)
        if request:
            self.state = update(self.state, messages.RequestSent(request, window.performance.now()))
            self.watchdog.heard()
            self.bridge.ask(request)
        if not isinstance(message, UNSEEN):
            self.draw_soon()

    def draw_soon(self) -> None:
        """Show the State in the next frame."""
        if not self._frame_is_due:
            self._frame_is_due = True
            window.requestAnimationFrame(self._draw)

    def draw(self, *_: object) -> None:
        """Show the State, and keep the address bar true."""
        self._frame_is_due = False
        self.page.show(self.state)
        self.chart.draw(self.state)
        for shown in (self.canvases, self.lines, self.code):
            shown.draw(self.state)
        if self.state.look.tab == "code" and self.state.trainer.status == "ready":
            self.bridge.warm()  # a person's program may have to be stopped
        for picture in (self.runs_charts, self.map_picture, self.race_picture):
            picture.draw(self.state)
        for clock in self.clocks:
            clock.follow(self.state)
        self.memory.keep(self.state)
        self.runs_memory.keep(self.state)
        self.address_bar.follow(self.state)
        self.sight.look()

    def start_trainer(self) -> None:
        """Start a worker and end the previous one."""
        self.watchdog.heard()
        self.bridge.start()

    def trainer_said(self, kind: str, value: "Any") -> None:
        """Make a message of what the worker said."""
        self.watchdog.heard()
        if kind == "version":
            self.compare(value)
            return
        message = heard(kind, value, window.performance.now())
        if isinstance(message, messages.TrainerFailed):
            self.fail(message)
        else:
            self.dispatch(message)
        if kind == "ready":
            # Only now: what the page needs at once comes first.
            asyncio.create_task(self.offline.register())

    def compare(self, version: str) -> None:
        """Give up a worker of another version: a newer page has replaced this one since it was opened."""
        if version != document.documentElement.getAttribute("data-version"):
            self.bridge.stop()
            # In vain: the page has come anew, past all caches, with a worker of another version; see message.js.
            in_vain = window.history.state == "fetched anew" and not self.state.trainer.restarts
            self.dispatch(messages.NewVersionTookOver(in_vain))

    def fail(self, message: messages.TrainerFailed) -> None:
        """Give the worker up and say why; for a failed start, find the cause."""
        is_start = self.state.trainer.status == "booting"
        self.bridge.stop()
        if update(self.state, message) is not self.state:  # else a fault in every frame would ask for the next frame
            self.dispatch(message)
        if is_start:
            window.causes.findForTrainer(message.details.strip(), self._cause_found)

    def cause_found(self, cause: object) -> None:
        """It is known now why the start failed."""
        self.dispatch(messages.CauseFound(cause.sentence, cause.advice, cause.restart))

    def fault_met(self, details: str) -> None:
        """Something on the page failed unexpectedly."""
        self.fail(messages.TrainerFailed("page", details))

    def look_after_the_trainer(self, *_: object) -> None:
        """Notice a worker that has been silent for too long."""
        if self.watchdog.look(self.state, document.hidden) and not self.state.trainer.overdue:
            self.dispatch(messages.TrainerOverdue())

    def read_address(self) -> None:
        """Take over what the address bar says, unless that is what this page wrote into it."""
        if window.boot.addressTooLong():
            self.address_bar.was_read("")
            self.dispatch(messages.AddressRead(self.state.form.settings, (TOO_LONG,)))
            return
        settings = window.location.hash[1:]
        self.address_bar.was_read(settings)
        if settings == address_of(self.state):
            return
        self.dispatch(messages.ProgramBrought(read_rule(settings)))
        self.dispatch(messages.AddressRead(*read_address(settings)))
        self.dispatch(messages.GuideRead(*read_guide(settings)))
        if read_runs(settings):
            self.dispatch(messages.RunsBrought("link", "", read_runs(settings)))
        lesson = read_lesson(settings)
        if lesson >= 0:
            self.dispatch(messages.LessonChosen(lesson))

    def wait(self) -> None:
        """The person would rather wait."""
        self.watchdog.heard()
        self.dispatch(messages.WaitPressed())


def main() -> None:
    """Wire the controls to messages, show the first State, and start Python's worker."""
    gc.threshold(BYTES_UNTIL_COLLECTED)
    app = App()
    controls = Controls(app)
    controls.listen()
    NumberFields(app).listen()
    Keys(app).listen()
    Map(app).listen()
    OwnData(app).listen()
    app.code.listen()
    Runs(app).listen()
    Link(app).listen()
    window.addEventListener("hashchange", create_proxy(lambda event: app.read_address()))
    window.setInterval(create_proxy(app.look_after_the_trainer), MILLISECONDS_BETWEEN_LOOKS)
    app.dispatch(messages.PlaceKnown(str(window.location.href).split("#")[0]))
    app.dispatch(messages.MemoryRead(app.memory.read()))
    app.dispatch(messages.RunsRemembered(app.runs_memory.read()))
    listen_to_motion(app.dispatch)
    app.memory.keep(app.state)  # what differs from now on is this visit's doing
    app.memory.listen(app.dispatch)
    app.sight.listen()
    app.read_address()
    controls.take_what_was_done()
    app.draw()
    document.documentElement.setAttribute("data-ui", "ready")
    later(0, app.start_trainer)  # after everything that shows a failure is ready
    asyncio.get_event_loop().set_exception_handler(lambda _, context: app.fault_met(fault_text(context["exception"])))
    for name in window.boot.ready(create_proxy(app.fault_met)).split():
        app.page.element(name).click()


main()
