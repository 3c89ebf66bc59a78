"""The worker's side of the page: a thin shell around a session, which holds the run.

Every export takes plain values and answers with JSON text, which both Pythons read and write quickly,
so that no object is ever shared between them.
"""

import json
import sys
import traceback

__export__ = ["health", "call"]

try:
    from web import library
    from web.session import Session

    library.install()

    fault = ""
    session = Session()
except Exception:  # whatever it is, PyScript would only log it; health() can tell the page
    fault = traceback.format_exc()


def health() -> str:
    """Whether this worker can train: its version of Python, and the fault that it met while starting, if any."""
    return json.dumps({"python": sys.version.split()[0], "fault": fault})


def call(name: str, *arguments: object) -> str:
    """Call a method of the session, and return its reply."""
    return json.dumps(getattr(session, name)(*arguments))
