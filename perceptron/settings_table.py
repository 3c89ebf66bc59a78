"""The settings of a run in one table: the label, default, choices and help of each, and how its text is read.

The page's fields, the address bar, the worker and the command line all ask it, so a setting is one row here and one
part of `Settings`. It uses nothing that MicroPython lacks.
"""

from collections import OrderedDict, namedtuple

from perceptron.fields import LEARNING_RATE, PARAMETER, TOLERANCE, Field, shortened
from perceptron.legs import canonical_legs, parse_legs
from perceptron.packed_form import is_packed
from perceptron.preset_names import ARTICLE_NAME, PRESET_NAMES

# What it means to change a setting: another run, another way on for the same run, or only another end of it.
ANOTHER_RUN, ANOTHER_WAY, ANOTHER_END = "run", "way", "end"

# `canonical` gives the text that every Python reads alike, `read` the value that `Settings` takes; both raise
# ValueError with a sentence to show. `clamp` gives the nearest text that is allowed; it is None where nothing is near.
# `field` is that of a number, for which the page has a field too; None for other settings. `choices` says for each
# allowed word how it reads on the page; it is empty where the text is not one of a few words.
Setting = namedtuple(
    "Setting", ("label", "change", "default", "value_name", "help", "canonical", "read", "clamp", "field", "choices")
)
RANDOM, ZEROS = "random", "zeros"
MOST_PARAMETERS = 11  # ten weights and a bias


def canonical_data(text: str) -> str:
    """A preset's word, or own data that is packed. Raises ValueError with a sentence to show."""
    word = text.strip(" ").lower()
    if word in PRESET_NAMES:
        return word
    if is_packed(text):
        return text
    raise ValueError(
        f"Data must be one of {', '.join(PRESET_NAMES)}, or own data as this page writes it; "
        f"“{shortened(text)}” is not."
    )


def canonical_start(text: str) -> str:
    """The word “zeros”, or numbers as `Field.canonical` gives them; empty for “random”.

    Raises ValueError with a sentence to show. How many numbers there must be depends on the data: see `Settings`.
    """
    word = text.strip(" ").lower()
    if word in (RANDOM, ZEROS):
        return "" if word == RANDOM else word
    parts = text.split(",")
    if not 1 <= len(parts) <= MOST_PARAMETERS or not text.strip():
        raise ValueError(
            f"Start must be {RANDOM}, {ZEROS}, or the weights and then the bias with commas between them; "
            f"“{shortened(text)}” is not."
        )
    return ",".join([PARAMETER.named(_parameter_label(i, len(parts))).canonical(part) for i, part in enumerate(parts)])


def read_start(text: str) -> "tuple[float, ...] | str | None":
    """Weights and bias that are set by hand, or the word “zeros”; None where the seed draws them."""
    start = canonical_start(text) if text else ""
    if start == ZEROS:
        return ZEROS
    return tuple([float(number) for number in start.split(",")]) if start else None


def canonical_tolerance(text: str) -> str:
    """The tolerance, or an empty text where the data itself says what is right."""
    return str(TOLERANCE.canonical(text)) if text.strip() else ""


def read_tolerance(text: str) -> float | None:
    """The tolerance, or None where the data itself says what is right."""
    return TOLERANCE.parse(text) if text else None


def canonical_rule(text: str) -> str:
    """A changed program that is packed, or an empty text. Raises ValueError with a sentence to show."""
    if text and not is_packed(text):
        raise ValueError(f"Python must be a program as this page packs it; “{shortened(text)}” is not.")
    return text


def check_choice(name: str, word: str) -> str:
    """Return the word. Raises ValueError with a sentence to show when it is none of the setting's choices."""
    choices = list(SETTINGS[name].choices)
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
        choices={},
    )


def _choice(
    name: str, label: str, choices: "tuple[tuple[str, str], ...]", help: str, change: str = ANOTHER_RUN
) -> tuple[str, Setting]:
    """A setting with a few words to choose from, each with how it reads on the page; the first is the default."""
    words = [word for word, _ in choices]

    def read(text: str) -> str:
        return check_choice(name, text.strip(" ").lower())

    return name, Setting(
        label=label,
        change=change,
        default=words[0],
        value_name="{" + ",".join(words) + "}",
        help=f"{help}; default {words[0]}",
        canonical=read,
        read=read,
        clamp=None,
        field=None,
        choices=OrderedDict(choices),
    )


def _parameter_label(position: int, count: int) -> str:
    """What a number of a start is, as far as it can be told without the data."""
    return f"Weight {position + 1}" if position + 1 < count else "The last number of the start"


# MicroPython's plain dict forgets the order.
SETTINGS = OrderedDict(
    (
        (
            "data",
            Setting(
                label="Data",
                change=ANOTHER_RUN,
                default=ARTICLE_NAME,
                value_name="DATA",
                help="one of " + ", ".join(PRESET_NAMES),
                canonical=canonical_data,
                read=canonical_data,
                clamp=None,
                field=None,
                choices={},
            ),
        ),
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
                choices={},
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
                choices={},
            ),
        ),
        _choice(
            "activation",
            "Activation",
            (("sigmoid", "sigmoid"), ("tanh", "tanh"), ("linear", "linear"), ("relu", "ReLU"), ("step", "step")),
            "what turns the weighted sum into the answer",
        ),
        _choice(
            "loss",
            "Loss",
            (("squared", "squared error"), ("cross-entropy", "cross-entropy")),
            "what training makes small; cross-entropy needs a sigmoid and targets from 0 to 1",
        ),
        _choice("bias", "Bias", (("on", "on"), ("off", "off")), "whether the neuron has a bias"),
        _choice(
            "order",
            "Row order",
            (("given", "as given"), ("shuffled", "shuffled every epoch")),
            "how each epoch orders the training rows, shuffled anew or as given",
        ),
        _choice(
            "scaling",
            "Scaling",
            (("none", "none"), ("0-1", "0 to 1")),
            "0-1 brings each column to 0 to 1 for the neuron, and its answers back",
        ),
        (
            "tolerance",
            Setting(
                label="Tolerance",
                change=ANOTHER_WAY,  # the weights stay what they are; only what counts as right changes
                default="",
                value_name="N",
                help="an answer is right when it is at most this far from its target; without it, when it rounds to "
                "the target or, in data with just two targets, is nearer to its own",
                canonical=canonical_tolerance,
                read=read_tolerance,
                clamp=None,
                field=None,
                choices={},
            ),
        ),
        (
            "rule",
            Setting(
                label="Python",
                change=ANOTHER_RUN,
                default="",
                value_name="PROGRAM",
                help="the program of the neuron, where a person has changed it",
                canonical=canonical_rule,
                read=canonical_rule,
                clamp=None,
                field=None,
                choices={},
            ),
        ),
    )
)
# All as texts.
DEFAULTS = OrderedDict([(name, setting.default) for name, setting in SETTINGS.items()])
# Those that are numbers.
FIELDS = OrderedDict([(name, setting.field) for name, setting in SETTINGS.items() if setting.field])
# Those that stay as they are for the whole of a run, and those that its digits depend on.
KEPT_BY_A_RUN = tuple([name for name, setting in SETTINGS.items() if setting.change == ANOTHER_RUN])
# Those that a changed program decides by itself: whatever they are, its digits are the same.
OF_A_PROGRAM = ("activation", "loss", "bias")
OF_THE_DIGITS = tuple([name for name, setting in SETTINGS.items() if setting.change != ANOTHER_END])


def read_settings(texts: dict[str, str]) -> dict:  # type: ignore[type-arg]  # MicroPython has no Any
    """The values of settings that are given as texts. Raises ValueError with a sentence to show."""
    return {name: SETTINGS[name].read(text) for name, text in texts.items()}
