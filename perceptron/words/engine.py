"""Which engine trained the neuron, and why it was plain Python where the compiled program was wanted."""

from perceptron.engine import Ran
from perceptron.fields import grouped


def engine_in_words(ran: Ran, has_changed_program: bool = False) -> str:
    """What to know about the engine that ran: a sentence, or two where plain Python had to do the work."""
    trains = "Plain Python runs your program." if has_changed_program else "Plain Python trains the neuron."
    if ran.engine == "compiled":
        lines = "your program" if has_changed_program else "these lines"
        return f"Train ran {lines} compiled to WebAssembly and checked the digits against plain Python."
    if ran.cause == "unsupported":
        return f"{trains} {ran.detail}"
    if ran.cause == "numbers" and has_changed_program:
        return "Plain Python ran your program in the last epochs, because of numbers that only it can judge."
    if ran.cause == "numbers":
        return "Plain Python trained the last epochs, because numbers grew too large for the compiled program."
    if ran.cause == "bits":
        epoch = grouped(int(ran.detail))
        return f"{trains} In epoch {epoch} the compiled program gave other digits, so it is not used any more."
    return ""
