"""An experiment as one JSON object: the settings that differ from the defaults, and the data.

The page writes it as a file, and the command line reads it.
"""

import difflib
import json
from collections.abc import Callable, Mapping
from decimal import Decimal

from perceptron.data_form import OWN_NAME, data_set
from perceptron.data_written import as_form
from perceptron.datasets import ARTICLE, DataSet
from perceptron.fields import shortened
from perceptron.json_text import parsed
from perceptron.packed import pack_program, unpack_program
from perceptron.preset_names import PRESET_NAMES
from perceptron.presets import PRESETS
from perceptron.settings_table import SETTINGS

VERSION = 1
KEYS = ("experiment", "settings", "data")
MUST_HOLD = f"an experiment is one JSON object with the keys {', '.join(KEYS[:-1])} and {KEYS[-1]}"
NAMES = tuple([name for name in SETTINGS if name != "data"])


def as_experiment(texts: Mapping[str, str], data: DataSet) -> str:
    """The settings, as texts by their names in the table, and the data, so that `read_experiment` reads the same."""
    content = data.name if PRESETS.get(data.name) == data else as_form(data)
    return _in_lines({"experiment": VERSION, "settings": written_settings(texts), "data": content})


def written_settings(texts: Mapping[str, str]) -> dict[str, str]:
    """The settings that are not at their default, as a file holds them; a changed program as people read it."""
    settings = {
        name: texts[name] for name in NAMES if texts.get(name, SETTINGS[name].default) != SETTINGS[name].default
    }
    return {**settings, "rule": unpack_program(settings["rule"])} if settings.get("rule") else settings


def seems_experiment(content: Mapping[str, object]) -> bool:
    """Whether a JSON object is an experiment, or meant as one with its keys written wrongly, and not data alone."""
    meant = difflib.get_close_matches(KEYS[0], [key.lower() for key in content], n=1, cutoff=0.8)
    return KEYS[0] in content or (
        "training_inputs" not in content and (bool(meant) or any(key in content for key in KEYS))
    )


def read_experiment(text: str, tell: Callable[[str], None] = lambda sentence: None) -> tuple[dict[str, str], DataSet]:
    """The settings that an experiment names, as canonical texts, and its data; both may be left out.

    `tell` gets a sentence for each thing that a person should know about how the data was read.
    Raises ValueError with one clear sentence that can follow a file's name. Whether the settings go with each other and
    with the data, `Settings` says.
    """
    content = parsed(text.removeprefix("\ufeff"), MUST_HOLD)
    if not isinstance(content, dict):
        raise ValueError(f"{MUST_HOLD}.")
    _check_version(content)
    for key in content:
        if key not in KEYS:
            raise ValueError(f"“{shortened(key)}” is not known; {MUST_HOLD}.")
    return read_written_settings(content), read_data(content.get("data", ARTICLE.name), tell)


def read_written_settings(content: Mapping[str, object]) -> dict[str, str]:
    """The settings that a JSON object holds as “settings”, as canonical texts. Raises ValueError as above."""
    settings = content.get("settings", {})
    if not isinstance(settings, dict):
        raise ValueError("“settings” must be an object that names settings and their texts.")
    return {name: _canonical(name, value) for name, value in settings.items()}


def _check_version(content: Mapping[str, object]) -> None:
    if "experiments" in content and "runs" in content:
        raise ValueError("is a list of experiments; on the command line, “compare” reads it.")
    if "experiment" not in content:
        raise ValueError(f"“experiment” is missing; {MUST_HOLD}.")
    version = content["experiment"]
    if not isinstance(version, Decimal):
        raise ValueError(f"“experiment” must be the version, which is {VERSION}.")
    if version != VERSION:
        raise ValueError(f"is an experiment of version {shortened(str(version))}; only version {VERSION} can be read.")


def _canonical(name: str, value: object) -> str:
    if name not in NAMES:
        raise ValueError(f"“settings” holds “{shortened(name)}”, which is not known; it may hold {', '.join(NAMES)}.")
    if not isinstance(value, str | Decimal):
        raise ValueError(f"“settings” must hold text or a number as “{name}”.")
    text = str(value)
    if name == "rule":
        try:
            return pack_program(text)
        except ValueError as error:
            raise ValueError(f"“rule” {error}") from None
    return text if text == SETTINGS[name].default else str(SETTINGS[name].canonical(text))


def read_data(data: object, tell: Callable[[str], None]) -> DataSet:
    """The data set that JSON says: a preset's name, or an object with the rows. Raises ValueError as above."""
    if isinstance(data, str):
        if data not in PRESETS:
            raise ValueError(
                f"“data” must be one of {', '.join(PRESET_NAMES)}, or an object that holds the rows; "
                f"“{shortened(data)}” is not."
            )
        return PRESETS[data]
    try:
        return data_set(OWN_NAME, data, tell)
    except ValueError as error:
        raise ValueError(f"“data”: {error}") from None


def _in_lines(content: Mapping[str, object], indent: str = "  ") -> str:
    """JSON with a line for each key, and long lists in one line."""
    lines = []
    for key, value in content.items():
        written = _in_lines(value, indent + "  ") if isinstance(value, dict) and value else _line(value)
        lines.append(f"{indent}{json.dumps(key)}: {written}")
    return "{\n" + ",\n".join(lines) + "\n" + indent[2:] + "}"


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
