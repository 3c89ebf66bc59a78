"""How large, how wide, how far turned: the pure arithmetic of the drawing."""

THINNEST_TUBE = 1.5
WIDEST_TUBE = 26.0
KNOB_SWEEP = 135.0
KNOB_HALFWAY = 2.0


def tube_width(weight: float) -> float:
    """The width of a connection, in drawing units: it grows with the weight's size and never past a bound."""
    size = abs(weight)
    return THINNEST_TUBE + (WIDEST_TUBE - THINNEST_TUBE) * size / (size + 4.0)


def knob_angle(bias: float) -> float:
    """How far the bias knob is turned, in degrees: 0 points up, a bias of 2 is half of the way to the right."""
    return KNOB_SWEEP * bias / (abs(bias) + KNOB_HALFWAY)
