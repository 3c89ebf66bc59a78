"""The map: the rows on it, the cursor, the legend and the reading. Its ground is drawn by web.browser.canvas."""

from perceptron.aspects import MAP_STEPS
from web.page.geometry import map_place
from web.page.state import State

# What the list of quantities says; the build writes it.
QUANTITIES_IN_WORDS = {
    "prediction": "Prediction",
    "true value": "True sum",
    "error": "Error",
    "right": "Right or wrong at one decimal",
}
LEGENDS = {
    "prediction": '<span class="ramp sums"></span> 0 to 1',
    "true value": '<span class="ramp sums"></span> 0 to 1; darkest at 1 and above',
    "error": '<span class="ramp errors"></span> too high by 0.5, none, too low by 0.5',
    "right": '<span class="ramp yes"></span> right <span class="ramp no"></span> wrong (chequered)',
}


def view(state: State) -> list:
    """The writes for the panel; none while another tab is open."""
    panel = state.panel_of("map")
    if not panel:
        return []
    return [
        ("quantity", "choice", state.look.quantity),
        ("map-legend", "html", LEGENDS[state.look.quantity]),
        ("map-reading", "text", panel["reading"]),
        ("map-reading", "aria-live", state.voice),
        ("map-rows", "html", _rows(state)),
    ]


def _rows(state: State) -> str:
    parts = []
    for first, second in state.said.start["training"]:
        parts.append(f'<circle cx="{map_place(first):.2f}" cy="{100 - map_place(second):.2f}" r="1.5"/>')
    for row in state.said.start["table"]:
        x, y = [map_place(float(text)) for text in row["inputs"]]
        parts.append(f'<path d="M{x - 1.3:.2f} {100 - y - 1.3:.2f} l2.6 2.6 m0 -2.6 l-2.6 2.6"/>')
    x, y = [map_place(step / MAP_STEPS) for step in state.look.cursor]
    lines = f"M{x:.2f} -4 V104 M-4 {100 - y:.2f} H104"
    return "".join(parts) + f'<path class="cursor under" d="{lines}"/><path class="cursor" d="{lines}"/>'
