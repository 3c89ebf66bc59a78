"""The settings that are chosen: lists and a switch, what of them is not at its default, and the ways back."""

from perceptron.fields import counted
from perceptron.numerals import with_minus
from perceptron.preset_names import PRESET_NAMES
from perceptron.settings_table import DEFAULTS, FIELDS, OF_A_PROGRAM, RANDOM, SETTINGS, ZEROS
from web.page.markup import option
from web.page.state import State
from web.page.update.choices import BY_HAND, DECIDED, LISTS, OWN, choice_field, start_choice

# What the list of starts says; the build writes it.
STARTS = {RANDOM: "random", ZEROS: "zeros", BY_HAND: "by hand"}
YOUR_PYTHON = "your own Python"
TYPED = list(FIELDS) + ["tolerance"]
NO_WAY_BACK = "When you change something, the way back will stand here."
HIDDEN_AT_FIRST = ("loss", "order", "scaling", "start", "bias", "tolerance")

BY_PROGRAM = "set by your program"
# The only entry of a list that a changed program decides; and what the list has else.
ENTRY_BY_PROGRAM = option("", BY_PROGRAM, True)
ENTRIES = {
    name: "".join([option(value, words, value == DEFAULTS[name]) for value, words in SETTINGS[name].choices.items()])
    for name in OF_A_PROGRAM
    if name in LISTS
}


def view(state: State) -> list:
    """The writes for the choices, for the line that sums up the hidden ones, and for the ways back."""
    settings = state.form.settings
    has_program = bool(settings["rule"])
    writes: list = [(choice_field(name), "disabled", has_program) for name in OF_A_PROGRAM]
    writes += [("by-program-place", "hidden", not has_program), ("by-program", "text", DECIDED if has_program else "")]
    for name in OF_A_PROGRAM:
        if name in ENTRIES:
            writes.append((choice_field(name), "html", ENTRY_BY_PROGRAM if has_program else ENTRIES[name]))
    for name in LISTS:
        is_decided = has_program and name in OF_A_PROGRAM
        writes.append((choice_field(name), "choice", "" if is_decided else _chosen(name, settings[name])))
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
    activation = YOUR_PYTHON if settings["rule"] else SETTINGS["activation"].choices[settings["activation"]]
    epochs = FIELDS["epochs"].parse(settings["epochs"])
    rate, seed = settings["learning_rate"], settings["seed"]
    return f"{data}, {activation}, learning rate {rate}, {counted(epochs, 'epoch')}, seed {seed}"


def _more(settings: dict) -> str:
    """What of the settings that are one click away is not at its default."""
    decided = OF_A_PROGRAM if settings["rule"] else ()
    changed = [
        in_words(name, settings[name])
        for name in HIDDEN_AT_FIRST
        if settings[name] != DEFAULTS[name] and name not in decided
    ]
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
    activation = YOUR_PYTHON if settings["rule"] else activation
    return f"The run before: {data}, {activation}, seed {settings['seed']}, epoch {moment[0]:,}."
