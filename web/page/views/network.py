"""The drawing: what flows in for the chosen row, tubes as thick as their weights, the bias knob, and what comes out."""

from perceptron.aspects import STAGES
from web.page.geometry import knob_angle, tube_width
from web.page.state import State
from web.page.update.form import PARAMETER_FIELDS
from web.page.update.hand import start_is_unheard
from web.page.views.controls import number_writes

# What can be pointed at, from left to right.
PARTS = ("input-1", "input-2", "weight-1", "weight-2", "bias", "sum", "sigmoid", "output")
SHOWN_NUMBERS = (
    ["selected-title", "sum-text", "output-text", "target-text", "knob-text", "bias-full"]
    + [f"{name}-{number}-text" for name in ("input", "product", "tube") for number in (1, 2)]
    + [f"weight-{number}-full" for number in (1, 2)]
)
UNKNOWN = "…"


def view(state: State) -> list:
    """The writes for the drawing, the numbers under it, and the sentence that says the same."""
    stage = STAGES[state.look.stage] if state.look.tab == "update" else None
    writes = [("drawing", "data-stage", stage), ("part-text", "text", part_sentence(state))]
    writes.append(("part-text", "aria-live", state.voice))
    if not state.said.report:
        writes += [(name, "text", UNKNOWN) for name in SHOWN_NUMBERS]
        for name, value in zip(PARAMETER_FIELDS, state.by_hand or ("", "", "")):
            writes += number_writes(state, name, value) + [(f"{name}-slider", "value", value or "0")]
        return writes + [("network-text", "text", "Waiting for Python to pick the starting weights.")]
    return (
        writes
        + _flow(state.said.report["selected"])
        + _parameters(state)
        + [("network-text", "text", _sentence(state))]
    )


def _flow(selected: dict) -> list:
    """The numbers of the chosen row on their way through the neuron."""
    writes = [
        ("selected-title", "text", selected["title"]),
        ("sum-text", "text", selected["sum"]),
        ("output-text", "text", selected["output"]),
        ("target-text", "text", selected["target"]),
    ]
    for number, (x, product) in enumerate(zip(selected["inputs"], selected["products"]), 1):
        writes += [(f"input-{number}-text", "text", x), (f"product-{number}-text", "text", f"→ {product}")]
    return writes


def _parameters(state: State) -> list:
    report = state.said.report
    writes = [
        ("knob-pointer", "transform", f"rotate({knob_angle(report['bias']):.1f})"),
        ("knob-text", "text", report["bias_in_short"]),
    ]
    for number, (weight, short) in enumerate(zip(report["weights"], report["weights_in_short"]), 1):
        sign = "negative" if weight < 0 else "positive"
        writes += [
            (f"tube-{number}", "stroke-width", f"{tube_width(weight):.2f}"),
            (f"tube-{number}", "class", f"tube {sign}"),
            (f"tube-{number}-text", "text", short),
        ]
    shorts = report["weights_in_short"] + [report["bias_in_short"]]
    if start_is_unheard(state):
        shorts = state.by_hand  # Python is about to say the same; until then nothing jumps back under the hand
    fulls = report["weights_in_full"] + [report["bias_in_full"]]
    for name, short, full in zip(PARAMETER_FIELDS, shorts, fulls):
        writes += number_writes(state, name, short)
        writes += [(f"{name}-slider", "value", short), (f"{name}-full", "text", full)]
    return writes


def part_sentence(state: State) -> str:
    """What the part of the drawing that is pointed at is, and what its number means now."""
    if not state.pointer.part or not state.said.report:
        return "Point at a part of the drawing to read what it is."
    report, selected = state.said.report, state.said.report["selected"]
    kind, _, number = state.pointer.part.partition("-")
    if kind == "input":
        which = "first" if number == "1" else "second"
        return f"The {which} number of the chosen row comes in here: {selected['inputs'][int(number) - 1]}."
    if kind == "weight":
        position = int(number) - 1
        weight, x = report["weights_in_short"][position], selected["inputs"][position]
        negative = " A negative weight pulls the answer down." if report["weights"][position] < 0 else ""
        return f"Weight {number} is {weight}. It turns the input {x} into {selected['products'][position]}.{negative}"
    if kind == "bias":
        if report["bias"] == 0:
            return "The bias is 0 and adds nothing to the sum."
        direction = "down" if report["bias"] < 0 else "up"
        return f"The bias is {report['bias_in_short']}. It pushes the sum {direction}, whatever the inputs are."
    if kind == "sum":
        first, second = selected["products"]
        return f"The weighted sum is {selected['sum']}: bias {report['bias_in_short']} plus {first} plus {second}."
    if kind == "sigmoid":
        return f"The sigmoid squashes the sum {selected['sum']} to a number between 0 and 1: {selected['output']}."
    return f"The prediction for this row is {selected['output']}. The target, the true sum, is {selected['target']}."


def _sentence(state: State) -> str:
    report, selected = state.said.report, state.said.report["selected"]
    first, second = report["weights_in_short"]
    return (
        f"Weight 1 is {first}, weight 2 is {second}, the bias is {report['bias_in_short']}. {selected['title']}: "
        f"{' and '.join(selected['inputs'])} go in, the sum is {selected['sum']}, "
        f"the prediction is {selected['output']}, the target is {selected['target']}."
    )
