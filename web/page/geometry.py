"""How large, how wide, how far turned, and where: the pure arithmetic of the drawings."""

import math

from perceptron.aspects import MAP_SIDE, MAP_STEPS

THINNEST_TUBE = 1.5
WIDEST_TUBE = 26.0
MOST_WEIGHT = 1000.0  # and more: its tube is the widest
TUBE_STEEPNESS = 4.0  # how soon small weights are told apart
KNOB_SWEEP = 135.0
KNOB_HALFWAY = 2.0

# The plot of the activation, in drawing units.
PLOT_LEFT, PLOT_RIGHT, PLOT_TOP, PLOT_BOTTOM = 64.0, 640.0, 26.0, 330.0
PLOT_WIDTH = 720.0  # of the whole picture, as in index.html
INFINITE = float("inf")
# Of an upright axis: the pixels between two of its numbers at least, and at most so many spaces between all of them.
CLOSEST_TICKS, MOST_SPACES = 56.0, 5.5
FEW_DECADES, MANY_DECADES = 3, 9
TANGENT_REACH = 0.125  # to each side, as a share of the plot

# The strip of errors.
STRIP_LEFT, STRIP_RIGHT = 20.0, 540.0

# The map is a square of hundredths; the curve over one input is wider. Around them there is room for the axes.
MAP_ACROSS, CURVE_ACROSS, MAP_UP = 100.0, 170.0, 100.0
FRAME_LEFT, FRAME_RIGHT, FRAME_TOP, FRAME_BOTTOM = 16.0, 6.0, 9.0, 15.0
# Rows at one place of the map: how far they are apart, how far from it at most, and by which angle each is turned.
SEEDS_APART, MOST_AROUND = 2.2, 7.0
GOLDEN_ANGLE = math.pi * (3.0 - math.sqrt(5.0))


def tube_width(weight: float) -> float:
    """The width of a connection, in drawing units: it grows with the logarithm of the weight's size, up to a bound."""
    size = min(abs(weight), MOST_WEIGHT)
    part = math.log(1.0 + TUBE_STEEPNESS * size) / math.log(1.0 + TUBE_STEEPNESS * MOST_WEIGHT)
    return THINNEST_TUBE + (WIDEST_TUBE - THINNEST_TUBE) * part


def knob_angle(bias: float) -> float:
    """How far the bias knob is turned, in degrees: 0 points up, a bias of 2 is half of the way to the right."""
    return KNOB_SWEEP * (bias / (abs(bias) + KNOB_HALFWAY))  # a share first, because the product may overflow


def between(value: float, least: float, most: float) -> float:
    """The value, or the bound that it is beyond."""
    return max(least, min(value, most))


def share_of(value: float, span: tuple) -> float:
    """How far along a span a value lies, from 0 to 1; one beyond its ends lies on the end."""
    least, most = span
    if most - least < INFINITE:
        return between((value - least) / (most - least), 0.0, 1.0)
    # Halves, because the whole width is more than a float holds.
    return between((value / 2 - least / 2) / (most / 2 - least / 2), 0.0, 1.0)


def ticks_to(most: int, step: int) -> list:
    """Whole numbers from 0 in these steps up to the largest, which has one too: its neighbour’s place if need be."""
    ticks = [tick for tick in range(0, most, max(1, step)) if most - tick >= step / 2]
    return (ticks or [0]) + [most]


def between_ticks(length: float) -> float:
    """How far the numbers of an axis are apart at least, in pixels: far enough to read, and few on a long axis."""
    return max(CLOSEST_TICKS, length / MOST_SPACES)


def plot_x(weighted_sum: float, span: tuple) -> float:
    """Where a weighted sum lies across the activation's plot."""
    return PLOT_LEFT + share_of(weighted_sum, span) * (PLOT_RIGHT - PLOT_LEFT)


def plot_y(output: float, span: tuple) -> float:
    """How high an output lies in the activation's plot; SVG counts downwards."""
    return PLOT_BOTTOM - share_of(output, span) * (PLOT_BOTTOM - PLOT_TOP)


def tangent(weighted_sum: float, output: float, slope: float, across: tuple, up: tuple) -> tuple:
    """The ends of a piece of tangent, as x1, y1, x2, y2: cut where it leaves the plot of these spans."""
    at, height = between(weighted_sum, across[0], across[1]), between(output, up[0], up[1])
    reach = TANGENT_REACH * across[1] - TANGENT_REACH * across[0]  # in two parts, because the width may overflow
    left, right = min(reach, at - across[0]), min(reach, across[1] - at)
    if slope > 0:
        left = min(left, (height - up[0]) / slope)
        right = min(right, (up[1] - height) / slope)
    ends = (at - left, height - left * slope), (at + right, height + right * slope)
    (x1, y1), (x2, y2) = [(plot_x(x, across), plot_y(y, up)) for x, y in ends]
    return x1, y1, x2, y2


def around(number: int, count: int) -> tuple:
    """How far across and down from its place a row is drawn that is one of so many there: as seeds in a sunflower."""
    if count == 1:
        return 0.0, 0.0
    apart = min(SEEDS_APART, MOST_AROUND / math.sqrt(count))
    distance, turn = apart * math.sqrt(number + 0.5), number * GOLDEN_ANGLE
    return distance * math.cos(turn), distance * math.sin(turn)


def frame(across: float) -> tuple:
    """The drawing around a map or curve that is so wide, as left, top, width and height."""
    return (
        -FRAME_LEFT, -FRAME_TOP, FRAME_LEFT + across + FRAME_RIGHT, FRAME_TOP + MAP_UP + FRAME_BOTTOM
    )  # fmt: skip


def part_across(part: float, across: float) -> float:
    """The part of a map's or a curve's width at this part of the width of the drawing around it."""
    return float((part * frame(across)[2] - FRAME_LEFT) / across)


def part_up(part: float) -> float:
    """The part of a map's or a curve's height at this part of the drawing around it; both count downwards."""
    return float((part * frame(MAP_ACROSS)[3] - FRAME_TOP) / MAP_UP)


def map_place(value: float) -> float:
    """Where a number from 0 to 1 lies along the map, in hundredths: the middle of its cell."""
    return 100.0 * (value * MAP_STEPS + 0.5) / MAP_SIDE


def axis_share(part: float) -> float:
    """The share of an axis at this part of the map's width or height: between the middles of its first and last cell.

    It is below 0 or above 1 beyond them.
    """
    return (part * MAP_SIDE - 0.5) / MAP_STEPS


def map_step(part: float) -> int:
    """The step of the map's grid at this part of its width, 0 at its start and 1 at its end."""
    return int(between(part * MAP_SIDE, 0, MAP_STEPS))


def curve_step(part: float) -> int:
    """The step of the cursor at this part of the curve's width, 0 at its start and 1 at its end."""
    return int(between(part, 0.0, 1.0) * MAP_STEPS + 0.5)


def strip_x(share: float) -> float:
    """Where an error lies along the strip, as a share of its length; one beyond its end lies on the end."""
    return STRIP_LEFT + between(share, 0.0, 1.0) * (STRIP_RIGHT - STRIP_LEFT)


def logarithmic_ticks(least: float, most: float) -> list:
    """Round numbers from the least to the most, about five to ten, for a logarithmic axis.

    None while the chart has no such axis yet, and so gives bounds that have no logarithm.
    """
    if not 0.0 < least < most < INFINITE:
        return []
    first, last = math.floor(math.log10(least)), math.floor(math.log10(most))
    decades = last - first
    multiples = (1, 2, 5) if decades < FEW_DECADES else (1,)
    step = 1 + decades // MANY_DECADES
    found = [multiple * 10.0**exponent for exponent in range(first, last + 1, step) for multiple in multiples]
    return [number for number in found if least <= number <= most]
