"""The worker's end of web/page/long_texts.py: it keeps the last long texts by their numbers."""

from collections.abc import Sequence
from typing import Any

LONG = 400  # characters
MOST_KEPT = 4


class LongTexts:
    """What the page has sent."""

    def __init__(self) -> None:
        self._texts: dict[str, str | bytes] = {}

    def within(self, request: dict[str, Any], texts: Sequence[str | bytes]) -> Any:
        """The request with the texts themselves, of which these came with it.

        Raises KeyError for one that was never sent, or too long ago.
        """
        self._texts |= zip(request["texts"], texts, strict=True)
        whole: dict[str, Any] = {name: part for name, part in request.items() if name != "texts"}
        whole["run"] = {**request["run"], "data": self._text(request["run"]["data"])}
        whole["do"] = [self._text(part) for part in request["do"]]
        # Only now: a request may name an old text and bring so many new ones that the old one goes.
        for number in sorted(self._texts, key=int)[:-MOST_KEPT]:
            del self._texts[number]
        return whole

    def _text(self, part: Any) -> Any:
        return self._texts[str(part["text"])] if isinstance(part, dict) and "text" in part else part


def apart(reply: dict[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """A reply with a number in the place of each long text about own data, and those texts."""
    texts: list[str] = []
    own: dict[str, Any] = {}
    for name, part in reply.get("own", {}).items():
        own[name] = part
        if isinstance(part, str) and len(part) > LONG:
            own[name] = {"beside": len(texts)}
            texts.append(part)
    return ({**reply, "own": own} if texts else reply), texts
