"""Which engine trains the neuron: this page's Python as it is, or compiled. It says so in the footer, with a switch."""

from web.page.state import State

OFF = "Off: plain Python trains the neuron, with the same digits."
NOT_YET = "Training will run as a compiled program, which is checked against plain Python."


def view(state: State) -> list:
    """The writes for the switch and the line beside it."""
    _, sentence = state.said.engine
    return [
        ("compiled", "checked", state.visit.compiled),
        ("engine", "text", (sentence or NOT_YET) if state.visit.compiled else OFF),
    ]
