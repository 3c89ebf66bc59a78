"""The tabs of the closer look: one panel is open, and fills when Python has said something for it.

Own data can be given before.
"""

from web.page.state import State
from web.page.topics import TABS


def view(state: State) -> list:
    """The writes for the tabs and for which panel is to be seen."""
    writes: list = [("panels-note", "text", "" if state.panel_of(state.look.tab) else "Waiting for Python.")]
    for tab in TABS:
        chosen = tab == state.look.tab
        writes += [
            (f"tab-{tab}", "aria-selected", "true" if chosen else "false"),
            (f"tab-{tab}", "tabindex", "0" if chosen else "-1"),
            (f"panel-{tab}", "hidden", not (chosen and (tab == "data" or state.panel_of(tab)))),
        ]
    return writes
