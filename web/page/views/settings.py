"""The settings that are chosen: lists and a switch, what of them is not at its default, and the ways back."""

from perceptron.fields import counted
from perceptron.numerals import with_minus
from perceptron.preset_names import PRESET_NAMES
from perceptron.settings_table import DEFAULTS, FIELDS, RANDOM, SETTINGS, ZEROS
from web.page.state import State
from web.page.update.choices import BY_HAND, LISTS, OWN, choice_field, start_choice

# What the list of starts says; the build writes it.
STARTS = {RANDOM: "random", ZEROS: "zeros", BY_HAND: "by hand"}
TYPED = list(FIELDS) + ["tolerance"]
NO_WAY_BACK = "When you change something, the way back will stand here."
HIDDEN_AT_FIRST = ("loss", "order", "scaling", "start", "bias", "tolerance")


def view(state: State) -> list:
    """The writes for the choices, for the line that sums up the hidden ones, and for the ways back."""
    settings = state.form.settings
    writes: list = []
    for name in LISTS:
        writes.append((choice_field(name), "choice", _chosen(name, settings[name])))
    writes.append((choice_field("bias"), "checked", settings["bias"] == "on"))
    for name in LISTS + ("bias",):
        field = choice_field(name)
        complaint = state.form.complaints.get(field, "")
        writes += [
            (f"{field}-complaint", "text", complaint),
            (field, "aria-invalid", "true" if complaint else None),
        ]
    before = state.form.run_before
    # What was refused says so beside its field, so the field must be in sight.
    is_open = state.visit.settings_open or any(
        name in state.form.complaints for name in [choice_field(name) for name in LISTS + ("bias",)] + TYPED
    )
    changed = any(settings[name] != DEFAULTS[name] for name in settings)
    return writes + [
        ("settings-place", "data-open", "" if is_open else None),
        ("settings-switch", "aria-expanded", "true" if is_open else "false"),
        ("settings-text", "text", _in_short(settings)),
        ("more-settings-text", "text", _more(settings)),
        ("ways-back", "hidden", not changed and not before and not state.live.live),  # it keeps its place for a hand
        ("run-before-text", "text", _way_back(before, changed)),
        ("run-before", "hidden", not before),
        ("to-article", "hidden", not changed),
    ]


def _chosen(name: str, value: str) -> str:
    if name == "start":
        return start_choice(value)
    return value if name != "data" or value in PRESET_NAMES else OWN


def in_words(name: str, value: str) -> str:
    """A setting and what it is, as in “activation linear”."""
    if name == "start":
        shown = STARTS[start_choice(value)]
    elif name == "data":
        if value not in PRESET_NAMES:
            return "your own data"
        shown = PRESET_NAMES[value]
    else:
        shown = SETTINGS[name].choices.get(value, value) if SETTINGS[name].choices else with_minus(value)
    return f"{SETTINGS[name].label.lower()} {shown}"


def _in_short(settings: dict) -> str:
    """What stands in the settings at first sight, for a phone that has no room for them."""
    data = PRESET_NAMES.get(settings["data"], "Your own data")
    activation = SETTINGS["activation"].choices[settings["activation"]]
    epochs = FIELDS["epochs"].parse(settings["epochs"])
    rate, seed = settings["learning_rate"], settings["seed"]
    return f"{data}, {activation}, learning rate {rate}, {counted(epochs, 'epoch')}, seed {seed}"


def _more(settings: dict) -> str:
    """What of the settings that are one click away is not at its default."""
    changed = [in_words(name, settings[name]) for name in HIDDEN_AT_FIRST if settings[name] != DEFAULTS[name]]
    return "More settings" + (f": {', '.join(changed)}" if changed else "")


def _way_back(before: dict, changed: bool) -> str:
    """What stands beside the ways back; where there is none yet, that there will be one."""
    if before:
        return _before(before["settings"], before["at"])
    return "" if changed else NO_WAY_BACK


def _before(settings: dict, moment: tuple) -> str:
    """Which run was left, and where."""
    data = PRESET_NAMES.get(settings["data"], "your own data")
    activation = SETTINGS["activation"].choices[settings["activation"]]
    activation = "your own Python" if settings["rule"] else activation
    return f"The run before: {data}, {activation}, seed {settings['seed']}, epoch {moment[0]:,}."
