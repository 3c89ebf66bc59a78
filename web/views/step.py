"""The last single update, term by term, in the order in which its numbers are computed."""

from web.state import State


def view(state: State) -> list:
    """The writes for the panel that Step opens."""
    if not state.record:
        return [("update", "hidden", True)]
    terms = "".join(f"<div><dt>{term['name']}</dt><dd>{term['value']}</dd></div>" for term in state.record["terms"])
    return [
        ("update", "hidden", False),
        ("update-title", "text", state.record["title"]),
        ("update-terms", "html", terms),
    ]
