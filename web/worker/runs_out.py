"""Runs as files, as a table to copy and as one text for a link, and the way back; nothing runs here.

Everything here depends on its arguments alone; see web.page.update.sharing for what becomes of it.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from perceptron.decoding import decoded
from perceptron.experiment import Run
from perceptron.fields import shortened
from perceptron.limits import MOST_WRITTEN
from perceptron.out.runs_table import TableRun, runs_csv, runs_markdown
from perceptron.out.spreadsheets import history_csv, results_csv
from perceptron.packed import pack, pack_list, unpack_list
from perceptron.presets import PRESETS
from perceptron.run_lists import MOST_RUNS_IN_THE_PAGE, Listed, as_list, read_runs
from perceptron.settings import Settings
from perceptron.settings_table import DEFAULTS, FIELDS
from perceptron.words.file_names import file_name, file_name_of_runs
from perceptron.words.numbers import with_minuses
from perceptron.words.run_names import own_name
from web.worker.own_data import as_bytes
from web.worker.reports.runs import summary_read

Told = dict[str, object]
Texts = dict[str, str]
Whole = tuple[Mapping[str, Any], Texts]  # a run as the page tells it, and all its settings
Kind = TypeVar("Kind")
CSV, JSON = "text/csv", "application/json"
NOTHING = "There is no run to write."
TOO_LARGE = f"It is larger than {MOST_WRITTEN // 1_000_000} MB, so neither this page nor the command line reads it."


def list_of(settings_of: Callable[[Texts], Settings], form: str, runs: Sequence[Mapping[str, Any]], *data: str) -> Told:
    """The runs in a form: “csv” or “json” as a file, “copy” as Markdown and as the packed text of a link.

    Each run has its texts, all but the data, which is one of `data` by its place; the first run is the baseline. A run
    that cannot be there is left out, and the note says so.
    """
    whole = [(run, {**run["texts"], "data": data[run["data"]]}) for run in runs]
    tabled, without_numbers = _tabled(settings_of, whole)
    if form == "csv":
        return _file("csv", CSV, tabled, runs_csv, without_numbers)
    listed, left_out = _listed(settings_of, whole)
    if form == "json":
        return _file("json", JSON, listed, as_list, left_out)
    markdown = runs_markdown(tabled) if tabled else ""
    note = " ".join(dict.fromkeys([*without_numbers, *left_out]))
    try:
        packed = pack_list(as_list(listed)) if listed else ""
    except ValueError as error:
        return {"markdown": markdown, "packed": "", "note": with_minuses(f"{error} {note}".rstrip())}
    return {"markdown": markdown, "packed": packed, "note": with_minuses(note)}


def _file(
    ending: str, kind: str, runs: Sequence[Kind], write: Callable[[Sequence[Kind]], str], notes: Sequence[str]
) -> Told:
    """The file of all runs that can be in it; without any, why there is none."""
    if not runs:
        return {"complaint": with_minuses(" ".join([NOTHING, *notes]))}
    content = write(runs)
    more = [TOO_LARGE] if kind == JSON and len(content.encode()) > MOST_WRITTEN else []
    name = file_name_of_runs("runs", len(runs), ending)
    return {"name": name, "kind": kind, "content": content, "note": with_minuses(" ".join([*notes, *more]))}


def _tabled(settings_of: Callable[[Texts], Settings], runs: Sequence[Whole]) -> tuple[list[TableRun], list[str]]:
    """The runs that have numbers, and a sentence for each other."""
    found, left_out = [], []
    for run, texts in runs:
        if run["summary"]:
            # A run may go on past the epochs that a setting may have; a table has room for any.
            settings = settings_of({**texts, "epochs": DEFAULTS["epochs"]})
            found.append(TableRun(run["name"], texts, settings, summary_read(run["summary"])))
        else:
            left_out.append(f"{_called(run, texts)} has no numbers yet, so it is not in the table.")
    return found, left_out


def _listed(settings_of: Callable[[Texts], Settings], runs: Sequence[Whole]) -> tuple[list[Listed], list[str]]:
    """The runs that can be read again, and a sentence for each other."""
    found, left_out = [], []
    for run, texts in runs:
        try:
            FIELDS["epochs"].parse(texts["epochs"])
            found.append(Listed(run["name"], _changed(texts), settings_of(texts).data, run["row"]))
        except ValueError as error:
            left_out.append(f"{_called(run, texts)} is left out: {error}")
    return found, left_out


def _called(run: Mapping[str, Any], texts: Texts) -> str:
    return f"“{run['name'] or own_name(texts)}”"


def file_of(run: Run, texts: Texts, form: str, stride: int) -> Told:
    """The “results” of a run, or its “history” every so many epochs, as a file."""
    try:
        if form == "history":
            content = history_csv(run, stride)
        else:
            content = results_csv(run.task, list(run.before), list(run.verdicts()))
    except ValueError as error:
        return {"done": True, "complaint": str(error)}
    return {"done": True, "name": file_name(form, texts, "csv"), "kind": CSV, "content": content}


def opened(source: str, name: str, content: str | bytes) -> Told:
    """The runs that a “link”, a “text” or a “file” holds, for a person to look at; or why it holds none."""
    called = shortened(name) if name else f"This {source}"
    notes: list[str] = []
    try:
        text = unpack_list(str(content)) if source == "link" else decoded(as_bytes(content), notes.append)
        found = read_runs(text, notes.append, MOST_RUNS_IN_THE_PAGE)
    except ValueError as error:
        # What tells of the whole goes on with its name; what quotes a part of it stands behind a colon.
        joint = " " if str(error)[:1].islower() else ": "
        return {"runs": [], "notes": [], "complaint": with_minuses(f"{called}{joint}{error}")}
    runs = [
        {"name": run.name, "texts": {**DEFAULTS, **run.texts, "data": _data(run)}, "row": run.row} for run in found.runs
    ]
    return {"runs": runs, "notes": [with_minuses(note) for note in (*notes, *found.refused)], "complaint": ""}


def _changed(texts: Texts) -> Texts:
    return {name: text for name, text in texts.items() if name != "data" and text != DEFAULTS[name]}


def _data(run: Listed) -> str:
    return run.data.name if PRESETS.get(run.data.name) == run.data else pack(run.data)
