"""Says what is wrong with a person's program, what it printed, and what it remembers in a place that does not count."""

from perceptron.changed_program import Printed
from perceptron.faults import (
    ARGUMENTS,
    COUNT,
    ENDLESS,
    INPUT,
    LOST,
    NAN,
    NEW,
    NO_ANSWER,
    NO_CLASS,
    NO_METHOD,
    NO_NUMBER,
    NOT_FINITE,
    OTHER,
    TRUE_OR_FALSE,
    Fault,
)
from perceptron.fields import grouped
from perceptron.memory_elsewhere import Elsewhere
from perceptron.pieces import CLASS

# What to say of each kind: what is wrong, and what to try.
SENTENCES = {
    "syntax": "{message}. Python cannot read this line, or the one above it.",
    "recursion": "{message}. A function calls itself and finds no end.",
    "name": "{message}. Is the name spelled as where it was set?",
    "attribute": "{message}. Is the name spelled as in __init__?",
    "import": "{message}. Only Python’s standard library is here.",
    "type": "{message}. Look at the values of the variables.",
    "division by zero": "{message}.",
    "overflow": "{message}. A number grew too large; try a smaller learning rate.",
    "lookup": "{message}. Look at the length of the list.",
    "value": "{message}.",
    "memory": "The program needs more memory than there is.",
    "exit": "The program ends itself. Without exit(), training goes on.",
    "ending": "{message}. The program ends itself. Without this line, training goes on.",
    NO_CLASS: f"There is no class {CLASS}. The neuron is made from it.",
    NO_METHOD: f"{CLASS} has no {{name}}. It needs both predict(self, inputs) and train(self, inputs, target).",
    NO_ANSWER: "predict returns {value}. It must return a number.",
    LOST: "self.{name} is not there. It must be set in __init__ and stay.",
    NEW: "self.{name} appears only in training. Set it in __init__, so that the start has it too.",
    NO_NUMBER: "self.{name} is {value}. It must be a number, or for the weights a list of numbers.",
    TRUE_OR_FALSE: "self.{name} is {value}. True and False are no numbers here; use 1.0 and 0.0.",
    NOT_FINITE: "self.{name} is {value}. It grew past what a number can hold; try a smaller learning rate.",
    NAN: (
        "self.{name} is {value}, and nan is no number. "
        "Look for float('nan'), and for numbers that grew too large, as in inf - inf."
    ),
    COUNT: "self.{name} is {value}, with more or fewer numbers than before. A list of numbers must keep its length.",
    ENDLESS: "The program goes round and round and comes to no end.",
    INPUT: "The program asks for something to be typed. Nothing can be typed into it.",
    ARGUMENTS: "{message}. It must be {value}.",
    OTHER: "{message}.",
}


def fault_in_words(fault: Fault) -> str:
    """Where the fault is, and what it is, in one line."""
    message = fault.message.rstrip(".?") + ("?" if fault.message.endswith("?") else "")
    said = SENTENCES[fault.kind].format(message=message, name=fault.name, value=fault.value).replace("?.", "?")
    return f"{_place(fault)}: {' '.join(said.split())}"


def line_in_words(fault: Fault, program: str) -> str:
    """The line of the program in which the fault is, with a mark below it; nothing where it is not known."""
    lines = program.splitlines()
    if not 1 <= fault.line <= len(lines):
        return ""
    line, (first, last) = lines[fault.line - 1].replace("\t", " "), fault.columns
    number = f"{fault.line}  "
    mark = " " * (len(number) + first - 1) + "^" * max(1, last - first) if first else ""
    return "\n".join(filter(None, [number + line, mark]))


def printed_in_words(printed: Printed) -> str:
    """What a program has printed; nothing if it has printed nothing."""
    if not printed.text:
        return ""
    if not printed.left_out:
        return f"Printed by your program:\n{printed.text.rstrip()}"
    kept, left_out = len(printed.text), printed.left_out
    which = f"the first {grouped(kept)} of {grouped(kept + left_out)} characters"
    return f"Printed by your program, {which}:\n{printed.text.rstrip()}…"


def elsewhere_in_words(found: Elsewhere) -> str:
    """What a program keeps in a place from which it does not come back; nothing if there is nothing."""
    if not found.names and found.is_exact:
        return ""
    names = f" in {', '.join(found.names)}" if found.names else ""
    told = f"Your program remembers something{names} and not in numbers of self."
    if found.is_exact:
        return f"{told} The digits do not depend on it."
    return f"{told} Another run, or going back to an earlier moment, may give other digits."


def _place(fault: Fault) -> str:
    """As in “Your program, line 26, in epoch 3, row 1”."""
    line = f", line {fault.line}" if fault.line else ""
    return f"Your program{line}" + (f", in epoch {grouped(fault.epoch)}, row {fault.row}" if fault.epoch else "")
