"""Yardsticks: the same answers by score, R², mean and largest error, and within a tolerance."""

from web.page.geometry import MOST_ERROR, STRIP_LEFT, STRIP_RIGHT, strip_x
from web.page.state import State

AS_ROUNDING = 50  # thousandths: half a unit of the one decimal


def view(state: State) -> list:
    """The writes for the panel; none while another tab is open."""
    panel = state.panel_of("yardsticks")
    if not panel:
        return []
    within = f"{panel['within']} predictions are within {panel['tolerance']} of their target."
    return [
        ("yard-score", "text", panel["score"]),
        ("yard-r-squared", "text", panel["r_squared"]),
        ("yard-mean", "text", panel["mean_error"]),
        ("yard-largest", "text", panel["largest_error"]),
        ("yard-within", "text", panel["within"]),
        ("yard-tolerance", "value", str(state.look.tolerance)),
        ("yard-tolerance", "aria-valuetext", f"{panel['tolerance']}: {panel['within']}"),
        ("yard-tolerance-text", "text", _tolerance(panel, state.look.tolerance)),
        ("yard-text", "text", within),
        ("yard-list", "html", "".join([f"<li>{point}</li>" for point in panel["points"]])),
        ("yard-drawing", "html", _strip(panel, state.look.tolerance / 1000)),
    ]


def _tolerance(panel: dict, thousandths: int) -> str:
    if thousandths == AS_ROUNDING:
        return f"Within {panel['tolerance']} (about the same as rounding to one decimal)"
    return f"Within {panel['tolerance']} (0.050 is about the same as rounding to one decimal)"


def _strip(panel: dict, tolerance: float) -> str:
    """A dot for every row, higher up the more rows there are before it, and the tolerance as a shaded part."""
    edge = strip_x(tolerance)
    parts = [f'<rect class="goal" x="{STRIP_LEFT}" y="8" width="{edge - STRIP_LEFT:.1f}" height="84"/>']
    parts.append(f'<path class="tangent" d="M{edge:.1f} 8 V92"/>')
    parts.append(f'<path class="axis" d="M{STRIP_LEFT} 92 H{STRIP_RIGHT}"/>')
    for hundredths in range(0, int(100 * MOST_ERROR) + 1, 5):
        x = strip_x(hundredths / 100)
        parts.append(f'<text class="middle" x="{x:.1f}" y="110">{hundredths / 100:.2f}</text>')
    for number, error in enumerate(panel["errors"]):
        x, y = strip_x(error), 20 + 13 * (number % 6)
        if error <= tolerance:
            parts.append(f'<circle class="right" cx="{x:.1f}" cy="{y}" r="4"/>')
        else:
            parts.append(f'<path class="wrong" d="M{x - 4:.1f} {y - 4} l8 8 m0 -8 l-8 8"/>')
    return "".join(parts)
