"""The worker's side of the page: a thin shell around a session, which holds the run.

Calls and replies are JSON text, which both Pythons read and write quickly, so that no object is ever shared between
them. web/runtime/worker.mjs brings the ones and posts the others.
"""

import json
import sys

from web.worker import library
from web.worker.session import Session

library.install()
session = Session()


def health() -> str:
    """The version of Python that can train here."""
    return sys.version.split()[0]


def call(request: str) -> str:
    """Call a method of the session, which the request names before its arguments, and return its reply."""
    name, *arguments = json.loads(request)
    return json.dumps(getattr(session, name)(*arguments))
