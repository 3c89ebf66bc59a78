"""Names a run by the settings that differ from those of another run, its baseline.

It works on the settings' texts. The page runs it too, so it uses nothing that MicroPython lacks.
"""

from perceptron.fields import counted, grouped, shortened
from perceptron.legs import read_legs
from perceptron.numerals import is_less, with_minus
from perceptron.preset_names import PRESET_NAMES
from perceptron.settings_table import DEFAULTS, FIELDS, SETTINGS, ZEROS

# A name with more differences than these says how many more there are.
MOST_NAMED = 4
MOST_OF_A_START = 40
SAME = "the same settings"
USUAL = "the usual settings"
OWN_DATA = "own data"


def run_name(texts: dict[str, str], baseline: dict[str, str]) -> str:
    """What differs from the baseline, as in “tanh, learning rate 1”; its own words where nothing does.

    Both hold all settings, as canonical texts by their names in the table.
    """
    return _listed([_said(name, texts, baseline) for name in differing(texts, baseline)]) or SAME


def own_name(texts: dict[str, str]) -> str:
    """What differs from the defaults, for a run that is compared with none."""
    return _listed([_said(name, texts, DEFAULTS) for name in differing(texts, DEFAULTS)]) or USUAL


def with_row(name: str, epoch: int, row: int) -> str:
    """The name of a run that ended within an epoch, after so many whole ones and so many rows, says so."""
    return f"{name}, up to row {row} of epoch {grouped(epoch + 1)}" if row else name


def differing(texts: dict[str, str], baseline: dict[str, str]) -> list[str]:
    """The names of the settings that differ, in the table's order; 0.5 and 0.50 are the same."""
    return [name for name in SETTINGS if not _same(name, texts[name], baseline[name])]


def setting_in_words(name: str, text: str) -> str:
    """What a setting is, in words that say which one it is: “no bias”, “learning rate 0.5”, “1,000 epochs”."""
    if name == "data":
        return PRESET_NAMES.get(text, OWN_DATA)
    if name == "epochs":
        return counted(int(text), "epoch")
    if name == "seed":
        return f"seed {text}"
    if name == "start":
        return _start(text)
    if name == "legs":
        return _legs(text)
    if name == "tolerance":
        return f"right within {with_minus(text)}" if text else "right as the data says"
    if name == "rule":
        return "changed Python" if text else "the usual Python"
    return CHOICES.get((name, text)) or f"{SETTINGS[name].label.lower()} {with_minus(text)}"


# Choices whose words on the page do not say by themselves which setting they belong to.
CHOICES = {
    ("activation", "sigmoid"): "sigmoid",
    ("activation", "tanh"): "tanh",
    ("activation", "linear"): "linear",
    ("activation", "relu"): "ReLU",
    ("activation", "step"): "step",
    ("loss", "squared"): "squared error",
    ("loss", "cross-entropy"): "cross-entropy",
    ("bias", "on"): "with a bias",
    ("bias", "off"): "no bias",
    ("order", "given"): "rows as given",
    ("order", "shuffled"): "rows shuffled",
    ("scaling", "none"): "not scaled",
    ("scaling", "0-1"): "scaled to 0 to 1",
}


def _said(name: str, texts: dict[str, str], baseline: dict[str, str]) -> str:
    """A setting that differs. Of two that no words tell apart, this is the other one."""
    said = setting_in_words(name, texts[name])
    return f"other {said}" if said == setting_in_words(name, baseline[name]) else said


def _same(name: str, text: str, other: str) -> bool:
    if text == other or not text or not other or (name not in FIELDS and name != "tolerance"):
        return text == other
    return not is_less(text, other) and not is_less(other, text)


def _listed(said: list[str]) -> str:
    named = said if len(said) <= MOST_NAMED else said[: MOST_NAMED - 1]
    more = [f"{len(said) - len(named)} more"] if len(said) > len(named) else []
    return ", ".join(named + more)


def _start(text: str) -> str:
    if text in ("", ZEROS):
        return "zeros as start" if text else "random start"
    numbers = with_minus(", ".join(text.split(",")))
    return f"start {shortened(numbers, MOST_OF_A_START)}"


def _legs(text: str) -> str:
    legs = read_legs(text)
    if not legs:
        return "one learning rate"
    if len(legs) > 1:
        return f"{counted(len(legs), 'earlier learning rate')}"
    moment = (
        f"row {legs[0].row} of epoch {grouped(legs[0].epoch + 1)}" if legs[0].row else f"epoch {grouped(legs[0].epoch)}"
    )
    return f"learning rate {with_minus(legs[0].learning_rate)} up to {moment}"
