"""The worker's side of the page: a thin shell around a session, which answers.

Requests and replies are texts, so that no object is ever shared between both Pythons: JSON, and beside it the long
texts that it names, see web/page/long_texts.py. web/runtime/worker.mjs brings the ones and posts the others.
"""

import json
import sys
from typing import Any

from perceptron.engine import Engine
from web.worker import library
from web.worker.long_texts import LongTexts, apart
from web.worker.session import Session, as_json


def _compiled() -> Engine:
    from web.worker.machine import compiled  # it takes a while, and nobody waits for it before the first training

    return compiled()


library.install()
session = Session(_compiled)
long_texts = LongTexts()


def health() -> str:
    """The version of Python that can train here."""
    return sys.version.split()[0]


def reply(request: str, *texts: Any) -> list[str]:
    """The session's reply, without the request: the page knows it, as there is one at a time.

    Beside the request come long texts, and bytes in arrays of the browser's.

    An exception is for this request only; the next one is answered again.
    """
    brought = [text if isinstance(text, str) else text.to_bytes() for text in texts]
    found = session.reply(long_texts.within(json.loads(request), brought))
    del found["request"]
    short, beside = apart(found)
    return [as_json(short), *beside]
