"""What the neuron makes of any two inputs, or its curve over the only one. All places are shares of the axes."""

from collections.abc import Sequence

from perceptron.aspects import CLASS, MAP_SIDE, MAP_STEPS, MOST_POINTS, MOST_WORDS
from perceptron.criteria import Nearer
from perceptron.experiment import Run
from perceptron.findings.answer import Span
from perceptron.findings.contours import contours
from perceptron.findings.grid import Axis, grid, line, quantities_of
from perceptron.findings.plane import Plane, height_of, plane_of, reading_at
from perceptron.findings.points import Points, of_its_place, place_of, points_of
from perceptron.findings.spans import target_span, ticks, trained_span
from perceptron.numerals import with_minus
from perceptron.task import Task
from perceptron.words.numbers import decimals_of, evenly, in_words
from perceptron.words.plane import (
    drawn_in_words,
    listed_in_words,
    point_in_words,
    quantity_in_words,
    reading_in_words,
    side_in_words,
    spread_in_words,
)
from perceptron.words.questions import value_in_words
from web.worker.reports.look import Look, Shown

ROUNDED = 4
AXES = 2
# Those over which the lines of equal predictions are drawn.
WITH_CONTOURS = ("prediction", CLASS)


def report(run: Run, look: Look, seen: Shown) -> dict[str, object]:
    """All quantities at the cursor."""
    across, up = look.cursor
    reading = reading_at(seen.neuron, run.task, _plane(run.task, look), across, up, MAP_STEPS)
    return {"reading": reading_in_words(run.task, reading)}


def ground(run: Run, look: Look, seen: Shown) -> dict[str, object]:
    """The picture: the values of the chosen quantity, row by row from the top, or the curve; the rows, and the axes."""
    task, plane = run.task, _plane(run.task, look)
    points = points_of(seen.neuron, task, MOST_POINTS)
    # While a pointer drags a row, nobody reads a list that would be another in every frame.
    listed = () if _ends_kept(look) else points.drawn[:MOST_WORDS]
    names = task.data.input_names
    told: dict[str, object] = {
        "names": list(names),
        "held": [with_minus(value_in_words(task.data, value)) for value in plane.held],
        "positions": list(plane.positions),
        "note": " ".join(filter(None, (drawn_in_words(points), spread_in_words(of_its_place(points, plane))))),
        "words": [point_in_words(task, point) for point in listed],
        "words_note": listed_in_words(len(listed), len(points.drawn)),
    }
    picture = _map(run, look, seen, plane) if plane.up else _curve(run, look, seen, plane)
    height = plane.up or picture.pop("height")
    assert isinstance(height, Axis)
    axes = [_axis(plane.across, names[plane.across.position])]
    axes.append(_axis(height, names[height.position] if plane.up else task.data.target_name))
    shares = _shares(points, plane, height)
    rows = {
        "points": _by_kind(points, shares),
        "handles": _handles(points, shares),
        "gripped": _gripped(points, task, look),
        # Where a row is moved: the columns of the data, and from where to where they go, to the last digit.
        "columns": [plane.across.position, plane.up.position if plane.up else task.data.inputs],
        "ends": [repr(end) for axis in (plane.across, height) for end in (axis.least, axis.most)],
    }
    return {**told, **picture, "axes": axes, **rows}


def _plane(task: Task, look: Look) -> Plane:
    held = [float(text) if text else None for text in look.held]
    return plane_of(task, look.across, look.up, held, _ends_kept(look))


def _ends_kept(look: Look) -> tuple[Span, ...]:
    """The ends of both axes while a pointer holds a row; none else."""
    if len(look.grip) < 1 + AXES * 2:
        return ()
    least_across, most_across, least_up, most_up = map(float, look.grip[1:])
    return Span(least_across, most_across), Span(least_up, most_up)


def _map(run: Run, look: Look, seen: Shown, plane: Plane) -> dict[str, object]:
    task = run.task
    known = quantities_of(task)
    quantity = look.quantity if look.quantity in known else known[0]
    assert plane.up
    values: Sequence[float] = grid(seen.neuron, task, quantity, MAP_SIDE, plane.across, plane.up, plane.held)
    least, most = target_span(task.data)
    colours = Axis(-1, least, most)
    if (least, most) != (0.0, 1.0):  # there each value is its own share
        if quantity == "error":
            values = list(map(colours.part, values))
        elif quantity in ("prediction", "true value"):
            values = list(map(colours.share, values))
    has_lines = quantity in WITH_CONTOURS and seen.neuron.answers_by_activation
    lines = contours(seen.neuron, task, plane) if has_lines else ()
    decimals = decimals_of([line.level for line in lines if line.level is not None]) if lines else 0
    return {
        "kind": "map",
        "quantity": quantity,
        "quantities": [[name, quantity_in_words(task, name)] for name in known],
        "values": [round(value, ROUNDED) for value in values],
        "scale": _scale(task, quantity, Span(least, most)),
        "contours": [
            [*line.start, *line.end, "" if line.level is None else in_words(line.level, decimals), line.decides]
            for line in lines
        ],
    }


def _curve(run: Run, look: Look, seen: Shown, plane: Plane) -> dict[str, object]:
    """The answers over the only input, and where it was trained."""
    task, across = run.task, plane.across
    answers = list(line(seen.neuron, task, "prediction", MAP_SIDE, across, plane.held))
    kept = _ends_kept(look)
    height = Axis(-1, *kept[1]) if kept else height_of(task, answers)
    return {
        "kind": "curve",
        "quantity": "prediction",
        "quantities": [["prediction", quantity_in_words(task, "prediction")]],
        "curve": [[step / MAP_STEPS, height.share(answer)] for step, answer in enumerate(answers)],
        "trained": [across.share(end) for end in trained_span(task.data, 0)],
        "height": height,
    }


def _scale(task: Task, quantity: str, span: Span) -> list[str]:
    """What the ends of the colours mean."""
    if quantity == CLASS and isinstance(task.criterion, Nearer):
        return [side_in_words(task, target) for target in task.criterion]
    if quantity == "error":
        return evenly([span.most / 2.0 - span.least / 2.0])
    return evenly(span)


def _axis(axis: Axis, name: str) -> dict[str, object]:
    marks = ticks(Span(axis.least, axis.most))
    return {"name": name, "ticks": [[axis.share(mark), text] for mark, text in zip(marks, evenly(marks), strict=True)]}


def _shares(points: Points, plane: Plane, height: Axis) -> list[list[float]]:
    """Where each drawn row is along both axes; and which one it is of the rows at its place, and of how many."""
    spread = of_its_place(points, plane)
    found = []
    for point, (number, count) in zip(points.drawn, spread, strict=True):
        x, y = place_of(point, plane)
        found.append([round(plane.across.share(x), ROUNDED), round(height.share(y), ROUNDED), number, count])
    return found


def _by_kind(points: Points, shares: list[list[float]]) -> dict[str, list[list[float]]]:
    """The same by what the rows are for and whether they are right."""
    kinds: dict[str, list[list[float]]] = {
        f"{use} {verdict}": [] for use in ("training", "test") for verdict in ("right", "wrong")
    }
    for point, share in zip(points.drawn, shares, strict=True):
        kinds[f"{'test' if point.is_test else 'training'} {'right' if point.right else 'wrong'}"].append(share)
    return kinds


def _handles(points: Points, shares: list[list[float]]) -> list[list[float]]:
    """The training rows that a hand can take hold of: the number of each, from 0, and where it is."""
    return [[point.number, *share] for point, share in zip(points.drawn, shares, strict=True) if not point.is_test]


def _gripped(points: Points, task: Task, look: Look) -> str:
    """The row that a hand holds, in words; nothing where it holds none."""
    held = [point for point in points.drawn if not point.is_test and list(look.grip[:1]) == [point.number]]
    return point_in_words(task, held[0]) if held else ""
