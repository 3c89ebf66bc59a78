"""Why the chosen row is right or wrong, and what all wrong rows have in common."""

from web.page.markup import escaped
from web.page.reply import ceiling_of, summary_of
from web.page.state import State
from web.page.views.results import CHANGING


def view(state: State) -> list:
    """The writes for the panel; none while another tab is open."""
    panel = state.panel_of("why")
    if not panel or "unsaid" in panel:
        return []
    return [
        ("why-title", "text", panel["title"]),
        ("why-verdict", "text", panel["verdict"]),
        ("why-verdict", "class", "right" if panel["right"] else "wrong"),
        ("why-all", "text", summary_of(state) or CHANGING),
        ("why-most", "text", str(ceiling_of(state).get("sentence", ""))),
        ("why-sentences", "html", "".join(f"<li>{escaped(sentence)}</li>" for sentence in panel["sentences"])),
    ]
