"""The worker's side of the page: it holds one run and answers calls about it.

It is a thin shell around `perceptron`. Every export takes plain values and answers with JSON text,
which both Pythons read and write quickly, so that no object is ever shared between them.
"""

import json
import sys
import traceback

__export__ = ["health", "open_run", "advance", "step", "reset", "ask"]

try:
    from perceptron.experiment import Run, Settings
    from perceptron.fields import FIELDS, as_number
    from web import library
    from web.report import answer_to, report, update_record

    library.install()

    fault = ""
    run = Run(Settings())
except Exception:  # whatever it is, PyScript would only log it; health() can tell the page
    fault = traceback.format_exc()

question = [0.0, 0.0]


def health() -> str:
    """Whether this worker can train: its version of Python, and the fault that it met while starting, if any."""
    return json.dumps({"python": sys.version.split()[0], "fault": fault})


def open_run(seed: str, learning_rate: str) -> str:
    """Put a new run, at its start, in the place of the one before. Settings come as text, see Field.canonical."""
    global run
    run = Run(Settings(seed=int(seed), learning_rate=FIELDS["learning_rate"].parse(learning_rate)))
    return _reply()


def advance(epochs: float, seconds: float) -> str:
    """Train on by at most so many epochs and for about so many seconds."""
    run.advance(int(epochs), float(seconds))
    return _reply()


def step() -> str:
    """Make one update; the reply holds its terms too, unless the run has stopped."""
    update = run.step()
    return _reply(update=update_record(update, run)) if update else _reply()


def reset() -> str:
    """Return to the start."""
    run.reset()
    return _reply()


def ask(first: str, second: str) -> str:
    """Change the question that every reply answers."""
    question[:] = [as_number(first), as_number(second)]
    return _reply()


def _reply(**more: object) -> str:
    return json.dumps({"report": report(run), "answer": answer_to(run, question), **more})
