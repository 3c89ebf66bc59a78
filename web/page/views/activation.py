"""The activation curve: every test row as a point on it, the chosen one with its tangent and the zone it should hit."""

from web.page.geometry import MOST_SUM, PLOT_BOTTOM, PLOT_LEFT, PLOT_RIGHT, PLOT_TOP, plot_x, plot_y, tangent
from web.page.state import State


def view(state: State) -> list:
    """The writes for the panel; none while another tab is open."""
    panel = state.panel_of("activation")
    if not panel:
        return []
    return [
        ("activation-ground", "html", _ground(panel)),
        ("activation-points", "html", _points(panel, state.look.test_row, panel["right"])),
        ("activation-text", "text", panel["sentence"]),
        ("activation-list", "html", "".join([f"<li>{point}</li>" for point in panel["points"]])),
    ]


def _ground(panel: dict) -> str:
    """A zone for each decimal that an output can round to, and the axes."""
    parts = []
    for number, (label, least, most) in enumerate(panel["zones"]):
        top, bottom = plot_y(most), plot_y(least)
        shade = "zone odd" if number % 2 else "zone"
        box = f'x="{PLOT_LEFT}" y="{top:.1f}" width="{PLOT_RIGHT - PLOT_LEFT}" height="{bottom - top:.1f}"'
        parts.append(f'<rect class="{shade}" {box}/>')
        parts.append(f'<text x="{PLOT_RIGHT + 8}" y="{(top + bottom) / 2 + 4:.1f}">{label}</text>')
    for total in range(-int(MOST_SUM), int(MOST_SUM) + 1, 2):
        parts.append(f'<text class="middle" x="{plot_x(total):.1f}" y="{PLOT_BOTTOM + 20}">{total}</text>')
    for output in ("0", "0.5", "1"):
        parts.append(f'<text class="end" x="{PLOT_LEFT - 6}" y="{plot_y(float(output)) + 4:.1f}">{output}</text>')
    middle = (PLOT_LEFT + PLOT_RIGHT) / 2
    parts.append(f'<text class="middle" x="{middle}" y="{PLOT_BOTTOM + 42}">weighted sum</text>')
    parts.append(f'<text x="{PLOT_LEFT}" y="{PLOT_TOP - 5}">output</text>')
    parts.append(f'<text class="end" x="{PLOT_RIGHT + 58}" y="{PLOT_TOP - 5}">rounds to</text>')
    return "".join(parts)


def _points(panel: dict, chosen: int, right: list) -> str:
    """The zone that the chosen row should hit, the curve, and the rows on it."""
    least, most = panel["zone"]
    top, bottom = plot_y(most), plot_y(least)
    box = f'x="{PLOT_LEFT}" y="{top:.1f}" width="{PLOT_RIGHT - PLOT_LEFT}" height="{bottom - top:.1f}"'
    line = " ".join(f"{plot_x(total):.1f},{plot_y(output):.1f}" for total, output in panel["curve"])
    parts = [f'<rect class="goal" {box}/>', f'<polyline class="sigmoid" points="{line}"/>']
    for number, (total, output) in enumerate(zip(panel["sums"], panel["outputs"])):
        x, y = plot_x(total), plot_y(output)
        if right[number]:
            parts.append(f'<circle class="right" cx="{x:.1f}" cy="{y:.1f}" r="4"/>')
        else:
            parts.append(f'<path class="wrong" d="M{x - 4:.1f} {y - 4:.1f} l8 8 m0 -8 l-8 8"/>')
    total, output = panel["sums"][chosen], panel["outputs"][chosen]
    x1, y1, x2, y2 = tangent(total, output, panel["slope"])
    parts.append(f'<path class="tangent" d="M{x1:.1f} {y1:.1f} L{x2:.1f} {y2:.1f}"/>')
    parts.append(f'<circle class="chosen" cx="{plot_x(total):.1f}" cy="{plot_y(output):.1f}" r="8"/>')
    return "".join(parts)
