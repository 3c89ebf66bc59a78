"""Says of a data set what it is: its name, how many rows it has, and what follows from what."""

from collections.abc import Mapping

from perceptron.datasets import DataSet
from perceptron.fields import counted, shortened
from perceptron.preset_names import PRESET_NAMES
from perceptron.presets import PRESETS
from perceptron.settings_table import SETTINGS
from perceptron.words.presets import TEACHES

OWN_DATA = "Your own data"


def data_in_words(data: DataSet) -> str:
    """As in “Averages: 36 training rows, 25 test rows, 2 inputs (First number, Second number) → Average.”."""
    return f"{PRESET_NAMES[data.name] if is_preset(data) else OWN_DATA}: {_content(data)}"


def json_in_words(data: DataSet) -> str:
    """How JSON was read, in one line."""
    return f"Read as: JSON; {_content(data)}"


def experiment_in_words(settings: Mapping[str, str], data: DataSet) -> str:
    """How an experiment's file was read: its settings, as texts by their names, and its data."""
    named = [f"{SETTINGS[name].label.lower()} {shortened(text)}" for name, text in settings.items() if name != "rule"]
    program = f" {program_brought('file')}" if settings.get("rule") else ""
    usual = "no settings but the usual ones"
    return f"Read as: an experiment with {', '.join(named) or usual}. {data_in_words(data)}{program}"


def program_brought(source: str) -> str:
    """What becomes of a changed program that a file or an address brings to the page."""
    return f"The {source} brings a changed program. It is in the tab Code, and runs when you press “Run this Python”."


def lesson_of(data: DataSet) -> str:
    """What a data set that comes with the page teaches; nothing for other data."""
    return TEACHES[data.name] if is_preset(data) else ""


def is_preset(data: DataSet) -> bool:
    """Whether the data set comes with the page."""
    return PRESETS.get(data.name) == data


def _content(data: DataSet) -> str:
    if data.test == data.training:
        rows = f"{counted(len(data.training), 'row')}, all for training and test"
    else:
        rows = f"{counted(len(data.training), 'training row')}, {counted(len(data.test), 'test row')}"
    inputs = f"{counted(data.inputs, 'input')} ({', '.join(data.input_names)})"
    classes = f"; {data.classes[0]} is 0 and {data.classes[1]} is 1" if data.classes else ""
    return f"{rows}, {inputs} → {data.target_name}{classes}."
