"""The test rows on the activation's curve: the chosen one with its tangent and the answers that would be right."""

from web.page.geometry import PLOT_BOTTOM, PLOT_LEFT, PLOT_RIGHT, PLOT_TOP, PLOT_WIDTH, plot_x, plot_y, tangent
from web.page.markup import escaped
from web.page.state import State

NARROWEST_BAND = 2.0  # drawing units, so that it can be seen


def view(state: State) -> list:
    """The writes for the panel; none while another tab is open."""
    panel = state.panel_of("activation")
    if not panel or "unsaid" in panel:
        return []
    return [
        ("activation-ground", "html", _ground(panel)),
        ("activation-points", "html", _points(panel)),
        ("activation-text", "text", panel["sentence"]),
        ("activation-note", "text", panel["note"]),
        ("activation-list", "html", "".join([f"<li>{escaped(point)}</li>" for point in panel["points"]])),
        ("activation-list-note", "text", panel["points_note"]),
    ]


def _ground(panel: dict) -> str:
    """A zone for each target that an answer can count for, and the axes."""
    across, up = panel["across"], panel["up"]
    parts = []
    for number, (label, least, most) in enumerate(panel["zones"]):
        top, bottom = plot_y(most, up["span"]), plot_y(least, up["span"])
        parts.append(f'<rect class="{"zone odd" if number % 2 else "zone"}" {_box(top, bottom)}/>')
        if not panel["zones_are_sides"]:
            parts.append(f'<text x="{PLOT_RIGHT + 8:g}" y="{(top + bottom) / 2 + 4:.1f}">{escaped(label)}</text>')
    for total, text in across["ticks"]:
        x = plot_x(total, across["span"])
        parts.append(f'<path class="axis" d="M{x:.1f} {PLOT_BOTTOM:g} v5"/>')
        parts.append(f'<text class="middle" x="{x:.1f}" y="{PLOT_BOTTOM + 20:g}">{text}</text>')
    for output, text in up["ticks"]:
        y = plot_y(output, up["span"])
        parts.append(f'<path class="axis" d="M{PLOT_LEFT:g} {y:.1f} h-5"/>')
        parts.append(f'<text class="end" x="{PLOT_LEFT - 8:g}" y="{y + 4:.1f}">{text}</text>')
    middle = (PLOT_LEFT + PLOT_RIGHT) / 2
    parts.append(f'<text class="middle" x="{middle:g}" y="{PLOT_BOTTOM + 40:g}">{across["name"]}</text>')
    parts.append(f'<text x="{PLOT_LEFT:g}" y="{PLOT_TOP - 8:g}">{escaped(up["name"])}</text>')
    if panel["zones_name"] and not panel["zones_are_sides"]:
        parts.append(f'<text class="end" x="{PLOT_WIDTH - 4:g}" y="{PLOT_TOP - 8:g}">{panel["zones_name"]}</text>')
    parts.append(f'<path class="axis" d="M{PLOT_LEFT:g} {PLOT_TOP:g} V{PLOT_BOTTOM:g} H{PLOT_RIGHT:g}"/>')
    return "".join(parts)


def _points(panel: dict) -> str:
    """The answers that would be right for the chosen row, the curve, and the rows on it."""
    across, up = panel["across"]["span"], panel["up"]["span"]
    parts = []
    if panel["band"]:
        least, most = panel["band"]
        top, bottom = plot_y(most, up), plot_y(least, up)
        spare = max(0.0, NARROWEST_BAND - (bottom - top)) / 2
        parts.append(f'<rect class="goal" {_box(top - spare, bottom + spare)}/>')
    line = " ".join([f"{plot_x(total, across):.1f},{plot_y(output, up):.1f}" for total, output in panel["curve"]])
    parts.append(f'<polyline class="sigmoid" points="{line}"/>')
    for total, output, right in zip(panel["sums"], panel["outputs"], panel["right"]):
        x, y = plot_x(total, across), plot_y(output, up)
        if right:
            parts.append(f'<circle class="right" cx="{x:.1f}" cy="{y:.1f}" r="4"/>')
        else:
            parts.append(f'<path class="wrong" d="M{x - 4:.1f} {y - 4:.1f} l8 8 m0 -8 l-8 8"/>')
    total, output = panel["sums"][panel["chosen"]], panel["outputs"][panel["chosen"]]
    if panel["slope"] is not None:
        x1, y1, x2, y2 = tangent(total, output, panel["slope"], across, up)
        parts.append(f'<path class="tangent" d="M{x1:.1f} {y1:.1f} L{x2:.1f} {y2:.1f}"/>')
    parts.append(f'<circle class="chosen" cx="{plot_x(total, across):.1f}" cy="{plot_y(output, up):.1f}" r="8"/>')
    return "".join(parts) + _sides(panel)


def _sides(panel: dict) -> str:
    """The names of two classes, on top of the plot, because beside it there is too little room for them."""
    parts = []
    for label, least, most in panel["zones"] if panel["zones_are_sides"] else ():
        y = (plot_y(most, panel["up"]["span"]) + plot_y(least, panel["up"]["span"])) / 2 + 4
        words = f"{panel['zones_name']} {escaped(label)}"
        parts.append(f'<text class="end" x="{PLOT_RIGHT - 8:g}" y="{y:.1f}">{words}</text>')
    return "".join(parts)


def _box(top: float, bottom: float) -> str:
    return f'x="{PLOT_LEFT:g}" y="{top:.1f}" width="{PLOT_RIGHT - PLOT_LEFT:g}" height="{bottom - top:.1f}"'
