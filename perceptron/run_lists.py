"""Several experiments as one JSON object: a list of runs, each its settings, its data and perhaps a name.

The page writes it as a file, and the command line reads it. What is wrong with one run does not spoil the others.
Data that several runs share stands there once.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from perceptron.data_written import as_form
from perceptron.datasets import ARTICLE, DataSet
from perceptron.experiments import read_data, read_experiment, read_written_settings, written_settings
from perceptron.fields import counted, grouped, shortened
from perceptron.json_text import parsed, whole_beginning
from perceptron.limits import MOST_OF_A_RUNS_NAME
from perceptron.packed import unpack_program
from perceptron.presets import PRESETS
from perceptron.settings import Settings
from perceptron.settings_table import DEFAULTS, read_settings

VERSION = 1
KEY, RUNS, DATA = "experiments", "runs", "data"
KEYS = (KEY, DATA, RUNS)
KEYS_OF_A_RUN = ("name", "settings", "row", DATA)
MUST_HOLD = f"a list of experiments is one JSON object with the keys {KEY}, {DATA} and {RUNS}"
MOST_RUNS = 1_000  # on the command line
MOST_RUNS_IN_THE_PAGE = 20
NAMES_MAY_HAVE = f"a name has at most {MOST_OF_A_RUNS_NAME} characters, and all can be seen."

Tell = Callable[[str], None]


class Listed(NamedTuple):
    """One run of a list: the name that a person gave it, if they did, its settings as texts, and its data.

    The texts are those that differ from the defaults, without the data. A run that ended within an epoch has also met
    so many rows of the one after its epochs.
    """

    name: str
    texts: Mapping[str, str]
    data: DataSet
    row: int = 0

    @property
    def settings(self) -> Settings:
        """Raises ValueError when the settings do not go with each other."""
        values: dict[str, Any] = read_settings(dict(self.texts))
        if values.get("rule"):
            values["rule"] = unpack_program(values["rule"])
        return Settings(self.data, **values)

    @property
    def has_changed_program(self) -> bool:
        """Whether it brings a program, which may run only when a person says so."""
        return bool(self.texts.get("rule"))


class ReadRuns(NamedTuple):
    """The runs of a file that can be used, in order, and a sentence for each that cannot."""

    runs: tuple[Listed, ...]
    refused: tuple[str, ...]


def as_list(runs: Sequence[Listed]) -> str:
    """The runs as one JSON text, a line for each, so that `read_runs` reads the same. The first is the baseline."""
    own: list[DataSet] = []
    lines = []
    for run in runs:
        content: dict[str, object] = {"name": _short_name(run.name)} if run.name else {}
        content["settings"] = written_settings(run.texts)
        if run.row:
            content["row"] = run.row
        lines.append(_line({**content, DATA: _data_name(run.data, own)}))
    data = [f"{_line(_own_name(place))}: {_line(as_form(one))}" for place, one in enumerate(own)]
    parts = [f'  "{KEY}": {VERSION}']
    if data:
        parts.append(f'  "{DATA}": {{\n    ' + ",\n    ".join(data) + "\n  }")
    parts.append(f'  "{RUNS}": [\n    ' + ",\n    ".join(lines) + "\n  ]")
    return "{\n" + ",\n".join(parts) + "\n}"


def read_runs(text: str, tell: Tell = lambda sentence: None, most: int = MOST_RUNS) -> ReadRuns:
    """The runs of a list, or the one of an experiment; nothing runs.

    `tell` gets a sentence for each thing that a person should know about how data was read. Raises ValueError with one
    clear sentence that can follow a file's name when there is no run that can be used.
    """
    text = text.removeprefix("\ufeff")
    _check_kind(text)
    whole = whole_beginning(text)
    content = parsed(whole or text, MUST_HOLD)
    if not isinstance(content, dict):
        raise ValueError(f"{MUST_HOLD}.")
    if KEY not in content and "training_inputs" in content:
        raise ValueError("holds data without an experiment; “Open a file” in the tab Data and “--data” read it.")
    if KEY not in content:
        alone = Listed("", *read_experiment(text, tell))
        _ = alone.settings
        return ReadRuns((alone,), ())
    runs = _checked_runs(content)
    read, refused = _read(runs[:most], content.get(DATA, {}), tell)
    if whole:
        refused.append(f"It is damaged or cut off after {counted(len(runs), 'whole run')}.")
    if len(runs) > most:
        refused.append(f"The list has {grouped(len(runs))} runs; only the first {grouped(most)} are read.")
    if not read:
        raise ValueError(f"has no run that can be used. {' '.join(refused[:3])}".rstrip())
    return ReadRuns(tuple(read), tuple(refused))


def _check_kind(text: str) -> None:
    """Raise ValueError for what is surely no JSON, so that nobody has to find that out from its first character."""
    beginning = text.lstrip()[:1]
    if not beginning:
        raise ValueError("is empty.")
    if beginning == "<":
        raise ValueError(f"is a web page, a picture or other XML, and not JSON; {MUST_HOLD}.")
    if beginning not in ("{", "["):
        raise ValueError(f"does not begin as JSON does; it may be a table or other text, but {MUST_HOLD}.")


def _checked_runs(content: Mapping[str, object]) -> list[object]:
    """The runs of a list that is one, of a version that can be read."""
    version = content.get(KEY)
    if not isinstance(version, Decimal):
        raise ValueError(f"“{KEY}” must be the version, which is {VERSION}; {MUST_HOLD}.")
    if version != VERSION:
        raise ValueError(
            f"is a list of experiments of version {shortened(str(version))}; only version {VERSION} can be read."
        )
    for key in content:
        if key not in KEYS:
            raise ValueError(f"“{shortened(key)}” is not known; {MUST_HOLD}.")
    runs = content.get(RUNS)
    if not isinstance(runs, list):
        raise ValueError(f"“{RUNS}” must be a list of runs; {MUST_HOLD}.")
    if not runs:
        raise ValueError("is a list of experiments without a run.")
    return runs


def _read(runs: Sequence[object], own: object, tell: Tell) -> tuple[list[Listed], list[str]]:
    """The runs that can be used, and a sentence for each other."""
    known: dict[str, DataSet | str] = {}
    read, refused = [], []
    for number, content in enumerate(runs, start=1):
        try:
            run = _run(content, own, known, tell)
            _ = run.settings
            read.append(run)
            if _name_in(content) not in ("", run.name):
                tell(f"Run {number} is called “{run.name}” here: {NAMES_MAY_HAVE}")
        except ValueError as error:
            refused.append(f"Run {number}{_named(content)}: {error}")
    return read, refused


def _run(content: object, own: object, known: dict[str, DataSet | str], tell: Tell) -> Listed:
    if not isinstance(content, dict):
        raise ValueError(f"is none; a run is an object with the keys {', '.join(KEYS_OF_A_RUN)}.")
    for key in content:
        if key not in KEYS_OF_A_RUN:
            raise ValueError(f"“{shortened(key)}” is not known; a run has the keys {', '.join(KEYS_OF_A_RUN)}.")
    if not isinstance(content.get("name", ""), str):
        raise ValueError("“name” must be a text.")
    texts = read_written_settings(content)
    changed = {key: text for key, text in texts.items() if text != DEFAULTS[key]}
    data = _data(content, own, known, tell)
    return Listed(_short_name(_name_in(content)), changed, data, _row(content.get("row", Decimal(0)), data))


def _row(row: object, data: DataSet) -> int:
    """How many rows of the next epoch the run has met."""
    last = len(data.training) - 1
    if isinstance(row, Decimal) and 0 <= row <= last and row == int(row):
        return int(row)
    shown = f"“{shortened(str(row))}”" if isinstance(row, str | Decimal) else "this"
    raise ValueError(
        f"“row” must be a whole number from 0 to {grouped(last)}, the rows that the run has met after its last whole "
        f"epoch; {shown} is not."
    )


def _data(content: Mapping[str, object], own: object, known: dict[str, DataSet | str], tell: Tell) -> DataSet:
    """The data of a run. What stands in the list of data is read once, or found to be wrong once."""
    data = content.get(DATA, ARTICLE.name)
    if not isinstance(own, dict) or not isinstance(data, str) or data not in own:
        return read_data(data, tell)
    if data in PRESETS:
        raise ValueError(f"“{data}” is a data set that the program knows, but the list of data has another one of it.")
    if data not in known:
        try:
            known[data] = read_data(own[data], tell)
        except ValueError as error:
            known[data] = str(error)
    found = known[data]
    if isinstance(found, str):
        raise ValueError(found)
    return found


def _named(content: object) -> str:
    """As in “ (mine)”, of a run that has a name."""
    name = _name_in(content)
    return f" ({shortened(name)})" if name else ""


def _name_in(content: object) -> str:
    """The name as it stands there; empty where there is none."""
    name = content.get("name") if isinstance(content, dict) else None
    return name.strip() if isinstance(name, str) else ""


def _short_name(name: str) -> str:
    """The name as it may be: not too long, and with nothing that cannot be seen."""
    most = MOST_OF_A_RUNS_NAME
    return shortened(name, most if len(name) <= most else most - 1)


def _data_name(data: DataSet, own: list[DataSet]) -> str:
    """The word for a preset, or the name under which own data is written, where it is added if it is new."""
    if PRESETS.get(data.name) == data:
        return data.name
    same = [place for place, other in enumerate(own) if _is_same(other, data)]
    if not same:
        own.append(data)
    return _own_name(same[0] if same else len(own) - 1)


def _is_same(one: DataSet, other: DataSet) -> bool:
    """Bit for bit: == would not tell 0 from -0."""
    return one is other or (one == other and repr(one) == repr(other))


def _own_name(place: int) -> str:
    return f"own {place + 1}"


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
