"""What is true of the page as a whole, and the panel that says what went wrong."""

from web.page.state import State
from web.page.views.controls import PHASES


def view(state: State) -> list:
    """The writes for the root element's attributes and the failure panel."""
    busy = state.trainer == "ready" and state.call
    return [
        ("page", "data-trainer", "busy" if busy else state.trainer),
        ("page", "data-run", state.run),
        ("page", "data-epoch", str(state.epoch)),
    ] + _failure(state)


def _way_on(state: State) -> str:
    """What is still there, and what a restart brings back."""
    if state.place > (state.epoch, state.row):
        return f"Your settings are kept. Restart Python, and it trains again to epoch {state.place[0]:,}."
    if state.epoch or state.row:
        return "Your settings and results are kept. Restart Python to go on from where you were."
    return "Your settings are kept. Restart Python to begin."


def _failure(state: State) -> list:
    details = ""
    if state.taken_over:
        sentence = "A newer version of this page has taken over. Reload it: your settings are in its address."
    elif state.failure:
        sentence, details = state.failure["sentence"], state.failure["details"]
        sentence += f" {_way_on(state)}"
    elif state.overdue and state.trainer == "booting":
        details = f"The start has come to: {PHASES[state.phase]}."
        sentence = (
            "Python has not come any further for a while. On a slow network that can take minutes: "
            "wait, or start it anew."
        )
    elif state.overdue:
        call = " ".join(str(part) for part in state.call)
        details = f"No answer to: {call}, asked at epoch {state.epoch}, row {state.row}."
        sentence = (
            "Python does not answer. Wait a little longer, or restart it: your settings stay, "
            "and it trains again to where it was."
        )
    else:
        return [("failure", "hidden", True), ("failure-sentence", "text", "")]
    return [
        ("failure", "hidden", False),
        ("failure-sentence", "text", sentence),
        ("failure-details", "text", details),
        ("failure-more", "hidden", not details),
        ("restart", "hidden", state.taken_over),
        ("wait", "hidden", not state.overdue),
    ]
