"""What each ready change of the program does: its name, and why one would try it."""

from collections.abc import Mapping
from types import MappingProxyType

DOES_NOT_FIT = "This change is for a sigmoid, the squared error and a bias. Choose these in the settings first."
CHANGES_IN_WORDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "momentum": (
            "Momentum",
            "A change keeps nine tenths of the one before, so steps in one direction grow.",
        ),
        "decay": ("A rate that falls", "The more rows the neuron has met, the smaller its steps are."),
        "weight decay": (
            "Weight decay",
            "Every step also pulls the weights towards 0, so none grows too large.",
        ),
        "clipped step": ("A clipped error", "No error counts as more than 0.1, so no single row moves the neuron far."),
        "tanh by hand": ("tanh by hand", "The answer goes from −1 to 1. See how the derivative changes with it."),
        "leaky relu": ("Leaky ReLU", "A negative sum gives a small answer and not 0, so the neuron can always learn."),
        "softsign": ("A curve without e", "It looks like a sigmoid, but is made of a division only."),
        "no slope": ("Without the slope", "Every error counts in full, also where the sigmoid is flat."),
        "Rosenblatt": ("Rosenblatt’s rule", "The answer is 0 or 1, and only a wrong answer changes the neuron."),
        "sign updates": ("Only the sign", "It counts whether the answer was too low or too high, and not by how much."),
        "Huber loss": ("Huber loss", "Errors above 0.2 count as 0.2, so that rows far off do not decide everything."),
        "noise": (
            "Noisy inputs",
            "Every input is blurred a little, alike in every run, because the noise has a seed.",
        ),
    }
)
