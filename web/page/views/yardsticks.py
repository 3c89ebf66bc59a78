"""Yardsticks: the same answers by score, R², mean absolute and largest error, and within a tolerance."""

from web.page.geometry import STRIP_LEFT, STRIP_RIGHT, strip_x
from web.page.markup import escaped
from web.page.state import State

# The strip in drawing units: its ends, where the first of its levels is, how far they are apart, and how many.
TOP, BOTTOM = 8, 176
FIRST_LEVEL, BETWEEN_LEVELS, LEVELS = 20, 13, 12


def view(state: State) -> list:
    """The writes for the panel; none while another tab is open."""
    panel = state.panel_of("yardsticks")
    if not panel:
        return []
    return [
        ("yard-score-called", "text", panel["right_called"]),
        ("yard-score", "text", panel["score"]),
        ("yard-accuracy-row", "hidden", not panel["accuracy"]),
        ("yard-accuracy", "text", panel["accuracy"]),
        ("yard-r-squared", "text", panel["r_squared"]),
        ("yard-mean", "text", panel["mean_error"]),
        ("yard-largest", "text", panel["largest_error"]),
        ("yard-within", "text", panel["within"]),
        ("yard-tolerance", "value", str(state.look.tolerance)),
        ("yard-tolerance", "aria-valuetext", f"{panel['tolerance']}: {panel['within']}"),
        ("yard-tolerance-text", "text", panel["tolerance_in_words"]),
        (
            "yard-text",
            "text",
            " ".join([words for words in (panel["sentence"], panel["half_way"], panel["note"]) if words]),
        ),
        ("yard-list", "html", "".join([f"<li>{escaped(point)}</li>" for point in panel["points"]])),
        ("yard-list-note", "text", panel["points_note"]),
        ("yard-drawing", "html", _strip(panel)),
    ]


def _strip(panel: dict) -> str:
    """A mark for every row, each lower than the one before so that few hide others, and the tolerance as a shade."""
    edge = strip_x(panel["tolerance_share"])
    parts = [
        f'<rect class="goal" x="{STRIP_LEFT:g}" y="{TOP}" width="{edge - STRIP_LEFT:.1f}" height="{BOTTOM - TOP}"/>',
        f'<path class="tangent" d="M{edge:.1f} {TOP} V{BOTTOM}"/>',
        f'<path class="axis" d="M{STRIP_LEFT:g} {BOTTOM} H{STRIP_RIGHT:g}"/>',
    ]
    for share, text in panel["axis"]["ticks"]:
        x = strip_x(share)
        parts.append(f'<path class="axis" d="M{x:.1f} {BOTTOM} v5"/>')
        parts.append(f'<text class="middle" x="{x:.1f}" y="{BOTTOM + 19}">{text}</text>')
    middle = (STRIP_LEFT + STRIP_RIGHT) / 2
    parts.append(f'<text class="middle" x="{middle:g}" y="{BOTTOM + 38}">{escaped(panel["axis"]["name"])}</text>')
    for number, (share, is_near) in enumerate(zip(panel["errors"], panel["near"])):
        x, y = strip_x(share), FIRST_LEVEL + BETWEEN_LEVELS * (number % LEVELS)
        if is_near:
            parts.append(f'<circle class="right" cx="{x:.1f}" cy="{y}" r="4"/>')
        else:
            parts.append(f'<path class="wrong" d="M{x - 4:.1f} {y - 4} l8 8 m0 -8 l-8 8"/>')
    return "".join(parts)
