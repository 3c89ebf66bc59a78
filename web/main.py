"""Where the page is put together: the first State, the controls, and the loop from message to screen."""

import asyncio
import json

from web import messages
from web.address import read_address, write_address
from web.bridge import Bridge
from web.browser import create_proxy, document, to_js, window
from web.chart import Chart
from web.faults import Watchdog, fault_text
from web.offline import Offline
from web.page import Page
from web.state import State, next_call
from web.update import update

SEEDS = 1_000_000
MILLISECONDS_BETWEEN_LOOKS = 500
MOST_DETAILS = 8_000


class App:
    """The one place that holds a State; everything reaches it as a message to `dispatch`."""

    def __init__(self) -> None:
        self.state = first_state(json.loads(document.getElementById("first-reply").textContent))
        self.page = Page()
        self.chart = Chart()
        self.bridge = Bridge(self.phase_reached, self.start_failed)
        self.offline = Offline(self.dispatch)
        self._draw = create_proxy(self.draw)
        self._frame_is_due = False
        self.watchdog = Watchdog()

    def dispatch(self, message: object) -> None:
        """Take a message in: a new State, the next call to Python, and a frame to show it in."""
        self.state = update(self.state, message)
        call = next_call(self.state)
        if call:
            self.state = update(self.state, messages.CallSent(call, window.performance.now()))
            self.watchdog.heard()
            asyncio.create_task(self.perform(call))
        if not self._frame_is_due:
            self._frame_is_due = True
            window.requestAnimationFrame(self._draw)

    def draw(self, *_: object) -> None:
        """Show the State, and keep the address bar true."""
        self._frame_is_due = False
        self.page.show(self.state)
        self.chart.draw(self.state)
        follow_address(self.state.settings)

    async def perform(self, call: tuple) -> None:
        """Carry out one call and dispatch what came of it, unless its worker has been replaced meanwhile."""
        worker = self.bridge.number
        try:
            reply = await self.bridge.call(*call)
        except Exception as error:
            if worker == self.bridge.number:
                self.fail("Python met an error and stopped.", fault_text(error))
            return
        if worker == self.bridge.number:
            self.watchdog.heard()
            self.dispatch(messages.CallAnswered(reply, window.performance.now()))

    async def start_trainer(self) -> None:
        """Start a worker and say what came of it."""
        self.watchdog.heard()
        worker = self.bridge.stop()
        try:
            await self.bridge.start()
        except Exception as error:
            if worker == self.bridge.number:
                self.start_failed(fault_text(error))
            return
        if worker == self.bridge.number:
            self.watchdog.heard()
            self.dispatch(messages.TrainerReady())
            # Only now: what the page needs at once comes first.
            await self.offline.register()

    def fail(self, sentence: str, details: str) -> None:
        """Give the worker up and say so. A fault that repeats itself is said once."""
        self.bridge.stop()
        said = self.state.failure.get("details", "")
        if details not in said and len(said) < MOST_DETAILS:
            self.dispatch(messages.TrainerFailed(sentence, details[:MOST_DETAILS]))

    def start_failed(self, details: str) -> None:
        """The worker that was being started will not come."""
        offline = "" if window.navigator.onLine else " There is no network now."
        self.fail("Python could not start." + offline, details)

    def fault_met(self, details: str) -> None:
        """Something failed on the page that nobody was waiting for; while Python starts, that is its start."""
        if self.state.trainer == "booting":
            self.start_failed(details)
        else:
            self.fail("This page met an error of its own and stopped Python.", details)

    def restart(self) -> None:
        """Another worker in place of the one before, but not of one that starts well."""
        if self.state.trainer == "booting" and not self.state.overdue:
            return
        self.dispatch(messages.RestartPressed())
        leave_the_message()
        asyncio.create_task(self.start_trainer())

    def phase_reached(self, phase: int) -> None:
        """The starting worker came this far."""
        self.watchdog.heard()
        self.dispatch(messages.PhaseReached(phase))

    def look_after_the_trainer(self, *_: object) -> None:
        """Notice a worker that has been silent for too long."""
        if self.watchdog.look(self.state, document.hidden) and not self.state.overdue:
            self.dispatch(messages.TrainerOverdue())

    def read_address(self) -> None:
        """Take over what the address bar says."""
        self.dispatch(messages.AddressRead(*read_address(window.location.hash)))

    def wait(self) -> None:
        """The person would rather wait."""
        self.watchdog.heard()
        self.dispatch(messages.WaitPressed())
        leave_the_message()


def first_state(reply: dict) -> State:
    """The State that the page was built with: what Python says of the default start."""
    state = State()
    return state.but(report=reply["report"], answer=reply["answer"], answered=state.question)


def leave_the_message() -> None:
    """The button that was pressed is about to vanish with its panel; the focus goes to where training goes on."""
    document.getElementById("train").focus(to_js({"preventScroll": True}))


def follow_address(settings: dict) -> None:
    """Put the settings into the address bar, without a new entry in the browser's history."""
    wanted = write_address(settings)
    if window.location.hash.lstrip("#") != wanted:
        path = window.location.pathname + window.location.search
        window.history.replaceState(None, "", path + ("#" + wanted if wanted else ""))


def controls_of(app: App) -> list:
    """Every control: its id, its event, and what to do with the event."""
    send = app.dispatch
    return [
        ("train", "click", lambda _: send(messages.TrainPressed())),
        ("step", "click", lambda _: send(messages.StepPressed())),
        ("reset", "click", lambda _: send(messages.ResetPressed())),
        ("new-start", "click", lambda _: send(messages.NewStartPressed(int(window.Math.random() * SEEDS)))),
        ("seed", "change", lambda event: send(messages.SettingTyped("seed", event.target.value))),
        ("epochs", "change", lambda event: send(messages.SettingTyped("epochs", event.target.value))),
        ("learning_rate", "change", lambda event: send(messages.SettingTyped("learning_rate", event.target.value))),
        ("question-0", "input", lambda event: send(messages.QuestionTyped(0, event.target.value))),
        ("question-1", "input", lambda event: send(messages.QuestionTyped(1, event.target.value))),
        ("restart", "click", lambda _: app.restart()),
        ("use-new-version", "click", lambda _: app.offline.use_new_version()),
        ("wait", "click", lambda _: app.wait()),
    ]


def main() -> None:
    """Wire the controls to messages, show the first State, and start Python's worker."""
    app = App()
    controls = controls_of(app)
    for name, event, listener in controls:
        app.page.element(name).addEventListener(event, create_proxy(listener))
    window.addEventListener("hashchange", create_proxy(lambda _: app.read_address()))
    window.setInterval(create_proxy(app.look_after_the_trainer), MILLISECONDS_BETWEEN_LOOKS)
    app.read_address()
    take_what_was_typed(app.page, controls)
    app.draw()
    document.documentElement.setAttribute("data-ui", "ready")
    asyncio.create_task(app.start_trainer())
    asyncio.get_event_loop().set_exception_handler(lambda _, context: app.fault_met(fault_text(context["exception"])))
    # Without its guard the page works; only its faults go unheard.
    if hasattr(window, "boot"):
        for name in window.boot.ready(create_proxy(app.fault_met)).split():
            app.page.element(name).click()


def take_what_was_typed(page: Page, controls: list) -> None:
    """Whoever typed before the page could listen is heard now."""
    for name, event, _ in controls:
        element = page.element(name)
        if event in ("change", "input") and element.value != getattr(element, "defaultValue", element.value):
            element.dispatchEvent(window.Event.new(event))


main()
