"""Long texts on their way to the worker: each is sent once, and then named by a number.

Own data of ten thousand rows is a text of hundreds of thousands of characters. Every request says which data it is
about, and to write and read that text each time would take longer than to answer. Both ends keep the last few of them;
web/worker/long_texts.py is the other end. A worker that just started has none, and gets them again.
"""

LONG = 400  # characters
MOST_KEPT = 4


class LongTexts:
    """What one worker has been sent."""

    def __init__(self) -> None:
        self._texts: list = []  # the last ones
        self._count = 0  # of all

    def without(self, request: dict) -> dict:
        """A request with a number in the place of each long text, and with those that the worker does not have yet."""
        new: dict = {}
        run = dict(request["run"])
        run["data"] = self._named(run["data"], new)
        short = dict(request)
        short["run"], short["do"] = run, [self._named(part, new) for part in request["do"]]
        if new:
            short["texts"] = new
        return short

    def _named(self, part: object, new: dict) -> object:
        if not isinstance(part, str) or len(part) <= LONG:
            return part
        if part not in self._texts:
            new[str(self._count)] = part
            self._texts = (self._texts + [part])[-MOST_KEPT:]
            self._count += 1
        return {"text": self._count - len(self._texts) + self._texts.index(part)}
