"""A sweep: what is typed for it, and what comes of each value, as two small pictures, in words and in a sentence."""

from perceptron.numerals import with_minus
from perceptron.settings_table import SETTINGS
from web.page.markup import escaped
from web.page.runs import POINT, baseline_of, known_as
from web.page.state import State
from web.page.update.sweep import SWEPT
from web.page.views.runs import how_far

ABOUT = "Every run starts as the baseline {} does, and only this number is another. A row of runs, and none is kept."
NAMES = {name: "Right within" if name == "tolerance" else SETTINGS[name].label for name in SWEPT}
STEPS = {"factors": "equal factors", "distances": "equal distances"}
# The pictures, in drawing units.
LEFT, RIGHT, TOP, BOTTOM = 90.0, 510.0, 28.0, 130.0
MOST_TICKS = 7
INFINITE = float("inf")


def view(state: State) -> list:
    """The writes for the sweep; none while another tab is open or there is no baseline."""
    baseline, sweep = baseline_of(state), state.sweep
    if state.look.tab != "runs" or not baseline:
        return []
    is_current = sweep.sweep_of == known_as(baseline)
    points = sweep.points if is_current else ()
    scores = [(point[1], with_minus(str(point[1]))) for point, _ in points]
    errors = [(float(point[3]), "") for point, _ in points]
    most = points[0][0][2] if points else 1
    return [
        ("sweep-about", "text", ABOUT.format(baseline.letter)),
        ("sweep-number", "choice", sweep.swept),
        ("sweep-from", "value", sweep.span["from"]),
        ("sweep-to", "value", sweep.span["to"]),
        ("sweep-count", "value", sweep.span["count"]),
        ("sweep-steps", "choice", "factors" if sweep.factors else "distances"),
        ("sweep-run", "text", "Stop" if sweep.sweeping else "Sweep"),
        ("sweep-complaint", "text", sweep.sweep_complaint),
        ("sweep-progress", "text", _progress(state)),
        ("sweep-there", "hidden", not points),
        ("sweep-scores", "html", _picture(state, [value for value, _ in scores], float(most), "Rows right")),
        (
            "sweep-errors",
            "html",
            _picture(state, [value for value, _ in errors], _largest(errors), "Mean absolute error"),
        ),
        ("sweep-told", "text", sweep.sweep_told if is_current else ""),
        ("sweep-list", "html", "".join([f"<li>{escaped(words)}</li>" for _, words in points])),
    ]


def _progress(state: State) -> str:
    sweep = state.sweep
    if not sweep.sweeping:
        return ""
    done = f"{len(sweep.points)} of {len(sweep.sweep_values) or '…'} values are done."
    return f"{done} {how_far(state, POINT)}".rstrip()


def _largest(errors: list) -> float:
    known = [error for error, _ in errors if 0.0 <= error < INFINITE]
    return max(known + [0.0]) or 1.0


def _picture(state: State, numbers: list, most: float, name: str) -> str:
    """A point for every value, in order and evenly apart, joined; what is no number has none."""
    values = state.sweep.sweep_values
    if not numbers or len(values) < 2:
        return ""
    across = [LEFT + (RIGHT - LEFT) * place / (len(values) - 1) for place in range(len(values))]
    shown = [
        (x, BOTTOM - (BOTTOM - TOP) * number / most, number) for x, number in zip(across, numbers) if number <= most
    ]
    path = " ".join([f"{x:.1f},{y:.1f}" for x, y, _ in shown])
    parts = [
        f'<path class="axis" d="M{LEFT:g} {TOP:g} V{BOTTOM:g} H{RIGHT:g}"/>',
        f'<text class="end" x="{LEFT - 10:g}" y="{TOP + 5:g}">{most:.4g}</text>',
        f'<text class="end" x="{LEFT - 10:g}" y="{BOTTOM:g}">0</text>',
        f'<text class="middle" x="{(LEFT + RIGHT) / 2:g}" y="{TOP - 8:g}">{name}</text>',
        f'<polyline points="{path}"/>',
    ]
    parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4"/>' for x, y, _ in shown]
    step = -(-len(values) // MOST_TICKS)
    for place in range(0, len(values), step):
        # Where letters are large, only the ends have room for their numbers.
        kind = "middle" if place in (0, len(values) - 1) else "middle between"
        parts.append(
            f'<text class="{kind}" x="{across[place]:.1f}" y="{BOTTOM + 22:g}">{with_minus(values[place])}</text>'
        )
    middle = (LEFT + RIGHT) / 2
    parts.append(f'<text class="middle" x="{middle:g}" y="{BOTTOM + 46:g}">{NAMES[state.sweep.swept]}</text>')
    return "".join(parts)
