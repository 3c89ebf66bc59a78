"""The map: axes, rows, lines of equal predictions, cursor, legend and reading. Its ground is web.browser.canvas's.

With one input it is the curve of the answers, drawn here alone.
"""

from perceptron.aspects import MAP_STEPS
from web.page.geometry import CURVE_ACROSS, MAP_ACROSS, MAP_UP, around, frame, map_place
from web.page.markup import escaped
from web.page.state import State
from web.page.update.form import held_field
from web.page.update.grip import handles_of

# Of each quantity, with the words at the ends of its colours.
LEGENDS = {
    "prediction": '{0} or less <span class="ramp sums"></span> {1} or more',
    "true value": '{0} or less <span class="ramp sums"></span> {1} or more',
    "error": 'too high by {0} or more <span class="ramp errors"></span> too low by {0} or more',
    "right": '<span class="ramp yes"></span> right <span class="ramp no"></span> wrong (chequered)',
    "class": '<span class="ramp low"></span> {0} <span class="ramp high"></span> {1}',
}
CURVE_LEGEND = (
    '<svg class="key" viewBox="0 0 12 8" aria-hidden="true"><path class="curve" d="M0 6 L12 2"/></svg> the neuron’s '
    'answer <svg class="key" viewBox="0 0 12 8" aria-hidden="true"><rect class="trained" width="12" height="8"/></svg> '
    "inputs that training had"
)
LINES = "The lines join equal predictions."
DECIDES = "At the thick line the answer changes sides."
KINDS = (
    ("test right", "test row, right"),
    ("test wrong", "test row, wrong"),
    ("training right", "training row, right"),
    ("training wrong", "training row, wrong"),
)
# Half the size of a row's mark, in drawing units: test rows are larger.
SIZES = {"test": 1.5, "training": 1.05}
TICK = 1.6
# Around a training row: half the size of the place where a pointer takes hold of it, at least 24 pixels wide also on a
# phone; and of the ring while one is held.
GRIP, RING = 5.5, 3.4
MOVABLE = "Live: drag a training row, or press Enter here to move the nearest one by arrow keys."
HELD_BY_KEYS = "Arrow keys move it, with Shift ten times as far. Enter lets go, Escape puts it back."
HELD_BY_POINTER = "Escape puts it back."
# Where the number of a line stands along it, and the room that it takes.
ALONG_A_LINE, WIDE, HIGH = 0.9, 9.0, 5.0


def view(state: State) -> list:
    """The writes for the panel; none while another tab is open."""
    panel, ground = state.panel_of("map"), state.said.ground
    if not panel or not ground:
        return []
    is_curve = ground["kind"] == "curve"
    names, positions = ground["names"], ground["positions"]
    across = CURVE_ACROSS if is_curve else MAP_ACROSS
    box = " ".join([f"{number:g}" for number in frame(across)])
    writes = [
        ("map-place", "class", _class(state, is_curve)),
        ("map-place", "aria-label", _label(ground)),
        ("map-rows", "viewBox", box),
        ("map-rows", "html", picture(ground, across)),
        ("map-cursor", "viewBox", box),
        ("map-cursor", "html", _cursor(state, ground) + _grip(state, ground)),
        ("map-handles", "viewBox", box),
        ("map-handles", "html", _handles(state, ground)),
        ("map-hand", "hidden", not state.live.live),
        ("map-hand", "text", _hand(state, ground)),
        ("map-show", "hidden", is_curve),
        ("quantity", "html", _options(ground["quantities"])),
        ("quantity", "choice", ground["quantity"]),
        ("map-axes", "hidden", len(names) < 3),
        ("map-legend", "html", _legend(ground)),
        ("map-key", "html", _key(ground)),
        ("map-reading", "text", panel["reading"]),
        ("map-reading", "aria-live", state.voice),
        ("map-note", "text", _note(ground)),
    ]
    if ground["words"]:
        writes += [
            ("map-list", "html", "".join([f"<li>{escaped(words)}</li>" for words in ground["words"]])),
            ("map-list-note", "text", ground["words_note"]),
        ]
    for axis, position in zip(("map-across", "map-up"), positions):
        writes += [
            (axis, "html", _options(list(zip(map(str, range(len(names))), names)))),
            (axis, "choice", str(position)),
        ]
    return writes + _held(state, ground)


def picture(ground: dict, across: float) -> str:
    """All that is drawn on the map's ground, or the curve."""
    if ground["kind"] == "curve":
        return _axes(ground, across) + _curve(ground) + _rows(ground)
    return _axes(ground, across) + _lines(ground) + _rows(ground) + _levels(ground)


def _class(state: State, is_curve: bool) -> str:
    return "map-place" + (" wide" if is_curve else "") + (" gripped" if state.look.grip else "")


def _handles(state: State, ground: dict) -> str:
    """While Live is on, a place around each training row where a pointer takes hold of it.

    They stay while one is held, for browsers lose a finger whose element is gone.
    """
    handles = state.live.gripped["handles"] if state.live.gripped else handles_of(state)
    circles = [f'<circle class="handle" cx="{x:.2f}" cy="{y:.2f}" r="{GRIP}"/>' for x, y in _inside(handles, ground)]
    return "".join(circles)


def _inside(handles: list, ground: dict) -> list:
    """Where the rows are drawn that are within the picture."""
    return [_place(handle[1:], ground) for handle in handles if 0 <= min(handle[1:3]) <= max(handle[1:3]) <= 1]


def _grip(state: State, ground: dict) -> str:
    """A ring around the row that is held."""
    held = [handle for handle in ground["handles"] if (handle[0],) == state.look.grip[:1]]
    return "".join(
        [
            f'<circle class="grip under" cx="{x:.2f}" cy="{y:.2f}" r="{RING}"/>'
            f'<circle class="grip" cx="{x:.2f}" cy="{y:.2f}" r="{RING}"/>'
            for x, y in _inside(held, ground)
        ]
    )


def _hand(state: State, ground: dict) -> str:
    """How a row is moved; while one is held, which one it is."""
    if not state.look.grip:
        return MOVABLE
    how = HELD_BY_POINTER if len(state.look.grip) > 1 else HELD_BY_KEYS
    return f"{ground['gripped']}. {how}" if ground["gripped"] else how


def _options(entries: list) -> str:
    return "".join([f'<option value="{escaped(value)}">{escaped(words)}</option>' for value, words in entries])


def _label(ground: dict) -> str:
    across, up = [axis["name"] for axis in ground["axes"]]
    if ground["kind"] == "curve":
        return f"Curve of {up} over {across}; the left and right arrow keys move the cursor"
    return f"Map of {across} and {up}; the arrow keys move the cursor"


def _held(state: State, ground: dict) -> list:
    """A field for each input that is no axis."""
    names, positions = ground["names"], ground["positions"]
    others = [position for position in range(len(names)) if position not in positions]
    fields = "".join(
        [
            f'<div class="field"><label for="{held_field(i)}">{escaped(names[i])}</label>'
            f'<input id="{held_field(i)}" data-position="{i}" type="text" inputmode="decimal" autocomplete="off" '
            f'aria-describedby="map-held-complaint"></div>'
            for i in others
        ]
    )
    complaints, refused = state.form.complaints, state.form.refused
    told = [complaints[held_field(i)] for i in others if held_field(i) in complaints]
    writes = [
        ("map-others", "hidden", not others),
        ("map-held", "html", fields),
        ("map-held-complaint", "text", " ".join(told)),
    ]
    for i in others:
        name, chosen = held_field(i), state.look.held[i] if len(state.look.held) == len(names) else ""
        writes += [
            (name, "value", refused.get(name, chosen or ground["held"][i])),
            (name, "aria-invalid", "true" if name in complaints else None),
        ]
    return writes


def _legend(ground: dict) -> str:
    if ground["kind"] == "curve":
        return CURVE_LEGEND
    return LEGENDS[ground["quantity"]].format(*[escaped(words) for words in ground["scale"]])


def _key(ground: dict) -> str:
    """The marks that are there, and what they mean."""
    parts = []
    for kind, words in KINDS:
        if ground["points"][kind]:
            box = '<svg class="key" viewBox="-2.4 -2.4 4.8 4.8" aria-hidden="true">'
            parts.append(f"<span>{box}{_marks(kind, [(0.0, 0.0)])}</svg> {words}</span>")
    return "".join(parts)


def _note(ground: dict) -> str:
    """What the lines are, and how many rows are not drawn."""
    lines = ground.get("contours", [])
    numbered, deciding = [line for line in lines if line[4]], [line for line in lines if line[5]]
    words = (LINES if numbered else "", DECIDES if deciding else "", ground["note"])
    return " ".join([part for part in words if part])


def _x(share: float, ground: dict) -> float:
    """Where a share of the axis across lies: on a map, between the middles of its first and its last cell."""
    return share * CURVE_ACROSS if ground["kind"] == "curve" else map_place(share)


def _y(share: float, ground: dict) -> float:
    return MAP_UP * (1 - share) if ground["kind"] == "curve" else MAP_UP - map_place(share)


def _axes(ground: dict, across: float) -> str:
    """The frame, and at each tick a number."""
    parts = [f'<rect class="frame" width="{across:g}" height="{MAP_UP:g}"/>']
    along, up = ground["axes"]
    for share, text in along["ticks"]:
        x = _x(share, ground)
        parts.append(f'<path class="axis" d="M{x:.2f} {MAP_UP:g} v{TICK}"/>')
        parts.append(f'<text class="middle" x="{x:.2f}" y="{MAP_UP + 6:g}">{text}</text>')
    for share, text in up["ticks"]:
        y = _y(share, ground)
        parts.append(f'<path class="axis" d="M0 {y:.2f} h{-TICK}"/>')
        parts.append(f'<text class="end" x="-2.6" y="{y + 1.2:.2f}">{text}</text>')
    parts.append(f'<text class="name middle" x="{across / 2:g}" y="{MAP_UP + 12.5:g}">{escaped(along["name"])}</text>')
    parts.append(f'<text class="name" x="-2" y="-4">{escaped(up["name"])}</text>')
    return "".join(parts)


def _lines(ground: dict) -> str:
    """The lines of equal predictions."""
    lines = []
    for x1, y1, x2, y2, _, decides in ground["contours"]:
        ends = f"M{_x(x1, ground):.2f} {_y(y1, ground):.2f} L{_x(x2, ground):.2f} {_y(y2, ground):.2f}"
        kind = "contour decides" if decides else "contour"
        lines.append(f'<path class="{kind} under" d="{ends}"/><path class="{kind}" d="{ends}"/>')
    return "".join(lines)


def _levels(ground: dict) -> str:
    """The numbers of the lines, on top of the rows, where they do not hide each other."""
    numbers: list = []
    places: list = []
    for x1, y1, x2, y2, text, _ in ground["contours"]:
        x, y = [start + (end - start) * ALONG_A_LINE for start, end in ((x1, x2), (y1, y2))]
        place = _x(x, ground), _y(y, ground)
        if text and all(abs(place[0] - x) > WIDE or abs(place[1] - y) > HIGH for x, y in places):
            places.append(place)
            numbers.append(f'<text class="level middle" x="{place[0]:.2f}" y="{place[1] + 1:.2f}">{text}</text>')
    return "".join(numbers)


def _curve(ground: dict) -> str:
    """The range of the training inputs, and the answers; what leaves the picture is cut off."""
    start, end = [CURVE_ACROSS * share for share in ground["trained"]]
    parts = [f'<rect class="trained" x="{start:.2f}" width="{end - start:.2f}" height="{MAP_UP:g}"/>']
    piece: list = []
    for x, y in ground["curve"] + [(0.0, -1.0)]:
        if 0 <= y <= 1:
            piece.append(f"{_x(x, ground):.2f},{_y(y, ground):.2f}")
        elif piece:
            parts.append(f'<polyline class="curve" points="{" ".join(piece)}"/>')
            piece = []
    return "".join(parts)


def _rows(ground: dict) -> str:
    parts = []
    # The rows that tell more come last, so that they lie on top.
    for kind in ("training right", "training wrong", "test right", "test wrong"):
        inside = [point for point in ground["points"][kind] if 0 <= min(point[:2]) <= max(point[:2]) <= 1]
        places = [_place(point, ground) for point in inside]
        if places:
            parts.append(_marks(kind, places))
    return "".join(parts)


def _place(point: list, ground: dict) -> tuple:
    """Where a row is drawn: at its place, or around it if it is not alone there."""
    x, y, number, count = point
    across, down = around(number, count)
    return _x(x, ground) + across, _y(y, ground) + down


def _marks(kind: str, places: list) -> str:
    """All rows of a kind as one shape, a circle where right and a cross where wrong, twice: the lower is its halo."""
    use, verdict = kind.split(" ")
    r = SIZES[use]
    if verdict == "right":
        shape = f"m{-r:g} 0 a{r:g} {r:g} 0 1 0 {2 * r:g} 0 a{r:g} {r:g} 0 1 0 {-2 * r:g} 0"
    else:
        shape = f"m{-r:g} {-r:g} l{2 * r:g} {2 * r:g} m0 {-2 * r:g} l{-2 * r:g} {2 * r:g}"
    path = "".join([f"M{x:.2f} {y:.2f} {shape}" for x, y in places])
    return f'<path class="point {kind} under" d="{path}"/><path class="point {kind}" d="{path}"/>'


def _cursor(state: State, ground: dict) -> str:
    """Two lines that cross; on the curve they cross on it."""
    step_across, step_up = state.look.cursor
    x = _x(step_across / MAP_STEPS, ground)
    if ground["kind"] == "curve":
        height = ground["curve"][step_across][1]
        y = _y(max(0.0, min(height, 1.0)), ground)
    else:
        y = _y(step_up / MAP_STEPS, ground)
    end = CURVE_ACROSS if ground["kind"] == "curve" else MAP_ACROSS
    lines = f"M{x:.2f} 0 V{MAP_UP:g} M0 {y:.2f} H{end:g}"
    return f'<path class="cursor under" d="{lines}"/><path class="cursor" d="{lines}"/>'
