"""The colours of the map: for each quantity a row of colours, and which of them a value gets.

A colour is a whole number as a canvas of little-endian pixels wants it: alpha, blue, green, red.
"""

from perceptron.aspects import CLASS

PAPER, DEEP = (250, 246, 232), (38, 66, 160)
TOO_LOW, TOO_HIGH = (186, 84, 20), DEEP
LOW, HIGH = (244, 226, 190), (150, 176, 226)
RIGHT, WRONG, WRONG_TOO = (160, 216, 184), (150, 40, 26), (224, 150, 136)
# What the style sheet calls them in the legend; the build tells it.
TOKENS = {
    "--map-paper": PAPER,
    "--map-deep": DEEP,
    "--map-too-low": TOO_LOW,
    "--map-too-high": TOO_HIGH,
    "--map-low": LOW,
    "--map-high": HIGH,
    "--map-right": RIGHT,
    "--map-wrong": WRONG,
    "--map-wrong-too": WRONG_TOO,
}
SHADES = 101
# The canvases that these colours fill: of the tab “Map”, and of two runs side by side.
GROUNDS = ("map-canvas", "pair-left-canvas", "pair-right-canvas")


def colour(red: int, green: int, blue: int) -> int:
    """One pixel, without transparency."""
    return (255 << 24) | (blue << 16) | (green << 8) | red


def shades(start: tuple, end: tuple, count: int) -> list:
    """Evenly from one colour to another."""
    steps = count - 1
    return [colour(*[int(a + (b - a) * step / steps + 0.5) for a, b in zip(start, end)]) for step in range(count)]


# A prediction is 0 at the light end and 1 at the deep one; an error is -0.5 where it is too high, 0.5 where too low.
_SUMS = shades(PAPER, DEEP, SHADES)
_ERRORS = shades(TOO_HIGH, PAPER, SHADES // 2 + 1)[:-1] + shades(PAPER, TOO_LOW, SHADES // 2 + 1)
_CHECKED = (colour(*WRONG), colour(*WRONG_TOO))
_RIGHT = colour(*RIGHT)
_CLASSES = shades(LOW, HIGH, 3)
_LAST = SHADES - 1


def pixels(values: list, quantity: str, side: int) -> list:
    """One colour for each value; wrong places are chequered, so that they differ by more than their colour."""
    if quantity == "right":
        return [
            _RIGHT if value else _CHECKED[(number % side + number // side) % 2] for number, value in enumerate(values)
        ]
    if quantity == CLASS:
        return [_CLASSES[int(2 * value)] for value in values]
    if quantity == "error":
        return [_ERRORS[max(0, min(_LAST, int(50 + 100 * value)))] for value in values]
    return [_SUMS[max(0, min(_LAST, int(100 * value)))] for value in values]
