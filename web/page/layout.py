"""Where the parts of the neuron's drawing stand, in drawing units, for any number of inputs."""

WIDTH = 516
FEW = 3  # so many inputs are drawn large
LEAST_HEIGHT = 224  # for the bias knob above the sum, and the words below it
HEIGHTS = {1: LEAST_HEIGHT, 2: 232, 3: 264}
PITCH, SCALED_PITCH = 54, 70  # from one of many inputs to the next; scaled, a number stands under each

INPUT_WIDTH = 96
VALVE_LEFT, VALVE_RIGHT = 108, 200  # the box on a tube that has the weight in it
SUM_X, SUM_RADIUS = 323, 27
ACTIVATION_X, ACTIVATION_RADIUS = 385, 25
OUTPUT_LEFT, OUTPUT_RIGHT = 420, 512
OUTPUT_HALF_HEIGHT = 19
KNOB_ABOVE, KNOB_RADIUS = 66, 18


def is_crowded(inputs: int) -> bool:
    """Whether there are so many inputs that each is drawn small."""
    return inputs > FEW


def height(inputs: int, scaled: bool = False) -> int:
    """How high the drawing is."""
    return HEIGHTS.get(inputs) or max(LEAST_HEIGHT, (SCALED_PITCH if scaled else PITCH) * inputs)


def input_y(position: int, inputs: int, scaled: bool = False) -> float:
    """The height of an input, counted from 0. All stand in rows of equal height."""
    return (position + 0.5) * height(inputs, scaled) / inputs


def half_height(inputs: int) -> int:
    """Half of the height of an input."""
    return 14 if is_crowded(inputs) else 19


def tube(position: int, inputs: int, scaled: bool = False) -> str:
    """The path from an input to the sum."""
    y, middle = input_y(position, inputs, scaled), height(inputs, scaled) / 2
    end = SUM_X - SUM_RADIUS
    half = (VALVE_RIGHT + end) / 2
    return f"M{INPUT_WIDTH} {y:g} H{VALVE_RIGHT} C{half:g} {y:g} {half:g} {middle:g} {end} {middle:g}"
