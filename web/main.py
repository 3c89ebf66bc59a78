"""Where the page is put together: the first State, the controls, and the loop from message to screen."""

import asyncio
import json

from web import messages
from web.address import read_address, write_address
from web.bridge import Bridge
from web.browser import create_proxy, document, window
from web.canvas import Canvas
from web.chart import Chart
from web.controls import Controls
from web.memory import Memory
from web.offline import Offline
from web.page import Page
from web.playback import Playback
from web.state import State, next_call
from web.update import update

SECONDS_OF_SILENCE = {"booting": 30, "ready": 6}
MILLISECONDS_BETWEEN_LOOKS = 500


class App:
    """The one place that holds a State; everything reaches it as a message to `dispatch`."""

    def __init__(self) -> None:
        first_reply = json.loads(document.getElementById("first-reply").textContent)
        self.state = State().with_first_reply(first_reply)
        self.page = Page()
        self.chart = Chart(self.dispatch)
        self.canvas = Canvas()
        self.playback = Playback(self.dispatch)
        self.memory = Memory()
        self.bridge = Bridge(self.phase_reached, self.fault_met)
        self.offline = Offline(self.dispatch)
        self._draw = create_proxy(self.draw)
        self._frame_is_due = False
        self._last_sign_of_life = 0.0

    def dispatch(self, message: object) -> None:
        """Take a message in: a new State, the next call to Python, and a frame to show it in."""
        self.state = update(self.state, message)
        call = next_call(self.state)
        if call:
            self.state = update(self.state, messages.CallSent(call, window.performance.now()))
            self.sign_of_life()
            asyncio.create_task(self.perform(call))
        if not self._frame_is_due:
            self._frame_is_due = True
            window.requestAnimationFrame(self._draw)

    def draw(self, *_: object) -> None:
        """Show the State, and keep the address bar true."""
        self._frame_is_due = False
        self.page.show(self.state)
        self.chart.draw(self.state)
        self.canvas.draw(self.state)
        self.playback.follow(self.state)
        self.memory.keep(self.state)
        follow_address(self.state)

    async def perform(self, call: tuple) -> None:
        """Carry out one call and dispatch what came of it, unless its worker has been replaced meanwhile."""
        worker = self.bridge.number
        try:
            reply = await self.bridge.call(*call)
        except Exception as error:
            if worker == self.bridge.number:
                self.fail("Python met an error and stopped.", error)
            return
        if worker == self.bridge.number:
            self.sign_of_life()
            self.dispatch(messages.CallAnswered(reply, window.performance.now()))

    async def start_trainer(self) -> None:
        """Start a worker and say what came of it."""
        self.sign_of_life()
        worker = self.bridge.replace()
        try:
            await self.bridge.start()
        except Exception as error:
            if worker == self.bridge.number:
                self.fail("Python could not start.", error)
            return
        if worker == self.bridge.number:
            self.sign_of_life()
            self.dispatch(messages.TrainerReady())
            # Only now: what the page needs at once comes first.
            await self.offline.register()

    def fail(self, sentence: str, error: object) -> None:
        """Give the worker up and say so."""
        self.bridge.stop()
        self.dispatch(messages.TrainerFailed(sentence, fault_text(error)))

    def restart(self) -> None:
        """Another worker in place of the one before."""
        self.dispatch(messages.RestartPressed())
        asyncio.create_task(self.start_trainer())

    def phase_reached(self, phase: int) -> None:
        """The starting worker came this far."""
        self.sign_of_life()
        self.dispatch(messages.PhaseReached(phase))

    def sign_of_life(self) -> None:
        """The worker was just heard, or just asked."""
        self._last_sign_of_life = window.performance.now()

    def look_after_the_trainer(self, *_: object) -> None:
        """Notice a worker that has been silent for too long."""
        state = self.state
        waiting = state.trainer == "booting" or state.call
        silent = window.performance.now() - self._last_sign_of_life
        if waiting and not state.overdue and silent > 1000 * SECONDS_OF_SILENCE[state.trainer]:
            self.dispatch(messages.TrainerOverdue())

    def fault_met(self, text: str) -> None:
        """Something failed that nobody was waiting for; while Python starts, that is its start."""
        if self.state.trainer == "booting":
            self.bridge.stop()
            self.dispatch(messages.TrainerFailed("Python could not start.", text))

    def read_address(self) -> None:
        """Take over what the address bar says."""
        self.dispatch(messages.AddressRead(*read_address(window.location.hash)))

    def wait(self) -> None:
        """The person would rather wait."""
        self.sign_of_life()
        self.dispatch(messages.WaitPressed())


def fault_text(error: object) -> str:
    """What is known of an error: for one from the worker, that is the worker's own traceback."""
    return "\n".join(str(part) for part in error.args) if error.args else repr(error)


def follow_address(state: State) -> None:
    """Put the settings into the address bar, without a new entry in the browser's history."""
    wanted = write_address(state.settings)
    if window.location.hash.lstrip("#") != wanted:
        path = window.location.pathname + window.location.search
        window.history.replaceState(None, "", path + ("#" + wanted if wanted else ""))


def main() -> None:
    """Wire the controls to messages, show the first State, and start Python's worker."""
    app = App()
    Controls(app).listen()
    for name, listener in (
        ("restart", app.restart),
        ("wait", app.wait),
        ("use-new-version", app.offline.use_new_version),
    ):
        app.page.element(name).addEventListener("click", create_proxy(lambda _, listener=listener: listener()))
    window.addEventListener("hashchange", create_proxy(lambda _: app.read_address()))
    window.setInterval(create_proxy(app.look_after_the_trainer), MILLISECONDS_BETWEEN_LOOKS)
    app.dispatch(messages.MemoryRead(app.memory.read()))
    app.read_address()
    app.draw()
    document.documentElement.setAttribute("data-ui", "ready")
    clicked_train_early = window.boot.ready(create_proxy(app.fault_met))
    asyncio.create_task(app.start_trainer())
    if clicked_train_early:
        app.dispatch(messages.TrainPressed())


main()
