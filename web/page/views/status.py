"""What is true of the page as a whole, and the panel that says what went wrong."""

from perceptron.fields import shortened
from web.page.state import State
from web.page.views.controls import PHASES

# Until this has come, the worker can say nothing.
FIRST_FILE = "web/runtime/worker.mjs"

MOST_TOLD = 200  # letters of a request

# What ended Python: the worker's own fault, a word that the page does not know, or the page's fault.
FAULTS = {
    "worker": "An error stopped Python.",
    "words": "Python met an error and stopped.",
    "page": "Something in this page failed, so training stopped.",
}
PERHAPS_DAMAGED = "One of its files may be damaged. “Reload the page” fetches them again."

TITLES = {"failed": "Something went wrong", "waiting": "Still waiting"}

TWO_VERSIONS = (
    "The server has files of two versions of this page. If the page is just being updated, reload it in a few minutes. "
    "Otherwise, whoever runs the server must put the page’s whole folder there."
)


def view(state: State) -> list:
    """The writes for the root element's attributes and the failure panel."""
    busy = state.trainer.status == "ready" and state.trainer.request
    return [
        ("page", "data-trainer", "busy" if busy else state.trainer.status),
        ("page", "data-run", state.run),
        ("page", "data-epoch", str(state.epoch)),
        ("page", "data-engine", state.said.engine[0]),
    ] + _failure(state)


def _words(state: State) -> str:
    """What failed and why, what is kept, and what a restart does if it helps."""
    failure = state.trainer.failure
    failed = "Python could not start." if failure["at_start"] else FAULTS[failure["fault"]]
    cause = failure.get("cause")
    results = " and results" if (state.epoch or state.row) and not _goes_back(state) else ""
    kept = f"Your settings{results} are kept."
    if not cause:
        perhaps = f" {PERHAPS_DAMAGED}" if failure["at_start"] else ""
        return f"{failed}{perhaps} {kept} {_restart(state)}"
    if cause.restart == "helps":
        return f"{failed} {cause.sentence} {kept} {_restart(state)}"
    return f"{failed} {cause.sentence} {cause.advice} {kept}"


def _request_failed(error: dict) -> str:
    """What Python could not do and why, and how to go on."""
    cause = error["details"].strip().split("\n")[-1].rstrip(".")
    if error["request"]["do"]:
        return f"Python could not do this: {cause}. Everything is as it was before. You can go on, or restart Python."
    return f"Python could not show this: {cause}. You can look at something else and go on, or restart Python."


def _goes_back(state: State) -> bool:
    return state.trainer.place > (state.epoch, state.row)


def _restart(state: State) -> str:
    if _goes_back(state):
        return f"Restart Python, and it trains to epoch {state.trainer.place[0]:,} again."
    if state.epoch or state.row:
        return "Restart Python to continue from where you were."
    return "Restart Python to begin."


def _failure(state: State) -> list:
    title, details, restarts, in_vain = "failed", "", False, False
    if state.visit.mixed:
        sentence = TWO_VERSIONS
    elif state.visit.taken_over:
        sentence = "A newer version of this page is in use now. Reload this page: your settings are in its address."
    elif state.trainer.failure:
        sentence, details = _words(state), state.trainer.failure["details"]
        cause = state.trainer.failure.get("cause")
        restarts = cause is None or cause.restart == "helps"
        in_vain = cause is not None and cause.restart == "in vain"
    elif state.trainer.overdue and state.trainer.status == "booting":
        title = "waiting"
        details = f"The start has reached: {PHASES[state.trainer.phase]}."
        awaited = state.trainer.awaited or ("" if state.trainer.phase else FIRST_FILE)
        silence = f"is still waiting for its file {awaited}" if awaited else "has made no progress for a while"
        sentence = f"Python {silence}. On a slow network this can take minutes. Wait, or restart Python."
    elif state.trainer.overdue:
        title = "waiting"
        request = state.trainer.request
        what = shortened(" ".join([str(part) for part in request["do"] or ["tell"] + request["tell"]]), MOST_TOLD)
        details = f"No answer to: {what}, asked at epoch {state.epoch}, row {state.row}."
        sentence = (
            "Python does not answer. Wait a little longer, or restart it. Your settings are kept, "
            "and it trains again to where it was."
        )
    elif state.trainer.error:
        sentence, details = _request_failed(state.trainer.error), state.trainer.error["details"]
    else:
        return [("failure", "hidden", True), ("failure-sentence", "text", "")]
    return [
        ("failure", "hidden", False),
        ("failure-title", "text", TITLES[title]),
        ("failure-sentence", "text", sentence),
        ("failure-details", "text", details),
        ("failure-more", "hidden", not details),
        ("restart", "hidden", state.visit.taken_over or in_vain),
        ("restart", "class", "primary" if restarts else ""),
        ("wait", "hidden", not state.trainer.overdue),
    ]
