"""Two runs side by side: their drawings and maps at one moment, and the same as tables and sentences."""

from perceptron.aspects import PAIR_STEPS
from web.page.geometry import CURVE_ACROSS, MAP_ACROSS, frame, tube_width
from web.page.markup import escaped
from web.page.pairs import choosable, pair_of
from web.page.runs import PAIR, KeptRun
from web.page.state import State
from web.page.views.map import picture
from web.page.views.runs import called, how_far, sample

NAMES = ("left", "right")
MOMENT = "{:.0f} % of the way from each run’s start to its own end: {}."
WAITING = "Python computes them."
ONLY_CHANGED = "There are many test rows. Here are the first of those that only one run gets right."
# The drawing of a neuron, in drawing units.
ACROSS, MOST_UP = 340.0, 250.0
INPUT_X, BODY_X, BODY, OUTPUT_X = 118.0, 252.0, 26.0, 326.0
ROOM, BIAS_ROOM, APART = 50.0, 8.0, 44.0  # around the tubes, below the body, and between two tubes
NARROW = 0.5  # how wide tubes are drawn beside those of the large drawing


def view(state: State) -> list:
    """The writes for it; none while another tab is open."""
    if state.look.tab != "runs":
        return []
    runs, pair = pair_of(state), state.pair
    is_open = bool(pair.pair_open and runs)
    writes: list = [
        ("pair-place", "hidden", not runs),
        ("pair-switch", "aria-expanded", "true" if is_open else "false"),
        ("pair", "hidden", not is_open),
    ]
    if not is_open:
        return writes
    told = pair.pair_told
    sides = told.get("sides", [])
    there = [f"epoch {side['epoch']:,} of run {run.letter}" for run, side in zip(runs, sides)]
    moment = MOMENT.format(100 * pair.pair_step / PAIR_STEPS, " and ".join(there)) if sides else WAITING
    writes += [
        ("pair-step", "value", str(pair.pair_step)),
        ("pair-step", "aria-valuetext", moment),
        ("pair-moment", "text", how_far(state, PAIR) or moment),
        ("pair-complaint", "text", told.get("complaint", "")),
        ("pair-changes", "text", told.get("sentence", "")),
        ("pair-there", "hidden", not sides),
    ]
    for name, run in zip(NAMES, runs):
        writes += [
            (f"pair-{name}", "html", "".join([_option(other, state) for other in choosable(state)])),
            (f"pair-{name}", "choice", run.letter),
        ]
    return writes + (_told(runs, told) if sides else [])


def _option(run: KeptRun, state: State) -> str:
    return f'<option value="{run.letter}">{run.letter}: {escaped(called(run, state))}</option>'


def _told(runs: tuple, told: dict) -> list:
    writes: list = []
    for name, run, side in zip(NAMES, runs, told["sides"]):
        ground = side["ground"]
        is_curve = ground["kind"] == "curve"
        across = CURVE_ACROSS if is_curve else MAP_ACROSS
        writes += [
            (f"pair-{name}-where", "html", f"{sample(run.letter)} {_where(run, side)}"),
            (f"pair-{name}-drawing", "viewBox", f"0 0 {ACROSS:g} {height(len(side['weights'])):g}"),
            (f"pair-{name}-drawing", "html", drawing(side)),
            (f"pair-{name}-drawing", "aria-label", _sentence(run, side)),
            (f"pair-{name}-map-place", "class", "map-place wide" if is_curve else "map-place"),
            (f"pair-{name}-map", "viewBox", " ".join([f"{number:g}" for number in frame(across)])),
            (f"pair-{name}-map", "html", picture(ground, across)),
            (f"pair-{name}-map", "aria-label", f"What run {run.letter} answers to all inputs, and the rows"),
        ]
    left, right = [run.letter for run in runs]
    heads = f'<th scope="col">Run {left}</th><th scope="col">Run {right}</th>'
    rows = told["rows"]
    return writes + [
        ("pair-head", "html", f'<tr><th scope="col">Number</th>{heads}</tr>'),
        ("pair-numbers", "html", "".join([_row(name, cells) for name, cells in _numbers(told["sides"])])),
        ("pair-rows-place", "hidden", not rows),
        ("pair-rows-note", "text", "" if told["are_all"] else ONLY_CHANGED),
        (
            "pair-rows-head",
            "html",
            f'<tr><th scope="col">Test row</th><th scope="col">Target</th>{heads}<th scope="col">Right</th></tr>',
        ),
        ("pair-rows", "html", "".join([_test_row(row, left, right) for row in rows])),
    ]


def _where(run: KeptRun, side: dict) -> str:
    row = f", row {side['row']:,}" if side["row"] else ""
    return f"Run {run.letter} at epoch {side['epoch']:,}{row} of {side['end']:,}: {_score(side)}"


def _score(side: dict) -> str:
    return f"{side['right']:,} of {side['total']:,} test rows right"


def _sentence(run: KeptRun, side: dict) -> str:
    """What the drawing shows."""
    numbers = [f"weight {number} is {text}" for number, text in enumerate(side["weights_written"], 1)]
    if side["bias_written"]:
        numbers.append(f"the bias is {side['bias_written']}")
    return f"Run {run.letter}: {', '.join(numbers)}."


def _numbers(sides: list) -> list:
    """The rows of the table; what one of the two neurons does not have is a dash."""
    rows = [
        ("Epoch", [f"{side['epoch']:,}" for side in sides]),
        ("Test rows right", [f"{side['right']:,} of {side['total']:,}" for side in sides]),
        ("Mean absolute error", [side["error"] for side in sides]),
    ]
    for place in range(max([len(side["weights_written"]) for side in sides])):
        rows.append((f"Weight {place + 1}", ["".join(side["weights_written"][place : place + 1]) for side in sides]))
    return rows + [("Bias", [side["bias_written"] for side in sides])]


def _row(name: str, cells: list) -> str:
    return f'<tr><th scope="row">{name}</th>' + "".join([f"<td>{cell or '–'}</td>" for cell in cells]) + "</tr>"


def _test_row(row: list, left: str, right: str) -> str:
    """A row, with the word for who gets it right; where only one does, it is bold."""
    question, target, one, is_right, other, other_is_right = row
    words = {
        (True, True): "both",
        (False, False): "none",
        (True, False): f"only {left}",
        (False, True): f"only {right}",
    }
    bold = ' class="bold"' if is_right != other_is_right else ""
    cells = "".join([f"<td>{escaped(cell)}</td>" for cell in (target, one, other, words[is_right, other_is_right])])
    return f'<tr{bold}><th scope="row">{escaped(question)}</th>{cells}</tr>'


def height(count: int) -> float:
    """How high the drawing of a neuron with so many inputs is."""
    return min(MOST_UP, max(100.0, APART * count + ROOM))


def drawing(side: dict) -> str:
    """The neuron: a tube for each weight, as thick as in the large drawing, with its number, and the bias below."""
    parts, count = [], len(side["weights"])
    up = height(count)
    middle, apart = up / 2 - BIAS_ROOM, (up - ROOM) / count
    for place, weight in enumerate(side["weights"]):
        y = middle + apart * (place - (count - 1) / 2)
        kind = "negative" if weight < 0 else "positive"
        width = min(NARROW * tube_width(weight), 0.8 * apart)
        parts.append(
            f'<path class="tube {kind}" stroke-width="{width:.2f}" d="M{INPUT_X:g} {y:.1f} L{BODY_X:g} {middle:g}"/>'
            f'<text class="end" x="{INPUT_X - 6:g}" y="{y + 4:.1f}">{escaped(side["weights_written"][place])}</text>'
        )
    parts.append(f'<circle class="body" cx="{BODY_X:g}" cy="{middle:g}" r="{BODY:g}"/>')
    parts.append(f'<path class="wire" d="M{BODY_X + BODY:g} {middle:g} H{OUTPUT_X:g}"/>')
    if side["bias_written"]:
        below = middle + BODY + 18
        parts.append(f'<text class="middle" x="{BODY_X:g}" y="{below:g}">bias {escaped(side["bias_written"])}</text>')
    return "".join(parts)
