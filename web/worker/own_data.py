"""A person's own data for the page: how a text or a file is read, and what becomes of the data when it is changed.

Everything here depends on its arguments alone; see web.page.update.data for what becomes of it.
"""

from collections.abc import Callable
from itertools import islice
from typing import Any

from perceptron.data_form import MUST_HOLD, OWN_NAME
from perceptron.datasets import DataSet
from perceptron.decoding import decoded
from perceptron.editing import CellError, cell_text, with_cell, with_row, without_row
from perceptron.experiments import as_experiment, read_experiment, seems_experiment
from perceptron.fields import shortened
from perceptron.findings.moving import Place, placed, stepped
from perceptron.json_text import parsed
from perceptron.limits import MOST_IN_THE_BOX, MOST_WRITTEN, check_bytes
from perceptron.own_data import OwnData, read_own_data
from perceptron.packed import pack
from perceptron.roles import Table
from perceptron.run_lists import KEY as RUNS_KEY
from perceptron.splits import Split, read_split
from perceptron.tables import Choices, SeveralReadingsError, way_in_words
from perceptron.words.data_set import experiment_in_words, is_preset, json_in_words

PREVIEWED_ROWS = 5
OF_THE_WHOLE = ("is ", "has ", "can ")  # how a sentence begins that can follow a name
HEADERS = {"": None, "yes": True, "no": False}


def read(name: str, text: str | bytes, choices: dict[str, str]) -> dict[str, object]:
    """How a text is read, in words and as rows to look at; or why it cannot be read, and what would decide that.

    With a name it is a file's. What the page does not hold as text comes as bytes.
    """
    notes: list[str] = []
    found: dict[str, object] = {"notes": notes, "complaint": "", "ways": [], "columns": [], "table": [], "text": ""}
    try:
        content = as_bytes(text)
        written = decoded(content, notes.append)
        if name and len(written) <= MOST_IN_THE_BOX:
            found["text"] = written
        if _is_list_of_runs(written):
            return {**found, "runs": True}
        experiment = _experiment(written, notes.append)
        if experiment:
            notes.append(experiment_in_words(*experiment))
            return found
        check_bytes(len(content))
        own = read_own_data(OWN_NAME, written, _choices(choices), notes.append)
        if not own.table:
            notes.append(json_in_words(own.data))
        found["table"] = _preview(own)
        found["columns"] = _columns(own.table) if own.table else []
    except SeveralReadingsError as error:
        found["complaint"] = _told_of(name, error)
        found["ways"] = [
            {
                "separator": way.separator,
                "decimal": way.decimal,
                "words": f"{way.numbers} with {way_in_words(way)}" if way.numbers else way_in_words(way),
            }
            for way in error.ways
        ]
    except ValueError as error:
        found["complaint"] = _told_of(name, error)
    return found


def use(name: str, text: str | bytes, choices: dict[str, str]) -> dict[str, object]:
    """The data that a text holds, packed; of an experiment the settings too; or, as `read` has it, what is wrong."""
    try:
        content = as_bytes(text)
        written = decoded(content, lambda sentence: None)
        experiment = _experiment(written, lambda sentence: None)
        if experiment:
            settings, data = experiment
            rule = settings.pop("rule", "")  # which the person has to run
            return {"data": data.name if is_preset(data) else pack(data), "settings": settings, "rule": rule}
        check_bytes(len(content))
        data = read_own_data(OWN_NAME, written, _choices(choices), lambda sentence: None).data
        return {"data": pack(data)}
    except SeveralReadingsError:
        return {"reading": read(name, text, choices)}
    except ValueError as error:
        return {"reading": {**read(name, text, choices), "complaint": _told_of(name, error)}}


def edit(data: DataSet, deed: str, row: int | str, column: int, texts: list[Any]) -> dict[str, object]:
    """The data with a cell changed, a row moved, added or removed, packed; or the sentence that refuses it.

    A row is moved to a “place”, see perceptron.findings.moving: for each column its number, two ends and a share. Or it
    is moved by “step”: for each column its number and a count.
    """
    try:
        if deed == "change":
            changed = with_cell(data, int(row), column, texts[0])
        elif deed == "place":
            changed = placed(data, int(row), [Place(int(place[0]), *map(float, place[1:])) for place in texts])
        elif deed == "step":
            changed = stepped(data, int(row), [(int(column), int(count)) for column, count in texts])
        elif deed == "add":
            changed = with_row(data, texts)
        else:
            changed = without_row(data, int(row))
        if changed == data:
            return {"same": True}
        return {"data": pack(changed), "rows": len(changed.training)}
    except CellError as error:
        return {"complaint": str(error), "column": error.column}
    except ValueError as error:
        return {"complaint": str(error), "column": -1}


def save(texts: dict[str, str], data: DataSet) -> dict[str, object]:
    """The experiment as one file that `read` reads."""
    return {"experiment": as_experiment(texts, data)}


def _experiment(text: str, tell: Callable[[str], None]) -> tuple[dict[str, str], DataSet] | None:
    """The settings and the data of an experiment's file; None for a text that does not seem to be one."""
    if text.removeprefix("\ufeff").lstrip()[:1] != "{":
        return None
    content = parsed(text.removeprefix("\ufeff"), MUST_HOLD)
    return read_experiment(text, tell) if isinstance(content, dict) and seems_experiment(content) else None


def _is_list_of_runs(text: str) -> bool:
    """Whether it is a list of runs, which the tab “Runs” shows, also where it is damaged further on."""
    return text.removeprefix("\ufeff").lstrip("{ \t\r\n").startswith(f'"{RUNS_KEY}"')


def _preview(own: OwnData) -> list[list[str]]:
    """The names of the columns, and the first rows."""
    data, table = own
    rows = table.rows if table else data.training
    columns = range(data.inputs + 1)
    first = [[cell_text(data, row, column) for column in columns] for row in islice(rows, PREVIEWED_ROWS)]
    return [[*data.input_names, data.target_name], *first]


def _columns(table: Table) -> list[list[str]]:
    """What names each column in a choice, its name or else its number, and what people call it."""
    names = [name for _, name in table.columns]
    return [
        [name if name and names.count(name) == 1 else str(place), shortened(name) or f"column {place}"]
        for place, name in table.columns
    ]


def as_bytes(text: str | bytes) -> bytes:
    """The bytes of what the page gave. Raises ValueError when they are more than anything that is read may have.

    A table, or JSON of data alone, may have fewer, as on the command line.
    """
    content = text.encode("utf-8", "replace") if isinstance(text, str) else text
    check_bytes(len(content), MOST_WRITTEN)
    return content


def _told_of(name: str, error: ValueError) -> str:
    """As a sentence: what tells of the whole goes on with its name; what names a part follows a colon."""
    sentence = str(error)
    joint = " " if sentence.startswith(OF_THE_WHOLE) else ": "
    return f"{shortened(name) or 'This text'}{joint}{sentence}"


def _choices(choices: dict[str, str]) -> Choices:
    """What a person chose. Raises ValueError with a sentence to show for a number that is not allowed."""
    return Choices(
        choices["separator"], choices["decimal"], HEADERS[choices["header"]], choices["target"], _split(choices)
    )


def _split(choices: dict[str, str]) -> Split:
    forms = {
        "all": "all",
        "every": f"every:{choices['every']}",
        "share": f"share:{choices['percent']}:{choices['seed']}",
        "column": f"column:{choices['column']}",
    }
    return read_split(forms[choices["test"]])
