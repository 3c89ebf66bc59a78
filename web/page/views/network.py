"""The drawing: what flows in, tubes as thick as their weights, the bias knob, and what comes out."""

from perceptron.aspects import FLOWS, STAGES
from perceptron.numerals import with_minus
from perceptron.settings_table import SETTINGS
from web.page.asking import flowing_shown
from web.page.geometry import knob_angle, tube_width
from web.page.layout import WIDTH, height, is_crowded
from web.page.lines import lit_parts
from web.page.state import State
from web.page.update.hand import drawn_parameters
from web.page.views.drawing import OWN_PROGRAM, drawing

UNKNOWN = "…"
QUESTION, _, TRAINING_ROW = FLOWS
# With how many times its width a tube is drawn where there are many.
CROWDED_TUBE = 0.6
# What each activation does with the sum.
DEEDS = {
    "sigmoid": "The sigmoid squashes the weighted sum {} to a number between 0 and 1: {}.",
    "tanh": "The tanh squashes the weighted sum {} to a number between −1 and 1: {}.",
    "linear": "A linear neuron has no curve: from the weighted sum {} comes {}.",
    "relu": "The ReLU lets a positive weighted sum through and turns a negative one into 0: from {} comes {}.",
    "step": "The step gives 1 for a weighted sum of 0 or more, and 0 for a negative one: from {} comes {}.",
}


def parts(state: State) -> list:
    """The names of all that can be pointed at, as the Tab key reaches them."""
    numbers = range(1, len(state.input_names) + 1)
    names = [f"input-{number}" for number in numbers] + [f"weight-{number}" for number in numbers]
    return names + (["bias"] if state.has_bias else []) + ["sum", "activation", "output"]


def view(state: State) -> list:
    """The writes for the drawing, and the sentences that say the same."""
    names, settings, scaled = state.input_names, state.form.settings, _is_scaled(state)
    box = f"0 0 {WIDTH} {height(len(names), scaled)}"
    in_stages = state.look.tab == "update" and state.look.flow == TRAINING_ROW and not state.look.by_line
    stage = STAGES[state.look.stage] if in_stages else None
    writes = [
        ("drawing", "html", _markup((names, state.target_name, _activation(settings), state.has_bias, scaled))),
        ("drawing", "viewBox", box),
        ("drawing-again", "viewBox", box),
        ("drawing-again-place", "hidden", state.look.flow != TRAINING_ROW),
        ("drawing-by-line-place", "hidden", state.look.flow != TRAINING_ROW),
        ("drawing-by-line", "viewBox", box),
        ("neuron", "data-crowded", "" if is_crowded(len(names)) else None),
        ("drawing", "data-stage", stage),  # so that its copy has it too
        ("asked-numbers", "data-stage", stage),
        ("part-text", "text", part_sentence(state)),
        ("part-text", "aria-live", state.voice),
    ] + _lit_parts(state)
    if not state.said.report:
        writes += [(name, "text", UNKNOWN) for name in _flowing_names(state)]
        writes += [(name, "html", UNKNOWN) for name in _parameter_names(state)]
        return writes + [
            ("selected-title", "text", UNKNOWN),
            ("target-caption", "text", ""),
            ("formula", "text", ""),
            ("formula", "hidden", True),
            ("network-text", "text", "Waiting for Python to pick the starting weights."),
        ]
    formula = state.said.report["formula"]
    writes += _flow(state, flowing_shown(state)) + _parameters(state)
    return writes + [
        ("formula", "text", formula),
        ("formula", "hidden", not formula),
        ("network-text", "text", _sentence(state)),
    ]


def _lit_parts(state: State) -> list:
    """Which parts the line is about that is looked at; an input stands in the drawing's copy too."""
    about = lit_parts(state) if state.look.flow == TRAINING_ROW else ()
    writes = []
    for name in parts(state):
        lit_up = "" if name in about else None
        writes.append((f"part-{name}", "data-lit", lit_up))
        if name.startswith("input-"):
            writes.append((f"copied-{name}", "data-lit", lit_up))
    return writes


_markups: dict = {}


def _markup(shape: tuple) -> str:
    """The drawing of this shape; it is written once, because it is long."""
    if _markups.get("of") != shape:
        _markups["of"], _markups["html"] = shape, drawing(*shape)
    return str(_markups["html"])


def _flowing_names(state: State) -> list:
    """Where the numbers stand that flow through the drawing."""
    names = ["sum-text", "output-text", "target-text"]
    for number in range(1, len(state.input_names) + 1):
        names += [f"input-{number}-text", f"product-{number}-text"]
    return names + (_scaled_names(state) if _is_scaled(state) else [])


def _scaled_names(state: State) -> list:
    """Where the numbers stand that scaling makes of what people see."""
    return [f"scaled-{number}-text" for number in range(1, len(state.input_names) + 1)] + ["activated-text"]


def _parameter_names(state: State) -> list:
    """Where weights and bias stand."""
    numbers = range(1, len(state.input_names) + 1)
    return [f"tube-{number}-text" for number in numbers] + (["knob-text"] if state.has_bias else [])


def _is_scaled(state: State) -> bool:
    """Whether the neuron meets other numbers than people see."""
    return bool(state.form.settings["scaling"] != "none")


def _flow(state: State, selected: dict) -> list:
    """What flows in on its way through the neuron."""
    drawn = selected["drawn"]
    writes = [
        ("selected-title", "text", selected["title"]),
        ("sum-text", "text", drawn["sum"]),
        ("output-text", "text", drawn["output"]),
        ("target-caption", "text", "target " if drawn["target"] else ""),
        ("target-text", "text", drawn["target"]),
    ]
    for number, (x, product) in enumerate(zip(drawn["inputs"], drawn["products"]), 1):
        writes += [(f"input-{number}-text", "text", x), (f"product-{number}-text", "text", product)]
    if _is_scaled(state):
        # The report may still be that of a run before, which had no scaling.
        met = drawn["scaled"] + [drawn["activated"]] if drawn["scaled"] else [UNKNOWN] * (len(drawn["inputs"]) + 1)
        writes += [(name, "text", number) for name, number in zip(_scaled_names(state), met)]
    return writes


def _parameters(state: State) -> list:
    """Tubes, their weights, and the knob."""
    report, old = state.said.report, _old(state)
    writes = []
    if state.has_bias:
        was = _was(state, old[-1], report["bias_drawn"])
        writes += [
            ("knob-pointer", "transform", f"rotate({knob_angle(report['bias']):.1f})"),
            ("knob-text", "html", lit(report["bias_drawn"], old[-1])),
            ("knob-old", "text", f"was {was}" if was else ""),
        ]
    scale = CROWDED_TUBE if is_crowded(len(state.input_names)) else 1.0
    for number, (weight, drawn) in enumerate(zip(report["weights"], report["weights_drawn"]), 1):
        if not is_crowded(len(state.input_names)):
            was = _was(state, old[number - 1], drawn)
            writes.append((f"tube-{number}-caption", "text", f"{was} →" if was else f"weight {number}"))
        writes += [
            (f"tube-{number}", "stroke-width", f"{scale * tube_width(weight):.2f}"),
            (f"tube-{number}", "class", f"tube {'negative' if weight < 0 else 'positive'}"),
            (f"tube-{number}-text", "html", lit(drawn, old[number - 1])),
        ]
    return writes


def _old(state: State) -> tuple:
    """Weights and bias before what was just learned; now's own where nothing was, or another moment is looked at."""
    now = drawn_parameters(state)
    return state.said.old if len(state.said.old) == len(now) and not state.look.moment else now


def _was(state: State, old: str, now: str) -> str:
    """What a number was before the last step; while many are made, nobody can read that."""
    return old if old != now and state.run != "training" else ""


def lit(now: str, old: str) -> str:
    """A number as markup, lit from its first changed digit on."""
    same = 0
    while same < min(len(now), len(old)) and now[same] == old[same]:
        same += 1
    return now if now == old else f'{now[:same]}<tspan class="lit">{now[same:]}</tspan>'


def part_sentence(state: State) -> str:
    """What the part of the drawing that is pointed at is, and what its number means now."""
    if state.pointer.part not in parts(state) or not state.said.report:
        return "Point at a part of the drawing, or tap it, to read what it is."
    report, selected = state.said.report, flowing_shown(state)
    kind, _, number = state.pointer.part.partition("-")
    if kind == "input":
        return _about_input(state, int(number) - 1)
    if kind == "weight":
        position = int(number) - 1
        weight = with_minus(report["weights_in_short"][position])
        x = with_minus((selected["scaled"] or selected["inputs"])[position])
        negative = " A negative weight pulls the answer down." if report["weights"][position] < 0 else ""
        return f"Weight {number} is {weight}. It turns the input {x} into {selected['products'][position]}.{negative}"
    if kind == "bias":
        if report["bias"] == 0:
            return "The bias is 0 and adds nothing to the weighted sum."
        direction = "down" if report["bias"] < 0 else "up"
        return f"The bias is {_bias(state)}. It pushes the weighted sum {direction}, whatever the inputs are."
    if kind == "sum":
        if state.form.settings["rule"]:
            return "How your Python adds up, this page does not know."
        terms = ([f"bias {_bias(state)}"] if state.has_bias else []) + selected["products"]
        return f"The weighted sum is {selected['sum']}: {' plus '.join(terms)}."
    if kind == "activation":
        if state.form.settings["rule"]:
            return f"Here your Python answers: {selected['activated']}."
        return DEEDS[state.form.settings["activation"]].format(selected["sum"], selected["activated"])
    return _about_output(state)


def _activation(settings: dict) -> str:
    """What is drawn as the activation."""
    return OWN_PROGRAM if settings["rule"] else str(settings["activation"])


def _about_input(state: State, position: int) -> str:
    selected = state.said.report["selected"]
    met = f" The neuron meets it scaled, as {selected['scaled'][position]}." if selected["scaled"] else ""
    change = " Type another number to ask." if state.look.flow == QUESTION else " Type another number to ask your own."
    return f"{state.input_names[position]} comes in here: {with_minus(selected['inputs'][position])}.{met}{change}"


def _about_output(state: State) -> str:
    selected = flowing_shown(state)
    scaled = f", scaled back from {selected['activated']}" if selected["scaled"] else ""
    prediction = f"The prediction is {selected['output']}{scaled}."
    if not selected["target"]:
        return f"{prediction} Nobody knows the target of your question."
    columns = state.said.columns
    called = f"the {columns['target_called']}" if columns["rule"] else state.target_name
    return f"{prediction} The target, {called}, is {selected['target']}."


def _sentence(state: State) -> str:
    """All that the drawing shows."""
    report, selected = state.said.report, flowing_shown(state)
    numbers = [
        f"weight {number} is {with_minus(weight)}" for number, weight in enumerate(report["weights_in_short"], 1)
    ]
    if state.has_bias:
        numbers.append(f"the bias is {_bias(state)}")
    known = ", ".join(numbers)
    target = f", the target is {selected['target']}" if selected["target"] else ""
    activation = SETTINGS["activation"].choices.get(_activation(state.form.settings), "that of your Python")
    verb = "goes" if len(selected["inputs"]) == 1 else "go"
    given = with_minus(" and ".join(selected["inputs"]))
    met = f" as {' and '.join(selected['scaled'])}" if selected["scaled"] else ""
    back = f", scaled back from {selected['activated']}" if selected["scaled"] else ""
    return (
        f"{known[0].upper()}{known[1:]}. {selected['title']}: {given} {verb} in{met}, "
        f"the weighted sum is {selected['sum']}, the activation is {activation}, "
        f"the prediction is {selected['output']}{back}{target}."
    )


def _bias(state: State) -> str:
    return with_minus(state.said.report["bias_in_short"])
