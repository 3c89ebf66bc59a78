"""Keeps the page for when there is no network: registers the service worker and hears from it whether it is kept.

Where it cannot be kept, the page says so and works as it did, with a network.
"""

from web.browser.javascript import attempt, create_proxy, document, later, to_js, window
from web.page import messages

TYPE_CHECKING = False  # MicroPython has no typing module
if TYPE_CHECKING:
    from collections.abc import Callable

SCRIPT = "./service-worker.js"
MILLISECONDS_TO_TAKE_OVER = 5000


class Offline:
    """The page's service worker, if the browser allows one. `tell` takes messages."""

    def __init__(self, tell: "Callable[[object], None]") -> None:
        self._tell = tell
        self._registration = None
        self._is_asked_for = False
        self._is_wanted = False
        self._has_version = False

    async def register(self) -> None:
        """Register, and tell when the page is kept, and when a newer version waits."""
        if self._is_asked_for:
            return
        self._is_asked_for = True
        if not window.isSecureContext:
            self._tell(messages.OfflineKnown("ruled out"))
            return
        if not attempt("Reflect.has", window.navigator, "serviceWorker"):
            self._tell(messages.OfflineKnown("unable"))
            return
        attempt("navigator.serviceWorker.addEventListener", "message", create_proxy(self._hear))
        options, refusal = to_js({"updateViaCache": "none"}), "failed"
        try:
            self._registration = await attempt("navigator.serviceWorker.register", SCRIPT, options)
        except Exception:
            refusal = await self._why_refused()
        if not self._registration:  # refused, or by a browser that pretends
            self._tell(messages.OfflineKnown(refusal))
            return
        workers = window.navigator.serviceWorker
        self._has_version = bool(workers.controller)
        workers.addEventListener("controllerchange", create_proxy(self._version_changed))
        self._registration.addEventListener("updatefound", create_proxy(self._watch))
        self._watch()
        registration = await workers.ready
        registration.active.postMessage("keep")

    async def _why_refused(self) -> str:
        try:
            response = await window.fetch(SCRIPT)
        except Exception:
            return "unreachable"
        if not response.ok:
            return "missing"
        return "changed" if (response.headers.get("content-type") or "").startswith("text/html") else "failed"

    def use_new_version(self) -> None:
        """Let the waiting version take over, and open the page in it."""
        self._is_wanted = True
        if self._registration.waiting:
            self._registration.waiting.postMessage("take over")
            # It says nothing when it cannot.
            later(MILLISECONDS_TO_TAKE_OVER, self._reload)
        else:  # another tab has let it take over already
            self._reload()

    def _hear(self, event: object) -> None:
        # A page that stands above this one on the same site has a service worker too, and that speaks to all below it.
        if event.source.scriptURL == window.URL.new(SCRIPT, document.baseURI).href:
            self._tell(messages.OfflineKnown(event.data))

    def _watch(self, *_: object) -> None:
        self._look()
        if self._registration.installing:
            self._registration.installing.addEventListener("statechange", create_proxy(self._look))

    def _look(self, *_: object) -> None:
        if self._registration.waiting and window.navigator.serviceWorker.controller:
            self._tell(messages.NewVersionWaiting())

    def _version_changed(self, *_: object) -> None:
        if self._is_wanted:
            self._reload()
        elif self._has_version:  # the old one's files are gone, so this page should not stay for long
            self._tell(messages.NewVersionWaiting())
        self._has_version = True

    def _reload(self, *_: object) -> None:
        window.location.reload()
