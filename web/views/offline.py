"""Whether the page would open without a network, and whether a newer version of it waits."""

from web.state import State


def view(state: State) -> list:
    """The writes for the footer's line and the offer."""
    return [
        ("offline", "text", "Available offline: this page now opens without a network." if state.kept_offline else ""),
        ("new-version", "hidden", not state.new_version),
    ]
