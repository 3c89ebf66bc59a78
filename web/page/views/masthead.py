"""The words under the page's name: what this neuron is to learn, and what it is made of."""

from web.page.state import State

# What Train makes the neuron do with each data set that comes with the page.
LEARNS = {
    "article": "learn to add",
    "sums": "learn to add",
    "differences": "learn to subtract",
    "averages": "learn to take the average",
    "products": "try to learn to multiply",
    "and": "learn AND",
    "or": "learn OR",
    "nand": "learn NAND",
    "xor": "try to learn XOR",
    "celsius": "learn to turn Celsius into Fahrenheit",
    "three": "learn to add three numbers",
    "iris": "learn to tell two kinds of iris apart",
}
OWN = "learn the rule behind your rows"
COUNTS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
CURVES = {"sigmoid": ", one sigmoid", "tanh": ", one tanh", "linear": "", "relu": ", one ReLU", "step": ", one step"}


def view(state: State) -> list:
    """The write for the sentence."""
    settings = state.form.settings
    learns = LEARNS.get(settings["data"], OWN)
    return [
        (
            "intro",
            "text",
            f"This neuron starts knowing nothing. Press Train and see it {learns}. "
            f"It is written from scratch in Python and runs in your browser: {_parts(state)}.",
        )
    ]


def _parts(state: State) -> str:
    """As in “two weights, one bias, one sigmoid”."""
    weights = len(state.input_names)
    answers = ", and your own Python" if state.form.settings["rule"] else CURVES[state.form.settings["activation"]]
    return f"{COUNTS[weights]} weight{'s' if weights > 1 else ''}, {'one' if state.has_bias else 'no'} bias{answers}"
