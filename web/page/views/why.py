"""Why the chosen row is right or wrong."""

from web.page.markup import escaped
from web.page.state import State


def view(state: State) -> list:
    """The writes for the panel; none while another tab is open."""
    panel = state.panel_of("why")
    if not panel:
        return []
    return [
        ("why-title", "text", panel["title"]),
        ("why-verdict", "text", panel["verdict"]),
        ("why-verdict", "class", "right" if panel["right"] else "wrong"),
        ("why-sentences", "html", "".join(f"<li>{escaped(sentence)}</li>" for sentence in panel["sentences"])),
    ]
