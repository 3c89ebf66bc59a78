"""Long texts on their way to the worker and back, beside the JSON, which names them by numbers.

Own data of ten thousand rows is a text of hundreds of thousands of characters. MicroPython takes a quarter of a second
to write it as JSON, or to read it, and longer than linearly for a longer one. Every request says which data it is
about, so each text is sent once; both ends keep the last few of them. web/worker/long_texts.py is the other end. A
worker that just started has none, and gets them again. What the browser holds goes the same way.

Of a reply, some long texts are read by nobody here: they go on into files and pictures. These stay the browser's, each
in an array of its own, so that MicroPython need not copy hundreds of thousands of characters twice.
"""

from web.page.held import Held

TYPE_CHECKING = False  # MicroPython has no typing module
if TYPE_CHECKING:
    from collections.abc import Callable

    from web.worker.session import Request

LONG = 400  # characters
MOST_KEPT = 4
HELD = ("picture", "ways", "content")  # the parts of a reply that stay the browser's


class LongTexts:
    """What one worker has been sent."""

    def __init__(self) -> None:
        self._texts: list = []  # the last ones
        self._count = 0  # of all

    def without(self, request: "Request") -> tuple:
        """A request with a number in the place of each long or held text, and those that the worker does not have yet.

        `texts` in the request has their numbers, in order.
        """
        new: dict = {}
        run: dict = dict(request["run"])
        run["data"] = self._named(run["data"], new)
        short: dict = dict(request)
        short["run"], short["do"] = run, [self._named(part, new) for part in request["do"]]
        short["texts"] = list(new)
        return short, list(new.values())

    def _named(self, part: object, new: dict) -> object:
        if not isinstance(part, Held) and (not isinstance(part, str) or len(part) <= LONG):
            return part
        if part not in self._texts:
            new[str(self._count)] = part
            self._texts = (self._texts + [part])[-MOST_KEPT:]
            self._count += 1
        return {"text": self._count - len(self._texts) + self._texts.index(part)}


def whole(reply: dict, text: "Callable[[int], str]", held: "Callable[[int], object]") -> dict:
    """A reply with the long texts that came beside it: each by its number, as a text, or as the browser holds it."""
    for name, part in reply.get("own", {}).items():
        if isinstance(part, dict) and "beside" in part:
            reply["own"][name] = held(part["beside"]) if name in HELD else text(part["beside"])
    return reply
