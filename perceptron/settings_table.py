"""The settings of a run in one table: the label, default, choices and help of each, and how its text is read.

The page's fields, the address bar, the worker and the command line all ask it, so a setting is one row here and one
part of `Settings`. Not all of them are on the page yet. It uses nothing that MicroPython lacks.
"""

from collections import OrderedDict, namedtuple

from perceptron.fields import FIELDS, PARAMETER, PARAMETER_LABELS, TOLERANCE, shortened
from perceptron.legs import canonical_legs, parse_legs

# `canonical` gives the text that every Python reads alike, `read` the value that `Settings` takes; both raise
# ValueError with a sentence to show. `clamp` gives the nearest text that is allowed; it is None where nothing is near.
# `choices` is empty where the text is not one of a few words. The page and its address know a setting if `on_page`.
Setting = namedtuple(
    "Setting", ("label", "default", "value_name", "help", "canonical", "read", "clamp", "choices", "on_page")
)
ZEROS = "zeros"


def canonical_start(text: str) -> str:
    """The same start as `Field.canonical` gives its numbers. Raises ValueError with a sentence to show."""
    parts = text.split(",")
    if len(parts) != len(PARAMETER_LABELS):
        raise ValueError(f"Start must be two weights and a bias with commas between them; “{shortened(text)}” is not.")
    return ",".join([PARAMETER.named(label).canonical(part) for label, part in zip(PARAMETER_LABELS, parts)])


def read_start(text: str) -> tuple[float, ...] | None:
    """Weights and bias that are set by hand; None where the seed draws them."""
    return tuple([PARAMETER.parse(number) for number in canonical_start(text).split(",")]) if text else None


def read_tolerance(text: str) -> float | None:
    """The tolerance, or None where the data itself says what is right."""
    return TOLERANCE.parse(text) if text else None


def check_choice(name: str, word: str) -> str:
    """Return the word. Raises ValueError with a sentence to show when it is none of the setting's choices."""
    choices = SETTINGS[name].choices
    if word not in choices:
        allowed = f"{', '.join(choices[:-1])} or {choices[-1]}"
        raise ValueError(f"{SETTINGS[name].label} must be {allowed}; “{shortened(word)}” is not.")
    return word


def _number(name: str) -> Setting:
    field = FIELDS[name]
    words = f"from {field.least} to {field.most}; default {field.default}"
    return Setting(field.label, str(field.default), "N", words, field.canonical, field.parse, field.clamp, (), True)


def _choice(name: str, label: str, choices: tuple[str, ...], help: str) -> Setting:
    """A setting with a few words to choose from, of which the first is the default."""

    def read(text: str) -> str:
        return check_choice(name, text.strip(" ").lower())

    words = f"{help}; default {choices[0]}"
    return Setting(label, choices[0], "{" + ",".join(choices) + "}", words, read, read, None, choices, False)


SETTINGS = OrderedDict([(name, _number(name)) for name in FIELDS])
SETTINGS["start"] = Setting(
    "Start",
    "",
    "NUMBERS",
    "the weights and then the bias, as in 0.3,0.6,0.1, instead of those that the seed draws; or the word zeros",
    canonical_start,
    read_start,
    None,
    (),
    True,
)
SETTINGS["legs"] = Setting(
    "Legs",
    "",
    "LEGS",
    "earlier learning rates, each with the moment when it ended: 0.1@300,0.5@512.7 means 0.1 until the end of epoch "
    "300, then 0.5 until row 7 of epoch 513",
    canonical_legs,
    parse_legs,
    None,
    (),
    True,
)
CHOICES = (
    (
        "activation",
        "Activation",
        ("sigmoid", "tanh", "linear", "relu", "step"),
        "what turns the weighted sum into the answer",
    ),
    (
        "loss",
        "Loss",
        ("squared", "cross-entropy"),
        "what training makes small; cross-entropy needs a sigmoid and targets from 0 to 1",
    ),
    ("bias", "Bias", ("on", "off"), "whether the neuron has a bias"),
    ("order", "Row order", ("given", "shuffled"), "how each epoch orders the training rows, shuffled anew or as given"),
    ("scaling", "Scaling", ("none", "0-1"), "0-1 brings each column to 0 to 1 for the neuron, and its answers back"),
)
SETTINGS.update([(choice[0], _choice(*choice)) for choice in CHOICES])
SETTINGS["tolerance"] = Setting(
    "Tolerance",
    "",
    "N",
    "an answer is right when it is at most this far from its target; without it, when it rounds to the target or, in "
    "data with just two targets, is nearer to its own",
    TOLERANCE.canonical,
    read_tolerance,
    None,
    (),
    False,
)
# The settings that the page knows, as texts.
DEFAULTS = OrderedDict([(name, setting.default) for name, setting in SETTINGS.items() if setting.on_page])


def read_settings(texts: dict[str, str]) -> dict:  # type: ignore[type-arg]  # MicroPython has no Any
    """The values of settings that are given as texts. Raises ValueError with a sentence to show."""
    return {name: SETTINGS[name].read(text) for name, text in texts.items()}
