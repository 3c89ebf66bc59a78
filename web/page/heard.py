"""What the worker says, as messages: a kind and a value, see web/runtime/worker.mjs."""

from web.page import messages as m

_HEARD = {
    "awaits": m.FileAwaited,
    "phase": m.PhaseReached,
    "ready": lambda _: m.TrainerReady(),
    "error": m.RequestFailed,
    "fault": lambda details: m.TrainerFailed("worker", details),
}


def heard(kind: str, value: object, milliseconds: float) -> object:
    """The message for what was said at this time of the page's clock. What the page does not understand is a fault."""
    if kind == "reply":
        return m.RequestAnswered(value, milliseconds)
    if kind not in _HEARD:
        return m.TrainerFailed("words", f"It said “{kind}”, which the page does not understand.")
    return _HEARD[kind](value)
