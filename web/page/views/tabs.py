"""The tabs of the closer look: one panel is open, and fills when Python has said something for it.

Own data and a program can be given before. Of a changed program, some panels have nothing to say but that.
"""

from web.page.state import State
from web.page.topics import TABS

GIVEN_BEFORE = ("data", "code", "runs")


def view(state: State) -> list:
    """The writes for the tabs and for which panel is to be seen."""
    panel = state.panel_of(state.look.tab)
    note = panel.get("unsaid", "") if panel else "Waiting for Python."
    writes: list = [("panels-note", "text", note)]
    for tab in TABS:
        chosen = tab == state.look.tab
        writes += [
            (f"tab-{tab}", "aria-selected", "true" if chosen else "false"),
            (f"tab-{tab}", "tabindex", "0" if chosen else "-1"),
            (f"panel-{tab}", "hidden", not (chosen and (tab in GIVEN_BEFORE or (panel and not note)))),
        ]
    return writes
