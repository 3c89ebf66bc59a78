"""The bridge to the worker: it starts one, hears how far it is, calls it, and replaces it.

With web.main, web.page and the loader in web/runtime, this is all that knows of PyScript.
"""

import asyncio
import json

from pyscript import create_named_worker, workers

from web.browser import create_proxy, document, window
from web.faults import fault_text

WORKER_SOURCE = "./web/trainer.py"
LOOKS_FOR_THE_LOG = 10
SECONDS_BETWEEN_LOOKS = 0.05


class StartError(Exception):
    """The worker is there, but cannot train; the message is its traceback."""


class Bridge:
    """At most one living worker.

    While one starts, `on_phase` is called with 0 to 3, and `on_fault` with the text of what failed.
    """

    def __init__(self, on_phase, on_fault) -> None:  # type: ignore[no-untyped-def]  # MicroPython has no Callable
        self._on_phase = on_phase
        self._on_fault = on_fault
        self._heard = create_proxy(self._hear)
        self._page = str(window.Math.random())
        self.number = 0
        self._log = ""
        self._worker = None
        self._channel = None

    async def start(self) -> str:
        """Start the worker and wait until it can train; returns its version of Python.

        Raises StartError with the details when it met a fault.
        """
        number, self._log = self.number, ""
        name = self._name()
        try:
            worker = await (workers[name] if self._was_begun_early() else self._begin(name))
            if number != self.number:
                self._end(name)  # it was given up before it was there to be ended
                return ""
            health = json.loads(await worker.health())
        except Exception as error:
            # Why its source did not run, PyScript only logged; and the log, which comes another way, may come later.
            for _ in range(LOOKS_FOR_THE_LOG):
                if not self._log:
                    await asyncio.sleep(SECONDS_BETWEEN_LOOKS)
            raise StartError(f"{self._log}\n\n{fault_text(error)}".strip()) from None
        if health["fault"]:
            raise StartError(health["fault"])
        if number == self.number:
            self._worker = worker
        return health["python"]

    def _was_begun_early(self) -> bool:
        """Whether web/runtime/early.js has begun the first worker; if so, this listens to it from now on."""
        if self.number > 1 or not hasattr(window, "earlyTrainer"):
            return False
        self._channel = window.earlyTrainer.channel
        window.earlyTrainer.takeOver(self._heard)
        return True

    async def _begin(self, name):  # type: ignore[no-untyped-def]  # a worker; MicroPython has no Any
        channel = f"{name}-{self._page}"
        self._channel = window.BroadcastChannel.new(channel)
        self._channel.addEventListener("message", self._heard)
        config = json.loads(document.getElementById("trainer-config").textContent)
        # The loader reads its channel from its own address: nothing else reaches it before Python runs.
        config["interpreter"] += f"#{channel}.mjs"
        return await create_named_worker(src=WORKER_SOURCE, name=name, config=config)

    def stop(self) -> int:
        """End the worker and void whatever it was doing; returns the number of the next."""
        self._end(self._name())
        if self._channel:
            self._channel.close()
        self._worker = None
        self.number += 1
        return self.number

    def _end(self, name: str) -> None:
        script = document.querySelector(f'script[name="{name}"]')
        if script and hasattr(script, "xworker"):
            script.xworker.terminate()
            script.remove()

    async def call(self, name: str, *arguments: object) -> dict:
        """Call a method of the worker's session and return its reply."""
        return json.loads(await self._worker.call(name, *arguments))

    def _name(self) -> str:
        return f"trainer-{self.number}"

    def _hear(self, event: object) -> None:
        if isinstance(event.data, str):
            self._on_fault(event.data)
        elif not isinstance(event.data, int):
            self._log = f"{self._log}\n{event.data.log}".strip()
        else:
            self._on_phase(event.data)
