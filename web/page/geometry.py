"""How large, how wide, how far turned, and where: the pure arithmetic of the drawings."""

import math

from perceptron.aspects import MAP_SIDE, MAP_STEPS

THINNEST_TUBE = 1.5
WIDEST_TUBE = 26.0
MOST_WEIGHT = 1000.0  # and more: its tube is the widest
TUBE_STEEPNESS = 4.0  # how soon small weights are told apart
KNOB_SWEEP = 135.0
KNOB_HALFWAY = 2.0

# The plot of the activation: sums from -6 to 6 across, outputs from 0 to 1 up, in drawing units.
PLOT_LEFT, PLOT_RIGHT, PLOT_TOP, PLOT_BOTTOM = 44.0, 660.0, 20.0, 288.0
MOST_SUM = 6.0

# The strip of errors: from 0 to this error across.
STRIP_LEFT, STRIP_RIGHT = 20.0, 700.0
MOST_ERROR = 0.2


def tube_width(weight: float) -> float:
    """The width of a connection, in drawing units: it grows with the logarithm of the weight's size, up to a bound."""
    size = min(abs(weight), MOST_WEIGHT)
    part = math.log(1.0 + TUBE_STEEPNESS * size) / math.log(1.0 + TUBE_STEEPNESS * MOST_WEIGHT)
    return THINNEST_TUBE + (WIDEST_TUBE - THINNEST_TUBE) * part


def knob_angle(bias: float) -> float:
    """How far the bias knob is turned, in degrees: 0 points up, a bias of 2 is half of the way to the right."""
    return KNOB_SWEEP * bias / (abs(bias) + KNOB_HALFWAY)


def between(value: float, least: float, most: float) -> float:
    """The value, or the bound that it is beyond."""
    return max(least, min(value, most))


def plot_x(weighted_sum: float) -> float:
    """Where a weighted sum lies across the activation's plot; one beyond its edge lies on the edge."""
    part = (between(weighted_sum, -MOST_SUM, MOST_SUM) + MOST_SUM) / (2 * MOST_SUM)
    return PLOT_LEFT + part * (PLOT_RIGHT - PLOT_LEFT)


def plot_y(output: float) -> float:
    """How high an output lies in the activation's plot; SVG counts downwards."""
    return PLOT_BOTTOM - between(output, 0.0, 1.0) * (PLOT_BOTTOM - PLOT_TOP)


def tangent(weighted_sum: float, output: float, slope: float, reach: float = 1.5) -> tuple:
    """The ends of a piece of tangent, as x1, y1, x2, y2: so far to both sides, and cut where it leaves the plot."""
    at = between(weighted_sum, -MOST_SUM, MOST_SUM)
    left, right = min(reach, at + MOST_SUM), min(reach, MOST_SUM - at)
    if slope > 0:
        left = min(left, output / slope)
        right = min(right, (1.0 - output) / slope)
    return plot_x(at - left), plot_y(output - left * slope), plot_x(at + right), plot_y(output + right * slope)


def map_place(value: float) -> float:
    """Where a number from 0 to 1 lies along the map, in hundredths: the middle of its cell."""
    return 100.0 * (value * MAP_STEPS + 0.5) / MAP_SIDE


def map_step(part: float) -> int:
    """The step of the map's grid at this part of its width, 0 at its start and 1 at its end."""
    return int(between(part * MAP_SIDE, 0, MAP_STEPS))


def strip_x(error: float) -> float:
    """Where an error lies along the strip; one beyond its end lies on the end."""
    return STRIP_LEFT + between(error / MOST_ERROR, 0.0, 1.0) * (STRIP_RIGHT - STRIP_LEFT)
