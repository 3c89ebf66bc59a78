"""Whether the page would open without a network, and whether a newer version of it waits."""

from web.page.state import State

WORDS = {
    "": "",
    "kept": "Available offline: this page now opens without a network.",
    "ruled out": "Not available offline: browsers save a page only if it comes over HTTPS or from your own computer.",
    "unable": "Not available offline: this browser does not save pages here. Private windows often do not.",
    "changed": "Not available offline: a file arrived changed, so nothing was saved. Your next visit tries again.",
    "missing": "Not available offline: the server did not send every file of this page. Your next visit tries again.",
    "unreachable": "Not available offline: the network failed before the page was saved. Your next visit tries again.",
    "failed": "Not available offline: the browser could not save all of this page. Your next visit tries again.",
}


def view(state: State) -> list:
    """The writes for the footer's line and the offer."""
    return [
        ("offline", "text", WORDS[state.visit.offline]),
        ("new-version", "hidden", not state.visit.new_version),
    ]
