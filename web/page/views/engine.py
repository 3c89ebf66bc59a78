"""Which engine trains the neuron: a compiled program or plain Python. It is said beside a switch, below the Python."""

from web.page.state import State

OFF = "Off: Train runs plain Python, which gives the same digits."
NOT_YET = "Train runs these lines compiled to WebAssembly and checks the digits against plain Python."


def view(state: State) -> list:
    """The writes for the switch and the sentence beside it."""
    return [("compiled", "checked", state.visit.compiled), ("engine", "text", engine_of(state))]


def engine_of(state: State) -> str:
    """Which engine trains, or has trained, and why."""
    _, sentence = state.said.engine
    return (sentence or NOT_YET) if state.visit.compiled else OFF
