"""The drawing of the neuron as SVG: all that stays as it is while the neuron learns, for any number of inputs.

The numbers, the widths of the tubes and the turn of the knob are written into it by web.page.views.network.
"""

from perceptron.fields import shortened
from perceptron.settings_table import SETTINGS
from web.page.layout import (
    ACTIVATION_RADIUS,
    ACTIVATION_X,
    INPUT_WIDTH,
    KNOB_ABOVE,
    KNOB_RADIUS,
    OUTPUT_HALF_HEIGHT,
    OUTPUT_LEFT,
    OUTPUT_RIGHT,
    SUM_RADIUS,
    SUM_X,
    VALVE_LEFT,
    VALVE_RIGHT,
    half_height,
    height,
    input_y,
    is_crowded,
    tube,
)
from web.page.markup import escaped

LONGEST_NAME = 13
# What stands for the activation where a changed program answers, which may have another one.
OWN_PROGRAM = "Python"
# Each activation's curve around the middle of its node, and the line where its output is 0.
CURVES = {
    "sigmoid": ("M-16 10 C-1 10 1 -10 16 -10", 10),
    "tanh": ("M-16 11 C-3 11 -4 -11 16 -11", 0),
    "linear": ("M-14 14 L14 -14", 0),
    "relu": ("M-16 9 H0 L13 -13", 9),
    "step": ("M-16 10 H0 V-10 H16", 10),
    OWN_PROGRAM: ("M-7 -9 L-15 0 L-7 9 M7 -9 L15 0 L7 9", 0),
}


def drawing(names: tuple, target: str, activation: str, has_bias: bool, scaled: bool) -> str:
    """The markup inside of the svg element, for inputs and a target of these names.

    With scaling there is a place under each input and under the prediction for the number that the neuron has there.
    """
    inputs = len(names)
    middle = height(inputs, scaled) / 2
    output_left = ACTIVATION_X + ACTIVATION_RADIUS
    wires = (
        f"M{SUM_X + SUM_RADIUS} {middle:g} H{ACTIVATION_X - ACTIVATION_RADIUS} M{output_left} {middle:g} H{OUTPUT_LEFT}"
    )
    if has_bias:
        wires += f" M{SUM_X} {middle - KNOB_ABOVE + KNOB_RADIUS:g} V{middle - SUM_RADIUS:g}"
    parts = [_weight(position, inputs, scaled) for position in range(inputs)]
    parts += [f'<path class="wire" d="{wires}"/>']
    parts += [_input(position, inputs, name, scaled) for position, name in enumerate(names)]
    parts += [_bias(middle)] if has_bias else []
    return "".join(parts + [_sum(middle), _activation(middle, activation), _output(middle, target, scaled)])


def short_name(name: str) -> str:
    """A column's name as long as there is room for it."""
    return name if len(name) <= LONGEST_NAME else shortened(name, LONGEST_NAME - 1)


def _part(name: str, label: str, stages: str, content: str, kind: str = "") -> str:
    """A part that can be pointed at and reached with the Tab key."""
    return (
        f'<g id="part-{name}" class="part{kind}" data-stages="{stages}" tabindex="0" role="img" '
        f'aria-label="Part: {label}" aria-describedby="part-text">{content}</g>'
    )


def _weight(position: int, inputs: int, scaled: bool) -> str:
    """A tube, the box on it that has the weight in it, and the product that comes out."""
    number, path, y = position + 1, tube(position, inputs, scaled), input_y(position, inputs, scaled)
    half = half_height(inputs) - 2
    middle, end = (VALVE_LEFT + VALVE_RIGHT) // 2, VALVE_RIGHT - 2  # the names of inputs reach over the valve's start
    above, below = y - half - 7, y + half + 17
    product = f'<tspan id="product-{number}-text" class="value"></tspan>'
    words = f'<text x="{end}" y="{above:g}" class="caption end">'
    if is_crowded(inputs):
        words += f"→ {product}</text>"
    else:
        words += f'<tspan id="tube-{number}-caption" class="roomy"></tspan></text>'
        words += f'<text x="{end}" y="{below:g}" class="caption end">→ {product}</text>'
    return _part(
        f"weight-{number}",
        f"weight {number}",
        "products changes new",
        f'<path class="reach" d="{path}"/><path id="tube-{number}" class="tube positive" d="{path}"/>'
        f'<rect class="valve" x="{VALVE_LEFT}" y="{y - half:g}" width="{VALVE_RIGHT - VALVE_LEFT}" '
        f'height="{2 * half}" rx="6"/><text x="{middle}" y="{y + 5.5:g}" id="tube-{number}-text" class="number"></text>'
        f"{words}",
    )


def _input(position: int, inputs: int, name: str, scaled: bool) -> str:
    """An input as the copy of the drawing shows it; in the drawing itself there is a field in its place.

    What scaling makes of it stands under both.
    """
    y, half = input_y(position, inputs, scaled), half_height(inputs)
    below = y + half + (14 if is_crowded(inputs) else 17)
    met = (
        f'<g class="part" data-stages="inputs products changes"><text x="{INPUT_WIDTH // 2}" y="{below:g}" '
        f'class="caption middle">as <tspan id="scaled-{position + 1}-text" class="value"></tspan></text></g>'
    )
    return (met if scaled else "") + (
        f'<g id="copied-input-{position + 1}" class="part node copied" data-stages="inputs products changes">'
        f'<rect x="1" y="{y - half:g}" width="{INPUT_WIDTH - 1}" height="{2 * half}" rx="{half}"/>'
        f'<text x="{INPUT_WIDTH // 2}" y="{y + 5.5:g}" id="input-{position + 1}-text" class="number"></text>'
        f'<text x="1" y="{y - half - 6:g}" class="caption">{escaped(short_name(name))}</text></g>'
    )


def _bias(middle: float) -> str:
    tick = f"M0 -{KNOB_RADIUS + 3} V-{KNOB_RADIUS + 8}"
    turns = (-135, -67.5, 0, 67.5, 135)
    ticks = "".join([f'<path class="tick" d="{tick}" transform="rotate({turn})"/>' for turn in turns])
    y = middle - KNOB_ABOVE
    return _part(
        "bias",
        "bias",
        "sum changes new",
        f'<g transform="translate({SUM_X} {y:g})"><circle r="{KNOB_RADIUS}"/>'
        f'<g id="knob-pointer"><path d="M0 -6 V-{KNOB_RADIUS - 1}"/></g>{ticks}'
        f'<text x="0" y="-29" class="scale middle">0</text><text x="-27" y="-9" class="scale end">−2</text>'
        f'<text x="27" y="-9" class="scale">2</text></g>'
        f'<text x="{SUM_X + 42}" y="{y + 9:g}" class="caption">bias '
        f'<tspan id="knob-text" class="value"></tspan></text>'
        f'<text x="{SUM_X + 42}" y="{y + 27:g}" id="knob-old" class="caption"></text>',
        " knob",
    )


def _sum(middle: float) -> str:
    return _part(
        "sum",
        "weighted sum",
        "sum",
        f'<circle cx="{SUM_X}" cy="{middle:g}" r="{SUM_RADIUS}"/>'
        f'<text x="{SUM_X}" y="{middle + 7:g}" class="sigma">Σ</text>'
        f'<text x="{SUM_X - 16}" y="{middle + 46:g}" class="caption middle">weighted</text>'
        f'<text x="{SUM_X - 16}" y="{middle + 64:g}" class="caption middle">sum</text>'
        f'<text x="{SUM_X - 16}" y="{middle + 84:g}" id="sum-text" class="number"></text>',
        " node neuron",
    )


def _activation(middle: float, activation: str) -> str:
    curve, zero = CURVES[activation]
    name = SETTINGS["activation"].choices.get(activation, activation)
    return _part(
        "activation",
        "activation",
        "output slope",
        f'<circle cx="{ACTIVATION_X}" cy="{middle:g}" r="{ACTIVATION_RADIUS}"/>'
        f'<g transform="translate({ACTIVATION_X} {middle:g})"><path class="zero" d="M-17 {zero} H17"/>'
        f'<path class="response" d="{curve}"/></g>'
        f'<text x="{ACTIVATION_X}" y="{middle + 48:g}" class="caption middle">{name}</text>',
        " node neuron",
    )


def _output(middle: float, target: str, scaled: bool) -> str:
    x, half = (OUTPUT_LEFT + OUTPUT_RIGHT) // 2, OUTPUT_HALF_HEIGHT
    width = OUTPUT_RIGHT - OUTPUT_LEFT
    activated = (
        f'<text x="{OUTPUT_RIGHT}" y="{middle + 67:g}" class="caption end">scaled '
        f'<tspan id="activated-text" class="value"></tspan></text>'
    )
    return _part(
        "output",
        "prediction",
        "output error",
        f'<path class="hit" d="M{OUTPUT_LEFT} {middle - 46:g} h{width} v118 h-{width} z"/>'
        f'<rect x="{OUTPUT_LEFT}" y="{middle - half:g}" width="{width}" height="{2 * half}" rx="{half}"/>'
        f'<text x="{x}" y="{middle + 5.5:g}" id="output-text" class="number"></text>'
        f'<text x="{OUTPUT_RIGHT}" y="{middle - half - 9:g}" class="caption end">{escaped(short_name(target))}</text>'
        f'<text x="{OUTPUT_RIGHT}" y="{middle + 48:g}" class="caption end">prediction</text>'
        f'{activated if scaled else ""}<text x="{OUTPUT_RIGHT}" y="{middle + (86 if scaled else 67):g}" '
        f'class="caption end"><tspan id="target-caption"></tspan><tspan id="target-text" class="value"></tspan></text>',
        " node",
    )
