"""Where the labels of lines stand in a picture: each on its own line, and none over another.

MicroPython reads it too, for the pictures that the page draws itself.
"""

TYPE_CHECKING = False  # MicroPython has no typing module
if TYPE_CHECKING:
    from collections.abc import Sequence

    Place = tuple[float, float]  # x and y

# Along its line, in shares of it: where a label is tried, the middle first.
SHARES = (0.5, 0.62, 0.38, 0.74, 0.26, 0.86, 0.14, 0.94, 0.06)


def label_places(lines: "Sequence[tuple[float, Sequence[Place]]]", half_heights: float) -> "list[Place | None]":
    """For each line where its label stands; None where no place is free.

    A line is half of the width of its label, and the places to try, best first.
    """
    taken: list[tuple[Place, float]] = []
    places: list[Place | None] = []
    for half_width, tries in lines:
        free = [place for place in tries if not any(_touch(place, half_width, half_heights, one) for one in taken)]
        places.append(free[0] if free else None)
        if free:
            taken.append((free[0], half_width))
    return places


def _touch(place: "Place", half_width: float, half_heights: float, other: "tuple[Place, float]") -> bool:
    (x, y), width = other
    return abs(place[0] - x) < half_width + width and abs(place[1] - y) < 2 * half_heights
