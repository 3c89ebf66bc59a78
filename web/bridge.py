"""The bridge to the worker: it starts one, hears how far it is, calls it, and replaces it.

With web.main, web.page and the loader in web/runtime, this is all that knows of PyScript.
"""

import json

from pyscript import config, create_named_worker

from web.browser import create_proxy, document, window

WORKER_SOURCE = "./web/trainer.py"


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
        self._worker = None
        self._channel = None

    def replace(self) -> int:
        """End the worker, if there is one, and count up for the next; returns its number."""
        self.stop()
        self.number += 1
        return self.number

    async def start(self) -> str:
        """Start the worker and wait until it can train; returns its version of Python.

        Raises RuntimeError with the details when it met a fault.
        """
        name = self._name()
        channel = f"{name}-{self._page}"
        self._channel = window.BroadcastChannel.new(channel)
        self._channel.addEventListener("message", self._heard)
        settings = json.loads(window.JSON.stringify(config["trainer"]))
        # The loader reads its channel from its own address: nothing else reaches it before Python runs.
        settings["interpreter"] += f"#{channel}.mjs"
        self._worker = await create_named_worker(src=WORKER_SOURCE, name=name, config=settings)
        health = json.loads(await self._worker.health())
        if health["fault"]:
            raise RuntimeError(health["fault"])
        return health["python"]

    def stop(self) -> None:
        """End the worker, whatever it is doing."""
        script = document.querySelector(f'script[name="{self._name()}"]')
        if script:
            if script.xworker:
                script.xworker.terminate()
            script.remove()
        if self._channel:
            self._channel.close()
        self._worker = None

    async def call(self, name: str, *arguments: object) -> dict:
        """Call a method of the worker's session and return its reply."""
        return json.loads(await self._worker.call(name, *arguments))

    def _name(self) -> str:
        return f"trainer-{self.number}"

    def _hear(self, event: object) -> None:
        if isinstance(event.data, str):
            self._on_fault(event.data)
        else:
            self._on_phase(event.data)
