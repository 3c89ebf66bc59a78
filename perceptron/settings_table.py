"""The settings of a run in one table: the label, default, choices and help of each, and how its text is read.

The page's fields, the address bar, the worker and the command line all ask it, so a setting is one row here and one
part of `Settings`. Not all of them are on the page yet. It uses nothing that MicroPython lacks.
"""

from collections import OrderedDict, namedtuple

from perceptron.fields import LEARNING_RATE, PARAMETER, PARAMETER_LABELS, TOLERANCE, Field, shortened
from perceptron.legs import canonical_legs, parse_legs

# What it means to change a setting: another run, another way on for the same run, or only another end of it.
ANOTHER_RUN, ANOTHER_WAY, ANOTHER_END = "run", "way", "end"

# `canonical` gives the text that every Python reads alike, `read` the value that `Settings` takes; both raise
# ValueError with a sentence to show. `clamp` gives the nearest text that is allowed; it is None where nothing is near.
# `field` is that of a number, for which the page has a field too; None for other settings. `choices` is empty where the
# text is not one of a few words. The page and its address know a setting if `on_page`.
Setting = namedtuple(
    "Setting",
    ("label", "change", "default", "value_name", "help", "canonical", "read", "clamp", "field", "choices", "on_page"),
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


def _number(field: Field, change: str) -> Setting:
    return Setting(
        label=field.label,
        change=change,
        default=str(field.default),
        value_name="N",
        help=f"from {field.least} to {field.most}; default {field.default}",
        canonical=field.canonical,
        read=field.parse,
        clamp=field.clamp,
        field=field,
        choices=(),
        on_page=True,
    )


def _choice(name: str, label: str, choices: tuple[str, ...], help: str) -> tuple[str, Setting]:
    """A setting with a few words to choose from, of which the first is the default."""

    def read(text: str) -> str:
        return check_choice(name, text.strip(" ").lower())

    return name, Setting(
        label=label,
        change=ANOTHER_RUN,
        default=choices[0],
        value_name="{" + ",".join(choices) + "}",
        help=f"{help}; default {choices[0]}",
        canonical=read,
        read=read,
        clamp=None,
        field=None,
        choices=choices,
        on_page=False,
    )


# MicroPython's plain dict forgets the order.
SETTINGS = OrderedDict(
    (
        ("seed", _number(Field("Seed", True, 0, 999_999_999, 109, "1"), ANOTHER_RUN)),
        ("epochs", _number(Field("Epochs", True, 1, 1_000_000, 10_000, "1"), ANOTHER_END)),
        ("learning_rate", _number(LEARNING_RATE, ANOTHER_WAY)),
        (
            "start",
            Setting(
                label="Start",
                change=ANOTHER_RUN,
                default="",
                value_name="NUMBERS",
                help="the weights and then the bias, as in 0.3,0.6,0.1, instead of those that the seed draws; or "
                "the word zeros",
                canonical=canonical_start,
                read=read_start,
                clamp=None,
                field=None,
                choices=(),
                on_page=True,
            ),
        ),
        (
            "legs",
            Setting(
                label="Legs",
                change=ANOTHER_WAY,
                default="",
                value_name="LEGS",
                help="earlier learning rates, each with the moment when it ended: 0.1@300,0.5@512.7 means 0.1 until "
                "the end of epoch 300, then 0.5 until row 7 of epoch 513",
                canonical=canonical_legs,
                read=parse_legs,
                clamp=None,
                field=None,
                choices=(),
                on_page=True,
            ),
        ),
        _choice(
            "activation",
            "Activation",
            ("sigmoid", "tanh", "linear", "relu", "step"),
            "what turns the weighted sum into the answer",
        ),
        _choice(
            "loss",
            "Loss",
            ("squared", "cross-entropy"),
            "what training makes small; cross-entropy needs a sigmoid and targets from 0 to 1",
        ),
        _choice("bias", "Bias", ("on", "off"), "whether the neuron has a bias"),
        _choice(
            "order",
            "Row order",
            ("given", "shuffled"),
            "how each epoch orders the training rows, shuffled anew or as given",
        ),
        _choice(
            "scaling",
            "Scaling",
            ("none", "0-1"),
            "0-1 brings each column to 0 to 1 for the neuron, and its answers back",
        ),
        (
            "tolerance",
            Setting(
                label="Tolerance",
                change=ANOTHER_RUN,
                default="",
                value_name="N",
                help="an answer is right when it is at most this far from its target; without it, when it rounds to "
                "the target or, in data with just two targets, is nearer to its own",
                canonical=TOLERANCE.canonical,
                read=read_tolerance,
                clamp=None,
                field=None,
                choices=(),
                on_page=False,
            ),
        ),
    )
)
# The settings that the page knows, as texts.
DEFAULTS = OrderedDict([(name, setting.default) for name, setting in SETTINGS.items() if setting.on_page])
# Those that are numbers.
FIELDS = OrderedDict([(name, setting.field) for name, setting in SETTINGS.items() if setting.field])
# Those that stay as they are for the whole of a run, and those that its digits depend on.
KEPT_BY_A_RUN = tuple([name for name, setting in SETTINGS.items() if setting.change == ANOTHER_RUN])
OF_THE_DIGITS = tuple([name for name, setting in SETTINGS.items() if setting.change != ANOTHER_END])


def read_settings(texts: dict[str, str]) -> dict:  # type: ignore[type-arg]  # MicroPython has no Any
    """The values of settings that are given as texts. Raises ValueError with a sentence to show."""
    return {name: SETTINGS[name].read(text) for name, text in texts.items()}
